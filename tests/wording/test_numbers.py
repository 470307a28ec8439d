"""How numbers are written."""

from __future__ import annotations

import pytest

from lagebild.wording.numbers import number, signed


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (15.25, 1, "15,3"),
        (15.35, 1, "15,4"),
        (0.05, 1, "0,1"),
        (-0.04, 1, "0,0"),
        (-0.7, 1, "\u22120,7"),
        (1296.0, 0, "1296"),
        (9999.5, 0, "10\u202f000"),
        (42370.0, 0, "42\u202f370"),
        (3238965.0, 0, "3\u202f238\u202f965"),
        (2.675, 2, "2,68"),
    ],
)
def test_numbers_take_a_comma_and_group_from_five_digits_on(
    value: float, decimals: int, written: str
) -> None:
    assert number(value, decimals) == written


@pytest.mark.parametrize(("value", "written"), [(1.2, "+1,2"), (-0.7, "\u22120,7"), (0.04, "0,0")])
def test_changes_show_their_sign_and_zero_shows_none(value: float, written: str) -> None:
    assert signed(value, 1) == written
