"""A measure as a band in time: what was planned, what was reported, who was responsible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame
from lagebild.charts._typeface import text_width
from lagebild.charts.style import FULL, OCHRE_HATCH, Size, token
from lagebild.findings import MeasureState
from lagebild.model import Actor, Measure, StatusEntry, When
from lagebild.wording import dates
from lagebild.wording.measures import STATUSES

SIZES = FULL
NO_REPORT = "keine Meldung"
_CLASSES = {
    "idee": "proposed", "empfohlen": "proposed",
    "geplant": "prepared", "beantragt": "prepared", "bewilligt": "prepared", "beschlossen": "prepared",
    "gestartet": "running", "laufend": "running", "eingeschraenkt": "running", "abgeschlossen": "running",
    "unterbrochen": "resting", "zurueckgestellt": "resting", "beendet": "resting",
}  # fmt: skip
"""Status → how its box is drawn; `aufhebung-beantragt` changes nothing that is reported."""
_PAINTS = {
    "proposed": ("papier", "rand", "tinte"),
    "prepared": ("flaeche", "phase", "tinte"),
    "running": ("phase", "phase", "flaeche"),
    "resting": ("ruhe", "ruhe", "flaeche"),
}
"""Class → fill, frame and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A planned date."""

    at: float
    """Middle of the planned interval, in years."""
    decided: bool
    """Filled diamond; hollow where it was only recommended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a row."""

    start: float
    end: float
    kind: str
    """proposed | prepared | running | resting | silent; for responsibilities `known` or `inferred`."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The three rows of a measure."""

    plans: tuple[Plan, ...]
    reported: tuple[Span, ...]
    responsible: tuple[Span, ...]
    today: float
    plan_words: str = ""
    """The plan that decides, and what it replaced."""


def view(measure: Measure, state: MeasureState, actors: Mapping[str, Actor]) -> TimelineView | None:
    """The dated part of a measure's history; None where nothing is dated."""
    today = place(state.day)
    reported = tuple(_joined(_reported(measure, state, today)))
    plans = tuple(_plan(measure, p.planned, p.according_to) for p in measure.plan_dates)
    if not reported and not plans:
        return None
    first = min([s.start for s in reported] + [p.at for p in plans])
    responsible = tuple(
        Span(
            start=place(r.start.first) if r.start else first, end=place(r.end.last) if r.end else today,
            kind="known" if r.assignment in (None, "quelle") else "inferred",
            words=actors[r.actor].name if r.actor in actors else r.actor,
        )
        for r in measure.responsible
    )  # fmt: skip
    return TimelineView(
        plans=plans, reported=reported, responsible=responsible, today=today, plan_words=_plan_words(measure, plans)
    )


def place(day: date) -> float:
    """A day on the axis, in years."""
    return day.year + (day.timetuple().tm_yday - 1) / (366 if _leap(day.year) else 365)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _plan(measure: Measure, planned: When, according_to: int) -> Plan:
    entry = measure.entry(according_to)
    return Plan(
        at=(place(planned.first) + place(planned.last)) / 2,
        decided=entry is not None and _CLASSES.get(entry.status) != "proposed",
    )


def _plan_words(measure: Measure, plans: tuple[Plan, ...]) -> str:
    if not plans:
        return ""
    *earlier, last = (dates.when(p.planned) for p in measure.plan_dates)
    if not earlier:
        return last
    before = "zuvor" if plans[-2].decided else "zuvor empfohlen"
    return f"{last}, {before}: {earlier[-1]}"


def _reported(measure: Measure, state: MeasureState, today: float) -> Iterator[Span]:
    entries = _dated(measure)
    last = entries[-1].when if entries else None
    silent_from = min(today, place(last.last)) if last and state.unclear else today
    starts = [place(e.when.first) for e in entries if e.when]
    for entry, start, end in zip(entries, starts, [*starts[1:], silent_from], strict=True):
        if end > start:
            yield Span(start=start, end=end, kind=_CLASSES[entry.status], words=STATUSES[entry.status])
    if silent_from < today:
        yield Span(start=silent_from, end=today, kind="silent", words=NO_REPORT)


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans that say the same one after the other become one."""
    for _, group in groupby(spans, key=lambda span: (span.kind, span.words)):
        same = list(group)
        yield replace(same[0], end=same[-1].end)


def _dated(measure: Measure) -> list[StatusEntry]:
    """Dated entries in order of their days, those that a later entry corrects left out."""
    corrected = {e.corrects for e in measure.history if e.corrects is not None}
    kept = [e for e in measure.history if e.when and e.number not in corrected and e.status in _CLASSES]
    return sorted(kept, key=lambda e: (e.when.first if e.when else date.max, e.number))


_HEAD = 22
"""Room for the name of a row above it on the phone."""
_ROW, _BOX = 48, 24
_NAMES = 92
"""Room for the names of the rows at the left."""


def spec(view: TimelineView, size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`; its height follows from the rows."""
    narrow = size == SIZES.narrow
    head = _HEAD if narrow else 0
    rows = [("Plan", view.plans), ("Gemeldet", view.reported), ("Zuständig", view.responsible)]
    shown = [(name, content) for name, content in rows if content]
    height = len(shown) * (_ROW + head) - 8
    starts = [s.start for s in (*view.reported, *view.responsible)] + [p.at for p in view.plans]
    frame = Frame(
        size=replace(size, height=height + 30), x=(min(starts) - 0.3, max(view.today, *starts)), y=(height, 0),
        left=0 if narrow else _NAMES, right=6, bottom=30,
    )  # fmt: skip
    datasets: dict[str, list[dict[str, Any]]] = {
        "years": _years(frame, size), "names": [], "boxes": [], "frames": [], "words": [], "plans": [],
    }  # fmt: skip
    for i, (name, content) in enumerate(shown):
        middle = i * (_ROW + head) + head + _BOX / 2 + 4
        at = (0.0, middle - _BOX / 2 - 12) if narrow else (-frame.left, middle)
        datasets["names"].append({"x": frame.x_at(at[0]), "y": frame.y_at(at[1]), "text": name})
        for one in content:
            _add(datasets, one, (frame, size, middle))
        if name == "Plan":
            datasets["words"] += _beside(view, frame, size, middle)
    return frame.spec(_template(size), datasets)


def _add(datasets: dict[str, list[dict[str, Any]]], one: Plan | Span, place: tuple[Frame, Size, float]) -> None:
    frame, size, middle = place
    if isinstance(one, Plan):
        fill = token("tinte" if one.decided else "papier")
        datasets["plans"].append({"x": one.at, "y": middle, "fill": fill})
        return
    box = {"x": one.start, "x2": one.end, "y": middle - _BOX / 2, "y2": middle + _BOX / 2}
    if one.kind in ("known", "inferred"):
        datasets["frames"].append(box | {"dash": [4, 3] if one.kind == "inferred" else [1, 0]})
        color = token("tinte")
    elif one.kind == "silent":
        datasets["boxes"].append(box | {"fill": OCHRE_HATCH, "stroke": token("ockerrand")})
        color = token("ocker")
    else:
        fill, stroke, ink = _PAINTS[one.kind]
        datasets["boxes"].append(box | {"fill": token(fill), "stroke": token(stroke)})
        color = token(ink)
    _add_words(datasets, one, place, color)


def _beside(view: TimelineView, frame: Frame, size: Size, middle: float) -> list[dict[str, Any]]:
    """The words of the plan, right of its last mark where they fit."""
    start = frame.px(max(plan.at for plan in view.plans)) + 14
    if start + text_width(view.plan_words, size.note) > frame.width + frame.right:
        return []
    row = {"x": frame.x_at(start), "y": middle, "text": view.plan_words, "color": token("tinte")}
    return [row | {"weight": 400}]


def _add_words(
    datasets: dict[str, list[dict[str, Any]]], one: Span, place: tuple[Frame, Size, float], color: str
) -> None:
    """The words of a box, where they fit into it."""
    frame, size, middle = place
    silent = one.kind == "silent"
    width = text_width(one.words, size.note, 600 if silent else 400)
    left, right = frame.px(max(one.start, frame.x[0])), frame.px(one.end)
    if width + 12 > right - left:
        return
    start = (left + right - width) / 2 if silent else left + 6
    if silent:
        ground = {"x": frame.x_at(start - 6), "x2": frame.x_at(start + width + 6)}
        ground |= {"y": middle - _BOX / 2 + 2, "y2": middle + _BOX / 2 - 2}
        datasets.setdefault("grounds", []).append(ground)
    row = {"x": frame.x_at(start), "y": middle, "text": one.words, "color": color}
    datasets["words"].append(row | {"weight": 600 if silent else 400})


def _years(frame: Frame, size: Size) -> list[dict[str, Any]]:
    first, last = int(frame.x[0]) + 1, int(frame.x[1])
    need = text_width("2000", size.axis) + 18
    every = next((n for n in (1, 2, 5, 10) if frame.px(first + n) - frame.px(first) >= need), 20)
    return [{"x": year, "text": str(year)} for year in range(first, last + 1) if year % every == 0]


@cache
def _template(size: Size) -> dict[str, Any]:
    bottom = alt.value(alt.expr("height"))
    box = {"x": "x:Q", "x2": "x2", "y": "y:Q", "y2": "y2"}
    ink = token("tinte")
    color = alt.Color("color:N", scale=None)
    return alt.layer(
        _of("years").mark_rule(color=token("linie"), strokeWidth=1).encode(x="x:Q", y=alt.value(0), y2=bottom),
        _of("boxes").mark_rect(strokeWidth=1.5, opacity=1).encode(
            fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("stroke:N", scale=None), **box
        ),
        _of("grounds").mark_rect(color=token("ockerfl")).encode(**box),
        _of("frames").mark_rect(
            fill="transparent", stroke=token("rand"), strokeWidth=1.5, strokeDash=alt.expr("datum.dash")
        ).encode(**box),
        _of("plans").mark_point(shape="diamond", size=150, stroke=ink, strokeWidth=1.5).encode(
            x="x:Q", y="y:Q", fill=alt.Fill("fill:N", scale=None)
        ),
        _of("names").mark_text(fontSize=size.label, fontWeight=600, color=ink).encode(x="x:Q", y="y:Q", text="text:N"),
        _of("words").mark_text(fontSize=size.note, fontWeight=alt.expr("datum.weight")).encode(
            x="x:Q", y="y:Q", text="text:N", color=color
        ),
        _of("years").mark_text(fontSize=size.axis, align="center").encode(
            x="x:Q", y=alt.value(alt.expr("height + 16")), text="text:N"
        ),
    ).to_dict(validate=False)


def _of(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name=name))
