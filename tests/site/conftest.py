"""The built sites that these tests look at: the real one and that of the sample municipality."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PACKAGES, ROOT

EPOCH = "1795000000"
"""18 November 2026, UTC: after every entry of the sample municipality's histories."""


def build(config: Path, folder: Path) -> None:
    """A strict build; what it printed is shown where it fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, str(ROOT / "scripts" / "build_site.py"), str(folder), "--config", str(config)]
    done = subprocess.run(
        command, cwd=config.parent, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's data."""
    folder = tmp_path_factory.mktemp("real") / "site"
    build(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="session")
def sample_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the sample municipality: its data, the prose for every city, a few pages of its own."""
    root = tmp_path_factory.mktemp("musterstadt")
    shutil.copytree(PACKAGES / "musterstadt" / "data", root / "data")
    for prose in ("methodik", "mitmachen"):
        shutil.copytree(ROOT / "docs" / prose, root / "docs" / prose)
    about = root / "docs" / "ueber"
    about.mkdir()
    (about / "index.md").write_text("# Über diese Seite\n\nBeispieldaten, frei erfunden.\n", encoding="utf-8")
    (about / "leichte-sprache.md").write_text("# Leichte Sprache\n\nNoch kein Text.\n", encoding="utf-8")
    (about / "fehlt.md").write_text("# Was fehlt\n\nNichts, es ist alles erfunden.\n", encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for engine in ("lagebild/theme/overrides", "hooks/site.py"):
        config = config.replace(engine, str(ROOT / engine))
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def sample_site(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample municipality, built with the same code."""
    folder = tmp_path_factory.mktemp("sample") / "site"
    build(sample_root / "mkdocs.yml", folder)
    return folder
