"""The board of every day that has one, at an address of its own: each published report, each year's end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment import board as boards
from lagebild.assessment.board import Denominator
from lagebild.model import Report
from lagebild.pages._board_table import BOARDS_PATH, BoardTable, board_path, board_table
from lagebild.pages._related import measure_rows
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import dates, measures
from lagebild.wording.numbers import NBSP

SECTION = "strategie/"
_STRATEGY = Crumb(title="Strategie", path=SECTION)
Part = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """What the page of one day shows."""

    title: str
    lead: str
    occasion: str
    table: BoardTable
    denominator: str
    added: tuple[Part, ...]
    removed: tuple[Part, ...]
    measures: tuple[list[Part], ...]
    links: tuple[Part, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """One page for each day, and the list of the days."""
    templates = Templates()
    history = boards.denominators(assessed.report, assessed.boards)
    yield _index(assessed, history, templates)
    for place, counted in enumerate(history):
        path = board_path(counted.day)
        before = history[place - 1] if place else None
        view = board_view(assessed, counted, before, linker(path))
        yield Page(
            path=path,
            title=view.title,
            html=templates.fill("board.html.jinja", path, view=view),
            section=SECTION,
            description=view.table.sentence,
            crumbs=(_STRATEGY, Crumb(title="Stand an einem Tag", path=BOARDS_PATH)),
        )


def _index(assessed: Assessed, history: tuple[Denominator, ...], templates: Templates) -> Page:
    link = linker(BOARDS_PATH)
    rows = [_index_row(assessed, counted, link) for counted in reversed(history)]
    return Page(
        path=BOARDS_PATH,
        title="Stand an einem Tag",
        html=templates.fill("board_index.html.jinja", BOARDS_PATH, rows=rows, columns=_COLUMNS),
        section=SECTION,
        description="Wie viele Maßnahmen an jedem Jahresende und zu jedem Bericht in welchem Stand waren.",
        crumbs=(_STRATEGY,),
    )


_COLUMNS = (
    "Tag", "Maßnahmen", "Anlass", "Neu", "In Umsetzung", "Stand unklar", "Abgeschlossen",
)  # fmt: skip


def _index_row(assessed: Assessed, counted: Denominator, link: Link) -> list[Part]:
    board = assessed.boards[counted.day]

    def share(code: str) -> Part:
        said = measures.of(board.by_class[code], board.total).replace(" ", NBSP)
        return {"text": said, "wert": board.by_class[code]}

    day = counted.day.isoformat()
    return [
        {"text": dates.day(counted.day), "url": link(board_path(counted.day)), "wert": day},
        {"text": str(counted.total), "wert": counted.total},
        {"text": occasion(assessed.report, counted.day)},
        {"text": f"+{len(counted.added)}" if counted.added else "–", "wert": len(counted.added)},
        share("in-umsetzung"),
        share("stand-unklar"),
        share("abgeschlossen"),
    ]


def occasion(report: Report, day: date) -> str:
    """Why a day has a board: the reports published on it, the year's end, or today."""
    titles = [r.title for r in report.reports.values() if r.when and r.when.last == day]
    if day == report.day:
        titles.append("Stand der Daten")
    elif (day.month, day.day) == (12, 31):
        titles.append("Jahresende")
    return "; ".join(titles)


def board_view(assessed: Assessed, counted: Denominator, before: Denominator | None, link: Link) -> BoardView:
    """The board of a day with how its number came about."""
    report, board = assessed.report, assessed.boards[counted.day]
    return BoardView(
        title=f"Stand am {dates.day(counted.day)}",
        lead="Berechnet aus den Meldungen, die bis zu diesem Tag datiert sind, wie sie heute bekannt sind.",
        occasion=occasion(report, counted.day),
        table=board_table(report, board, link),
        denominator=_denominator(counted, before),
        added=_titles(assessed, counted.added, link),
        removed=_titles(assessed, (*counted.merged, *counted.removed), link),
        measures=tuple(_listed(assessed, counted.day, link)),
        links=tuple(_links(counted, before, link)),
    )


def _denominator(counted: Denominator, before: Denominator | None) -> str:
    """`34 Maßnahmen, 2 mehr als am 31. Dezember 2024.`"""
    said = measures.counted(counted.total, "Maßnahme", "Maßnahmen")
    if before is None:
        return f"{said}. Es ist die erste Übersicht."
    difference = counted.total - before.total
    day = dates.day(before.day)
    if not difference:
        return f"{said}, so viele wie am {day}."
    return f"{said}, {abs(difference)} {'mehr' if difference > 0 else 'weniger'} als am {day}."


def _titles(assessed: Assessed, idents: tuple[str, ...], link: Link) -> tuple[Part, ...]:
    rows = measure_rows(assessed, (assessed.report.measures[i] for i in idents), link)
    return tuple({"titel": row["titel"], "url": row["url"]} for row in rows)


def _listed(assessed: Assessed, day: date, link: Link) -> Iterator[list[Part]]:
    report = assessed.report
    states = boards.headline(report, assessed.boards[day].states)
    for ident in sorted(states, key=lambda i: report.measures[i].title.lower()):
        state, measure = states[ident], report.measures[ident]
        last = state.last_reported
        yield [
            {"text": measure.title, "url": link(f"massnahmen/{ident}/")},
            {"text": measures.BOARD_CLASSES[state.board_class], "phase": state.board_class},
            {"text": measures.last_reported(last) if last else "", "wert": _day_of(last)},
            {"text": measures.SCHEDULES[state.schedule.result]},
            {"text": measures.TIES[measure.tie]},
        ]


def _day_of(entry: Any) -> str:
    return entry.when.last.isoformat() if entry and entry.when else ""


def _links(counted: Denominator, before: Denominator | None, link: Link) -> Iterator[Part]:
    yield {"titel": "Alle Tage", "url": link(BOARDS_PATH)}
    if before:
        yield {"titel": f"Davor: {dates.day(before.day)}", "url": link(board_path(before.day))}
    yield {"titel": "Daten (JSON)", "url": link(f"daten/stand/{counted.day.isoformat()}.json")}
