"""Responsibility in time, across handovers, gaps and bodies that no longer are."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.assessment.network import network
from lagebild.assessment.responsibility import (
    Span,
    gaps,
    involvements_of,
    lapses,
    responsible_on,
    timeline,
)
from lagebild.model import Actor, Decision, Responsibility, When

TODAY = date(2026, 11, 22)


def duty(actor, start=None, end=None, **more):
    return Responsibility(actor=actor, start=start and When.parse(start), end=end and When.parse(end), **more)


HANDOVER = (duty("kreisamt", "2022-01-01"), duty("stadtamt", None, "2021", assignment="erschlossen"))


@pytest.mark.parametrize(
    ("day", "actors"),
    [("2010-01-01", ["stadtamt"]), ("2021-12-31", ["stadtamt"]), ("2022-01-01", ["kreisamt"])],
)
def test_responsibility_passes_on_its_day(measure_of, day, actors):
    measure = measure_of(["2018 laufend"], responsible=HANDOVER)
    assert [one.actor for one in responsible_on(measure, date.fromisoformat(day))] == actors


def test_the_timeline_is_in_the_order_of_time(measure_of):
    terms = timeline(measure_of(["2018 laufend"], responsible=HANDOVER))
    assert [(term.responsibility.actor, term.span.last) for term in terms] == [
        ("stadtamt", date(2021, 12, 31)),
        ("kreisamt", None),
    ]


GAPS = [
    ("no gap across a handover", HANDOVER, []),
    (
        "between two bodies",
        (duty("a", None, "2019-06-30"), duty("b", "2020")),
        [("2019-07-01", "2019-12-31")],
    ),
    ("before the first body", (duty("a", "2018-04"),), [("2018-01-01", "2018-03-31")]),
    ("after the last body", (duty("a", None, "2025"),), [("2026-01-01", "2026-11-22")]),
    (
        "a body within the time of another",
        (duty("a", None, "2020"), duty("b", "2019", "2019"), duty("c", "2021")),
        [],
    ),
    ("nobody is named at all", (), []),
    (
        "a body that comes only later",
        (duty("a", None, "2025"), duty("b", "2027")),
        [("2026-01-01", "2026-11-22")],
    ),
]


@pytest.mark.parametrize(("sentence", "responsible", "expected"), GAPS)
def test_gaps(measure_of, sentence, responsible, expected):
    found = gaps(measure_of(["2018 laufend"], responsible=responsible), TODAY)
    assert [(gap.first.isoformat(), gap.last.isoformat()) for gap in found] == expected, sentence


STADTAMT = Actor(id="stadtamt", name="Stadtamt", kind="amt", end=When.parse("2021"), successor=("kreisamt",))
KREISAMT = Actor(id="kreisamt", name="Kreisamt", kind="amt", start=When.parse("2022-01-01"))
ACTORS = {"stadtamt": STADTAMT, "kreisamt": KREISAMT}
LAPSES = [
    ("the body no longer is", ["2018 laufend"], (duty("stadtamt"),), [("stadtamt", "2021-12-31")]),
    ("its responsibility has ended and nobody followed", ["2018 laufend"], (duty("stadtamt", None, "2020"),),
     [(None, "2020-12-31")]),
    ("another body followed", ["2018 laufend"], HANDOVER, []),
    ("the measure is completed", ["2018 abgeschlossen"], (duty("stadtamt"),), []),
    ("the measure is undated", ["- laufend"], (duty("stadtamt"),), [("stadtamt", "2021-12-31")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "history", "responsible", "expected"), LAPSES)
def test_lapses(report_of, measure_of, sentence, history, responsible, expected):
    report = report_of(measure_of(history, responsible=responsible), actors=ACTORS)
    assert [(one.actor, one.ended.isoformat()) for one in lapses(report, TODAY)] == expected, sentence


def test_an_actor_has_its_measures_responsible_ones_first(report_of, measure_of):
    report = report_of(
        measure_of(["2015 laufend"], ident="laden", partners=("kreisamt",)),
        measure_of(["2019-04 laufend"], ident="treff", responsible=HANDOVER),
        actors=ACTORS,
    )
    assert [(one.measure, one.part, one.since) for one in involvements_of(report, "kreisamt")] == [
        ("treff", "zustaendig", date(2022, 1, 1)),
        ("laden", "partner", date(2015, 1, 1)),
    ]


def test_a_span_without_ends_always_holds():
    assert Span(first=None, last=None).holds_on(date(1990, 1, 1))


def test_the_network_ties_actors_measures_and_decisions(report_of, measure_of):
    decision = Decision(
        id="b1", subject="Treff", body="stadtamt", when=When.parse("2018-03"), measures=("treff",)
    )
    measure = measure_of(["2019 laufend"], ident="treff", responsible=HANDOVER, partners=("unbekannt",))
    found = network(report_of(measure, actors=ACTORS, decisions={"b1": decision}))
    assert [
        (edge.kind, edge.source[1], edge.target[1], edge.since and edge.since.year) for edge in found.edges
    ] == [
        ("nachfolger", "kreisamt", "stadtamt", 2021),
        ("zustaendig", "kreisamt", "treff", 2022),
        ("zustaendig", "stadtamt", "treff", None),
        ("gefasst", "stadtamt", "b1", 2018),
        ("betrifft", "b1", "treff", 2018),
    ]
    assert len(found.of("massnahme", "treff")) == 3
