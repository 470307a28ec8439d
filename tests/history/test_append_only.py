"""What a proposal must not do to what was reported before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lagebild.history import append_only, compare
from lagebild.model import Origin, Revision, When
from lagebild.problems import Severity


def rules(before, after):
    return [(p.rule, p.severity) for p in append_only.problems(compare(before, after))]


ENTRY = (append_only.RULE_ENTRY, Severity.ERROR)
EDITS = [
    ("an edited status", {"status": "laufend"}, [ENTRY]),
    ("an edited date", {"when": When.parse("2026-05")}, [ENTRY]),
    ("an edited text", {"text": "anders"}, [ENTRY]),
    ("removed evidence", {"evidence": ()}, [ENTRY]),
    ("the day on which the source was read again", {"checked": When.parse("2026-11-20")}, []),
]


@pytest.mark.parametrize(("sentence", "attributes", "expected"), EDITS)
def test_an_entry_is_never_edited(town, with_measure, sentence, attributes, expected):
    one, two = town.measures["treff"].history
    assert rules(town, with_measure(town, history=(one, replace(two, **attributes)))) == expected, sentence


def test_a_deleted_entry_is_an_error(town, with_measure):
    assert rules(town, with_measure(town, history=town.measures["treff"].history[1:])) == [ENTRY]


def test_another_order_is_an_error(town, with_measure):
    assert rules(town, with_measure(town, history=town.measures["treff"].history[::-1])) == [ENTRY]


def test_adding_and_correcting_is_what_one_does(town, with_measure, entry_of):
    one, two = town.measures["treff"].history
    added = (one, entry_of(3, "2025-10", "bewilligt"), two, entry_of(4, "2026-05", "gestartet", corrects=2))
    assert rules(town, with_measure(town, history=added)) == []


def test_the_message_names_the_entry_its_place_and_the_remedy(town, with_measure):
    one, two = town.measures["treff"].history
    origin = Origin("data/massnahmen/treff.yaml", 12, 3, {"status": (15, 13)})
    after = with_measure(town, history=(one, replace(two, status="laufend", origin=origin)))
    (found,) = append_only.problems(compare(town, after))
    assert (found.place.file, found.place.line, found.message, found.remedy) == (
        "data/massnahmen/treff.yaml",
        15,
        "Eintrag 2 des Verlaufs wurde nachträglich geändert: „status“.",
        "Stellen Sie den Eintrag wieder her und schreiben Sie einen neuen mit „berichtigt: 2“.",
    )


def test_a_deleted_measure_is_an_error(town):
    assert rules(town, replace(town, measures={})) == [(append_only.RULE_MEASURE, Severity.ERROR)]


def test_a_measure_that_named_its_successor_may_go(town, with_measure):
    other = replace(town.measures["treff"], id="neuer-treff")
    before = with_measure(town, successor="neuer-treff")
    before = replace(before, measures={**before.measures, "neuer-treff": other})
    assert rules(before, replace(before, measures={"neuer-treff": other})) == []


FIGURE = (append_only.RULE_FIGURE, Severity.WARNING)
REASON = Revision(indicator="quote", kind="neue-ausgabe", reason="Ausgabe 2026", date=When.parse("2026"))
FIGURES = [
    ("a changed value", {"value": 12.9}, (), [FIGURE]),
    ("a value that became a sign", {"value": None, "signs": ("geheim",)}, (), [FIGURE]),
    ("a changed denominator", {"denominator": 900.0}, (), [FIGURE]),
    ("a changed value with its reason", {"value": 12.9}, (REASON,), []),
    ("another note", {"note": "siehe Ausgabe"}, (), []),
]


@pytest.mark.parametrize(("sentence", "attributes", "reasons", "expected"), FIGURES)
def test_figures_change_for_a_reason(town, sentence, attributes, reasons, expected):
    one, two = town.figures["quote"]
    after = replace(town, figures={"quote": (one, replace(two, **attributes))}, revisions=reasons)
    assert rules(town, after) == expected, sentence


def test_a_deleted_figure_needs_a_reason(town):
    assert rules(town, replace(town, figures={"quote": town.figures["quote"][:1]})) == [FIGURE]


def test_a_deleted_indicator_is_one_warning(town):
    expected = [(append_only.RULE_INDICATOR, Severity.WARNING)]
    assert rules(town, replace(town, indicators={}, figures={})) == expected


def test_filling_a_gap_and_adding_a_year_need_none(town, figure_of):
    one, two = town.figures["quote"]
    before = replace(town, figures={"quote": (one, replace(two, value=None, signs=("spaeter",)))})
    after = replace(town, figures={"quote": (one, two, figure_of("musterstadt", "2020", 13.0))})
    assert rules(before, after) == []


def test_many_figures_of_one_indicator_are_one_warning(town):
    changed = tuple(replace(figure, value=1.0) for figure in town.figures["quote"])
    (found,) = append_only.problems(compare(town, replace(town, figures={"quote": changed})))
    assert found.message == (
        "Musterquote: 2 Zahlen wurden geändert, ohne dass ein Grund genannt ist; zuerst musterstadt, 2018."
    )
