"""Contradictions that the rules find in the data: counts for everyone, items for those who keep the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lagebild import rules
from lagebild.assessed import Assessed
from lagebild.model import Report
from lagebild.pages.page import Crumb, Page, Templates, linker
from lagebild.problems import Problem
from lagebild.rules import (
    done_without_proof,
    field_done_but_worse,
    funding_sums,
    goal_alone,
    measure_without_field,
    missing_evidence,
    on_time_claim,
    parts_and_total,
    phase_going_back,
    repeated_text,
    responsible_body,
    silent_measure,
    unlisted_decision,
)
from lagebild.wording import measures

COUNTS_PATH = "strategie/widersprueche/"
ITEMS_PATH = "mitmachen/widersprueche/"
Part = dict[str, Any]

QUESTIONS: tuple[tuple[rules.Rule, str], ...] = (
    (done_without_proof, "Als abgeschlossen gemeldet, ohne Datum oder Beleg"),
    (on_time_claim, "Als fristgerecht bezeichnet, aber nach dem geplanten Termin"),
    (phase_going_back, "Der Stand geht zurück, ohne dass ein Grund genannt ist"),
    (repeated_text, "Derselbe Text steht in zwei Berichten"),
    (silent_measure, "Läuft laut letzter Meldung, aber seit zwölf Monaten keine neue"),
    (funding_sums, "Beträge passen nicht zusammen"),
    (parts_and_total, "Teile ergeben nicht die Summe"),
    (goal_alone, "Ziel ohne Maßnahme oder ohne Zahl"),
    (measure_without_field, "Maßnahme ohne Handlungsfeld"),
    (field_done_but_worse, "Alle Maßnahmen erledigt, die Lage aber schlechter"),
    (unlisted_decision, "Beschluss genannt, der in der Liste fehlt"),
    (responsible_body, "Keine zuständige Stelle für den Tag eingetragen"),
    (missing_evidence, "Meldung ohne Beleg"),
)
"""The rules that look for contradictions, each with what it asks, in words for everyone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One question with what the rule found."""

    title: str
    ident: str
    items: tuple[Problem, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The counts and the items."""
    templates, found = Templates(), findings(assessed.report)
    total = sum(len(f.items) for f in found)
    places = measures.counted(total, "Stelle", "Stellen")
    lead = f"{places}, an denen die Daten sich widersprechen oder nicht genügen."
    link = linker(COUNTS_PATH)
    rows = [_count(f, link(f"{ITEMS_PATH}#{f.ident}")) for f in found]
    yield Page(
        path=COUNTS_PATH,
        title="Widersprüche in den Daten",
        html=templates.fill("contradictions.html.jinja", COUNTS_PATH, rows=rows, lead=lead),
        section="strategie/",
        description=lead,
        crumbs=(Crumb(title="Strategie", path="strategie/"),),
    )
    yield Page(
        path=ITEMS_PATH,
        title="Widersprüche: die einzelnen Stellen",
        html=templates.fill(
            "contradictions_items.html.jinja", ITEMS_PATH, findings=[f for f in found if f.items], lead=lead
        ),
        section="mitmachen/",
        description="Jede Stelle mit Datei und Zeile und dem, was zu tun ist.",
        crumbs=(Crumb(title="Mitmachen", path="mitmachen/"),),
    )


def findings(report: Report) -> tuple[Finding, ...]:
    """What each rule finds, in the order of the questions."""
    return tuple(
        Finding(title=title, ident=rule.RULE, items=tuple(sorted(rule.check(report), key=lambda p: p.order)))
        for rule, title in QUESTIONS
    )


def _count(finding: Finding, url: str) -> list[Part]:
    number = len(finding.items)
    named: Part = {"text": finding.title}
    return [named | {"url": url} if number else named, {"text": str(number), "wert": number}]
