"""What an indicator means: what is counted, related to what, which direction is wished, what broke it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.model import Indicator, Observation, Report, Revision
from lagebild.pages import _origin
from lagebild.pages.page import Link
from lagebild.wording import dates, grammar

Row = Mapping[str, Any]

KINDS = {"lage": "Lage: hat viele Ursachen", "leistung": "Leistung: hängt vom eigenen Tun ab"}
DIRECTIONS = {"sinken": "sinken", "steigen": "steigen", "neutral": "keine (neutral)"}
TIME_REFERENCES = {
    "jahr": "Jahr",
    "stichtag": "Stichtag",
    "jahresdurchschnitt": "Jahresdurchschnitt",
    "schuljahr": "Schuljahr",
    "quartal": "Quartal",
}
RHYTHMS = {
    "jaehrlich": "jährlich",
    "zweijaehrlich": "alle zwei Jahre",
    "unregelmaessig": "unregelmäßig",
    "eingestellt": "eingestellt",
}
PRICES = {
    "nominal": "Preise des jeweiligen Jahres, nicht um den Preisanstieg bereinigt",
    "real": "um den Preisanstieg bereinigt",
}
_REVISIONS = {
    "neue-ausgabe": "neue Ausgabe",
    "berichtigung": "Berichtigung",
    "definition": "andere Definition",
    "gebietsstand": "anderer Gebietsstand",
}
_FEW = 3
"""Up to so many territories are named; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What stands under "Was die Zahl meint"."""

    question: str
    definition: str
    plain: str
    notes: str
    checked: str
    breaks: tuple[Row, ...]
    """{ab, grund, gebiete}"""
    revisions: tuple[Row, ...]
    """{datum, art, grund, gebiete, zeiten, quelle, url}"""


def meaning(report: Report, indicator: Indicator, link: Link) -> Meaning:
    """Definition, breaks and revisions of an indicator."""
    return Meaning(
        question=indicator.question or "",
        definition=indicator.definition or "",
        plain=indicator.plain or "",
        notes=indicator.notes or "",
        checked=indicator.checked or "",
        breaks=tuple(
            {
                "ab": dates.when(b.start),
                "grund": grammar.sentence(b.reason),
                "gebiete": _names(report, b.territories or ()),
            }
            for b in indicator.breaks
        ),
        revisions=tuple(_revision(report, r, link) for r in report.revisions if r.indicator == indicator.id),
    )


def _revision(report: Report, revision: Revision, link: Link) -> Row:
    source = report.sources.get(revision.source or "")
    return {
        "datum": dates.when(revision.date),
        "art": _REVISIONS[revision.kind],
        "grund": revision.reason,
        "gebiete": _names(report, revision.territories),
        "zeiten": _span(revision.periods),
        "quelle": source.title if source else "",
        "url": link(_origin.source_address(source)) if source else "",
    }


def _names(report: Report, territories: Sequence[str]) -> str:
    if len(territories) > _FEW:
        return f"{len(territories)} Gebiete"
    return grammar.listed([report.territories[t].name for t in territories if t in report.territories])


def _span(periods: Sequence[str]) -> str:
    return f"{periods[0]} bis {periods[-1]}" if len(periods) > 1 else "".join(periods)


def facts(
    report: Report, indicator: Indicator, observations: Sequence[Observation], link: Link
) -> tuple[Row, ...]:
    """The entries of the side column, as the macro `fakten` reads them."""
    return tuple(
        {"name": name, "werte": values}
        for name, values in _entries(report, indicator, observations, link)
        if values
    )


def _entries(
    report: Report, indicator: Indicator, observations: Sequence[Observation], link: Link
) -> Iterator[tuple[str, tuple[Row, ...]]]:
    sources = _origin.sources_of(report, observations)
    yield "Gezählt", _text(indicator.numerator)
    yield "Bezogen auf", _text(indicator.denominator)
    yield "Art", _text(KINDS[indicator.kind])
    wish = {"text": DIRECTIONS[indicator.direction]}
    if indicator.direction != "neutral":
        wish["zeichen"] = indicator.direction
    yield "Gewünschte Richtung", (wish, *_text(indicator.direction_reason))
    yield "Zeitbezug", _text(TIME_REFERENCES[indicator.time_reference])
    yield "Rhythmus", _text(RHYTHMS[indicator.rhythm])
    yield "Preise", _text(PRICES[indicator.prices] if indicator.prices else None)
    yield "Quelle", tuple({"text": s.title, "url": link(_origin.source_address(s))} for s in sources)
    yield "Lizenz", _origin.licences(sources)
    yield (
        "Geprüft",
        ({"text": "Wie die Zahlen geprüft wurden", "url": "#geprueft"},) if indicator.checked else (),
    )


def _text(text: str | None) -> tuple[Row, ...]:
    return ({"text": text},) if text else ()
