"""Facts: (history, plans, day) → how the measure stands to its plan."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.assessment.board import SCHEDULE_CLASSES
from lagebild.assessment.measure import state

TODAY = date(2026, 11, 22)
DECIDED = ["2018-05-02 beschlossen"]
DUE = ["fertigstellung 2019-06 laut 1"]

FACTS = [
    ("no plan is known", DECIDED, [], "2020-01-01", "kein-termin"),
    ("a plan to come", DECIDED, DUE, "2019-06-30", "steht-aus"),
    ("a plan that has passed", DECIDED, DUE, "2019-07-01", "ueberfaellig"),
    ("the plan is not known before its entry counts", ["2018 beschlossen"], DUE, "2018-12-30", "kein-termin"),
    ("the plan is known once its entry counts", ["2018 beschlossen"], DUE, "2018-12-31", "steht-aus"),
    ("done before the planned end", [*DECIDED, "2019-05-04 abgeschlossen"], DUE, "2020-01-01",
     "fristgerecht"),
    ("done in the planned month", [*DECIDED, "2019-06 abgeschlossen"], DUE, "2020-01-01", "fristgerecht"),
    ("done in the planned year", [*DECIDED, "2019 abgeschlossen"], ["fertigstellung 2019 laut 1"],
     "2020-01-01",
     "fristgerecht"),
    ("done after it", [*DECIDED, "2019-07-01 abgeschlossen"], DUE, "2020-01-01", "verspaetet"),
    ("done in an interval that contains the planned month", [*DECIDED, "2019 abgeschlossen"], DUE,
     "2020-01-01",
     "nicht-entscheidbar"),
    ("done in an interval that contains the planned day", [*DECIDED, "2019-06 abgeschlossen"],
     ["fertigstellung 2019-06-10 laut 1"], "2020-01-01", "nicht-entscheidbar"),
    ("not met before the interval of the event has ended", [*DECIDED, "2019 abgeschlossen"], DUE,
     "2019-08-01",
     "ueberfaellig"),
    ("a start does not meet a planned completion", [*DECIDED, "2019-01-10 gestartet"], DUE, "2020-01-01",
     "ueberfaellig"),
    ("a start meets a planned beginning", [*DECIDED, "2019-01-10 gestartet"], ["beginn 2019-06 laut 1"],
     "2020-01-01", "fristgerecht"),
    ("operation meets a planned beginning", [*DECIDED, "2019-08-10 laufend"], ["beginn 2019-06 laut 1"],
     "2020-01-01", "verspaetet"),
    ("completion meets a planned beginning", [*DECIDED, "2019-06-10 abgeschlossen"],
     ["beginn 2019-06 laut 1"],
     "2020-01-01", "fristgerecht"),
    ("an end does not show that it ever began", [*DECIDED, "2019-06-10 beendet"], ["beginn 2019-06 laut 1"],
     "2020-01-01", "entfallen"),
    ("completion decides where it is planned", [*DECIDED, "2019-01-10 gestartet"],
     ["beginn 2019-06 laut 1", "fertigstellung 2021 laut 1"], "2020-01-01", "steht-aus"),
    ("completion decides wherever it stands in the list", [*DECIDED, "2019-01-10 gestartet"],
     ["fertigstellung 2021 laut 1", "beginn 2019-06 laut 1"], "2020-01-01", "steht-aus"),
    ("an intermediate goal decides nothing", DECIDED, ["zwischenziel 2019-06 laut 1"], "2020-01-01",
     "kein-termin"),
    ("a later plan is a postponement", [*DECIDED, "2019-04-01 geplant"],
     [*DUE, "fertigstellung 2020-12 laut 2"], "2020-01-01", "verschoben"),
    ("before the later plan was known the first one counts", [*DECIDED, "2019-09-01 geplant"],
     [*DUE, "fertigstellung 2020-12 laut 2"], "2019-08-01", "ueberfaellig"),
    ("a postponed plan can pass as well", [*DECIDED, "2019-04-01 geplant"],
     [*DUE, "fertigstellung 2020-12 laut 2"], "2021-01-01", "ueberfaellig"),
    ("the order of the entries decides, not that of the plans", [*DECIDED, "2019-04-01 geplant"],
     ["fertigstellung 2020-12 laut 2", *DUE], "2020-01-01", "verschoben"),
    ("an earlier plan is no postponement", [*DECIDED, "2019-01-01 geplant"],
     [*DUE, "fertigstellung 2019-03 laut 2"], "2019-02-01", "steht-aus"),
    ("the same plan in other words is no postponement", [*DECIDED, "2019-01-01 geplant"],
     [*DUE, "fertigstellung 2019 laut 2"], "2019-02-01", "steht-aus"),
    ("judged against the last plan known before it was met", [*DECIDED, "2019-04-01 geplant",
     "2020-10-01 abgeschlossen"], [*DUE, "fertigstellung 2020-12 laut 2"], "2021-01-01", "fristgerecht"),
    ("a plan named afterwards does not decide", [*DECIDED, "2019-09-01 abgeschlossen", "2019-10-01 geplant"],
     [*DUE, "fertigstellung 2020-12 laut 3"], "2021-01-01", "verspaetet"),
    ("done before it was decided", ["2019-08-15 gestartet", "2019-08-22 empfohlen"],
     ["beginn 2019-12 laut 2"],
     "2020-01-01", "fristgerecht"),
    ("a passed plan of a shelved measure", [*DECIDED, "2019-01-10 zurueckgestellt"], DUE, "2020-01-01",
     "entfallen"),
    ("a plan to come of a shelved measure", [*DECIDED, "2019-01-10 zurueckgestellt"], DUE, "2019-02-01",
     "steht-aus"),
    ("a passed plan of an ended measure", [*DECIDED, "2019-01-10 beendet"], DUE, "2020-01-01", "entfallen"),
    ("a passed plan of an interrupted measure", [*DECIDED, "2019-01-10 unterbrochen"], DUE, "2020-01-01",
     "ueberfaellig"),
    ("shelved and reopened with a later plan", [*DECIDED, "2019-01-10 zurueckgestellt",
     "2020-02-01 beschlossen"],
     [*DUE, "fertigstellung 2021 laut 3"], "2020-03-01", "verschoben"),
    ("a new round has a promise of its own", [*DECIDED, "2019-05-01 abgeschlossen",
     "2020-01-15 geplant neue-runde"],
     [*DUE, "fertigstellung 2020-06 laut 3"], "2021-01-01", "ueberfaellig"),
    ("a new round without a plan leaves the kept promise kept", [*DECIDED, "2019-05-01 abgeschlossen",
     "2020-01-15 laufend"], DUE, "2021-01-01", "fristgerecht"),
    ("a plan from an undated entry does not count on earlier days", ["- geplant", "2018 beschlossen"], DUE,
     "2020-01-01", "kein-termin"),
    ("a plan from an undated entry counts today", ["- geplant", "2018 beschlossen"], DUE, "2026-11-22",
     "ueberfaellig"),
    ("done at an unknown date decides nothing", [*DECIDED, "- abgeschlossen"], DUE, "2026-11-22",
     "nicht-entscheidbar"),
    ("done without evidence is not done in time", [*DECIDED, "2019-05-04 abgeschlossen ohne-beleg"], DUE,
     "2020-01-01", "nicht-entscheidbar"),
    ("a report says by when, not when", [*DECIDED, "2020 abgeschlossen berichtsstand"], DUE, "2021-01-01",
     "nicht-entscheidbar"),
    ("a report before the planned end suffices", [*DECIDED, "2019-03 abgeschlossen berichtsstand"], DUE,
     "2021-01-01", "fristgerecht"),
    ("late if it was still planned after the planned end", [*DECIDED, "2019-09-01 geplant",
     "2020 abgeschlossen berichtsstand"], DUE, "2021-01-01", "verspaetet"),
    ("the corrected date of the event decides", [*DECIDED, "2019-05-04 abgeschlossen",
     "2019-08-04 abgeschlossen berichtigt=2"], DUE, "2020-01-01", "verspaetet"),
    ("the plan is known when the corrected entry counts", [*DECIDED, "2019-03-01 beschlossen berichtigt=1"],
     DUE,
     "2019-02-01", "kein-termin"),
    ("a plan of an unknown entry is no plan", DECIDED, ["fertigstellung 2019-06 laut 9"], "2020-01-01",
     "kein-termin"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "history", "plans", "day", "expected"), FACTS)
def test_schedule(measure_of, sentence, history, plans, day, expected):
    found = state(measure_of(history, plans), date.fromisoformat(day), today=TODAY)
    assert found.schedule.result == expected, sentence


def test_the_facts_reach_every_class():
    assert {expected for *_, expected in FACTS} == set(SCHEDULE_CLASSES)


def test_the_first_plan_is_kept_beside_the_one_that_decides(measure_of):
    history = [*DECIDED, "2019-04-01 geplant", "2020-10-01 abgeschlossen"]
    found = state(measure_of(history, [*DUE, "fertigstellung 2020-12 laut 2"]), TODAY, today=TODAY).schedule
    assert (found.first.planned.text, found.last.planned.text, found.met_by.number) == (
        "2019-06",
        "2020-12",
        3,
    )
