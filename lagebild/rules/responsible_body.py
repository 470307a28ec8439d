"""Who is responsible, or decided, existed at that time."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.assessment.responsibility import Lapse, existed_on, lapses
from lagebild.model import Actor, Noun, Report, Responsibility, When
from lagebild.problems import Problem, warning
from lagebild.wording.dates import day

RULE = "zustaendigkeit-zeit"


def check(report: Report) -> Iterator[Problem]:
    """Responsibilities outside the existence of the body, and decisions of bodies that did not exist."""
    lapsed = lapses(report, report.day)
    for lapse in lapsed:
        yield _lapsed(report, lapse)
    known = [lapse.responsibility for lapse in lapsed]
    for measure in report.measures.values():
        for one in measure.responsible:
            actor = report.actors.get(one.actor)
            if actor and one not in known and (problem := _outside(one, actor)):
                yield problem
    for noun, key, body, when in _deciding(report):
        actor = report.actors.get(body or "")
        if actor and when and not existed_on(actor, when.first) and not existed_on(actor, when.last):
            yield warning(
                RULE,
                noun.origin.at(key),
                f"„{actor.name}“ gab es zu diesem Zeitpunkt ({when.text}) nicht, sondern "
                f"{_existence(actor)}.",
                "Nennen Sie das Gremium, das damals entschied, oder berichtigen Sie "
                "in akteure.yaml von und bis.",
                body,
            )


def _lapsed(report: Report, lapse: Lapse) -> Problem:
    measure = report.measures[lapse.measure]
    ended = day(lapse.ended) if lapse.ended else "?"
    remedy = (
        "Ergänzen Sie, wer seither zuständig ist, zum Beispiel - {akteur: jugendamt-kreis, von: 2022-01-01}."
    )
    if lapse.responsibility is None:
        return warning(
            RULE,
            measure.origin.at("zustaendig"),
            f"Nach dem {ended} ist für die Maßnahme keine zuständige Stelle eingetragen.",
            remedy,
        )
    name = report.actors[lapse.responsibility.actor].name
    return warning(
        RULE,
        lapse.responsibility.origin.at("akteur"),
        f"„{name}“ ist als zuständig genannt, gab es aber nur bis zum {ended}.",
        remedy,
        lapse.actor,
    )


def _outside(one: Responsibility, actor: Actor) -> Problem | None:
    before = one.start and actor.start and one.start.last < actor.start.first
    after = one.end and actor.end and one.end.first > actor.end.last
    begun_after = one.start and actor.end and one.start.first > actor.end.last
    ended_before = one.end and actor.start and one.end.last < actor.start.first
    if not (before or after or begun_after or ended_before):
        return None
    key = "von" if before or begun_after else "bis"
    return warning(
        RULE,
        one.origin.at(key),
        f"Die Zuständigkeit reicht über die Zeit hinaus, in der es „{actor.name}“ gab: {_existence(actor)}.",
        "Gleichen Sie die Zuständigkeit und die Angaben in akteure.yaml an.",
    )


def _existence(actor: Actor) -> str:
    parts = [f"ab {actor.start.text}" if actor.start else "", f"bis {actor.end.text}" if actor.end else ""]
    return " ".join(part for part in parts if part)


def _deciding(report: Report) -> Iterator[tuple[Noun, str, str | None, When | None]]:
    for decision in report.decisions.values():
        yield decision, "gremium", decision.body, decision.when
    for event in report.events.values():
        yield event, "gremium", event.body, event.when
    for advice in report.recommendations.values():
        yield advice, "von", advice.actor, advice.when
