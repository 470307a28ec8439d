"""A comparison in German lines, most important first.

What touches reported history comes first, then what the site says differently, then what was added, then
everything else. The page of changes, the feed and the report on a proposal show the same lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lagebild.history._comparison import (
    ADDED,
    CHANGED,
    REMOVED,
    Comparison,
    CountChange,
    EntryChange,
    FigureChange,
    FindingChange,
    MeasureChange,
    NounChange,
    StateChange,
)
from lagebild.history._line import TOPICS, Line
from lagebild.history._phrases import HAPPENED, field_text, figure_text, shortened
from lagebild.history._words import CODES, FINDINGS, NOUNS
from lagebild.model import Report
from lagebild.wording import dates, measures

# More changed figures than this are one line; the report on a proposal lists them all in a table.
_SINGLE_FIGURES = 3


def lines(comparison: Comparison) -> tuple[Line, ...]:
    """Every change as a line, most important first."""
    found = [
        *_figure_lines(comparison),
        *(line for change in comparison.measures for line in _measure_lines(change)),
        *(_state_line(comparison, change) for change in comparison.states if change.aspect != "phase"),
        *(_finding_line(comparison, change) for change in _main_first(comparison)),
        *(_count_line(comparison, change) for change in comparison.counts if change.group != "handlungsfeld"),
        *(_noun_line(change) for change in comparison.nouns),
        *_sentence_lines(comparison),
    ]
    return tuple(sorted(found, key=lambda line: line.weight))


def _figure_lines(comparison: Comparison) -> Iterator[Line]:
    grouped: dict[tuple[str, str], list[FigureChange]] = {}
    for change in comparison.figures:
        grouped.setdefault((change.indicator, change.kind), []).append(change)
    for (indicator, kind), changes in grouped.items():
        topic = "Geänderte Vergangenheit" if kind == REMOVED else "Zahlen"
        title = _indicator_title(comparison, indicator)
        if len(changes) > _SINGLE_FIGURES:
            periods = sorted({change.figure.period for change in changes})
            first, last = dates.period(periods[0]), dates.period(periods[-1])
            span = first if first == last else f"{first} bis {last}"
            text = f"{title}: {len(changes)} Zahlen {HAPPENED[kind]} ({span})."
            yield Line(topic=topic, sort="zahl", subject=indicator, text=text, place=changes[0].place)
            continue
        for change in changes:
            text = f"{title}, {figure_text(comparison, change)}."
            yield Line(topic=topic, sort="zahl", subject=indicator, text=text, place=change.place)


def _indicator_title(comparison: Comparison, ident: str) -> str:
    known = {**comparison.before.indicators, **comparison.after.indicators}
    return known[ident].title if ident in known else ident


def _measure_lines(change: MeasureChange) -> Iterator[Line]:
    title = change.measure.title
    if change.kind != CHANGED:
        topic = "Maßnahmen" if change.kind == ADDED else "Geänderte Vergangenheit"
        text = f"{title}: Maßnahme {HAPPENED[change.kind]}."
        yield Line(topic=topic, sort="massnahme", subject=change.id, text=text, place=change.place)
        return
    for entry in change.entries:
        topic = "Maßnahmen" if entry.kind == ADDED else "Geänderte Vergangenheit"
        text = f"{title}: {_entry_text(entry)}"
        yield Line(topic=topic, sort="massnahme", subject=change.id, text=text, place=entry.place)
    if change.reordered:
        text = f"{title}: frühere Meldungen umgestellt."
        yield Line(topic=TOPICS[0], sort="massnahme", subject=change.id, text=text, place=change.place)
    for field in change.fields:
        text = f"{title}: {field_text(field)}."
        yield Line(topic="Maßnahmen", sort="massnahme", subject=change.id, text=text, place=field.place)


def _entry_text(change: EntryChange) -> str:
    entry = change.after or change.before
    assert entry is not None
    reported = f"{measures.last_reported(entry)}: {measures.sentence(entry.text)}"
    if change.kind == REMOVED:
        return f"Meldung {change.number} entfernt, {reported}"
    if change.kind == CHANGED:
        return f"Meldung {change.number} geändert, {'; '.join(field_text(field) for field in change.fields)}."
    if entry.corrects is not None:
        return f"Meldung {entry.corrects} berichtigt, {reported}"
    return f"neue Meldung, {reported}"


def _state_line(comparison: Comparison, change: StateChange) -> Line:
    title = comparison.after.measures[change.measure].title
    was, now = (code or "ohne-datum" for code in change.values)
    passed = ", allein durch den Ablauf der Zeit" if change.by_time else ""
    text = f"{title}: {measures.BOARD_CLASSES.get(now)} statt {measures.BOARD_CLASSES.get(was)}{passed}."
    if change.aspect == "termin":
        text = f"{title}, Termin: „{measures.SCHEDULES[now]}“ statt „{measures.SCHEDULES[was]}“{passed}."
    return Line(
        topic="Stand der Maßnahmen",
        sort="massnahme",
        subject=change.measure,
        text=text,
        place=comparison.after.measures[change.measure].origin.at(),
    )


def _count_line(comparison: Comparison, change: CountChange) -> Line:
    words: Mapping[str, str] = {**measures.BOARD_CLASSES, **measures.SCHEDULES, **measures.TIES_COUNTED}
    now, was = measures.of(change.after, change.after_of), measures.of(change.before, change.before_of)
    text = f"Tafel, {words.get(change.code, change.code)}: {now} statt {was}."
    if change.group == "gesamt":
        text = f"Tafel: {change.after} Maßnahmen statt {change.before}."
    return Line(topic="Zählungen", sort="tafel", subject=change.group, text=text)


def _main_first(comparison: Comparison) -> list[FindingChange]:
    """Findings on the town itself before those on others."""
    main = comparison.after.site.main_territory
    return sorted(comparison.findings, key=lambda change: change.subject[0] != main)


def _finding_line(comparison: Comparison, change: FindingChange) -> Line:
    names = [_name(comparison.after, part) for part in change.subject if part]
    was, now = _in_words(change.before), _in_words(change.after)
    whom = " gegenüber ".join(names[:2]) if change.sort == "vergleich" else names[0]
    rest = names[2:] if change.sort == "vergleich" else names[1:]
    title = _indicator_title(comparison, change.indicator)
    about = f"{', '.join([title, whom, *rest])}: {FINDINGS[change.sort]}"
    return Line(
        topic="Bewertungen" if change.sort == "bewertung" else "Auswertung",
        sort="indikator",
        subject=change.indicator,
        text=f"{about} „{now}“ statt „{was}“." if was and now else f"{about} „{now or was}“ {_news(change)}.",
        place=comparison.after.indicators[change.indicator].origin.at(),
    )


def _news(change: FindingChange) -> str:
    return "erstmals" if change.before is None else "entfällt"


def _name(report: Report, ident: str) -> str:
    territory = report.territories.get(ident)
    return territory.name if territory else ident


def _in_words(codes: str | None) -> str:
    """The codes of a finding in words; a rank stays as it is."""
    if codes is None or " von " in codes:
        return codes or ""
    return ", ".join(CODES.get(code, code) for code in codes.split())


def _noun_line(change: NounChange) -> Line:
    word, topic = NOUNS[change.sort]
    what = HAPPENED[change.kind]
    if change.fields:
        what += f" ({'; '.join(field_text(field) for field in change.fields)})"
    text = f"{word} {what}: {shortened(change.title)}"
    return Line(topic=topic, sort=change.sort, subject=change.id, text=text, place=change.place)


def _sentence_lines(comparison: Comparison) -> Iterator[Line]:
    for change in comparison.sentences:
        title = _indicator_title(comparison, change.indicator)
        for said, sentences in (("Satz neu", change.added), ("Satz entfällt", change.gone)):
            yield from (
                Line(
                    topic="Sätze",
                    sort="indikator",
                    subject=change.indicator,
                    text=f"{title}, {said}: {sentence}",
                )
                for sentence in sentences
            )


def by_topic(found: Iterable[Line]) -> dict[str, tuple[Line, ...]]:
    """The lines under their headings, most important first; headings without lines are left out."""
    grouped: dict[str, list[Line]] = {topic: [] for topic in TOPICS}
    for line in found:
        grouped[line.topic].append(line)
    return {topic: tuple(under) for topic, under in grouped.items() if under}
