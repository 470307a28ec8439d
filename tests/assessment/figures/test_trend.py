"""What is said of a recent trend, and what keeps it from being said. All figures are invented."""

from __future__ import annotations

import pytest

from lagebild.findings import TrendFinding
from lagebild.model import Break, Comparability, When
from tests.invented import case, counts, plain


def trend(lines: list[str], **given: object) -> TrendFinding:
    """The trend of Musterstadt."""
    return next(t for t in case(lines, **given).findings.trends if t.territory == "musterstadt")


FALLING = [200, 180, 160, 140, 120]


@pytest.mark.parametrize(
    ("lines", "given", "result", "window"),
    [
        (counts(FALLING), {}, "fallend", ("2015", "2019")),
        (counts(FALLING[::-1]), {}, "steigend", ("2015", "2019")),
        (counts([200, 199, 201, 200, 199]), {}, "nicht-nachweisbar", ("2015", "2019")),
        (counts([999, *FALLING]), {}, "fallend", ("2016", "2020")),
        ([line + " vorlaeufig" for line in counts(FALLING)], {}, "fallend", ("2015", "2019")),
        ([line + " eingeschraenkt" for line in counts(FALLING)], {}, "fallend", ("2015", "2019")),
        ([*counts(FALLING), "musterstadt 2020 - spaeter"], {}, "fallend", ("2015", "2019")),
        ([*counts(FALLING), "musterstadt 2020 - nicht-sinnvoll"], {}, "fallend", ("2015", "2019")),
        (plain([2000, 1800, 1600, 1400, 1200]), {"unit": "personen"}, "fallend", ("2015", "2019")),
        ([f"musterstadt {2011 + 2 * i} 0 {x}/1000" for i, x in enumerate(FALLING)],
         {"rhythm": "zweijaehrlich"}, "fallend", ("2011", "2019")),
        ([f"musterstadt 2019-Q{q} 0 {x}/1000" for q, x in zip((1, 2, 3, 4), FALLING, strict=False)]
         + ["musterstadt 2020-Q1 0 120/1000"], {}, "fallend", ("2019-Q1", "2020-Q1")),
        ([f"musterstadt {2014 + i}/{2015 + i} 0 {x}/1000" for i, x in enumerate(FALLING)], {}, "fallend",
         ("2014/2015", "2018/2019")),
    ],
)  # fmt: skip
def test_the_last_five_periods_are_tested(
    lines: list[str], given: dict[str, object], result: str, window: tuple[str, str]
) -> None:
    found = trend(lines, **given)
    assert (found.result, found.start, found.end, found.reason) == (result, *window, None)


@pytest.mark.parametrize(
    ("lines", "given", "reason"),
    [
        (counts(FALLING[:4]), {}, "weniger als fünf aufeinanderfolgende Werte"),
        (plain([20, 18, 16, 14, 12]), {}, "Zähler und Nenner sind nicht veröffentlicht"),
        (plain([20, 18, 16, 14, 12]), {"unit": "euro"}, "Beträge"),
        ([*counts([250]), *(line + " @b" for line in counts(FALLING[:4], start=2016))], {}, "andere"),
        ([*counts([250, 240]), *counts(FALLING[:4], start=2018)], {}, "fehlen Werte"),
        ([*counts([250]), "musterstadt 2016 - geheim", *counts(FALLING[:4], start=2017)], {}, "geheim"),
        ([*counts(FALLING), "musterstadt 2020 - geheim"], {}, "2020 ist geheim"),
        (counts(FALLING), {"breaks": (Break(start=When.parse("2017"), reason="Reform"),)}, "Bruch"),
        (counts(FALLING), {"over_time": Comparability(False, "jährlich neu normiert")}, "neu normiert"),
        (counts([20, 18, 0, 14, 12]), {}, "der Zähler null"),
        (counts([20, 18, 1000, 14, 12]), {}, "gleich dem Nenner"),
        (["musterstadt 2019 - unsicher"], {}, "kein Wert"),
        ([f"musterstadt {year} 0 150/1000" for year in (2008, 2009, 2010, 2011, 2012, 2016, 2020)],
         {"rhythm": "unregelmaessig"}, "fehlen Werte"),
    ],
)  # fmt: skip
def test_what_cannot_be_tested_says_why(lines: list[str], given: dict[str, object], reason: str) -> None:
    found = trend(lines, **given)
    assert (found.result, found.statistic) == ("nicht-berechenbar", None)
    assert found.reason is not None
    assert reason in found.reason


def test_every_territory_with_figures_has_a_trend() -> None:
    lines = [*counts(FALLING), *counts([300] * 5, territory="musterland")]
    found = {t.territory: t.result for t in case(lines).findings.trends}
    assert found == {"musterstadt": "fallend", "musterland": "nicht-nachweisbar"}


def test_the_change_of_a_series_without_counts_is_described_within_its_last_stretch() -> None:
    change = trend([*plain([30], start=2010), *plain([20, 15], start=2018)]).change
    assert change is not None
    assert (change.start.period.text, change.end.period.text) == ("2018", "2019")
    assert (change.absolute, change.relative) == (-5, -25)
