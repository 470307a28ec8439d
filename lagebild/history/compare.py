"""The one comparison of two Reports, by key and by value."""

from __future__ import annotations

from collections.abc import Container

from lagebild.assessment.board import board
from lagebild.assessment.indicators import assess as assess_indicator
from lagebild.history._comparison import Comparison, FindingChange, SentenceChange
from lagebild.history._derived import (
    Assess,
    Say,
    affected_indicators,
    count_changes,
    finding_changes,
    sentence_change,
    state_changes,
)
from lagebild.history._figures import figure_changes
from lagebild.history._measures import measure_changes
from lagebild.history._nouns import all_noun_changes
from lagebild.model import Report


def compare(
    before: Report,
    after: Report,
    *,
    assess: Assess = assess_indicator,
    say: Say | None = None,
    unjudged: Container[str] = (),
) -> Comparison:
    """What changed from one Report to another, each derived value as of its Report's own day.

    `say` gives the sentences of an indicator's page; without it no sentences are compared. Findings are
    computed for indicators only that the change can touch, and not for those in `unjudged`: what is wrong in
    their data would make any finding wrong as well.
    """
    boards = board(before, before.day), board(after, after.day)
    findings: list[FindingChange] = []
    sentences: list[SentenceChange | None] = []
    for indicator in affected_indicators(before, after):
        if indicator in unjudged:
            continue
        was, now = assess(before, indicator), assess(after, indicator)
        findings += finding_changes(was, now)
        if say:
            sentences.append(sentence_change(indicator, say(before, was), say(after, now)))
    return Comparison(
        before=before,
        after=after,
        figures=tuple(figure_changes(before, after)),
        measures=tuple(measure_changes(before, after)),
        nouns=tuple(all_noun_changes(before, after)),
        states=tuple(state_changes(before, after, boards)),
        counts=tuple(count_changes(*boards)),
        findings=tuple(findings),
        sentences=tuple(change for change in sentences if change),
    )
