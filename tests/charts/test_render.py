"""From specification to picture: the same bytes, a name, no colour without a token, nothing too small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from lagebild.charts import render, sparkline, time_series
from lagebild.charts._poster import Caption, poster
from lagebild.charts._typeface import FAMILY
from lagebild.charts.render import FolderCache, MemoryCache
from lagebild.charts.style import STROKES, light_values
from tests.invented import case, plain

FOUND = case(
    [*plain([18.6, 20.8, 20.4]), "musterstadt 2018 - geheim", *plain([16.0, 15.3], start=2019),
     *plain([9.0] * 6, territory="musterland"), *plain([8.0] * 6, territory="deutschland"),
     *plain([7.0] * 6, territory="musterkreis"), *plain([6.0] * 6, territory="nachbarkreis")],
    comparators=("musterland", "deutschland", "musterkreis", "nachbarkreis"),
)  # fmt: skip


def specs() -> Iterator[dict[str, Any]]:
    view = time_series.view(FOUND.report, FOUND.indicator, FOUND.findings)
    assert view is not None
    assert FOUND.findings.main is not None
    yield time_series.spec(view, time_series.SIZES.wide)
    yield time_series.spec(view, time_series.SIZES.narrow)
    yield sparkline.spec(FOUND.findings.main)


def page(spec: dict[str, Any], ident: str = "a", cache: render.Cache | None = None) -> str:
    return render.svg(spec, ident=ident, title="15 von 100 Kindern", description="2020 < 2019", cache=cache)


PICTURES = [page(spec) for spec in specs()]


def test_the_family_of_the_site_is_really_there() -> None:
    """With an unknown family the renderer falls back silently: pixels would then be the same."""
    words = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20" {}>15,3</text></svg>'
    page(next(specs()))
    known, unknown = (
        render.vl_convert.svg_to_png(words.format(f'font-family="{name}"'))
        for name in (FAMILY, "No Such Family")
    )
    assert known != unknown


def test_the_same_specifications_give_the_same_bytes_in_any_order() -> None:
    assert [page(s) for s in reversed(list(specs()))] == PICTURES[::-1]


@pytest.mark.parametrize("picture", PICTURES)
class TestPicture:
    def test_has_a_name_and_a_description(self, picture: str) -> None:
        assert 'role="img" aria-labelledby="a-t a-d"' in picture
        assert '<title id="a-t">15 von 100 Kindern</title><desc id="a-d">2020 &lt; 2019</desc>' in picture

    def test_names_colours_as_tokens_only(self, picture: str) -> None:
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", re.sub(r"url\(#[^)]*\)", "", picture))
        assert set(re.findall(r"var\(--([\w-]+)\)", picture)) <= set(light_values())
        paints = set(re.findall(r'(?:fill|stroke)="([^"]+)"', picture))
        assert all(p == "none" or p.startswith(("var(", "url(")) for p in paints)

    def test_has_no_text_below_14_px(self, picture: str) -> None:
        assert all(float(size) >= 14 for size in re.findall(r'font-size="([\d.]+)"', picture))
        assert all("font-size" in text for text in re.findall(r"<text[^>]*>", picture))

    def test_has_neither_styles_nor_classes(self, picture: str) -> None:
        assert not re.search(r'\b(style|class)="|<style|<script', picture)

    def test_fits_its_place_by_viewbox_alone(self, picture: str) -> None:
        root = picture[: picture.index(">")]
        assert "viewBox" in root
        assert "width=" not in root


def test_ids_of_two_pictures_on_a_page_differ() -> None:
    spec = next(specs())
    found = [re.findall(r'\bid="([^"]+)"', page(spec, ident)) for ident in ("a", "b")]
    assert found[0]
    assert not set(found[0]) & set(found[1])


def test_lines_are_told_apart_without_colour() -> None:
    dashes = set(re.findall(r'stroke-dasharray="([^"]+)"', PICTURES[0]))
    assert len(dashes) == 4
    assert len({(s.width, s.dash) for s in STROKES.values()}) == len(STROKES)


CAPTION = render.Caption(
    title="15 von 100 Kindern", subtitle="in Prozent & Jahren", source="Quelle: Sample, dl-de/by-2-0. " * 6
)


def test_a_download_has_light_colours_and_takes_title_and_source_along() -> None:
    picture = render.svg_download(next(specs()), caption=CAPTION, description="Text")
    assert "var(" not in picture
    assert light_values()["stadt"] in picture
    assert f'font-family="{FAMILY}' in picture
    assert ">15 von 100 Kindern</text>" in picture
    assert ">in Prozent &amp; Jahren</text>" in picture
    assert picture.count("Quelle: Sample") == 6
    assert ElementTree.fromstring(picture).tag.endswith("svg")


def test_pixels_are_a_png_at_twice_the_size() -> None:
    content = render.png(next(specs()), cache=(cache := MemoryCache()))
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(content[16:20], "big") == 2 * (744 + 2 * 24)
    assert render.png(next(specs()), cache=cache) is content
    assert render.png(next(specs()), caption=CAPTION, cache=cache) != content


def test_what_is_remembered_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = FolderCache(tmp_path)
    assert render.render_many(specs(), cache) == 3
    monkeypatch.setattr(render.vl_convert, "vegalite_to_svg", None)
    assert render.render_many(specs(), cache) == 0
    assert [page(s, cache=cache) for s in specs()] == PICTURES


def test_worker_processes_draw_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "_WORTH_A_PROCESS", 0)
    cache = FolderCache(tmp_path)
    assert render.render_many(specs(), cache, workers=2) == 3
    assert [page(s, cache=cache) for s in specs()] == PICTURES


def test_another_specification_is_another_picture() -> None:
    one, two, _ = specs()
    assert render.content_hash(one) != render.content_hash(two)
    assert render.content_hash(one) == render.content_hash(dict(reversed(one.items())))


def test_a_picture_grows_by_its_margins_however_its_size_is_written() -> None:
    drawn = '<svg viewBox="0 0 743.9999999999999 400"><g></g></svg>'
    assert re.search(r'viewBox="0 0 792 \d+"', poster(drawn, Caption()))
