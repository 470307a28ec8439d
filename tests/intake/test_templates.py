"""Forms for Excel come back without loss, offer the codes, explain themselves, and are the same bytes each
time.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lagebild.exports._register_form import register_workbook
from lagebild.exports.templates import figures_template
from lagebild.intake.difference import difference
from lagebild.intake.grid import read_grids
from lagebild.intake.own_form import read_own
from lagebild.intake.register_form import read_register
from lagebild.model import Report
from tests.intake.scripts_of import import_table, templates


def book(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def columns(sheet: Any) -> dict[str, int]:
    return {cell.value: number for number, cell in enumerate(sheet[1], 1)}


def saved(workbook: Any) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


@pytest.mark.parametrize("ident", ["kinderarmut", "einwohner", "angebotsmiete", "zahngesunde-kinder"])
def test_figures_come_back_without_loss(report: Report, ident: str) -> None:
    indicator = report.indicators[ident]
    content = figures_template(report, indicator, with_figures=True)
    read = read_own("vorlage.xlsx", read_grids(content)[0], indicator, report)
    assert read.problems == ()
    assert read.figures == report.figures[ident]


def test_measures_come_back_without_loss(report: Report, files: Mapping[str, bytes]) -> None:
    grids = read_grids(register_workbook(report, with_measures=True))
    read = read_register("massnahmen.xlsx", grids, report, files)
    assert (read.new, dict(read.added), read.problems, read.same) == ((), {}, (), len(report.measures))


def test_the_smaller_tables_of_the_repository_come_back(real: Report) -> None:
    small = [i for i in real.indicators.values() if len(real.figures[i.id]) < 250]
    for indicator in small:
        grid = read_grids(figures_template(real, indicator, with_figures=True))[0]
        read = read_own("vorlage.xlsx", grid, indicator, real)
        assert not difference(real.figures[indicator.id], read.figures, whole_rows=True).changes_anything
        assert read.problems == ()
    assert len(small) > 3


def test_drop_downs_offer_the_codes_from_a_hidden_sheet(report: Report) -> None:
    workbook = book(figures_template(report, report.indicators["einwohner"]))
    sheet = workbook["Werte"]
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    lists = {next(iter(rule.sqref.ranges)).min_col: rule.formula1 for rule in rules}
    assert workbook["Listen"].sheet_state == "hidden"
    column = lists[columns(sheet)["geschlecht"]].split("!")[1].replace("$", "")
    offered = [cell[0].value for cell in workbook["Listen"][column]]
    assert offered == ["insgesamt", "männlich", "weiblich"]


def test_the_heading_stays_and_explains_itself(report: Report) -> None:
    sheet = book(figures_template(report, report.indicators["kinderarmut"]))["Werte"]
    assert sheet.freeze_panes == "C2"
    assert all(cell.comment and cell.comment.text for cell in sheet[1])


def test_formulas_are_protected_and_cells_to_fill_in_are_not(report: Report) -> None:
    sheet = book(figures_template(report, report.indicators["kinderarmut"]))["Werte"]
    control = sheet.cell(2, columns(sheet)["kontrolle"])
    assert sheet.protection.sheet
    assert control.value.startswith("=IF(")
    assert control.protection.locked
    assert not sheet.column_dimensions["A"].protection.locked


def test_text_columns_are_text_so_that_nothing_becomes_a_date(report: Report) -> None:
    sheet = book(figures_template(report, report.indicators["kinderarmut"], with_figures=True))["Werte"]
    assert sheet.cell(2, columns(sheet)["zeit"]).number_format == "@"
    assert sheet.cell(2, columns(sheet)["zeit"]).value == "2015"


def test_the_same_data_gives_the_same_bytes(report: Report) -> None:
    indicator = report.indicators["einwohner"]
    assert figures_template(report, indicator) == figures_template(report, indicator)
    assert register_workbook(report, with_measures=True) == register_workbook(report, with_measures=True)


def test_internal_notes_are_in_no_form(report: Report) -> None:
    workbook = book(register_workbook(report, with_measures=True))
    cells = [str(cell.value) for sheet in workbook for row in sheet for cell in row if cell.value]
    internal = [m.internal for m in report.measures.values() if m.internal]
    assert internal
    assert not [text for text in internal if any(text in cell for cell in cells)]


def test_a_filled_in_row_becomes_a_figure(
    root: Path, report: Report, given: Callable[[str, bytes], Path]
) -> None:
    workbook = book(figures_template(report, report.indicators["kinderarmut"]))
    sheet = workbook["Werte"]
    for name, value in {
        "gebiet": "musterstadt",
        "zeit": "2023",
        "wert": 13.4,
        "quelle": "landesamt-2023",
    }.items():
        sheet.cell(2, columns(sheet)[name], value)
    file = given("kinderarmut.xlsx", saved(workbook))
    assert import_table([str(file), "--root", str(root), "--write"]) == 0
    assert "musterstadt;2023;13,4;;;;landesamt-2023;\n" in (
        root / "data/indikatoren/kinderarmut/werte.csv"
    ).read_text("utf-8-sig")


def test_a_reported_status_is_added_and_nothing_else_is_touched(
    root: Path, report: Report, given: Callable[[str, bytes], Path]
) -> None:
    whole = book(register_workbook(report, with_measures=True))
    sheet = whole["Verlauf"]
    row = next(n for n in range(2, 500) if not sheet.cell(n, 1).value)
    entry = {
        "massnahme": "familienlotsen",
        "nr": "99",
        "datum": "2024-05",
        "datum_art": "ereignis",
        "status": "laufend",
        "text": "Vier Lotsinnen sind im Einsatz",
        "belege": "ratsinfo | Seite 3",
        "sicherheit": "belegt",
    }
    for name, value in entry.items():
        sheet.cell(row, columns(sheet)[name], value)
    path = root / "data/massnahmen/familienlotsen.yaml"
    before = path.read_text("utf-8")
    assert import_table([str(given("m.xlsx", saved(whole))), "--root", str(root), "--write"]) == 0
    after = path.read_text("utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert "  - nr: 99" in added
    assert set(before.splitlines()) <= set(after.splitlines())


def test_a_fault_in_the_register_is_told_at_its_row(
    root: Path, report: Report, given: Callable[[str, bytes], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = book(register_workbook(report, with_measures=True))
    sheet = workbook["Maßnahmen"]
    sheet.cell(3, columns(sheet)["typ"], "projekt")
    assert import_table([str(given("m.xlsx", saved(workbook))), "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert "Maßnahmen!A3" in said
    assert "projekt" in said


def test_the_script_writes_one_form_per_indicator_and_one_for_measures(root: Path, tmp_path: Path) -> None:
    assert templates([str(tmp_path / "vorlagen"), "--root", str(root)]) == 0
    names = {path.stem for path in (tmp_path / "vorlagen").iterdir()}
    assert names == {"kinderarmut", "einwohner", "angebotsmiete", "zahngesunde-kinder", "massnahmen"}
    assert templates([str(tmp_path), "--indikator", "fehlt", "--root", str(root)]) == 2
