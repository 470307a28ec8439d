"""The flat format of GENESIS databases (ffcsv): one row per figure, every label with its code beside it.

Two generations are in use: columns such as `1_Merkmal_Code`, `1_Auspraegung_Label` with values in columns
such as `BEV002__Bevoelkerungsstand__Anzahl`, and `1_variable_code`, `1_variable_attribute_label` with
`value`, `value_unit`, `value_variable_label`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lagebild.intake.grid import Grid
from lagebild.intake.printed_cells import decimal_mark
from lagebild.intake.published import Label, Printed, Published, Region
from lagebild.intake.territories import Territories
from lagebild.intake.wide import NoTableError

_VARIABLE = re.compile(r"([0-9]+)_(?:variable|merkmal)_code", re.IGNORECASE)
_VALUE = re.compile(r"([^_].*?)__(.+?)__(.+)")
# What GENESIS calls its territories; others are found by the keys that stand below.
_REGIONS = re.compile(r"DINSG|DLAND|REGBEZ|KREISE|GEMEIN|GEO[A-Z]+[0-9]*|DG|DSTADT|ADMIN")


@dataclass(frozen=True, slots=True)
class _Variable:
    code: int
    """Column of the variable's own code."""
    attribute_code: int
    attribute_label: int


def is_flat(grid: Grid) -> bool:
    """Whether the heading is that of the flat format."""
    return bool(grid.rows) and any(_VARIABLE.fullmatch(cell) for cell in grid.rows[0])


def read_flat(grid: Grid, territories: Territories) -> Published:
    """Read a file in the flat format."""
    head = {cell.lower(): number for number, cell in enumerate(grid.rows[0])}
    variables = [
        v for cell in head if (found := _VARIABLE.fullmatch(cell)) and (v := _variable(head, found[1]))
    ]
    region = _region_variable(grid, variables, territories)
    time = next((head[name] for name in ("time", "zeit") if name in head), None)
    if region is None or time is None:
        raise NoTableError
    parts = [v for v in variables if v is not region]
    figures = tuple(_figures(grid, head, region, parts, time))
    if not figures:
        raise NoTableError
    label = next((head[name] for name in ("statistics_label", "statistik_label") if name in head), None)
    title = grid.rows[1][label] if label is not None else ""
    code = next((head[name] for name in ("statistics_code", "statistik_code") if name in head), None)
    number = grid.rows[1][code] if code is not None else ""
    mark = decimal_mark(f.text for f in figures)
    return Published(title=title, figures=figures, texts=(title, number), decimal=mark)


def _variable(head: Mapping[str, int], number: str) -> _Variable | None:
    for code, attribute, label in (
        ("variable_code", "variable_attribute_code", "variable_attribute_label"),
        ("merkmal_code", "auspraegung_code", "auspraegung_label"),
    ):
        names = [f"{number}_{part}" for part in (code, attribute, label)]
        if all(name in head for name in names):
            return _Variable(*(head[name] for name in names))
    return None


def _region_variable(grid: Grid, variables: list[_Variable], territories: Territories) -> _Variable | None:
    """The variable whose attributes are our territories, else the one that GENESIS names so."""
    body = grid.rows[1:]
    weights = {
        v: sum(territories.weight(row[v.attribute_code]) for row in body if row[v.attribute_code])
        for v in variables
    }
    best = max(weights, key=lambda v: weights[v], default=None)
    if best is not None and weights[best]:
        return best
    return next((v for v in variables if body and _REGIONS.fullmatch(body[0][v.code])), None)


def _figures(
    grid: Grid, head: Mapping[str, int], region: _Variable, parts: list[_Variable], time: int
) -> Iterator[Printed]:
    values = list(_values(grid, head))
    for number, row in enumerate(grid.rows[1:], 1):
        if not any(row):
            continue
        place = Region(key=row[region.attribute_code], name=row[region.attribute_label])
        labels = tuple(
            _label(row[v.attribute_label], row[v.attribute_code]) for v in parts if row[v.attribute_label]
        )
        for value in values:
            if row[value.column]:
                yield Printed(
                    region=place,
                    time=row[time],
                    labels=(*labels, *value.labels(row)),
                    unit=value.unit(row),
                    text=row[value.column],
                    cell=grid.cell(number, value.column),
                    quality=value.quality(row),
                )


def _label(name: str, code: str) -> Label:
    return (name, code) if code and code != name else (name,)


@dataclass(frozen=True, slots=True)
class _Value:
    """A column with figures, and where its names stand: in other columns, or fixed in its heading."""

    column: int
    name: int | str
    code: int | str
    unit_from: int | str
    mark: int | None

    def labels(self, row: tuple[str, ...]) -> tuple[Label, ...]:
        name, code = _in(row, self.name), _in(row, self.code)
        return (_label(name, code),) if name else ()

    def unit(self, row: tuple[str, ...]) -> str:
        return _in(row, self.unit_from)

    def quality(self, row: tuple[str, ...]) -> str:
        return row[self.mark] if self.mark is not None else ""


def _in(row: tuple[str, ...], where: int | str) -> str:
    return where if isinstance(where, str) else row[where]


def _values(grid: Grid, head: Mapping[str, int]) -> Iterator[_Value]:
    if "value" in head:
        name, code, unit = (
            head.get(f"value_{part}", "") for part in ("variable_label", "variable_code", "unit")
        )
        yield _Value(head["value"], name, code, unit, head.get("value_q"))
        return
    for cell, column in ((cell, column) for column, cell in enumerate(grid.rows[0])):
        if (found := _VALUE.fullmatch(cell)) and not cell.lower().endswith("_q"):
            yield _Value(column, found[2], found[1], found[3], head.get(f"{cell}_q".lower()))
