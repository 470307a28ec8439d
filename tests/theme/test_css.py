"""Style sheets and scripts keep the rules of the house: readable sizes, own files, colours written once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "lagebild/theme/overrides"
ASSETS = THEME / "assets/theme"
SHEETS = sorted(ASSETS.glob("*.css"))
SCRIPTS = sorted(ASSETS.glob("*.js"))
TEMPLATES = sorted(THEME.rglob("*.html"))
PIXELS = {"rem": 20.0, "px": 1.0, "pt": 96 / 72}
"""Material's root size is 20 px."""
SMALLEST = 14.0
SIZE = re.compile(r"(?:font-size:\s*|font:\s*|\b\d{3}\s+)(\d*\.?\d+)(rem|px|pt)")
ALLOWED_SMALLER = {"9.5pt"}
"""The foot of printed pages."""


def sizes(text: str) -> dict[str, float]:
    return {f"{n}{unit}": float(n) * PIXELS[unit] for n, unit in SIZE.findall(text)}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda p: p.name)
def test_no_type_is_smaller_than_14_pixels(sheet: Path) -> None:
    small = {size for size, pixels in sizes(sheet.read_text(encoding="utf-8")).items() if pixels < SMALLEST}
    assert small <= ALLOWED_SMALLER


def test_the_search_for_sizes_finds_both_ways_of_writing_them() -> None:
    assert sizes("a{font-size: .6rem} b{font: 400 12px/1 x}") == {".6rem": 12.0, "12px": 12.0}


@pytest.mark.parametrize("sheet", [s for s in SHEETS if s.name != "tokens.css"], ids=lambda p: p.name)
def test_colours_are_written_in_one_place_only(sheet: Path) -> None:
    """Margin boxes of printed pages cannot read custom properties; they repeat one colour."""
    outside_page = re.sub(r"@page \{.*?\n\}", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b(?![\w-]*\s*[{,])", outside_page)


@pytest.mark.parametrize("file", [*SHEETS, *SCRIPTS, *TEMPLATES], ids=lambda p: p.name)
def test_nothing_is_asked_from_another_site(file: Path) -> None:
    assert not re.search(r"https?://|//\w+\.\w+/|@import", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda p: p.name)
def test_templates_have_no_style_attribute_and_no_inline_script(template: Path) -> None:
    assert not re.search(r"\sstyle=|\son\w+=|<script", template.read_text(encoding="utf-8"))


def test_every_font_that_is_named_is_there_with_its_licence() -> None:
    named = set(re.findall(r'url\("(schriften/[^"]+)"\)', (ASSETS / "grund.css").read_text(encoding="utf-8")))
    assert named == {f"schriften/{f.name}" for f in (ASSETS / "schriften").glob("*.woff2")}
    for family in {re.split(r"[-.]", Path(f).name)[0] for f in named}:
        licence = (ASSETS / f"schriften/OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in licence.upper()


def test_the_configuration_names_only_files_that_exist() -> None:
    config = (THEME.parents[2] / "mkdocs.yml").read_text(encoding="utf-8")
    for path in re.findall(r"assets/theme/[\w.-]+", config):
        assert (THEME / path).is_file(), path
