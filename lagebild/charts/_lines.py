"""How lines are drawn: the grammar that the charts of series share, at whatever size."""

from __future__ import annotations

from typing import Any

from lagebild.charts._end_labels import Rows, placed_labels, right_margin
from lagebild.charts._frame import Frame, step_decimals
from lagebild.charts._line_layers import line_layers
from lagebild.charts._picture import Manner, Picture
from lagebild.charts._plot_words import WORD_LINE, Room, band, break_words, ribbon, values
from lagebild.charts._typeface import text_width
from lagebild.charts._view import Aim, Dot, Line, LineView
from lagebild.charts.style import Size
from lagebild.wording.numbers import number

_LEAST_DOT_STEP = 10.5
"""Dots are 8.6 px wide; closer than this they would run into a chain."""
_RIBBON = 42
"""Room below the axis for the ribbon and its words, in pixels."""


def draw(view: LineView, manner: Manner, size: Size) -> dict[str, Any]:
    """The specification of a line chart at one size."""
    picture = Picture(view, manner, size)
    frame = _frame(picture)
    labels, leaders, boxes = placed_labels(picture, frame)
    room = Room(picture, frame, boxes)
    datasets = {
        **_axes(picture, frame),
        **_breaks(picture, frame),
        "break-words": break_words(picture, frame, room),
        **_figures(view, _dots_everywhere(picture, frame)),
        **_targets(picture.aims),
        "leaders": leaders,
        "values": values(picture, frame, room),
        "labels": labels,
        **ribbon(picture, frame),
    }
    return frame.spec(line_layers(size, manner.ground, frame.top), datasets)


def _frame(picture: Picture) -> Frame:
    size, ticks = picture.size, picture.ticks
    left = 8 + max(text_width(text, size.axis) for text in _tick_texts(ticks))
    left = max(left, text_width(picture.view.periods[0][1], size.axis) / 2)
    return Frame(
        size=size, x=picture.x_domain, y=(ticks[0], ticks[-1]), left=left, right=right_margin(picture, left),
        top=2 * WORD_LINE + 8 if picture.names_breaks else 12,
        bottom=16 + size.axis + (_RIBBON if picture.has_ribbon else 0),
    )  # fmt: skip


def _tick_texts(ticks: tuple[float, ...]) -> list[str]:
    return [number(tick, step_decimals(ticks)) for tick in ticks]


def _axes(picture: Picture, frame: Frame) -> dict[str, Rows]:
    ticks = picture.ticks
    return {
        "grid": [{"y": y, "text": text} for y, text in zip(ticks, _tick_texts(ticks), strict=True)],
        "base": [{"y": 0.0}],
        "periods": _periods(picture, frame),
    }


def _periods(picture: Picture, frame: Frame) -> Rows:
    """Chosen periods, never rotated, never too close: all if they fit, else ends, breaks and fives."""
    periods = [*picture.view.periods]
    periods += [(a.until, f"{a.until:.0f}") for a in picture.aims if a.until > picture.last]
    periods.sort()
    every = _apart(periods, frame)
    kept = every if len(every) == len(periods) else _apart(_preferred(picture, periods), frame)
    return [{"x": at, "text": text} for at, text in sorted(kept)]


def _preferred(picture: Picture, periods: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """First, last, where the main line ends before a break, then the fives."""
    main = picture.view.main
    ends = {run[-1].at for run in main.runs} if main else set()
    order = [periods[0], periods[-1], *(p for p in periods if p[0] in ends)]
    return list(dict.fromkeys([*order, *(p for p in periods if int(p[0]) % 5 == 0)]))


def _apart(periods: list[tuple[float, str]], frame: Frame) -> list[tuple[float, str]]:
    """Those that keep their distance to the ones before them in the list."""
    kept: list[tuple[float, str]] = []
    for at, text in periods:
        need = text_width(text, frame.size.axis) + 10
        if all(abs(frame.px(at) - frame.px(other)) >= need for other, _ in kept):
            kept.append((at, text))
    return kept


def _breaks(picture: Picture, frame: Frame) -> dict[str, Rows]:
    edges = [(gap, band(picture, frame, gap)) for gap in picture.view.gaps]
    return {
        "gaps": [{"x": frame.x_at(left), "x2": frame.x_at(right)} for _, (left, right) in edges],
        "editions": [{"x": frame.x_at(right)} for gap, (_, right) in edges if gap.edition],
    }


def _dots_everywhere(picture: Picture, frame: Frame) -> bool:
    """Whether every figure gets its dot; where they would touch, only ends of runs do."""
    step = frame.px(frame.x[0] + picture.view.step)
    return picture.manner.every_dot and step >= _LEAST_DOT_STEP


def _figures(view: LineView, every_dot: bool) -> dict[str, Rows]:
    """The figures themselves, by the way they are drawn."""
    rows: dict[str, Rows] = {"comparators": [], "lone": [], "main": []}
    for n, line in enumerate(view.lines):
        for r, run in enumerate(line.runs):
            common = {"name": line.name, "role": line.role, "run": f"{n}-{r}"}
            points = [{"x": dot.at, "y": dot.value, "period": dot.label} | common for dot in run]
            rows["main" if line.role == "stadt" else "comparators"] += points
            if line.role != "stadt" and len(run) == 1:
                rows["lone"] += points
    return rows | (_dots(view.main, every_dot) if view.main else {})


def _dots(main: Line, every: bool) -> dict[str, Rows]:
    """Points of the main line: filled, hollow after a new edition, a hollow diamond where provisional."""
    rows: dict[str, Rows] = {"intervals": [], "dots": [], "new": [], "provisional": []}
    for run, fresh in zip(main.runs, main.fresh, strict=True):
        for dot in run if every else dict.fromkeys((run[0], run[-1], *filter(_provisional, run))):
            kind = "provisional" if dot.provisional else "new" if fresh else "dots"
            rows[kind].append({"x": dot.at, "y": dot.value})
            if dot.low is not None and dot.high is not None:
                rows["intervals"].append({"x": dot.at, "y": dot.low, "y2": dot.high})
    return rows


def _provisional(dot: Dot) -> bool:
    return dot.provisional


def _targets(aims: tuple[Aim, ...]) -> dict[str, Rows]:
    return {
        "targets": [
            {"x": a.start, "x2": a.until, "y": a.value, "width": 1.5 if a.current else 1} for a in aims
        ],
        "target-years": [{"x": a.until, "y": a.value} for a in aims],
        "milestones": [{"x": x, "y": y} for a in aims for x, y in a.milestones],
    }
