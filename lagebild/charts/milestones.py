"""Milestones: when something was to be reached and when it was, with the delay in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame
from lagebild.charts._layers import BOTTOM, TEXT, X2, X, Y, below, of
from lagebild.charts._typeface import text_width, wrap
from lagebild.charts.style import FULL, Size, token
from lagebild.model import StrategyMilestone, When

SIZES = FULL
_ROW, _LINE = 40, 18
_NAMES = 330
_LATE_WORDS = 150
"""Room to the right of the axis for the words of the last marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One milestone."""

    name: str
    planned: float | None
    actual: float | None
    words: str
    """The delay, or that nothing was reported."""


def marks(milestones: Iterable[StrategyMilestone]) -> tuple[Mark, ...]:
    """The milestones that have a date at all, in the order of their plan."""
    found = [
        Mark(
            name=m.title or m.planned_text or "", planned=_middle(m.planned), actual=_middle(m.actual),
            words=delay(m.planned, m.actual),
        )
        for m in milestones if m.planned or m.actual
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda m: (m.planned or m.actual or 0.0, m.name)))


def _middle(when: When | None) -> float | None:
    if when is None:
        return None
    return (
        when.first.year
        + (when.first.toordinal() + when.last.toordinal()) / 2 / 365.25
        - when.first.replace(month=1, day=1).toordinal() / 365.25
    )


def delay(planned: When | None, actual: When | None) -> str:
    """Whole months between the latest planned and the earliest actual day, as far as both are known."""
    if planned is None:
        return "ohne Termin"
    if actual is None:
        return "nicht gemeldet"
    if actual.first <= planned.last:
        return "pünktlich" if actual.last <= planned.last else "wohl pünktlich"
    months = (actual.first.year - planned.last.year) * 12 + actual.first.month - planned.last.month
    if months < 1:
        return "Tage später"
    if months % 12 == 0:
        return f"{months // 12} {'Jahr' if months == 12 else 'Jahre'} später"
    return f"{months} {'Monat' if months == 1 else 'Monate'} später"


def spec(marks: tuple[Mark, ...], size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`; its height follows from the rows."""
    narrow = size == SIZES.narrow
    names = [wrap(m.name, size.label, size.width - 8 if narrow else _NAMES - 24) for m in marks]
    heights = [_ROW + _LINE * (len(lines) - (0 if narrow else 1)) for lines in names]
    frame = _frame(marks, replace(size, height=sum(heights) + 30), narrow)
    datasets: dict[str, list[dict[str, Any]]] = {
        "years": _years(frame, size), "names": [], "ways": [], "planned": [], "actual": [], "words": [],
    }  # fmt: skip
    top = 0.0
    for mark, lines, height in zip(marks, names, heights, strict=True):
        at = top + (len(lines) * _LINE if narrow else 0) + _ROW / 2
        first = top + _LINE / 2 + 4 if narrow else at
        for i, text in enumerate(lines):
            datasets["names"].append({"x": frame.x_at(-frame.left), "y": first + _LINE * i, "text": text})
        _add(datasets, mark, (frame, size, at))
        top += height
    return frame.spec(_template(size), datasets)


def _frame(marks: tuple[Mark, ...], size: Size, narrow: bool) -> Frame:
    places = [p for m in marks for p in (m.planned, m.actual) if p is not None]
    left, right = (18.0, 110.0) if narrow else (float(_NAMES), float(_LATE_WORDS))
    x = (int(min(places)), int(max(places)) + 1)
    return Frame(size=size, x=x, y=(size.height - 30, 0), left=left, right=right, bottom=30)


def _add(datasets: dict[str, list[dict[str, Any]]], mark: Mark, place: tuple[Frame, Size, float]) -> None:
    frame, _, y = place
    known = [p for p in (mark.planned, mark.actual) if p is not None]
    if len(known) == 2:
        datasets["ways"].append({"x": min(known), "x2": max(known), "y": y})
    if mark.planned is not None:
        datasets["planned"].append({"x": mark.planned, "y": y})
    if mark.actual is not None:
        datasets["actual"].append({"x": mark.actual, "y": y})
    datasets["words"].append({"x": frame.x_at(frame.px(max(known)) + 14), "y": y, "text": mark.words})


def _years(frame: Frame, size: Size) -> list[dict[str, Any]]:
    first, last = int(frame.x[0]), int(frame.x[1])
    need = text_width("2000", size.axis) + 18
    every = next((n for n in (1, 2, 5, 10) if frame.px(first + n) - frame.px(first) >= need), 20)
    return [{"x": year, "text": str(year)} for year in range(first, last + 1, every)]


@cache
def _template(size: Size) -> dict[str, Any]:
    ink = token("tinte")
    diamond: dict[str, Any] = {"shape": "diamond", "size": 150, "stroke": ink, "strokeWidth": 1.5}
    here = {"x": X, "y": Y}
    return alt.layer(
        of("years").mark_rule(color=token("linie"), strokeWidth=1).encode(x=X, y=alt.value(0), y2=BOTTOM),
        of("ways").mark_rule(color=ink, strokeWidth=1.5).encode(x2=X2, **here),
        of("planned").mark_point(fill=token("papier"), **diamond).encode(**here),
        of("actual").mark_point(fill=ink, **diamond).encode(**here),
        of("names").mark_text(fontSize=size.label, color=ink).encode(text=TEXT, **here),
        of("words").mark_text(fontSize=size.note).encode(text=TEXT, **here),
        of("years").mark_text(fontSize=size.axis, align="center").encode(x=X, y=below(16), text=TEXT),
    ).to_dict(validate=False)
