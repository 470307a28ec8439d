"""No method is left out of the folder's list."""

from __future__ import annotations

from pathlib import Path

import pytest

import lagebild.statistics as statistics

FOLDER = Path(statistics.__file__).parent
METHODS = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))


@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_a_public_name(method: str) -> None:
    homes = {getattr(getattr(statistics, name), "__module__", "") for name in statistics.__all__}
    assert f"lagebild.statistics.{method}" in homes


@pytest.mark.parametrize("method", METHODS)
def test_methods_do_not_import_each_other(method: str) -> None:
    text = (FOLDER / f"{method}.py").read_text(encoding="utf-8")
    assert not [other for other in METHODS if f"lagebild.statistics.{other}" in text]
