"""A small invented town, Musterstadt, in two versions: sample data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lagebild.model import (
    Evidence,
    Indicator,
    Measure,
    Observation,
    Period,
    PlanDate,
    Report,
    Site,
    Source,
    StatusEntry,
    Territory,
    Unit,
    When,
)

TODAY = date(2026, 11, 22)


def an_entry(number: int, day: str, status: str, **more: Any) -> StatusEntry:
    values: dict[str, Any] = {"text": f"Mustermeldung {number}", "evidence": (Evidence(source="blatt"),)}
    return StatusEntry(
        number=number, when=When.parse(day), date_kind="ereignis", status=status, certainty="belegt",
        **(values | more),
    )  # fmt: skip


def a_measure(ident: str, *history: StatusEntry, **more: Any) -> Measure:
    values: dict[str, Any] = {"title": ident.title(), "kind": "massnahme", "assignment": "quelle"}
    return Measure(id=ident, history=history, **(values | {"tie": "thematisch"} | more))


def a_figure(territory: str, year: str, value: float | None, **more: Any) -> Observation:
    values: dict[str, Any] = {
        "numerator": None,
        "denominator": None,
        "signs": (),
        "source": "amt",
        "note": "",
    }
    period = Period.parse(year)
    return Observation(territory=territory, period=period, breakdown=(), value=value, **(values | more))


def the_town() -> Report:
    unit = Unit(
        code="prozent", name="Prozent", symbol="%", decimals=1, gender="n", kind="anteil", factor=100
    )  # fmt: skip
    quote = Indicator(
        id="quote", title="Musterquote", kind="lage", unit="prozent", direction="sinken",
        time_reference="jahr", rhythm="jaehrlich",
    )  # fmt: skip
    treff = a_measure(
        "treff",
        an_entry(1, "2025-02", "beschlossen"),
        an_entry(2, "2026-04", "gestartet"),
        plan_dates=(PlanDate(kind="fertigstellung", planned=When.parse("2027"), according_to=1),),
    )
    return Report(
        day=TODAY,
        site=Site(title="Musterstadt", main_territory="musterstadt"),
        territories={"musterstadt": Territory(id="musterstadt", name="Musterstadt", kind="stadt")},
        units={"prozent": unit},
        indicators={"quote": quote},
        figures={"quote": (a_figure("musterstadt", "2018", 12.1), a_figure("musterstadt", "2019", 12.5))},
        measures={"treff": treff},
        sources={
            "amt": Source(id="amt", title="Statistisches Amt"),
            "blatt": Source(id="blatt", title="Blatt"),
        },
    )


@pytest.fixture(scope="session")
def town() -> Report:
    return the_town()


@pytest.fixture(scope="session")
def entry_of() -> Callable[..., StatusEntry]:
    return an_entry


@pytest.fixture(scope="session")
def figure_of() -> Callable[..., Observation]:
    return a_figure


@pytest.fixture(scope="session")
def measure_of() -> Callable[..., Measure]:
    return a_measure


@pytest.fixture(scope="session")
def with_measure() -> Callable[..., Report]:
    """The town with one of its measures changed: keywords are attributes of the measure."""

    def changed(report: Report, ident: str = "treff", **attributes: Any) -> Report:
        measure = replace(report.measures[ident], **attributes)
        return replace(report, measures={**report.measures, ident: measure})

    return changed
