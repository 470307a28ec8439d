"""LibreOffice under a German locale opens and saves every kind of table, and nothing that is said changes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from lagebild.exports._register_form import register_workbook
from lagebild.exports.templates import figures_template
from lagebild.inspection import inspect
from lagebild.intake.grid import read_grids
from lagebild.intake.own_form import read_own
from lagebild.intake.register_form import read_register
from lagebild.intake.tidy import tidy
from lagebild.load import Files, load_report, read_folder
from lagebild.model import Report

pytestmark = pytest.mark.audit
DAY = date(2026, 11, 22)
# Semicolon, double quote, UTF-8, German; on export cells as shown, text without added quotes.
_IN = "CSV:59,34,76,1,,1031,false,false"
_OUT = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1031,false,true,false"
_SECONDS = 300
# The locale that decides how numbers are read and shown, whatever that of the machine is.
_GERMAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>de-DE</value></prop></item>
</oor:items>
"""

Convert = Callable[[Sequence[Path], str], dict[str, bytes]]


@pytest.fixture(scope="module")
def convert(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Open files in LibreOffice and save them: name → bytes."""
    profile = tmp_path_factory.mktemp("profil")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_GERMAN, encoding="utf-8")

    def run(files: Sequence[Path], to: str) -> dict[str, bytes]:
        out = tmp_path_factory.mktemp("gespeichert")
        infilter = [f"--infilter={_IN}"] if files[0].suffix == ".csv" else []
        command = [
            soffice,
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            *infilter,
            "--convert-to",
            to,
        ]
        subprocess.run(
            [*command, "--outdir", str(out), *map(str, files)],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
        return {path.name: path.read_bytes() for path in out.iterdir()}

    return run


@pytest.fixture(scope="module")
def saved(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every table of this repository, opened and saved once: path → bytes."""
    folder = tmp_path_factory.mktemp("tabellen")
    root = Path(__file__).parents[2]
    paths = sorted((root / "data").rglob("*.csv"))
    names = {f"{number:03}-{path.name}": path for number, path in enumerate(paths)}
    for name, path in names.items():
        shutil.copy(path, folder / name)
    out = convert([folder / name for name in names], _OUT)
    return {names[name].relative_to(root).as_posix(): content for name, content in out.items()}


def test_every_table_was_saved(saved: Mapping[str, bytes]) -> None:
    assert len(saved) == len(list((Path(__file__).parents[2] / "data").rglob("*.csv")))


def test_figures_and_check_are_unchanged(saved: Mapping[str, bytes], real: Report) -> None:
    before = read_folder(Path(__file__).parents[2])
    after = Files({**before.content, **saved}, before.problems)
    changed = load_report(after.content, day=DAY).report
    assert changed is not None
    assert changed.figures == real.figures
    assert changed.territory_keys == real.territory_keys

    def told(files: Files) -> list[tuple[str, str, str]]:
        return [(p.rule, p.place.file, p.message) for p in inspect(files, day=DAY).problems]

    assert told(after) == told(before)


def test_only_the_bom_is_lost_and_tidying_brings_it_back(saved: Mapping[str, bytes], real: Report) -> None:
    root = Path(__file__).parents[2]
    plain = {
        path
        for path, content in saved.items()
        if content != (root / path).read_bytes().removeprefix(b"\xef\xbb\xbf")
    }
    tidied = {
        path
        for path, content in saved.items()
        if tidy(path, content, real.sources).after != (root / path).read_bytes()
    }
    assert plain == set()
    assert tidied == set()


def test_filled_in_forms_survive_libreoffice(convert: Convert, real: Report, tmp_path: Path) -> None:
    indicator = real.indicators["kita-betreuungsquote"]
    form = tmp_path / "vorlage.xlsx"
    form.write_bytes(figures_template(real, indicator, with_figures=True))
    content = convert([form], "xlsx")["vorlage.xlsx"]
    read = read_own("vorlage.xlsx", read_grids(content)[0], indicator, real)
    assert read.problems == ()
    assert read.figures == real.figures[indicator.id]


def test_drop_downs_notes_and_protection_survive_libreoffice(
    convert: Convert, real: Report, tmp_path: Path
) -> None:
    form = tmp_path / "vorlage.xlsx"
    form.write_bytes(figures_template(real, real.indicators["kita-betreuungsquote"]))
    (tmp_path / "neu.xlsx").write_bytes(convert([form], "xlsx")["vorlage.xlsx"])
    workbook = openpyxl.load_workbook(tmp_path / "neu.xlsx")
    sheet = workbook["Werte"]
    assert len([rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]) >= 4
    assert sheet["A1"].comment is not None
    assert sheet.protection.sheet
    assert workbook["Listen"].sheet_state == "hidden"


def test_the_register_survives_libreoffice(convert: Convert, real: Report, tmp_path: Path) -> None:
    form = tmp_path / "massnahmen.xlsx"
    form.write_bytes(register_workbook(real, with_measures=True))
    grids = read_grids(convert([form], "xlsx")["massnahmen.xlsx"])
    read = read_register("massnahmen.xlsx", grids, real, read_folder(Path(__file__).parents[2]).content)
    assert (read.new, dict(read.added), read.problems) == ((), {}, ())
