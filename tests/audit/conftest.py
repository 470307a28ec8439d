"""The sites that are audited, and the marker that keeps all of this out of `make test`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.conftest import real_site, sample_root, sample_site

__all__ = ["real_site", "sample_root", "sample_site"]

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is part of the audit."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.audit)
