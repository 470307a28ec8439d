"""Parts that are declared complete (`vollstaendig`) add up to their total, but for rounding.

Which code is the total and which its parts, the code list says (`teil_von`). A total is asked for its parts
only where the table has a figure of the same source for every part and for the total; where parts are
missing, the rest must at least not exceed it. Single figures are rounded without regard to their total, each
by half of its last decimal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from lagebild.model import Code, Indicator, Report
from lagebild.problems import Problem, error
from lagebild.rules._figures import Figure, figures_of
from lagebild.wording.numbers import number

RULE = "teile-und-summe"

TOTAL = "insgesamt"
"""The code of the total in lists that do not say which code is part of which."""
_FLOAT = 1e-6


def check(report: Report) -> Iterator[Problem]:
    """Totals that their parts do not reach, or exceed."""
    for indicator in report.indicators.values():
        for place, breakdown in enumerate(indicator.breakdowns):
            codes = report.code_lists.get(breakdown.id)
            if breakdown.kind == "vollstaendig" and codes:
                groups = list(_groups(report, indicator, place))
                parts = _parts(codes, {code for group in groups for code in group})
                for group in groups:
                    yield from _of_group(group, parts)


def _groups(report: Report, indicator: Indicator, place: int) -> Iterator[Mapping[str, Figure]]:
    """Code → figure, for each territory, period, source and combination of the other breakdowns."""
    found: dict[object, dict[str, Figure]] = defaultdict(dict)
    for figure in figures_of(report, indicator):
        one = figure.observation
        if place < len(one.breakdown):
            others = one.breakdown[:place] + one.breakdown[place + 1 :]
            found[one.territory, one.period.text, one.source, others].setdefault(one.breakdown[place], figure)
    yield from found.values()


def _parts(codes: Mapping[str, Code], used: Collection[str]) -> Mapping[str, Sequence[str]]:
    """Total → its parts, among the codes in use; steps in between that are not used are passed over."""
    parts: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        above = _above(codes, code)
        seen = {code}
        while above is not None and above not in used and above not in seen:
            seen.add(above)
            above = _above(codes, above)
        if code in used and above is not None and above not in seen:
            parts[above].append(code)
    return parts


def _above(codes: Mapping[str, Code], code: str) -> str | None:
    """What a code is part of; where no code of the list says so, everything is part of `insgesamt`."""
    if code in codes and any(one.part_of for one in codes.values()):
        return codes[code].part_of
    return TOTAL if TOTAL in codes and code != TOTAL else None


def _of_group(group: Mapping[str, Figure], parts: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for total, names in parts.items():
        if (whole := group.get(total)) is None:
            continue
        present = [group[name] for name in names if name in group]
        column = _additive_column(whole, present)
        known = [figure for figure in present if _amount(figure, column) is not None]
        declared = _amount(whole, column)
        if declared is None or not known:
            continue
        excess = sum(_amount(figure, column) or 0.0 for figure in known) - declared
        allowed = _rounding([whole, *known], column)
        if excess > allowed or (len(known) == len(names) and excess < -allowed):
            yield _mismatch(whole, known, column, excess)


def _additive_column(whole: Figure, parts: Sequence[Figure]) -> str:
    """Shares of groups that each have a denominator of their own do not add up, but their cases do."""
    groups = {figure.observation.denominator for figure in (whole, *parts)}
    return "zaehler" if len(groups) > 1 and None not in groups else "wert"


def _amount(figure: Figure, column: str) -> float | None:
    return figure.observation.numerator if column == "zaehler" else figure.observation.value


def _rounding(figures: Sequence[Figure], column: str) -> float:
    """Half of the last decimal for each; spreadsheets drop trailing zeros, so the finest one counts."""
    decimals = max(_decimals(figure, column) for figure in figures)
    exact = decimals == 0 and all(_is_exact_count(figure, column) for figure in figures)
    return _FLOAT if exact else 0.5 * 10**-decimals * len(figures) + _FLOAT


def _is_exact_count(figure: Figure, column: str) -> bool:
    """Whether it counts whole things and nobody rounded it, as averages of a year are."""
    rounded = {"geschaetzt", "umgerechnet", "weniger-als-halb"} & set(figure.observation.signs)
    averaged = figure.indicator.time_reference == "jahresdurchschnitt"
    counted = column == "zaehler" or (figure.unit is not None and figure.unit.kind == "anzahl")
    return counted and not rounded and not averaged


def _decimals(figure: Figure, column: str) -> int:
    return len(figure.text(column).partition(",")[2])


def _mismatch(whole: Figure, parts: Sequence[Figure], column: str, excess: float) -> Problem:
    # More than six decimals would only confuse.
    decimals = min(max(_decimals(figure, column) for figure in (whole, *parts)), 6)
    names = ", ".join(f"{_code(part)} ({part.at(column).cell})" for part in parts)
    declared = _amount(whole, column) or 0.0
    return error(
        RULE,
        whole.at(column),
        f"Die Teile ergeben {number(declared + excess, decimals)}, die Summe „{_code(whole)}“ ist aber "
        f"{number(declared, decimals)}. Teile: {names}.",
        "Prüfen Sie die Zellen; überschneiden sich die Gruppen, schreiben Sie art: ueberlappend.",
        whole.text(column),
    )


def _code(figure: Figure) -> str:
    return ", ".join(figure.observation.breakdown)
