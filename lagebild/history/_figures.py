"""Figures of two Reports, compared by value and by key, never by text or by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagebild.history._comparison import FigureChange
from lagebild.model import Observation, Place, Report, Revision

_COLUMNS = {
    "wert": "value", "zaehler": "numerator", "nenner": "denominator", "zeichen": "signs", "quelle": "source",
    "anmerkung": "note",
}  # fmt: skip
"""Column → attribute of an observation."""

_Key = tuple[str, str, tuple[tuple[str, str], ...]]


def figure_changes(before: Report, after: Report) -> Iterator[FigureChange]:
    """Every figure that was added, removed or changed."""
    reasons = [revision for revision in after.revisions if revision not in before.revisions]
    for indicator in dict.fromkeys((*before.figures, *after.figures)):
        old, new = _by_key(before, indicator), _by_key(after, indicator)
        for key in dict.fromkeys((*old, *new)):
            change = _change(after, (indicator, old.get(key), new.get(key)), reasons)
            if change.columns:
                yield change


def _breakdowns(report: Report, indicator: str) -> tuple[str, ...]:
    defined = report.indicators.get(indicator)
    return tuple(breakdown.id for breakdown in defined.breakdowns) if defined else ()


def _by_key(report: Report, indicator: str) -> dict[_Key, Observation]:
    """The figures under territory, period and named codes, whatever the order of the columns."""
    names = _breakdowns(report, indicator)
    return {
        (one.territory, one.period.text, tuple(sorted(zip(names, one.breakdown, strict=False)))): one
        for one in report.figures.get(indicator, ())
    }


def _change(
    after: Report, key: tuple[str, Observation | None, Observation | None], reasons: Sequence[Revision]
) -> FigureChange:
    indicator, old, new = key
    columns = tuple(c for c, name in _COLUMNS.items() if getattr(old, name, None) != getattr(new, name, None))
    return FigureChange(
        indicator=indicator,
        before=old,
        after=new,
        columns=columns,
        place=_place(after, indicator, new, columns),
        reason=next((reason for reason in reasons if _covers(reason, indicator, new or old)), None),
    )


def _place(after: Report, indicator: str, figure: Observation | None, columns: Sequence[str]) -> Place:
    file = f"data/indikatoren/{indicator}/werte.csv"
    table = after.tables.get(file)
    if table is None or figure is None or figure.row >= len(table.rows):
        return Place(file=file)
    return table.place(figure.row, next((c for c in columns if c in table.header), None))


def _covers(revision: Revision, indicator: str, figure: Observation | None) -> bool:
    return (
        figure is not None
        and revision.indicator == indicator
        and (not revision.territories or figure.territory in revision.territories)
        and (not revision.periods or figure.period.text in revision.periods)
    )
