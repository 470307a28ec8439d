"""A comparison in German lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lagebild.history import changes, compare
from lagebild.history._nouns import SORTS
from lagebild.history._words import NOUNS
from lagebild.model import Decision, PlanDate, When


def texts(before, after):
    return [line.text for line in changes.lines(compare(before, after))]


def test_without_changes_there_is_nothing_to_say(town):
    assert texts(town, town) == []


def test_a_changed_figure_shows_both_values_and_the_difference(town):
    one, two = town.figures["quote"]
    after = replace(town, figures={"quote": (one, replace(two, value=12.0))})
    assert "Musterquote, Musterstadt, 2019: 12,0\u00a0% statt 12,5\u00a0% (\u22120,5)." in texts(town, after)


def test_a_figure_that_became_secret_says_so(town):
    one, two = town.figures["quote"]
    after = replace(town, figures={"quote": (one, replace(two, value=None, signs=("geheim",)))})
    assert "Musterquote, Musterstadt, 2019: Zahlenwert geheim zu halten statt 12,5\u00a0%." in texts(
        town, after
    )


def test_many_figures_are_one_line(town, figure_of):
    new = tuple(figure_of("musterstadt", str(year), 13.0) for year in range(2020, 2025))
    after = replace(town, figures={"quote": (*town.figures["quote"], *new)})
    assert "Musterquote: 5 Zahlen neu (2020 bis 2024)." in texts(town, after)


def test_a_new_report_shows_in_entry_state_and_count(town, with_measure, entry_of):
    history = (*town.measures["treff"].history, entry_of(3, "2026-10", "abgeschlossen"))
    assert texts(town, with_measure(town, history=history)) == [
        "Treff: abgeschlossen statt in Umsetzung.",
        "Treff, Termin: „fristgerecht“ statt „Termin steht aus“.",
        "Treff: neue Meldung, abgeschlossen (Oktober 2026): Mustermeldung 3.",
        "Tafel, in Umsetzung: 0 von 1 statt 1 von 1.",
        "Tafel, abgeschlossen: 1 von 1 statt 0 von 1.",
        "Tafel, Termin steht aus: 0 von 1 statt 1 von 1.",
        "Tafel, fristgerecht: 1 von 1 statt 0 von 1.",
    ]


def test_what_touches_the_past_comes_first(town, with_measure):
    one, two = town.measures["treff"].history
    first = texts(town, with_measure(town, history=(one, replace(two, status="laufend"))))[0]
    assert first == "Treff: Meldung 2 geändert, Status: läuft statt gestartet."


def test_a_correction_names_what_it_corrects(town, with_measure, entry_of):
    history = (*town.measures["treff"].history, entry_of(3, "2026-05", "gestartet", corrects=2))
    assert "Treff: Meldung 2 berichtigt, gestartet (Mai 2026): Mustermeldung 3." in texts(
        town, with_measure(town, history=history)
    )


def test_another_plan_shows_both_dates(town, with_measure):
    plans = (PlanDate(kind="fertigstellung", planned=When.parse("2028-06"), according_to=1),)
    assert "Treff: Termine: Fertigstellung Juni 2028 statt Fertigstellung 2027." in texts(
        town, with_measure(town, plan_dates=plans)
    )


def test_time_alone_is_said_to_be_time_alone(town):
    after = replace(town, day=date(2028, 6, 1), indicators={}, figures={})
    assert "Treff: Stand unklar statt in Umsetzung, allein durch den Ablauf der Zeit." in texts(town, after)


def test_a_decision_is_named_by_its_subject(town):
    after = replace(town, decisions={"b1": Decision(id="b1", subject="Treff am Markt")})
    assert texts(town, after) == ["Beschluss neu: Treff am Markt"]
    assert texts(after, town) == ["Beschluss entfernt: Treff am Markt"]


def test_lines_stand_under_their_topics(town, with_measure, entry_of):
    history = (*town.measures["treff"].history, entry_of(3, "2026-10", "abgeschlossen"))
    found = changes.lines(compare(town, with_measure(town, history=history)))
    assert list(changes.by_topic(found)) == ["Stand der Maßnahmen", "Maßnahmen", "Zählungen"]


def test_every_kind_of_thing_has_a_word():
    assert set(SORTS) == set(NOUNS)
