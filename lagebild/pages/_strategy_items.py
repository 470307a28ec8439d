"""What the page of the strategy lists: milestones, goals, funding, changes of responsibility, reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lagebild.model import FundingPeriod, PublishedReport, Report, ResponsibilityChange, StrategyMilestone
from lagebild.pages._actor_name import actor_name
from lagebild.pages._board_table import board_path
from lagebild.pages._exhibit import Exhibit, exhibits, exhibits_of
from lagebild.pages._slug import slug
from lagebild.pages.page import Link
from lagebild.wording import dates, measures

REPORT_KINDS = {"lebenslagen": "Bericht zur Lage", "umsetzung": "Bericht zur Umsetzung"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing of a list with its sources: a milestone, a goal, a period, a change, a report."""

    title: str
    lines: tuple[str, ...]
    exhibits: tuple[Exhibit, ...]
    ident: str
    """Where links to it point."""
    label: str | None = None
    url: str | None = None


def milestone(report: Report, one: StrategyMilestone, link: Link) -> Item:
    """What was to be reached, what was, and the difference."""
    lines = (
        f"Soll: {one.planned_text}" if one.planned_text else "",
        f"Ist: {one.actual_text}" if one.actual_text else "Ist: nichts gefunden",
        measures.sentence(f"Abweichung: {one.deviation}") if one.deviation else "",
        one.note or "",
    )
    return Item(
        ident=_ident("meilenstein", one.id, one.title or one.planned_text or ""),
        title=one.title or one.planned_text or "Meilenstein",
        lines=tuple(filter(None, lines)),
        exhibits=exhibits(report, one.evidence, link),
    )


def goals(report: Report, link: Link) -> Iterator[Item]:
    """The goals whose wording is known."""
    for goal in report.goals.values():
        if goal.text:
            field = report.fields.get(goal.field or "")
            yield Item(
                ident=_ident("ziel", goal.id),
                title=f"„{goal.text}“",
                lines=(field.title if field else "Allgemeines Ziel, keinem Handlungsfeld zugeordnet.",),
                exhibits=exhibits_of(report, goal.sources, link),
            )


def funding(report: Report, one: FundingPeriod, link: Link) -> Item:
    """A period in which a programme paid."""
    funder = f"Geber: {actor_name(report, one.funder)}" if one.funder else ""
    facts = (dates.span(one.start, one.end), measures.money(one.amount, one.currency), funder)
    lines = (", ".join(filter(None, facts)), measures.sentence(one.text) if one.text else "", one.note or "")
    return Item(
        ident=_ident("foerderung", one.id, one.title),
        title=one.title,
        lines=tuple(filter(None, lines)),
        exhibits=exhibits(report, one.evidence, link),
    )


def changes_in_time(report: Report) -> list[ResponsibilityChange]:
    """The changes of responsibility, the undated last."""
    return sorted(report.responsibility_changes, key=lambda c: c.when.first if c.when else date.max)


def change(report: Report, one: ResponsibilityChange, link: Link) -> Item:
    """A task that passed from one body to another."""
    way = " → ".join(filter(None, (actor_name(report, one.before), actor_name(report, one.after))))
    when = measures.dated(one.when, one.date_kind)
    lines = (
        f"{when}: {way}" if way else when,
        measures.sentence(one.text) if one.text else "",
        one.note or "",
    )
    return Item(
        ident=_ident("wechsel", one.id, one.task),
        title=one.task,
        lines=tuple(filter(None, lines)),
        exhibits=exhibits(report, one.evidence, link),
        label="erschlossen" if one.assignment == "erschlossen" else None,
    )


def published(report: Report, one: PublishedReport, link: Link) -> Item:
    """A report, with the board of its day."""
    has_board = one.when is not None and one.when.last <= report.day
    span = f"Zeitraum: {one.span}" if one.span else ""
    facts = (REPORT_KINDS[one.kind], measures.dated(one.when, one.date_kind), span)
    return Item(
        ident=_ident("bericht", one.id),
        title=one.title,
        lines=tuple(filter(None, (", ".join(filter(None, facts)), one.note))),
        exhibits=exhibits_of(report, one.sources, link),
        url=link(board_path(one.when.last)) if has_board and one.when else None,
    )


def _ident(kind: str, ident: str | None, title: str = "") -> str:
    """An address within the page; ids are unique within their kind only, and optional."""
    return f"{kind}-{ident or slug(title)}"
