"""Targets: rated by the federal method, held back where chance explains the development. Invented figures."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.assessment.figures.progress import target_time
from lagebild.findings import TargetFinding
from lagebild.model import Break, Comparability, Period, When
from tests.invented import BY_AGE, case, counts, plain, target

FALLING = [20, 19, 18, 17, 16, 15]


def rated(lines: list[str], aim: object, **given: object) -> TargetFinding:
    """The one target of Musterstadt."""
    [found] = case(lines, targets=(aim,), **given).findings.targets
    return found


@pytest.mark.parametrize(
    ("values", "aim", "rating"),
    [
        (FALLING, target("erreichen", 10, "2025"), "sonne"),
        (FALLING, target("erreichen", 9, "2025"), "leicht-bewoelkt"),
        (FALLING, target("erreichen", 5, "2025"), "bewoelkt"),
        (FALLING[::-1], target("erreichen", 10, "2025"), "gewitter"),
        (FALLING, target("erreichen", 16, "2025"), "sonne"),
        (FALLING, target("erreichen", 14, "2020"), "bewoelkt"),
        (FALLING, target("erreichen", 14, "2019"), "bewoelkt"),
        (FALLING, target("halten", 15), "sonne"),
        (FALLING[::-1], target("halten", 21), "leicht-bewoelkt"),
        (FALLING, target("richtung"), "sonne"),
        (FALLING[2:], target("richtung"), "sonne"),
    ],
)
def test_without_counts_the_symbol_stands_and_chance_is_left_open(
    values: list[float], aim: object, rating: str
) -> None:
    found = rated(plain(values), aim)
    assert (found.rating, found.unchecked_rating, found.provable) == (rating, rating, None)


def test_a_development_that_chance_explains_is_not_rated_but_the_symbol_is_kept() -> None:
    found = rated(counts([20, 19, 18, 17, 16, 15], of=100), target("erreichen", 10, "2025"))
    assert (found.rating, found.unchecked_rating, found.provable) == ("nicht-bewertbar", "sonne", False)
    assert found.reason == "die Entwicklung ist nicht nachweisbar"


def test_a_proven_development_is_rated() -> None:
    found = rated(counts([2000, 1900, 1800, 1700, 1600, 1500], of=10000), target("erreichen", 10, "2025"))
    assert (found.rating, found.provable) == ("sonne", True)
    assert found.projection == pytest.approx(10)
    assert found.distance == pytest.approx(5)


def test_the_last_interval_may_contain_the_target() -> None:
    assert rated(counts([20, 19, 18, 17, 16, 15], of=100), target("erreichen", 14, "2025")).indistinguishable
    assert not rated(plain(FALLING), target("erreichen", 14, "2025")).indistinguishable


@pytest.mark.parametrize(
    ("lines", "rating"),
    [
        ([*plain([20, 19, 18]), *plain([16, 15], start=2019)], "sonne"),
        ([*plain([20, 19, 18]), "musterstadt 2018 - geheim", *plain([16, 15], start=2019)], "sonne"),
        ([*plain([20, 19, 18]), *plain([16, 15], start=2019, source="b")], "nicht-bewertbar"),
    ],
)
def test_values_on_both_sides_of_a_gap_are_rated_together_but_never_two_editions(
    lines: list[str], rating: str
) -> None:
    """The source makes do with four values and passes over missing ones."""
    assert rated(lines, target("erreichen", 10, "2025")).rating == rating


@pytest.mark.parametrize(
    ("given", "aim", "reason"),
    [
        ({}, target("erreichen", 10, "2030", valid_from="2022-01-01"), "gilt erst ab 1.\u00a0Januar 2022"),
        ({}, target("erreichen", 10, "2030", valid_to="2020-12-31"), "galt bis 31.\u00a0Dezember 2020"),
        ({"direction": "neutral"}, target("erreichen", 10, "2030"), "keine erwünschte Richtung"),
        ({"over_time": Comparability(False, "nominal")}, target("erreichen", 10, "2030"), "nominal"),
        ({"breaks": (Break(start=When.parse("2018"), reason="Reform"),)}, target("erreichen", 10, "2030"),
         "weniger als vier"),
        ({}, target("erreichen", None, "2030"), "keinen Wert"),
        ({}, target("erreichen", 10), "keine Frist"),
        ({}, target("erreichen", 10, "2030", territories=("musterland",)), "kein Wert"),
        ({"breakdowns": BY_AGE, "main_series": None}, target("erreichen", 10, "2030"), "keine Hauptreihe"),
    ],
)  # fmt: skip
def test_a_target_that_cannot_be_rated_says_why(given: dict[str, object], aim: object, reason: str) -> None:
    found = rated(plain(FALLING), aim, **given)
    assert {found.rating, found.unchecked_rating} == {"nicht-bewertbar"}
    assert found.provable is None
    assert found.reason is not None
    assert reason in found.reason


def test_a_result_that_hangs_on_one_value_is_unstable() -> None:
    assert rated(plain([20, 19, 18, 17, 16, 12]), target("erreichen", 10, "2022")).unstable
    assert not rated(plain(FALLING), target("erreichen", 10, "2030")).unstable


def test_earlier_years_are_rated_from_the_figures_known_today() -> None:
    found = rated(plain([20, 21, 22, 21, 20, 19, 18]), target("erreichen", 10, "2025"))
    assert found.earlier[-3:] == (("2018", "gewitter"), ("2019", "gewitter"), ("2020", "bewoelkt"))


def test_years_before_a_target_held_are_not_rated_against_it() -> None:
    aim = target("erreichen", 10, "2025", valid_from="2019-01-01")
    found = rated(plain(FALLING), aim, day=date(2021, 1, 1))
    assert [period for period, _ in found.earlier] == ["2019"]


@pytest.mark.parametrize(
    ("until", "like", "time"),
    [
        ("2030", "2019", 2030),
        ("2030-06", "2019", 2029),
        ("2030", "2018/2019", 2029),
        ("2029/2030", "2018/2019", 2029),
        ("2030", "2019-12-31", 2030 + 11 / 12),
        ("2030", "2019-06-30", 2030 + 5 / 12),
        ("2030", "2019-Q1", 2030.75),
        ("2030-05", "2019-Q1", 2030.0),
        ("2030-02", "2019-Q1", 2029.75),
    ],
)
def test_the_target_year_ends_with_the_last_period_of_the_figures_kind(
    until: str, like: str, time: float
) -> None:
    assert target_time(When.parse(until), Period.parse(like)) == pytest.approx(time)
