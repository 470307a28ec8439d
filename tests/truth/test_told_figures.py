"""Every generated sentence with numbers, read back against the table without the engine's help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import pytest

from lagebild.assessed import Assessed
from lagebild.model import Observation
from lagebild.wording import figures as wording

PLACES = {
    "in Eisenach": "eisenach",
    "im Wartburgkreis (ohne Eisenach)": "wartburgkreis-ohne-eisenach",
    "im Wartburgkreis": "wartburgkreis",
    "in Thüringen": "thueringen",
    "in Deutschland": "deutschland",
}
_WHERE = "|".join(re.escape(place) for place in PLACES)
_NUMBER = "[0-9\u202f,\u2212]+"
LEVEL = re.compile(rf"(\d{{4}}) lag der Wert (?:\([^)]*\) )?({_WHERE}) bei ({_NUMBER})")
BESIDE = re.compile(r"(\d{4}) war der Wert (höher|niedriger) als (.*)")
NAMED = re.compile(rf"({_WHERE}) \(({_NUMBER})\)")
CHANGE = re.compile(rf"Von (\d{{4}}) bis (\d{{4}}) (sank|stieg) der Wert .*?von ({_NUMBER}) auf ({_NUMBER})")


class Told:
    """One indicator's sentences beside its own table."""

    def __init__(self, assessed: Assessed, ident: str) -> None:
        report, findings = assessed.report, assessed.indicators[ident]
        self.indicator = report.indicators[ident]
        self.decimals = report.unit_of(self.indicator).decimals
        self.sources = report.sources
        self.rows = {
            (row.territory, row.period.text): row
            for row in report.figures[ident]
            if row.breakdown == (findings.headline_codes or ())
        }
        self.sentences = wording.sentences(report, self.indicator, findings)

    def row(self, place: str, year: str) -> Observation:
        return self.rows[PLACES[place], year]

    def edition(self, row: Observation) -> str:
        source = self.sources[row.source]
        return source.edition or source.id

    def shown(self, row: Observation) -> Decimal:
        return Decimal(repr(row.value)).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)


def number(text: str) -> Decimal:
    return Decimal(text.rstrip(",").replace("\u202f", "").replace("\u2212", "-").replace(",", "."))


@pytest.fixture(scope="module")
def told(assessed: Assessed) -> list[Told]:
    return [Told(assessed, ident) for ident in assessed.report.indicators]


def matches(told: list[Told], pattern: re.Pattern[str]) -> Iterator[tuple[Told, re.Match[str]]]:
    for one in told:
        for sentence in one.sentences:
            if found := pattern.match(sentence):
                yield one, found


def test_levels_are_those_of_the_table(told: list[Told]) -> None:
    found = list(matches(told, LEVEL))
    assert len(found) >= 40
    for one, said in found:
        assert number(said[3]) == one.shown(one.row(said[2], said[1])), said[0]


def test_comparisons_stay_in_their_year_and_edition_and_tell_the_right_side(told: list[Told]) -> None:
    found = list(matches(told, BESIDE))
    assert len(found) >= 40
    for one, said in found:
        own = one.row("in Eisenach", said[1])
        for place, figure in NAMED.findall(said[3]):
            other = one.row(place, said[1])
            assert number(figure) == one.shown(other), said[0]
            assert one.edition(other) == one.edition(own), said[0]
            assert (own.value > other.value) is (said[2] == "höher"), said[0]


def test_changes_cross_no_edition_no_break_and_no_missing_value(told: list[Told]) -> None:
    found = list(matches(told, CHANGE))
    assert len(found) >= 20
    for one, said in found:
        first, last = said[1], said[2]
        city = [row for (place, _), row in one.rows.items() if place == "eisenach"]
        between = [row for row in city if first <= row.period.text <= last]
        assert len({one.edition(row) for row in between}) == 1, said[0]
        assert all(row.value is not None for row in between), said[0]
        own = [b for b in one.indicator.breaks if "eisenach" in (b.territories or ("eisenach",))]
        assert not [b for b in own if first < str(b.start.first.year) <= last], said[0]
        before, after = one.row("in Eisenach", first), one.row("in Eisenach", last)
        assert [number(said[4]), number(said[5])] == [one.shown(before), one.shown(after)], said[0]
        assert (after.value > before.value) is (said[3] == "stieg"), said[0]


def test_where_time_or_territories_may_not_be_compared_nothing_is(told: list[Told]) -> None:
    for one in told:
        if not one.indicator.over_time.allowed:
            assert not [s for s in one.sentences if CHANGE.match(s)], one.indicator.id
        if not one.indicator.between_territories.allowed:
            assert not [s for s in one.sentences if BESIDE.match(s)], one.indicator.id


def test_titles_tell_the_last_year_of_the_city(assessed: Assessed) -> None:
    for ident, findings in assessed.indicators.items():
        last = findings.main.last if findings.main else None
        if last:
            title = wording.message(assessed.report, assessed.report.indicators[ident], findings)
            assert last.period.text in title, title
