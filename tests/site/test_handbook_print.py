"""Each task of the handbook fits on one printed page, so that it can lie beside the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from scripts.browser import find

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]
TASKS = ("zahl-berichtigen", "jahr-ergaenzen", "stand-melden", "indikator-anlegen", "massnahme-anlegen")


@pytest.fixture(scope="module")
def paper() -> Iterator[Page]:
    """A page of the system's Chromium."""
    path = find()
    assert path, "No Chromium: run scripts/browser.py --install"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=ARGUMENTS).new_page()


@pytest.mark.parametrize("task", TASKS)
def test_a_task_fits_on_one_printed_page(paper: Page, real_site: Path, task: str) -> None:
    paper.goto((real_site / "mitmachen" / task / "index.html").as_uri())
    pdf = paper.pdf(prefer_css_page_size=True, print_background=True)

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("task", TASKS)
def test_its_pictures_are_shown(paper: Page, real_site: Path, task: str) -> None:
    paper.goto((real_site / "mitmachen" / task / "index.html").as_uri())
    broken = paper.evaluate(
        "[...document.querySelectorAll('article img')].filter(i => !i.naturalWidth).length"
    )

    assert broken == 0
