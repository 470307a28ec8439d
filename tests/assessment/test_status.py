"""Facts: (history, day) → phase and since when. Every sentence of the contract on phases has its rows."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.assessment.measure import state
from lagebild.assessment.record.status import PHASES
from lagebild.model import STATUSES

TODAY = date(2026, 11, 22)
RUNS = ["2018-05-02 beschlossen", "2019-03-01 gestartet"]
REST = ["2017 gestartet", "2018-03-16 unterbrochen"]
SHELVED = ["2017 beschlossen", "2018-03-16 zurueckgestellt"]
ENDED = ["2017 laufend", "2018-03-16 beendet"]
DONE = ["2017 laufend", "2018-03-16 abgeschlossen"]

FACTS = [
    ("an entry counts from the last day of its interval on", ["2019 gestartet"], "2019-12-30", None, None),
    ("an entry counts from the last day of its interval on", ["2019 gestartet"], "2019-12-31",
     "in-umsetzung", "2019-01-01"),
    ("a month counts once it is over", ["2019-02 gestartet"], "2019-02-28", "in-umsetzung", "2019-02-01"),
    ("a span counts once it is over", ["2019/2020 gestartet"], "2020-12-30", None, None),
    ("a span counts once it is over", ["2019/2020 gestartet"], "2020-12-31", "in-umsetzung", "2019-01-01"),
    ("a day counts on itself", ["2019-08-22 empfohlen"], "2019-08-22", "vorgeschlagen", "2019-08-22"),
    ("before its first entry there is no phase", ["2019-08-22 empfohlen"], "2019-08-21", None, None),
    ("undated entries give no phase", ["- laufend"], "2026-11-22", None, None),
    ("an undated entry changes nothing", ["2019 laufend", "- beendet"], "2020-01-01", "in-umsetzung",
     "2019-01-01"),
    ("a proposal never lowers preparation", ["2018 beschlossen", "2019 empfohlen"], "2020-01-01",
     "vorbereitet", "2018-01-01"),
    ("preparation raises a proposal", ["2018 idee", "2019-04 beantragt"], "2020-01-01", "vorbereitet",
     "2019-04-01"),
    ("preparation never lowers what runs", [*RUNS, "2019-09 beschlossen"], "2020-01-01",
     "in-umsetzung", "2019-03-01"),
    ("a proposal never lowers what runs", [*RUNS, "2019-08-22 empfohlen"], "2020-01-01",
     "in-umsetzung", "2019-03-01"),
    ("done before decided: it ran a week before the proposal", ["2019-08-15 gestartet",
     "2019-08-22 empfohlen"],
     "2019-08-22", "in-umsetzung", "2019-08-15"),
    ("restricted operation is operation", [*RUNS, "2020-02 eingeschraenkt"], "2020-03-01",
     "in-umsetzung", "2019-03-01"),
    ("an interruption rests", REST, "2018-04-01", "ruht", "2018-03-16"),
    ("preparation does not lift an interruption", [*REST, "2018-05 geplant"], "2018-06-01", "ruht",
     "2018-03-16"),
    ("an interruption ends with operation", [*REST, "2018-10 laufend"], "2018-11-01", "in-umsetzung",
     "2018-10-01"),
    ("after shelving a proposal opens a new round", [*SHELVED, "2020 idee"], "2021-01-01",
     "vorgeschlagen", "2020-01-01"),
    ("after shelving preparation opens a new round", [*SHELVED, "2020-10-13 beschlossen"], "2021-01-01",
     "vorbereitet", "2020-10-13"),
    ("after an end a proposal opens a new round", [*ENDED, "2020 empfohlen"], "2021-01-01",
     "vorgeschlagen", "2020-01-01"),
    ("after an end preparation opens a new round", [*ENDED, "2020 geplant"], "2021-01-01",
     "vorbereitet", "2020-01-01"),
    ("after completion a proposal does not", [*DONE, "2020 empfohlen"], "2021-01-01", "abgeschlossen",
     "2018-03-16"),
    ("after completion a decision does not", [*DONE, "2020-07 beschlossen"], "2021-01-01",
     "abgeschlossen", "2018-03-16"),
    ("after completion a start does", [*DONE, "2020-07 gestartet"], "2021-01-01", "in-umsetzung",
     "2020-07-01"),
    ("after completion operation does", [*DONE, "2020 laufend"], "2021-01-01", "in-umsetzung", "2020-01-01"),
    ("after completion a declared new round does", [*DONE, "2020-07 geplant neue-runde"], "2021-01-01",
     "vorbereitet", "2020-07-01"),
    ("after completion an interruption does not", [*DONE, "2020-03-16 unterbrochen"], "2021-01-01",
     "abgeschlossen", "2018-03-16"),
    ("after completion a declared new round may rest", [*DONE, "2020-03-16 unterbrochen neue-runde"],
     "2021-01-01",
     "ruht", "2020-03-16"),
    ("what was completed may end", [*DONE, "2020 beendet"], "2021-01-01", "beendet", "2020-01-01"),
    ("a new round that is completed begins a new phase", [*DONE, "2021-05 abgeschlossen neue-runde"],
     "2022-01-01",
     "abgeschlossen", "2021-05-01"),
    ("completion reported twice keeps its first date", [*DONE, "2019 abgeschlossen"], "2020-01-01",
     "abgeschlossen", "2018-03-16"),
    ("an application for repeal changes nothing", [*RUNS, "2024 aufhebung-beantragt"], "2025-01-01",
     "in-umsetzung", "2019-03-01"),
    ("a decided repeal ends", [*RUNS, "2024 aufhebung-beantragt", "2025-02-01 beendet"], "2025-03-01",
     "beendet", "2025-02-01"),
    ("the order of the file decides, not the end of the interval", ["2019 gestartet",
     "2019-08 abgeschlossen"],
     "2019-12-31", "abgeschlossen", "2019-08-01"),
    ("an interval that contains another counts later", ["2019 gestartet", "2019-08-22 abgeschlossen"],
     "2019-08-22", "abgeschlossen", "2019-08-22"),
    ("equal dates follow the order of the file", ["2020-02 beschlossen", "2020-02 eingeschraenkt"],
     "2020-02-29",
     "in-umsetzung", "2020-02-01"),
    ("a decision reported in the year of an earlier start", ["2021 bewilligt", "2021-05-18 laufend"],
     "2021-06-01",
     "in-umsetzung", "2021-05-18"),
    ("the same history when the year is over", ["2021 bewilligt", "2021-05-18 laufend"], "2021-12-31",
     "in-umsetzung", "2021-05-18"),
    ("from end to proposal to decision to completion",
     ["2015-10-27 beendet", "2016 empfohlen", "2016-03-01 beschlossen", "2018 abgeschlossen"], "2016-03-01",
     "vorbereitet", "2016-03-01"),
    ("when the year of the proposal is over", ["2015-10-27 beendet", "2016 empfohlen",
     "2016-03-01 beschlossen"],
     "2016-12-31", "vorbereitet", "2016-03-01"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "history", "day", "phase", "since"), FACTS)
def test_phase(measure_of, sentence, history, day, phase, since):
    found = state(measure_of(history), date.fromisoformat(day), today=TODAY)
    assert (found.phase, found.since and found.since.isoformat()) == (phase, since), sentence


CORRECTED = ["2018 beschlossen", "2019-03-01 gestartet"]
CORRECTIONS = [
    ("a corrected date holds for all days", [*CORRECTED, "2019-05-01 gestartet berichtigt=2"], "2019-04-01",
     "vorbereitet", "2018-01-01"),
    ("a corrected date holds for all days", [*CORRECTED, "2019-05-01 gestartet berichtigt=2"], "2019-05-01",
     "in-umsetzung", "2019-05-01"),
    ("a corrected status holds for all days", [*CORRECTED, "2019-03-01 unterbrochen berichtigt=2"],
     "2019-03-01",
     "ruht", "2019-03-01"),
    ("a correction may stand anywhere", ["2018 beschlossen", "2018-02-01 empfohlen berichtigt=1",
     "2019 laufend"],
     "2018-02-01", "vorgeschlagen", "2018-02-01"),
    ("a correction of a correction holds", [*CORRECTED, "2019-05-01 gestartet berichtigt=2",
     "2019-07-01 gestartet berichtigt=3"], "2019-06-01", "vorbereitet", "2018-01-01"),
    ("of two corrections the later holds", [*CORRECTED, "2019-05-01 gestartet berichtigt=2",
     "2019-07-01 gestartet berichtigt=2"], "2019-07-01", "in-umsetzung", "2019-07-01"),
    ("a correction without a date takes the date away", [*CORRECTED, "- gestartet berichtigt=2"],
     "2020-01-01",
     "vorbereitet", "2018-01-01"),
    ("a corrected date moves the event among the others", ["2018-06 gestartet", "2020 abgeschlossen",
     "2017-12 abgeschlossen berichtigt=2"], "2021-01-01", "in-umsetzung", "2018-06-01"),
    ("a correction that ends what began keeps its place", ["2018-06 gestartet", "2020 abgeschlossen",
     "2019-02 abgeschlossen berichtigt=2"], "2021-01-01", "abgeschlossen", "2019-02-01"),
    ("a correction of an unknown entry is an entry", ["2018 beschlossen", "2019 laufend berichtigt=9"],
     "2020-01-01", "in-umsetzung", "2019-01-01"),
    ("corrections in a circle lose no event", ["2018 beschlossen berichtigt=2", "2019 laufend berichtigt=1"],
     "2020-01-01", "in-umsetzung", "2019-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "history", "day", "phase", "since"), CORRECTIONS)
def test_corrections(measure_of, sentence, history, day, phase, since):
    found = state(measure_of(history), date.fromisoformat(day), today=TODAY)
    assert (found.phase, found.since and found.since.isoformat()) == (phase, since), sentence


def test_every_status_has_a_phase():
    assert set(PHASES) == set(STATUSES)
