"""How targets are rated in overviews: the same symbol and word as on the page of the indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from lagebild.assessed import Assessed, assess
from lagebild.model import Report
from lagebild.pages import fields, indicator, start
from lagebild.pages.page import Page


def html(kind: Callable[[Assessed], Iterator[Page]], report: Report, path: str) -> str:
    return {p.path: p.html for p in kind(assess(report))}[path]


@pytest.mark.parametrize(
    ("value", "word"), [(12.0, "wird erreicht"), (50.0, "eingehalten"), (1.0, "deutlich verfehlt")]
)
def test_start_field_and_indicator_say_the_same_of_a_target(sample: Report, value: float, word: str) -> None:
    one = sample.indicators["kinderarmut"]
    aimed = replace(one, targets=(replace(one.targets[0], value=value, milestones=()),))
    report = replace(sample, indicators={**sample.indicators, one.id: aimed})
    shown = f"<span>{word}</span>"
    assert shown in html(indicator.pages, report, "indikatoren/kinderarmut/")
    assert shown in html(fields.pages, report, f"handlungsfelder/{one.fields[0]}/")
    assert shown in html(start.pages, report, "")


def test_a_field_without_targets_has_no_rating(sample: Report) -> None:
    plain = {i: replace(one, targets=()) for i, one in sample.indicators.items()}
    report = replace(sample, indicators=plain)
    field = sample.indicators["kinderarmut"].fields[0]
    page = html(fields.pages, report, f"handlungsfelder/{field}/")
    assert "lb-bewertung" not in page
    assert "Nicht bewertbar." in page
