"""The municipality's own data keeps every rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lagebild import rules
from lagebild.load import load_report, read_folder
from lagebild.problems import Severity, as_text

ROOT = Path(__file__).parents[2]


def test_the_data_of_this_repository_has_no_errors() -> None:
    # The day on which the sources were last read against the data.
    loaded = load_report(read_folder(ROOT).content, day=date(2026, 11, 25))
    assert loaded.report is not None
    problems = (*loaded.problems, *rules.check(loaded.report))
    assert as_text([problem for problem in problems if problem.severity is Severity.ERROR]) == as_text([])
