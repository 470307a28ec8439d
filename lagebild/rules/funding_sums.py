"""Money for a measure: not more is spent than was granted, and the parts reach the sum.

`art: bewilligt` and `art: ausgegeben`, or these words in the text, mark what was granted and spent; `art:
gesamt` is the sum of the other amounts of the same year and currency. Grants and spending are added up over
all years.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from lagebild.model import Funding, Measure, Report
from lagebild.problems import Problem, warning
from lagebild.wording.numbers import NBSP, number

RULE = "geld-widerspruch"

_SPENT = re.compile(r"\b(ausgegeben|verausgabt|ausgaben|abgerechnet|abgeflossen)\b", re.IGNORECASE)
_GRANTED = re.compile(r"\b(bewilligt|bewilligung|zuwendung)\b", re.IGNORECASE)
_TOTAL = "gesamt"
# Ceilings and shares of a part belong to no sum.
_NO_PART = re.compile(r"\b(höchstens|höchstbetrag|je|davon|maximal)\b", re.IGNORECASE)
_CENT = 0.005


def check(report: Report) -> Iterator[Problem]:
    """Measures whose amounts contradict each other."""
    for measure in report.measures.values():
        for amounts in _grouped(measure, lambda one: (one.currency,)):
            yield from _overspent(amounts)
        for amounts in _grouped(measure, lambda one: (one.currency, one.year.text if one.year else None)):
            yield from _sum_not_reached(amounts)


def _grouped(
    measure: Measure, key: Callable[[Funding], tuple[str | None, ...]]
) -> Iterable[Sequence[Funding]]:
    found: dict[tuple[str | None, ...], list[Funding]] = defaultdict(list)
    for funding in measure.funding:
        found[key(funding)].append(funding)
    return found.values()


def _says(funding: Funding, words: re.Pattern[str]) -> bool:
    return bool(words.search(f"{funding.kind or ''} {funding.text or ''}"))


def _overspent(amounts: Sequence[Funding]) -> Iterator[Problem]:
    granted = [one for one in amounts if one.amount is not None and _says(one, _GRANTED)]
    spent = [one for one in amounts if one.amount is not None and _says(one, _SPENT)]
    limit, paid = _sum(granted), _sum(spent)
    if granted and paid > limit + _CENT:
        yield warning(
            RULE,
            spent[0].origin.at("betrag"),
            f"Ausgegeben sind {_money(paid, spent[0])}, bewilligt aber nur {_money(limit, spent[0])}.",
            "Prüfen Sie beide Beträge; wurde nachbewilligt, ergänzen Sie "
            "die Nachbewilligung mit art: bewilligt.",
            _money(paid, spent[0]),
        )


def _sum_not_reached(amounts: Sequence[Funding]) -> Iterator[Problem]:
    totals = [one for one in amounts if one.kind == _TOTAL and one.amount is not None]
    parts = [
        one for one in amounts if one.kind != _TOTAL and not _says(one, _SPENT) and not _says(one, _GRANTED)
    ]
    if len(totals) != 1:
        return
    whole, reached = totals[0].amount or 0.0, _sum(parts)
    unknown = any(one.amount is None for one in parts)
    shares = any(_says(one, _NO_PART) for one in parts)
    short = len(parts) > 1 and not unknown and not shares and reached < whole - _CENT
    if reached > whole + _CENT or short:
        yield warning(
            RULE,
            totals[0].origin.at("betrag"),
            f"Die Teilbeträge ergeben {_money(reached, totals[0])}, die Summe ist "
            f"{_money(whole, totals[0])}.",
            "Prüfen Sie die Beträge; fehlt ein Geldgeber, ergänzen Sie ihn, auch ohne Betrag.",
            _money(whole, totals[0]),
        )


def _sum(amounts: Iterable[Funding]) -> float:
    return sum(one.amount for one in amounts if one.amount is not None)


def _money(amount: float, like: Funding) -> str:
    """In the currency of another amount."""
    figure = number(amount, 0 if amount == int(amount) else 2)
    return f"{figure}{NBSP}{like.currency}" if like.currency else figure
