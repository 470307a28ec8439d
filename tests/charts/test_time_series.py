"""The main chart in each state of the data, as golden specifications. All figures are sample data."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from lagebild.charts import key_chart, time_series
from lagebild.model import Break, Comparability, Milestone, Report, TerritoryKey, When
from tests.invented import Case, case, counts, plain, target

LAND = plain([12.0, 11.8, 11.5, 11.1, 10.9, 10.6], territory="musterland")
YEARS = plain([18.6, 20.8, 20.4, 19.4, 18.8, 18.1])
OLD_TARGET = target("erreichen", 14.0, "2022", valid_from="2016", valid_to="2018")

NEW_DEFINITION = Break(start=When.parse("2018"), reason="neue Definition")
NEIGHBOUR = plain([9.0, 9.1, 9.2, 9.3, 9.4, 9.5], territory="nachbarkreis")

STATES: dict[str, Callable[[], Case]] = {
    "eine-reihe": lambda: case([*YEARS, *LAND], comparators=("musterland",)),
    "andere-ausgabe": lambda: case([*YEARS[:4], *plain([16.0, 15.3], start=2019, source="b")]),
    "ausgabe-und-fehlendes-jahr": lambda: case(
        [*YEARS[:4], "musterstadt 2019 - unbekannt @b", *plain([16.0, 15.3], start=2020, source="b"), *LAND],
        comparators=("musterland",),
    ),
    "luecke": lambda: case([*YEARS[:3], "musterstadt 2018 - geheim", *YEARS[4:]]),
    "ende-vor-dem-land": lambda: case([*YEARS[:4], *LAND], comparators=("musterland",)),
    "erklaerter-bruch": lambda: case(YEARS, breaks=(NEW_DEFINITION,)),
    "vorlaeufig": lambda: case([*YEARS[:5], f"{YEARS[5]} vorlaeufig"]),
    "intervalle": lambda: case(counts([186, 208, 204, 194, 188, 181])),
    "ziel": lambda: case(
        YEARS, direction="sinken", targets=(_with_milestone(), OLD_TARGET)
    ),
    "ein-wert": lambda: case(YEARS[:1]),
    "zweijaehrlich": lambda: case(
        [f"musterstadt {y} {20 - i}" for i, y in enumerate(range(2009, 2020, 2))], rhythm="zweijaehrlich"
    ),
    "schuljahre": lambda: case(
        [f"musterstadt {y}/{y + 1} {5 + i}" for i, y in enumerate(range(2012, 2019))],
        time_reference="schuljahr",
    ),
    "quartale": lambda: case(
        [f"musterstadt {2018 + i // 4}-Q{i % 4 + 1} {100 + i}" for i in range(9)],
        unit="euro", time_reference="quartal",
    ),
    "negative-werte": lambda: case(plain([3.2, 1.1, -0.4, -2.6, 0.8]), unit="punkte"),
    "langer-name": lambda: case([*YEARS, *NEIGHBOUR], comparators=("nachbarkreis",)),
    "ohne-hauptgebiet": lambda: case(LAND, comparators=("musterland",)),
    "nicht-ueber-die-zeit": lambda: case(YEARS, over_time=Comparability(False, "nominale Beträge")),
}  # fmt: skip


def _with_milestone() -> Any:
    return target(
        "erreichen", 12.0, "2027", valid_from="2019",
        milestones=(Milestone(value=15.0, until=When.parse("2024")),),
    )  # fmt: skip


def specs(found: Case) -> dict[str, dict[str, Any]]:
    view = time_series.view(found.report, found.indicator, found.findings)
    assert view is not None
    return {
        str(s.width): time_series.spec(view, s) for s in (time_series.SIZES.wide, time_series.SIZES.narrow)
    }


def readable(spec: dict[str, Any]) -> str:
    """Scales, margins, layers and data of a specification, one datum a line."""
    kept = {key: spec[key] for key in ("width", "height", "padding")}
    domains = {axis: spec["encoding"][axis]["scale"]["domain"] for axis in ("x", "y")}
    lines = [json.dumps(kept), json.dumps(domains), " ".join(la["data"]["name"] for la in spec["layer"])]
    for name, rows in spec["datasets"].items():
        lines += [f"\n{name}", *(json.dumps(row, ensure_ascii=False) for row in rows)]
    return "\n".join(lines)


@pytest.mark.parametrize("state", STATES)
def test_what_each_state_draws_is_what_was_reviewed(state: str, golden: Callable[..., None]) -> None:
    parts = [f"== {width} px\n{readable(spec)}\n" for width, spec in specs(STATES[state]()).items()]
    golden(f"{state}.txt", "\n".join(parts))


def test_a_whole_specification_is_the_reviewed_one(golden: Callable[..., None]) -> None:
    spec = specs(STATES["ausgabe-und-fehlendes-jahr"]())["744"]
    golden("specification.json", json.dumps(spec, indent=1, ensure_ascii=False) + "\n")


def wide(state: str) -> dict[str, list[dict[str, Any]]]:
    datasets: dict[str, list[dict[str, Any]]] = specs(STATES[state]())["744"]["datasets"]
    return datasets


def test_without_any_figure_there_is_no_picture() -> None:
    found = case("musterstadt 2019 - unbekannt")
    assert time_series.view(found.report, found.indicator, found.findings) is None


@pytest.mark.parametrize(
    "state", ["andere-ausgabe", "ausgabe-und-fehlendes-jahr", "luecke", "erklaerter-bruch"]
)
def test_no_line_is_drawn_across_a_break(state: str) -> None:
    by_run: dict[str, list[float]] = {}
    for row in wide(state)["main"]:
        by_run.setdefault(row["run"], []).append(row["x"])
    gap = wide(state)["gaps"][0]
    assert len(by_run) == 2
    assert all(max(xs) < gap["x"] or min(xs) > gap["x2"] for xs in by_run.values())


def test_the_missing_year_lies_under_the_band() -> None:
    (gap,) = wide("ausgabe-und-fehlendes-jahr")["gaps"]
    assert 2018 < gap["x"] < 2019 < gap["x2"] < 2020


def test_points_are_hollow_after_a_change_of_edition_and_filled_before() -> None:
    rows = wide("andere-ausgabe")
    assert [r["x"] for r in rows["dots"]] == [2015, 2016, 2017, 2018]
    assert [r["x"] for r in rows["new"]] == [2019, 2020]


def test_a_break_is_named_in_words() -> None:
    words = [r["text"] for r in wide("ausgabe-und-fehlendes-jahr")["break-words"]]
    assert "andere Ausgabe" in words
    assert " ".join(w for w in words if w != "andere Ausgabe") == "kein Wert"


def test_years_after_the_last_figure_have_a_band_of_their_own() -> None:
    (gap,) = wide("ende-vor-dem-land")["gaps"]
    assert gap["x"] > 2018
    assert gap["x2"] == 2020


def test_a_comparator_that_ends_early_carries_its_year() -> None:
    found = case([*YEARS, *LAND[:4]], comparators=("musterland",))
    labels = [r["text"] for r in specs(found)["744"]["datasets"]["labels"]]
    assert "11,1\u00a0% (2018)" in labels


def test_figures_that_may_not_be_compared_over_time_are_points_without_line_and_band() -> None:
    rows = wide("nicht-ueber-die-zeit")
    assert len({r["run"] for r in rows["main"]}) == len(rows["main"])
    assert "gaps" not in rows


def test_the_provisional_figure_is_a_mark_of_its_own() -> None:
    assert [r["x"] for r in wide("vorlaeufig")["provisional"]] == [2020]


def test_the_axis_begins_at_zero_and_has_at_most_six_lines() -> None:
    for state in STATES:
        lines = [row["y"] for row in wide(state)["grid"]]
        assert min(lines) <= 0
        assert len(lines) <= 6


def test_end_labels_keep_their_distance() -> None:
    lines = [
        plain([10 + i / 10] * 6, territory=t)
        for i, t in enumerate(("musterland", "deutschland", "musterkreis"))
    ]
    found = case(
        [*YEARS, *(row for line in lines for row in line)],
        comparators=("musterland", "deutschland", "musterkreis"),
    )
    spec = specs(found)["744"]
    low, high = spec["encoding"]["y"]["scale"]["domain"]
    places = sorted({(high - r["y"]) / (high - low) * spec["height"] for r in spec["datasets"]["labels"]})
    assert all(b - a >= 18.9 for a, b in pairwise(places))


def test_the_first_and_the_last_period_are_always_named() -> None:
    found = case(plain([10.0] * 24, start=1996))
    for spec in specs(found).values():
        named = [r["text"] for r in spec["datasets"]["periods"]]
        assert (named[0], named[-1]) == ("1996", "2019")


def test_counts_of_larger_territories_are_left_out() -> None:
    found = case(
        [*plain([90, 95]), *plain([9000, 9500], territory="musterland")],
        unit="personen",
        comparators=("musterland",),
    )
    view = time_series.view(found.report, found.indicator, found.findings)
    assert view is not None
    assert [line.name for line in view.lines] == ["Musterstadt"]


def keyed(report: Report) -> Report:
    """The same report, in which Musterstadt joined its district in the middle of 2018: sample data."""
    keys = (
        TerritoryKey(
            territory="musterstadt", kind="ags", key="99012", valid_to=When.parse("2018-06-30").last
        ),
        TerritoryKey(
            territory="musterstadt", kind="ags", key="99034105", valid_from=When.parse("2018-07-01").first
        ),
        TerritoryKey(
            territory="musterkreis", kind="ags", key="99034", valid_from=When.parse("2018-07-01").first
        ),
    )
    return replace(report, territory_keys=keys)


def test_the_ribbon_tells_what_the_territory_belonged_to() -> None:
    found = STATES["eine-reihe"]()
    view = time_series.view(keyed(found.report), found.indicator, found.findings)
    assert view is not None
    assert [s.label for s in view.stages] == [
        "Musterstadt kreisfrei",
        "1.\u00a0Juli 2018: Stadt im Musterkreis",
    ]
    assert [s.start for s in view.stages] == [None, 2018.0]
    assert "gaps" not in time_series.spec(view, time_series.SIZES.wide)["datasets"]


def test_the_chart_beside_a_key_sentence_ends_with_the_city() -> None:
    found = STATES["ende-vor-dem-land"]()
    view = key_chart.view(found.report, found.indicator, found.findings)
    assert view is not None
    assert view.periods[-1][0] == 2018
    assert [line.dots[-1].at for line in view.lines] == [2018, 2018]
