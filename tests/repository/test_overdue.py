"""The list of what is overdue follows from data and day alone."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from lagebild.assessed import assess
from lagebild.load import load_report, read_folder

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tests/packages/musterstadt"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("overdue", ROOT / "scripts/overdue.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def listed(script: ModuleType, day: date) -> str:
    report = load_report(read_folder(PACKAGE).content, day=day).report
    assert report
    return "\n".join(script.overdue(assess(report)))


DAYS = [
    ("before the next edition is due", date(2024, 3, 31), "Kinder in Grundsicherung", False),
    ("after it was due", date(2024, 4, 1), "Kinder in Grundsicherung", True),
    ("while reports are recent", date(2023, 5, 2), "Lesepaten an Grundschulen", False),
    ("two years after the last report", date(2025, 5, 2), "Lesepaten an Grundschulen", True),
]


@pytest.mark.parametrize(("sentence", "day", "title", "expected"), DAYS, ids=[d[0] for d in DAYS])
def test_the_day_alone_makes_things_overdue(script, sentence, day, title, expected):
    assert (title in listed(script, day)) is expected


def test_the_workflow_knows_the_words_for_nothing(script):
    assert script.NOTHING in (ROOT / ".github/workflows/naechtlich.yml").read_text(encoding="utf-8")


def test_a_folder_without_data_cannot_be_listed(script, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert script.main(["--root", str(tmp_path / "fehlt")]) == script.CANNOT_RUN
