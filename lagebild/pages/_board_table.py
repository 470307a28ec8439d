"""The board as pages show it: fields by classes, every measure once in the last row, ties to the strategy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.assessment.board import NO_FIELD, SCHEDULE_CLASSES, headline
from lagebild.findings import BOARD_CLASSES, Board
from lagebild.model import STRATEGY_TIES, Report
from lagebild.pages._catalogue import catalogue_sentence
from lagebild.pages.page import Link
from lagebild.wording import dates, measures

BOARDS_PATH = "strategie/stand/"
Part = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTable:
    """What the macros `tafel` and `bindung` draw, and the sentences around them."""

    title: str
    sentence: str
    catalogue: str
    phases: tuple[Part, ...]
    fields: tuple[Part, ...]
    total: Part
    notes: str
    tie_title: str
    ties: tuple[Part, ...]
    schedule_columns: tuple[str, ...]
    schedules: tuple[list[Part], ...]
    """Fields by the schedule classes that occur, then every measure once: always with the denominator."""


def board_path(day: date) -> str:
    """The address of a day's board."""
    return f"{BOARDS_PATH}{day.isoformat()}/"


def board_table(report: Report, board: Board, link: Link) -> BoardTable:
    """A board, worded and linked."""
    shown = [c for c in BOARD_CLASSES if board.by_class[c]]
    planned = [c for c in SCHEDULE_CLASSES if board.by_schedule[c]]
    return BoardTable(
        title=f"Maßnahmen nach Handlungsfeld und Stand am {dates.day(board.day)}",
        sentence=_sentence(board),
        catalogue=catalogue_sentence(report),
        phases=tuple(
            {"code": c, "wort": measures.BOARD_CLASSES[c], "erklaerung": measures.BOARD_EXPLANATIONS[c]}
            for c in shown
        ),
        fields=tuple(_row(report, board, field, shown, link) for field in _fields(board)),
        total={"anzahl": board.total, "zahlen": [board.by_class[c] for c in shown]},
        notes=_notes(report, board, shown),
        tie_title=f"Wie fest gehören die {board.total} zur Strategie?",
        ties=tuple(
            {"code": t, "anzahl": board.by_tie[t], "text": measures.TIES_COUNTED[t]} for t in STRATEGY_TIES
        ),
        schedule_columns=("Handlungsfeld", *(measures.SCHEDULES[c] for c in planned), *_rating_column(board)),
        schedules=tuple(_schedules(report, board, planned, link)),
    )


def _fields(board: Board) -> list[str]:
    return [field for field in board.by_field if field != NO_FIELD or board.field_totals[field]]


def _row(report: Report, board: Board, field: str, shown: list[str], link: Link) -> Part:
    known = report.fields.get(field)
    return {
        "titel": known.title if known else "ohne Handlungsfeld",
        "url": link(f"handlungsfelder/{field}/") if known else link("massnahmen/"),
        "anzahl": board.field_totals[field],
        "zahlen": [board.by_field[field][c] for c in shown],
    }


def _schedules(report: Report, board: Board, planned: list[str], link: Link) -> Iterator[list[Part]]:
    if not board.total:
        return
    states = headline(report, board.states)
    for field in _fields(board):
        known = report.fields.get(field)
        own = [s for i, s in states.items() if field in (report.measures[i].fields or (NO_FIELD,))]
        counts = [sum(s.schedule.result == c for s in own) for c in planned]
        yield [
            {"text": known.title, "url": link(f"handlungsfelder/{field}/")} if known else _FIELDLESS,
            *(_share(number, len(own)) for number in counts),
            *_rating_cell(board, field),
        ]
    yield [
        {"text": "Alle Maßnahmen, jede einmal gezählt", "url": None},
        *(_share(board.by_schedule[c], board.total) for c in planned),
        *({"text": ""} for _ in _rating_column(board)),
    ]


_FIELDLESS: Part = {"text": "ohne Handlungsfeld", "url": None}


def _share(number: int, whole: int) -> Part:
    return {"text": measures.of(number, whole) if number else "–", "wert": number}


def _rating_column(board: Board) -> tuple[str, ...]:
    """Only the board of the report's day knows ratings: earlier ones are not computed anew."""
    return ("Zahlen ohne bewertbares Ziel",) if board.ratings else ()


def _rating_cell(board: Board, field: str) -> Iterator[Part]:
    if board.ratings:
        ratings = board.ratings.get(field, {})
        yield _share(ratings.get("nicht-bewertbar", 0), sum(ratings.values()))


def _sentence(board: Board) -> str:
    """How many run, how many are unclear, how many are done: always of how many."""
    if not board.total:
        return "An diesem Tag war noch keine Maßnahme gemeldet."
    counts = board.by_class
    said = [f"Von {measures.counted(board.total, 'erfassten Maßnahme', 'erfassten Maßnahmen')} "]
    said.append(_running(counts["in-umsetzung"]))
    done = counts["abgeschlossen"]
    said.append(f", {_done(done)}." if done else ".")
    if counts["stand-unklar"]:
        said.append(f" {_unclear(counts['stand-unklar'])}")
    return "".join(said)


def _running(number: int) -> str:
    if number == 0:
        return "ist nach neueren Meldungen keine in Umsetzung"
    return f"{'ist eine' if number == 1 else f'sind {number}'} nach neueren Meldungen in Umsetzung"


def _done(number: int) -> str:
    return f"{'eine ist' if number == 1 else f'{number} sind'} mit Beleg abgeschlossen"


def _unclear(number: int) -> str:
    if number == 1:
        return "Bei einer ist die letzte Meldung älter als zwei Jahre: Ihr Stand ist unklar."
    return f"Bei {number} ist die letzte Meldung älter als zwei Jahre: Ihr Stand ist unklar."


def _notes(report: Report, board: Board, shown: list[str]) -> str:
    said = ["Eine Maßnahme kann zu mehreren Handlungsfeldern gehören; die Zeilen ergeben nicht die Summe."]
    counted = [report.measures[i] for i in board.states if report.measures[i].kind == "massnahme"]
    own = sum(m.assignment == "erschlossen" for m in counted)
    if own:
        which = "allen" if own == len(counted) else measures.of(own, len(counted))
        assigned = f"Die Zuordnung zu den Feldern ist bei {which} eine eigene"
        said.append(f"{assigned} und stammt nicht aus einer Quelle.")
    absent = [measures.BOARD_CLASSES[c] for c in BOARD_CLASSES if c not in shown]
    if absent:
        when = "Zurzeit" if board.day == report.day else "An diesem Tag"
        said.append(f"{when} ohne Eintrag: {', '.join(absent)}.")
    return " ".join(said)
