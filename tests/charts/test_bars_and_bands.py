"""Rankings, availability, parts of a whole, time bands, milestones, ties. Everything is sample data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lagebild.charts import (
    availability,
    interactive,
    milestones,
    network,
    ranking,
    render,
    small_multiples,
    stacked,
    status_timeline,
    time_series,
)
from lagebild.charts.status_timeline import Span
from lagebild.findings import MeasureState, ScheduleFinding
from lagebild.model import Code, Measure, PlanDate, Responsibility, StatusEntry, StrategyMilestone, When
from tests.invented import BY_AGE, Case, case, counts, plain


def both(chart: Any, *given: Any, **more: Any) -> list[str]:
    """The picture at both sizes, drawn through to SVG."""
    sizes = (chart.SIZES.wide, chart.SIZES.narrow)
    return [
        render.svg(chart.spec(*given, size, **more), ident="x", title="T", description="D") for size in sizes
    ]


# --- rankings and availability ------------------------------------------------------------------------------


def ranked() -> Case:
    rows = [*counts([150]), *counts([90], territory="altdorf"), *counts([240], territory="neudorf")]
    return case(rows)


def test_bars_stand_in_the_order_of_their_figures() -> None:
    found = ranked()
    bars = ranking.bars(
        found.report, found.indicator, found.findings,
        territories=("musterstadt", "altdorf", "neudorf", "seestadt"), period="2015",
    )  # fmt: skip
    assert [(bar.name, bar.text, bar.main) for bar in bars] == [
        ("Neudorf", "24,0", False), ("Musterstadt", "15,0", True), ("Altdorf", "9,0", False),
    ]  # fmt: skip
    wide, narrow = both(ranking, bars)
    assert wide.count('fill="var(--stadt)"') == 3
    assert ">24,0<" in narrow


def test_bars_carry_whiskers_where_counts_are_known() -> None:
    found = ranked()
    bars = ranking.bars(
        found.report, found.indicator, found.findings, territories=("musterstadt",), period="2015"
    )
    assert "whiskers" in ranking.spec(bars, ranking.SIZES.wide)["datasets"]


def test_a_bar_of_figures_that_begin_earlier_ends_in_an_arrow() -> None:
    early = case(plain([10.0] * 25, start=1995)).findings.main
    late = case([*plain([10.0] * 3, start=2014), *plain([9.0] * 2, start=2018)]).findings.main
    rows = [availability.row("Früh", early), availability.row("Spät", late), availability.row("Leer", None)]
    line = availability.DateLine(at=2018.5, words="1. Juli 2018")
    data = availability.spec(rows, availability.SIZES.wide, line=line)["datasets"]
    assert len(data["arrows"]) == 1
    assert [bar["name"] for bar in data["bars"]] == ["Früh", "Spät", "Spät"]
    assert all(">1. Juli 2018<" in picture for picture in both(availability, rows, line=line))


# --- breakdowns ---------------------------------------------------------------------------------------------


def by_age() -> Case:
    found = case(plain([10.0, 11.0, 12.0]), breakdowns=BY_AGE, main_series=(("altersgruppe", "insgesamt"),))
    codes = {
        "insgesamt": Code(code="insgesamt", name="Insgesamt", order=1),
        "unter 3": Code(code="unter 3", name="Unter 3 Jahre", part_of="insgesamt", order=2),
        "ab 3": Code(code="ab 3", name="Ab 3 Jahren", part_of="insgesamt", order=3),
    }
    series = dict(found.findings.series)
    whole = series["musterstadt", ("insgesamt",)]
    for code in ("unter 3", "ab 3"):
        series["musterstadt", (code,)] = replace(whole, breakdown=(code,))
    report = replace(found.report, code_lists={"altersgruppe": codes})
    return Case(report, found.indicator, replace(found.findings, series=series))


def test_a_breakdown_has_one_panel_per_code_in_the_order_of_its_list() -> None:
    found = by_age()
    panels = small_multiples.panels(found.report, found.indicator, found.findings, "altersgruppe")
    assert [panel.title for panel in panels] == ["Insgesamt", "Unter 3 Jahre", "Ab 3 Jahren"]
    assert len({panel.view.periods for panel in panels}) == 1
    assert all(">Musterstadt" in picture for picture in both(small_multiples, panels[1].view))


def test_parts_of_a_whole_are_stacked_without_the_whole() -> None:
    found = by_age()
    view = stacked.view(found.report, found.indicator, found.findings, "altersgruppe")
    assert view is not None
    assert view.parts == ("Unter 3 Jahre", "Ab 3 Jahren")
    assert view.columns[0] == (2015, "2015", (10.0, 10.0))
    assert all(">2017<" in picture for picture in both(stacked, view))


def test_overlapping_parts_are_never_stacked() -> None:
    found = by_age()
    breakdowns = (replace(found.indicator.breakdowns[0], kind="ueberlappend"),)
    indicator = replace(found.indicator, breakdowns=breakdowns)
    assert stacked.view(found.report, indicator, found.findings, "altersgruppe") is None


# --- measures -----------------------------------------------------------------------------------------------


def entry(number: int, when: str | None, status: str, **given: Any) -> StatusEntry:
    dated = When.parse(when) if when else None
    return StatusEntry(
        number=number, when=dated, date_kind="ereignis" if when else "ohne-datum", status=status,
        text="Beispiel", certainty="belegt", **given,
    )  # fmt: skip


def measure(*history: StatusEntry, **given: Any) -> Measure:
    return Measure(
        id="treff",
        title="Treff",
        kind="massnahme",
        assignment="quelle",
        tie="thematisch",
        history=history,
        **given,
    )


def state(*, unclear: bool) -> MeasureState:
    schedule = ScheduleFinding(result="kein-termin", first=None, last=None, met_by=None)
    return MeasureState(
        measure="treff", day=date(2026, 7, 1), listed=True, phase="in-umsetzung", since=None, unclear=unclear,
        schedule=schedule, last_reported=None, unevidenced=False,
    )  # fmt: skip


HISTORY = (
    entry(1, "2016", "empfohlen"), entry(2, "2016-05-10", "beschlossen"), entry(3, "2018-01-01", "laufend"),
)  # fmt: skip


def test_silence_after_the_last_report_is_drawn_as_silence() -> None:
    view = status_timeline.view(measure(*HISTORY), state(unclear=True), {})
    assert view is not None
    assert [span.kind for span in view.reported] == ["proposed", "prepared", "running", "silent"]
    assert all(">keine Meldung<" in picture for picture in both(status_timeline, view))


def test_a_recent_report_reaches_until_today() -> None:
    view = status_timeline.view(measure(*HISTORY), state(unclear=False), {})
    assert view is not None
    assert view.reported[-1].end == view.today


def test_corrected_entries_are_not_drawn() -> None:
    found = measure(*HISTORY, entry(4, "2018-02-01", "unterbrochen", corrects=3))
    view = status_timeline.view(found, state(unclear=False), {})
    assert view is not None
    assert [span.kind for span in view.reported] == ["proposed", "prepared", "resting"]


def test_without_any_date_there_is_no_band() -> None:
    assert status_timeline.view(measure(entry(1, None, "laufend")), state(unclear=False), {}) is None


def test_a_plan_tells_what_it_replaced_and_whether_it_was_decided() -> None:
    plans = tuple(
        PlanDate(kind="beginn", planned=When.parse(day), according_to=n)
        for day, n in (("2016-05", 1), ("2016-08", 2))
    )
    view = status_timeline.view(measure(*HISTORY, plan_dates=plans), state(unclear=True), {})
    assert view is not None
    assert [plan.decided for plan in view.plans] == [False, True]
    assert view.plan_words == "August 2016, zuvor empfohlen: Mai 2016"


def test_simultaneous_responsibilities_take_rows_of_their_own() -> None:
    responsible = (
        Responsibility(actor="a", end=When.parse("2021-12-31"), assignment="erschlossen"),
        Responsibility(actor="b", start=When.parse("2022-01-01")),
        Responsibility(actor="c"),
    )
    view = status_timeline.view(measure(*HISTORY, responsible=responsible), state(unclear=True), {})
    assert view is not None
    assert [span.kind for span in view.responsible] == ["inferred", "known", "known"]
    lanes = status_timeline.lanes(view.responsible)
    assert [[span.words for span in lane] for lane in lanes] == [["a", "b"], ["c"]]


def test_spans_that_touch_share_a_lane() -> None:
    one, two = (Span(start=s, end=s + 1, kind="known", words="x") for s in (2015.0, 2016.0))
    assert status_timeline.lanes((two, one)) == ((one, two),)


@pytest.mark.parametrize(
    ("planned", "actual", "words"),
    [
        ("2018-06", "2019-03-12", "9 Monate später"),
        ("2018-06-30", "2018-07-01", "1 Monat später"),
        ("2018", "2020-12", "2 Jahre später"),
        ("2018", "2019-12", "1 Jahr später"),
        ("2018-06-10", "2018-06-20", "Tage später"),
        ("2018", "2018-06", "pünktlich"),
        ("2018-06", "2018", "wohl pünktlich"),
        ("2018", None, "nicht gemeldet"),
        (None, "2018", "ohne Termin"),
    ],
)
def test_the_delay_of_a_milestone_is_said_as_far_as_it_is_known(
    planned: str | None, actual: str | None, words: str
) -> None:
    when = [When.parse(text) if text else None for text in (planned, actual)]
    assert milestones.delay(*when) == words


def test_milestones_stand_in_the_order_of_their_plan() -> None:
    found = [
        StrategyMilestone(id=ident, title=title, planned=When.parse(year), actual=None)
        for ident, title, year in (("b", "Zweiter", "2019"), ("a", "Erster", "2017"))
    ]
    marks = milestones.marks([*found, StrategyMilestone(id="c", title="Ohne Datum")])
    assert [mark.name for mark in marks] == ["Erster", "Zweiter"]
    assert all(">nicht gemeldet<" in picture for picture in both(milestones, marks))


def test_ties_are_the_same_picture_in_any_order_and_dashed_where_inferred() -> None:
    ties = [
        network.Tie(actor="Amt", target="Treff", inferred=True),
        network.Tie(actor="Verein", target="Treff"),
    ]
    assert both(network, ties) == both(network, ties[::-1])
    assert both(network, ties)[0].count('stroke-dasharray="4,3"') == 1


# --- on demand ----------------------------------------------------------------------------------------------


def test_the_chart_to_explore_speaks_german_and_names_colours_as_tokens() -> None:
    found = case(
        [*plain([18.6, 20.8]), *plain([9.0, 9.1], territory="musterland")], comparators=("musterland",)
    )
    view = time_series.view(found.report, found.indicator, found.findings)
    assert view is not None
    spec = interactive.spec(view)
    assert spec["config"]["locale"]["number"]["decimal"] == ","
    assert [row["Wert"] for row in spec["datasets"]["figures"]] == ["18,6", "20,8", "9,0", "9,1"]
    assert "var(--stadt)" in str(spec)
    assert "#" not in str(spec["layer"])


def test_the_chart_to_explore_marks_breaks_intervals_and_other_editions() -> None:
    found = case(["musterstadt 2016 12 120/1000", "musterstadt 2017 13 130/1000", "musterstadt 2019 9 @b"])
    view = time_series.view(found.report, found.indicator, found.findings)
    assert view is not None
    data = interactive.spec(view)["datasets"]
    assert [row["hollow"] for row in data["figures"]] == [False, False, True]
    assert "Unsicherheitsbereich" in data["figures"][0]["Wert"]
    assert "Unsicherheitsbereich" not in data["figures"][2]["Wert"]
    assert [gap["Unterbrechung"] for gap in data["gaps"]] == ["andere Ausgabe"]


def test_the_library_is_one_script_that_names_itself() -> None:
    assert "vegaEmbed" in interactive.bundle()
    assert interactive.EMBED_OPTIONS["ast"] is True
