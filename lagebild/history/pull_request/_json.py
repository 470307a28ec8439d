"""The report for machines: everything, uncut, with German keys."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from lagebild.history._comparison import Comparison, FieldChange, FigureChange, MeasureChange, NounChange
from lagebild.history._phrases import shown
from lagebild.history.pull_request._addresses import addresses
from lagebild.history.pull_request._proposal import Proposal
from lagebild.model import Observation
from lagebild.problems import Problem
from lagebild.problems import as_json as problems_as_json


def as_json(proposal: Proposal) -> str:
    """All that the page says, as data."""
    said: dict[str, Any] = {
        "fehler": proposal.errors,
        "meldungen": _problems(proposal.problems),
        "meldungen_schon_vorher": _problems(proposal.old_problems),
        "behoben": proposal.repaired,
        "werte_verborgen": list(proposal.hidden),
        "nicht_vollstaendig_gelesen": list(proposal.unread),
        "auswertung_unvollstaendig": proposal.unjudged,
        "verglichen": proposal.comparison is not None,
    }
    if proposal.comparison is not None:
        said |= _changes(proposal.comparison)
    said["saetze_des_berichts"] = [{"thema": line.topic, "text": line.text} for line in proposal.lines]
    return json.dumps(said, ensure_ascii=False, indent=1)


def _problems(problems: Iterable[Problem]) -> Any:
    return json.loads(problems_as_json(list(problems)))


def _changes(comparison: Comparison) -> dict[str, Any]:
    return {
        "zahlen": [_figure(change) for change in comparison.figures],
        "massnahmen": [_measure(change) for change in comparison.measures],
        "angaben": [_noun(change) for change in comparison.nouns],
        "staende": [
            {"massnahme": c.measure, "art": c.aspect, "vorher": c.values[0], "jetzt": c.values[1]}
            for c in comparison.states
        ],
        "tafel": [
            {"gruppe": c.group, "code": c.code, "vorher": c.before, "vorher_von": c.before_of,
             "jetzt": c.after, "jetzt_von": c.after_of}
            for c in comparison.counts
        ],
        "auswertung": [
            {"indikator": c.indicator, "art": c.sort, "worueber": list(c.subject), "vorher": c.before,
             "jetzt": c.after}
            for c in comparison.findings
        ],
        "saetze": [
            {"indikator": c.indicator, "entfaellt": list(c.gone), "neu": list(c.added)}
            for c in comparison.sentences
        ],
        "seiten": list(addresses(comparison)),
    }  # fmt: skip


def _figure(change: FigureChange) -> dict[str, Any]:
    figure = change.figure
    return {
        "indikator": change.indicator,
        "art": change.kind,
        "gebiet": figure.territory,
        "zeit": figure.period.text,
        "merkmale": list(figure.breakdown),
        "spalten": list(change.columns),
        "vorher": _observation(change.before),
        "jetzt": _observation(change.after),
        "aenderung": change.difference,
        "grund": change.reason.reason if change.reason else None,
        "datei": change.place.file,
        "zelle": change.place.cell,
    }


def _observation(figure: Observation | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {
        "wert": figure.value,
        "zaehler": figure.numerator,
        "nenner": figure.denominator,
        "zeichen": list(figure.signs),
        "quelle": figure.source,
        "anmerkung": figure.note,
    }


def _measure(change: MeasureChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "titel": change.measure.title,
        "art": change.kind,
        "umgestellt": change.reordered,
        "eintraege": [
            {"nr": entry.number, "art": entry.kind, "felder": _fields(entry.fields)}
            for entry in change.entries
        ],
        "felder": _fields(change.fields),
    }


def _noun(change: NounChange) -> dict[str, Any]:
    return {
        "sorte": change.sort,
        "id": change.id,
        "titel": change.title,
        "art": change.kind,
        "felder": _fields(change.fields),
    }


def _fields(fields: Iterable[FieldChange]) -> list[dict[str, Any]]:
    return [
        {"feld": field.key, "vorher": shown(field.before) or None, "jetzt": shown(field.after) or None}
        for field in fields
    ]
