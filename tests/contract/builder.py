"""A small data package from lines of text, in the published format. All of it is sample data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from lagebild import exports
from lagebild.assessed import assess
from lagebild.inspection import inspect
from lagebild.load import Files
from lagebild.load.second_opinion import second_opinion
from lagebild.problems import Problem, Severity

DAY = date(2024, 6, 30)

MINIMAL: Mapping[str, str] = {
    "data/seite.yaml": "titel: Lage in Adorf\nhauptgebiet: adorf\n",
    "data/quellen.yaml": (
        "- {id: amt-a, titel: Jahrbuch A, herausgeber: Amt, lizenz: dl-de/by-2-0, reihe: a}\n"
        "- {id: amt-a2, titel: Nachtrag A, herausgeber: Amt, lizenz: dl-de/by-2-0, reihe: a}\n"
        "- {id: amt-b, titel: Jahrbuch B, herausgeber: Amt, lizenz: dl-de/by-2-0, reihe: b}\n"
    ),
    "data/akteure.yaml": "- {id: amt, name: Sozialamt, art: amt}\n",
    "data/strategie/handlungsfelder.yaml": "- {id: familie, titel: Familie, reihenfolge: 1}\n",
    "data/gebiete/gebiete.csv": (
        "id;name;typ;uebergeordnet;gueltig_von;gueltig_bis;hinweis\n"
        "deutschland;Deutschland;bund;;;;\n"
        "bergland;Bergland;land;deutschland;;;\n"
        "adorf;Adorf;kreis;bergland;;;\n"
        "bedorf;Bedorf;kreis;bergland;;;\n"
        "cedorf;Cedorf;kreis;bergland;;;\n"
        "dedorf;Dedorf;kreis;bergland;;;\n"
    ),
    "data/gebiete/schluessel.csv": (
        "gebiet;art;schluessel;gueltig_von;gueltig_bis\n"
        "bergland;ags;99;;\n"
        "adorf;ags;99001;;\n"
        "bedorf;ags;99002;;\n"
        "cedorf;ags;99003;;\n"
        "dedorf;ags;99004;;\n"
    ),
    "data/codelisten/einheiten.csv": (
        "code;name;zeichen;nachkommastellen;genus;art;faktor\n"
        "prozent;Prozent;%;1;n;anteil;100\n"
        "je-1000;je 1000 Einwohner;je 1000;1;f;rate;1000\n"
        "personen;Personen;Personen;0;f;anzahl;1\n"
        "euro;Euro;€;2;m;betrag;1\n"
        "punkte;Indexpunkte;Punkte;2;m;index;1\n"
    ),
}
"""What a package needs and nothing else."""

INDICATOR: Mapping[str, str] = {
    "titel": "Sample",
    "art": "lage",
    "einheit": "prozent",
    "richtung": "sinken",
    "zeitbezug": "jahr",
    "rhythmus": "jaehrlich",
    "vergleich": "[]",
    "zeitvergleich": "ja",
    "gebietsvergleich": "ja",
    "geheimhaltung": "{herkunft: veroeffentlicht}",
}

COLUMNS = ("gebiet", "zeit", "wert", "zaehler", "nenner", "zeichen", "quelle", "anmerkung")


def indicator(ident: str, rows: str, **keys: str) -> dict[str, str]:
    """An indicator's two files. A row is `gebiet zeit wert [zaehler/nenner] [zeichen …] [@quelle]`, with `-`
    for no value; a key with an empty text is left out."""
    chosen = {**INDICATOR, **keys}
    lines = [";".join(COLUMNS), *(_row(row) for row in rows.strip().splitlines())]
    return {
        f"data/indikatoren/{ident}/indikator.yaml": "".join(f"{k}: {v}\n" for k, v in chosen.items() if v),
        f"data/indikatoren/{ident}/werte.csv": "\n".join(lines) + "\n",
    }


def _row(row: str) -> str:
    territory, period, value, *rest = row.split()
    counts, source, signs = ("", ""), "amt-a", []
    for word in rest:
        if word.startswith("@"):
            source = word[1:]
        elif "/" in word:
            counts = (word.split("/")[0], word.split("/")[1])
        else:
            signs.append(word)
    return ";".join((territory, period, "" if value == "-" else value, *counts, " ".join(signs), source, ""))


def measure(ident: str, *entries: str, **keys: str) -> dict[str, str]:
    """A measure's file. An entry is `nr datum status [key: value, …]`, with `-` for no date; evidence is the
    source `amt-a` unless the entry says `sicherheit: unsicher`."""
    chosen = {
        "titel": "Sample",
        "typ": "massnahme",
        "handlungsfelder": "[familie]",
        "zuordnung": "quelle",
        "strategiebezug": "ausdruecklich",
        **keys,
    }
    head = "".join(f"{k}: {v}\n" for k, v in chosen.items() if v)
    return {f"data/massnahmen/{ident}.yaml": head + "verlauf:\n" + "".join(map(_entry, entries))}


def _entry(entry: str) -> str:
    number, when, status, *rest = entry.split(" ", 3)
    said = rest[0] if rest else ""
    lines = [f"nr: {number}"]
    if when != "-":
        lines.append(f"datum: {when}")
    if "datum_art" not in said:
        lines.append(f"datum_art: {'ohne-datum' if when == '-' else 'ereignis'}")
    lines += [f"status: {status}", "text: Sample"]
    if "sicherheit" not in said:
        lines += ["belege: [{quelle: amt-a}]", "sicherheit: belegt"]
    lines += [word.strip() for word in said.split(",") if word.strip()]
    return "  - " + "\n    ".join(lines) + "\n"


def package(*parts: Mapping[str, str | bytes | None]) -> dict[str, bytes]:
    """The minimal package with parts laid over it; None removes a file."""
    merged: dict[str, str | bytes | None] = {**MINIMAL}
    for part in parts:
        merged.update(part)
    return {
        path: content.encode() if isinstance(content, str) else content
        for path, content in merged.items()
        if content is not None
    }


def problems(
    *parts: Mapping[str, str | bytes | None], day: date = DAY, least: Severity = Severity.WARNING
) -> tuple[Problem, ...]:
    """What is found in a package, hints left out unless asked for."""
    found = inspect(Files(content=package(*parts)), day=day, second_opinion=second_opinion).problems
    return tuple(p for p in found if p.severity <= least)


def published(*parts: Mapping[str, str | bytes | None], day: date = DAY) -> dict[str, Any]:
    """Path below `daten/` → content of every JSON file that a sound package publishes."""
    inspected = inspect(Files(content=package(*parts)), day=day)
    assert inspected.report is not None, inspected.problems
    assert not inspected.stops_publication, [p.message for p in inspected.problems]
    assessed = assess(inspected.report)
    kinds = (exports.indicator_json, exports.measures, exports.boards, exports.index_json)
    return {
        path.removeprefix("daten/"): json.loads(content)
        for kind in kinds
        for path, content in kind.files(assessed)
        if path.endswith(".json")
    }
