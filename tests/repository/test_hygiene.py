"""The repository speaks of itself alone: no machine, no registry, no city in the engine."""

from __future__ import annotations

import csv
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SELF = Path(__file__).name
BINARY = {".png", ".woff2", ".xlsx", ".ods", ".pdf", ".zip", ".jpg"}


def files() -> list[Path]:
    """What git knows and what would be added to it; folders of tools are ignored by git."""
    listing = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, capture_output=True, check=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


TEXTS = [path for path in files() if path.suffix not in BINARY and path.name != SELF]

FORBIDDEN = [
    ("a path of a machine", r"(?:^|[\s\"'`(=:])/(?:home|root|Users|work|tmp|opt|mnt)/[\w.-]"),
    ("a drive of a machine", r"\b[A-Z]:\\(?:Users|Dokumente|Documents)\b"),
    ("a package registry", r"(?:pypi\.org|pythonhosted\.org|registry\.npmjs\.org|/simple/\w)"),
    ("the address of an index", r"--(?:extra-)?index-url[ =]"),
    ("a credential", r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_\w{20,}"),
]


@pytest.mark.parametrize(("what", "pattern"), FORBIDDEN, ids=[what for what, _ in FORBIDDEN])
def test_no_file_names(what: str, pattern: str) -> None:
    found = re.compile(pattern, re.MULTILINE)
    guilty = {}
    for path in TEXTS:
        if match := found.search(path.read_text(encoding="utf-8", errors="replace")):
            guilty[path.relative_to(ROOT).as_posix()] = match[0]
    assert not guilty, f"{what}: {guilty}"


def test_locks_hold_versions_and_hashes_but_no_addresses() -> None:
    assert not (ROOT / "uv.lock").exists()
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text


# Areas that many towns call by the same word.
ORDINARY = {"Innenstadt", "Oststadt"}


def territories() -> list[str]:
    """Names of the places in this repository's data; the country is nobody's city."""
    with (ROOT / "data/gebiete/gebiete.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table, delimiter=";"))
    names = {row["name"].partition(" (")[0] for row in rows if row["typ"] != "bund"}
    return sorted(names - ORDINARY)


def test_the_engine_holds_no_city() -> None:
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, territories()))})(?:er|s)?\b")
    guilty = {}
    for folder in ("lagebild", "hooks", "scripts"):
        for path in (path for path in TEXTS if path.is_relative_to(ROOT / folder)):
            if match := names.search(path.read_text(encoding="utf-8", errors="replace")):
                guilty[path.relative_to(ROOT).as_posix()] = match[0]
    assert not guilty


def test_nothing_generated_is_kept() -> None:
    kept = {path.relative_to(ROOT).parts[0] for path in files()}
    assert not kept & {"site", ".cache", ".venv", "node_modules"}
