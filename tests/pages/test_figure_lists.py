"""Catalogue, profiles, comparisons, freshness, sources, glossary: lists over all figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from lagebild.assessed import Assessed, assess
from lagebild.model import Report
from lagebild.pages import (
    _worked_examples,
    catalogue,
    comparison,
    freshness,
    glossary,
    indicator,
    method_examples,
    sources,
    territory,
)
from lagebild.pages.page import Page
from lagebild.wording import numbers
from tests.pages.addresses import broken_markup, known, targets

KINDS = (catalogue, comparison, freshness, glossary, method_examples, sources, territory)


def written(assessed: Assessed) -> dict[str, Page]:
    """All pages of these kinds by their path."""
    return {p.path: p for kind in KINDS for p in kind.pages(assessed)}


@pytest.fixture(scope="module")
def sample_assessed(sample: Report) -> Assessed:
    return assess(sample)


@pytest.fixture(scope="module")
def sample_pages(sample_assessed: Assessed) -> dict[str, Page]:
    return written(sample_assessed)


@pytest.fixture(scope="module")
def real_assessed(real: Report) -> Assessed:
    return assess(real)


@pytest.fixture(scope="module")
def real_pages(real_assessed: Assessed) -> dict[str, Page]:
    return written(real_assessed)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("indikatoren/", "katalog"),
        ("vergleich/", "vergleich"),
        ("vergleich/wohnen/", "vergleich-wohnen"),
        ("gebiete/", "gebiete"),
        ("gebiete/musterstadt/", "gebiet-musterstadt"),
        ("gebiete/hafen/", "gebiet-ohne-zahlen"),
        ("daten/aktualitaet/", "aktualitaet"),
        ("daten/quellen/", "quellen"),
        ("glossar/", "glossar"),
        ("methodik/beispiele/", "rechenbeispiele"),
    ],
)
def test_each_page_looks_as_reviewed(
    sample_pages: dict[str, Page], golden: Callable[[str, str], None], path: str, name: str
) -> None:
    golden(f"{name}.html", sample_pages[path].html)


def test_all_links_lead_to_a_page_or_file(real: Report, real_pages: dict[str, Page]) -> None:
    there = known(real, real_pages.values())
    dead = {(page.path, t) for page in real_pages.values() for t in targets(page) if t not in there}
    assert dead == set()


def test_anchors_within_these_pages_exist(real_assessed: Assessed, real_pages: dict[str, Page]) -> None:
    """Sources above all: every figure, measure and decision links to the entry of its source."""
    ids = {p.path: set(re.findall(r'\sid="([^"]+)"', p.html)) for p in real_pages.values()}
    pages = [*real_pages.values(), *indicator.pages(real_assessed)]
    ids |= {p.path: set(re.findall(r'\sid="([^"]+)"', p.html)) for p in pages}
    for page in pages:
        for path, anchor in re.findall(r'href="([^"#:]*)#([^"]+)"', page.html):
            target = page.path if not path else targets(replace(page, html=f'href="{path}"'))[0]
            assert target not in ids or anchor in ids[target], f"{page.path}: {path}#{anchor}"


def test_markup_is_closed_and_ids_are_unique(
    sample_pages: dict[str, Page], real_pages: dict[str, Page]
) -> None:
    for page in (*sample_pages.values(), *real_pages.values()):
        assert broken_markup(page.html) == [], page.path
        ids = re.findall(r'\sid="([^"]+)"', page.html)
        assert len(ids) == len(set(ids)), page.path


def test_every_indicator_stands_in_the_catalogue_under_each_of_its_fields(
    real: Report, real_pages: dict[str, Page]
) -> None:
    html = real_pages["indikatoren/"].html
    for ident, one in real.indicators.items():
        links = re.findall(rf'class="lb-haupt-link" href="{ident}/"', html)
        assert len(links) == max(1, len(one.fields)), ident


def test_the_profile_of_the_city_shows_every_headline_figure_as_the_table_writes_it(
    real_assessed: Assessed, real_pages: dict[str, Page]
) -> None:
    report = real_assessed.report
    html = real_pages[f"gebiete/{report.site.main_territory}/"].html
    for ident, findings in real_assessed.indicators.items():
        if findings.main is None or findings.main.last is None:
            continue
        figure = numbers.figure(findings.main.last.observation, report.unit_of(report.indicators[ident]))
        row = re.search(rf'href="\.\./\.\./indikatoren/{ident}/".*?</tr>\s*<tr>(.*?)</td>', html, re.DOTALL)
        assert row, ident
        own, _, _ = row[1].partition("<span")  # marks and words for screen readers follow the figure
        assert own.endswith(f">{figure}"), ident


def test_a_comparison_never_crosses_editions(real_assessed: Assessed, real_pages: dict[str, Page]) -> None:
    """Where the finding says why not, no figure of the other territory is shown beside the own one."""
    html = real_pages["vergleich/"].html
    for ident, findings in real_assessed.indicators.items():
        own = [c for c in findings.comparisons if c.territory == real_assessed.report.site.main_territory]
        row = re.search(rf'href="\.\./indikatoren/{ident}/".*?</tr>\s*<tr>(.*?)</tr>', html, re.DOTALL)
        if row and own:
            marks = row[1].count("lb-richtung")
            assert marks == sum(c.reason is None for c in own), ident


def test_every_source_has_its_anchor(real: Report, real_pages: dict[str, Page]) -> None:
    ids = set(re.findall(r'<li id="([^"]+)"', real_pages["daten/quellen/"].html))
    assert ids == set(real.sources)


def test_an_overdue_indicator_is_named_first(sample_pages: dict[str, Page]) -> None:
    html = sample_pages["daten/aktualitaet/"].html
    first = re.search(r'<h2 id="([^"]+)"', html)
    assert first
    assert first[1] == "ueberfaellig"


@pytest.mark.parametrize(
    "example", [e for e in _worked_examples.examples() if e.published], ids=lambda e: e.id
)
def test_worked_examples_agree_with_what_was_published(example: _worked_examples.Example) -> None:
    expected = {
        "vergleich": ("niedriger", "besser"),
        "wilson": ("55,3", "73,6"),
        "byar": ("50,2", "82,8"),
        "trend": ("steigend", "47,90"),
        "kein-trend": ("nicht nachweisbar",),
        "ziel": ("wird erreicht",),
    }[example.id]
    said = " ".join((*example.steps, example.result))
    for part in expected:
        assert part in said
