"""How lines are drawn: the grammar that the charts of series share, at whatever size.

The layers are made once per size with Altair; a chart puts its data, scales and margins into them. All
places are computed here, so that nothing depends on what a renderer measures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame, spread, step_decimals, steps
from lagebild.charts._typeface import text_width, wrap
from lagebild.charts._view import Aim, Dot, Gap, Line, LineView
from lagebild.charts.style import STROKES, Size, Sizes, token, with_symbol
from lagebild.wording.numbers import number

Rows = list[dict[str, Any]]

_LABEL_GAP = 9
"""Between a line's end and its label."""
_LEADER_GAP = 15
"""The same where a leader leads to a label that had to move."""
_LINE_HEIGHT = 19
"""Least distance of two labels."""
_BAND_INSET = 0.33
"""The band keeps a third of a step away from the figures at both of its sides, so that it is read as a gap."""
_TICK = 5
_LEAST_DOT_STEP = 10.5
"""Dots are 8.6 px wide; closer than this they would run into a chain."""
_RIBBON = 42
"""Room below the axis for the ribbon and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What a kind of line chart shows beyond the lines."""

    sizes: Sizes
    ground: str
    """Token of the surface it stands on, which fills hollow points."""
    every_dot: bool = True
    values: bool = True
    """Whether chosen figures are written on the line."""
    words: bool = True
    """Whether breaks are named in the picture."""
    ribbon: bool = True
    targets: bool = True
    intervals: int = 5
    """Most intervals of the y axis."""
    symbols: bool = True
    """Whether end labels carry the sign of the unit where there is room."""
    label_limit: tuple[float, float] = (200, 118)
    """Widest end label in pixels, at both sizes; longer names are wrapped."""


def draw(view: LineView, manner: Manner, size: Size) -> dict[str, Any]:
    """The specification of a line chart at one size."""
    return _Drawing(view, manner, size).spec()


@dataclass(frozen=True, slots=True)
class _Label:
    """An end label: lines of pieces, each a text and its weight."""

    lines: tuple[tuple[tuple[str, int], ...], ...]
    color: str
    end: tuple[float, float]
    """Where its line ends, in coordinates of the data."""
    lift: float = 0
    """How far above that place it wants to stand, in pixels."""

    def width(self, size: float) -> float:
        return max(sum(text_width(text, size, weight) for text, weight in line) for line in self.lines)


@dataclass(slots=True)
class _Drawing:
    """One chart while it is laid out: margins first, then what stands where."""

    view: LineView
    manner: Manner
    size: Size
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Boxes of words that stand already: left, top, right, bottom in pixels."""

    # --- layout ---------------------------------------------------------------------------------------

    @property
    def narrow(self) -> bool:
        return self.size == self.manner.sizes.narrow

    def aims(self) -> tuple[Aim, ...]:
        return self.view.aims if self.manner.targets else ()

    def y_steps(self) -> tuple[float, ...]:
        numbers = [n for line in self.view.lines for dot in line.dots for n in (dot.value, dot.low, dot.high)]
        numbers += [n for aim in self.aims() for n in (aim.value, *(value for _, value in aim.milestones))]
        known = [n for n in numbers if n is not None]
        # From 0, because a cut axis makes small changes look large.
        return steps(min(*known, 0), max(*known, 0), self.manner.intervals)

    def x_domain(self) -> tuple[float, float]:
        first, last = self.view.periods[0][0], self.last()
        far = max((aim.until for aim in self.aims()), default=last)
        if first == last == max(far, last):
            return first - 0.5, last + 0.5
        return first, max(far, last)

    def last(self) -> float:
        return self.view.periods[-1][0]

    def dots_everywhere(self, frame: Frame) -> bool:
        """Whether every figure gets its dot; where they would touch, only ends of runs do."""
        first = self.view.periods[0][0]
        return self.manner.every_dot and frame.px(first + self.view.step) >= _LEAST_DOT_STEP

    def gaps_named(self) -> bool:
        return self.manner.words and bool(self.view.gaps)

    def ribbon_shown(self) -> bool:
        first, last = self.x_domain()
        return self.manner.ribbon and any(s.start and first < s.start <= last for s in self.view.stages)

    def frame(self, ticks: tuple[float, ...]) -> Frame:
        left = 8 + max(text_width(t, self.size.axis) for t in _tick_texts(ticks))
        left = max(left, text_width(self.view.periods[0][1], self.size.axis) / 2)
        x = self.x_domain()
        return Frame(
            size=self.size, x=x, y=(ticks[0], ticks[-1]), left=left, right=self.right_margin(x, left),
            top=2 * 18 + 6 if self.gaps_named() else 12,
            bottom=10 + self.size.axis + 6 + (_RIBBON if self.ribbon_shown() else 0),
        )  # fmt: skip

    def right_margin(self, x: tuple[float, float], left: float) -> float:
        """Enough for the end labels, which begin beside the last period."""
        labels = self.end_labels()
        half_tick = text_width(self.view.periods[-1][1], self.size.axis) / 2
        if not labels:
            return max(12, half_tick)
        need = _LEADER_GAP + max(label.width(self.size.label) for label in labels) + 1
        share = (self.last() - x[0]) / (x[1] - x[0])
        free = self.size.width - left
        # The labels end at the outer edge: share · plot + need = plot + right.
        plot = min(free - half_tick, (free - need) / share if share else free)
        return free - max(plot, 0.4 * free)

    # --- labels ---------------------------------------------------------------------------------------

    def end_labels(self) -> list[_Label]:
        """The labels at the right; that of a main line which ends earlier stands at its own end."""
        shown = [line for line in self.view.lines if line is not self.view.main or self.reaches_end(line)]
        labels = [self.line_label(line) for line in shown]
        return labels + [self.target_label(aim) for aim in self.aims()]

    def reaches_end(self, line: Line) -> bool:
        return line.dots[-1].at == self.last()

    def line_label(self, line: Line) -> _Label:
        main, end = line.role == "stadt", line.dots[-1]
        symbol = self.view.symbol if self.manner.symbols and not self.narrow else ""
        amount = with_symbol(end.value, self.view.decimals, symbol)
        return _Label(
            lines=self.wrapped(line.name, amount, 600 if main else 400),
            color=token("stadt" if main else "tinte2"), end=(end.at, end.value),
        )  # fmt: skip

    def target_label(self, aim: Aim) -> _Label:
        symbol = self.view.symbol if self.manner.symbols and not self.narrow else ""
        amount = with_symbol(aim.value, self.view.decimals, symbol)
        name = f"{'Ziel' if aim.current else 'Früheres Ziel'} {aim.until:.0f}:"
        return _Label(
            lines=self.wrapped(name, amount, 400), color=token("tinte" if aim.current else "tinte2"),
            end=(self.last(), aim.value), lift=11,
        )  # fmt: skip

    def wrapped(self, name: str, amount: str, weight: int) -> tuple[tuple[tuple[str, int], ...], ...]:
        """Name and value in as few lines as the limit allows; the value stays whole."""
        size, limit = self.size.label, self.manner.label_limit[self.narrow]
        lines = [((part, weight),) for part in wrap(name, size, limit, weight)]
        last = lines[-1][0][0]
        if text_width(f"{last} ", size, weight) + text_width(amount, size, 600) <= limit:
            return (*lines[:-1], ((f"{last} ", weight), (amount, 600)))
        return (*lines, ((amount, 600),))

    def placed_labels(self, frame: Frame) -> tuple[Rows, Rows]:
        """Label texts and the leaders to those that had to move."""
        labels = self.end_labels()
        wanted = [(frame.py(la.end[1]) - la.lift, _LINE_HEIGHT * len(la.lines)) for la in labels]
        centres = spread(wanted, -frame.top, frame.height + 14)
        moved = [
            abs(centre - want) > 3 or (label.end[0] < self.last() and not label.lift)
            for label, (want, _), centre in zip(labels, wanted, centres, strict=True)
        ]
        start = frame.px(self.last()) + (_LEADER_GAP if any(moved) else _LABEL_GAP)
        rows: Rows = []
        leaders: Rows = []
        for label, (_, height), centre, away in zip(labels, wanted, centres, moved, strict=True):
            rows += self.label_rows(label, frame, start, centre - height / 2)
            right = start + label.width(self.size.label)
            self.taken.append((start - 4, centre - height / 2, right, centre + height / 2))
            if away and not label.lift:
                leaders.append(self.leader(label, frame, start, centre))
        return rows, leaders

    def label_rows(self, label: _Label, frame: Frame, start: float, top: float) -> Rows:
        rows = []
        for i, line in enumerate(label.lines):
            at = start
            for text, weight in line:
                y = frame.y_at(top + _LINE_HEIGHT * (i + 0.5))
                row = {"x": frame.x_at(at), "y": y, "text": text.rstrip(" "), "weight": weight}
                rows.append(row | {"color": label.color, "align": "left"})
                at += text_width(text, self.size.label, weight)
        return rows

    def leader(self, label: _Label, frame: Frame, start: float, centre: float) -> dict[str, Any]:
        x, y = frame.px(label.end[0]) + 6, frame.py(label.end[1])
        return {"x": frame.x_at(x), "y": frame.y_at(y), "x2": frame.x_at(start - 3), "y2": frame.y_at(centre)}

    # --- words inside the plot ------------------------------------------------------------------------

    def free(self, box: tuple[float, float, float, float], frame: Frame) -> bool:
        """Whether neither words nor lines lie in a box."""
        left, top, right, bottom = box
        for other in self.taken:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                return False
        if any(left - 2 < self.band_at(frame)(gap)[1] < right + 2 for gap in self.view.gaps if gap.edition):
            return False
        return not any(_meets(box, a, b) for a, b in self.segments(frame))

    def segments(self, frame: Frame) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """The pieces of all lines, in pixels; a lone figure is a piece without length."""
        for line in self.view.lines:
            for run in line.runs:
                places = [(frame.px(dot.at), frame.py(dot.value)) for dot in run]
                yield from zip(places, places[1:] or places, strict=False)

    def values(self, frame: Frame) -> Rows:
        """Chosen figures on the main line, where there is room; and its label where it ends early."""
        main = self.view.main
        if main is None:
            return []
        rows = [] if self.reaches_end(main) else self.early_label(main, frame)
        if self.manner.values:
            for dot in self.chosen(main):
                rows += self.value_row(dot, frame)
        return rows

    def chosen(self, main: Line) -> list[Dot]:
        """Last before and first after a break, highest and lowest, first: in order of weight."""
        edges = [dot for run in main.runs for dot in (run[-1], run[0])]
        ordered = sorted(main.dots, key=lambda dot: dot.value)
        extremes = [ordered[-1], ordered[0]]
        wanted = [*edges[:-2], *extremes, edges[-1], main.dots[0]] if len(edges) > 2 else [*extremes, *edges]
        if self.narrow:
            wanted = [d for d in wanted if d is not main.dots[0] or d in extremes]
        return [d for d in dict.fromkeys(wanted) if d is not main.dots[-1]]

    def value_row(self, dot: Dot, frame: Frame) -> Rows:
        text = number(dot.value, self.view.decimals)
        width = text_width(text, self.size.label, 600)
        centre = max(frame.px(dot.at), width / 2 + 1)
        up = frame.py(dot.value if dot.high is None else dot.high)
        down = frame.py(dot.value if dot.low is None else dot.low)
        for y in (up - 16, down + 17, up - 22):
            box = (centre - width / 2 - 3, y - 9, centre + width / 2 + 3, y + 9)
            if -frame.top < box[1] and box[3] < frame.height and self.free(box, frame):
                self.taken.append(box)
                return [_text(frame, (centre, y), text, token("stadt"), "center")]
        return []

    def early_label(self, main: Line, frame: Frame) -> Rows:
        """The label of a main line that ends before the axis does: beside its end, clear of other lines."""
        label = self.line_label(main)
        height, width = _LINE_HEIGHT * len(label.lines), label.width(self.size.label)
        x, y = frame.px(main.dots[-1].at), frame.py(main.dots[-1].value)
        starts = (x + _LABEL_GAP, x - width / 2, x - width + 6)
        moves = (0, -20, 20, -28, 28, -36, 36, -46, 46, -58, 58, -72, 72)
        boxes = [(at, y + move - height / 2, at + width, y + move + height / 2) for move in moves for at in starts]
        inside = [b for b in boxes if b[0] > -4 and b[1] > -frame.top and b[3] < frame.height - 2]
        box = next((b for b in inside if self.free(b, frame)), boxes[0])
        self.taken.append(box)
        return self.label_rows(label, frame, box[0], box[1])

    # --- breaks ---------------------------------------------------------------------------------------

    def bands(self, frame: Frame) -> Rows:
        return [{"x": frame.x_at(a), "x2": frame.x_at(b)} for a, b in map(self.band_at(frame), self.view.gaps)]

    def band_at(self, frame: Frame) -> Any:
        step = self.view.step * _BAND_INSET

        def edges(gap: Gap) -> tuple[float, float]:
            end = frame.width if gap.after is None else frame.px(gap.after - step)
            return frame.px(gap.before + step), min(end, frame.px(self.last()) if gap.after is None else end)

        return edges

    def words(self, frame: Frame) -> Rows:
        """The words of breaks, in the room above the plot."""
        rows: Rows = []
        for gap in self.view.gaps if self.manner.words else ():
            left, right = self.band_at(frame)(gap)
            if gap.edition:
                rows += self.word_rows(gap.edition, (right, frame.width + frame.right, 0), frame, "tinte")
            if gap.words:
                rows += self.word_rows(gap.words, (left, right, 1), frame, "tinte2")
        return rows

    def word_rows(self, words: str, place: tuple[float, float, int], frame: Frame, color: str) -> Rows:
        """Words beside an edition line (0), or in the middle of a band (1) or left of a narrow one."""
        left, right, centred = place
        size = self.size.note
        room = right - left - 6
        lines = wrap(words, size, max(room, 1) if centred else min(room, 110 if self.narrow else 200))
        width = max(text_width(line, size) for line in lines)
        anchor, align = ((left + right) / 2, "center") if centred else (left + 6, "left")
        if width > room:
            lines = wrap(words, size, 60)
            width = max(text_width(line, size) for line in lines)
            anchor, align = left - 5, "right"
        start = anchor - width * {"center": 0.5, "left": 0, "right": 1}[align]
        box = (start, -frame.top, start + width, -frame.top + 17 * len(lines) + 1)
        if start < -frame.left or any(box[0] < t[2] and t[0] < box[2] and t[1] < box[3] for t in self.taken):
            return []
        self.taken.append(box)
        return [
            _text(frame, (anchor, -frame.top + 9 + 17 * i), line, token(color), align) for i, line in enumerate(lines)
        ]

    # --- axes and lines -------------------------------------------------------------------------------

    def x_labels(self, frame: Frame) -> Rows:
        """Chosen periods, never rotated, never too close: all if they fit, else ends, breaks and fives."""
        periods = [*self.view.periods]
        periods += [(a.until, f"{a.until:.0f}") for a in self.aims() if a.until > self.last()]
        every = self.apart(periods, frame)
        kept = every if len(every) == len(periods) else self.apart(self.preferred(periods), frame)
        return [{"x": at, "text": text} for at, text in sorted(kept)]

    def preferred(self, periods: list[tuple[float, str]]) -> list[tuple[float, str]]:
        """First, last, where the main line ends before a break, then the fives."""
        main = self.view.main
        ends = {run[-1].at for run in main.runs} if main else set()
        order = [periods[0], periods[-1], *(p for p in periods if p[0] in ends)]
        return list(dict.fromkeys([*order, *(p for p in periods if int(p[0]) % 5 == 0)]))

    def apart(self, periods: list[tuple[float, str]], frame: Frame) -> list[tuple[float, str]]:
        """Those that keep their distance to the ones before them in the list."""
        kept: list[tuple[float, str]] = []
        for at, text in periods:
            need = text_width(text, self.size.axis) + 10
            if all(abs(frame.px(at) - frame.px(other)) >= need for other, _ in kept):
                kept.append((at, text))
        return kept

    def stages(self, frame: Frame) -> dict[str, Rows]:
        """The ribbon below the axis."""
        if not self.ribbon_shown():
            return {}
        y = frame.height + 10 + self.size.axis + 16
        starts = [max(frame.x[0], s.start or frame.x[0]) for s in self.view.stages]
        ticks = [
            {"x": x, "y": frame.y_at(y - (5 if i else 4)), "y2": frame.y_at(y + (6 if i else 4)), "width": 3 if i else 1.25}
            for i, x in enumerate(starts)
        ]  # fmt: skip
        return {
            "stages": [{"x": starts[0], "x2": frame.x_at(frame.px(self.last())), "y": frame.y_at(y)}],
            "stage-starts": ticks,
            "stage-names": self.stage_names(frame, starts, y + 17),
        }

    def stage_names(self, frame: Frame, starts: list[float], y: float) -> Rows:
        texts = [s.short if self.narrow else s.label for s in self.view.stages]
        rows, edge = [], float("-inf")
        for text, start in zip(texts, starts, strict=True):
            width = text_width(text, self.size.note)
            x = min(frame.px(start), frame.width + frame.right - width)
            if x >= edge:
                rows.append(_text(frame, (x, y), text, token("tinte2"), "left"))
                edge = x + width + 8
        return rows

    def spec(self) -> dict[str, Any]:
        ticks = self.y_steps()
        frame = self.frame(ticks)
        labels, leaders = self.placed_labels(frame)
        datasets = {
            "gaps": self.bands(frame),
            "grid": [{"y": y, "text": text} for y, text in zip(ticks, _tick_texts(ticks), strict=True)],
            "base": [{"y": 0.0 if ticks[0] <= 0 <= ticks[-1] else ticks[0]}],
            "periods": self.x_labels(frame),
            "editions": [{"x": frame.x_at(self.band_at(frame)(g)[1])} for g in self.view.gaps if g.edition],
            "break-words": self.words(frame),
            "values": self.values(frame),
            "labels": labels,
            "leaders": leaders,
            **self.stages(frame),
            **_line_rows(self.view, self.dots_everywhere(frame)),
            **_aim_rows(self.aims()),
        }
        return frame.spec(_template(self.size, self.manner.ground, frame.top), datasets)


def _meets(box: tuple[float, float, float, float], a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether a piece of a line passes through a box or within 3 px of its sides."""
    left, top, right, bottom = box[0] - 3, box[1], box[2] + 3, box[3]
    start, end = max(a[0], left), min(b[0], right)
    if start > end:
        return False
    slope = (b[1] - a[1]) / (b[0] - a[0]) if b[0] > a[0] else 0.0
    heights = [a[1] + slope * (x - a[0]) for x in (start, end)]
    return min(heights) < bottom and max(heights) > top


def _tick_texts(ticks: tuple[float, ...]) -> list[str]:
    return [number(t, step_decimals(ticks)) for t in ticks]


def _text(frame: Frame, at: tuple[float, float], text: str, color: str, align: str) -> dict[str, Any]:
    return {
        "x": frame.x_at(at[0]), "y": frame.y_at(at[1]), "text": text, "color": color, "align": align, "weight": 600,
    }  # fmt: skip


def _line_rows(view: LineView, every_dot: bool) -> dict[str, Rows]:
    """The figures themselves, by the way they are drawn."""
    rows: dict[str, Rows] = {"comparators": [], "lone": [], "main": [], "dots": [], "new": [], "provisional": []}
    rows |= {"intervals": []}
    for n, line in enumerate(view.lines):
        main = line.role == "stadt"
        for r, (run, fresh) in enumerate(zip(line.runs, line.fresh, strict=True)):
            common = {"name": line.name, "role": line.role, "run": f"{n}-{r}"}
            points = [{"x": d.at, "y": d.value, "period": d.label} | common for d in run]
            rows["main" if main else "comparators"] += points
            if main:
                _add_dots(rows, run, fresh, every_dot)
            elif len(run) == 1:
                rows["lone"] += points
    return rows


def _add_dots(rows: dict[str, Rows], run: tuple[Dot, ...], fresh: bool, every: bool) -> None:
    for i, dot in enumerate(run):
        if every or i in (0, len(run) - 1) or dot.provisional:
            kind = "provisional" if dot.provisional else "new" if fresh else "dots"
            rows[kind].append({"x": dot.at, "y": dot.value})
        if dot.low is not None and dot.high is not None and every:
            rows["intervals"].append({"x": dot.at, "y": dot.low, "y2": dot.high})


def _aim_rows(aims: tuple[Aim, ...]) -> dict[str, Rows]:
    return {
        "targets": [{"x": a.start, "x2": a.until, "y": a.value, "width": 1.5 if a.current else 1} for a in aims],
        "target-years": [{"x": a.until, "y": a.value} for a in aims],
        "milestones": [{"x": x, "y": y} for a in aims for x, y in a.milestones],
    }


@cache
def _template(size: Size, ground: str, top: float) -> dict[str, Any]:
    """The layers of a line chart, from back to front."""
    layers = [
        *_ground_layers(size, top),
        *_comparator_layers(),
        *_main_layers(ground),
        *_target_layers(),
        *_word_layers(size),
        *_stage_layers(size),
    ]
    return alt.layer(*layers).to_dict(validate=False)


def _of(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name=name))


def _ground_layers(size: Size, top: float) -> Iterator[alt.Chart]:
    bottom = alt.value(alt.expr("height"))
    yield _of("gaps").mark_rect(color=token("sand")).encode(x="x:Q", x2="x2", y=alt.value(-top), y2=bottom)
    across = {"x": alt.value(0), "x2": alt.value(alt.expr("width"))}
    yield _of("grid").mark_rule(color=token("gitter"), strokeWidth=1).encode(y="y:Q", **across)
    yield _of("base").mark_rule(color=token("tinte2"), strokeWidth=1).encode(y="y:Q", **across)
    yield _of("grid").mark_text(fontSize=size.axis, align="right").encode(y="y:Q", x=alt.value(-8), text="text:N")
    yield _of("periods").mark_rule(color=token("tinte2"), strokeWidth=1).encode(
        x="x:Q", y=bottom, y2=alt.value(alt.expr(f"height + {_TICK}"))
    )
    yield _of("periods").mark_text(fontSize=size.axis, align="center", baseline="top").encode(
        x="x:Q", y=alt.value(alt.expr("height + 9")), text="text:N"
    )
    yield _of("editions").mark_rule().encode(x="x:Q", y=alt.value(-top), y2=bottom)


def _comparator_layers() -> Iterator[alt.Chart]:
    roles = [role for role in STROKES if role != "stadt"]
    color = alt.Color("role:N", scale=alt.Scale(domain=roles, range=[token(STROKES[r].token) for r in roles]))
    dash = alt.StrokeDash("role:N", scale=alt.Scale(domain=roles, range=[list(STROKES[r].dash) for r in roles]))
    yield _of("comparators").mark_line(strokeWidth=2).encode(
        x="x:Q", y="y:Q", color=color, strokeDash=dash, detail="run:N"
    )
    yield _of("lone").mark_point(size=36).encode(x="x:Q", y="y:Q", color=color)


def _main_layers(ground: str) -> Iterator[alt.Chart]:
    brick = token("stadt")
    limits = {"x": "x:Q", "y": "y:Q", "y2": "y2"}
    yield _of("intervals").mark_rule(color=brick, strokeWidth=1.6).encode(**limits)
    for end in ("y", "y2"):
        cap = _of("intervals").mark_tick(color=brick, thickness=1.6, size=9, orient="horizontal")
        yield cap.encode(x="x:Q", y=f"{end}:Q")
    yield _of("main").mark_line(color=brick, strokeWidth=STROKES["stadt"].width).encode(
        x="x:Q", y="y:Q", detail="run:N"
    )
    yield _of("dots").mark_point(size=74, color=brick).encode(x="x:Q", y="y:Q")
    hollow = {"filled": True, "color": token(ground), "stroke": brick, "strokeWidth": 2.2}
    yield _of("new").mark_point(size=85, **hollow).encode(x="x:Q", y="y:Q")
    yield _of("provisional").mark_point(size=110, shape="diamond", **hollow).encode(x="x:Q", y="y:Q")


def _target_layers() -> Iterator[alt.Chart]:
    ink = token("tinte")
    width = alt.expr("datum.width")
    yield _of("targets").mark_rule(color=ink, strokeWidth=width).encode(x="x:Q", x2="x2", y="y:Q")
    yield _of("target-years").mark_point(shape="triangle-left", size=110, color=ink).encode(x="x:Q", y="y:Q")
    yield _of("milestones").mark_point(shape="triangle-down", size=60, color=ink).encode(x="x:Q", y="y:Q")


def _word_layers(size: Size) -> Iterator[alt.Chart]:
    own = {"align": alt.expr("datum.align"), "fontWeight": alt.expr("datum.weight")}
    color = alt.Color("color:N", scale=None)
    yield _of("leaders").mark_rule(color=token("tinte2"), strokeWidth=1).encode(
        x="x:Q", y="y:Q", x2="x2", y2="y2"
    )
    yield _of("break-words").mark_text(fontSize=size.note, align=own["align"]).encode(
        x="x:Q", y="y:Q", text="text:N", color=color
    )
    for name in ("values", "labels"):
        yield _of(name).mark_text(fontSize=size.label, **own).encode(x="x:Q", y="y:Q", text="text:N", color=color)


def _stage_layers(size: Size) -> Iterator[alt.Chart]:
    yield _of("stages").mark_rule().encode(x="x:Q", x2="x2", y="y:Q")
    yield _of("stage-starts").mark_rule(strokeWidth=alt.expr("datum.width")).encode(x="x:Q", y="y:Q", y2="y2")
    yield _of("stage-names").mark_text(fontSize=size.note).encode(x="x:Q", y="y:Q", text="text:N")
