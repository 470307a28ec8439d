"""Higher, lower, alike, or not to be compared. All figures are invented."""

from __future__ import annotations

import pytest

from lagebild.findings import ComparisonFinding
from lagebild.model import Break, Comparability, When
from tests.invented import case

LAND = ("musterland",)


def comparison(
    lines: list[str], *, comparators: tuple[str, ...] = LAND, **given: object
) -> ComparisonFinding:
    """Musterstadt against the first comparator."""
    found = case(lines, comparators=comparators, **given).findings.comparisons
    return next(c for c in found if c.territory == "musterstadt")


@pytest.mark.parametrize(
    ("lines", "direction", "outcome"),
    [
        (["musterstadt 2019 20 200/1000", "musterland 2019 10"], "sinken", ("hoeher", "schlechter", True)),
        (["musterstadt 2019 20 200/1000", "musterland 2019 10"], "steigen", ("hoeher", "besser", True)),
        (["musterstadt 2019 20 200/1000", "musterland 2019 10"], "neutral", ("hoeher", "ohne-wertung", True)),
        (["musterstadt 2019 5 50/1000", "musterland 2019 10"], "sinken", ("niedriger", "besser", True)),
        (["musterstadt 2019 11 11/100", "musterland 2019 10"], "sinken", ("aehnlich", "gleich", True)),
        (["musterstadt 2019 15,3", "musterland 2019 9,7"], "sinken", ("hoeher", "schlechter", False)),
        (["musterstadt 2019 9,72", "musterland 2019 9,68"], "sinken", ("aehnlich", "gleich", False)),
        (["musterstadt 2019 15,3 eingeschraenkt", "musterland 2019 9,7 vorlaeufig"], "sinken",
         ("hoeher", "schlechter", False)),
    ],
)  # fmt: skip
def test_the_interval_decides_where_there_is_one_else_the_figures_as_shown(
    lines: list[str], direction: str, outcome: tuple[str, str, bool]
) -> None:
    found = comparison(lines, direction=direction)
    assert (found.result, found.judgement, found.tested) == outcome
    assert found.reason is None


@pytest.mark.parametrize(
    ("lines", "given", "reason"),
    [
        (["musterstadt 2019 15", "musterland 2019 9 @b"], {}, "verschiedenen Ausgaben"),
        (["musterstadt 2019 15", "musterland 2018 9"], {}, "für 2019 liegt dort kein Wert vor"),
        (["musterstadt 2019 15", "musterland 2019 - geheim"], {}, "kein Wert"),
        (["musterstadt 2019 15"], {}, "kein Wert"),
        (["musterstadt 2019 15", "musterland 2019 9"],
         {"between_territories": Comparability(False, "nur hier")}, "nur hier"),
        (["musterstadt 2019 15", "musterland 2019 9"],
         {"breaks": (Break(start=When.parse("2018"), reason="Umzug", territories=("musterstadt",)),)},
         "Umzug"),
    ],
)  # fmt: skip
def test_what_may_not_be_compared_says_why_and_is_not_judged(
    lines: list[str], given: dict[str, object], reason: str
) -> None:
    found = comparison(lines, **given)
    assert (found.result, found.judgement) == ("nicht-vergleichbar", None)
    assert found.reason is not None
    assert reason in found.reason


def test_a_later_break_of_one_territory_leaves_earlier_figures_comparable() -> None:
    later = Break(start=When.parse("2020"), reason="Umzug", territories=("musterstadt",))
    assert comparison(["musterstadt 2019 15", "musterland 2019 9"], breaks=(later,)).result == "hoeher"


def test_two_exports_of_one_edition_are_compared() -> None:
    assert comparison(["musterstadt 2019 15", "musterland 2019 9 @a2"]).result == "hoeher"


def test_a_change_over_time_that_means_nothing_does_not_forbid_comparing_territories() -> None:
    nominal = Comparability(False, "nominal")
    assert comparison(["musterstadt 2019 15", "musterland 2019 9"], over_time=nominal).result == "hoeher"


@pytest.mark.parametrize(
    ("other", "hint"),
    [("musterkreis", "teil-des-ganzen"), ("deutschland", "teil-des-ganzen"), ("nachbarkreis", None)],
)
def test_a_part_beside_the_whole_that_contains_it_is_marked(other: str, hint: str | None) -> None:
    found = comparison(["musterstadt 2019 15", f"{other} 2019 9"], comparators=(other,))
    assert found.hint == hint


def test_every_territory_is_compared_at_its_own_last_period_and_never_with_itself() -> None:
    lines = ["musterstadt 2019 15", "musterkreis 2020 8", "musterland 2019 9", "musterland 2020 9"]
    found = case(lines, comparators=("musterkreis", "musterland")).findings.comparisons
    assert [(c.territory, c.other, c.period) for c in found] == [
        ("musterstadt", "musterkreis", "2019"),
        ("musterstadt", "musterland", "2019"),
        ("musterkreis", "musterland", "2020"),
        ("musterland", "musterkreis", "2020"),
    ]
