"""Sample measures of an invented town, written as short lines.

An entry is `DATE STATUS [words …]`, numbered by its place: `2018-05 beschlossen`. `-` stands for no date.
Words are a kind of date, `ohne-beleg`, `neue-runde` and `berichtigt=NR`. A plan is `ART DATE laut NR`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from lagebild.model import Evidence, Measure, PlanDate, Report, Site, StatusEntry, When

TODAY = date(2026, 11, 22)


def an_entry(number: int, line: str) -> StatusEntry:
    day, status, *words = line.split()
    kinds = [w for w in words if w in ("berichtsstand", "veroeffentlichung", "erschlossen")]
    corrects = [int(w.partition("=")[2]) for w in words if w.startswith("berichtigt=")]
    return StatusEntry(
        number=number,
        when=None if day == "-" else When.parse(day),
        date_kind="ohne-datum" if day == "-" else (kinds or ["ereignis"])[0],
        status=status,
        text=f"Mustermeldung {number}",
        evidence=() if "ohne-beleg" in words else (Evidence(source="musterblatt"),),
        certainty="unsicher" if "ohne-beleg" in words else "belegt",
        corrects=corrects[0] if corrects else None,
        new_round="neue-runde" in words,
    )


def a_plan(line: str) -> PlanDate:
    kind, day, _, number = line.split()
    return PlanDate(kind=kind, planned=When.parse(day), according_to=int(number))


def a_measure(
    entries: Sequence[str], plans: Sequence[str] = (), ident: str = "mustertreff", **more: Any
) -> Measure:
    values: dict[str, Any] = {"title": ident.title(), "kind": "massnahme", "assignment": "quelle"}
    values |= {"tie": "thematisch"}
    return Measure(
        id=ident,
        history=tuple(an_entry(number, line) for number, line in enumerate(entries, start=1)),
        plan_dates=tuple(a_plan(line) for line in plans),
        **(values | more),
    )


def a_report(*measures: Measure, day: date = TODAY, **more: Any) -> Report:
    site = Site(title="Musterstadt", main_territory="musterstadt")
    return Report(day=day, site=site, measures={measure.id: measure for measure in measures}, **more)


@pytest.fixture(scope="session")
def measure_of() -> Callable[..., Measure]:
    return a_measure


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    return a_report
