"""What spreadsheets do to tables is undone where it is certain, and named where it is not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from lagebild.intake.patch import as_patch
from lagebild.intake.tidy import BOM, tidy
from lagebild.model import Source
from tests.intake.scripts_of import tidy as script

FILE = "data/indikatoren/kinderarmut/werte.csv"
HEAD = "gebiet;zeit;wert;zaehler;nenner;zeichen;quelle;anmerkung\n"
SOURCES = {"amt": Source(id="amt", title="Amt", signs=((".", "geheim"), ("-", "nicht-sinnvoll")))}


def row(value: str = "1", sign: str = "", period: str = "2019", note: str = "") -> str:
    return f"musterstadt;{period};{value};;;{sign};amt;{note}\n"


def tidied(text: str, *, encoding: str = "utf-8-sig") -> str:
    return tidy(FILE, text.encode(encoding), SOURCES).after.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        (row("12,50"), row("12,5")),
        (row("12.5"), row("12,5")),
        (row("1.234,5"), row("1234,5")),
        (row("1\u00a0234,5"), row("1234,5")),
        (row("12,5 %"), row("12,5")),
        (row(" 7 "), row("7")),
        (row("−3"), row("-3")),
        (row("–"), row("", "nichts")),
        (row("."), row("", "geheim")),
        (row("-"), row("", "nicht-sinnvoll")),
        (row("…"), row("", "spaeter")),
        (row("/"), row("", "unsicher")),
        (row("x"), row("", "nicht-sinnvoll")),
        (row("(12,3)"), row("12,3", "eingeschraenkt")),
        (row("12,3 p"), row("12,3", "vorlaeufig")),
        (row("", "."), row("", "geheim")),
        (row("5", "r"), row("5", "berichtigt")),
        (row(period="31.12.2019"), row(period="2019-12-31")),
        (row(note="  Text "), row(note="Text")),
    ],
)
def test_certain_cells_are_rewritten(typed: str, canonical: str) -> None:
    assert tidied(HEAD + typed) == HEAD + canonical


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("1.234", "zahl-form"),
        ("1,2E+05", "zahl-form"),
        ("Jan 17", "zahl-form"),
        ("007", "zahl-form"),
        ("1234567890123456", "zahl-form"),
        ("NaN", "zahl-form"),
        ("zwölf", "zahl-form"),
        ("1\u200b2", "unsichtbare-zeichen"),
    ],
)
def test_ambiguous_or_destroyed_cells_stay_and_are_named(value: str, rule: str) -> None:
    result = tidy(FILE, (BOM + HEAD + row(value)).encode())
    assert not result.is_changed
    assert [(p.rule, p.place.cell) for p in result.left] == [(rule, "C2")]


def test_a_school_year_made_a_date_is_named_not_guessed() -> None:
    result = tidy(FILE, (BOM + HEAD + row(period="Dez 11")).encode())
    assert not result.is_changed
    assert "2011/2012" in result.left[0].remedy


def test_two_different_signs_stay() -> None:
    result = tidy(FILE, (BOM + HEAD + row("–", "geheim")).encode())
    assert not result.is_changed
    assert result.left[0].rule == "zeichen-mehrere"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8", "utf-8-sig"])
def test_every_encoding_becomes_utf8_with_bom(encoding: str) -> None:
    result = tidy(FILE, (HEAD + row(note="Größe")).encode(encoding))
    assert result.after == (BOM + HEAD + row(note="Größe")).encode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    text = (HEAD + row("1,50") + row("2", period="2020")).replace("\n", end)
    assert tidied(text) == text.replace("1,50", "1,5")


def test_untouched_cells_stay_letter_by_letter() -> None:
    text = HEAD + row("1,50", note='"das ""Haus""; am Markt"') + row("2", period='"2020"')
    assert tidied(text) == text.replace("1,50", "1,5")


@pytest.mark.parametrize(
    "spoilt",
    [
        HEAD + row() + ";;;;;;;\n;;;;;;;\n",
        "sep=;\n" + HEAD + row(),
        "\n" + HEAD + row(),
        HEAD.replace("\n", ";;\n") + row().replace("\n", ";;\n"),
        HEAD.replace(";", "\t") + row().replace(";", "\t"),
        HEAD.replace(";", ",") + row().replace(";", ","),
    ],
)
def test_what_surrounds_the_table_is_removed(spoilt: str) -> None:
    assert tidied(spoilt) == HEAD + row()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (HEAD + 'musterstadt;2019;1;;;;amt;"offen\n', "anfuehrungszeichen"),
        ("Land;Jahr;Zahl\nA;2019;1\n", "kopfzeile"),
        (HEAD + row(note="GrÃ¶ÃŸe"), "kodierung"),
        (HEAD + "musterstadt;2019;1\n", "zeile-laenge"),
    ],
)
def test_a_file_that_cannot_be_tidied_stays_with_the_reason(text: str, rule: str) -> None:
    result = tidy(FILE, (BOM + text).encode())
    assert not result.is_changed
    assert rule in [p.rule for p in result.left]


PIECES = st.sampled_from(
    [*"0123456789.,;\"\n\r-–x/()% \täö'=…", ";;;", "geheim", "2019", "1.5", "musterstadt;", ";amt;\n"]
)


@settings(max_examples=300, deadline=None)
@generated(st.lists(PIECES, max_size=60).map("".join))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy(FILE, (HEAD + text).encode(), SOURCES).after
    assert tidy(FILE, once, SOURCES).after == once


@settings(max_examples=200, deadline=None)
@generated(st.binary(max_size=200))
def test_no_bytes_raise(content: bytes) -> None:
    once = tidy(FILE, content).after
    assert tidy(FILE, once).after == once


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + row("1,50", note="Größe")).encode("cp1252"),
        (HEAD + row("1,50") + row("2,50", period="2020")[:-1]).encode(),
        (BOM + HEAD + row("1,50")).replace("\n", "\r\n").encode(),
        (BOM + HEAD + row("1,50")).replace("\n", "\r").encode(),
        (HEAD + row("1,50")).encode("utf-16"),
    ],
)
def test_git_applies_the_patch(content: bytes, tmp_path: Path) -> None:
    result = tidy("werte.csv", content)
    (tmp_path / "werte.csv").write_bytes(content)
    (tmp_path / "ordnung.patch").write_bytes(as_patch([result]))
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "ordnung.patch"], cwd=tmp_path, check=True)
    assert (tmp_path / "werte.csv").read_bytes() == result.after


def test_the_script_tidies_in_place_and_says_each_cell(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = root / FILE
    table.write_bytes(table.read_bytes().replace(b"17,2;", b"17.2;"))
    assert script(["--root", str(root)]) == 0
    assert "C2" in capsys.readouterr().out
    assert b"17,2;" in table.read_bytes()


def test_check_and_patch_leave_the_files_alone(root: Path, tmp_path: Path) -> None:
    table = root / FILE
    broken = table.read_bytes().replace(b"17,2;", b"17.2;")
    table.write_bytes(broken)
    assert script(["--root", str(root), "--check"]) == 1
    assert script(["--root", str(root), "--patch", str(tmp_path / "p")]) == 0
    assert table.read_bytes() == broken
    assert b"+musterstadt;2015;17,2;" in (tmp_path / "p").read_bytes()


def test_contents_of_own_counts_are_not_repeated(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    definition = root / "data/indikatoren/kinderarmut/indikator.yaml"
    definition.write_text(definition.read_text("utf-8").replace("veroeffentlicht", "eigene"), "utf-8")
    table = root / FILE
    table.write_bytes(table.read_bytes().replace(b"17,2;", b"17.2;"))
    script(["--root", str(root), "--check"])
    assert "17" not in capsys.readouterr().out.replace("2017", "")
