"""Every link of the built site leads somewhere, on this site or to an https address of a source."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest


class Targets(HTMLParser):
    """Collects ids and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if ident := values.get("id"):
            self.ids.add(ident)
        if tag == "a" and (name := values.get("name")):
            self.ids.add(name)
        if tag == "a" and (href := values.get("href")) is not None:
            self.links.append(href)
        if source := values.get("src"):
            self.loads.append(source)
        if tag == "link" and (href := values.get("href")) and values.get("rel") != "canonical":
            self.loads.append(href)


@cache
def targets(page: Path) -> Targets:
    found = Targets()
    found.feed(page.read_text(encoding="utf-8"))
    return found


def broken(site: Path) -> Iterator[str]:
    """`page → address` for each address on the site that leads nowhere."""
    for page in sorted(site.rglob("*.html")):
        if page.name == "404.html":  # its addresses are absolute, for any depth
            continue
        found = targets(page)
        here = page.relative_to(site).parent.as_posix()
        for address in (*found.links, *found.loads):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or address.startswith("javascript"):
                continue
            path = posixpath.normpath(posixpath.join(here, unquote(parts.path))) if parts.path else ""
            target = page if not parts.path else site / path
            if target.is_dir():
                target /= "index.html"
            inside = target.is_file() and target.resolve().is_relative_to(site.resolve())
            pages_part = inside and target.suffix == ".html" and unquote(parts.fragment)
            if not inside or (pages_part and pages_part not in targets(target).ids):
                yield f"{page.relative_to(site)} → {address}"


@pytest.mark.parametrize("name", ["real_site", "sample_site"])
def test_every_address_on_the_site_leads_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    assert list(broken(request.getfixturevalue(name))) == []


@pytest.mark.parametrize("name", ["real_site", "sample_site"])
def test_nothing_is_loaded_from_elsewhere(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    outside = {
        f"{page.relative_to(site)}: {address}"
        for page in site.rglob("*.html")
        for address in targets(page).loads
        if urlsplit(address).netloc
    }

    assert outside == set()
