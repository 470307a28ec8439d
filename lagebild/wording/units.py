"""Figures with their unit inside a sentence: in the right case, never with a wrong ending."""

from __future__ import annotations

from lagebild.model import Unit
from lagebild.wording.grammar import dative_plural, singular
from lagebild.wording.numbers import NBSP, number

PERCENT = "Prozent"


def is_percent(unit: Unit) -> bool:
    """Whether differences are percentage points."""
    return unit.name == PERCENT


def nominative(value: float, unit: Unit) -> str:
    """As subject or object: `15,3 Prozent`, `131 Pässe`, `1 Pass`, `4 von 5 Stufen`."""
    return _with_unit(number(value, unit.decimals), _of_number(value, unit))


def dative(value: float, unit: Unit) -> str:
    """After `bei`, `auf` (a level) or `mit`: `15,3 Prozent`, `131 Pässen`, `16,2 Ärztinnen und Ärzten`."""
    figure = number(value, unit.decimals)
    if figure == "1":
        return nominative(value, unit)
    return _with_unit(figure, _dative(unit.name))


def difference(value: float, unit: Unit) -> str:
    """A difference without its sign: `0,7 Prozentpunkte`, `1 Prozentpunkt`, `120 Personen`."""
    if not is_percent(unit):
        return nominative(abs(value), unit)
    figure = number(abs(value), unit.decimals)
    return f"{figure}{NBSP}{'Prozentpunkt' if figure == '1' else 'Prozentpunkte'}"


def difference_name(unit: Unit) -> str:
    """What a difference is counted in: `Prozentpunkte`, else the unit."""
    return "Prozentpunkte" if is_percent(unit) else unit.name


def _of_number(value: float, unit: Unit) -> str:
    """The unit's name for this number; only a whole 1 takes the singular (1,0 takes the plural)."""
    if number(value, unit.decimals) != "1":
        return unit.name
    head, _, rest = unit.name.partition(" ")
    if head in ("von", "je"):
        return unit.name
    one = singular(head)
    if one is None:
        return f"(Einheit: {unit.name})"
    return f"{one} {rest}" if rest else one


def _dative(name: str) -> str:
    head, je, rest = name.partition(" je ")
    if head.startswith("von "):
        return name
    words = [word if word == "und" else dative_plural(word) or word for word in head.split(" ")]
    return " ".join(words) + je + rest


def _with_unit(figure: str, name: str) -> str:
    return f"{figure}{NBSP}{name}"
