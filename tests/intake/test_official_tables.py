"""Official downloads in every layout are read to the same thing: territory, time, headings, printed text."""

from __future__ import annotations

import pytest

from lagebild.intake.grid import UnreadableError, read_grids
from lagebild.intake.printed_cells import decimal_mark, is_figure
from lagebild.intake.printed_times import read_time, time_in, time_of_title
from lagebild.intake.printed_values import Reading
from lagebild.intake.published import Published, shown
from lagebild.intake.reading import read_published
from lagebild.intake.territories import Territories, candidates
from lagebild.model import Report
from tests.intake import official


def read(report: Report, content: bytes) -> Published:
    return read_published(content, Territories(report))[-1]


def printed(published: Published, key: str, column: str) -> list[tuple[str, str]]:
    """Time and text of one territory's cells in one column."""
    return [
        (f.time, f.text)
        for f in published.figures
        if key in (f.region.key, f.region.name) and shown(f.labels) == column
    ]


def test_a_regional_database_table(report: Report) -> None:
    table = read(report, official.unemployment())
    assert [shown(labels) for labels in table.columns] == [
        "Arbeitslose",
        "Arbeitslose | Ausländer",
        "Arbeitslosenquote bez. auf alle zivile Erwerbsp.",
        "Arbeitslosenquote bez. auf alle zivile Erwerbsp. | Frauen",
    ]
    assert printed(table, "99001", "Arbeitslose") == [("2023", "1677")]
    assert printed(table, "99", "Arbeitslose | Ausländer") == [("2023", ".")]
    assert {f.region.name for f in table.figures} >= {"Aachen, kreisfreie Stadt", "Deutschland"}
    assert {f.unit for f in table.figures} == {"Anzahl", "Prozent"}
    assert table.decimal == ","
    assert table.status == "2023-08-17"


def test_a_genesis_table_with_days(report: Report) -> None:
    table = read(report, official.population())
    assert printed(table, "99001", "männlich | Insgesamt")[0] == ("31.12.2021", "15302")
    assert table.title == "Bevölkerung: Kreise, Stichtag, Geschlecht"


@pytest.mark.parametrize("generation", [1, 2])
def test_the_flat_format(report: Report, generation: int) -> None:
    table = read(report, official.flat(generation))
    figure = table.figures[0]
    assert (figure.region.key, figure.text, figure.unit) == ("99001", "15500", "Anzahl")
    assert figure.labels[0] == ("männlich", "GESM")
    assert "BEV002" in figure.labels[1]
    assert read_time(figure.time) == "2023-12-31"


def test_inkar_with_years_side_by_side(report: Report) -> None:
    table = read(report, official.inkar())
    assert printed(table, "99001", "Kinderarmut")[0] == ("2021", "14.07")
    assert table.decimal == "."


def test_inkar_with_a_row_per_year(report: Report) -> None:
    table = read(report, official.inkar_long())
    assert printed(table, "99001000", "q_newfBGu15_bev")[-1] == ("2020 bis 2023", "13.9")
    assert {f.region.level for f in table.figures} >= {"Bund", "Kreise"}


def test_an_office_workbook_with_merged_headings(report: Report) -> None:
    table = read(report, official.office_workbook())
    assert [shown(labels) for labels in table.columns] == [
        "Bevölkerung | insgesamt",
        "Bevölkerung | davon | männlich",
        "Bevölkerung | davon | weib- lich 1)",
    ]
    assert printed(table, "Stadt Musterstadt", "Bevölkerung | insgesamt")[0][1] == "31600"
    assert table.figures[0].cell == "Tabelle 1!B6"


def test_names_under_any_heading_belong_to_the_territory(report: Report) -> None:
    rows = [
        ["Empfänger von Wohngeld"],
        ["Schlüssel", "Kreisfreie Stadt, Landkreis", 2021, "2022 1)"],
        ["99001", "Stadt Musterstadt", "1 234", "…"],
        ["99", "Musterland", 30123, 31000],
        ["1) vorläufig"],
    ]
    table = read(report, official.workbook(rows))
    assert printed(table, "99001", "(ohne Beschriftung)") == [("2021", "1 234"), ("2022", "…")]


def test_a_time_in_the_title_block_holds_for_the_table(report: Report) -> None:
    content = "Bevölkerung;;;\nStichtag: 31.12.2022;;;\n;;männlich;weiblich\n99001;Musterstadt;15411;16060\n"
    assert printed(read(report, content.encode()), "99001", "weiblich") == [("2022-12-31", "16060")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xls"),
        (b"%PDF-1.7", "PDF"),
        (b"<!DOCTYPE html><html>", "Webseite"),
        (b"PK\x03\x04kaputt", "beschädigt"),
        (b"", "leer"),
        (b"\x81\x00\x9d", "keine Tabelle"),
    ],
)
def test_what_is_no_table_is_told(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_grids(content)


def test_a_table_without_our_territories_is_told(report: Report) -> None:
    with pytest.raises(UnreadableError, match="Gebiet"):
        read(report, b"Land;Wert\nAnderswo;5\n")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2019", "2019"),
        ("31.12.2019", "2019-12-31"),
        ("2019-12-31 00:00:00", "2019-12-31"),
        ("2018/19", "2018/2019"),
        ("2018/2019", "2018/2019"),
        ("3. Quartal 2019", "2019-Q3"),
        ("31. Dezember 2019", "2019-12-31"),
        ("2010 bis 2019", ""),
        ("2016/2018", ""),
        ("12345", ""),
    ],
)
def test_printed_times(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    ("title", "time"),
    [
        ("Bevölkerung am 31.12.2023 nach Geschlecht", "2023-12-31"),
        ("Arbeitslose im Jahresdurchschnitt 2023", "2023"),
        ("Abgänge im Schuljahr 2022/23", "2022/2023"),
        ("Wohngeld 2022", "2022"),
        ("Quoten (ab 2009)", ""),
        ("Vom 01.01.2020 bis 31.12.2020", ""),
        ("Stand: 31.12.2023", ""),
        ("Tabelle 12411", ""),
    ],
)
def test_times_of_titles(title: str, time: str) -> None:
    assert time_of_title(title) == time


def test_when_a_table_was_written_is_not_its_time() -> None:
    assert time_in("Stand: 17.08.2021 / 19:38:04") == ""


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["12,5"], ","),
        (["12.5", "1,234.5"], "."),
        (["1.234,5"], ","),
        (["7", "8"], ""),
        (["1,5", "1.5"], "?"),
        (["1.234"], ""),
    ],
)
def test_the_decimal_mark_is_proven_not_assumed(texts: list[str], mark: str) -> None:
    assert decimal_mark(texts) == mark


GERMAN = Reading(decimal=",", signs={".": "geheim"})


@pytest.mark.parametrize(
    ("text", "value", "signs"),
    [
        ("1677", 1677.0, ()),
        ("5,9", 5.9, ()),
        ("1 234,5", 1234.5, ()),
        ("1.234", 1234.0, ()),
        ("-", 0.0, ("nichts",)),
        (".", None, ("geheim",)),
        ("…", None, ("spaeter",)),
        ("x", None, ("nicht-sinnvoll",)),
        ("/", None, ("unsicher",)),
        ("(12,5)", 12.5, ("eingeschraenkt",)),
        ("12,5 r", 12.5, ("berichtigt",)),
        ("2222222222", 0.0, ("nichts",)),
        ("5555555555", None, ("geheim",)),
        ("6666666666,0", None, ("nicht-sinnvoll",)),
        ("7777777777", None, ("unsicher",)),
        ("8888888888", None, ("spaeter",)),
    ],
)
def test_printed_cells(text: str, value: float | None, signs: tuple[str, ...]) -> None:
    meaning = GERMAN.meaning(text)
    assert (meaning.value, meaning.signs, meaning.fault) == (value, signs, "")
    assert is_figure(text)


def test_ambiguous_thousands_are_refused_where_nothing_proves_them() -> None:
    assert "mehrdeutig" in Reading(decimal="", signs={}).meaning("1.234").fault


def test_traces_of_binary_fractions_go_only_where_rounding_is_asked_for() -> None:
    noisy = "0.74123000000000006"
    assert Reading(decimal=".", signs={}, places=5).meaning(noisy).value == 0.74123
    assert Reading(decimal=".", signs={}).meaning(noisy).fault


@pytest.mark.parametrize(
    ("key", "ours"),
    [
        ("1001", "01001"),
        ("99001000", "99001"),
        ("990010000105", "99001105"),
        ("990010000000", "99001"),
        ("5334002", "05334002"),
    ],
)
def test_keys_in_other_forms(key: str, ours: str) -> None:
    assert ours in list(candidates(key))
