"""What is said about measures, as tables of facts. All measures are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from lagebild.findings import BOARD_CLASSES, MeasureState, ScheduleFinding
from lagebild.model import MEASURE_KINDS, STATUSES, STRATEGY_TIES, PlanDate, StatusEntry, When
from lagebild.model.measures import DateKind, Effect, PlanKind
from lagebild.wording import measures
from lagebild.wording.numbers import NBSP


def entry(number: int, when: str | None, status: str, **more: object) -> StatusEntry:
    """A status entry with what a sentence needs."""
    given = {"date_kind": "ereignis", "text": "Sample", "certainty": "belegt"} | more
    return StatusEntry(number=number, when=When.parse(when) if when else None, status=status, **given)  # type: ignore[arg-type]


NO_PLAN = ScheduleFinding(result="kein-termin", first=None, last=None, met_by=None)


def state(last: StatusEntry | None, *, unclear: bool = False) -> MeasureState:
    """A state whose phase does not matter here."""
    return MeasureState(
        measure="sample", day=date(2026, 1, 1), listed=True, phase="in-umsetzung", since=None,
        unclear=unclear, schedule=NO_PLAN, last_reported=last, unevidenced=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (BOARD_CLASSES, measures.BOARD_CLASSES),
        (BOARD_CLASSES, measures.BOARD_EXPLANATIONS),
        (STATUSES, measures.STATUSES),
        (STRATEGY_TIES, measures.TIES),
        (STRATEGY_TIES, measures.TIES_COUNTED),
        (STRATEGY_TIES, measures.TIE_WORDS),
        (MEASURE_KINDS, measures.KINDS),
        (get_args(DateKind), measures.DATE_KINDS),
        (get_args(PlanKind), measures.PLAN_KINDS),
        (get_args(Effect), measures.DIRECTIONS),
    ],
)
def test_every_code_has_words(codes: tuple[str, ...], words: dict[str, object]) -> None:
    assert set(words) == set(codes)


@pytest.mark.parametrize(
    ("last", "day", "expected"),
    [
        (date(2020, 12, 31), date(2026, 11, 22), "Seit mehr als fünf Jahren"),
        (date(2020, 11, 22), date(2026, 11, 22), "Seit mehr als sechs Jahren"),
        (date(2020, 11, 23), date(2026, 11, 22), "Seit mehr als fünf Jahren"),
        (date(2025, 1, 1), date(2026, 6, 1), "Seit mehr als einem Jahr "),
        (date(2026, 1, 1), date(2026, 6, 1), "Seither "),
        (date(2005, 1, 1), date(2026, 6, 1), "Seit mehr als 21 Jahren"),
    ],
)
def test_silence_is_counted_in_full_years(last: date, day: date, expected: str) -> None:
    assert measures.silence(last, day).startswith(expected)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2020, 12, 31), "seit Januar 2021"),
        (date(2020, 1, 22), "seit Januar 2020"),
        (date(2019, 2, 28), "seit März 2019"),
    ],
)
def test_silence_begins_in_the_month_after_the_last_report(last: date, expected: str) -> None:
    assert measures.since(last) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2016", "2016"),
        ("2016-03", "im März 2016"),
        ("2016-03-01", f"am 1.{NBSP}März 2016"),
        ("2019/2020", "2019 bis 2020"),
        (None, "ohne Datum"),
    ],
)
def test_a_date_stands_in_a_sentence_as_precise_as_it_is_known(when: str | None, expected: str) -> None:
    assert measures.at(When.parse(when) if when else None) == expected


DECIDED = entry(1, "2016-05-10", "beschlossen")
RUNNING = entry(2, "2020-12", "eingeschraenkt")
IN_DECEMBER = "im Dezember 2020 als eingeschränkt laufend gemeldet"


@pytest.mark.parametrize(
    ("order", "unclear", "expected"),
    [
        ((DECIDED, RUNNING), False, f"Am 10.{NBSP}Mai 2016 beschlossen, zuletzt {IN_DECEMBER}."),
        ((RUNNING,), True, f"I{IN_DECEMBER[1:]}. Zum heutigen Stand gibt es keinen Beleg."),
        ((entry(1, None, "laufend"),), False, "Ohne Datum als laufend gemeldet."),
        ((entry(1, "2018", "beschlossen", date_kind="berichtsstand"), RUNNING), False,
         f"2018 als beschlossen, zuletzt {IN_DECEMBER}."),
        ((entry(1, "2015", "laufend"), entry(2, "2016", "laufend")), False,
         "Erstmals 2015, zuletzt 2016 als laufend gemeldet."),
        ((entry(1, "2015", "gestartet"), RUNNING), False, f"2015 als gestartet, zuletzt {IN_DECEMBER}."),
        ((entry(1, "2015", "idee"), entry(2, "2016", "geplant")), False,
         "Zuletzt 2016 als geplant gemeldet."),
    ],
)  # fmt: skip
def test_the_lead_tells_decision_and_last_report(
    order: tuple[StatusEntry, ...], unclear: bool, expected: str
) -> None:
    assert measures.lead(order, state(order[-1], unclear=unclear)) == expected


START = PlanDate(kind="beginn", planned=When.parse("2016-05"), according_to=1)
LATER = replace(START, planned=When.parse("2016-08"))


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (NO_PLAN, "Keine Quelle nennt einen Termin."),
        (ScheduleFinding(result="verschoben", first=START, last=LATER, met_by=None),
         "Beginn geplant für August 2016, zuvor Mai 2016."),
        (ScheduleFinding(result="ueberfaellig", first=START, last=START, met_by=None),
         "Beginn geplant für Mai 2016. Dass der Termin gehalten wurde, ist nicht belegt."),
        (ScheduleFinding(result="verspaetet", first=START, last=START,
                         met_by=entry(3, "2017-02", "gestartet")),
         "Beginn geplant für Mai 2016. Im Februar 2017 als gestartet gemeldet."),
    ],
)  # fmt: skip
def test_the_plan_is_told_with_its_outcome(finding: ScheduleFinding, expected: str) -> None:
    assert measures.schedule(finding) == expected


def test_steps_in_between_are_named_where_no_date_decides() -> None:
    step = PlanDate(kind="zwischenziel", planned=When.parse("2020"), according_to=1)
    assert measures.schedule(NO_PLAN, [step]) == "Bekannt ist nur ein Zwischenschritt: 2020."


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (8, 8, "Alle 8 sind am Text der Quelle gegengelesen."),
        (1, 1, "Sie ist am Text der Quelle gegengelesen."),
        (3, 8, "3 von 8 sind am Text der Quelle gegengelesen."),
    ],
)
def test_it_is_said_how_many_reports_were_read_against_their_source(
    part: int, whole: int, expected: str
) -> None:
    assert measures.checked(part, whole) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("laut Träger geschlossen", "Laut Träger geschlossen."),
        ("Alles gut.", "Alles gut."),
        ("er sagt „ja“", "Er sagt „ja“"),
    ],
)
def test_a_note_becomes_a_sentence(text: str, expected: str) -> None:
    assert measures.sentence(text) == expected


WORDS_OF_EFFECT = ("gesenkt", "verringert", "verbessert", "bewirkt hat,", "führte zu", "dank")


def test_no_word_about_indicators_claims_an_effect() -> None:
    said = " ".join([*measures.DIRECTIONS.values(), *measures.INDICATOR_KINDS.values()])
    assert not [word for word in WORDS_OF_EFFECT if word in said]


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        (None, "EUR", ""),
        (1000.0, "EUR", f"1000{NBSP}€"),
        (333162.5, None, f"333\u202f162,50{NBSP}€"),
        (20.0, "DM", f"20{NBSP}DM"),
    ],
)
def test_money_has_its_currency(amount: float | None, currency: str | None, expected: str) -> None:
    assert measures.money(amount, currency) == expected


@pytest.mark.parametrize(
    ("when", "kind", "expected"),
    [
        ("2018", "berichtsstand", "2018 (Stand des Berichts)"),
        ("2018-05", "ereignis", "Mai 2018"),
        (None, "ohne-datum", "ohne Datum"),
    ],
)
def test_a_date_says_what_it_is(when: str | None, kind: str, expected: str) -> None:
    assert measures.dated(When.parse(when) if when else None, kind) == expected
