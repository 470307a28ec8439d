"""What every test may use: the sample municipality, the repository's own data, golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from lagebild.load.files import read_folder
from lagebild.load.report import load_report
from lagebild.model import Report

# A slow machine is no fault of the code, and the same commit gives the same examples everywhere.
settings.register_profile("the same everywhere", deadline=None, derandomize=True)
settings.load_profile("the same everywhere")

ROOT = Path(__file__).parent.parent
PACKAGES = Path(__file__).parent / "packages"
SAMPLE_DAY = date(2026, 6, 30)
"""The day on which the sample municipality is looked at."""
REAL_DAY = date(2026, 11, 22)
"""The day on which the sources of the real data were read last."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """One flag rewrites the golden files; their diff is what a reviewer reads."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


def load(root: Path, day: date) -> Report:
    """A data package that must load without errors."""
    files = read_folder(root)
    loaded = load_report(files.content, day=day)
    assert loaded.report is not None, loaded.problems
    return loaded.report


@pytest.fixture(scope="session")
def sample() -> Report:
    """The invented municipality of tests/packages/musterstadt: sample data."""
    return load(PACKAGES / "musterstadt", SAMPLE_DAY)


@pytest.fixture(scope="session")
def real() -> Report:
    """The data that this repository publishes."""
    return load(ROOT, REAL_DAY)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name beside the test, or write it with --update-golden."""

    def compare(name: str, text: str) -> None:
        file = Path(request.path).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{file} is missing; write it with --update-golden and review it"
        assert text == file.read_text(encoding="utf-8")

    return compare
