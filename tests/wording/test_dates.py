"""Periods inside sentences."""

from __future__ import annotations

import pytest

from lagebild.model import Period
from lagebild.wording import dates


@pytest.mark.parametrize(
    ("text", "alone", "when", "for_it", "since"),
    [
        ("2019", "2019", "2019", "2019", "2019"),
        ("2019-12-31", "31. Dezember 2019", "am 31. Dezember 2019", "den 31. Dezember 2019",
         "dem 31. Dezember 2019"),
        ("2018/2019", "Schuljahr 2018/2019", "im Schuljahr 2018/2019", "das Schuljahr 2018/2019",
         "dem Schuljahr 2018/2019"),
        ("2019-Q3", "3. Quartal 2019", "im 3. Quartal 2019", "das 3. Quartal 2019", "dem 3. Quartal 2019"),
    ],
)  # fmt: skip
def test_periods_take_their_article(text: str, alone: str, when: str, for_it: str, since: str) -> None:
    period = Period.parse(text)
    forms = (dates.period(period), dates.in_period(period), dates.accusative(period), dates.dative(period))
    assert tuple(form.replace("\u00a0", " ") for form in forms) == (alone, when, for_it, since)


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2016", "2019", "von 2016 bis 2019"),
        ("2016-12-31", "2019-12-31", "vom 31. Dezember 2016 bis zum 31. Dezember 2019"),
        ("2015/2016", "2018/2019", "vom Schuljahr 2015/2016 bis zum Schuljahr 2018/2019"),
    ],
)
def test_spans_take_their_prepositions(start: str, end: str, written: str) -> None:
    assert dates.from_to(Period.parse(start), Period.parse(end)).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("years", "written"),
    [
        (["2019"], "2019"),
        (["2018", "2019"], "2018 und 2019"),
        (["2008", "2009", "2010", "2014"], "2008 bis 2010 und 2014"),
        (["2008", "2010", "2011", "2012"], "2008 und 2010 bis 2012"),
    ],
)
def test_years_in_a_row_are_drawn_together(years: list[str], written: str) -> None:
    assert dates.accusatives([Period.parse(year) for year in years]) == written


def test_what_is_no_date_stays_as_it_is() -> None:
    assert [dates.written(text) for text in ("2019-12", "jeweils")] == ["Dezember 2019", "jeweils"]
