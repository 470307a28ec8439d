"""Tables for people: a title block, one or more rows of headings, a territory per row, footnotes below.

Nothing is known of the layout beforehand: the column with keys or names is the one in which most of our own
territories stand, the body begins at the first row that names a territory and holds figures, and what is
printed above a column describes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lagebild.intake.grid import Grid
from lagebild.intake.printed_cells import decimal_mark, is_figure
from lagebild.intake.printed_times import is_time, time_in, time_of_title
from lagebild.intake.published import Label, Printed, Published, Region, normal
from lagebild.intake.territories import Territories, is_keyish, split_key

# Territories stand in one of the first columns.
_FRONT = 12
# Below this share of figures a column is text with some numbers in it.
_MOSTLY = 0.5
_TIME_HEADINGS = frozenset(
    {
        "jahr",
        "year",
        "zeit",
        "time",
        "zeitbezug",
        "stichtag",
        "schuljahr",
        "berichtsjahr",
        "zeitraum",
        "datum",
        "quartal",
        "kalenderjahr",
    }
)
_NAME_HEADINGS = frozenset(
    {"name", "raumeinheit", "gebiet", "region", "kreis_name", "gemeindename", "kreis", "kreisname"}
)
_LEVEL_HEADINGS = frozenset({"raumbezug", "aggregat", "gebietstyp", "regionalebene"})
_END = re.compile(r"_{5,}|-{10,}")
_UNITS = frozenset(
    {
        "anzahl",
        "prozent",
        "%",
        "in %",
        "eur",
        "euro",
        "€",
        "tsd. eur",
        "1000 eur",
        "1 000 eur",
        "je 1000",
        "qkm",
        "personen",
        "je 100",
        "jahre",
        "1000",
        "1 000",
        "tsd.",
        "mill. eur",
        "je 10 000",
    }
)


class NoTableError(Exception):
    """The sheet holds no table with figures of our territories."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns hold what; indices counted from 0."""

    key: int | None
    name: int | None
    level: int | None
    time: int | None
    parts: tuple[int, ...]
    """Columns whose cells describe a row beside its territory: `weiblich`."""
    values: tuple[int, ...]
    first: int
    """The first row of the body."""


def read_wide(grid: Grid, territories: Territories) -> Published:
    """Read one sheet."""
    layout = _layout(grid, territories)
    headings = _headings(grid, layout)
    body = list(_body(grid, layout, territories))
    texts = tuple(_texts(grid, layout.first, body))
    of_all = _time_of_all(grid, layout.first)
    figures = tuple(f for row in body for f in _figures(grid, layout, headings, row, of_all))
    if not figures:
        raise NoTableError
    mark = "," if grid.typed_numbers else decimal_mark(f.text for f in figures)
    texts += tuple(
        dict.fromkeys(cell for row in grid.rows[: layout.first] for cell in row[: min(layout.values)] if cell)
    )
    title = next((text for text in texts if not re.match(r"(GENESIS-)?Tabelle:?", text)), "")
    return Published(title=title, figures=figures, texts=texts, decimal=mark)


def _layout(grid: Grid, territories: Territories) -> _Layout:
    regions = _region_column(grid, territories)
    first = next(
        (
            row
            for row, cells in enumerate(grid.rows)
            if _names_region(cells[regions], territories) and _is_body(cells, regions)
        ),
        None,
    )
    if first is None:
        raise NoTableError
    heads = _lowest_headings(grid, first, regions)
    values = [c for c in range(grid.width) if c != regions and _share(grid, first, c, is_figure) > _MOSTLY]
    times = [
        c for c in range(grid.width) if c != regions and _is_time_column(grid, first, c, heads[c], regions)
    ]
    time = times[0] if times else None
    values = [c for c in values if c not in times]
    if not values:
        raise NoTableError
    words = [c for c in range(grid.width) if c != regions and c not in times and c < min(v for v in values)]
    level = next((c for c in words if heads[c] in _LEVEL_HEADINGS), None)
    names = {
        c: sum(map(territories.weight, {row[c] for row in grid.rows[first:]})) for c in words if c != level
    }
    key, name = _key_and_name(grid, first, regions, names, heads)
    parts = tuple(
        c for c in words if c not in (key, name, level) and any(row[c] for row in grid.rows[first:])
    )
    return _Layout(
        key, name, level, time, parts, tuple(v for v in values if v not in (key, name, level)), first
    )


def _region_column(grid: Grid, territories: Territories) -> int:
    """The column in which most of our territories stand; keys weigh more than names."""
    columns = range(min(_FRONT, grid.width))
    weights = {c: sum(territories.weight(row[c]) for row in grid.rows if row[c]) for c in columns}
    best = max(weights, key=lambda c: (weights[c], -c), default=None)
    if best is None or not weights[best]:
        raise NoTableError
    return best


def _names_region(text: str, territories: Territories) -> bool:
    key, _ = split_key(text)
    return territories.weight(text) > 0 or (bool(key) and not is_time(key))


def _is_body(cells: tuple[str, ...], regions: int) -> bool:
    return any(is_figure(cell) for column, cell in enumerate(cells) if column != regions and cell)


def _lowest_headings(grid: Grid, first: int, regions: int) -> list[str]:
    """The heading next to the body for each column; lines of the title block, which fill one cell, are
    none.
    """
    above = [row for row in reversed(grid.rows[:first]) if any(row[regions + 1 :])]
    return [next((normal(row[column]) for row in above if row[column]), "") for column in range(grid.width)]


def _share(grid: Grid, first: int, column: int, test: object) -> float:
    cells = [row[column] for row in grid.rows[first : first + 400] if row[column] and not _END.match(row[0])]
    return sum(bool(test(cell)) for cell in cells) / len(cells) if cells else 0.0  # type: ignore[operator]


def _is_time_column(grid: Grid, first: int, column: int, head: str, regions: int) -> bool:
    """A column of years or days: called so, or standing before the territory without a heading."""
    if head in _TIME_HEADINGS:
        return _share(grid, first, column, is_time) > 0
    return not head and column < regions and _share(grid, first, column, is_time) > _MOSTLY


def _key_and_name(
    grid: Grid, first: int, regions: int, names: Mapping[int, int], heads: list[str]
) -> tuple[int | None, int | None]:
    """The columns of keys and of names; `names` says how well each column names our territories."""
    if _share(grid, first, regions, is_keyish) <= _MOSTLY:
        return None, regions
    named = next((c for c in names if heads[c] in _NAME_HEADINGS), None)
    best = max(names, key=lambda c: names[c], default=None)
    if named is None and best is not None and names[best]:
        named = best
    behind = next((c for c in names if c == regions + 1 and not heads[c]), None)
    return regions, named if named is not None else behind


def _headings(grid: Grid, layout: _Layout) -> dict[int, tuple[str, ...]]:
    """Value column → the headings above it, the highest first."""
    start = min(layout.values)
    rows: list[list[str]] = []
    for row in reversed(grid.rows[: layout.first]):
        over = [row[c] for c in layout.values]
        if not any(over) or (not any(row[start:]) and row[0]):
            if rows:
                break
            continue
        rows.insert(0, list(row))
    rows = [row for row in rows if not _is_numbering([row[c] for c in layout.values])]
    if rows and not grid.has_merged:
        _spread(rows, layout.values)
    return {c: tuple(row[c] for row in rows if row[c]) for c in layout.values}


def _is_numbering(cells: list[str]) -> bool:
    """Columns numbered for the reader: 1, 2, 3 …"""
    return (
        len(cells) > 1 and cells == [str(n) for n in range(int(cells[0]), int(cells[0]) + len(cells))]
        if (cells[0].isdigit() and int(cells[0]) < 10)
        else False
    )


def _spread(rows: list[list[str]], values: tuple[int, ...]) -> None:
    """Headings that stand once for several columns, as far as the heading above them reaches."""
    if all(rows[0][c] for c in values):
        return
    for number, row in enumerate(rows[:-1]):
        for left, right in pairwise(values):
            above = all(rows[up][left] == rows[up][right] for up in range(number))
            if not row[right] and row[left] and above and right == left + 1:
                row[right] = row[left]


def _body(grid: Grid, layout: _Layout, territories: Territories) -> Iterator[int]:
    region = layout.key if layout.key is not None else layout.name
    assert region is not None
    for number in range(layout.first, len(grid.rows)):
        cells = grid.rows[number]
        if _END.match(cells[0]):
            return
        if cells[region] and any(is_figure(cells[c]) for c in layout.values):
            yield number


def _texts(grid: Grid, first: int, body: list[int]) -> Iterator[str]:
    inside = set(body)
    for number, row in enumerate(grid.rows):
        if number not in inside and not (first <= number <= max(inside, default=first)):
            filled = [cell for cell in dict.fromkeys(row) if cell]
            if len(filled) == 1:
                yield filled[0]


def _time_of_all(grid: Grid, first: int) -> str:
    """The time that the title block gives for the whole table, if it gives just one."""
    lines = [
        text
        for row in grid.rows[:first]
        if len(filled := {cell for cell in row if cell}) == 1
        for text in filled
    ]
    found = {time for text in lines if (time := time_in(text) or time_of_title(text))}
    return found.pop() if len(found) == 1 else ""


def _figures(
    grid: Grid, layout: _Layout, headings: dict[int, tuple[str, ...]], row: int, of_all: str
) -> Iterator[Printed]:
    cells = grid.rows[row]
    region = _region(cells, layout)
    of_row = cells[layout.time] if layout.time is not None else ""
    beside: tuple[Label, ...] = tuple((cells[c],) for c in layout.parts if cells[c])
    for column in layout.values:
        if not cells[column]:
            continue
        words = headings[column]
        time = (
            of_row
            or next((time for word in reversed(words) if (time := time_in(word, strict=True))), "")
            or of_all
        )
        unit = next((word for word in reversed(words) if normal(word) in _UNITS), "")
        labels = tuple(
            (word,)
            for word in dict.fromkeys(words)
            if word != unit and (of_row or not time_in(word, strict=True))
        )
        yield Printed(
            region=region,
            time=time,
            labels=(*beside, *labels),
            unit=unit,
            text=cells[column],
            cell=grid.cell(row, column),
        )


def _region(cells: tuple[str, ...], layout: _Layout) -> Region:
    name = cells[layout.name] if layout.name is not None else ""
    level = cells[layout.level] if layout.level is not None else ""
    if layout.key is not None:
        return Region(key=cells[layout.key], name=name, level=level)
    key, rest = split_key(name)
    return Region(key=key, name=rest or name, level=level)
