"""Where a line ends and why. All figures are invented."""

from __future__ import annotations

import pytest

from lagebild.model import Break, Comparability, When
from tests.invented import case, plain


def runs(lines: object, **given: object) -> list[str]:
    """The stretches of Musterstadt's headline series, by their first and last period."""
    main = case(lines, **given).findings.main  # type: ignore[arg-type]
    assert main is not None
    return [f"{run[0].period.text}..{run[-1].period.text}" for run in main.runs]


@pytest.mark.parametrize(
    ("lines", "given", "stretches", "kinds"),
    [
        (plain([1, 2, 3]), {}, ["2015..2017"], []),
        (["musterstadt 2015 1", "musterstadt 2016 2 @a2"], {}, ["2015..2016"], []),
        (["musterstadt 2015 1", "musterstadt 2016 2 @b"], {}, ["2015..2015", "2016..2016"], ["ausgabe"]),
        (["musterstadt 2015 1", "musterstadt 2017 2"], {}, ["2015..2015", "2017..2017"], ["luecke"]),
        (["musterstadt 2015 1", "musterstadt 2017 2"], {"rhythm": "zweijaehrlich"}, ["2015..2017"], []),
        (["musterstadt 2015 1", "musterstadt 2016 - geheim", "musterstadt 2017 2"], {},
         ["2015..2015", "2017..2017"], ["zeichen"]),
        (["musterstadt 2015 1", "musterstadt 2016 2 vorlaeufig", "musterstadt 2017 3 eingeschraenkt"], {},
         ["2015..2017"], []),
        (["musterstadt 2015/2016 1", "musterstadt 2016/2017 2"], {}, ["2015/2016..2016/2017"], []),
        (["musterstadt 2015-Q4 1", "musterstadt 2016-Q1 2", "musterstadt 2016-Q3 3"], {},
         ["2015-Q4..2016-Q1", "2016-Q3..2016-Q3"], ["luecke"]),
        (["musterstadt 2015-12-31 1", "musterstadt 2016-12-31 2"], {}, ["2015-12-31..2016-12-31"], []),
        (plain([1, 2]), {"over_time": Comparability(False, "nominal")}, ["2015..2015", "2016..2016"],
         ["zeitvergleich"]),
    ],
)  # fmt: skip
def test_a_line_ends_where_figures_may_not_be_compared(
    lines: list[str], given: dict[str, object], stretches: list[str], kinds: list[str]
) -> None:
    main = case(lines, **given).findings.main
    assert main is not None
    assert runs(lines, **given) == stretches
    assert [parted.kind for parted in main.breaks] == kinds


@pytest.mark.parametrize(
    ("start", "lines", "stretches"),
    [
        ("2016", plain([1, 2, 3]), ["2015..2015", "2016..2017"]),
        ("2016-07-01", plain([1, 2, 3]), ["2015..2015", "2016..2016", "2017..2017"]),
        ("2016", ["musterstadt 2015/2016 1", "musterstadt 2016/2017 2", "musterstadt 2017/2018 3"],
         ["2015/2016..2015/2016", "2016/2017..2017/2018"]),
        ("2016/2017", ["musterstadt 2015/2016 1", "musterstadt 2016/2017 2", "musterstadt 2017/2018 3"],
         ["2015/2016..2015/2016", "2016/2017..2017/2018"]),
        ("2016", ["musterstadt 2015-12-31 1", "musterstadt 2016-12-31 2"],
         ["2015-12-31..2015-12-31", "2016-12-31..2016-12-31"]),
        ("2016", ["musterstadt 2015-Q4 1", "musterstadt 2016-Q1 2"],
         ["2015-Q4..2015-Q4", "2016-Q1..2016-Q1"]),
    ],
)  # fmt: skip
def test_a_declared_break_parts_the_first_period_after_it(
    start: str, lines: list[str], stretches: list[str]
) -> None:
    """A break in the middle of a year leaves that year alone: it belongs to neither side."""
    assert runs(lines, breaks=(Break(start=When.parse(start), reason="Reform"),)) == stretches


def test_a_break_of_another_territory_changes_nothing_here() -> None:
    elsewhere = Break(start=When.parse("2016"), reason="Zuordnung", territories=("musterland",))
    assert runs(plain([1, 2, 3]), breaks=(elsewhere,)) == ["2015..2017"]


def test_the_weightiest_reason_is_told_where_several_fall_together() -> None:
    main = case(
        ["musterstadt 2015 1", "musterstadt 2016 - unbekannt", "musterstadt 2017 2 @b"],
        breaks=(Break(start=When.parse("2017"), reason="Reform"),),
    ).findings.main
    assert main is not None
    assert [(b.kind, b.reason) for b in main.breaks] == [("bruch", "Reform")]


@pytest.mark.parametrize(
    ("unit", "line", "method"),
    [
        ("prozent", "musterstadt 2015 15 15/100", "wilson"),
        ("prozent", "musterstadt 2015 15", None),
        ("je-1000", "musterstadt 2015 50 5/100", "poisson-exakt"),
        ("je-1000", "musterstadt 2015 150 15/100", "byar"),
        ("je-1000", "musterstadt 2015 150", None),
        ("personen", "musterstadt 2015 9", "poisson-exakt"),
        ("personen", "musterstadt 2015 10", "byar"),
        ("personen", "musterstadt 2015 0 weniger-als-halb", None),
        ("euro", "musterstadt 2015 1500 1500/1", None),
        ("punkte", "musterstadt 2015 0,75", None),
    ],
)
def test_an_interval_is_never_invented_from_a_result_alone(unit: str, line: str, method: str | None) -> None:
    main = case([line], unit=unit).findings.main
    assert main is not None
    interval = main.points[0].interval
    assert (interval.method if interval else None) == method
