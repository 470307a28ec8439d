"""The built site in a real browser: no error, no request elsewhere, readable on a small screen."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.browser import find

# Root in a container has no user namespaces; nothing but this machine's own site is opened.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]
READ = ("", "indikatoren/kinderarmut-sgb2-unter-15/", "massnahmen/kindertreff-nord/", "massnahmen/")


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """Where the built site is served."""
    handler = functools.partial(Silent, directory=str(real_site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = find()
    assert path, "No Chromium: run scripts/browser.py --install"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


@pytest.fixture(params=["light", "dark"])
def small(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a phone, in both colour schemes."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", READ)
def test_a_page_reads_on_a_phone_without_error_or_request_elsewhere(
    small: Page, address: str, path: str
) -> None:
    complaints: list[str] = []
    small.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    small.on("pageerror", lambda e: complaints.append(str(e)))
    small.on(
        "request", lambda r: complaints.append(r.url) if not r.url.startswith((address, "data:")) else None
    )

    small.goto(address + path, wait_until="networkidle")

    assert complaints == []
    assert small.locator("h1").count() == 1
    assert small.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_register_is_complete_and_shows_no_filter(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + "massnahmen/")

    assert page.get_by_role("link", name="Kindertreff Eisenach-Nord").first.is_visible()
    assert not page.locator("form select").first.is_visible()
    context.close()


def test_the_interactive_chart_opens_within_the_policy(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.goto(address + "indikatoren/kinderarmut-sgb2-unter-15/")

    page.locator("[data-diagramm]").first.click()
    page.locator(".lb-diagramm-ziel svg").first.wait_for()

    assert complaints == []
    context.close()


def test_the_register_is_searched_by_place_and_sorted_within_its_groups(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "massnahmen/?suche=eisenach-nord")
    assert page.locator("#register [data-eintrag]:visible").count()
    shown = page.locator("#register [data-eintrag]:not([hidden])").count()
    assert shown < page.locator("#register [data-eintrag]").count()
    page.goto(address + "massnahmen/")
    heads = page.locator("#register .lb-gruppe-kopf").all_inner_texts()

    titles = page.locator("#register tbody:first-of-type .lb-haupt-link")
    page.locator("#register thead button").first.click()
    ascending = titles.all_inner_texts()
    page.locator("#register thead button").first.click()

    assert titles.all_inner_texts() == ascending[::-1]
    assert page.locator("#register .lb-gruppe-kopf").all_inner_texts() == heads
    first_rows = page.locator("#register tbody tr:first-child").all()
    assert all(row.locator(".lb-gruppe-kopf").count() for row in first_rows)
    page.close()
