"""The register of measures as a workbook: one sheet per kind of entry, written from the nouns' own keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lagebild.exports._cells import Cell
from lagebild.exports._form import Column, Sheet, workbook
from lagebild.exports.yaml_text import INTERNAL, as_plain
from lagebild.load.noun_keys import OWN_KEYS, aliases, choice, noun_under
from lagebild.model import Evidence, Measure, Noun, Report

MEASURES = "Maßnahmen"
OWNER = "massnahme"
"""The column that says to which measure a row of another sheet belongs."""
SHEETS: Mapping[str, str] = {
    "verlauf": "Verlauf",
    "zustaendig": "Zuständig",
    "termine": "Termine",
    "finanzierung": "Finanzierung",
    "indikatoren": "Indikatoren",
}
"""Key of a measure that holds entries of its own → the sheet they stand on."""
SEPARATOR = "; "
SPOT = " | "
"""Between a source and the spot in it."""
_ROOM = 60


def register_workbook(report: Report, *, with_measures: bool) -> bytes:
    """The form; with the measures that are there, it is a form to report on them."""
    measures = list(report.measures.values()) if with_measures else []
    plain = {m.id: as_plain(m) for m in measures}
    sheets = [
        Sheet(
            name=MEASURES,
            columns=tuple(_measure_columns(report)),
            rows=[_row({"id": i, **p}) for i, p in plain.items()],
            room=_ROOM,
        )
    ]
    for key, name in SHEETS.items():
        rows = [_row({OWNER: i, **entry}) for i, p in plain.items() for entry in p.get(key, ())]
        sheets.append(Sheet(name=name, columns=tuple(_entry_columns(report, key)), rows=rows, room=_ROOM))
    return workbook(sheets, _HINTS, title="Maßnahmen – Vorlage", day=report.day)


def own_keys(noun: type[Noun]) -> tuple[str, ...]:
    """The keys of a noun that stand in one cell each."""
    return tuple(k for k in aliases(noun) if k not in (*OWN_KEYS, INTERNAL, *SHEETS))


def _measure_columns(report: Report) -> Iterator[Column]:
    note = "Kurzer Name aus Kleinbuchstaben, Ziffern und Bindestrichen; wird nie geändert."
    yield Column(name="id", note=note, width=26)
    yield from (_column(report, Measure, key) for key in own_keys(Measure))


def _entry_columns(report: Report, key: str) -> Iterator[Column]:
    entry = noun_under(Measure, key)
    assert entry is not None
    yield Column(
        name=OWNER,
        note="Kennung der Maßnahme (Spalte id im Blatt „Maßnahmen“).",
        choices=tuple(report.measures),
        several=True,
        width=26,
    )
    yield from (_column(report, entry, inner) for inner in own_keys(entry))


def _column(report: Report, noun: type[Any], key: str) -> Column:
    described = aliases(noun)[key]
    holds_several = "tuple" in str(described.type)
    title, text = described.metadata.get("title", key), described.metadata.get("description", "")
    note = f"{title}. {text}".strip() if text else f"{title}."
    if noun_under(noun, key) is Evidence:
        note += " Kennung der Quelle, dahinter mit | die Fundstelle; mehrere mit Semikolon."
    elif holds_several:
        note += " Mehrere mit Semikolon."
    choices = choice(described.type) or _known(report, noun, key)
    if str(described.type) == "YesNo":
        choices = ("ja", "nein")
    long = key in ("text", "titel", "kurz", "hinweis", "wortlaut", "grund")
    return Column(
        name=key,
        note=note,
        choices=choices,
        several=holds_several or not choice(described.type),
        width=44 if long else 20,
    )


def _known(report: Report, noun: type[Any], key: str) -> tuple[str, ...]:
    """The ids that a key may name."""
    by_key: Mapping[str, Mapping[str, Any]] = {
        "handlungsfelder": report.fields,
        "ziele": report.goals,
        "gebiete": report.territories,
        "akteur": report.actors,
        "partner": report.actors,
        "id": report.indicators,
        "nachfolger": report.measures,
        "belege": report.sources,
        "beleg": report.sources,
    }
    return tuple(by_key.get(key, ()))


def _row(plain: Mapping[str, Any]) -> Mapping[str, Cell]:
    return {key: _cell(value) for key, value in plain.items() if key not in SHEETS}


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return SEPARATOR.join(str(_cell(item)) for item in value)
    if isinstance(value, Mapping):
        return SPOT.join(value[key] for key in ("quelle", "fundstelle") if key in value)
    return str(value)


_HINTS = (
    "Maßnahmen",
    "Jede Zeile im Blatt „Maßnahmen“ ist eine Maßnahme. Alles Weitere steht in den anderen "
    "Blättern, je Zeile ein Eintrag.",
    "Im Blatt „Verlauf“ wird nichts geändert und nichts gelöscht: Neues kommt als neue Zeile mit "
    "der nächsten Nummer dazu.",
    "Ist ein früherer Eintrag falsch, schreiben Sie einen neuen und nennen unter „berichtigt“ "
    "die Nummer des alten.",
    "Ein Datum ist so genau wie bekannt: 2019, 2019-09 oder 2019-09-10.",
    "Namen von Privatpersonen gehören nicht in diese Datei.",
)
