"""Workbooks to fill in: `daten/vorlagen/<id>.xlsx` for each indicator, `daten/vorlagen/massnahmen.xlsx`
for measures.

What is filled in there comes back by `scripts/import_table.py` without loss.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lagebild.assessed import Assessed
from lagebild.charts import render
from lagebild.exports._cells import Cell
from lagebild.exports._form import Column, Sheet, workbook, workbook_key
from lagebild.exports._register_form import register_workbook
from lagebild.model import MARKS, SIGNS, Breakdown, Indicator, Observation, Report

CONTROL = "kontrolle"
# Rows to fill in: every formula in them costs time in every build.
_ROOM = 40
_PERIODS = {
    "jahr": "2019",
    "jahresdurchschnitt": "2019",
    "stichtag": "2019-12-31",
    "schuljahr": "2018/2019",
    "quartal": "2019-Q3",
}


def files(assessed: Assessed, cache: render.Cache | None = None) -> Iterator[tuple[str, bytes]]:
    """An empty form per indicator, and one for the register of measures."""
    report = assessed.report
    for indicator in report.indicators.values():
        yield f"daten/vorlagen/{indicator.id}.xlsx", figures_template(report, indicator, cache=cache)
    yield "daten/vorlagen/massnahmen.xlsx", register_workbook(report, with_measures=False)


def figures_template(
    report: Report, indicator: Indicator, *, with_figures: bool = False, cache: render.Cache | None = None
) -> bytes:
    """The form for one indicator; with the figures that are there, it is a form to correct them."""
    known = report.figures.get(indicator.id, ()) if with_figures else ()
    sheet = Sheet(
        name="Werte",
        columns=tuple(_columns(report, indicator)),
        rows=[_row(indicator, o) for o in known],
        results=["vollständig"] * len(known),
        room=_ROOM,
    )
    hints = (*_about(report, indicator), *_GENERAL)
    title = f"{indicator.title} – Vorlage"
    key = workbook_key([sheet], hints, title=title, day=report.day)
    return render.remembered(cache, key, lambda: workbook([sheet], hints, title=title, day=report.day))


def _columns(report: Report, indicator: Indicator) -> Iterator[Column]:
    example = _PERIODS[indicator.time_reference]
    yield Column(
        name="gebiet", note="Für welches Gebiet die Zahl gilt.", choices=tuple(report.territories), width=28
    )
    yield Column(name="zeit", note=f"Wann die Zahl gilt, zum Beispiel {example}.", width=14)
    for breakdown in indicator.breakdowns:
        codes = tuple(report.code_lists.get(breakdown.id, {}))
        yield Column(name=breakdown.id, note=_breakdown_note(breakdown), choices=codes)
    unit = report.unit_of(indicator)
    yield Column(
        name="wert",
        note=f"Die Zahl in {unit.name}, mit Dezimalkomma.",
        number=True,
        bounds=_bounds(indicator),
        width=12,
    )
    yield Column(
        name="zaehler", note=f"Zähler, falls bekannt: {indicator.numerator or '–'}.", number=True, width=12
    )
    yield Column(
        name="nenner", note=f"Nenner, falls bekannt: {indicator.denominator or '–'}.", number=True, width=12
    )
    signs = (
        "Warum eine Zahl fehlt oder was für sie gilt; nur nötig, wenn „wert“ leer ist oder "
        "ein Vermerk dazugehört."
    )
    yield Column(name="zeichen", note=signs, choices=(*SIGNS, *MARKS), several=True, width=20)
    yield Column(
        name="quelle",
        note="Woher die Zahl stammt (Kennung aus quellen.yaml).",
        choices=tuple(report.sources),
        width=26,
    )
    yield Column(name="anmerkung", note="Was man zu dieser Zahl wissen muss; darf leer bleiben.", width=50)
    yield Column(
        name=CONTROL,
        note="Prüft die Zeile. Diese Spalte wird nicht übernommen.",
        formula=_formula(indicator),
        width=26,
    )


def _breakdown_note(breakdown: Breakdown) -> str:
    return f"Welcher Teil gemeint ist ({breakdown.id}); „insgesamt“, wenn alle gemeint sind."


def _bounds(indicator: Indicator) -> tuple[float, float] | None:
    if indicator.bounds is None:
        return None
    low, high = indicator.bounds.low, indicator.bounds.high
    return (-1e15 if low is None else low, 1e15 if high is None else high)


def _formula(indicator: Indicator) -> str:
    """Says of a row what is still missing. Letters follow the order of the columns."""
    names = [
        "gebiet",
        "zeit",
        *(b.id for b in indicator.breakdowns),
        "wert",
        "zaehler",
        "nenner",
        "zeichen",
        "quelle",
    ]
    letter = {name: f"{chr(ord('A') + number)}{{row}}" for number, name in enumerate(names)}
    needed = ["gebiet", "zeit", *(b.id for b in indicator.breakdowns)]
    checks = "".join(f'IF({letter[name]}="","{name} fehlt",' for name in needed)
    checks += f'IF(AND({letter["wert"]}="",{letter["zeichen"]}=""),"wert oder zeichen fehlt",'
    checks += f'IF({letter["quelle"]}="","quelle fehlt","vollständig")'
    closing = ")" * (len(needed) + 1)
    return f'=IF(COUNTA(A{{row}}:{letter["quelle"]})=0,"",{checks}{closing})'


def _row(indicator: Indicator, o: Observation) -> Mapping[str, Cell]:
    # The signs for nothing stand in place of the value, as in the table.
    value = None if {"nichts", "weniger-als-halb"} & set(o.signs) else o.value
    cells: dict[str, Cell] = {
        "gebiet": o.territory,
        "zeit": o.period.text,
        "wert": value,
        "zaehler": o.numerator,
        "nenner": o.denominator,
        "zeichen": " ".join(o.signs),
        "quelle": o.source,
        "anmerkung": o.note,
    }
    return cells | dict(zip((b.id for b in indicator.breakdowns), o.breakdown, strict=True))


def _about(report: Report, indicator: Indicator) -> Iterator[str]:
    yield indicator.title
    yield indicator.short or indicator.definition or ""
    yield f"Einheit: {report.unit_of(indicator).name}"
    yield ""


_GENERAL = (
    "So füllen Sie das Blatt „Werte“ aus:",
    "Jede Zeile ist eine Zahl. Wählen Sie Gebiet, Merkmale und Quelle aus den Listen.",
    "Ist eine Zahl nicht bekannt oder geheim, lassen Sie „wert“ leer und wählen Sie unter "
    "„zeichen“ den Grund.",
    "nichts: genau null · weniger-als-halb: mehr als nichts, gerundet 0 · geheim: aus Gründen "
    "der Geheimhaltung nicht genannt",
    "unbekannt: liegt nicht vor · spaeter: folgt noch · unsicher: nicht sicher genug · "
    "nicht-sinnvoll: kann es nicht geben",
    "eingeschraenkt: Zahl mit eingeschränktem Aussagewert (die Zahl steht in „wert“)",
    "Die Spalte „kontrolle“ sagt, was in einer Zeile noch fehlt.",
    "Speichern Sie die Datei als Excel-Arbeitsmappe (.xlsx) und geben Sie sie an die Stelle, die "
    "die Seite pflegt.",
)
