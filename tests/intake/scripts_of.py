"""The scripts as functions: arguments in, exit code out."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

_SCRIPTS = Path(__file__).parents[2] / "scripts"


def _main(name: str) -> Callable[[list[str]], int]:
    spec = importlib.util.spec_from_file_location(f"script_{name}", _SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.main  # type: ignore[no-any-return]


tidy = _main("tidy")
import_table = _main("import_table")
templates = _main("templates")
new = _main("new")
