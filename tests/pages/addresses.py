"""Where the links of a page point, as paths below the site's root, and which paths there are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from lagebild.model import Report
from lagebild.pages.page import Page

HANDWRITTEN = (
    "methodik/",
    "ueber/kontakt/",
    "aenderungen/",
    "massnahmen/",
    "strategie/",
    "daten/",
    "handlungsfelder/",
)
"""Sections that other kinds of pages or people write."""


def targets(page: Page) -> tuple[str, ...]:
    """Every address inside the site that the page links to, without anchors."""
    found = re.findall(r'href="([^"#]+)[^"]*"', page.html)
    inside = [href for href in found if not re.match(r"https?:|mailto:", href)]
    return tuple(resolved(page.path, href) for href in inside)


def resolved(path: str, href: str) -> str:
    """A relative address as a path below the root; it must not leave the site."""
    joined = posixpath.normpath(posixpath.join("/", path, href))
    depth = path.count("/")
    assert href.count("../") <= depth, f"{href} leaves the site from {path}"
    joined = joined.lstrip("/")
    return f"{joined}/" if href.endswith("/") and joined else joined


def known(report: Report, pages: Iterable[Page]) -> frozenset[str]:
    """The given pages, and what other kinds of pages and exports write."""
    return frozenset(
        [p.path for p in pages]
        + ["", *HANDWRITTEN]
        + [f"massnahmen/{m}/" for m in report.measures]
        + [f"handlungsfelder/{f}/" for f in report.fields]
        + [f"indikatoren/{i}/" for i in report.indicators]
        + [f"gebiete/{t}/" for t in report.territories]
        + [f"vergleich/{f}/" for f in report.fields]
        + ["indikatoren/", "gebiete/", "vergleich/", "glossar/", "daten/quellen/", "daten/aktualitaet/"]
        + [
            f"daten/indikatoren/{i}{end}"
            for i in report.indicators
            for end in ("-excel.csv", ".csv", ".xlsx", ".json")
        ]
        + [f"daten/diagramme/{i}.json" for i in report.indicators]
        + [f"daten/bilder/{i}{end}" for i in report.indicators for end in (".svg", ".png")]
    )


def broken_markup(html: str) -> list[str]:
    """Tags that are not closed, style attributes and inline scripts: what must not be in generated HTML."""
    faults = re.findall(r"<[^>]*\sstyle=[^>]*>|<script[^>]*>|<[^>]*\son[a-z]+=[^>]*>", html)
    stack: list[str] = []
    for closing, tag, rest in re.findall(r"<(/?)([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>", html):
        if tag in ("br", "input", "meta", "link", "img", "hr", "wbr") or rest.endswith("/"):
            continue
        if not closing:
            stack.append(tag)
        elif not stack or stack.pop() != tag:
            faults.append(f"</{tag}> closes nothing")
            break
    return [*faults, *stack]
