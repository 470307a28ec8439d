"""Invented figures of Musterstadt, built from lines such as `musterstadt 2019 15,3 612/4000 vorlaeufig @a`.

A line names territory, period, value (`-` for none), then in any order counts, signs, the source after `@`.
All of it is sample data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lagebild.assessment import indicators
from lagebild.findings import IndicatorFindings
from lagebild.model import (
    Breakdown,
    Code,
    Indicator,
    Observation,
    Period,
    Report,
    Site,
    Source,
    Target,
    Territory,
    Unit,
    When,
)
from lagebild.model.values import parse_number

DAY = date(2021, 6, 30)


def unit(code: str, name: str, kind: str, factor: float = 1, decimals: int = 1, gender: str = "f") -> Unit:
    """A unit; its symbol plays no part in sentences."""
    symbol = {"Prozent": "%", "Euro je Monat": "€"}.get(name, "")
    return Unit(
        code=code, name=name, symbol=symbol, decimals=decimals, gender=gender, kind=kind, factor=factor
    )


UNITS = {
    one.code: one
    for one in (
        unit("prozent", "Prozent", "anteil", 100, gender="n"),
        unit("je-1000", "Personen je 1000 Einwohner", "rate", 1000),
        unit("haushalte", "Haushalte je 1000 Haushalte", "anteil", 1000, gender="m"),
        unit("personen", "Personen", "anzahl", decimals=0),
        unit("paesse", "Pässe", "anzahl", decimals=0, gender="m"),
        unit("euro", "Euro je Monat", "betrag", decimals=0, gender="m"),
        unit("punkte", "Indexpunkte", "index", decimals=2, gender="m"),
        unit("stufe", "von 5 Stufen", "index", decimals=0),
    )
}

TERRITORIES = {
    one.id: one
    for one in (
        Territory(id="deutschland", name="Deutschland", kind="bund"),
        Territory(id="musterland", name="Musterland", kind="land", parent="deutschland"),
        Territory(id="musterkreis", name="Musterkreis", kind="kreis", parent="musterland"),
        Territory(id="nachbarkreis", name="Nachbarkreis (ohne Altdorf)", kind="kreis", parent="musterland"),
        Territory(id="musterstadt", name="Musterstadt", kind="stadt", parent="musterkreis"),
        Territory(id="altdorf", name="Altdorf", kind="stadt", parent="musterkreis"),
        Territory(id="neudorf", name="Neudorf", kind="stadt", parent="musterkreis"),
        Territory(id="seestadt", name="Seestadt", kind="stadt", parent="musterkreis"),
    )
}

SOURCES = {
    one.id: one
    for one in (
        Source(id="a", title="Sample Ausgabe A", edition="a", territorial_status="2019-12-31"),
        Source(id="a2", title="Sample Export A", edition="a", territorial_status="2019-12-31"),
        Source(id="b", title="Sample Ausgabe B", edition="b", territorial_status="jeweils"),
    )
}

AGES = {
    "insgesamt": Code(code="insgesamt", name="Insgesamt"),
    "unter 3": Code(code="unter 3", name="Unter 3 Jahre", part_of="insgesamt"),
}


@dataclass(frozen=True)
class Case:
    """A report with one indicator, and what the data says."""

    report: Report
    indicator: Indicator
    findings: IndicatorFindings


def case(lines: str | Iterable[str], *, day: date = DAY, **given: object) -> Case:
    """The findings of an indicator with these figures; `given` are attributes of the indicator."""
    indicator = Indicator(**(_PLAIN | given))  # type: ignore[arg-type]
    rows = lines.strip().splitlines() if isinstance(lines, str) else lines
    report = Report(
        day=day,
        site=Site(title="Sample", main_territory="musterstadt"),
        territories=TERRITORIES,
        units=UNITS,
        sources=SOURCES,
        code_lists={"altersgruppe": AGES},
        indicators={indicator.id: indicator},
        figures={indicator.id: tuple(observation(row, indicator) for row in rows)},
    )
    return Case(report, indicator, indicators.assess(report, indicator.id))


def observation(line: str, indicator: Indicator) -> Observation:
    """One figure from its line."""
    territory, period, value, *rest = line.split()
    numerator, denominator, source, signs = None, None, "a", []
    for word in rest:
        if word.startswith("@"):
            source = word[1:]
        elif "/" in word:
            numerator, denominator = (float(part) for part in word.split("/"))
        else:
            signs.append(word)
    main = dict(indicator.main_series or ())
    return Observation(
        territory=territory,
        period=Period.parse(period),
        breakdown=tuple(main.get(b.id, "insgesamt") for b in indicator.breakdowns),
        value=None if value == "-" else parse_number(value),
        numerator=numerator,
        denominator=denominator,
        signs=tuple(signs),
        source=source,
        note="",
    )


def counts(
    shares: Iterable[int], *, of: int = 1000, start: int = 2015, territory: str = "musterstadt"
) -> list[str]:
    """Lines for a yearly share in per cent: so many of `of` persons."""
    return [
        f"{territory} {start + i} {100 * x / of:.3f} {x}/{of}".replace(".", ",") for i, x in enumerate(shares)
    ]


def plain(
    values: Iterable[float], *, start: int = 2015, territory: str = "musterstadt", source: str = "a"
) -> list[str]:
    """Lines for a yearly figure of which only the result was published."""
    return [f"{territory} {start + i} {value} @{source}".replace(".", ",") for i, value in enumerate(values)]


def target(kind: str, value: float | None = None, until: str | None = None, **given: object) -> Target:
    """A target; `valid_from` and `valid_to` as text."""
    dated = {k: When.parse(v) if k in ("valid_from", "valid_to") else v for k, v in given.items()}  # type: ignore[arg-type]
    due = When.parse(until) if until else None
    return Target(kind=kind, value=None if value is None else float(value), until=due, **dated)  # type: ignore[arg-type]


BY_AGE = (Breakdown(id="altersgruppe", kind="vollstaendig"),)

_PLAIN: dict[str, object] = {
    "id": "sample",
    "title": "Kinderarmut",
    "kind": "lage",
    "unit": "prozent",
    "direction": "sinken",
    "time_reference": "jahr",
    "rhythm": "jaehrlich",
}
