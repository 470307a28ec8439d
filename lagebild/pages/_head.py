"""The top of an indicator's page: its message, the key facts, and the chart put into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report
from lagebild.pages._key_facts import key_facts
from lagebild.pages._soft_hyphens import hyphenated
from lagebild.wording import figures as words
from lagebild.wording.figures.change import development
from lagebild.wording.figures.comparison import standing
from lagebild.wording.figures.gaps import interruptions
from lagebild.wording.figures.level import age, latest
from lagebild.wording.figures.limits import limits
from lagebild.wording.figures.target import targets
from lagebild.wording.figures.uncertainty import chance

Row = Mapping[str, Any]

_PARAGRAPHS = ((latest, development, interruptions), (standing,), (chance,), (targets, limits))
"""Questions that are answered together: the figures, the others beside them, chance, the target."""
_TITLE_WORD = 16
"""Longer words do not fit a phone at the size of a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands first."""

    title: str
    title_rest: str
    """What the title has in brackets."""
    message: str
    message_soft: str
    """The same with soft hyphens in its longest words."""
    old: str
    """What is said first of figures that are more than three years old."""
    paragraphs: tuple[str, ...]
    key_facts: tuple[Row, ...]


def head(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Head:
    """The head of an indicator's page."""
    title, _, rest = indicator.title.partition(" (")
    message = words.message(report, indicator, findings)
    return Head(
        title=title,
        title_rest=f"({rest}" if rest else "",
        message=message,
        message_soft=hyphenated(message, longest_whole=_TITLE_WORD),
        old=" ".join(age(report, indicator, findings)),
        paragraphs=tuple(_paragraphs(report, indicator, findings)),
        key_facts=key_facts(report, indicator, findings),
    )


def _paragraphs(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    for questions in _PARAGRAPHS:
        said = [text for question in questions for text in question(report, indicator, findings)]
        if said:
            yield " ".join(said)
