"""The sample municipality as bytes, and a way to plant one fault in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from lagebild.load import load_report, read_folder
from lagebild.problems import Problem

PACKAGE = Path(__file__).parents[1] / "packages" / "musterstadt"
DAY = date(2023, 6, 1)

Planted = Callable[[str, bytes | None], tuple[Problem, ...]]


@pytest.fixture(scope="session")
def musterstadt() -> Mapping[str, bytes]:
    """Path → bytes of the sample municipality."""
    return read_folder(PACKAGE).content


@pytest.fixture
def planted(musterstadt: Mapping[str, bytes]) -> Planted:
    """Replace one file (or remove it) and say what loading finds."""

    def load(path: str, content: bytes | None) -> tuple[Problem, ...]:
        files = {**musterstadt, path: content} if content is not None else {**musterstadt}
        if content is None:
            del files[path]
        return load_report(files, day=DAY).problems

    return load
