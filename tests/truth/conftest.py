"""The repository's own data, derived and written, looked at by a stranger with the sources in hand."""

from __future__ import annotations

import re
from html import unescape

import pytest

from lagebild import pages
from lagebild.assessed import Assessed, assess
from lagebild.model import Report

_SILENT = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="session")
def assessed(real: Report) -> Assessed:
    """Everything that is derived from the data that this repository publishes."""
    return assess(real)


@pytest.fixture(scope="session")
def html(assessed: Assessed) -> dict[str, str]:
    """Path → markup of every generated page."""
    return {page.path: page.html for kind in pages.PAGES for page in kind.pages(assessed)}


@pytest.fixture(scope="session")
def read(html: dict[str, str]) -> dict[str, str]:
    """Path → what a reader of the page reads, in one line, with plain spaces."""
    return {path: _plain(markup) for path, markup in html.items()}


def _plain(markup: str) -> str:
    text = unescape(_TAG.sub(" ", _SILENT.sub(" ", markup)))
    return re.sub(r"\s+", " ", text.replace("\u00ad", "").replace("\u200b", ""))
