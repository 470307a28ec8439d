"""The strategy: its board, decisions, milestones, goals, money, responsibilities and reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment import board as boards
from lagebild.assessment import evidence
from lagebild.charts import milestones as milestone_chart
from lagebild.model import (
    Report,
    StrategyMilestone,
    When,
)
from lagebild.pages._actor_name import actor_name
from lagebild.pages._board_table import BOARDS_PATH, BoardTable, board_path, board_table
from lagebild.pages._catalogue import strategy_decision
from lagebild.pages._strategy_items import Item, change, changes_in_time, funding, goals, milestone, published
from lagebild.pages.page import Figure, Link, Page, Templates, linker
from lagebild.wording import dates, measures

PATH = "strategie/"
NEWEST = 6
"""Decisions shown here; a page of their own has all of them."""
Part = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyView:
    """What the page shows."""

    lead: str
    key_facts: tuple[Part, ...]
    board: BoardTable
    board_links: tuple[Part, ...]
    denominator: str
    decisions: tuple[Part, ...]
    """The newest; all have a page of their own."""
    all_decisions: str
    milestones: tuple[Item, ...]
    milestone_rows: tuple[list[Part], ...]
    milestone_figure: Figure | None
    goals: tuple[Item, ...]
    goal_gap: str
    funding: tuple[Item, ...]
    changes: tuple[Item, ...]
    reports: tuple[Item, ...]
    proof_lead: str
    proof: tuple[list[Part], ...]
    more: tuple[Part, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The page of the strategy."""
    view = strategy_view(assessed, linker(PATH))
    yield Page(
        path=PATH,
        title="Strategie",
        html=Templates().fill("strategy.html.jinja", PATH, view=view),
        section=PATH,
        description=view.lead,
        figures=(view.milestone_figure,) if view.milestone_figure else (),
    )


def strategy_view(assessed: Assessed, link: Link) -> StrategyView:
    """Everything about the strategy, worded and linked."""
    report = assessed.report
    return StrategyView(
        lead=_lead(report),
        key_facts=tuple(_key_facts(report, assessed)),
        board=board_table(report, assessed.board, link),
        board_links=tuple(_board_links(assessed, link)),
        denominator=_denominator(report),
        decisions=tuple(islice(_decisions(report, link), NEWEST)),
        all_decisions=f"Alle {len(report.decisions)} mit Quellen",
        milestones=tuple(milestone(report, m, link) for m in report.milestones),
        milestone_rows=tuple(_milestone_row(m) for m in report.milestones),
        milestone_figure=_milestone_figure(report),
        goals=tuple(goals(report, link)),
        goal_gap=_goal_gap(report),
        funding=tuple(funding(report, one, link) for one in report.funding_periods),
        changes=tuple(change(report, one, link) for one in changes_in_time(report)),
        reports=tuple(published(report, one, link) for one in report.reports.values()),
        proof_lead=_proof_lead(report),
        proof=tuple(_proof(report)),
        more=tuple(_more(report, link)),
    )


def _lead(report: Report) -> str:
    years = sorted({d.when.first.year for d in report.decisions.values() if d.when})
    span = f" von {years[0]} bis {years[-1]}" if len(years) > 1 else ""
    decided = measures.counted(len(report.decisions), "Beschluss", "Beschlüsse")
    return f"{decided}{span}, was geplant war und was davon zu finden ist."


def _key_facts(report: Report, assessed: Assessed) -> Iterator[Part]:
    dated = [d for d in report.decisions.values() if d.when]
    last = max(dated, key=lambda d: d.when.last, default=None)  # type: ignore[union-attr]
    yield {"name": "Beschlüsse", "wert": str(len(report.decisions)),
           "zusatz": f"zuletzt {measures.at(last.when)}" if last else ""}  # fmt: skip
    reached = sum(m.actual is not None for m in report.milestones)
    milestones = measures.of(reached, len(report.milestones))
    yield {"name": "Meilensteine erreicht", "wert": milestones, "wort": True,
           "zusatz": "einzelne nur zum Teil, siehe unten" if reached else ""}  # fmt: skip
    published = sum(bool(g.text) for g in report.goals.values())
    unpublished = len(report.goals) - published
    gap = f"bei {'einem' if unpublished == 1 else unpublished} weiteren nicht gefunden" if unpublished else ""
    yield {"name": "Ziele mit Wortlaut", "wert": str(published), "zusatz": gap}
    yield {"name": "Maßnahmen in Umsetzung", "wort": True,
           "wert": measures.of(assessed.board.by_class["in-umsetzung"], assessed.board.total),
           "zusatz": f"Stand unklar bei {assessed.board.by_class['stand-unklar']}"}  # fmt: skip


def _board_links(assessed: Assessed, link: Link) -> Iterator[Part]:
    yield {"titel": "Diese Übersicht für sich", "url": link(board_path(assessed.report.day))}
    yield {"titel": "Stand an anderen Tagen", "url": link(BOARDS_PATH)}
    yield {"titel": "Alle Maßnahmen", "url": link("massnahmen/")}


def _denominator(report: Report) -> str:
    """What happened to the number of measures since the decision, so that no share hides a changed whole."""
    decision = strategy_decision(report)
    if decision is None or decision.when is None:
        return ""
    day = decision.when.last
    before, since = boards.denominators(report, (day, report.day))
    told = [
        f"{len(since.added)} kamen hinzu",
        f"{len(since.merged) or 'keine'} wurde{'n' if len(since.merged) > 1 else ''} zusammengelegt",
        f"{len(since.removed) or 'keine'} fiel{'en' if len(since.removed) > 1 else ''} weg",
    ]
    reported = measures.counted(before.total, "Maßnahme", "Maßnahmen")
    return f"Am Tag des Beschlusses ({dates.day(day)}) waren {reported} gemeldet. Seither: {', '.join(told)}."


def _decisions(report: Report, link: Link) -> Iterator[Part]:
    """Newest first; the undated last."""
    ordered = sorted(
        report.decisions.values(), key=lambda d: d.when.last if d.when else date.min, reverse=True
    )
    for one in ordered:
        body = actor_name(report, one.body)
        said = ", ".join(filter(None, (f"Vorlage {one.paper}" if one.paper else "", one.result, one.votes)))
        yield {
            "datum": dates.when(one.when) if one.when else "ohne Datum",
            "art": measures.DATE_KINDS[one.date_kind] if one.date_kind else "",
            "titel": one.subject,
            "url": link(f"strategie/beschluesse/#{one.id}"),
            "text": said or "Ergebnis nicht gefunden",
            "quelle": body,
        }


def _milestone_row(one: StrategyMilestone) -> list[Part]:
    return [
        {"text": one.title or one.planned_text or ""},
        {"text": _dated(one.planned)},
        {"text": _dated(one.actual)},
        {"text": milestone_chart.delay(one.planned, one.actual)},
    ]


def _dated(when: When | None) -> str:
    return dates.when(when) if when else "nicht bekannt"


def _milestone_figure(report: Report) -> Figure | None:
    marks = milestone_chart.marks(report.milestones)
    if not marks:
        return None
    return Figure(
        ident="meilensteine",
        wide=milestone_chart.spec(marks, milestone_chart.SIZES.wide),
        narrow=milestone_chart.spec(marks, milestone_chart.SIZES.narrow),
        title="Meilensteine: geplant und erreicht",
        description=" ".join(f"{m.name}: {m.words}." for m in marks),
    )


def _goal_gap(report: Report) -> str:
    """The plain statement about goals that were decided but cannot be read."""
    missing = [g for g in report.goals.values() if not g.text]
    notes = dict.fromkeys(g.note for g in missing if g.note)
    fields = [report.fields[g.field].title for g in missing if g.field and g.field in report.fields]
    return " ".join([*notes, f"Betroffen sind: {', '.join(fields)}." if fields else ""]).strip()


def _proof_lead(report: Report) -> str:
    """The share of evidenced entries of all measures, instruments, programmes and bodies."""
    share = evidence.share_in_total(report)
    return f"{measures.of(share.part, share.whole)} Meldungen zu allen Einträgen nennen einen Beleg."


def _proof(report: Report) -> Iterator[list[Part]]:
    for kind, number in evidence.kinds_in_total(report).items():
        if number:
            yield [{"text": measures.EVIDENCE_KINDS[kind]}, {"text": str(number), "wert": number}]


def _more(report: Report, link: Link) -> Iterator[Part]:
    yield {"titel": f"Alle {len(report.decisions)} Beschlüsse", "url": link("strategie/beschluesse/")}
    yield {"titel": f"Alle {len(report.events)} Ereignisse", "url": link("strategie/ereignisse/")}
    yield {
        "titel": f"Wo Quellen sich widersprechen ({len(report.conflicts)})",
        "url": link("strategie/konflikte/"),
    }
    yield {"titel": "Widersprüche in den Daten", "url": link("strategie/widersprueche/")}
    yield {"titel": f"Akteure ({len(report.actors)})", "url": link("akteure/")}
    yield {"titel": "Was fehlt", "url": link("ueber/fehlt/")}
