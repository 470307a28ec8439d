"""The endings that sentences need."""

from __future__ import annotations

import pytest

from lagebild.wording.grammar import counted_phrase, dative_phrase, listed, past_plural, sentence


@pytest.mark.parametrize(
    ("phrase", "dative"),
    [
        ("Kinder unter 15 Jahren", "Kindern unter 15 Jahren"),
        ("Einwohner", "Einwohnern"),
        ("Schülerinnen und Schüler an Schulen", "Schülerinnen und Schülern an Schulen"),
        ("alle zivilen Erwerbspersonen", "zivilen Erwerbspersonen"),
        ("erwerbsfähige Leistungsberechtigte", "erwerbsfähigen Leistungsberechtigten"),
        ("Haushalte", "Haushalten"),
        ("Frauen", "Frauen"),
        ("Kitas", "Kitas"),
        ("in Kitas betreute Kinder", None),
        ("Bevölkerung", None),
    ],
)
def test_plural_phrases_stand_in_the_dative_or_not_at_all(phrase: str, dative: str | None) -> None:
    assert dative_phrase(phrase) == dative


@pytest.mark.parametrize(
    ("phrase", "counted"),
    [
        ("überschuldete Privatpersonen", "überschuldete Privatpersonen"),
        ("alle zivilen Erwerbspersonen", "zivile Erwerbspersonen"),
        ("Einwohner ab 18 Jahren", "Einwohner ab 18 Jahren"),
        ("Fläche in Quadratkilometern", None),
        ("Schulden der Kernhaushalte", None),
        ("Summe des Geldes im Monat", None),
        ("in Kitas betreute Kinder", None),
        ("Kinder; ab 2016 ohne Geschwister", None),
        (None, None),
    ],
)
def test_only_what_is_counted_one_by_one_is_counted_off(phrase: str | None, counted: str | None) -> None:
    assert counted_phrase(phrase) == counted


def test_verbs_that_are_not_known_have_no_past() -> None:
    assert [past_plural(verb) for verb in ("erhalten", "sind", "zaubern")] == ["erhielten", "waren", None]


@pytest.mark.parametrize(("parts", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A und B"),
                                             (["A", "B", "C"], "A, B und C")])  # fmt: skip
def test_lists_end_with_und(parts: list[str], text: str) -> None:
    assert listed(parts) == text


@pytest.mark.parametrize(
    ("text", "written"), [("es gilt", "Es gilt."), ("Es gilt.", "Es gilt."), ("gilt!", "Gilt!")]
)
def test_a_sentence_begins_with_a_capital_and_ends_once(text: str, written: str) -> None:
    assert sentence(text) == written
