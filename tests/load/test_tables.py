"""What German Excel, LibreOffice and people do to a CSV file, and the one message that each slip gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.load.layout import CODE_COLUMNS, figure_columns
from lagebild.load.tables import read_table
from lagebild.problems import Severity

HEADER = "gebiet;zeit;wert;zaehler;nenner;zeichen;quelle;anmerkung"
ROW = "süd;2019;12,5;;;;amt;"
FILE = "data/indikatoren/beispiel/werte.csv"
COLUMNS = figure_columns(())


def read(text: str | bytes):  # type: ignore[no-untyped-def]
    return read_table(FILE, text if isinstance(text, bytes) else text.encode(), COLUMNS)


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}\n{ROW}\n".encode(),
        f"{HEADER}\n{ROW}\n".encode("utf-8-sig"),
        f"{HEADER}\r\n{ROW}\r\n".encode(),
        f"{HEADER}\r{ROW}\r".encode(),
        f"{HEADER}\n{ROW}".encode(),
        f"{HEADER}\n".encode() + ";".join(f'"{c}"' for c in ROW.split(";")).encode(),
    ],
    ids=["lf", "bom", "crlf", "cr", "no line end", "quoted"],
)
def test_what_spreadsheets_write_is_accepted(content: bytes) -> None:
    found = read(content)
    assert found.problems == ()
    assert found.table.rows[0].cells == tuple(ROW.split(";"))


SPOILT = {
    "empty": (b"", "leere-tabelle"),
    "blank": (b"\n\n", "leere-tabelle"),
    "header only": (f"{HEADER}\n".encode(), "leere-tabelle"),
    "header and blank rows": (f"{HEADER}\n;;;;;;;\n".encode(), "leere-tabelle"),
    "commas": (f"{HEADER}\n{ROW}\n".replace(",", ".").replace(";", ",").encode(), "trennzeichen"),
    "tabs": (f"{HEADER}\n{ROW}\n".replace(";", "\t").encode(), "trennzeichen"),
    "sep line": (f"sep=;\n{HEADER}\n{ROW}\n".encode(), "trennzeichen"),
    "quoted lines": (f'"{HEADER}"\n"{ROW}"\n'.encode(), "trennzeichen"),
    "no header": (f"{ROW}\n{ROW}\n".encode(), "kopfzeile"),
    "title above": (f"Kinderarmut;;;;;;;\n{HEADER}\n{ROW}\n".encode(), "kopfzeile"),
    "title and blank line above": (f"Kinderarmut\n\n{HEADER}\n{ROW}\n".encode(), "kopfzeile"),
    "merged heading above": (f";;Werte;;;;;\n{HEADER}\n{ROW}\n".encode(), "kopfzeile"),
    "second table below": (f"{HEADER}\n{ROW}\n;;;;;;;\n{HEADER}\n{ROW}\n".encode(), "kopfzeile"),
    "row with commas": (f"{HEADER}\n{ROW}\nsüd,2020,12,,,,amt,\n".encode(), "trennzeichen"),
    "row with tabs": (f"{HEADER}\n{ROW}\nsüd\t2020\t12\t\t\t\tamt\t\n".encode(), "trennzeichen"),
    "footnotes": (f"{HEADER}\n{ROW}\n\n* vorläufig\nQuelle: Amt, 2020\n".encode(), "text-neben-tabelle"),
    "footnote cell": (f"{HEADER}\n{ROW}\n;;;;;;;\n* vorläufig;;;;;;;\n".encode(), "text-neben-tabelle"),
    "row of sums": (f"{HEADER}\n{ROW}\nSumme;;123;;;;;\n".encode(), "summenzeile"),
    "blank line above": (f"\n{HEADER}\n{ROW}\n".encode(), "kopfzeile"),
    "utf-16": (f"{HEADER}\n{ROW}\n".encode("utf-16"), "kodierung"),
    "utf-16 without mark": (f"{HEADER}\n{ROW}\n".encode("utf-16-le"), "kodierung"),
    "cp1252": (f"{HEADER}\n{ROW}\n".encode("cp1252"), "kodierung"),
    "read as cp1252, saved as utf-8": (f"{HEADER}\n{ROW}\n".encode().decode("cp1252").encode(), "kodierung"),
    "open quote": (f'{HEADER}\n{ROW}"x\n{ROW}\n'.encode(), "anfuehrungszeichen"),
    "text behind quote": (f'{HEADER}\n{ROW}"x" y\n'.encode(), "anfuehrungszeichen"),
    "cell without end": (f"{HEADER}\n{ROW}{'A' * 200_000}\n".encode(), "anfuehrungszeichen"),
    "empty columns": (f"{HEADER};;\n{ROW};;\n".encode(), "leere-spalten"),
    "blank row inside": (f"{HEADER}\n{ROW}\n;;;;;;;\n{ROW}\n".encode(), "leere-zeile"),
    "short row": (f"{HEADER}\n{ROW[:-1]}\n".encode(), "zeile-laenge"),
    "long row": (f"{HEADER}\n{ROW};\n".encode(), "zeile-laenge"),
    "semicolon in text": (f"{HEADER}\n{ROW}a; b\n".encode(), "zeile-laenge"),
    "many long rows": (f"{HEADER}\n".encode() + f"{ROW};\n".encode() * 30, "zeile-laenge"),
    "doubled heading": (f"{HEADER.replace('nenner', 'zaehler')}\n{ROW}\n".encode(), "kopfzeile"),
    "unnamed heading": (f"{HEADER.replace('nenner', '')}\n{ROW}\n".encode(), "kopfzeile"),
    "missing column": ("gebiet;zeit;quelle\nsüd;2019;amt\n".encode(), "kopfzeile"),
    "another table": (b"code;name;teil_von;gebiet\na;b;;\n", "kopfzeile"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_one_cause_gives_one_error(name: str) -> None:
    content, rule = SPOILT[name]
    problems = read(content).problems
    assert [(p.severity, p.rule) for p in problems] == [(Severity.ERROR, rule)]
    assert problems[0].remedy


def test_lines_above_the_heading_are_told_by_its_line() -> None:
    (problem,) = read(f"Kinderarmut\n\n{HEADER}\n{ROW}\n").problems
    assert problem.remedy == "Löschen Sie alles über Zeile 3."


def test_a_row_pasted_with_commas_is_told_so() -> None:
    (problem,) = read(f"{HEADER}\n{ROW}\nsüd,2020,12,,,,amt,\n").problems
    assert (problem.place.cell, problem.message) == (
        "A3",
        "In der Zeile stehen Kommas, wo Semikolons hingehören.",
    )


def test_windows_text_names_a_word_and_the_way_to_save() -> None:
    (problem,) = read(f"{HEADER}\n{ROW}\n".encode("cp1252")).problems
    assert (problem.place.line, "„süd“" in problem.message) == (2, True)
    assert "CSV UTF-8" in problem.remedy


def test_rows_of_windows_text_are_read_all_the_same() -> None:
    assert read(f"{HEADER}\n{ROW}\n".encode("cp1252")).table.rows[0].cells[0] == "süd"


@pytest.mark.parametrize(
    ("header", "cell", "remedy"),
    [
        (HEADER.replace("gebiet", "gebeit"), "A1", "Gemeint ist vielleicht „gebiet“."),
        (HEADER.replace("gebiet", "Gebiet"), "A1", "Gemeint ist vielleicht „gebiet“."),
        (HEADER.replace("nenner", "nener"), "E1", "Gemeint ist vielleicht „nenner“."),
        (
            HEADER.replace("wert;zaehler", "alter;wert"),
            "C1",
            "Tragen Sie „alter“ in indikator.yaml unter „merkmale“ ein, oder löschen Sie die Spalte.",
        ),
    ],
)
def test_a_wrong_heading_is_shown_at_its_cell(header: str, cell: str, remedy: str) -> None:
    (problem,) = read(f"{header}\n{ROW}\n").problems
    assert (problem.place.cell, problem.remedy) == (cell, remedy)


def test_a_missing_column_is_named() -> None:
    (problem,) = read("gebiet;zeit;quelle\nsüd;2019;amt\n").problems
    assert problem.message == "Die Spalte „wert“ fehlt."


def test_lines_and_rows_part_after_a_cell_with_line_breaks() -> None:
    table = read(f'{HEADER}\n{ROW}"a\nb"\n{ROW}\n').table
    place = table.place(1, "wert")
    assert (place.line, place.cell) == (4, "C3")


def test_empty_rows_at_the_end_are_a_warning() -> None:
    (problem,) = read(f"{HEADER}\n{ROW}\n;;;;;;;\n\n").problems
    assert (problem.severity, problem.place.cell) == (Severity.WARNING, "A3")


def test_a_quote_that_does_not_fit_is_shown_at_its_cell() -> None:
    (problem,) = read(f'{HEADER}\n{ROW}\nsüd;2020;"12;;;;amt;\n').problems
    assert (problem.place.line, problem.place.cell) == (3, "C3")


def test_rows_of_the_wrong_length_are_kept_out() -> None:
    found = read(f"{HEADER}\n{ROW}\n{ROW};\n")
    assert (len(found.table.rows), found.complete) == (1, False)


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    found = read_table(FILE, b"code;name\n" + content, CODE_COLUMNS)
    assert found.table is not None or found.problems


@given(st.text(alphabet=';"\n\r aä,', max_size=60))
def test_no_arrangement_of_quotes_and_delimiters_makes_the_reader_fail(text: str) -> None:
    found = read_table(FILE, ("code;name\n" + text).encode(), CODE_COLUMNS)
    assert all(p.place.line for p in found.problems)


def test_text_with_a_few_windows_bytes_keeps_its_other_umlauts() -> None:
    found = read(f"{HEADER}\n{ROW}\n".encode("utf-8-sig") + "nörd;2019;1;;;;amt;\n".encode("cp1252"))
    assert [p.rule for p in found.problems] == ["kodierung"]
    assert [row.cells[0] for row in found.table.rows] == ["süd", "nörd"]


def test_garbled_umlauts_are_one_error_and_read_as_they_were() -> None:
    found = read(f"{HEADER}\n{ROW}\n".encode("utf-8-sig").decode("cp1252").encode())
    assert ([p.rule for p in found.problems], found.table.rows[0].cells[0]) == (["kodierung"], "süd")


def test_an_invisible_character_in_a_heading_is_named() -> None:
    (problem,) = read("\ufeff\ufeff" + f"{HEADER}\n{ROW}\n").problems
    assert (problem.rule, problem.place.cell) == ("unsichtbare-zeichen", "A1")
