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
        whole = group.get(total)
        known = [group[name] for name in names if name in group and group[name].observation.value is not None]
        if whole is None or whole.observation.value is None or not known:
            continue
        excess = sum(figure.observation.value or 0 for figure in known) - whole.observation.value
        allowed = _rounding([whole, *known])
        if excess > allowed or (len(known) == len(names) and excess < -allowed):
            yield _mismatch(whole, known, excess)


def _rounding(figures: Sequence[Figure]) -> float:
    """Half of the last decimal for each figure; spreadsheets drop trailing zeros, so the finest one
    counts."""
    decimals = max(_decimals(figure) for figure in figures)
    exact = decimals == 0 and all(_is_exact_count(figure) for figure in figures)
    return _FLOAT if exact else 0.5 * 10**-decimals * len(figures) + _FLOAT


def _is_exact_count(figure: Figure) -> bool:
    """Whether it counts whole things and nobody rounded it, as averages of a year are."""
    rounded = {"geschaetzt", "umgerechnet", "weniger-als-halb"} & set(figure.observation.signs)
    averaged = figure.indicator.time_reference == "jahresdurchschnitt"
    return figure.unit is not None and figure.unit.kind == "anzahl" and not rounded and not averaged


def _decimals(figure: Figure) -> int:
    text = figure.text("wert")
    return len(text.partition(",")[2])


def _mismatch(whole: Figure, parts: Sequence[Figure], excess: float) -> Problem:
    # More than six decimals would only confuse.
    decimals = min(max(_decimals(figure) for figure in (whole, *parts)), 6)
    names = ", ".join(f"{_code(part)} ({part.at('wert').cell})" for part in parts)
    sum_of_parts = number((whole.observation.value or 0) + excess, decimals)
    sum_declared = number(whole.observation.value or 0, decimals)
    return error(
        RULE,
        whole.at("wert"),
        f"Die Teile ergeben {sum_of_parts}, die Summe „{_code(whole)}“ ist aber {sum_declared}. "
        f"Teile: {names}.",
        "Prüfen Sie die Zellen; überschneiden sich die Gruppen, schreiben Sie art: ueberlappend.",
        whole.text("wert"),
    )


def _code(figure: Figure) -> str:
    return ", ".join(figure.observation.breakdown)
