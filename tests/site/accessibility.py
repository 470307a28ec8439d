"""Whether everyone can use a built page, as axe judges it: both schemes, both widths, everything unfolded."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
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
WIDTHS = (320, 1280)
SCHEMES = ("default", "slate")
# WCAG 2.1 AA is the law; 2.2 and best practice are what the next version will ask.
EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""All that another scheme can change."""
# Colours that are still fading would be measured half-way.
_STILL = """() => {
  const still = new CSSStyleSheet();
  still.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important; }");
  document.adoptedStyleSheets = [still];
  for (const folded of document.querySelectorAll("details")) folded.open = true;
}"""


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    handler = functools.partial(Silent, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's browser."""
    path = find()
    assert path, "No Chromium: run scripts/browser.py --install"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def faults(page: Page) -> Iterator[str]:
    """What axe finds on an open page in every width and scheme, and whether the page scrolls sideways."""
    page.evaluate(_STILL)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", scheme)
            found = violations(page, COLOURS if scheme == "slate" else EVERYTHING)
            yield from (f"{width} px, {scheme}: {one}" for one in found)
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
            yield f"{width} px: scrolls sideways, {needed} px wide"


def violations(page: Page, rules: Mapping[str, object] = EVERYTHING) -> Iterator[str]:
    """What axe finds on a page as it is."""
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    for found in Axe().run(page, options=options).response["violations"]:
        for node in found["nodes"]:
            yield f"{found['id']} at {node['target']}: {node.get('failureSummary', '')}"


def addresses(site: Path) -> list[str]:
    """The path of every page of a site, as readers type it."""
    return sorted(p.relative_to(site).as_posix().removesuffix("index.html") for p in site.rglob("*.html"))
