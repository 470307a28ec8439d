"""What the second reading of the sources could not confirm is nowhere told as a fact."""

from __future__ import annotations

import re

import pytest

from lagebild.assessed import Assessed
from lagebild.model import Report

OPEN = ("mehrgenerationenspielplatz", "angebotskatalog", "kinderstadtplan")
CLOSED = {"abgeschlossen", "beendet"}


@pytest.mark.parametrize("measure", OPEN)
def test_what_nobody_saw_finished_is_not_finished(assessed: Assessed, measure: str) -> None:
    assert assessed.states[measure].phase not in CLOSED
    assert all(entry.status not in CLOSED for entry in assessed.report.measures[measure].history)


def test_the_second_family_centre_has_no_grant(real: Report) -> None:
    measure = real.measures["thekiz-spielkiste"]
    assert [f.amount for f in measure.funding if f.amount] == []
    assert not {entry.status for entry in measure.history} & {"bewilligt", "beschlossen"}


def test_the_second_funding_period_has_no_dates_and_no_amount(real: Report) -> None:
    period = next(p for p in real.funding_periods if p.id == "fp2")
    assert (period.start, period.end, period.amount) == (None, None, None)
    assert "nicht belegt" in (period.text or "")


def test_the_job_centres_were_not_seen_to_merge(real: Report) -> None:
    change = next(c for c in real.responsibility_changes if c.id == "grundsicherung-2022")
    assert (change.before, change.after) == (None, None)
    assert "nicht belegt" in (change.text or "")
    assert real.actors["jobcenter-ea"].end is None


def test_the_wording_of_the_councils_goals_is_not_invented(real: Report) -> None:
    of_fields = [goal for goal in real.goals.values() if goal.field]
    assert len(of_fields) == len(real.fields) == 6
    assert {(goal.text, goal.state) for goal in of_fields} == {(None, "wortlaut-nicht-gefunden")}


def test_the_share_of_funding_stands_only_beside_its_doubt(read: dict[str, str]) -> None:
    """Reports of 2023 say 90 per cent, a newer page 80 to 90."""
    told = {path for path, text in read.items() if re.search(r"\b90 (%|Prozent)", text)}
    assert told
    for path in told - {"daten/quellen/"}:
        assert re.search(r"80\s+(bis|und)\s+90", read[path]), path


def test_no_few_persons_at_a_facility(real: Report) -> None:
    people = re.compile(r"Person|Kind|Schüler|Jugendlich|Teilnehm")
    few = [c.statement for c in real.context if c.value and c.value < 10 and people.search(c.unit or "")]
    assert few == []


def test_no_sentence_makes_a_measure_the_cause_of_a_figure(read: dict[str, str]) -> None:
    cause = re.compile(
        r"(durch|dank|infolge|aufgrund) (die|der|dieser) Maßnahme[^.]{0,80}"
        r"(sank|stieg|gesunken|gestiegen|gesenkt)"
        r"|Maßnahme (senkte|verbesserte|verringerte|hat [^.]{0,60}(gesenkt|verringert|verbessert))"
    )
    assert {path: found[0] for path, text in read.items() if (found := cause.search(text))} == {}


def test_old_figures_are_never_called_current(read: dict[str, str], real: Report) -> None:
    """The word stands in titles of sources, and nowhere else."""
    titles = [
        t for source in real.sources.values() for t in (source.title, source.url or "", source.note or "")
    ]
    quoted = sorted((re.sub(r"\s+", " ", t) for t in titles if "aktuell" in t), key=len, reverse=True)
    for path, text in read.items():
        for title in quoted:
            text = text.replace(title, "")
        assert not re.search(r"\baktuelle?[nrs]?\b", text), path


def test_inferred_dates_of_measures_say_so(real: Report, read: dict[str, str]) -> None:
    for measure in real.measures.values():
        inferred = sum(entry.date_kind == "erschlossen" for entry in measure.history)
        told = read[f"massnahmen/{measure.id}/"].count("Datum erschlossen")
        assert told >= inferred, measure.id


def test_inferred_fields_are_called_our_own_placing(real: Report, read: dict[str, str]) -> None:
    inferred = [m.id for m in real.measures.values() if m.assignment == "erschlossen"]
    assert inferred
    assert [ident for ident in inferred if "eigene Zuordnung" not in read[f"massnahmen/{ident}/"]] == []


def test_every_dispute_between_sources_is_shown(real: Report, read: dict[str, str]) -> None:
    assert len(real.conflicts) == 21
    page = read["strategie/konflikte/"]
    missing = [
        c.id for c in real.conflicts for s in c.statements if s.text[1:].replace("\u00a0", " ") not in page
    ]
    assert missing == []


def test_notes_say_nothing_twice(real: Report) -> None:
    for measure in real.measures.values():
        sentences = [s for s in re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])", measure.note or "") if s]
        assert len(sentences) == len(set(sentences)), measure.id
