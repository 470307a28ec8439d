"""The page of an indicator: its states as golden files, and what holds for every one of the real pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from lagebild.assessed import Assessed, assess
from lagebild.model import Report
from lagebild.pages import indicator
from lagebild.pages._ranking import Ranking, ranking
from lagebild.pages.page import Page
from lagebild.wording import numbers
from tests.pages.addresses import broken_markup, known, targets


@pytest.fixture(scope="module")
def sample_pages(sample: Report) -> dict[str, Page]:
    return {p.path: p for p in indicator.pages(assess(sample))}


@pytest.fixture(scope="module")
def assessed(real: Report) -> Assessed:
    return assess(real)


@pytest.fixture(scope="module")
def real_pages(assessed: Assessed) -> dict[str, Page]:
    return {p.path: p for p in indicator.pages(assessed)}


@pytest.mark.parametrize(
    ("ident", "state"),
    [
        ("kinderarmut", "counts known, target decided, overdue"),
        ("angebotsmiete", "years not comparable, break, no comparator"),
        ("einwohner", "breakdown, key date, no comparison between territories"),
        ("zahngesunde-kinder", "school years, own doing"),
    ],
)
def test_each_state_looks_as_reviewed(
    sample_pages: dict[str, Page], golden: Callable[[str, str], None], ident: str, state: str
) -> None:
    golden(f"indikator-{ident}.html", sample_pages[f"indikatoren/{ident}/"].html)


def test_an_indicator_without_any_figure_for_the_city_says_so_in_every_section(sample: Report) -> None:
    figures = {
        i: tuple(o for o in rows if o.territory != "musterstadt") if i == "kinderarmut" else rows
        for i, rows in sample.figures.items()
    }
    pages = {p.path: p for p in indicator.pages(assess(replace(sample, figures=figures)))}
    html = pages["indikatoren/kinderarmut/"].html
    for sentence in (
        "kein Wert",
        "Kein Vergleich.",
        "Für Musterstadt gibt es keinen Wert",
        "Keine Aufschlüsselung.",
    ):
        assert sentence in html


def test_figures_that_exist_only_for_parts_of_the_city_are_shown_by_territory(
    real: Report, real_pages: dict[str, Page]
) -> None:
    html = real_pages["indikatoren/einwohner-ortsteile/"].html
    table = re.search(r'id="tabelle".*?</table>', html, re.DOTALL)
    assert table
    for observation in real.figures["einwohner-ortsteile"]:
        assert f'<th scope="row">{real.territories[observation.territory].name}</th>' in table[0]


def test_an_indicator_without_any_row_still_has_a_page(sample: Report) -> None:
    pages = {p.path: p for p in indicator.pages(assess(replace(sample, figures={})))}
    assert len(pages) == len(sample.indicators)
    assert "Zu dieser Zahl ist noch kein Wert erfasst." in pages["indikatoren/kinderarmut/"].html


def test_without_a_decided_target_the_page_says_exactly_that(sample_pages: dict[str, Page]) -> None:
    assert "Kein messbares Ziel beschlossen." in sample_pages["indikatoren/angebotsmiete/"].html
    assert "Kein messbares Ziel beschlossen." not in sample_pages["indikatoren/kinderarmut/"].html


def test_every_figure_of_the_city_stands_in_the_table_as_it_is_written(
    assessed: Assessed, real_pages: dict[str, Page]
) -> None:
    for ident, findings in assessed.indicators.items():
        if findings.main is None:
            continue
        unit = assessed.report.unit_of(assessed.report.indicators[ident])
        table = re.search(r'id="tabelle".*?</table>', real_pages[f"indikatoren/{ident}/"].html, re.DOTALL)
        assert table, ident
        shown = dict(
            re.findall(r'<th scope="row">(.*?)</th><td class="lb-rechts lb-stadtspalte">(.*?)</td>', table[0])
        )
        expected = {p.period.text: numbers.figure(p.observation, unit) for p in findings.main.points}
        assert {head: without_signs(c) for head, c in shown.items() if head in expected} == expected, ident


def without_signs(cell: str) -> str:
    """A cell without the letters that hang outside and the words for screen readers."""
    return re.sub(r"<[^>]*>", "", re.sub(r'<span class="lb-(?:zeichen|unsichtbar)".*?</span>', "", cell))


def test_all_links_lead_to_a_page_or_file(real: Report, real_pages: dict[str, Page]) -> None:
    there = known(real, real_pages.values())
    dead = {t for page in real_pages.values() for t in targets(page) if t not in there}
    assert dead == set()


def test_markup_is_closed_and_carries_neither_styles_nor_scripts(
    sample_pages: dict[str, Page], real_pages: dict[str, Page]
) -> None:
    for page in (*sample_pages.values(), *real_pages.values()):
        assert broken_markup(page.html) == [], page.path


def test_every_drawing_has_its_place_and_every_place_its_drawing(real_pages: dict[str, Page]) -> None:
    for page in real_pages.values():
        placed = set(re.findall(r"<!--figure:([a-z0-9-]+):", page.html))
        assert placed == {f.ident for f in page.figures}, page.path


def test_ids_are_unique_on_a_page(real_pages: dict[str, Page]) -> None:
    for page in real_pages.values():
        ids = re.findall(r'\sid="([^"]+)"', page.html)
        assert len(ids) == len(set(ids)), page.path


def test_steps_are_told_only_within_one_unbroken_stretch(sample_pages: dict[str, Page]) -> None:
    steps = "Veränderung von einem Zeitraum zum nächsten"
    assert steps in sample_pages["indikatoren/kinderarmut/"].html
    assert steps not in sample_pages["indikatoren/angebotsmiete/"].html


def test_a_target_that_is_met_is_never_called_missed(sample: Report) -> None:
    one = sample.indicators["kinderarmut"]
    easy = replace(one, targets=(replace(one.targets[0], value=50.0, milestones=()),))
    report = replace(sample, indicators={**sample.indicators, one.id: easy})
    html = {p.path: p.html for p in indicator.pages(assess(report))}["indikatoren/kinderarmut/"]
    aim = html[html.index('class="lb-ziel"') :]
    assert "eingehalten" in aim
    assert "verfehlt" not in aim.partition("</section>")[0]


def test_the_ranking_shows_the_latest_time_with_most_of_the_level(assessed: Assessed) -> None:
    report = assessed.report
    one = report.indicators["mindestsicherungsquote"]
    found = ranking(report, one, assessed.indicators[one.id])
    assert isinstance(found, Ranking)
    assert len(found.rows) > len(found.missing)
