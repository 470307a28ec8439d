"""JSON Schemas of the published results, so that programs can rely on them and tests hold them to it.

One schema per kind of file: `index.json` for `daten/index.json`, `indikator.json` for
`daten/indikatoren/<id>.json`, `massnahmen.json` for `daten/massnahmen.json`, `stand.json` for
`daten/stand/<day>.json`. Draft 7, as the schemas of the planners' files. Every key that is listed is always
there unless the schema says otherwise; null means that nothing is known or nothing can be said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from lagebild.assessment.board import SCHEDULE_CLASSES
from lagebild.assessment.record.status import PHASES
from lagebild.findings import BOARD_CLASSES
from lagebild.model import MARKS, MEASURE_KINDS, SIGNS, STATUSES, STRATEGY_TIES
from lagebild.model.indicators import Direction
from lagebild.model.measures import Assignment, Certainty, DateKind, PlanKind
from lagebild.statistics import (
    ComparisonOutcome,
    IntervalMethod,
    Judgement,
    Rating,
    TrendMethod,
    TrendOutcome,
)

Json = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT: Json = {"type": "string"}
_NUMBER: Json = {"type": "number"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_YES_NO: Json = {"type": "boolean"}
_DAY: Json = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_CODES: Json = {"type": "object", "additionalProperties": _TEXT}


def result_schemas() -> Mapping[str, Json]:
    """File name below `schema/ergebnisse/` → schema."""
    return {
        "index.json": _whole("Verzeichnis der veröffentlichten Daten", _index()),
        "indikator.json": _whole("Werte eines Indikators und was sich daraus ergibt", _indicator()),
        "massnahmen.json": _whole("Maßnahmen mit Stand und Verlauf", _list(_measure())),
        "stand.json": _whole("Stand der Maßnahmen an einem Tag", _board()),
    }


def _whole(title: str, schema: Json) -> Json:
    return {"$schema": _DRAFT, "title": title, **schema}


def _object(keys: Mapping[str, Json], *, optional: Mapping[str, Json] | None = None) -> Json:
    return {
        "type": "object",
        "properties": {**keys, **(optional or {})},
        "required": list(keys),
        "additionalProperties": False,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _one_of(codes: Iterable[str]) -> Json:
    return {"enum": list(codes)}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _index() -> Json:
    entry = {"id": _TEXT, "titel": _TEXT, "pfad": _TEXT}
    return _object(
        {
            "version": _or_null(_TEXT),
            "commit": _or_null(_TEXT),
            "stand": _DAY,
            "erzeugt_mit": _TEXT,
            "indikatoren": _list(_object(entry)),
            "massnahmen": _TEXT,
            "schema": _TEXT,
        }
    )


def _indicator() -> Json:
    return _object(
        {
            "id": _TEXT,
            "titel": _TEXT,
            "einheit": _TEXT,
            "richtung": _one_of(get_args(Direction)),
            "quellen": _TEXTS,
            "werte": _list(_value()),
            "trend": _list(_trend()),
            "vergleiche": _list(_comparison()),
            "ziele": _list(_target()),
            "rang": _list(_rank()),
            "saetze": _TEXTS,
        }
    )


def _value() -> Json:
    limits = {"untere": _NUMBER, "obere": _NUMBER, "niveau": _NUMBER}
    interval = _object({**limits, "methode": _one_of(get_args(IntervalMethod))})
    return _object(
        {
            "gebiet": _TEXT,
            "zeit": _TEXT,
            "merkmale": _CODES,
            "wert": _or_null(_NUMBER),
            "zaehler": _or_null(_NUMBER),
            "nenner": _or_null(_NUMBER),
            "zeichen": _list(_one_of((*SIGNS, *MARKS))),
            "quelle": _TEXT,
            "intervall": _or_null(interval),
        }
    )


def _trend() -> Json:
    return _object(
        {
            "gebiet": _TEXT,
            "merkmale": _CODES,
            "ergebnis": _one_of(get_args(TrendOutcome)),
            "methode": _or_null(_one_of(get_args(TrendMethod))),
            "grund": _or_null(_TEXT),
            "von": _or_null(_TEXT),
            "bis": _or_null(_TEXT),
            "pruefgroesse": _or_null(_NUMBER),
        }
    )


def _comparison() -> Json:
    return _object(
        {
            "gebiet": _TEXT,
            "mit": _TEXT,
            "zeit": _TEXT,
            "merkmale": _CODES,
            "ergebnis": _one_of(get_args(ComparisonOutcome)),
            "wertung": _one_of(get_args(Judgement)),
            "grund": _or_null(_TEXT),
            "hinweis": _or_null(_one_of(["teil-des-ganzen"])),
        }
    )


def _target() -> Json:
    ratings = _one_of(get_args(Rating))
    return _object(
        {
            "gebiet": _TEXT,
            "wert": _or_null(_NUMBER),
            "bis": _or_null(_TEXT),
            "bewertung": ratings,
            "bewertung_ohne_pruefung": ratings,
            "nachweisbar": _or_null(_YES_NO),
            "instabil": _YES_NO,
            "projektion": _or_null(_NUMBER),
            "grund": _or_null(_TEXT),
        }
    )


def _rank() -> Json:
    return _object(
        {
            "gebiet": _TEXT,
            "zeit": _TEXT,
            "rang": _or_null({"type": "integer", "minimum": 1}),
            "von": _COUNT,
            "fehlend": _TEXTS,
            "grund": _or_null(_TEXT),
        }
    )


def _phase() -> Json:
    return _or_null(_one_of(dict.fromkeys(phase for phase in PHASES.values() if phase)))


def _measure() -> Json:
    last = {"status": _one_of(STATUSES), "datum": _or_null(_TEXT), "datum_art": _one_of(get_args(DateKind))}
    plan = {"art": _one_of(get_args(PlanKind)), "geplant": _TEXT, "laut": {"type": "integer"}}
    return _object(
        {
            "id": _TEXT,
            "titel": _TEXT,
            "typ": _one_of(MEASURE_KINDS),
            "handlungsfelder": _TEXTS,
            "strategiebezug": _one_of(STRATEGY_TIES),
            "phase": _phase(),
            "phase_seit": _or_null(_DAY),
            "stand_unklar": _YES_NO,
            "termin": _one_of(SCHEDULE_CLASSES),
            "zuletzt_gemeldet": _or_null(_object(last)),
            "verlauf": _list(_entry()),
            "zustaendig": _list(_responsibility()),
        },
        optional={"termine": _list(_object(plan))},
    )


def _entry() -> Json:
    evidence = {"quelle": _TEXT, "fundstelle": _or_null(_TEXT)}
    return _object(
        {
            "nr": {"type": "integer"},
            "datum": _or_null(_TEXT),
            "datum_von": _or_null(_DAY),
            "datum_bis": _or_null(_DAY),
            "datum_art": _one_of(get_args(DateKind)),
            "status": _one_of(STATUSES),
            "text": _TEXT,
            "belege": _list(_object(evidence)),
            "sicherheit": _one_of(get_args(Certainty)),
        },
        optional={"berichtigt": {"type": "integer"}, "neue_runde": {"const": True}},
    )


def _responsibility() -> Json:
    return _object(
        {
            "akteur": _TEXT,
            "von": _or_null(_TEXT),
            "bis": _or_null(_TEXT),
            "zuordnung": _or_null(_one_of(get_args(Assignment))),
        }
    )


def _board() -> Json:
    row = {
        "id": _TEXT,
        "phase": _phase(),
        "phase_seit": _or_null(_DAY),
        "stand_unklar": _YES_NO,
        "termin": _one_of(SCHEDULE_CLASSES),
    }
    return _object({"tag": _DAY, "massnahmen": _list(_object(row)), "summen": _totals()})


def _totals() -> Json:
    changes = {"hinzugekommen": _TEXTS, "aufgegangen": _TEXTS, "entfernt": _TEXTS}
    by_class = _counts(BOARD_CLASSES)
    return _object(
        {
            "gesamt": _COUNT,
            "nach_typ": _counts(MEASURE_KINDS),
            "stand": by_class,
            "phase": _counts(),
            "termin": _counts(SCHEDULE_CLASSES),
            "strategiebezug": _counts(STRATEGY_TIES),
            "handlungsfelder": {"type": "object", "additionalProperties": by_class},
        },
        optional={"veraenderung": _object(changes)},
    )


def _counts(classes: Iterable[str] = ()) -> Json:
    """How many of how many, by class; without classes only those that occur."""
    counted = _object(dict.fromkeys(classes, _COUNT))
    free: Json = {"type": "object", "additionalProperties": _COUNT}
    return _object({"von": _COUNT, "anzahl": counted if counted["required"] else free})
