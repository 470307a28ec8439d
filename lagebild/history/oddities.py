"""What looks odd in a change of figures, though each version alone may be sound.

A warning proves nothing: it names both values so that somebody looks. What looks odd beside its neighbours in
time is a matter of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

from lagebild.history._comparison import CHANGED, REMOVED, Comparison, FigureChange
from lagebild.history._phrases import value_text
from lagebild.model import Place
from lagebild.problems import Problem, warning
from lagebild.wording import dates

RULE_UNIT = "einheit-verrutscht"
RULE_ZERO = "null-statt-wert"
RULE_UNVEILED = "geheim-aufgedeckt"
RULE_LARGE = "grosse-aenderung"
RULE_ROWS = "zeilen-geloescht"

_SLIPS = (10.0, 100.0, 1000.0)
# A slip of the unit multiplies by a power of ten; what was also rounded anew stays within 2 % of it.
_SLIP_TOLERANCE = 0.02
# Editions correct published figures by a few per cent; half as much again is more often a mistyped digit.
_LARGE_FACTOR = 1.5


def problems(comparison: Comparison, *, told: Container[Place] = ()) -> Iterator[Problem]:
    """One warning per indicator and kind of oddity; cells in `told` have a message already."""
    for indicator in dict.fromkeys(change.indicator for change in comparison.figures):
        if indicator not in comparison.after.indicators:
            continue
        changes = [change for change in comparison.figures if change.indicator == indicator]
        yield from _of_values(comparison, [c for c in changes if c.kind == CHANGED and c.place not in told])
        yield from _of_rows(comparison, [c for c in changes if c.kind == REMOVED])


def _of_values(comparison: Comparison, changes: Sequence[FigureChange]) -> Iterator[Problem]:
    left = list(changes)
    for rule, is_odd, message, remedy in _KINDS:
        found = [change for change in left if is_odd(change)]
        left = [change for change in left if change not in found]
        if found:
            yield _warning(comparison, found, (rule, message, remedy))


def _warning(comparison: Comparison, found: Sequence[FigureChange], said: tuple[str, str, str]) -> Problem:
    rule, message, remedy = said
    first = found[0]
    was = value_text(comparison.before, first.indicator, first.before)
    now = value_text(comparison.after, first.indicator, first.after)
    others = f" Ebenso {len(found) - 1} weitere." if len(found) > 1 else ""
    about = f"{_title(comparison, first)}, {first.figure.territory}, {dates.period(first.figure.period)}"
    return warning(rule, first.place, f"{about}: {now} statt {was}, {message}.{others}", remedy)


def _title(comparison: Comparison, change: FigureChange) -> str:
    return comparison.after.indicators[change.indicator].title


def _factor(change: FigureChange) -> float | None:
    """How many times the larger of both values is the smaller; None where one of them is missing or zero."""
    was, now = change.before and change.before.value, change.after and change.after.value
    if not was or not now or (was < 0) != (now < 0):
        return None
    return max(abs(was), abs(now)) / min(abs(was), abs(now))


def _is_slip(change: FigureChange) -> bool:
    factor = _factor(change)
    return factor is not None and any(abs(factor / slip - 1) <= _SLIP_TOLERANCE for slip in _SLIPS)


def _is_zero(change: FigureChange) -> bool:
    return bool(change.before and change.before.value and change.after and change.after.value == 0)


def _is_unveiled(change: FigureChange) -> bool:
    was, now = change.before, change.after
    return bool(was and "geheim" in was.signs and now and "geheim" not in now.signs and now.value is not None)


def _is_large(change: FigureChange) -> bool:
    factor = _factor(change)
    return factor is not None and factor >= _LARGE_FACTOR


_Kind = tuple[str, Callable[[FigureChange], bool], str, str]
_KINDS: tuple[_Kind, ...] = (
    (RULE_UNIT, _is_slip, "also um eine Zehnerpotenz verschoben",
     "Prüfen Sie Komma und Einheit, zum Beispiel Personen statt Tausend oder Anteil statt Prozent."),
    (RULE_ZERO, _is_zero, "also null statt einer Zahl",
     "Fehlt der Wert, leeren Sie die Zelle und schreiben Sie in „zeichen“, warum."),
    (RULE_UNVEILED, _is_unveiled, "also nicht mehr geheim",
     "Was einmal in git steht, bleibt dort; prüfen Sie, ob die Zahl veröffentlicht werden darf."),
    (RULE_LARGE, _is_large, "eine ungewöhnlich große Änderung",
     "Prüfen Sie den Wert an der Quelle."),
)  # fmt: skip
"""Rule, when it speaks, what it says, what to do; a change is told under the first that fits."""


def _of_rows(comparison: Comparison, removed: Sequence[FigureChange]) -> Iterator[Problem]:
    """Deleted rows; those that held a figure and have no reason are told by `append_only`."""
    told = [change for change in removed if not change.unexplained]
    if told:
        periods = sorted({change.figure.period for change in told})
        span = dates.period(periods[0])
        if len(periods) > 1:
            span = f"{span} bis {dates.period(periods[-1])}"
        rows = "Eine Zeile wurde" if len(told) == 1 else f"{len(told)} Zeilen wurden"
        yield warning(
            RULE_ROWS, told[0].place, f"{_title(comparison, told[0])}: {rows} gelöscht ({span}).",
            "Fehlt nur der Wert, behalten Sie die Zeile, leeren Sie „wert“ und schreiben Sie in „zeichen“ "
            "den Grund.",
        )  # fmt: skip
