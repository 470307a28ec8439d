"""How old figures are on the day of the site. All figures are invented."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.model import When
from tests.invented import case


@pytest.mark.parametrize(
    ("day", "old"), [(date(2022, 12, 31), False), (date(2023, 1, 2), True), (date(2019, 6, 1), False)]
)
def test_a_figure_is_old_three_years_after_its_period_ended(day: date, old: bool) -> None:
    assert case(["musterstadt 2019 15"], day=day).findings.freshness.older_than_three_years is old


@pytest.mark.parametrize(
    ("due", "overdue"), [("2021-05", True), ("2021-06", False), ("2021", False), (None, False)]
)
def test_an_update_is_overdue_once_its_whole_interval_has_passed(due: str | None, overdue: bool) -> None:
    fresh = case(["musterstadt 2019 15"], next_update=When.parse(due) if due else None).findings.freshness
    assert fresh.overdue is overdue


def test_the_last_period_is_the_last_with_a_value() -> None:
    lines = ["musterstadt 2019 15", "musterstadt 2020 - unbekannt", "musterland 2021 9"]
    assert case(lines).findings.freshness.last_period == "2019"
