"""Words inside a plot: figures on the line, breaks, stages; each only where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lagebild.charts._end_labels import LABEL_GAP, Box, Rows, line_label
from lagebild.charts._frame import Frame
from lagebild.charts._picture import Picture
from lagebild.charts._typeface import text_width, wrap
from lagebild.charts._view import Dot, Gap, Line
from lagebild.charts.style import token
from lagebild.wording.numbers import number

_BAND_INSET = 0.33
"""The band keeps a third of a step away from the figures at both sides, so that it is read as a gap."""
WORD_LINE = 17
"""Height of a line of words above the plot, in pixels."""


class Room:
    """What is taken already in a plot: boxes of words and the lines themselves."""

    def __init__(self, picture: Picture, frame: Frame, taken: list[Box]) -> None:
        self._taken = taken
        self._pieces = list(_pieces(picture, frame))
        self._editions = [band(picture, frame, gap)[1] for gap in picture.view.gaps if gap.edition]

    def take(self, box: Box) -> None:
        """Words stand here."""
        self._taken.append(box)

    def free_of_words(self, box: Box) -> bool:
        """Whether no words lie in a box."""
        return not any(
            box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in self._taken
        )

    def free_of_editions(self, box: Box) -> bool:
        """Whether no line of a change of edition crosses a box."""
        return not any(box[0] - 2 < x < box[2] + 2 for x in self._editions)

    def free(self, box: Box) -> bool:
        """Whether neither words nor lines lie in a box."""
        return (
            self.free_of_words(box)
            and self.free_of_editions(box)
            and not any(_meets(box, a, b) for a, b in self._pieces)
        )


def _pieces(picture: Picture, frame: Frame) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The pieces of all lines, in pixels; a lone figure is a piece without length."""
    for line in picture.view.lines:
        for run in line.runs:
            places = [(frame.px(dot.at), frame.py(dot.value)) for dot in run]
            yield from zip(places, places[1:] or places, strict=False)


def _meets(box: Box, a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether a piece of a line passes through a box or within 3 px of its sides."""
    left, top, right, bottom = box[0] - 3, box[1], box[2] + 3, box[3]
    start, end = max(a[0], left), min(b[0], right)
    if start > end:
        return False
    slope = (b[1] - a[1]) / (b[0] - a[0]) if b[0] > a[0] else 0.0
    heights = [a[1] + slope * (x - a[0]) for x in (start, end)]
    return min(heights) < bottom and max(heights) > top


def _word(frame: Frame, at: tuple[float, float], text: str, color: str, align: str) -> dict[str, Any]:
    row = {"x": frame.x_at(at[0]), "y": frame.y_at(at[1]), "text": text, "color": token(color)}
    return row | {"align": align, "weight": 600}


# --- figures on the main line -------------------------------------------------------------------------------


def values(picture: Picture, frame: Frame, room: Room) -> Rows:
    """Chosen figures on the main line, and its label where it ends early."""
    main = picture.view.main
    if main is None:
        return []
    rows = [] if picture.reaches_end(main) else _early_label(picture, main, frame, room)
    for dot in _chosen(picture, main) if picture.manner.values else ():
        rows += _value(picture, dot, frame, room)
    return rows


def _chosen(picture: Picture, main: Line) -> list[Dot]:
    """Last before and first after a break, highest, lowest, first; the very last has its end label."""
    beside = {place for gap in picture.view.gaps for place in (gap.before, gap.after)}
    ordered = sorted(main.dots, key=lambda dot: dot.value)
    extremes = [ordered[-1], ordered[0]]
    wanted = [*(dot for dot in main.dots if dot.at in beside), *extremes, main.dots[0]]
    if picture.narrow:
        wanted = [dot for dot in wanted if dot is not main.dots[0] or dot in extremes]
    return [dot for dot in dict.fromkeys(wanted) if dot is not main.dots[-1]]


def _value(picture: Picture, dot: Dot, frame: Frame, room: Room) -> Rows:
    text = number(dot.value, picture.view.decimals)
    half = text_width(text, picture.size.label, 600) / 2
    centre = max(frame.px(dot.at), half + 1)
    up = frame.py(dot.value if dot.high is None else dot.high)
    down = frame.py(dot.value if dot.low is None else dot.low)
    for y in (up - 16, down + 17, up - 22):
        box = (centre - half - 3, y - 9, centre + half + 3, y + 9)
        if -frame.top < box[1] and box[3] < frame.height and room.free(box):
            room.take(box)
            return [_word(frame, (centre, y), text, "stadt", "center")]
    return []


_MOVES = (0, -20, 20, -28, 28, -36, 36, -46, 46, -58, 58, -72, 72)
"""Distances in pixels that a label may move up or down from its line's end, nearest first."""


def _early_label(picture: Picture, main: Line, frame: Frame, room: Room) -> Rows:
    """The label of a main line that ends before the axis does: beside its end, clear of other lines."""
    label = line_label(picture, main)
    width = label.width(picture.size.label)
    x, y = frame.px(main.dots[-1].at), frame.py(main.dots[-1].value)
    starts = (x + LABEL_GAP, x - width / 2, x - width + 6)
    tops = [y + move - label.height / 2 for move in _MOVES]
    boxes = [(at, top, at + width, top + label.height) for top in tops for at in starts]
    inside = [b for b in boxes if b[0] > -4 and b[1] > -frame.top and b[3] < frame.height - 2]
    box = next((b for b in inside if room.free(b)), boxes[0])
    room.take(box)
    return label.rows(frame, (box[0], box[1]), picture.size.label)


# --- breaks -------------------------------------------------------------------------------------------------


def band(picture: Picture, frame: Frame, gap: Gap) -> tuple[float, float]:
    """Left and right edge of a gap's band in pixels; a change of edition stands at the right one."""
    inset = picture.view.step * _BAND_INSET
    end = picture.last if gap.after is None else gap.after - inset
    return frame.px(gap.before + inset), frame.px(end)


def break_words(picture: Picture, frame: Frame, room: Room) -> Rows:
    """The words of breaks, in the room above the plot."""
    rows: Rows = []
    for gap in picture.view.gaps if picture.manner.words else ():
        left, right = band(picture, frame, gap)
        if gap.edition:
            limit = min(frame.width + frame.right - right - 6, 110 if picture.narrow else 200)
            lines = wrap(gap.edition, picture.size.note, limit)
            after = _words_above(picture, frame, room, (lines, right + 6, "left", "tinte"))
            rows += after or _words_above(picture, frame, room, ((gap.edition,), right - 6, "right", "tinte"))
        if gap.words:
            rows += _gap_words(picture, frame, room, (gap.words, left, right))
    return rows


def _gap_words(picture: Picture, frame: Frame, room: Room, place: tuple[str, float, float]) -> Rows:
    """In the middle of the band, or left of one that is too narrow."""
    words, left, right = place
    size, limit = picture.size.note, max(right - left - 6, 1)
    lines = wrap(words, size, limit)
    if max(text_width(line, size) for line in lines) <= limit:
        return _words_above(picture, frame, room, (lines, (left + right) / 2, "center", "tinte2"))
    return _words_above(picture, frame, room, ((words,), left - 5, "right", "tinte2"))


def _words_above(
    picture: Picture, frame: Frame, room: Room, words: tuple[tuple[str, ...], float, str, str]
) -> Rows:
    """Lines of words above the plot, or none where they would meet others."""
    lines, anchor, align, color = words
    width = max(text_width(line, picture.size.note) for line in lines)
    start = anchor - width * {"center": 0.5, "left": 0, "right": 1}[align]
    for top in (-frame.top, -frame.top + WORD_LINE)[: 3 - len(lines)]:
        box = (start, top, start + width, top + WORD_LINE * len(lines) + 1)
        if start >= -frame.left and room.free_of_words(box) and room.free_of_editions(box):
            break
    else:
        return []
    room.take(box)
    return [
        _word(frame, (anchor, box[1] + 9 + WORD_LINE * i), line, color, align) for i, line in enumerate(lines)
    ]


# --- the ribbon of the territory ----------------------------------------------------------------------------


def ribbon(picture: Picture, frame: Frame) -> dict[str, Rows]:
    """What the territory belonged to, as a line of stages below the axis."""
    if not picture.has_ribbon:
        return {}
    y = frame.height + 26 + picture.size.axis
    starts = [max(frame.x[0], stage.start or frame.x[0]) for stage in picture.view.stages]
    return {
        "stages": [{"x": starts[0], "x2": picture.last, "y": frame.y_at(y)}],
        "stage-starts": [_stage_start(frame, x, y, i > 0) for i, x in enumerate(starts)],
        "stage-names": _stage_names(picture, frame, starts, y + WORD_LINE),
    }


def _stage_start(frame: Frame, x: float, y: float, change: bool) -> dict[str, Any]:
    """A mark across the ribbon, heavier where the territory changed."""
    half, width = (6, 3.0) if change else (4, 1.25)
    return {"x": x, "y": frame.y_at(y - half), "y2": frame.y_at(y + half), "width": width}


def _stage_names(picture: Picture, frame: Frame, starts: list[float], y: float) -> Rows:
    rows, edge = [], float("-inf")
    for stage, start in zip(picture.view.stages, starts, strict=True):
        text = stage.short if picture.narrow else stage.label
        width = text_width(text, picture.size.note)
        x = min(frame.px(start), frame.width + frame.right - width)
        if x >= edge:
            rows.append(_word(frame, (x, y), text, "tinte2", "left"))
            edge = x + width + 8
    return rows
