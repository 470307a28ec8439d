"""What holds for every page of a built site."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.site.test_links import targets

SITES = ("real_site", "sample_site")
# The addresses that the design promises for every city.
PROMISED = (
    "index.html", "handlungsfelder/index.html", "indikatoren/index.html", "gebiete/index.html",
    "massnahmen/index.html", "strategie/index.html", "akteure/index.html", "aenderungen/index.html",
    "daten/index.html", "daten/quellen/index.html", "daten/aktualitaet/index.html",
    "methodik/index.html", "glossar/index.html", "mitmachen/index.html", "ueber/index.html",
    "ueber/impressum/index.html", "ueber/datenschutz/index.html",
    "ueber/barrierefreiheit/index.html", "daten/index.json", "daten/massnahmen.json",
    "daten/datenpaket.zip", "404.html",
)  # fmt: skip


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    """Each built site in turn."""
    found: Path = request.getfixturevalue(request.param)
    return found


def pages(site: Path) -> list[Path]:
    """Every page of a site."""
    return sorted(site.rglob("*.html"))


@pytest.mark.parametrize("path", PROMISED)
def test_every_promised_address_exists(site: Path, path: str) -> None:
    assert (site / path).is_file()


def test_every_page_says_that_it_is_compiled_from_public_sources(real_site: Path) -> None:
    banner = "Aus öffentlichen Quellen zusammengetragen."
    no_offer = "Kein Angebot der Stadt Eisenach."

    for page in pages(real_site):
        text = page.read_text(encoding="utf-8")
        assert banner in text, page
        assert no_offer in text, page


def test_every_page_carries_a_policy_before_its_first_script(site: Path) -> None:
    for page in pages(site):
        html = page.read_text(encoding="utf-8")
        policy = html.find('http-equiv="Content-Security-Policy"')

        assert 0 < policy < html.find("<script"), page


def test_no_page_carries_inline_styles(site: Path) -> None:
    styled = re.compile(r"<[^>]+\sstyle=|<style")

    assert [page for page in pages(site) if styled.search(page.read_text(encoding="utf-8"))] == []


def test_ids_are_unique_on_every_page(site: Path) -> None:
    for page in pages(site):
        found = re.findall(r'\sid="([^"]+)"', page.read_text(encoding="utf-8"))

        assert len(found) == len(set(found)), (page, sorted({i for i in found if found.count(i) > 1}))


def test_internal_notes_are_in_no_file_of_the_site(sample_site: Path, sample_root: Path) -> None:
    notes = [
        match[1].strip().strip("'\"").encode()
        for file in (sample_root / "data" / "massnahmen").glob("*.yaml")
        for match in re.finditer(r"^intern: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert notes
    for file in sample_site.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not [n for n in notes if n in content], file


def test_every_indicator_page_has_its_figures_to_download(site: Path) -> None:
    listed = json.loads((site / "daten" / "index.json").read_text(encoding="utf-8"))["indikatoren"]

    assert listed
    for indicator in listed:
        for ending in (".csv", "-excel.csv", ".xlsx", ".json"):
            assert (site / "daten" / "indikatoren" / f"{indicator['id']}{ending}").is_file()
        assert targets(site / "indikatoren" / indicator["id"] / "index.html").links
