"""The rank among territories of the same kind, time and edition. All figures are invented."""

from __future__ import annotations

import pytest

from lagebild.findings import RankFinding
from lagebild.model import Comparability
from tests.invented import case


def rank(lines: list[str], **given: object) -> RankFinding:
    """Musterstadt's rank among the towns of its district."""
    return next(r for r in case(lines, **given).findings.ranks if r.territory == "musterstadt")


TOWNS = ["altdorf 2019 10", "neudorf 2019 20", "seestadt 2019 30"]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["musterstadt 2019 5", *TOWNS], (1, 4, 1, ())),
        (["musterstadt 2019 25", *TOWNS], (3, 4, 1, ())),
        (["musterstadt 2019 20", *TOWNS], (2, 4, 2, ())),
        (["musterstadt 2019 25", *TOWNS[:2]], (3, 3, 1, ("seestadt",))),
        (["musterstadt 2019 25", *TOWNS[:2], "seestadt 2019 - geheim"], (3, 3, 1, ("seestadt",))),
        (["musterstadt 2019 25", *TOWNS[:2], "seestadt 2019 30 @b"], (3, 3, 1, ("seestadt",))),
        (["musterstadt 2019 25", *TOWNS, "musterkreis 2019 1"], (3, 4, 1, ())),
        (["musterstadt 2019 0 nichts", *TOWNS], (1, 4, 1, ())),
        (["musterstadt 2019 5", "altdorf 2019 10"], (1, 2, 1, ("neudorf", "seestadt"))),
    ],
)
def test_rank_one_is_the_lowest_value_and_who_is_missing_is_named(
    lines: list[str], place: tuple[int, int, int, tuple[str, ...]]
) -> None:
    found = rank(lines)
    assert (found.rank, found.of, found.tied, found.missing) == place


@pytest.mark.parametrize(
    ("lines", "given", "reason"),
    [
        (["musterstadt 2019 5", "musterkreis 2019 10"], {}, "zu wenige"),
        (["musterstadt 2019 5", *TOWNS], {"between_territories": Comparability(False, "nur hier")},
         "nur hier"),
        ([f"{town} 2019 {x} {x}/100" for town, x in
          (("musterstadt", 12), ("altdorf", 11), ("neudorf", 13), ("seestadt", 14))], {}, "überlappen"),
    ],
)  # fmt: skip
def test_a_rank_that_means_nothing_is_not_given(
    lines: list[str], given: dict[str, object], reason: str
) -> None:
    found = rank(lines, **given)
    assert found.rank is None
    assert found.reason is not None
    assert reason in found.reason
