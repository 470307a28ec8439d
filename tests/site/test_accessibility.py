"""One page of every kind can be used by everyone; `make audit` looks at all pages and more states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.accessibility import chromium, faults, served

KINDS = (
    "", "404.html", "aenderungen/", "akteure/", "akteure/jugendamt/", "daten/",
    "daten/aktualitaet/", "daten/pruefbericht/", "daten/quellen/", "gebiete/musterstadt/",
    "glossar/", "handlungsfelder/", "handlungsfelder/aufwachsen/", "indikatoren/",
    "indikatoren/kinderarmut/", "massnahmen/", "massnahmen/lesepaten/", "massnahmen/tabelle/",
    "methodik/", "mitmachen/", "strategie/", "strategie/beschluesse/", "strategie/konflikte/",
    "strategie/stand/2025-12-31/", "ueber/impressum/", "vergleich/aufwachsen/",
)  # fmt: skip


@pytest.fixture(scope="module")
def page(sample_site: Path) -> Iterator[Page]:
    """A tab on the sample municipality's site."""
    with served(sample_site) as address, chromium() as browser:
        yield browser.new_page(base_url=address)


@pytest.mark.parametrize("path", KINDS)
def test_everyone_can_use_the_page(page: Page, path: str) -> None:
    page.goto(path)

    assert list(faults(page)) == []


def test_the_first_stop_of_the_keyboard_leads_past_the_navigation(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("indikatoren/kinderarmut/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url.endswith("#inhalt")


@pytest.mark.parametrize(
    ("button", "opens"), [("__drawer", ".md-sidebar--primary"), ("__search", ".md-search__form")]
)
def test_menu_and_search_open_without_a_mouse_on_a_small_screen(page: Page, button: str, opens: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("indikatoren/")

    page.locator(f"button[for={button}]").focus()
    page.keyboard.press("Enter")

    assert page.locator(f"#{button}").is_checked()
    page.locator(opens).first.wait_for(state="visible")


def test_a_chart_is_one_picture_with_a_name_and_a_description_for_screen_readers(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("indikatoren/kinderarmut/")

    chart = page.locator("#diagramm svg, svg[aria-labelledby^='diagramm-wide']").first

    assert chart.get_attribute("role") == "img"
    assert chart.locator("title").text_content()
    assert chart.locator("desc").text_content()
    assert page.get_by_role("img", name=chart.locator("title").text_content() or "").count() >= 1
