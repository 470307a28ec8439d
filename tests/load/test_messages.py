"""What pydantic finds in a planner's YAML, said in German at the exact place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import frictionless
import pytest

from lagebild.load.noun_keys import adapter
from lagebild.load.noun_messages import TRANSLATIONS
from lagebild.load.nouns import read_noun
from lagebild.load.second_opinion import MESSAGES
from lagebild.load.yaml_events import read_yaml
from lagebild.model import ID_KEY, Indicator, Measure, Noun, Place, Source
from lagebild.problems import Problem

MEASURE = """\
titel: Lesepaten
typ: massnahme
zuordnung: quelle
strategiebezug: thematisch
verlauf:
  - nr: 1
    datum: 2019
    datum_art: ereignis
    status: gestartet
    text: Es begann.
    sicherheit: unsicher
"""


def problems(text: str, noun: type[Noun] = Measure) -> tuple[Problem, ...]:
    source = read_yaml("f.yaml", text.encode())
    data = {**source.data, ID_KEY: "beispiel"} if noun in (Measure, Indicator) else source.data
    return read_noun(noun, data, source, Place(file="f.yaml", line=1)).problems


def test_a_good_measure_is_read_without_a_word() -> None:
    assert problems(MEASURE) == ()


@pytest.mark.parametrize(
    ("before", "after", "line", "message", "remedy"),
    [
        ("typ:", "tpy:", 2, "Den Schlüssel „tpy“ gibt es hier nicht.", "Gemeint ist vielleicht „typ“."),
        ("zuordnung:", "Zuordnung:", 3, "Den Schlüssel „Zuordnung“", "Gemeint ist vielleicht „zuordnung“."),
        ("typ: massnahme\n", "", 1, "Die Angabe „typ“ fehlt.", "massnahme, instrument, programm, gremium"),
        ("titel: Lesepaten", "titel:", 1, "„titel“ ist leer.", "Ergänzen Sie einen Wert"),
        ("titel: Lesepaten", 'titel: ""', 1, "„titel“ ist leer.", "Ergänzen Sie einen Wert"),
        (
            "typ: massnahme",
            "typ: maßname",
            2,
            "„maßname“ ist kein möglicher Wert",
            "Gemeint ist vielleicht „massnahme“.",
        ),
        (
            "gestartet",
            "gestarted",
            9,
            "„gestarted“ ist kein möglicher Wert",
            "Gemeint ist vielleicht „gestartet“.",
        ),
        ("nr: 1", "nr: eins", 6, "„eins“ ist keine Zahl.", "Dezimalkomma"),
        ("nr: 1", "nr: 1,5", 6, "„1,5“ ist keine ganze Zahl.", "Schreiben Sie eine ganze Zahl."),
        ("datum: 2019", "datum: 2019-13", 7, "gibt es nicht im Kalender", "2019-09-10"),
        ("datum: 2019", "datum: bald", 7, "„bald“ ist kein Datum.", "2019-09-10"),
        ("datum: 2019", "datum: {a: b}", 7, "ein Datum braucht", "Schreiben Sie datum: 2019-09-10."),
        ("datum: 2019", "datum: [2019]", 7, "ein Datum braucht", "Schreiben Sie datum: 2019-09-10."),
        ("titel: Lesepaten", "titel: {a: b}", 1, "einen Text braucht", "in Anführungszeichen"),
        ("typ: massnahme", "typ: [a]", 2, "ein Wort braucht", "Erlaubt: massnahme"),
        ("typ: massnahme", "typ: massnahme\npartner: amt", 3, "eine Liste braucht", "partner: [amt]"),
        (
            "typ: massnahme",
            "typ: massnahme\nzustaendig: [amt]",
            3,
            "Schlüssel mit Werten braucht",
            "schlüssel: wert",
        ),
        (
            "typ: massnahme",
            "typ: massnahme\nfinanzierung:\n  - betrag: 8.000",
            4,
            "mehrdeutig",
            "„8000“ oder „8“",
        ),
        (
            "typ: massnahme",
            "typ: massnahme\nfinanzierung:\n  - betrag: 12.5",
            4,
            "Dezimalkomma",
            "Schreiben Sie „12,5“.",
        ),
        (
            "sicherheit: unsicher",
            "sicherheit: unsicher\n    neue_runde: yes",
            12,
            "weder „ja“ noch „nein“",
            "ja oder nein",
        ),
        ("    text: Es begann.\n", "", 6, "Die Angabe „text“ fehlt.", "Was berichtet wird"),
        (
            "sicherheit: unsicher",
            "sicherheit: unsicher\n    stand: x",
            12,
            "Den Schlüssel „stand“",
            "Erlaubt: ",
        ),
    ],
)
def test_each_fault_has_its_sentence_line_and_remedy(
    before: str, after: str, line: int, message: str, remedy: str
) -> None:
    assert before in MEASURE
    (problem,) = problems(MEASURE.replace(before, after, 1))
    assert (problem.place.line, message in problem.message) == (line, True), problem.message
    assert remedy in problem.remedy


def test_a_german_date_is_understood_and_tidied() -> None:
    (problem,) = problems(MEASURE.replace("datum: 2019", "datum: 31.12.2019"))
    assert (problem.severity.german, problem.remedy) == ("warnung", "Besser: datum: 2019-12-31")


def test_an_optional_key_without_value_counts_as_absent() -> None:
    assert problems(MEASURE + "hinweis:\npartner:\n") == ()


@pytest.mark.parametrize("value", ["", "x", "[a]", "{a: {b: c}}", "{a: }"])
def test_free_keys_have_texts(value: str) -> None:
    found = problems(f"{{id: a, titel: b, zeichen: {value}}}", Source)
    assert [(p.rule, p.place.field) for p in found] == ([("angabe-form", "zeichen")] if value else [])


# What each kind of pydantic validator can say about data made of dicts, lists, texts and None. Texts never
# reach the validators of numbers and yes or no: their own parsers come first.
_SAID_BY = {
    "str": ("string_type",),
    "int": ("int_type",),
    "float": ("float_type",),
    "bool": ("bool_type",),
    "tuple": ("tuple_type",),
    "literal": ("literal_error",),
    "dataclass": ("dataclass_type",),
    "dataclass-args": ("missing", "unexpected_keyword_argument"),
    "function-before": ("value_error",),
    # Only inside dates and origins, which are never built from the planner's mappings.
    "date": (),
    "dict": (),
    **dict.fromkeys(
        ("dataclass-field", "default", "nullable", "definition-ref", "definitions", "no-info"), ()
    ),
}
# These two are handled before the table: they concern keys, not values.
_ABOUT_KEYS = {"missing", "unexpected_keyword_argument"}


def _kinds(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema["type"]
        for key, part in schema.items():
            if key not in ("metadata", "serialization"):
                yield from _kinds(part)
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from _kinds(part)


@pytest.mark.parametrize("noun", Noun.__subclasses__(), ids=lambda noun: noun.__name__)
def test_every_error_type_a_noun_can_raise_has_german_text(noun: type[Noun]) -> None:
    kinds = set(_kinds(adapter(noun).core_schema))
    assert kinds <= set(_SAID_BY)
    said = {word for kind in kinds for word in _SAID_BY[kind]}
    assert said - _ABOUT_KEYS <= set(TRANSLATIONS)


# What frictionless can say about a table whose catalogue is derived by us.
_ABOUT_TABLES = ("cell-error", "row-error", "label-error", "header-error", "table-error")
_NEVER_ASKED = {
    *_ABOUT_TABLES, "ascii-value", "deviated-cell", "deviated-value", "duplicate-row", "forbidden-value",
    "row-constraint", "sequential-value", "truncated-value", "table-dimensions", "required-value",
    "byte-count", "field-count", "hash-count", "row-count", "compression-error",
}  # fmt: skip


def test_every_error_type_frictionless_can_raise_about_a_table_has_german_text() -> None:
    kinds = [getattr(frictionless.errors, name) for name in dir(frictionless.errors)]
    about_tables = {
        kind.type
        for kind in kinds
        if isinstance(kind, type)
        and issubclass(kind, frictionless.errors.DataError)
        and kind.type != "data-error"
    }
    assert about_tables - _NEVER_ASKED <= set(MESSAGES)
