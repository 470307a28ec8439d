"""Territories as bars in the order of their figures, the city in its own colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import altair as alt

from lagebild.charts._frame import Frame
from lagebild.charts._layers import TEXT, X2, X, Y, datum, of, own
from lagebild.charts._typeface import text_width, wrap
from lagebild.charts.style import LIST, Size, token
from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report
from lagebild.wording.numbers import number

SIZES = LIST
_ROW = 28
_SECOND_LINE = 17
"""What a wrapped name adds to its row."""
_NAME_SHARE = 0.42
"""Widest name, as a share of the chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One territory."""

    name: str
    value: float
    text: str
    """The value as it is written."""
    main: bool
    low: float | None = None
    high: float | None = None
    """Limits of the 95 % interval."""


def bars(
    report: Report,
    indicator: Indicator,
    findings: IndicatorFindings,
    *,
    territories: Iterable[str],
    period: str,
) -> tuple[Bar, ...]:
    """The given territories at a period, highest first; those without a figure are left to the page's words.

    Territories are given by the caller because who may be compared depends on time and edition.
    """
    codes, decimals = findings.headline_codes, report.unit_of(indicator).decimals
    found = []
    for territory in territories:
        series = findings.series.get((territory, codes)) if codes is not None else None
        for point in series.points if series else ():
            if point.period.text == period and point.value is not None:
                limits = point.interval
                found.append(
                    Bar(
                        name=report.territories[territory].name, value=point.value,
                        text=number(point.value, decimals), main=territory == report.site.main_territory,
                        low=limits.lower if limits else None, high=limits.upper if limits else None,
                    )
                )  # fmt: skip
    return tuple(sorted(found, key=lambda bar: (-bar.value, bar.name)))


def spec(bars: tuple[Bar, ...], size: Size) -> dict[str, Any]:
    """The Vega-Lite specification at one of `SIZES`; its height follows from the rows."""
    names = [wrap(bar.name, size.label, size.width * _NAME_SHARE, 600 if bar.main else 400) for bar in bars]
    heights = [_ROW + _SECOND_LINE * (len(lines) - 1) for lines in names]
    frame = _frame(bars, names, replace(size, height=sum(heights)))
    rows, words, top = [], [], 0
    for bar, lines, height in zip(bars, names, heights, strict=True):
        y = top + _ROW / 2
        rows.append(_row(bar, frame.y_at(y)))
        words += [
            _word(frame, bar, (-frame.left, y + _SECOND_LINE * i), line) for i, line in enumerate(lines)
        ]
        words.append(_word(frame, bar, (-10, y), bar.text, "right"))
        top += height
    whiskers = [row for row in rows if "low" in row]
    return frame.spec(_template(size.label), {"bars": rows, "whiskers": whiskers, "words": words})


def _frame(bars: tuple[Bar, ...], names: list[tuple[str, ...]], size: Size) -> Frame:
    longest = max(
        text_width(line, size.label, 600 if bar.main else 400)
        for bar, lines in zip(bars, names, strict=True) for line in lines
    )  # fmt: skip
    figures = max(text_width(bar.text, size.label, 600) for bar in bars)
    ends = [n for bar in bars for n in (bar.value, bar.low, bar.high) if n is not None]
    low, high = min(*ends, 0), max(*ends, 0)
    return Frame(
        size=size,
        x=(low, high if high > low else low + 1),
        y=(size.height, 0),
        left=longest + figures + 24,
        right=6,
    )


def _row(bar: Bar, y: float) -> dict[str, Any]:
    row = {"name": bar.name, "x": 0, "x2": bar.value, "y": y, "color": token("stadt" if bar.main else "rand")}
    if bar.low is not None and bar.high is not None:
        row |= {"low": bar.low, "high": bar.high}
    return row


def _word(frame: Frame, bar: Bar, at: tuple[float, float], text: str, align: str = "left") -> dict[str, Any]:
    return {
        "x": frame.x_at(at[0]), "y": frame.y_at(at[1]), "text": text, "align": align,
        "weight": 600 if bar.main else 400, "color": token("stadt" if bar.main else "tinte"),
    }  # fmt: skip


@cache
def _template(label: float) -> dict[str, Any]:
    color = own(alt.Color)
    ink = token("tinte")
    whiskers = {"y": Y, "x": "low:Q"}
    return alt.layer(
        of("bars").mark_bar(size=12).encode(x=X, x2=X2, y=Y, color=color),
        of("whiskers").mark_rule(color=ink, strokeWidth=1.6).encode(x2=alt.X2("high"), **whiskers),
        of("whiskers").mark_tick(color=ink, thickness=1.6, size=9, orient="vertical").encode(**whiskers),
        of("whiskers")
        .mark_tick(color=ink, thickness=1.6, size=9, orient="vertical")
        .encode(x=alt.X("high:Q"), y=Y),
        of("words")
        .mark_text(fontSize=label, align=datum("align"), fontWeight=datum("weight"))
        .encode(x=X, y=Y, text=TEXT, color=color),
    ).to_dict(validate=False)
