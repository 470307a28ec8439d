"""What German spreadsheets write into a cell, and what we make of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.load.cells import read_day, read_id, read_number, read_period, read_signs, read_text
from lagebild.problems import Severity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5", 12.5),
        ("0", 0.0),
        ("-3", -3.0),
        ("0,123", 0.123),
        ("123456789012345", 123456789012345.0),
        ("", None),
    ],
)
def test_the_canonical_form_is_read_without_a_word(text: str, value: float | None) -> None:
    assert (read_number(text).value, read_number(text).notes) == (value, ())


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("12,50", "12,5"),
        ("7,0", "7"),
        ("-0", "0"),
        ("+4", "4"),
        (" 12,5 ", "12,5"),
        ("\u00a012,5", "12,5"),
        ("\u00a0", ""),
    ],
)
def test_what_frictionless_accepts_is_a_warning_with_a_patch(text: str, canonical: str) -> None:
    cell = read_number(text)
    assert (cell.canonical, [n.severity for n in cell.notes]) == (canonical, [Severity.WARNING])


@pytest.mark.parametrize(
    ("text", "value", "canonical"),
    [
        ("12.5", 12.5, "12,5"),
        ("0.123", 0.123, "0,123"),
        ("1234.567", 1234.567, "1234,567"),
        ("1.234,5", 1234.5, "1234,5"),
        ("1.234.567", 1234567.0, "1234567"),
        ("1 234,5", 1234.5, "1234,5"),
        ("1\u202f234", 1234.0, "1234"),
        ("1\u2009234", 1234.0, "1234"),
        ("1,234.5", 1234.5, "1234,5"),
        ("12,5 %", 12.5, "12,5"),
        ("12,5\u00a0%", 12.5, "12,5"),
        ("5,00 €", 5.0, "5"),
        ("\u22123,5", -3.5, "-3,5"),
        (",5", 0.5, "0,5"),
        ("5,", 5.0, "5"),
    ],
)
def test_what_frictionless_refuses_is_an_error_with_a_patch(text: str, value: float, canonical: str) -> None:
    cell = read_number(text)
    assert (cell.value, cell.canonical, cell.notes[-1].severity) == (value, canonical, Severity.ERROR)
    assert not cell.refused


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1.234", "mehrdeutig"),
        ("1,2E+05", "exponent"),
        ("1e400", "exponent"),
        ("3E4", "exponent"),
        ("Jan 17", "datum"),
        ("Dez 11", "datum"),
        ("01. Feb", "datum"),
        ("01.02.2017", "datum"),
        ("NaN", "kein-wert"),
        ("-INF", "kein-wert"),
        ("#DIV/0!", "kein-wert"),
        ("k. A.", "kein-wert"),
        ("n. v.", "kein-wert"),
        ("######", "kein-wert"),
        ("ca. 1300", "zahl-und-text"),
        ("1297*", "zahl-und-text"),
        ("1297 (geschätzt)", "zahl-und-text"),
        ("unter 3", "keine-zahl"),
        ("007", "nullen-vorn"),
        ("0012,5", "nullen-vorn"),
        ("1_000", "keine-zahl"),
        ("3-6", "keine-zahl"),
        ("zwölf", "keine-zahl"),
        ("\u0661\u0662", "ziffern"),
        ("\uff11\uff12", "ziffern"),
        ("12\u200b", "unsichtbar"),
        ("\u202e12", "unsichtbar"),
        ("9" * 16, "ziffern-viele"),
        ("9" * 5000, "ziffern-viele"),
        ("1234567890,123456", "ziffern-viele"),
    ],
)
def test_what_is_ambiguous_or_destroyed_is_refused_with_the_reason(text: str, kind: str) -> None:
    cell = read_number(text)
    assert (cell.refused, cell.value, cell.notes[0].kind, cell.canonical) == (True, None, kind, text)


def test_an_ambiguous_point_names_both_readings() -> None:
    assert (
        read_number("1.234").notes[0].remedy
        == "Schreiben Sie „1234“ oder „1,234“, je nachdem, was gemeint ist."
    )


@pytest.mark.parametrize(
    ("text", "value", "signs"),
    [
        ("–", 0.0, ("nichts",)),
        (".", None, ("unbekannt",)),
        ("…", None, ("spaeter",)),
        ("/", None, ("unsicher",)),
        ("x", None, ("nicht-sinnvoll",)),
        ("(5,3)", 5.3, ("eingeschraenkt",)),
        ("12,5p", 12.5, ("vorlaeufig",)),
        ("12,5 r", 12.5, ("berichtigt",)),
    ],
)
def test_a_sign_in_a_number_cell_is_named_with_its_word(
    text: str, value: float | None, signs: tuple[str, ...]
) -> None:
    cell = read_number(text)
    assert (cell.value, cell.signs, cell.notes[0].severity) == (value, signs, Severity.ERROR)
    assert signs[0] in cell.notes[0].message + cell.notes[0].remedy


def test_a_source_may_give_its_signs_another_meaning() -> None:
    assert read_number(".", ((".", "geheim"),)).signs == ("geheim",)
    assert read_signs(".", ((".", "geheim"),)).value == ("geheim",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("geheim", ("geheim",)),
        ("eingeschraenkt vorlaeufig", ("eingeschraenkt", "vorlaeufig")),
        ("–", ("nichts",)),
        ("( )", ("eingeschraenkt",)),
        ("()", ("eingeschraenkt",)),
        ("x p", ("nicht-sinnvoll", "vorlaeufig")),
    ],
)
def test_signs_are_words_and_punctuation_is_understood(text: str, words: tuple[str, ...]) -> None:
    cell = read_signs(text)
    assert cell.value == words
    assert (cell.canonical == text) == (cell.notes == ())


def test_an_unknown_sign_names_the_nearest_word() -> None:
    assert read_signs("vorläufig").notes[0].remedy == "Gemeint ist vielleicht „vorlaeufig“."


@pytest.mark.parametrize(
    ("text", "kind", "canonical"),
    [
        ("2019", "jahr", "2019"),
        ("2019-12-31", "stichtag", "2019-12-31"),
        ("31.12.2019", "stichtag", "2019-12-31"),
        ("2018/2019", "schuljahr", "2018/2019"),
        ("2019-Q3", "quartal", "2019-Q3"),
        (" 2019", "jahr", "2019"),
    ],
)
def test_periods(text: str, kind: str, canonical: str) -> None:
    cell = read_period(text)
    assert cell.value is not None
    assert (cell.value.kind, cell.canonical, bool(cell.notes)) == (kind, canonical, text != canonical)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2018/19", "Schreiben Sie „2018/2019“."),
        ("1999/00", "Schreiben Sie „1999/2000“."),
        ("Dez 11", "Tragen Sie den Zeitraum neu ein, ein Schuljahr ausgeschrieben: 2011/2012."),
        ("Jan 17", "Tragen Sie den Zeitraum neu ein, ein Schuljahr ausgeschrieben: 2011/2012."),
        ("Q3 2019", "Schreiben Sie „2019-Q3“."),
        ("3. Quartal 2019", "Schreiben Sie „2019-Q3“."),
        ("2019,0", "Schreiben Sie „2019“."),
        ("0000", "Schreiben Sie 2019, 2019-12-31, 2018/2019 (Schuljahr) oder 2019-Q3."),
        ("2019-13-45", "Schreiben Sie 2019, 2019-12-31, 2018/2019 (Schuljahr) oder 2019-Q3."),
        ("2019-05", "Schreiben Sie das Jahr, den Stichtag oder das Quartal."),
    ],
)
def test_what_is_no_period_is_refused_with_the_right_form(text: str, remedy: str) -> None:
    cell = read_period(text)
    assert (cell.refused, cell.notes[0].remedy) == (True, remedy)


def test_a_day_may_be_partial() -> None:
    when = read_day("2021-06").value
    assert when is not None
    assert (when.first.isoformat(), when.last.isoformat()) == ("2021-06-01", "2021-06-30")


@pytest.mark.parametrize("text", ["=1+1", "+49", "-x", "@SUM(A1)", "\uff1dx", "-"])
def test_text_that_spreadsheets_execute_is_an_error(text: str) -> None:
    assert [n.rule for n in read_text(text).notes] == ["formel"]


@pytest.mark.parametrize(
    "character", ["\0", "\u200b", "\u202e", "\u00ad", "\ufeff", "\ufffd", "\x85", "\u2028"]
)
def test_invisible_characters_are_refused(character: str) -> None:
    assert read_text(f"a{character}b").notes[0].rule == "unsichtbare-zeichen"


def test_blanks_around_text_are_noted_and_around_an_id_refused_by_others() -> None:
    assert [n.severity for n in read_text(" nord ").notes] == [Severity.WARNING]
    assert [n.severity for n in read_id(" nord ").notes] == [Severity.ERROR]
    assert read_id("nord\u00a0").value == "nord"


def test_umlauts_of_two_characters_become_one() -> None:
    cell = read_text("Su\u0308d")
    assert (cell.value, [n.rule for n in cell.notes]) == ("Süd", ["unicode-form"])


def test_a_cell_without_end_is_refused() -> None:
    assert read_text("A" * 200_000).refused


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**5 - 1))
def test_numbers_survive_writing_and_reading(whole: int, part: int) -> None:
    text = f"{whole},{part:05}".rstrip("0").rstrip(",") if part else str(whole)
    assert read_number(text).value == float(text.replace(",", "."))
    assert read_number(text).canonical == text


@given(st.text())
def test_no_text_makes_a_cell_reader_fail_and_patches_are_stable(text: str) -> None:
    for read in (read_number, read_text, read_id, read_period, read_day, read_signs):
        cell = read(text)
        if not cell.refused and not any(n.rule == "formel" for n in cell.notes):
            assert read(cell.canonical).canonical == cell.canonical
