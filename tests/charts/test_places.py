"""Axes, labels and words: where things stand."""

from __future__ import annotations

import pytest

from lagebild.charts._frame import spread, step_decimals, steps
from lagebild.charts._typeface import text_width, wrap


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 20.8, (0, 5, 10, 15, 20, 25)),
        (0, 25, (0, 5, 10, 15, 20, 25)),
        (0, 7.1, (0, 2, 4, 6, 8)),
        (0, 0, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (-2.6, 3.2, (-4, -2, 0, 2, 4)),
        (0, 0.43, (0, 0.1, 0.2, 0.3, 0.4, 0.5)),
        (0, 2948092, (0, 1_000_000, 2_000_000, 3_000_000)),
    ],
)
def test_axis_numbers_are_round_few_and_enclose_the_figures(
    low: float, high: float, expected: tuple[float, ...]
) -> None:
    assert steps(low, high) == pytest.approx(expected)


@pytest.mark.parametrize(("numbers", "decimals"), [((0, 5, 10), 0), ((0, 2.5, 5), 1), ((0, 0.25), 2)])
def test_axis_numbers_have_the_decimals_they_need(numbers: tuple[float, ...], decimals: int) -> None:
    assert step_decimals(numbers) == decimals


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([(10, 20), (50, 20)], (10, 50)),
        ([(50, 20), (50, 20)], (40, 60)),
        ([(60, 20), (50, 20)], (65, 45)),
        ([(0, 20), (5, 20)], (10, 30)),
        ([(98, 20), (99, 20)], (70, 90)),
        ([(50, 20), (51, 20), (52, 20)], (31, 51, 71)),
    ],
)
def test_labels_move_apart_around_their_common_centre_and_stay_inside(
    wanted: list[tuple[float, float]], expected: tuple[float, ...]
) -> None:
    assert spread(wanted, 0, 100) == pytest.approx(expected)


def test_text_is_measured_with_the_font_itself() -> None:
    """Source Sans Pro: every digit is 497 of 1000 units wide in Regular and 536 in Semibold."""
    assert text_width("2019", 10) == pytest.approx(4 * 4.97)
    assert text_width("1", 10, 600) == text_width("8", 10, 600)
    assert text_width("ẞ€−\u202f", 10) > 0


def test_long_names_break_at_spaces_and_hyphens() -> None:
    assert wrap("Nachbarkreis (ohne Altdorf)", 15, 110) == ("Nachbarkreis", "(ohne Altdorf)")
    assert wrap("Musterland-Neustadt", 15, 90) == ("Musterland-", "Neustadt")
    assert wrap("Musterstadt", 15, 10) == ("Musterstadt",)
