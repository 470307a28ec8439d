"""Every page of both sites can be used by everyone, and so can the states that a reader brings about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.accessibility import addresses, chromium, faults, served, violations


@pytest.mark.parametrize("name", ["real_site", "sample_site"])
def test_every_page_can_be_used_by_everyone(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    found = {}
    with served(site) as address, chromium() as browser:
        page = browser.new_page(base_url=address)
        for path in addresses(site):
            page.goto(path)
            found[path] = list(faults(page))

    assert {path: faulty for path, faulty in found.items() if faulty} == {}


def search(page: Page) -> None:
    """Results of a search are on the screen."""
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("kinder")
    page.locator(".md-search-result__link").first.wait_for()


def menu(page: Page) -> None:
    """The phone's menu is open."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("massnahmen/")
    page.locator("button[for=__drawer]").click()
    page.locator(".md-nav--primary").first.wait_for()


def nothing_found(page: Page) -> None:
    """The register's filter leaves nothing."""
    page.goto("massnahmen/?suche=gibtesnicht")
    page.locator("[data-filter-leer]").first.wait_for()


def sorted_table(page: Page) -> None:
    """A table is sorted by its second column."""
    page.goto("massnahmen/tabelle/")
    page.locator(".lb-sortierknopf").nth(1).click()


def moving_chart(page: Page) -> None:
    """The chart to explore is open."""
    page.goto("indikatoren/kinderarmut/")
    page.locator("[data-diagramm]").first.click()
    page.locator(".lb-diagramm-ziel svg").first.wait_for()


def forced_colours(page: Page) -> None:
    """The reader's system replaces all colours."""
    page.emulate_media(forced_colors="active")
    page.goto("indikatoren/kinderarmut/")


def enlarged(page: Page) -> None:
    """Twice the size on a desktop: half as many pixels."""
    page.set_viewport_size({"width": 640, "height": 450})
    page.goto("indikatoren/kinderarmut/")


STATES = (search, menu, nothing_found, sorted_table, moving_chart, forced_colours, enlarged)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__doc__)
def test_everyone_can_use_the_page_when(
    sample_site: Path, state: Callable[[Page], None], scheme: str
) -> None:
    with served(sample_site) as address, chromium() as browser:
        context = browser.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        state(page)
        page.wait_for_timeout(500)  # colours that fade are measured when they have arrived

        assert list(violations(page)) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
