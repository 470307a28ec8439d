"""What follows from the data, before and after: states, counts, findings, sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lagebild.findings import Board, IndicatorFindings, MeasureState
from lagebild.history._comparison import CountChange, FindingChange, SentenceChange, StateChange
from lagebild.model import Report

Assess = Callable[[Report, str], IndicatorFindings]
"""The findings of one indicator of a Report."""
Say = Callable[[Report, IndicatorFindings], Sequence[str]]
"""The sentences of its page."""


def state_changes(before: Report, after: Report, boards: tuple[Board, Board]) -> Iterator[StateChange]:
    """Measures on both boards of which something else is said."""
    was, now = boards[0].states, boards[1].states
    for ident in (ident for ident in now if ident in was):
        by_time = before.measures[ident] == after.measures[ident]
        for aspect, differs in _aspects(was[ident], now[ident]).items():
            if differs:
                yield StateChange(
                    measure=ident, aspect=aspect, before=was[ident], after=now[ident], by_time=by_time
                )  # fmt: skip


def _aspects(was: MeasureState, now: MeasureState) -> dict[str, bool]:
    return {
        "stand": was.board_class != now.board_class,
        "phase": was.phase != now.phase,
        "termin": was.schedule.result != now.schedule.result,
    }


def count_changes(before: Board, after: Board) -> Iterator[CountChange]:
    """Counts of the board that differ."""
    whole = (before.total, after.total)
    if before.total != after.total:
        yield CountChange(
            group="gesamt", code="", before=whole[0], after=whole[1], before_of=whole[0], after_of=whole[1]
        )  # fmt: skip
    yield from _counts("stand", before.by_class, after.by_class, whole)
    yield from _counts("termin", before.by_schedule, after.by_schedule, whole)
    yield from _counts("strategiebezug", before.by_tie, after.by_tie, whole)
    for field in dict.fromkeys((*before.by_field, *after.by_field)):
        of = (before.field_totals.get(field, 0), after.field_totals.get(field, 0))
        was, now = before.by_field.get(field, {}), after.by_field.get(field, {})
        yield from _counts("handlungsfeld", was, now, of, prefix=f"{field}/")


def _counts(
    group: str, was: Mapping[str, int], now: Mapping[str, int], whole: tuple[int, int], *, prefix: str = ""
) -> Iterator[CountChange]:
    for code in dict.fromkeys((*was, *now)):
        if was.get(code, 0) != now.get(code, 0):
            yield CountChange(
                group=group, code=prefix + code, before=was.get(code, 0), after=now.get(code, 0),
                before_of=whole[0], after_of=whole[1],
            )  # fmt: skip


def affected_indicators(before: Report, after: Report) -> list[str]:
    """Indicators of which something else can be said; all where what they share has changed."""
    shared = [i for i in after.indicators if i in before.indicators]
    if _frame(before) != _frame(after):
        return shared
    return [ident for ident in shared if _own(before, ident) != _own(after, ident)]


def _frame(report: Report) -> tuple[object, ...]:
    """What findings on every indicator rest on."""
    return report.day, report.site.main_territory, report.territories, report.units, report.code_lists


def _own(report: Report, ident: str) -> tuple[object, ...]:
    """What findings on one indicator rest on: its definition, its figures and their sources."""
    figures = report.figures.get(ident, ())
    return report.indicators[ident], figures, {one.source: report.sources.get(one.source) for one in figures}


def finding_changes(was: IndicatorFindings, now: IndicatorFindings) -> Iterator[FindingChange]:
    """Findings on one indicator that differ."""
    for sort, codes in _CODES.items():
        old, new = codes(was), codes(now)
        for subject in dict.fromkeys((*old, *new)):
            if old.get(subject) != new.get(subject):
                yield FindingChange(
                    indicator=now.indicator, sort=sort, subject=subject,
                    before=old.get(subject), after=new.get(subject),
                )  # fmt: skip


def _trends(findings: IndicatorFindings) -> dict[tuple[str, ...], str]:
    return {(one.territory, *one.breakdown): one.result for one in findings.trends}


def _comparisons(findings: IndicatorFindings) -> dict[tuple[str, ...], str]:
    return {
        (one.territory, one.other, *one.breakdown): " ".join(filter(None, (one.result, one.judgement)))
        for one in findings.comparisons
    }


def _ratings(findings: IndicatorFindings) -> dict[tuple[str, ...], str]:
    return {
        (one.territory, one.target.kind, one.target.until.text if one.target.until else ""): one.rating
        for one in findings.targets
    }


def _ranks(findings: IndicatorFindings) -> dict[tuple[str, ...], str]:
    return {(one.territory,): f"{one.rank} von {one.of}" for one in findings.ranks if one.rank is not None}


_CODES: Mapping[str, Callable[[IndicatorFindings], dict[tuple[str, ...], str]]] = {
    "trend": _trends,
    "vergleich": _comparisons,
    "bewertung": _ratings,
    "rang": _ranks,
}


def sentence_change(indicator: str, was: Sequence[str], now: Sequence[str]) -> SentenceChange | None:
    """The sentences that are no longer said, and those that are said instead."""
    gone = tuple(sentence for sentence in was if sentence not in now)
    added = tuple(sentence for sentence in now if sentence not in was)
    return SentenceChange(indicator=indicator, gone=gone, added=added) if gone or added else None
