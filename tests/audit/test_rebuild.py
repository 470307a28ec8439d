"""The same commit gives the same bytes: elsewhere, in other languages and time zones, with an empty cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tests.conftest import ROOT
from tests.site.conftest import EPOCH

PARTS = ("data", "docs", "hooks", "lagebild", "scripts", "mkdocs.yml", "datapackage.json")
HERE = {"PYTHONHASHSEED": "1", "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C"}


def built(folder: Path, environment: Mapping[str, str], cache: Path | None = None) -> dict[str, str]:
    """Path → hash of every file of a site that is built from a copy of this repository in a folder.

    `cache` holds what earlier builds have drawn; without it everything is drawn anew.
    """
    folder.mkdir(parents=True)
    if cache and cache.is_dir():
        shutil.copytree(cache, folder / ".cache")
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    chosen = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "scripts/build_site.py", "site"]
    done = subprocess.run(
        command, cwd=folder, env={**chosen, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = folder / "site"
    return {
        p.relative_to(site).as_posix(): sha256(p.read_bytes()).hexdigest()
        for p in site.rglob("*")
        if p.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    here = built(tmp_path / "hier", HERE, ROOT / ".cache")
    there = built(tmp_path / "dort" / "viel" / "tiefer" / "drin", ELSEWHERE)

    assert here
    assert {path for path in here.keys() | there.keys() if here.get(path) != there.get(path)} == set()
