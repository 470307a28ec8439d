"""The sample municipality on disk, ways to run the scripts, and the tools that a few tests need."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from lagebild.load import load_report, read_folder
from lagebild.model import Report

PACKAGE = Path(__file__).parents[1] / "packages" / "musterstadt"
DAY = date(2024, 6, 1)
STRICT = "LAGEBILD_STRICT_TOOLS"
"""Set to 1, a missing tool fails a test instead of skipping it."""


@pytest.fixture(scope="session")
def files() -> Mapping[str, bytes]:
    """Path → bytes of the sample municipality."""
    return read_folder(PACKAGE).content


@pytest.fixture(scope="session")
def report(files: Mapping[str, bytes]) -> Report:
    """The sample municipality."""
    loaded = load_report(files, day=DAY).report
    assert loaded is not None
    return loaded


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample municipality in a folder of its own, looked at in June 2024."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717200000")
    target = tmp_path / "paket"
    shutil.copytree(PACKAGE, target)
    return target


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Put a file beside the package."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice; without it a test is skipped, or fails where tools must be there."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None and os.environ.get(STRICT) == "1":
        pytest.fail("LibreOffice (soffice) is missing; install libreoffice-calc")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return program
