"""The start page: the situation in a few sentences, the strategy's board, what was reported last, ways in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment.record.events import events
from lagebild.findings import TargetFinding
from lagebild.model import Indicator, Measure, Report, StatusEntry
from lagebild.pages._board_table import BoardTable, board_table
from lagebild.pages._key_sentence import KeySentence, key_sentence
from lagebild.pages._until_when import UntilWhen, until_when
from lagebild.pages.page import Link, Page, Templates, linker
from lagebild.wording import dates, figures, measures, territories

PATH = ""
NEWEST_REPORTS = 4
"""As many as are read at a glance; all others stand on the page of changes."""
_SENTENCES = ("", "einem Satz", "zwei Sätzen", "drei Sätzen", "vier Sätzen", "fünf Sätzen", "sechs Sätzen")
Part = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartView:
    """What the start page shows."""

    title: str
    lead: str
    until_when: UntilWhen | None
    situation_title: str
    key_sentences: tuple[KeySentence, ...]
    board: BoardTable
    fields_known: bool
    ratings: tuple[Part, ...]
    ratings_note: str
    newest: tuple[Part, ...]
    questions: tuple[Part, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one start page."""
    view = start_view(assessed, linker(PATH))
    yield Page(
        path=PATH,
        title=assessed.report.site.title,
        html=Templates().fill("start.html.jinja", PATH, view=view),
        section=PATH,
        description=view.lead,
        edit="data/seite.yaml",
        figures=tuple(one.figure for one in view.key_sentences if one.figure),
    )


def start_view(assessed: Assessed, link: Link) -> StartView:
    """Everything on the start page, worded and linked."""
    report = assessed.report
    where = territories.within(report.territories[report.site.main_territory])
    sentences = tuple(
        key_sentence(report, report.indicators[ident], assessed.indicators[ident], link)
        for ident in report.site.key_indicators
        if ident in report.indicators
    )
    return StartView(
        title=f"Armut {where}: die Lage, die Beschlüsse und was daraus wurde",
        lead=_lead(report, where),
        until_when=until_when(assessed),
        situation_title=_situation_title(len(sentences)),
        key_sentences=sentences,
        board=board_table(report, assessed.board, link),
        fields_known=bool(report.fields),
        ratings=tuple(_ratings(assessed)),
        ratings_note=_ratings_note(assessed),
        newest=tuple(_newest(report, link)),
        questions=tuple(_questions(report, link)),
    )


def _lead(report: Report, where: str) -> str:
    said = f"Diese Seite stellt zusammen, was öffentliche Quellen über Armut {where}"
    said += " und über die Strategie dagegen belegen. " if report.measures else " belegen. "
    whole = "Sie ist kein vollständiges Verzeichnis." if not report.measures else (
        "Sie ist kein vollständiges Verzeichnis der Maßnahmen."
    )  # fmt: skip
    _, _, not_offered = (report.site.banner or "").partition(". ")
    return f"{said}{whole} {not_offered}".strip()


def _situation_title(number: int) -> str:
    return f"Die Lage in {_SENTENCES[number]}" if 0 < number < len(_SENTENCES) else "Die Lage"


def _ratings(assessed: Assessed) -> Iterator[Part]:
    """How often each rating was given; an indicator without a decided target cannot be rated."""
    found = [
        pair
        for f in assessed.indicators.values()
        for pair in _rated(assessed.report.indicators[f.indicator], f.targets)
    ]
    for code, word in sorted(set(found), key=lambda pair: (_CODES.index(pair[0]), pair[1])):
        yield {"code": code, "wort": word, "anzahl": measures.of(found.count((code, word)), len(found))}


_CODES = ("sonne", "leicht-bewoelkt", "bewoelkt", "gewitter", "nicht-bewertbar")


def _rated(indicator: Indicator, targets: Sequence[TargetFinding]) -> list[tuple[str, str]]:
    """Symbol and word: the same symbol means another thing for a target that is met."""
    rated = [(t.rating, figures.rating_explained(indicator, t)) for t in targets]
    return rated or [("nicht-bewertbar", figures.rating_word("nicht-bewertbar"))]


def _ratings_note(assessed: Assessed) -> str:
    whole = len(assessed.indicators)
    aimed = sum(bool(f.targets) for f in assessed.indicators.values())
    if not aimed:
        return (
            "Ein messbares Ziel mit Wert und Jahr nennt zu diesen Zahlen keine Quelle. Deshalb lässt sich "
            "nicht bewerten, ob Ziele erreicht werden."
        )
    verb = "hat" if aimed == 1 else "haben"
    aims = f"Ein messbares Ziel {verb} {measures.of(aimed, whole)} Zahlenreihen"
    return f"{aims}; die übrigen sind nicht bewertbar." if aimed < whole else f"{aims}."


def _newest(report: Report, link: Link) -> Iterator[Part]:
    """The latest evidenced report of each measure, the newest ones."""
    found = [(entry, measure) for measure in report.measures.values() if (entry := _latest(report, measure))]
    found.sort(key=_first_day, reverse=True)
    yield from (_report(report, entry, measure, link) for entry, measure in found[:NEWEST_REPORTS])


def _latest(report: Report, measure: Measure) -> StatusEntry | None:
    proven = [
        entry
        for entry in events(measure)
        if entry.when and entry.evidence and entry.certainty == "belegt" and entry.when.first <= report.day
    ]
    return max(proven, key=lambda entry: _first_day((entry, measure)), default=None)


def _first_day(pair: tuple[StatusEntry, Measure]) -> date:
    """A partial date counts from its first day: it proves no later one."""
    return pair[0].when.first if pair[0].when else date.min


def _report(report: Report, entry: StatusEntry, measure: Measure, link: Link) -> Part:
    source = report.sources.get(entry.evidence[0].source)
    return {
        "datum": dates.when(entry.when) if entry.when else "",
        "art": measures.DATE_KINDS[entry.date_kind],
        "titel": measure.title,
        "url": link(f"massnahmen/{measure.id}/#meldung-{entry.number}"),
        "text": measures.sentence(entry.text),
        "quelle": ", ".join(filter(None, (source.kind, source.publisher))) if source else "",
    }


def _questions(report: Report, link: Link) -> Iterator[Part]:
    """The questions of the key indicators, then those that every reader brings along."""
    for ident in report.site.key_indicators:
        indicator = report.indicators.get(ident)
        if indicator and indicator.question:
            yield {"titel": indicator.question, "url": link(f"indikatoren/{ident}/")}
    name = territories.nominative(report.territories[report.site.main_territory])
    for title, path in (
        ("Wird es besser oder schlechter?", "indikatoren/"),
        (f"Wie steht {name} im Vergleich da?", f"gebiete/{report.site.main_territory}/"),
        ("Was wurde beschlossen?", "strategie/"),
        ("Was davon wurde umgesetzt?", "massnahmen/"),
        ("Wer ist heute zuständig?", "akteure/"),
        ("Woher kommen die Zahlen?", "daten/quellen/"),
        ("Was fehlt?", "ueber/fehlt/"),
        ("Wo finde ich die Daten?", "daten/"),
    ):
        yield {"titel": title, "url": link(path)}
