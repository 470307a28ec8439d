"""Answers in German become files that pass the check at once, or nothing is written."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lagebild.inspection import inspect
from lagebild.intake.questions import Question, is_id, slug
from lagebild.load import read_folder
from lagebild.problems import Problem, Severity
from tests.intake.scripts_of import new

Given = Callable[[str, bytes], Path]
ANSWERS = {
    "indikator": "titel: Kinder im Schwimmkurs\nkurz: Wie viele Kinder "
    "teilnehmen\nhandlungsfelder: zusammenhalt\neinheit: personen\n"
    "richtung: steigen\nmerkmale: geschlecht\nzeit: 2023\nwert: 250\nquelle: landesamt-2023\n",
    "massnahme": "titel: Schwimmkurse für alle\nhandlungsfelder: zusammenhalt\ndatum: "
    "2024-03\nstatus: gestartet\n"
    "text: Der erste Kurs hat begonnen\nquelle: ratsinfo\n",
    "handlungsfeld": "titel: Sport und Bewegung\n",
    "akteur": "name: Schwimmverein Musterstadt\nart: verein\n",
    "quelle": "titel: Jahresbericht 2023\nherausgeber: Stadt Musterstadt\ndatum: 2024-01\n",
}


def errors(root: Path) -> list[Problem]:
    return [
        p for p in inspect(read_folder(root), day=date(2024, 6, 1)).problems if p.severity is Severity.ERROR
    ]


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_new_entry_passes_the_check_at_once(root: Path, given: Given, kind: str) -> None:
    before, known = read_folder(root).content, errors(root)
    assert new([kind, "--antworten", str(given("a.yaml", ANSWERS[kind].encode())), "--root", str(root)]) == 0
    assert read_folder(root).content != before
    assert errors(root) == known


def test_an_indicator_gets_its_description_and_its_first_figure(root: Path, given: Given) -> None:
    new(
        ["indikator", "--antworten", str(given("a.yaml", ANSWERS["indikator"].encode())), "--root", str(root)]
    )
    table = root / "data/indikatoren/kinder-im-schwimmkurs/werte.csv"
    assert "musterstadt;2023;insgesamt;250;;;;landesamt-2023;" in table.read_text("utf-8-sig")


def test_a_list_keeps_every_letter_that_it_had(root: Path, given: Given) -> None:
    path = root / "data/akteure.yaml"
    before = path.read_bytes()
    new(["akteur", "--antworten", str(given("a.yaml", ANSWERS["akteur"].encode())), "--root", str(root)])
    assert path.read_bytes().startswith(before)


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        ("massnahme", "titel: Familienlotsen\n", "gibt es schon"),
        ("massnahme", "titel: Neu\nid: Groß\n", "Kleinbuchstaben"),
        ("massnahme", "titel: Neu\nhandlungsfelder: zusammenhalt\ndatum: gestern\n", "2019-09"),
        ("indikator", ANSWERS["indikator"].replace("250", "1.250"), "mehrdeutig"),
        ("indikator", ANSWERS["indikator"].replace("steigen", "steiegn"), "„steigen“"),
        ("akteur", "art: verein\n", "gebraucht"),
    ],
)
def test_wrong_answers_write_nothing(
    root: Path, given: Given, capsys: pytest.CaptureFixture[str], kind: str, answers: str, said: str
) -> None:
    before = read_folder(root).content
    assert new([kind, "--antworten", str(given("a.yaml", answers.encode())), "--root", str(root)]) == 1
    told = capsys.readouterr()
    assert said in told.out + told.err
    assert read_folder(root).content == before


def test_what_would_not_pass_the_check_is_not_written(
    root: Path, given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    later = ANSWERS["massnahme"].replace("2024-03", "2031-03")
    before = read_folder(root).content
    assert new(["massnahme", "--antworten", str(given("a.yaml", later.encode())), "--root", str(root)]) == 1
    assert "Nichts geschrieben" in capsys.readouterr().out
    assert read_folder(root).content == before


def test_the_terminal_asks_again_and_takes_numbers(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Sportamt\n\nfalsch\n1\n\n"))
    assert new(["akteur", "--root", str(root)]) == 0
    assert "steht nicht zur Wahl" in capsys.readouterr().out
    assert "- id: sportamt\n  name: Sportamt\n  art: amt\n" in (root / "data/akteure.yaml").read_text("utf-8")


def test_ending_early_writes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_folder(root).content
    monkeypatch.setattr("sys.stdin", io.StringIO("Sportamt\n"))
    assert new(["akteur", "--root", str(root)]) == 2
    assert read_folder(root).content == before


@pytest.mark.parametrize(
    ("answer", "code"), [("b", "b"), ("2", "b"), ("Birne", "b"), ("irn", "b"), ("x", None), ("", None)]
)
def test_a_choice_is_a_code_its_number_or_a_part_of_its_name(answer: str, code: str | None) -> None:
    question = Question(key="k", text="?", choices={"a": "Apfel", "b": "Birne"})
    assert question.chosen(answer) == code


@pytest.mark.parametrize(
    ("title", "ident"), [("Frühe Hilfen & mehr", "fruehe-hilfen-mehr"), ("Straße 7", "strasse-7")]
)
def test_titles_suggest_ids(title: str, ident: str) -> None:
    assert slug(title) == ident
    assert is_id({})(ident) == ""
