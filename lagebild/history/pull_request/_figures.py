"""Figures: from what to what, as one table per indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lagebild.history._comparison import ADDED, CHANGED, REMOVED, Comparison, FigureChange
from lagebild.history._phrases import shown
from lagebild.history.forge_text import plain, table
from lagebild.history.pull_request._list import more
from lagebild.model import Indicator, Observation, Unit
from lagebild.wording import dates, numbers, units

_NONE = "–"
_OTHER_COLUMNS = {"quelle": "source", "anmerkung": "note", "zaehler": "numerator", "nenner": "denominator",
                  "zeichen": "signs"}  # fmt: skip


def figure_lines(comparison: Comparison, most: int | None) -> Iterator[str]:
    """A heading and a table per indicator, at most so many of both."""
    grouped: dict[str, list[FigureChange]] = {}
    for change in comparison.figures:
        grouped.setdefault(change.indicator, []).append(change)
    shown_ids = list(grouped)[:most]
    for ident in shown_ids:
        yield from _of_indicator(comparison, ident, grouped[ident], most)
    yield from more(len(grouped) - len(shown_ids), "weiterer Indikator", "weitere Indikatoren")


def counted(changes: Sequence[FigureChange]) -> str:
    """`3 geändert, 1 neu`."""
    words = {CHANGED: "geändert", ADDED: "neu", REMOVED: "entfernt"}
    counts = [(sum(change.kind == kind for change in changes), word) for kind, word in words.items()]
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def _of_indicator(
    comparison: Comparison, ident: str, changes: list[FigureChange], most: int | None
) -> Iterator[str]:
    indicator = comparison.after.indicators.get(ident) or comparison.before.indicators.get(ident)
    title = indicator.title if indicator else ident
    yield f"**{plain(title)}** (<code>{plain(ident)}</code>): {counted(changes)}"
    yield ""
    ordered = sorted(changes, key=lambda change: _importance(comparison, indicator, change))
    rows = [_row(comparison, indicator, change) for change in ordered[:most]]
    yield from table(("Zelle", "Gebiet", "Zeit", "Merkmale", "vorher", "jetzt", "Änderung", "dazu"), rows)
    yield ""
    yield from more(len(changes) - len(rows), "weitere Zahl", "weitere Zahlen")


def _importance(
    comparison: Comparison, indicator: Indicator | None, change: FigureChange
) -> tuple[int, int, int]:
    """Changed before added; the town itself before those it is compared with; the latest first."""
    main = comparison.after.site.main_territory
    watched = (main, *(indicator.comparators if indicator else ()))
    place = watched.index(change.figure.territory) if change.figure.territory in watched else len(watched)
    return (change.kind == ADDED, place, -change.figure.period.last.toordinal())


def _row(comparison: Comparison, indicator: Indicator | None, change: FigureChange) -> tuple[str, ...]:
    figure = change.figure
    territories = {**comparison.before.territories, **comparison.after.territories}
    territory = territories.get(figure.territory)
    unit = comparison.after.units.get(indicator.unit) if indicator else None
    return (
        change.place.cell or (f"Zeile {change.place.line}" if change.place.line else _NONE),
        plain(territory.name if territory else figure.territory),
        plain(dates.period(figure.period)),
        plain(", ".join(figure.breakdown)) or _NONE,
        plain(_exact(change.before, unit)) or _NONE,
        plain(_exact(change.after, unit)) or _NONE,
        _difference(change, unit),
        plain("; ".join(_besides(change))),
    )


def _exact(figure: Observation | None, unit: Unit | None) -> str:
    """A figure with every decimal that was written, or its sign in words; empty where there is none."""
    if figure is None:
        return ""
    if figure.value is None:
        return numbers.SIGN_WORDS.get(figure.sign or "", "ohne Wert")
    text = numbers.number(figure.value, _decimals(unit, figure))
    return f"{text}{numbers.NBSP}{unit.symbol}" if unit and unit.symbol else text


def _decimals(unit: Unit | None, *figures: Observation | None) -> int:
    """As many as pages show, or as were written, if those are more."""
    values = [figure.value for figure in figures if figure and figure.value is not None]
    written = [-int(Decimal(repr(value)).normalize().as_tuple().exponent) for value in values]
    return max([unit.decimals if unit else 0, *written])


def _difference(change: FigureChange, unit: Unit | None) -> str:
    """`+0,4 Prozentpunkte`, `−120 (−4,2 %)`; in words where there are not two values."""
    if change.difference is None:
        return {ADDED: "neu", REMOVED: "entfernt"}.get(change.kind, _NONE)
    if change.difference == 0:
        return _NONE
    text = numbers.signed(change.difference, _decimals(unit, change.before, change.after))
    return text + _beside(change, unit)


def _beside(change: FigureChange, unit: Unit | None) -> str:
    """What the difference is counted in: percentage points, else how large it is beside the old value."""
    if unit and units.is_percent(unit):
        return f"{numbers.NBSP}Prozentpunkte"
    old = change.before.value if change.before else None
    if not old or change.difference is None:
        return ""
    return f" ({numbers.signed(100 * change.difference / abs(old), 1)}{numbers.NBSP}%)"


def _besides(change: FigureChange) -> Iterator[str]:
    """Columns beside the value that differ, and the reason that was given."""
    for column, attribute in _OTHER_COLUMNS.items():
        if change.kind == CHANGED and column in change.columns:
            was, now = (shown(getattr(one, attribute)) or "leer" for one in (change.before, change.after))
            yield f"{column}: {now} statt {was}"
    if change.kind == ADDED:
        yield f"quelle: {change.figure.source}"
    if change.reason:
        yield f"Grund: {change.reason.reason}"
