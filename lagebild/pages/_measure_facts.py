"""What is known of a measure besides its history: the key facts and the side column of its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lagebild.assessment import evidence, responsibility
from lagebild.assessment.record.events import events
from lagebild.findings import MeasureState
from lagebild.model import Funding, Measure, Report, Responsibility
from lagebild.pages._actor_name import actor_name
from lagebild.pages._exhibit import SOURCES_PATH
from lagebild.pages.page import Link
from lagebild.wording import dates, measures

Part = dict[str, Any]
"""What a shared macro takes: its German keys stand in the macro's file."""


def key_facts(report: Report, measure: Measure, state: MeasureState) -> Iterator[Part]:
    """Where it stands since when, plan, last report, who is responsible, tie to the strategy."""
    yield _standing(measure, state)
    finding = state.schedule
    others = [plan for plan in measure.plan_dates if plan.kind == "zwischenziel"]
    yield {"name": "Termin", "wert": measures.SCHEDULES[finding.result], "wort": True,
           "zusatz": measures.schedule(finding, others)}  # fmt: skip
    last = state.last_reported
    if last:
        said = (measures.STATUSES[last.status], measures.DATE_KINDS[last.date_kind])
        yield {"name": "Letzte Meldung", "wort": True, "zusatz": ", ".join(filter(None, said)),
               "wert": dates.when(last.when) if last.when else "ohne Datum"}  # fmt: skip
    yield _key_responsible(report, responsibility.responsible_on(measure, report.day))
    word, explanation = measures.TIE_WORDS[measure.tie]
    yield {"name": "Bezug zur Strategie", "wert": word, "wort": True, "zusatz": explanation}


def _standing(measure: Measure, state: MeasureState) -> Part:
    """The board class; below it since when, or what was reported last where that is not known any more."""
    cell = {"name": "Stand", "wert": measures.BOARD_CLASSES[state.board_class], "wort": True}
    if state.phase is None:
        return cell | {"zusatz": "Keine Meldung nennt ein Datum."}
    if state.unclear:
        return cell | {"zusatz": f"nach der letzten Meldung: {measures.BOARD_CLASSES[state.phase]}"}
    begun = next((e.when for e in events(measure) if e.when and e.when.first == state.since), None)
    return cell | {"zusatz": f"seit {dates.when(begun)}" if begun else ""}


def _key_responsible(report: Report, holding: Sequence[Responsibility]) -> Part:
    if not holding:
        return {"name": "Zuständig", "wert": "nicht bekannt", "wort": True,
                "zusatz": "Für heute nennt keine ausgewertete Quelle eine Stelle."}  # fmt: skip
    names = [actor_name(report, one.actor) for one in holding]
    return {
        "name": "Zuständig", "wert": names[0], "wort": True,
        "zusatz": "; ".join(filter(None, (dates.span(holding[0].start, holding[0].end), *names[1:]))),
        "etikett": "eigene-zuordnung" if any(one.assignment == "erschlossen" for one in holding) else None,
    }  # fmt: skip


def responsible(report: Report, measure: Measure, link: Link) -> Iterator[Part]:
    """Who was responsible from when to when, and who takes part."""
    for term in responsibility.timeline(measure):
        one = term.responsibility
        label = "eigene-zuordnung" if one.assignment == "erschlossen" else None
        name = dates.span(one.start, one.end) or "ohne Zeitangabe"
        yield {"name": name, "werte": [_actor(report, one.actor, link) | {"etikett": label}]}
    if not measure.responsible:
        yield {"name": "Zuständig", "werte": [{"text": "keine Angabe gefunden"}]}
    if measure.partners:
        yield {"name": "Träger und Partner", "werte": [_actor(report, p, link) for p in measure.partners]}


def _actor(report: Report, ident: str, link: Link) -> Part:
    actor = report.actors.get(ident)
    return {"text": actor.name, "url": link(f"akteure/{ident}/")} if actor else {"text": ident}


def placing(report: Report, measure: Measure, link: Link) -> Iterator[Part]:
    """Fields, area, target groups, money."""
    fields = [report.fields[f] for f in measure.fields if f in report.fields]
    linked = [{"text": f.title, "url": link(f"handlungsfelder/{f.id}/")} for f in fields]
    yield {"name": "Handlungsfelder", "werte": linked or [{"text": "keinem zugeordnet"}]}
    yield from _goals(report, measure)
    areas = [report.territories[t] for t in measure.territories if t in report.territories]
    if areas:
        yield {"name": "Gebiet", "werte": [{"text": a.name, "url": link(f"gebiete/{a.id}/")} for a in areas]}
    if measure.target_groups:
        yield {"name": "Zielgruppe", "werte": [{"text": group} for group in measure.target_groups]}
    yield from _kin(report, measure, link)
    money = [_money(report, one, link) for one in measure.funding]
    yield {"name": "Geld", "werte": money or [{"text": "keine Angabe gefunden"}]}


def _kin(report: Report, measure: Measure, link: Link) -> Iterator[Part]:
    """What the measure was absorbed by or replaced with, and which measures it continues."""
    after = [m for m in report.measures.values() if m.id == measure.successor]
    before = [m for m in report.measures.values() if m.successor == measure.id]
    for name, kin in (("Weitergeführt unter", after), ("Setzt fort", before)):
        if kin:
            yield {
                "name": name,
                "werte": [{"text": m.title, "url": link(f"massnahmen/{m.id}/")} for m in kin],
            }


def _goals(report: Report, measure: Measure) -> Iterator[Part]:
    texts = [
        report.goals[g].text or "Ziel, dessen Wortlaut nicht gefunden ist"
        for g in measure.goals
        if g in report.goals
    ]
    if texts:
        yield {"name": "Ziele", "werte": [{"text": text} for text in texts]}


def _money(report: Report, one: Funding, link: Link) -> Part:
    amount = measures.money(one.amount, one.currency)
    year = dates.when(one.year) if one.year else ""
    funder = measures.FUNDERS.get(one.kind or "", one.kind or "")
    said = ", ".join(filter(None, (amount, one.text, year))) or "Höhe nicht bekannt"
    source = one.evidence and report.sources.get(one.evidence.source)
    text = f"{said} ({funder})" if funder else said
    return {"text": text, "url": link(f"{SOURCES_PATH}#{source.id}") if source else None}


def indicators(report: Report, measure: Measure, link: Link) -> Iterator[Part]:
    """Figures that fit the measure, each with the assumed direction and no claim of an effect."""
    for tie in measure.indicators:
        indicator = report.indicators.get(tie.id)
        if indicator:
            assumed = measures.DIRECTIONS[tie.direction] if tie.direction else ""
            text = " ".join(filter(None, (assumed, measures.INDICATOR_KINDS[indicator.kind])))
            yield {"titel": indicator.title, "url": link(f"indikatoren/{indicator.id}/"), "zusatz": text}


def proof(report: Report, measure: Measure, checked: int) -> Iterator[Part]:
    """How many reports are evidenced, sure and read against their source, and the kinds of evidence."""
    share = evidence.share_of(measure)
    yield {"name": "Meldungen mit Beleg", "werte": [{"text": measures.of(share.part, share.whole)}]}
    sure = sum(e.certainty == "belegt" for e in measure.history)
    yield {"name": "Davon sicher", "werte": [{"text": measures.of(sure, share.whole)}]}
    yield {"name": "Gegengelesen", "werte": [{"text": measures.of(checked, share.whole)}]}
    kinds = [x.kind for e in measure.history for x in evidence.exhibits(report, e)]
    found = [
        f"{measures.EVIDENCE_KINDS[kind]}: {kinds.count(kind)}" for kind in evidence.KINDS if kind in kinds
    ]
    if found:
        yield {"name": "Art der Belege", "werte": [{"text": text} for text in found]}
