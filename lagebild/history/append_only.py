"""What may not change: reported history is added to, never edited; published figures change for a reason.

A correction is an entry of its own that names the one it corrects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagebild.history._comparison import (
    CHANGED,
    REMOVED,
    Comparison,
    EntryChange,
    FigureChange,
    MeasureChange,
)
from lagebild.model import Place
from lagebild.problems import Problem, error, warning

RULE_ENTRY = "verlauf-nur-ergaenzen"
RULE_MEASURE = "massnahme-geloescht"
RULE_INDICATOR = "indikator-geloescht"
RULE_FIGURE = "zahl-ohne-grund-geaendert"

_FREE_KEYS = ("geprueft",)
"""Keys that say how an entry was read, not what it reports."""


def problems(comparison: Comparison) -> Iterator[Problem]:
    """Everything that a proposal must not do to what was reported before."""
    for change in comparison.measures:
        yield from _of_measure(change, comparison)
    yield from _of_indicators(comparison)
    yield from _of_figures(comparison)


def _of_measure(change: MeasureChange, comparison: Comparison) -> Iterator[Problem]:
    if change.kind == REMOVED:
        if _has_successor(change, comparison):
            return
        yield error(
            RULE_MEASURE, change.place, f"Die Maßnahme „{change.measure.title}“ wurde gelöscht.",
            "Stellen Sie die Datei wieder her. Ging die Maßnahme in einer anderen auf, nennen Sie diese "
            "unter „nachfolger“; die Datei bleibt.",
        )  # fmt: skip
        return
    for entry in change.entries if change.kind == CHANGED else ():
        yield from _of_entry(entry)
    if change.reordered:
        yield error(
            RULE_ENTRY, change.place, "Die Reihenfolge früherer Einträge im Verlauf wurde geändert.",
            "Lassen Sie die früheren Einträge, wo sie standen; ein neuer Eintrag darf dazwischen stehen.",
        )  # fmt: skip


def _has_successor(change: MeasureChange, comparison: Comparison) -> bool:
    return change.before is not None and change.before.successor in comparison.after.measures


def _of_entry(change: EntryChange) -> Iterator[Problem]:
    if change.kind == REMOVED:
        yield error(
            RULE_ENTRY, change.place, f"Eintrag {change.number} des Verlaufs wurde gelöscht.",
            f"Stellen Sie den Eintrag wieder her. War er falsch, schreiben Sie einen neuen mit „berichtigt: "
            f"{change.number}“.",
        )  # fmt: skip
    edited = [field for field in change.fields if field.key not in _FREE_KEYS]
    if edited:
        keys = ", ".join(f"„{field.key}“" for field in edited)
        yield error(
            RULE_ENTRY, edited[0].place,
            f"Eintrag {change.number} des Verlaufs wurde nachträglich geändert: {keys}.",
            f"Stellen Sie den Eintrag wieder her und schreiben Sie einen neuen mit „berichtigt: "
            f"{change.number}“.",
        )  # fmt: skip


def _of_indicators(comparison: Comparison) -> Iterator[Problem]:
    for change in comparison.of_sort("indikator"):
        if change.kind == REMOVED:
            yield warning(
                RULE_INDICATOR, Place(file=change.before.file),
                f"Der Indikator „{change.title}“ wurde mit allen Zahlen gelöscht.",
                "Wird er nicht mehr fortgeführt, behalten Sie die Zahlen und schreiben Sie "
                "„rhythmus: eingestellt“.",
            )  # fmt: skip


def _of_figures(comparison: Comparison) -> Iterator[Problem]:
    """One warning per indicator: one new edition changes many figures and needs one reason."""
    unexplained: dict[str, list[FigureChange]] = {}
    for change in comparison.figures:
        if change.indicator in comparison.after.indicators and change.unexplained:
            unexplained.setdefault(change.indicator, []).append(change)
    for indicator, changes in unexplained.items():
        first, title = changes[0], comparison.after.indicators[indicator].title
        yield warning(
            RULE_FIGURE, first.place,
            f"{title}: {_counted(changes)}, ohne dass ein Grund genannt ist; zuerst "
            f"{first.figure.territory}, {first.figure.period.text}.",
            f"Nennen Sie den Grund in data/revisionen.yaml, mit „indikator: {indicator}“, „art“, „grund“ "
            "und „datum“.",
        )  # fmt: skip


def _counted(changes: Sequence[FigureChange]) -> str:
    """`Eine Zahl wurde gelöscht`, `3 Zahlen wurden geändert und 5 gelöscht`."""
    gone = sum(change.kind == REMOVED for change in changes)
    kept = len(changes) - gone
    if kept and gone:
        return f"{_so_many(kept)} geändert und {gone} gelöscht"
    return f"{_so_many(gone)} gelöscht" if gone else f"{_so_many(kept)} geändert"


def _so_many(count: int) -> str:
    return "Eine Zahl wurde" if count == 1 else f"{count} Zahlen wurden"
