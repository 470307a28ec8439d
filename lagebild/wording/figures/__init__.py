"""What is said about an indicator: German sentences from its findings, each about the figures of the table.

The texts decide nothing: what may be compared, tested or rated is in the findings. Every number is written as
the table writes it; only the headline may put a share as a natural frequency ("15 von 100").

- `headline`: the page's title and the sentence of overviews
- `level`, `change`, `comparison`, `uncertainty`, `target`, `gaps`, `limits`: one question each, in this order
- `chart`: titles, legends and notes of charts and tables

To add a statement, add a file with a function of report, indicator and findings and list it in `_QUESTIONS`.
"""

from __future__ import annotations

from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report
from lagebild.wording.figures._words import comparison_word, judgement_word, rating_word, trend_word
from lagebild.wording.figures.change import development
from lagebild.wording.figures.chart import (
    chart_subtitle,
    chart_title,
    sign_legend,
    territorial_status_sentence,
)
from lagebild.wording.figures.comparison import standing
from lagebild.wording.figures.gaps import break_label, interruptions
from lagebild.wording.figures.headline import Sentence, companion, key_sentence, message
from lagebild.wording.figures.level import age, latest
from lagebild.wording.figures.limits import limits
from lagebild.wording.figures.target import earlier_ratings, rating_explained, target, target_words, targets
from lagebild.wording.figures.uncertainty import chance

__all__ = [
    "Sentence", "break_label", "chart_description", "chart_subtitle", "chart_title",
    "companion", "comparison_word", "earlier_ratings", "judgement_word", "key_sentence", "message",
    "rating_explained", "rating_word", "sentences", "sign_legend", "target", "target_words",
    "territorial_status_sentence", "trend_word",
]  # fmt: skip

_QUESTIONS = (age, latest, development, interruptions, standing, chance, targets, limits)


def sentences(report: Report, indicator: Indicator, findings: IndicatorFindings) -> tuple[str, ...]:
    """Everything that the page says about the headline series, in the order of the questions."""
    return tuple(text for question in _QUESTIONS for text in question(report, indicator, findings))


def chart_description(report: Report, indicator: Indicator, findings: IndicatorFindings) -> str:
    """The sentences as the text alternative of the chart."""
    return " ".join(sentences(report, indicator, findings))
