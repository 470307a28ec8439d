"""Parts of a whole over the years: columns whose pieces add up to the total."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._findings_view import period_words
from lagebild.charts._frame import Frame, spread, step_decimals, steps
from lagebild.charts._layers import ACROSS, TEXT, X2, Y2, X, Y, below, of, own
from lagebild.charts._typeface import text_width, wrap
from lagebild.charts.style import MAP_CLASSES, Size, sizes, token
from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report
from lagebild.wording.numbers import number

SIZES = sizes((744, 320), (328, 280))
MOST_PARTS = len(MAP_CLASSES)
"""More pieces than shades cannot be told apart; such breakdowns are drawn as panels."""
_LINE = 19


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedView:
    """Parts from the bottom up, each with its value per period."""

    parts: tuple[str, ...]
    columns: tuple[tuple[float, str, tuple[float, ...]], ...]
    """Position and words of a period, and one value per part; only periods that have all of them."""
    decimals: int


def view(
    report: Report, indicator: Indicator, findings: IndicatorFindings, breakdown: str
) -> StackedView | None:
    """The parts of a complete breakdown of the main territory; None where they do not form a whole."""
    place = next(i for i, b in enumerate(indicator.breakdowns) if b.id == breakdown)
    listed = sorted(report.code_lists.get(breakdown, {}).values(), key=lambda c: c.order)
    wholes = {c.part_of for c in listed if c.part_of}
    parts = [c for c in listed if c.part_of and c.code not in wholes]
    head = findings.headline_codes
    if indicator.breakdowns[place].kind != "vollstaendig" or head is None or len(wholes) != 1:
        return None
    found = [
        findings.series.get((report.site.main_territory, (*head[:place], c.code, *head[place + 1 :])))
        for c in parts
    ]
    if not 2 <= len(parts) <= MOST_PARTS or any(s is None for s in found):
        return None
    values = [{p.period: p.value for p in s.points if p.value is not None} for s in found if s is not None]
    shared = sorted(set.intersection(*(set(v) for v in values)))
    columns = tuple((p.index, period_words(p), tuple(v[p] for v in values)) for p in shared)
    decimals = report.unit_of(indicator).decimals
    return (
        StackedView(parts=tuple(c.name for c in parts), columns=columns, decimals=decimals)
        if columns
        else None
    )


def spec(view: StackedView, size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`."""
    ticks = steps(0, max(sum(values) for _, _, values in view.columns))
    limit = size.width * 0.3
    labels = [
        wrap(f"{p} {number(v, view.decimals)}", size.label, limit)
        for p, v in zip(view.parts, view.columns[-1][2], strict=True)
    ]
    right = 12 + max(text_width(line, size.label) for lines in labels for line in lines)
    left = 8 + max(text_width(number(t, step_decimals(ticks)), size.axis) for t in ticks)
    first, last = view.columns[0][0], view.columns[-1][0]
    frame = Frame(
        size=size,
        x=(first - 0.5, last + 0.5),
        y=(ticks[0], ticks[-1]),
        left=left,
        right=right,
        top=10,
        bottom=28,
    )
    return frame.spec(_template(size), {
        "grid": [{"y": t, "text": number(t, step_decimals(ticks))} for t in ticks],
        "pieces": _pieces(view),
        "labels": _labels(view, labels, frame),
        "periods": _periods(view, frame, size),
    })  # fmt: skip


def _shade(i: int, parts: int) -> str:
    """Shades from the strongest at the bottom, spread over all there are."""
    return MAP_CLASSES[round((MOST_PARTS - 1) * (1 - i / max(parts - 1, 1)))]


def _pieces(view: StackedView) -> list[dict[str, Any]]:
    rows = []
    for at, words, values in view.columns:
        top = 0.0
        for i, (part, value) in enumerate(zip(view.parts, values, strict=True)):
            rows.append({
                "x": at - 0.4, "x2": at + 0.4, "y": round(top, 4), "y2": round(top + value, 4),
                "color": token(_shade(i, len(values))), "part": part, "period": words,
            })  # fmt: skip
            top += value
    return rows


def _labels(view: StackedView, labels: list[tuple[str, ...]], frame: Frame) -> list[dict[str, Any]]:
    values, wanted, top = view.columns[-1][2], [], 0.0
    for value, lines in zip(values, labels, strict=True):
        wanted.append((frame.py(top + value / 2), float(_LINE * len(lines))))
        top += value
    centres = spread(wanted, -frame.top, frame.height + 8)
    x = frame.x_at(frame.width + 10)
    return [
        {"x": x, "y": frame.y_at(centre - _LINE * (len(lines) - 1) / 2 + _LINE * i), "text": text}
        for lines, centre in zip(labels, centres, strict=True) for i, text in enumerate(lines)
    ]  # fmt: skip


def _periods(view: StackedView, frame: Frame, size: Size) -> list[dict[str, Any]]:
    ends = [view.columns[0], view.columns[-1]]
    order = [*ends, *(c for c in view.columns if int(c[0]) % 5 == 0), *view.columns]
    kept: list[tuple[float, str]] = []
    for at, text, _ in order:
        need = text_width(text, size.axis) + 10
        if all(abs(frame.px(at) - frame.px(other)) >= need for other, _ in kept):
            kept.append((at, text))
    return [{"x": at, "text": text} for at, text in sorted(kept)]


@cache
def _template(size: Size) -> dict[str, Any]:

    edge: dict[str, Any] = {"stroke": token("flaeche"), "strokeWidth": 1.5}
    return alt.layer(
        of("grid").mark_rule(color=token("gitter"), strokeWidth=1).encode(y=Y, **ACROSS),
        of("pieces").mark_rect(**edge).encode(x=X, x2=X2, y=Y, y2=Y2, color=own(alt.Color)),
        of("grid").mark_text(fontSize=size.axis, align="right").encode(y=Y, x=alt.value(-8), text=TEXT),
        of("labels").mark_text(fontSize=size.label).encode(x=X, y=Y, text=TEXT),
        of("periods").mark_text(fontSize=size.axis, align="center").encode(x=X, y=below(16), text=TEXT),
    ).to_dict(validate=False)
