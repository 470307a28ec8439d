"""The entrance to the data and the validation report. Musterstadt is invented: sample data."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lagebild import exports, rules
from lagebild.assessed import Assessed, assess
from lagebild.model import NOWHERE, Report
from lagebild.pages import data, validation
from lagebild.pages.page import linker
from lagebild.problems import Problem, error, notice, warning

PLACE = NOWHERE.at()


@pytest.fixture(scope="module")
def town(sample: Report) -> Assessed:
    """Musterstadt."""
    return assess(sample)


@pytest.fixture(scope="module")
def page(town: Assessed) -> str:
    """The entrance to its data."""
    return next(data.pages(town)).html


def report_on(*problems: Problem) -> validation.ValidationView:
    """The validation report on given problems."""
    return validation.validation_view(problems, linker(validation.PATH))


def test_every_download_exists(town: Assessed, page: str) -> None:
    made = {path for kind in exports.EXPORTS for path, _ in kind.files(town)}
    offered = {
        f"daten/{address}".replace("daten/../", "")
        for address in re.findall(r'href="([^"]+\.(?:csv|xlsx|json|zip|xml))"', page)
    }
    assert offered - made == set()


def test_every_indicator_is_offered_in_four_forms(page: str) -> None:
    assert re.findall(r'href="(indikatoren/kinderarmut[.-][^"]+)"', page) == [
        "indikatoren/kinderarmut.csv",
        "indikatoren/kinderarmut-excel.csv",
        "indikatoren/kinderarmut.xlsx",
        "indikatoren/kinderarmut.json",
    ]


def test_links_of_equal_words_are_told_apart(page: str) -> None:
    assert 'aria-label="Kinder in Grundsicherung, CSV"' in page


def test_licences_are_those_of_the_sources_of_figures(page: str) -> None:
    assert "Datenlizenz Deutschland" in page
    assert "Aus 2\u00a0Dokumenten stammen einzelne Tatsachen" in page


def test_the_citation_names_version_and_day(page: str) -> None:
    assert "Musterstadt im Bild: Daten. Fassung 1.0, Stand 30.\u00a0Juni 2026." in page


def test_without_indicators_the_table_has_a_designed_place(sample: Report) -> None:
    bare = assess(replace(sample, indicators={}, figures={}))
    assert "Noch keine Zahlen." in next(data.pages(bare)).html


def test_every_rule_has_words_for_everyone() -> None:
    assert {rule.RULE for rule in rules.RULES} == set(validation.TITLES)


def test_no_problem_at_all_says_so() -> None:
    view = report_on()
    assert view.lead.endswith("Regeln prüfen die Daten. Keine Fehler.")
    assert view.rows == ()
    assert set(view.clean) == set(validation.TITLES.values())


def test_errors_come_first_then_what_occurs_most() -> None:
    view = report_on(
        notice("luecke-herausgeber", PLACE, "Es fehlt etwas."),
        warning("phase-zurueck", PLACE, "Eins."),
        warning("ziel-allein", PLACE, "Zwei."),
        warning("ziel-allein", PLACE, "Drei."),
        error("wert-fehlt", PLACE, "Vier."),
    )
    assert [row[0]["url"] for row in view.rows] == [
        "#wert-fehlt-fehler", "#ziel-allein-warnung", "#phase-zurueck-warnung", "#luecke-herausgeber-hinweis",
    ]  # fmt: skip
    assert "1\u00a0Fehler, 3\u00a0Warnungen, 1\u00a0Hinweis." in view.lead


def test_a_remedy_that_all_share_is_said_once() -> None:
    shared = report_on(*(warning("ziel-allein", PLACE, f"Ziel {n}.", "Nachtragen.") for n in (1, 2)))
    assert shared.findings[0]["abhilfe"] == "Nachtragen."
    assert [s["abhilfe"] for s in shared.findings[0]["stellen"]] == ["", ""]


def test_the_report_shows_what_the_rules_find_in_the_published_data(sample: Report, town: Assessed) -> None:
    html = next(validation.pages(town)).html
    assert all(problem.rule in html for problem in rules.check(sample))


def test_messages_are_escaped() -> None:
    assessed_page = validation.Templates().fill(
        "validation.html.jinja",
        validation.PATH,
        view=report_on(warning("ziel-allein", PLACE, "<script>")),
    )
    assert "<script>" not in assessed_page
