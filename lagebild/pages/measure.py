"""The page of a measure: what was promised, what was reported, how we know, who is responsible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.assessed import Assessed
from lagebild.assessment import measure as histories
from lagebild.assessment import responsibility
from lagebild.assessment.record.events import events
from lagebild.assessment.responsibility import Lapse
from lagebild.findings import MeasureState
from lagebild.model import Measure, Report
from lagebild.pages._actor_name import actor_name
from lagebild.pages._dispute import Dispute, disputes_of
from lagebild.pages._doors import measure_doors
from lagebild.pages._exhibit import Exhibit, exhibit, exhibits
from lagebild.pages._measure_facts import Part, indicators, key_facts, placing, proof, responsible
from lagebild.pages._measure_history import history, notices
from lagebild.pages._time_band import TimeBand, time_band
from lagebild.pages.page import Crumb, Link, Page, Templates, linker
from lagebild.wording import dates, measures

SECTION = "massnahmen/"


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
    templates, report = Templates(), assessed.report
    lapses = responsibility.lapses(report, report.day)
    for ident, measure in report.measures.items():
        path = f"{SECTION}{ident}/"
        own = [lapse for lapse in lapses if lapse.measure == ident]
        view = measure_view(report, measure, assessed.states[ident], linker(path), lapses=own)
        yield Page(
            path=path,
            title=measure.title,
            html=templates.fill("measure.html.jinja", path, view=view),
            section=SECTION,
            description=view.lead,
            edit=measure.file,
            keywords=measure.target_groups,
            crumbs=(Crumb(title="Maßnahmen", path=SECTION), Crumb(title=measure.title)),
        )


def measure_view(
    report: Report, measure: Measure, state: MeasureState, link: Link, *, lapses: Sequence[Lapse] = ()
) -> MeasureView:
    """Everything about a measure, worded and linked."""
    told = histories.told(measure, report.day)
    checked = sum(e.checked is not None for e in measure.history)
    return MeasureView(
        title=measure.title,
        kind=measures.KINDS[measure.kind][0],
        lead=" ".join(
            filter(None, (measure.short and measures.sentence(measure.short), _lead(measure, state)))
        ),
        notices=tuple(notices(report, measure, state, lapses)),
        key_facts=tuple(key_facts(report, measure, state)),
        band=time_band(report, measure),
        history=tuple(history(report, told, state, link)),
        history_note=_history_note(len(measure.history), checked),
        decisions=tuple(_decisions(report, measure, link)),
        context=tuple(_context(report, measure, link)),
        disputes=disputes_of(report, (measure.id,), link),
        note=measure.note,
        responsible=tuple(responsible(report, measure, link)),
        placing=tuple(placing(report, measure, link)),
        own_placing=measure.assignment == "erschlossen",
        indicators=tuple(indicators(report, measure, link)),
        proof=tuple(proof(report, measure, checked)),
        links=tuple(_links(report, measure, link)),
    )


def _history_note(number: int, checked: int) -> str:
    order = ", neueste zuerst" if number > 1 else ""
    return f"{measures.counted(number, 'Meldung', 'Meldungen')}{order}. {measures.checked(checked, number)}"


def _lead(measure: Measure, state: MeasureState) -> str:
    return measures.lead(events(measure), state)


def _decisions(report: Report, measure: Measure, link: Link) -> Iterator[Statement]:
    for decision in report.decisions.values():
        if measure.id in decision.measures:
            body = actor_name(report, decision.body)
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


def _links(report: Report, measure: Measure, link: Link) -> Iterator[Part]:
    yield from measure_doors(report.site, measure, link)
    yield {"titel": "Änderungen ansehen", "url": link("aenderungen/")}
    yield {"titel": "Daten (JSON)", "url": link("daten/massnahmen.json")}
