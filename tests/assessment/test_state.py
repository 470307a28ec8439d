"""Staleness, listing, what was reported last, evidence: facts of one measure on one day."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.assessment.measure import state, told

TODAY = date(2026, 11, 22)

STALE = [
    ("exactly 24 months are not more than 24 months", ["2024-11-22 laufend"], "2026-11-22", False),
    ("a day more is", ["2024-11-22 laufend"], "2026-11-23", True),
    ("a year is old from its last day on", ["2024 laufend"], "2026-12-31", False),
    ("a year is old from its last day on", ["2024 laufend"], "2027-01-01", True),
    ("preparation goes stale as well", ["2021-04 geplant"], "2026-11-22", True),
    ("a proposal goes stale as well", ["2021-04 empfohlen"], "2026-11-22", True),
    ("rest goes stale as well", ["2021-04 zurueckgestellt"], "2026-11-22", True),
    ("what is completed never does", ["2018 abgeschlossen"], "2026-11-22", False),
    ("what has ended never does", ["2018 beendet"], "2026-11-22", False),
    ("the latest end among all dated entries counts, not the last entry", ["2025 laufend", "2025-02 geplant"],
     "2027-06-01", False),
    ("an entry that changes no phase counts as well", ["2018 laufend", "2024-12 aufhebung-beantragt"],
     "2026-11-22", False),
    ("an undated entry does not", ["2018 laufend", "- laufend"], "2026-11-22", True),
    ("what is reported later does not count yet", ["2018 laufend", "2026 laufend"], "2025-01-01", True),
    ("undated entries only are undated, not stale", ["- laufend"], "2026-11-22", False),
    ("a corrected date decides", ["2018 laufend", "2025-05-01 laufend berichtigt=1"], "2026-11-22", False),
    ("from the last of February", ["2024-02-29 laufend"], "2026-03-01", True),
    ("to the last of February", ["2026-02-28 laufend"], "2028-02-28", False),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "history", "day", "unclear"), STALE)
def test_staleness(measure_of, sentence, history, day, unclear):
    found = state(measure_of(history), date.fromisoformat(day), today=TODAY)
    assert found.unclear is unclear, sentence


LISTED = [
    ("not before the first entry", ["2019-05 gestartet"], "2019-05-30", False),
    ("from the first entry on", ["2019-05 gestartet"], "2019-05-31", True),
    ("with undated entries only on every board", ["- laufend"], "2015-12-31", True),
    (
        "an undated entry does not list what is dated elsewhere",
        ["- laufend", "2019 laufend"],
        "2015-12-31",
        False,
    ),
]


@pytest.mark.parametrize(("sentence", "history", "day", "listed"), LISTED)
def test_listing(measure_of, sentence, history, day, listed):
    assert state(measure_of(history), date.fromisoformat(day), today=TODAY).listed is listed, sentence


REPORTED = [
    ("the last event, though its year began before it", ["2022 laufend", "2022-08-24 abgeschlossen"], 2),
    ("of equal dates the later entry", ["2020-02 beschlossen", "2020-02 eingeschraenkt"], 2),
    ("dated before undated", ["2018 laufend", "- beendet"], 1),
    ("undated where nothing is dated", ["- geplant", "- laufend"], 2),
    ("the correction, not what it corrects", ["2018 laufend", "2017 gestartet berichtigt=1"], 2),
]


@pytest.mark.parametrize(("sentence", "history", "number"), REPORTED)
def test_last_reported(measure_of, sentence, history, number):
    found = state(measure_of(history), TODAY, today=TODAY).last_reported
    assert found is not None
    assert found.number == number, sentence


CLASSES = [
    ("undated", ["- laufend"], "ohne-datum"),
    ("stale keeps its phase but counts as unclear", ["2020 laufend"], "stand-unklar"),
    ("completed without evidence", ["2020 abgeschlossen ohne-beleg"], "ohne-beleg"),
    ("completed, the evidence came later", ["2020 abgeschlossen ohne-beleg", "2021 abgeschlossen"],
     "abgeschlossen"),
    ("completed, confirmed without evidence", ["2020 abgeschlossen", "2021 abgeschlossen ohne-beleg"],
     "abgeschlossen"),
    ("evidence of another phase does not help", ["2019 gestartet", "2020 abgeschlossen ohne-beleg"],
     "ohne-beleg"),
    ("running without evidence runs", ["2026-05 laufend ohne-beleg"], "in-umsetzung"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "history", "expected"), CLASSES)
def test_board_class(measure_of, sentence, history, expected):
    assert state(measure_of(history), TODAY, today=TODAY).board_class == expected, sentence


def test_a_stale_measure_keeps_the_last_reported_phase(measure_of):
    assert state(measure_of(["2020-01 laufend"]), TODAY, today=TODAY).phase == "in-umsetzung"


@pytest.mark.parametrize(
    ("history", "open_application"),
    [
        (["2020 laufend", "2024 aufhebung-beantragt"], True),
        (["2024 aufhebung-beantragt", "2025-01-01 beendet"], False),
    ],
)
def test_an_application_for_repeal_is_open_until_something_follows(measure_of, history, open_application):
    assert state(measure_of(history), TODAY, today=TODAY).repeal_requested is open_application


def test_the_corrected_entry_stays_before_the_one_that_holds(measure_of):
    rows = told(measure_of(["2018 beschlossen", "2019 gestartet", "2018-05 beschlossen berichtigt=1"]), TODAY)
    assert [(row.entry.number, row.corrected_by is not None) for row in rows] == [
        (1, True),
        (3, False),
        (2, False),
    ]


def test_every_entry_is_told_once(measure_of):
    history = ["2018 beschlossen", "2017 beschlossen berichtigt=1", "2016 idee berichtigt=2", "- laufend"]
    assert sorted(row.entry.number for row in told(measure_of(history), TODAY)) == [1, 2, 3, 4]
