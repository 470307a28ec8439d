"""What may not change: reported history is added to, never edited; published figures change for a reason.

A correction is an entry of its own that names the one it corrects.
"""

from __future__ import annotations

from collections.abc import Iterator

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
_FIGURE_COLUMNS = ("wert", "zaehler", "nenner", "zeichen")


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
        if change.indicator in comparison.after.indicators and is_unexplained(change):
            unexplained.setdefault(change.indicator, []).append(change)
    for indicator, changes in unexplained.items():
        first, title = changes[0], comparison.after.indicators[indicator].title
        counted = "Eine Zahl wurde" if len(changes) == 1 else f"{len(changes)} Zahlen wurden"
        yield warning(
            RULE_FIGURE, first.place,
            f"{title}: {counted} ohne Grund geändert oder gelöscht, zuerst {first.figure.territory}, "
            f"{first.figure.period.text}.",
            f"Nennen Sie den Grund in data/revisionen.yaml, mit „indikator: {indicator}“, „art“, „grund“ "
            "und „datum“.",
        )  # fmt: skip


def is_unexplained(change: FigureChange) -> bool:
    """Whether a published figure changed or vanished without a reason; filling a gap needs none."""
    had_figure = change.before is not None and change.before.value is not None
    touched = change.kind == REMOVED or any(column in _FIGURE_COLUMNS for column in change.columns)
    return had_figure and touched and change.reason is None
