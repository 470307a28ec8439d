"""The command line: what it prints, and the exit codes that CI relies on."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import PACKAGE

SCRIPT = Path(__file__).parents[2] / "scripts" / "check.py"
FIGURES = "data/indikatoren/kinderarmut/werte.csv"


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], int]:
    """The script's main function, on the day of the sample."""
    spec = importlib.util.spec_from_file_location("check", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1685577600")
    return module.main  # type: ignore[no-any-return]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The sample municipality with one decimal point."""
    shutil.copytree(PACKAGE, tmp_path / "stadt")
    table = tmp_path / "stadt" / FIGURES
    table.write_bytes(table.read_bytes().replace(b";16,88;", b";16.88;"))
    return tmp_path / "stadt"


def test_good_data_gives_0(check: Callable[[list[str]], int], capsys: pytest.CaptureFixture[str]) -> None:
    assert check(["--root", str(PACKAGE)]) == 0
    assert "Keine Fehler gefunden." in capsys.readouterr().out


def test_an_error_gives_1_and_stands_at_its_cell(
    check: Callable[[list[str]], int], faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(["--root", str(faulty), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["schwere"], problem["datei"], problem["zelle"]) == ("fehler", FIGURES, "C3")
    assert (problem["wert"], problem["abhilfe"]) == ("16.88", "Schreiben Sie „16,88“.")


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "markdown", "json"])
def test_every_format_speaks(
    check: Callable[[list[str]], int], faulty: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(["--root", str(faulty), "--format", form]) == 1
    assert "16.88" in capsys.readouterr().out


def test_a_folder_that_is_not_there_gives_2(
    check: Callable[[list[str]], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(["--root", str(tmp_path / "nowhere")]) == 2
    assert "gibt es nicht" in capsys.readouterr().err


def test_wrong_arguments_give_2(check: Callable[[list[str]], int]) -> None:
    with pytest.raises(SystemExit) as left:
        check(["--format", "x"])
    assert left.value.code == 2


def test_the_catalogue_is_written_on_request(check: Callable[[list[str]], int], faulty: Path) -> None:
    (faulty / "datapackage.json").unlink()
    check(["--root", str(faulty), "--write-catalogue"])
    assert (faulty / "datapackage.json").read_bytes() == (PACKAGE / "datapackage.json").read_bytes()


def test_a_reader_who_stops_early_gets_no_traceback(tmp_path: Path) -> None:
    """As `python scripts/check.py | head -1` does, on a list longer than a pipe holds."""
    (tmp_path / "data").mkdir()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1685577600"}
    command = [sys.executable, str(SCRIPT), "--root", str(tmp_path)]
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert running.stderr.read() == b""
    running.wait()
