"""YAML as planners write it: scalars stay text, slips are named at their line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.load.yaml_events import read_yaml
from lagebild.model import ORIGIN_KEY
from lagebild.problems import Severity


def value_of(text: str) -> object:
    """What stands under the key `a`."""
    found = read_yaml("f.yaml", text.encode())
    assert found.problems == ()
    return found.data["a"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: NO", "NO"),
        ("a: 010", "010"),
        ("a: 1:30", "1:30"),
        ("a: 1e3", "1e3"),
        ("a: .nan", ".nan"),
        ("a: 1.000", "1.000"),
        ("a: 2024", "2024"),
        ("a: true", "true"),
        ("a: 2024-13-45", "2024-13-45"),
        ("a: https://x.example", "https://x.example"),
        ("a: „so“", "„so“"),
        ("a:", None),
        ("a: ''", None),
        ('a: "~"', "~"),
        ("a: |\n  x\n  y\n", "x\ny"),
        ("a: >-\n  x\n  y\n", "x y"),
        ("a: x # Anmerkung", "x"),
        ("a: [x, 12]", ["x", "12"]),
        ("\ufeffa: x\r\n", "x"),
    ],
)
def test_scalars_never_change_their_meaning(text: str, value: object) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a:\n\tb: 1", 2, "Tabulator"),
        ("a: 1\n\tb: 1", 2, "Tabulator"),
        ('a: "x\nb: 1\n', 1, "Anführungszeichen"),
        ("a: 'x\nb: 1\n", 1, "Anführungszeichen"),
        ("a: b: c", 1, "Doppelpunkt"),
        ("a: 1\n  b: 2", 2, "eingerückt"),
        ("  a: 1\nb: 2", 2, "eingerückt"),
        ("a:\n   b: 1\n  c: 2", 3, "Einrückung"),
        ("a: - x", 1, "Liste"),
        ("- a: 1\n c: 3", 2, "Liste"),
        ("a: @x", 1, "Zeichen"),
        ("a: %x", 1, "Zeichen"),
        ("a: [x, y\nb: 1", 1, "eckige Klammer"),
        ("a: {x: 1\nb: 2", 1, "geschweifte Klammer"),
        ('a: "x" y', 1, "steht noch etwas"),
        ("a: 'it's'", 1, "steht noch etwas"),
        ('a: "\\q"', 1, "unbekanntes Zeichen"),
        ("a: |x\n  y", 1, "derselben Zeile"),
        ("a: 1\n---\nb: 2", 2, "zweites Dokument"),
        ("%YAML 1.1\n---\na: 1", 1, "%"),
        ("a: &x 1\nb: *x", 1, "Verweise"),
        ("a: *x", 1, "Verweise"),
        ("<<: {a: 1}", 1, "kein Schlüssel"),
        ('!!python/object/apply:os.system ["true"]', 1, "Angaben mit !"),
        ("[" * 50_000, 1, "verschachtelt"),
        ("a: " + "[" * 40 + "]" * 40, 1, "verschachtelt"),
        ("titel:x", 1, "fehlt ein Leerzeichen"),
        ("titel: x\nart:lage\n", 2, "fehlt"),
        ("titel: x\n  art:lage\n", 2, "fehlt ein Leerzeichen"),
        ("a:\n  - name:x", 2, "fehlt ein Leerzeichen"),
        ("a: {x: 1, y}", 1, "ohne Doppelpunkt"),
        ("a: {wert: 13,5}", 1, "ohne Doppelpunkt"),
        ("a: #x", 1, "Kommentar"),
        ("a: Haus #3", 1, "Kommentar"),
        ("a: x\u200by", 1, "unsichtbares Zeichen"),
        ("a: x\x85y", 1, "unsichtbares Zeichen"),
        ("a: x\0", 1, "unsichtbares Zeichen"),
        ("a: 1\na: 2", 2, "zum zweiten Mal"),
        ('"@": 1', 1, "kein Schlüssel"),
    ],
)
def test_each_slip_has_its_sentence_and_line(text: str, line: int, word: str) -> None:
    (problem,) = read_yaml("f.yaml", text.encode()).problems
    assert (problem.place.line, problem.severity) == (line, Severity.ERROR)
    assert word in problem.message
    assert problem.remedy


def test_a_file_without_content_is_nothing_and_no_fault() -> None:
    assert read_yaml("f.yaml", b"# nur ein Kommentar\n").data is None


def test_windows_text_is_one_error_and_still_read() -> None:
    found = read_yaml("f.yaml", "a: Süd\n".encode("cp1252"))
    assert ([p.rule for p in found.problems], found.data["a"]) == (["kodierung"], "Süd")


def test_every_mapping_knows_its_lines() -> None:
    found = read_yaml("f.yaml", b"a: 1\nb:\n  - c: 2\n  - d\n")
    origin = found.data[ORIGIN_KEY]
    assert (origin.at("a").line, origin.at("b").line, origin.at("b", 1).line) == (1, 2, 4)
    assert found.data["b"][0][ORIGIN_KEY].at("c").line == 3


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fail(content: bytes) -> None:
    found = read_yaml("f.yaml", content)
    assert found.readable or found.problems


@given(st.text(alphabet="a:b -[]{},\"'#|>&*!%@\n\t0", max_size=60))
def test_no_arrangement_of_signs_makes_the_reader_fail(text: str) -> None:
    found = read_yaml("f.yaml", text.encode())
    assert all(p.message and p.remedy for p in found.problems)
