"""A measure's history as its page tells it, and the notices above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lagebild.assessment import responsibility
from lagebild.assessment.measure import Told
from lagebild.assessment.record.status import PHASES
from lagebild.assessment.responsibility import Lapse
from lagebild.findings import MeasureState
from lagebild.model import Measure, Report
from lagebild.pages._actor_name import actor_name
from lagebild.pages._doors import CONTACT
from lagebild.pages._exhibit import exhibits
from lagebild.pages.page import Link
from lagebild.wording import dates, measures

Part = dict[str, Any]


def notices(report: Report, measure: Measure, state: MeasureState, lapses: Sequence[Lapse]) -> Iterator[Part]:
    """What must be known before reading on: age, missing dates or evidence, open responsibility."""
    last = state.last_reported
    if state.unclear and last and last.when:
        silence = measures.silence(last.when.last, report.day)
        text = f"Zuletzt gemeldet: {measures.last_reported(last)}. {silence}"
        yield _notice("unklar", "Stand unklar", text)
    if state.phase is None:
        text = "Keine Meldung nennt ein Datum. Deshalb ist offen, ob der gemeldete Stand noch gilt."
        yield _notice("unklar", "Ohne Datum", text)
    if state.phase and state.unevidenced:
        text = "Der gemeldete Stand ist nicht belegt und zählt nicht als erreicht."
        yield _notice("unklar", "Ohne Beleg", text)
    if state.repeal_requested:
        text = "Wie darüber entschieden wurde, ist in den ausgewerteten Quellen nicht zu finden."
        yield _notice("unklar", "Aufhebung beantragt", text)
    yield from (_open_responsibility(report, measure, lapse) for lapse in lapses)
    if measure.successor and measure.successor in report.measures:
        title = report.measures[measure.successor].title
        yield _notice("sand", "Aufgegangen.", f"Weitergeführt unter: {title}.")


def _notice(kind: str, head: str, text: str) -> Part:
    return {"art": kind, "kopf": head, "text": text}


def _open_responsibility(report: Report, measure: Measure, lapse: Lapse) -> Part:
    last = lapse.responsibility or responsibility.timeline(measure)[-1].responsibility
    span = f" ({dates.span(last.start, last.end)})" if last.start or last.end else ""
    text = f"Zuletzt zuständig: {actor_name(report, last.actor)}{span}. "
    text += "Wer seither zuständig ist, nennt keine ausgewertete Quelle."
    return _notice("unklar", "Zuständigkeit offen", text)


def history(report: Report, told: Sequence[Told], state: MeasureState, link: Link) -> Iterator[Part]:
    """Every report, newest first; before them since when nothing is known."""
    last = state.last_reported
    if state.unclear and last and last.when:
        yield {
            "nummer": None, "datum": measures.since(last.when.last), "art": "", "phase": "stand-unklar",
            "wort": "keine Meldung gefunden", "text": "Wie es heute steht, belegt keine ausgewertete Quelle.",
            "url": link(f"{CONTACT}#beleg"), "link": "Beleg nachreichen", "sicherheit": None, "belege": (),
            "wortlaut": None, "anmerkungen": (), "ersetzt_durch": None,
        }  # fmt: skip
    for one in reversed(told):
        yield _reported(report, one, link)


def _reported(report: Report, told: Told, link: Link) -> Part:
    entry = told.entry
    return {
        "nummer": entry.number,
        "datum": dates.when(entry.when) if entry.when else "ohne Datum",
        "art": measures.DATE_KINDS[entry.date_kind],
        "phase": PHASES[entry.status],
        "wort": measures.STATUSES[entry.status],
        "text": measures.sentence(entry.text),
        "url": None,
        "sicherheit": _certainty(entry.certainty, bool(entry.evidence)),
        "belege": exhibits(report, entry.evidence, link),
        "wortlaut": entry.wording,
        "anmerkungen": tuple(_remarks(told)),
        "ersetzt_durch": told.corrected_by.number if told.corrected_by else None,
    }


def _certainty(stated: str, evidenced: bool) -> Part:
    if not evidenced:
        return {"art": "unsicher", "wort": "nicht belegt"}
    return (
        {"art": "belegt", "wort": "belegt"} if stated == "belegt" else {"art": "unsicher", "wort": "unsicher"}
    )


def _remarks(told: Told) -> Iterator[str]:
    entry = told.entry
    if entry.reason:
        yield f"Grund: {measures.sentence(entry.reason)}"
    if entry.corrects is not None:
        yield f"Berichtigt Meldung {entry.corrects}."
    if entry.evidence and entry.checked is None:
        yield "Nicht am Text der Quelle gegengelesen."
