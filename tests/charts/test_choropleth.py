"""Maps: one boundary set at a time, hatching where there is no figure. Four invented square territories."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from lagebild.charts import choropleth, render
from lagebild.charts._outlines import outlines
from lagebild.charts.choropleth import SIZES, MapView
from lagebild.model import Boundaries


def square(x: float, y: float, size: float = 1.0) -> dict[str, Any]:
    corners = [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
    return {"type": "Polygon", "coordinates": [corners]}


HOLE = [[10.4, 50.4], [10.6, 50.4], [10.6, 50.6], [10.4, 50.6], [10.4, 50.4]]
AROUND = {"type": "Polygon", "coordinates": [*square(10, 50)["coordinates"], HOLE]}
BOUNDARIES = Boundaries(
    file="gebiete/kreise.geojson", name="Sample", valid_on=date(2021, 1, 1), attribution="", licence="",
    features={
        "umland": AROUND, "musterstadt": square(10.4, 50.4, 0.2),
        "ost": square(11, 50), "nord": square(10, 51),
    },
)  # fmt: skip
VIEW = MapView(
    classes={"umland": 1, "musterstadt": 5, "ost": 3},
    texts={"umland": "6,8", "musterstadt": "19,4", "ost": "11,1"},
    main="musterstadt", main_name="Musterstadt", main_text="19,4 %",
)  # fmt: skip


def picture(view: MapView = VIEW, *, narrow: bool = False) -> str:
    size = SIZES.narrow if narrow else SIZES.wide
    spec = choropleth.spec(view, choropleth.outlines(BOUNDARIES, size), size)
    return render.svg(spec, ident="k", title="Titel", description="Text")


def test_each_territory_has_the_colour_of_its_class() -> None:
    assert {f"karte{c}" for c in (1, 3, 5)} <= set(re.findall(r'fill="var\(--(karte\d)\)', picture()))


def test_a_territory_without_figure_is_hatched() -> None:
    assert picture().count('fill="url(#k-h1)"') == 1
    assert '<pattern id="k-h1"' in picture()


def test_territories_of_another_boundary_set_are_refused() -> None:
    view = MapView(classes={"west": 2}, texts={"west": "7"}, main="west", main_name="West", main_text="7")
    with pytest.raises(ValueError, match=r"boundaries of 2021-01-01: west"):
        picture(view)


def test_figures_are_printed_from_620_px_on() -> None:
    assert ">11,1<" in picture()
    assert ">11,1<" not in picture(narrow=True)
    assert ">19,4 %<" in picture(narrow=True)


def test_a_city_that_the_boundaries_do_not_have_is_not_shown() -> None:
    view = MapView(
        classes={"ost": 3}, texts={"ost": "11,1"}, main="anderswo", main_name="Anderswo", main_text="1"
    )
    assert "Anderswo" not in picture(view)


def test_words_stand_inside_their_territory_and_outside_of_holes() -> None:
    areas = {a.territory: a for a in outlines(BOUNDARIES, 600, 600).areas}
    left, top = areas["musterstadt"].polygons[0][0][0]
    x, y = areas["umland"].heart
    right, bottom = (
        max(p[0] for p in areas["musterstadt"].polygons[0][0]),
        min(p[1] for p in areas["musterstadt"].polygons[0][0]),
    )
    assert not (left < x < right and bottom < y < top)


def test_the_outer_border_leaves_out_what_two_territories_share() -> None:
    found = outlines(BOUNDARIES, 600, 600)
    inner = {a.territory: set(a.polygons[0][0]) for a in found.areas}["musterstadt"]
    assert not any(set(piece) <= inner for piece in found.border)
    assert len(found.border) == 8
