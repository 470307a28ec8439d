"""What a folder may hold beside good files: each is told once, with its place. All of it is sample data."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lagebild.inspection import inspect
from lagebild.load import read_folder
from lagebild.problems import Severity
from tests.contract.builder import DAY, package

ROOT = Path(__file__).parents[2]
TERMS = "data/glossar.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound package on disk."""
    for path, content in package({TERMS: "- {begriff: Sample, erklaerung: Sample}\n"}).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return tmp_path


def _link(root: Path) -> None:
    (root / TERMS).unlink()
    (root / TERMS).symlink_to("/etc/hostname")


def _folder_for_a_file(root: Path) -> None:
    (root / TERMS).unlink()
    (root / TERMS).mkdir()


def _pipe(root: Path) -> None:
    (root / TERMS).unlink()
    os.mkfifo(root / TERMS)


def _too_large(root: Path) -> None:
    (root / TERMS).write_bytes(b"#" * 20_000_001)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [(_link, "Verknüpfung"), (_folder_for_a_file, "Ordner"), (_pipe, "gewöhnliche"), (_too_large, "20 MB")],
)
def test_what_is_no_file_is_told_once(folder: Path, spoil: Callable[[Path], None], says: str) -> None:
    spoil(folder)
    found = [p for p in inspect(read_folder(folder), day=DAY).problems if p.severity is Severity.ERROR]
    assert [(p.rule, p.place.file) for p in found] == [("pfad", TERMS)]
    assert says in found[0].message


@pytest.mark.parametrize("required", [TERMS, "data/akteure.yaml", "data/gebiete/gebiete.csv"])
def test_a_file_without_read_permission_is_told_once(
    folder: Path, required: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path == folder / required:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    found = [p for p in inspect(read_folder(folder), day=DAY).problems if p.severity is Severity.ERROR]
    assert [(p.rule, p.place.file) for p in found] == [("pfad", required)]


@pytest.mark.parametrize("name", ["neu\nzeile.yaml", "schräg\\strich.yaml", "glocke\x07.yaml"])
def test_a_name_that_not_every_system_understands_is_refused(folder: Path, name: str) -> None:
    (folder / "data/massnahmen").mkdir()
    (folder / "data/massnahmen" / name).write_text("titel: Sample\n")
    found = [p for p in inspect(read_folder(folder), day=DAY).problems if p.severity is Severity.ERROR]
    assert [p.rule for p in found] == ["pfad"]
    assert "\n" not in found[0].place.file


def test_an_empty_folder_is_told_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    found = inspect(read_folder(tmp_path), day=DAY)
    assert found.stops_publication
    assert len([p for p in found.problems if p.severity is Severity.ERROR]) == 7


@pytest.mark.parametrize("script", [["check.py"], ["write_site.py", "site"]], ids=["check", "write_site"])
@pytest.mark.parametrize(
    ("root", "epoch", "says"),
    [
        ("nowhere", "1719700000", "gibt es nicht"),
        (".", "-1", "SOURCE_DATE_EPOCH"),
        (".", "", "SOURCE_DATE_EPOCH"),
        (".", "gestern", "SOURCE_DATE_EPOCH"),
    ],
)
def test_a_command_that_cannot_run_says_why_in_one_sentence(
    folder: Path, script: list[str], root: str, epoch: str, says: str
) -> None:
    command = [sys.executable, str(ROOT / "scripts" / script[0]), *script[1:], "--root", root]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
