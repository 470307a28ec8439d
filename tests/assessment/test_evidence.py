"""Kinds of evidence and how much of a history has any."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lagebild.assessment.evidence import (
    exhibits,
    kind_of,
    kinds_in_total,
    paper_in,
    share_in_total,
    share_of,
)
from lagebild.model import Source

KINDS = [
    ("Beschlussvorlage Stadtrat", "beschluss"),
    ("Tagesordnungspunkt mit Abstimmung", "beschluss"),
    ("Stadtratsbeschluss", "beschluss"),
    ("Berichtsvorlage", "bericht"),
    ("Niederschrift", "niederschrift"),
    ("Anfrage mit Antwort", "anfrage"),
    ("Pressemitteilung", "pressemitteilung"),
    ("Presse", "presse"),
    ("Meldung", "presse"),
    ("Internetseite", "internetseite"),
    ("Projektseite", "internetseite"),
    ("Lexikon", "sonstige"),
    (None, "sonstige"),
]


@pytest.mark.parametrize(("stated", "kind"), KINDS)
def test_the_kind_follows_from_what_the_source_is_called(stated, kind):
    assert kind_of(Source(id="q", title="Quelle", kind=stated)) == kind


PAPERS = [
    ("Konzept (Vorlage 0245-StR/2015)", "0245-StR/2015"),
    ("Anfrage Wohngeld (Vorlage AF-0083/2010)", "AF-0083/2010"),
    ("Rahmenkonzept (JHA/49/2018)", "JHA/49/2018"),
    ("Bedarfsplanung 2019/2020", None),
    ("Bericht 2017", None),
]


@pytest.mark.parametrize(("title", "paper"), PAPERS)
def test_the_number_of_the_paper_stands_in_the_title(title, paper):
    assert paper_in(title) == paper


def test_unevidenced_entries_are_counted_in_the_whole(measure_of, report_of):
    measure = measure_of(["2018 beschlossen", "2019 laufend ohne-beleg", "- beendet ohne-beleg"])
    assert (share_of(measure).part, share_of(measure).whole) == (1, 3)
    assert share_in_total(report_of(measure)).fraction == Fraction(1, 3)


def test_nothing_has_no_share(report_of):
    assert share_in_total(report_of()).fraction is None


def test_evidence_is_shown_with_its_source(measure_of, report_of):
    source = Source(id="musterblatt", title="Musterblatt", kind="Presse")
    report = report_of(measure := measure_of(["2018 beschlossen"]), sources={"musterblatt": source})
    assert [(one.source.title, one.kind) for one in exhibits(report, measure.history[0])] == [
        ("Musterblatt", "presse")
    ]
    assert kinds_in_total(report)["presse"] == 1
