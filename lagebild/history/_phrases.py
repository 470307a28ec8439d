"""How a single change is put into words: a figure, a field, a value."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from lagebild.history._comparison import ADDED, CHANGED, REMOVED, Comparison, FieldChange, FigureChange
from lagebild.model import Comparability, Noun, Observation, PlanDate, Report, Responsibility, When
from lagebild.wording import dates, measures, numbers

HAPPENED = {ADDED: "neu", REMOVED: "entfernt", CHANGED: "geändert"}
"""Kind of change in a word."""
_LONGEST_VALUE = 80
_CODES: Mapping[str, Mapping[str, str]] = {
    "status": measures.STATUSES,
    "strategiebezug": measures.TIES_COUNTED,
    "typ": {code: one for code, (one, _) in measures.KINDS.items()},
}
"""Key → what its codes are called."""


def figure_text(comparison: Comparison, change: FigureChange) -> str:
    """`Musterstadt, 2019: 12,5 % statt 12,1 % (+0,4)`."""
    figure = change.figure
    report = comparison.after if change.after else comparison.before
    territory = report.territories.get(figure.territory)
    about = ", ".join([territory.name if territory else figure.territory, *figure.breakdown])
    about = f"{about}, {dates.period(figure.period)}"
    was = value_text(comparison.before, change.indicator, change.before)
    now = value_text(comparison.after, change.indicator, change.after)
    if change.kind != CHANGED:
        return f"{about}: {now or was} {HAPPENED[change.kind]}"
    if was == now:
        return f"{about}: {now}, geändert: {', '.join(change.columns)}"
    return f"{about}: {now} statt {was}{_difference(comparison, change)}"


def value_text(report: Report, indicator: str, figure: Observation | None) -> str:
    """`12,5 %`, or its sign in words; empty where there is no figure."""
    if figure is None:
        return ""
    if figure.value is None:
        return numbers.SIGN_WORDS.get(figure.sign or "", "ohne Wert")
    unit = report.units.get(report.indicators[indicator].unit) if indicator in report.indicators else None
    return numbers.with_symbol(figure.value, unit) if unit else numbers.number(figure.value, 1)


def _difference(comparison: Comparison, change: FigureChange) -> str:
    indicator = comparison.after.indicators.get(change.indicator)
    unit = comparison.after.units.get(indicator.unit) if indicator else None
    if change.difference is None or unit is None:
        return ""
    return f" ({numbers.signed(change.difference, unit.decimals)})"


def field_text(field: FieldChange) -> str:
    """`Art: programm statt massnahme`, `Partner ergänzt: …`, `Definition geändert`."""
    words = _CODES.get(field.key, {})
    was, now = (words.get(text, text) for text in (shown(field.before), shown(field.after)))
    if was and now and was != now and max(len(was), len(now)) <= _LONGEST_VALUE:
        return f"{field.title}: {now} statt {was}"
    if now and not was and len(now) <= _LONGEST_VALUE:
        return f"{field.title} ergänzt: {now}"
    if was and not now:
        return f"{field.title} entfernt"
    return f"{field.title} geändert"


def shown(value: object) -> str:
    """A value in words; empty for nothing."""
    match value:
        case None | () | "":
            return ""
        case bool():
            return "ja" if value else "nein"
        case When():
            return dates.when(value)
        case PlanDate():
            return f"{measures.PLAN_KINDS[value.kind]} {dates.when(value.planned)}"
        case Responsibility():
            return f"{value.actor} {dates.span(value.start, value.end)}".strip()
        case tuple():
            return "; ".join(shown(one) for one in value)
        case float():
            return f"{value:g}".replace(".", ",")
        case str() | int():
            return str(value)
        case Comparability():
            return "ja" if value.allowed else f"nein: {value.reason}"
        case Noun():
            return ", ".join(_parts(value))
        case _:
            return ""


def _parts(noun: Noun) -> Iterator[str]:
    """What stands in a mapping: `Ab: 2019`, `Grund: Reform`."""
    for field in dataclasses.fields(noun):
        text = shown(getattr(noun, field.name)) if field.compare else ""
        if text:
            yield f"{field.metadata.get('title', field.name)}: {text}"


def shortened(text: str) -> str:
    """At most one line, cut at a word."""
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE].rsplit(' ', 1)[0]} …"
