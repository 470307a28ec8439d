"""The command that compares two versions: revisions, folders, exit codes."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
CHILDREN = "data/indikatoren/kinderarmut/werte.csv"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compare", ROOT / "scripts/compare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def git(root: Path, *words: str) -> None:
    named = ["-c", "user.name=Muster", "-c", "user.email=muster@musterstadt.example"]
    subprocess.run(["git", "-C", str(root), *named, *words], check=True, capture_output=True)


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample municipality in an archive of its own."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    shutil.copytree(ROOT / "tests/packages/musterstadt/data", tmp_path / "data")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "Anfang")
    return tmp_path


def commit(root: Path, why: str) -> None:
    git(root, "add", "data")
    git(root, "commit", "-q", "-m", why)


def change(root: Path, old: str, new: str) -> None:
    table = root / CHILDREN
    table.write_text(table.read_text("utf-8").replace(old, new), encoding="utf-8")


def test_two_revisions(script, town, capsys):
    change(town, "2022;13,69;671", "2022;13,81;677")
    commit(town, "Wert berichtigt")
    assert script.main(["HEAD^", "HEAD", "--root", str(town)]) == 0
    assert "| 13,69\u00a0% | 13,81\u00a0% |" in capsys.readouterr().out


def test_the_working_folder_against_the_last_revision(script, town, capsys):
    change(town, "2022;13,69;", "2022;113,69;")
    assert script.main(["HEAD", ".", "--root", str(town)]) == 1
    assert "### Was falsch ist" in capsys.readouterr().out


def test_a_file_with_everything(script, town, tmp_path):
    output = tmp_path / "bericht.json"
    assert script.main(["HEAD", ".", "--root", str(town), "--format", "json", "--output", str(output)]) == 0
    assert json.loads(output.read_text("utf-8"))["zahlen"] == []


@pytest.mark.parametrize("version", ["gibt-es-nicht", "--help-me", "HEAD~99"])
def test_a_version_that_does_not_exist(script, town, version, capsys):
    assert script.main(["--root", str(town), "--", version, "HEAD"]) == script.CANNOT_RUN
    assert version in capsys.readouterr().err


def test_broken_site_data_is_told_without_a_comparison(script, town, capsys):
    (town / "data/seite.yaml").write_text("titel: [", encoding="utf-8")
    assert script.main(["HEAD", ".", "--root", str(town)]) == 1
    assert "kein Vergleich möglich" in capsys.readouterr().out
