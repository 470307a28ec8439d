"""The page of a measure: what was promised, what was reported, how we know, who is responsible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lagebild.assessed import Assessed
from lagebild.assessment import evidence, responsibility
from lagebild.assessment import measure as histories
from lagebild.assessment.measure import Told
from lagebild.assessment.record.events import events
from lagebild.assessment.record.status import PHASES
from lagebild.findings import MeasureState
from lagebild.model import Funding, Measure, Report, Responsibility
from lagebild.pages._dispute import Dispute, disputes_of
from lagebild.pages._exhibit import Exhibit, exhibit, exhibits
from lagebild.pages._time_band import TimeBand, time_band
from lagebild.pages.page import Link, Page, Templates, linker
from lagebild.wording import dates, measures, numbers

SECTION = "massnahmen/"
CONTACT = "ueber/kontakt/"
Part = dict[str, Any]
"""What a shared macro takes: its German keys stand in the macro's file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence with its evidence: a decision, an event, a context figure."""

    when: str
    text: str
    exhibits: tuple[Exhibit, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """What the page of a measure shows."""

    title: str
    kind: str
    lead: str
    notices: tuple[Part, ...]
    key_facts: tuple[Part, ...]
    band: TimeBand | None
    history: tuple[Part, ...]
    history_note: str
    decisions: tuple[Statement, ...]
    context: tuple[Statement, ...]
    disputes: tuple[Dispute, ...]
    note: str | None
    responsible: tuple[Part, ...]
    placing: tuple[Part, ...]
    own_placing: bool
    indicators: tuple[Part, ...]
    proof: tuple[Part, ...]
    links: tuple[Part, ...]


def pages(assessed: Assessed) -> Iterator[Page]:
    """One page for each measure, instrument, programme and body."""
    templates = Templates()
    for ident, measure in assessed.report.measures.items():
        path = f"{SECTION}{ident}/"
        view = measure_view(assessed.report, measure, assessed.states[ident], linker(path))
        yield Page(
            path=path,
            title=measure.title,
            html=templates.fill("measure.html.jinja", path, view=view),
            section=SECTION,
            description=view.lead,
            edit=measure.file,
            keywords=measure.target_groups,
        )


def measure_view(report: Report, measure: Measure, state: MeasureState, link: Link) -> MeasureView:
    """Everything about a measure, worded and linked."""
    told = histories.told(measure, report.day)
    checked = sum(e.checked is not None for e in measure.history)
    return MeasureView(
        title=measure.title,
        kind=measures.KINDS[measure.kind][0],
        lead=" ".join(
            filter(None, (measure.short and measures.sentence(measure.short), _lead(measure, state)))
        ),
        notices=tuple(_notices(report, measure, state)),
        key_facts=tuple(_key_facts(report, measure, state)),
        band=time_band(report, measure),
        history=tuple(_history(report, told, state, link)),
        history_note=f"{measures.counted(len(measure.history), 'Meldung', 'Meldungen')}"
        f"{', neueste zuerst' if len(measure.history) > 1 else ''}. {measures.checked(checked, len(measure.history))}",
        decisions=tuple(_decisions(report, measure, link)),
        context=tuple(_context(report, measure, link)),
        disputes=disputes_of(report, (measure.id,), link),
        note=measure.note,
        responsible=tuple(_responsible(report, measure, link)),
        placing=tuple(_placing(report, measure, link)),
        own_placing=measure.assignment == "erschlossen",
        indicators=tuple(_indicators(report, measure, link)),
        proof=tuple(_proof(report, measure, checked)),
        links=tuple(_links(measure, link)),
    )


def _lead(measure: Measure, state: MeasureState) -> str:
    return measures.lead(events(measure), state)


def _notices(report: Report, measure: Measure, state: MeasureState) -> Iterator[Part]:
    last = state.last_reported
    if state.unclear and last and last.when:
        text = f"Zuletzt gemeldet: {measures.last_reported(last)}. {measures.silence(last.when.last, report.day)}"
        yield {"art": "unklar", "kopf": "Stand unklar", "text": text}
    if state.phase is None:
        yield {"art": "unklar", "kopf": "Ohne Datum", "text": "Keine Meldung nennt ein Datum. Deshalb ist offen, "
               "ob der gemeldete Stand noch gilt."}  # fmt: skip
    if state.phase and state.unevidenced:
        yield {"art": "unklar", "kopf": "Ohne Beleg", "text": "Der gemeldete Stand ist nicht belegt und zählt nicht "
               "als erreicht."}  # fmt: skip
    if state.repeal_requested:
        yield {"art": "unklar", "kopf": "Aufhebung beantragt", "text": "Wie darüber entschieden wurde, ist in den "
               "ausgewerteten Quellen nicht zu finden."}  # fmt: skip
    yield from _notices_on_responsibility(report, measure)
    if measure.successor and measure.successor in report.measures:
        yield {"art": "sand", "kopf": "Aufgegangen.", "text": "Weitergeführt unter: "
               f"{report.measures[measure.successor].title}."}  # fmt: skip


def _notices_on_responsibility(report: Report, measure: Measure) -> Iterator[Part]:
    for lapse in responsibility.lapses(report, report.day):
        if lapse.measure == measure.id:
            last = lapse.responsibility or responsibility.timeline(measure)[-1].responsibility
            name = report.actors[last.actor].name if last.actor in report.actors else last.actor
            span = f" ({dates.span(last.start, last.end)})" if last.start or last.end else ""
            yield {
                "art": "sand",
                "kopf": "Zuständigkeit offen.",
                "text": f"Zuletzt zuständig: {name}{span}. Wer seither zuständig ist, nennt keine ausgewertete Quelle.",
            }


def _key_facts(report: Report, measure: Measure, state: MeasureState) -> Iterator[Part]:
    finding = state.schedule
    others = [plan for plan in measure.plan_dates if plan.kind == "zwischenziel"]
    yield {"name": "Termin", "wert": measures.SCHEDULES[finding.result], "wort": True,
           "zusatz": measures.schedule(finding, others)}  # fmt: skip
    last = state.last_reported
    if last:
        kind = measures.DATE_KINDS[last.date_kind]
        yield {"name": "Letzte Meldung", "wert": dates.when(last.when) if last.when else "ohne Datum", "wort": True,
               "zusatz": ", ".join(filter(None, (measures.STATUSES[last.status], kind)))}  # fmt: skip
    yield _key_responsible(report, responsibility.responsible_on(measure, report.day))
    word, explanation = measures.TIE_WORDS[measure.tie]
    yield {"name": "Bezug zur Strategie", "wert": word, "wort": True, "zusatz": explanation}


def _key_responsible(report: Report, holding: Sequence[Responsibility]) -> Part:
    if not holding:
        return {"name": "Zuständig", "wert": "nicht bekannt", "wort": True,
                "zusatz": "Für heute nennt keine ausgewertete Quelle eine Stelle."}  # fmt: skip
    names = [report.actors[one.actor].name if one.actor in report.actors else one.actor for one in holding]
    return {
        "name": "Zuständig", "wert": names[0], "wort": True,
        "zusatz": "; ".join(filter(None, (dates.span(holding[0].start, holding[0].end), *names[1:]))),
        "etikett": "erschlossen" if any(one.assignment == "erschlossen" for one in holding) else None,
    }  # fmt: skip


def _history(report: Report, told: Sequence[Told], state: MeasureState, link: Link) -> Iterator[Part]:
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


def _decisions(report: Report, measure: Measure, link: Link) -> Iterator[Statement]:
    for decision in report.decisions.values():
        if measure.id in decision.measures:
            body = report.actors[decision.body].name if decision.body in report.actors else ""
            paper = f"Vorlage {decision.paper}" if decision.paper else ""
            yield Statement(
                when=dates.when(decision.when) if decision.when else "ohne Datum",
                text=". ".join(filter(None, (decision.subject, ", ".join(filter(None, (body, paper))))))
                + (f": {decision.result}" if decision.result else ""),
                exhibits=exhibits(report, decision.evidence, link),
                note=measures.sentence(decision.note) if decision.note else None,
            )


def _context(report: Report, measure: Measure, link: Link) -> Iterator[Statement]:
    for figure in report.context:
        if measure.id in figure.belongs_to and figure.source in report.sources:
            yield Statement(
                when="",
                text=measures.sentence(figure.statement),
                exhibits=(exhibit(report.sources[figure.source], link, figure.spot),),
                note=measures.sentence(figure.definition) if figure.definition else None,
            )


def _responsible(report: Report, measure: Measure, link: Link) -> Iterator[Part]:
    for term in responsibility.timeline(measure):
        one = term.responsibility
        label = "erschlossen" if one.assignment == "erschlossen" else None
        name = dates.span(one.start, one.end) or "ohne Zeitangabe"
        yield {"name": name, "werte": [_actor(report, one.actor, link) | {"etikett": label}]}
    if not measure.responsible:
        yield {"name": "Zuständig", "werte": [{"text": "keine Angabe gefunden"}]}
    if measure.partners:
        yield {"name": "Träger und Partner", "werte": [_actor(report, p, link) for p in measure.partners]}


def _actor(report: Report, ident: str, link: Link) -> Part:
    actor = report.actors.get(ident)
    return {"text": actor.name, "url": link(f"akteure/{ident}/")} if actor else {"text": ident}


def _placing(report: Report, measure: Measure, link: Link) -> Iterator[Part]:
    fields = [report.fields[f] for f in measure.fields if f in report.fields]
    linked = [{"text": f.title, "url": link(f"handlungsfelder/{f.id}/")} for f in fields]
    yield {"name": "Handlungsfelder", "werte": linked or [{"text": "keinem zugeordnet"}]}
    areas = [report.territories[t] for t in measure.territories if t in report.territories]
    if areas:
        yield {"name": "Gebiet", "werte": [{"text": a.name, "url": link(f"gebiete/{a.id}/")} for a in areas]}
    if measure.target_groups:
        yield {"name": "Zielgruppe", "werte": [{"text": group} for group in measure.target_groups]}
    money = [_money(report, one, link) for one in measure.funding]
    yield {"name": "Geld", "werte": money or [{"text": "keine Angabe gefunden"}]}


def _money(report: Report, one: Funding, link: Link) -> Part:
    currency = "€" if one.currency in (None, "EUR") else one.currency
    decimals = 2 if one.amount is not None and one.amount % 1 else 0
    amount = (
        f"{numbers.number(one.amount, decimals)}{numbers.NBSP}{currency}" if one.amount is not None else ""
    )
    year = dates.when(one.year) if one.year else ""
    funder = measures.FUNDERS.get(one.kind or "", one.kind or "")
    said = ", ".join(filter(None, (amount, one.text, year))) or "Höhe nicht bekannt"
    source = one.evidence and report.sources.get(one.evidence.source)
    text = f"{said} ({funder})" if funder else said
    return {"text": text, "url": link(f"daten/quellen/#{source.id}") if source else None}


def _indicators(report: Report, measure: Measure, link: Link) -> Iterator[Part]:
    for tie in measure.indicators:
        indicator = report.indicators.get(tie.id)
        if indicator:
            assumed = measures.DIRECTIONS[tie.direction] if tie.direction else ""
            text = " ".join(filter(None, (assumed, measures.INDICATOR_KINDS[indicator.kind])))
            yield {"titel": indicator.title, "url": link(f"indikatoren/{indicator.id}/"), "zusatz": text}


def _proof(report: Report, measure: Measure, checked: int) -> Iterator[Part]:
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


def _links(measure: Measure, link: Link) -> Iterator[Part]:
    yield {"titel": "Fehler melden", "url": link(CONTACT)}
    yield {"titel": "Beleg nachreichen", "url": link(f"{CONTACT}#beleg")}
    yield {"titel": "Änderungen ansehen", "url": link("aenderungen/")}
    yield {"titel": "Daten (JSON)", "url": link("daten/massnahmen.json")}
