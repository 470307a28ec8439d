"""What is missing or changed in a series: breaks, editions, signs in place of values, marks beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lagebild.findings import IndicatorFindings, SeriesBreak
from lagebild.model import Indicator, Period, Report
from lagebild.wording import dates
from lagebild.wording.figures._words import BREAKS, TOLD_WITH_THE_FIGURE
from lagebild.wording.grammar import listed, sentence
from lagebild.wording.numbers import SIGN_WORDS

_MARKED = {
    "vorlaeufig": ("ist der Wert vorläufig", "sind die Werte vorläufig"),
    "berichtigt": ("wurde der Wert berichtigt", "wurden die Werte berichtigt"),
    "geschaetzt": ("ist der Wert geschätzt", "sind die Werte geschätzt"),
    "eigene-berechnung": (
        "ist der Wert aus veröffentlichten Zahlen selbst berechnet",
        "sind die Werte aus veröffentlichten Zahlen selbst berechnet",
    ),
    "umgerechnet": (
        "hat die Quelle den Wert auf einen späteren Gebietsstand umgerechnet",
        "hat die Quelle die Werte auf einen späteren Gebietsstand umgerechnet",
    ),
    "groesserer-bezirk": (
        "gilt der Wert für einen größeren Bezirk",
        "gelten die Werte für einen größeren Bezirk",
    ),
}
# A chart's label has room for two or three words.
_LABEL_LENGTH = 24


def interruptions(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    """Why the line ends where it ends, which periods have no value, and which values are marked."""
    if findings.main is None:
        return
    for parted in findings.main.breaks:
        yield from _break(parted)
    yield from _missing(findings.main.breaks)
    by_sign: dict[str, list[Period]] = defaultdict(list)
    by_mark: dict[str, list[Period]] = defaultdict(list)
    for point in findings.main.points:
        if point.value is None:
            by_sign[point.observation.sign or "unbekannt"].append(point.period)
        for mark in point.observation.signs:
            if point is not findings.main.last or mark not in TOLD_WITH_THE_FIGURE:
                by_mark[mark].append(point.period)
    for sign, periods in by_sign.items():
        yield sentence(f"Ohne Wert für {dates.accusatives(periods)}: {SIGN_WORDS[sign]}")
    for mark, words in _MARKED.items():
        if mark in by_mark:
            yield _marked(by_mark[mark], words)


def _break(parted: SeriesBreak) -> Iterator[str]:
    """Signs are told by period, and where nothing may be compared over time that was said already."""
    if parted.kind == "ausgabe":
        yield (
            f"Bis {dates.period(parted.before)} und ab {dates.period(parted.after)} stammen die Werte aus "
            "verschiedenen Ausgaben; sie werden nicht miteinander verglichen."
        )
    elif parted.kind == "bruch":
        yield sentence(f"{dates.in_period(parted.after)} beginnt die Reihe neu: {parted.reason}")


def _missing(breaks: Sequence[SeriesBreak]) -> Iterator[str]:
    gaps = [_between(parted) for parted in breaks if parted.kind == "luecke"]
    if gaps:
        yield sentence(f"Werte fehlen {listed(gaps)}")


def _between(parted: SeriesBreak) -> str:
    if parted.before.kind == "jahr":
        return f"zwischen {dates.period(parted.before)} und {dates.period(parted.after)}"
    return f"zwischen {dates.dative(parted.before)} und {dates.dative(parted.after)}"


def _marked(periods: Sequence[Period], words: tuple[str, str]) -> str:
    return sentence(f"Für {dates.accusatives(periods)} {words[0] if len(periods) == 1 else words[1]}")


def break_label(parted: SeriesBreak) -> str:
    """What a chart writes where the line ends: the reason where it is short, else its kind."""
    reason = parted.reason.rstrip(".")
    if parted.kind == "bruch" and len(reason) <= _LABEL_LENGTH:
        return reason
    return BREAKS[parted.kind]
