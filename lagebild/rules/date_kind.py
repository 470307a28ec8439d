"""A date and its kind belong together: what is undated has no date, everything else has one."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Event, Noun, Report, StatusEntry, When
from lagebild.problems import Problem, error, warning

RULE = "datum-art"


def check(report: Report) -> Iterator[Problem]:
    """Undated entries with a date, dated entries without one."""
    for noun, when, kind in _dated(report):
        if kind == "ohne-datum" and when is not None:
            yield error(
                RULE,
                noun.origin.at("datum"),
                f"Der Eintrag nennt das Datum {when.text}, ist aber als ohne-datum gekennzeichnet.",
                "Löschen Sie das Datum, oder nennen Sie seine Art, zum Beispiel datum_art: berichtsstand.",
                when.text,
            )
        if kind is not None and kind != "ohne-datum" and when is None:
            # Boards and timelines rest on entries and events; elsewhere a date is good to have.
            kind_of_problem = error if isinstance(noun, StatusEntry | Event) else warning
            yield kind_of_problem(
                RULE,
                noun.origin.at("datum_art"),
                f"Zur Art „{kind}“ fehlt das Datum.",
                "Ergänzen Sie das Datum, so genau es bekannt ist, zum Beispiel datum: 2019-09; sonst "
                "datum_art: ohne-datum.",
                kind,
            )


def _dated(report: Report) -> Iterator[tuple[Noun, When | None, str | None]]:
    for measure in report.measures.values():
        for entry in measure.history:
            yield entry, entry.when, entry.date_kind
    for event in report.events.values():
        yield event, event.when, event.date_kind
    for decision in report.decisions.values():
        yield decision, decision.when, decision.date_kind
    for advice in report.recommendations.values():
        yield advice, advice.when, advice.date_kind
    for change in report.responsibility_changes:
        yield change, change.when, change.date_kind
    for published in report.reports.values():
        yield published, published.when, published.date_kind
    for source in report.sources.values():
        yield source, source.date, source.date_kind
