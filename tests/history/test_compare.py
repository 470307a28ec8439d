"""The one comparison: what is found, under which key, with both values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.findings import Freshness, IndicatorFindings, TrendFinding
from lagebild.history import compare
from lagebild.history._nouns import SORTS
from lagebild.model import (
    Break,
    Decision,
    Measure,
    Place,
    PlanDate,
    Responsibility,
    Revision,
    Table,
    TableRow,
    Term,
    When,
)


def test_a_report_does_not_differ_from_itself(town):
    assert not compare(town, town)


def test_the_place_of_a_figure_in_its_table_is_no_difference(town):
    moved = tuple(replace(figure, row=figure.row + 3) for figure in reversed(town.figures["quote"]))
    assert not compare(town, replace(town, figures={"quote": moved})).figures


def figures(town, *found):
    return replace(town, figures={"quote": found})


def test_figures_are_compared_by_value_and_key(town, figure_of):
    first, second = town.figures["quote"]
    after = figures(town, first, replace(second, value=12.9), figure_of("musterstadt", "2020", 13.0))
    found = compare(town, after).figures
    assert [(c.kind, c.figure.period.text, c.columns[0]) for c in found] == [
        ("geaendert", "2019", "wert"),
        ("neu", "2020", "wert"),
    ]
    assert found[0].difference == pytest.approx(0.4)


def test_a_value_that_became_a_sign_is_a_change_of_both_columns(town):
    first, second = town.figures["quote"]
    found = compare(town, figures(town, first, replace(second, value=None, signs=("geheim",)))).figures
    assert [(c.columns, c.difference) for c in found] == [(("wert", "zeichen"), None)]


def test_a_figure_is_found_at_its_cell(town):
    first, second = town.figures["quote"]
    file = town.indicators["quote"].table
    rows = tuple(TableRow(line=n, number=n, cells=("musterstadt", "2019", "12,9")) for n in (2, 3))
    table = Table(file=file, header=("gebiet", "zeit", "wert"), rows=rows)
    after = replace(figures(town, first, replace(second, value=12.9, row=1)), tables={file: table})
    assert compare(town, after).figures[0].place == Place(
        file=file, line=3, column=3, cell="C3", field="wert"
    )


REASON = Revision(indicator="quote", kind="berichtigung", reason="Tippfehler", date=When.parse("2026-11"))
REASONS = [
    ("a reason for the whole indicator", (REASON,), (), True),
    ("a reason for this year", (replace(REASON, periods=("2019",)),), (), True),
    ("a reason for another year", (replace(REASON, periods=("2018",)),), (), False),
    ("a reason for another territory", (replace(REASON, territories=("kreis",)),), (), False),
    ("a reason for another indicator", (replace(REASON, indicator="armut"),), (), False),
    ("a reason that was there before", (REASON,), (REASON,), False),
]


@pytest.mark.parametrize(("sentence", "now", "before", "given_reason"), REASONS)
def test_reasons(town, sentence, now, before, given_reason):
    first, second = town.figures["quote"]
    after = replace(figures(town, first, replace(second, value=12.9)), revisions=now)
    found = compare(replace(town, revisions=before), after).figures
    assert [change.reason is not None for change in found] == [given_reason], sentence


def test_a_definition_changes_key_by_key(town):
    quote = replace(
        town.indicators["quote"],
        direction="neutral",
        breaks=(Break(start=When.parse("2019"), reason="Reform"),),
    )
    found = compare(town, replace(town, indicators={"quote": quote})).of_sort("indikator")
    assert [[(f.key, f.title) for f in c.fields] for c in found] == [
        [("richtung", "Richtung"), ("brueche", "Brüche")]
    ]


def test_entries_are_compared_by_number(town, with_measure, entry_of):
    one, two = town.measures["treff"].history
    after = with_measure(
        town, history=(one, replace(two, status="laufend"), entry_of(3, "2026-05", "gestartet", corrects=2))
    )
    found = compare(town, after).measures[0].entries
    assert [(c.kind, c.number, [f.key for f in c.fields]) for c in found] == [
        ("geaendert", 2, ["status"]),
        ("neu", 3, []),
    ]
    assert found[1].after.corrects == 2


def test_a_deleted_entry_is_found(town, with_measure):
    after = with_measure(town, history=town.measures["treff"].history[:1])
    assert [(c.kind, c.number) for c in compare(town, after).measures[0].entries] == [("entfernt", 2)]


def test_entries_in_another_order_are_found(town, with_measure):
    after = with_measure(town, history=tuple(reversed(town.measures["treff"].history)))
    assert compare(town, after).measures[0].reordered


def test_a_late_found_entry_between_others_is_no_other_order(town, with_measure, entry_of):
    one, two = town.measures["treff"].history
    after = with_measure(town, history=(one, entry_of(3, "2025-10", "bewilligt"), two))
    assert not compare(town, after).measures[0].reordered


FIELDS = [
    ("plan dates", {"plan_dates": (PlanDate(kind="beginn", planned=When.parse("2026"), according_to=1),)},
     "termine"),
    ("responsibility", {"responsible": (Responsibility(actor="amt"),)}, "zustaendig"),
    ("tie to the strategy", {"tie": "ausdruecklich"}, "strategiebezug"),
    ("fields", {"fields": ("wohnen",)}, "handlungsfelder"),
    ("successor", {"successor": "anderes"}, "nachfolger"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "attributes", "key"), FIELDS)
def test_other_keys_of_a_measure(town, with_measure, sentence, attributes, key):
    found = compare(town, with_measure(town, **attributes)).measures
    assert [field.key for field in found[0].fields] == [key], sentence


def test_internal_notes_are_no_difference(town, with_measure):
    assert not compare(town, with_measure(town, internal="nur für uns")).measures


def test_states_and_counts_follow(town, with_measure, entry_of):
    history = (*town.measures["treff"].history, entry_of(3, "2026-10", "abgeschlossen"))
    found = compare(town, with_measure(town, history=history))
    assert [(c.aspect, c.values, c.by_time) for c in found.states] == [
        ("stand", ("in-umsetzung", "abgeschlossen"), False),
        ("phase", ("in-umsetzung", "abgeschlossen"), False),
        ("termin", ("steht-aus", "fristgerecht"), False),
    ]
    assert ("stand", "abgeschlossen", 0, 1, 1, 1) in [
        (c.group, c.code, c.before, c.after, c.before_of, c.after_of) for c in found.counts
    ]


def test_the_passing_of_time_is_told_from_a_change_of_the_data(town):
    found = compare(town, replace(town, day=date(2028, 6, 1)), assess=nothing)
    assert [(c.values, c.by_time) for c in found.states if c.aspect == "stand"] == [
        (("in-umsetzung", "stand-unklar"), True)
    ]


def test_a_new_measure_changes_the_denominator(town, measure_of, entry_of):
    new = measure_of("laden", entry_of(1, "2026-03", "geplant"))
    found = compare(town, replace(town, measures={**town.measures, "laden": new}))
    assert [c.kind for c in found.measures] == ["neu"]
    assert ("gesamt", 1, 2) in [(c.group, c.before, c.after) for c in found.counts]


def nothing(report, ident):
    freshness = Freshness(
        last_period=None, next_update=None, overdue=False, older_than_three_years=False, discontinued=False
    )
    return IndicatorFindings(
        indicator=ident, series={}, main=None, trends=(), comparisons=(), targets=(), ranks=(),
        freshness=freshness, headline_codes=(),
    )  # fmt: skip


def risen(report, ident):
    last = report.figures[ident][-1].value
    result = "steigend" if last > 12.5 else "fallend"
    trend = TrendFinding(
        territory="musterstadt", breakdown=(), result=result, method=None, reason=None, start=None, end=None,
        statistic=None, change=None,
    )  # fmt: skip
    return replace(nothing(report, ident), trends=(trend,))


def test_findings_and_sentences_that_flip(town):
    first, second = town.figures["quote"]
    after = figures(town, first, replace(second, value=12.9))
    found = compare(
        town, after, assess=risen, say=lambda report, findings: [findings.trends[0].result, "gleich"]
    )
    assert [(c.sort, c.subject, c.before, c.after) for c in found.findings] == [
        ("trend", ("musterstadt",), "fallend", "steigend")
    ]
    assert [(c.gone, c.added) for c in found.sentences] == [(("fallend",), ("steigend",))]


def test_untouched_indicators_are_not_assessed_again(town, with_measure):
    def refuse(report, ident):
        raise AssertionError(ident)

    assert compare(town, with_measure(town, tie="grundlage"), assess=refuse)


NOUNS = [
    ("beschluss", {"decisions": {"b1": Decision(id="b1", subject="Treff")}}),
    ("begriff", {"glossary": (Term(word="Quote", explanation="ein Anteil"),)}),
    ("revision", {"revisions": (REASON,)}),
]


@pytest.mark.parametrize(("sort", "attributes"), NOUNS)
def test_other_things(town, sort, attributes):
    after = replace(town, **attributes)
    assert [c.kind for c in compare(town, after).of_sort(sort)] == ["neu"]
    assert [c.kind for c in compare(after, town).of_sort(sort)] == ["entfernt"]


def test_every_kind_of_thing_in_a_report_is_compared(town):
    """A Report that gains a collection must be compared in it as well."""
    elsewhere = {"day", "commit", "figures", "measures", "tables", "catalogue", "unread"}
    assert len(SORTS) == len(set(type(town).__dataclass_fields__) - elsewhere)


VALUES = st.dictionaries(st.sampled_from(["2015", "2016", "2017"]), st.one_of(st.none(), st.floats(0, 100)))
MEASURES = st.sets(st.sampled_from(["a", "b", "c"]))


@given(VALUES, VALUES, MEASURES, MEASURES)
def test_comparing_the_other_way_round_swaps_added_and_removed(town, figure_of, was, now, old, new):
    def version(values, idents):
        observations = tuple(figure_of("musterstadt", year, value) for year, value in values.items())
        kept = {i: Measure(id=i, title=i, kind="massnahme", assignment="keine", tie="thematisch", history=())
                for i in idents}  # fmt: skip
        return replace(town, figures={"quote": observations}, measures=kept)

    there = compare(version(was, old), version(now, new), assess=nothing)
    back = compare(version(now, new), version(was, old), assess=nothing)
    swapped = {"neu": "entfernt", "entfernt": "neu", "geaendert": "geaendert"}
    assert sorted((c.figure.period.text, swapped[c.kind]) for c in there.figures) == sorted(
        (c.figure.period.text, c.kind) for c in back.figures
    )
    assert sorted((c.id, swapped[c.kind]) for c in there.measures) == sorted(
        (c.id, c.kind) for c in back.measures
    )
