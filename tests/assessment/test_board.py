"""Boards: what is counted, under which class, beside which denominator."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.assessment.board import board, board_days, denominators
from lagebild.assessment.measure import state
from lagebild.exports.board_json import board_json
from lagebild.exports.measures_json import measure_json
from lagebild.findings import BOARD_CLASSES
from lagebild.model import STATUSES, ActionField, PublishedReport, When

TODAY = date(2026, 11, 22)
FIELDS = {field: ActionField(id=field, title=field.title()) for field in ("wohnen", "bildung")}


@pytest.fixture
def town(measure_of, report_of):
    return report_of(
        measure_of(["2026-03 laufend"], ident="lernhaus", fields=("bildung", "wohnen"), tie="ausdruecklich"),
        measure_of(["2020 laufend"], ["fertigstellung 2021 laut 1"], ident="spielplatz", fields=("wohnen",)),
        measure_of(["- laufend"], ident="lotsen", fields=("bildung",)),
        measure_of(["2019-05 abgeschlossen ohne-beleg"], ident="broschuere"),
        measure_of(["2019 gestartet"], ident="beirat", kind="gremium", fields=("bildung",)),
        measure_of(["2027-01-10 geplant"], ident="morgen", fields=("bildung",)),
        fields=FIELDS,
    )


def nonzero(counts):
    return {key: count for key, count in counts.items() if count}


def test_headlines_count_measures_once(town):
    found = board(town, TODAY)
    assert (found.total, nonzero(found.by_class)) == (
        4,
        {"in-umsetzung": 1, "stand-unklar": 1, "ohne-datum": 1, "ohne-beleg": 1},
    )


def test_states_hold_every_listed_entry_of_any_kind(town):
    assert list(board(town, TODAY).states) == ["lernhaus", "spielplatz", "lotsen", "broschuere", "beirat"]


def test_a_measure_counts_in_each_of_its_fields_and_in_none_under_its_own_key(town):
    assert board(town, TODAY).field_totals == {"wohnen": 2, "bildung": 2, "": 1}


def test_ties_and_schedules_are_counted_of_the_same_measures(town):
    found = board(town, TODAY)
    assert (nonzero(found.by_tie), nonzero(found.by_schedule)) == (
        {"ausdruecklich": 1, "thematisch": 3},
        {"kein-termin": 3, "ueberfaellig": 1},
    )


def test_an_indicator_without_a_decided_target_counts_as_not_ratable(report_of):
    report = report_of(fields=FIELDS, indicators={"quote": SimpleNamespace(fields=("wohnen",))})
    findings = {"quote": SimpleNamespace(targets=())}
    assert board(report, TODAY, findings=findings).ratings == {
        "wohnen": {"nicht-bewertbar": 1},
        "bildung": {},
    }


def test_boards_stand_for_the_day_each_year_and_each_report(report_of, measure_of):
    published = PublishedReport(id="bericht", title="Bericht", kind="umsetzung", when=When.parse("2025-06"))
    later = PublishedReport(id="bald", title="Bericht", kind="umsetzung", when=When.parse("2027"))
    report = report_of(
        measure_of(["2024-02 laufend", "- laufend"]), reports={"bericht": published, "bald": later}
    )
    assert [day.isoformat() for day in board_days(report)] == [
        "2024-12-31",
        "2025-06-30",
        "2025-12-31",
        "2026-11-22",
    ]


def test_without_dated_entries_there_is_the_board_of_the_day(report_of):
    assert board_days(report_of()) == (TODAY,)


def test_the_denominator_tells_what_was_added_and_what_was_merged(report_of, measure_of):
    report = report_of(
        measure_of(["2018 laufend", "2020-06 beendet"], ident="altes", successor="neues"),
        measure_of(["2020-02 gestartet"], ident="neues"),
        measure_of(["2020-02 gestartet"], ident="beirat", kind="gremium"),
    )
    rows = denominators(report, [date(2018, 12, 31), date(2019, 12, 31), date(2020, 12, 31)])
    assert [(row.total, row.added, row.merged, row.removed) for row in rows] == [
        (1, ("altes",), (), ()),
        (1, (), (), ()),
        (2, ("neues",), ("altes",), ()),
    ]


def test_the_json_of_a_board_says_of_how_many(town):
    found = board_json(town, board(town, TODAY), denominator=denominators(town)[-1])
    assert found["massnahmen"][0] == {
        "id": "lernhaus",
        "phase": "in-umsetzung",
        "phase_seit": "2026-03-01",
        "stand_unklar": False,
        "termin": "kein-termin",
    }
    assert found["summen"]["stand"]["von"] == found["summen"]["gesamt"] == 4
    assert found["summen"]["phase"]["anzahl"] == {"abgeschlossen": 1, "in-umsetzung": 2, "ohne-datum": 1}
    assert found["summen"]["veraenderung"]["hinzugekommen"] == ["lernhaus"]


def test_the_json_of_a_measure_has_the_keys_of_the_contract(measure_of):
    measure = measure_of(["2018-05 beschlossen", "- laufend ohne-beleg", "2018-06 beschlossen berichtigt=1"])
    found = measure_json(measure, state(measure, TODAY, today=TODAY))
    assert list(found) == [
        "id",
        "titel",
        "typ",
        "handlungsfelder",
        "strategiebezug",
        "phase",
        "phase_seit",
        "stand_unklar",
        "termin",
        "zuletzt_gemeldet",
        "verlauf",
        "zustaendig",
    ]
    assert found["zuletzt_gemeldet"] == {"status": "beschlossen", "datum": "2018-06", "datum_art": "ereignis"}
    assert found["verlauf"][0] == {
        "nr": 1,
        "datum": "2018-05",
        "datum_von": "2018-05-01",
        "datum_bis": "2018-05-31",
        "datum_art": "ereignis",
        "status": "beschlossen",
        "text": "Mustermeldung 1",
        "belege": [{"quelle": "musterblatt", "fundstelle": None}],
        "sicherheit": "belegt",
    }
    assert (found["verlauf"][1]["datum"], found["verlauf"][1]["belege"]) == (None, [])
    assert found["verlauf"][2]["berichtigt"] == 1


DATES = st.sampled_from(["-", "2015", "2018-05", "2019-08-22", "2019/2020", "2025", "2026-06"])
WORDS = st.sampled_from(["", "ohne-beleg", "neue-runde", "berichtsstand", "berichtigt=1", "berichtigt=2"])
ENTRIES = st.builds("{} {} {}".format, DATES, st.sampled_from(STATUSES), WORDS)
PLANS = st.builds(
    "{} {} laut {}".format,
    st.sampled_from(["beginn", "fertigstellung"]),
    st.sampled_from(["2018", "2019-08", "2026-12"]),
    st.integers(1, 4),
)
HISTORIES = st.lists(
    st.tuples(st.lists(ENTRIES, min_size=1, max_size=5), st.lists(PLANS, max_size=3)), max_size=6
)


@given(HISTORIES, st.dates(date(2014, 1, 1), TODAY))
def test_every_listed_measure_is_counted_exactly_once(report_of, measure_of, histories, day):
    measures = [
        measure_of(*history, ident=f"m{i}", fields=("wohnen",)) for i, history in enumerate(histories)
    ]
    found = board(report_of(*measures, fields=FIELDS), day)
    assert found.total == len(found.states) == found.field_totals["wohnen"]
    assert {sum(c.values()) for c in (found.by_class, found.by_tie, found.by_schedule)} == {found.total}
    assert set(found.by_class) == set(BOARD_CLASSES)


@given(st.lists(ENTRIES, min_size=1, max_size=6), st.dates(date(2014, 1, 1), date(2026, 10, 31)))
def test_what_counts_later_never_changes_an_earlier_day(measure_of, history, day):
    """Without corrections, the state of a day depends only on what had been reported by then."""
    plain = [line.replace("berichtigt=", "x") for line in history]
    later = measure_of([*plain, "2026-11-01 beendet"])
    assert state(later, day, today=TODAY).phase == state(measure_of(plain), day, today=TODAY).phase
