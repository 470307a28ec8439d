"""Comparison and rank, read from the published JSON. All figures are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contract.builder import indicator, published


def content(rows: str, **keys: str) -> dict[str, Any]:
    """What is published of an indicator with these rows."""
    return published(indicator("x", rows.replace(" / ", "\n"), **keys))["indikatoren/x.json"]  # type: ignore[no-any-return]


# 15 of 1000: 0.911 to 2.460 per cent (Wilson); from 0.911 to 2.460 nothing can be told apart.
@pytest.mark.parametrize(
    ("benchmark", "direction", "outcome", "judgement"),
    [
        ("2,5", "sinken", "niedriger", "besser"),
        ("2,5", "steigen", "niedriger", "schlechter"),
        ("2,5", "neutral", "niedriger", "ohne-wertung"),
        ("0,9", "sinken", "hoeher", "schlechter"),
        ("0,9", "steigen", "hoeher", "besser"),
        ("0,9", "neutral", "hoeher", "ohne-wertung"),
        ("2,4", "sinken", "aehnlich", "gleich"),
        ("0,95", "steigen", "aehnlich", "gleich"),
        ("1,5", "neutral", "aehnlich", "ohne-wertung"),
        ("-", "sinken", "nicht-vergleichbar", "ohne-wertung"),
    ],
)
def test_a_benchmark_is_held_against_the_interval(
    benchmark: str, direction: str, outcome: str, judgement: str
) -> None:
    sign = "geheim" if benchmark == "-" else ""
    rows = f"adorf 2019 1,5 15/1000 / bergland 2019 {benchmark} {sign} / bedorf 2019 {benchmark} {sign}"
    found = content(rows, richtung=direction, vergleich="[bergland, bedorf]")["vergleiche"]
    with_land, with_neighbour = (one for one in found if one["gebiet"] == "adorf")
    assert (with_land["mit"], with_land["hinweis"]) == ("bergland", "teil-des-ganzen")
    assert (with_neighbour["mit"], with_neighbour["hinweis"]) == ("bedorf", None)
    for one in (with_land, with_neighbour):
        assert (one["zeit"], one["ergebnis"], one["wertung"]) == ("2019", outcome, judgement)
        assert (one["grund"] is None) == (outcome != "nicht-vergleichbar")


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        pytest.param("adorf 2019 5 / bedorf 2018 4", {}, id="another period"),
        pytest.param("adorf 2019 5 / bedorf 2019 4 @amt-b", {}, id="another edition"),
        pytest.param(
            "adorf 2019 5 / bedorf 2019 4",
            {"brueche": "[{ab: 2018, grund: Reform, gebiete: [bedorf]}]"},
            id="a break on one side",
        ),
        pytest.param(
            "adorf 2019 5 / bedorf 2019 4", {"gebietsvergleich": "{nein: Eigene Maßstäbe}"}, id="never"
        ),
    ],
)
def test_what_does_not_belong_together_is_not_compared(rows: str, keys: dict[str, str]) -> None:
    found = content(rows, vergleich="[bedorf]", **keys)["vergleiche"][0]
    assert (found["ergebnis"], found["wertung"]) == ("nicht-vergleichbar", "ohne-wertung")
    assert found["grund"]


@pytest.mark.parametrize(
    ("rows", "rank", "of", "missing"),
    [
        pytest.param("bedorf 2019 5 / cedorf 2019 7 / dedorf 2019 3", 2, 4, [], id="ties share the best"),
        pytest.param("bedorf 2019 4 / cedorf 2019 3 / dedorf 2019 2", 4, 4, [], id="1 is the lowest"),
        pytest.param(
            "bedorf 2019 - geheim / cedorf 2019 7", 1, 2, ["bedorf", "dedorf"], id="missing ones named"
        ),
        pytest.param(
            "bedorf 2019 4 @amt-b / cedorf 2019 7 / dedorf 2018 3", 1, 2, ["bedorf", "dedorf"], id="edition"
        ),
        pytest.param(
            "bergland 2019 4 / deutschland 2019 3", None, 1, ["bedorf", "cedorf", "dedorf"], id="alone"
        ),
    ],
)
def test_a_rank_is_among_districts_of_the_same_time_and_edition(
    rows: str, rank: int | None, of: int, missing: list[str]
) -> None:
    [found] = [one for one in content(f"adorf 2019 5 / {rows}")["rang"] if one["gebiet"] == "adorf"]
    assert (found["zeit"], found["rang"], found["von"], found["fehlend"]) == ("2019", rank, of, missing)
    assert (found["grund"] is None) == (rank is not None)


def test_no_rank_where_intervals_overlap_too_far() -> None:
    near = "adorf 2019 5 5/100 / bedorf 2019 6 6/100 / cedorf 2019 7 7/100 / dedorf 2019 4 4/100"
    far = "adorf 2019 5 500/10000 / bedorf 2019 16 1600/10000 / cedorf 2019 27 2700/10000"
    assert [(one["rang"], one["von"]) for one in content(near)["rang"]] == [(None, 4)] * 4
    assert [(one["rang"], one["von"]) for one in content(far)["rang"]] == [(1, 3), (2, 3), (3, 3)]
