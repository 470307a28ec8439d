"""What holds for every kind of chart."""

from __future__ import annotations

from pathlib import Path

import lagebild.charts
from lagebild.charts import CHARTS, style

FOLDER = Path(lagebild.charts.__file__).parent
SERVICES = {"__init__", "render", "style"}


def test_every_file_is_listed() -> None:
    files = {file.stem for file in FOLDER.glob("*.py") if not file.stem.startswith("_")} - SERVICES
    assert files == {chart.__name__.rsplit(".", 1)[1] for chart in CHARTS}


def test_every_kind_offers_a_specification_and_says_what_it_shows() -> None:
    assert all(callable(chart.spec) and chart.__doc__ for chart in CHARTS)


def test_every_kind_is_named_in_the_introduction() -> None:
    introduction = lagebild.charts.__doc__ or ""
    assert all(f"- `{chart.__name__.rsplit('.', 1)[1]}`:" in introduction for chart in CHARTS)


def test_both_sizes_fit_their_places_and_are_legible() -> None:
    pairs = [chart.SIZES for chart in CHARTS if hasattr(chart, "SIZES")]
    assert all(sizes.narrow.width == 328 for sizes in pairs)
    assert all(min(s.label, s.axis, s.note) >= 14 for sizes in pairs for s in (sizes.wide, sizes.narrow))


def test_colours_are_written_in_the_theme_only() -> None:
    for file in FOLDER.glob("*.py"):
        assert "#A1" not in file.read_text(encoding="utf-8").upper(), file.name
    assert {s.token for s in style.STROKES.values()} | set(style.MAP_CLASSES) <= set(style.light_values())
