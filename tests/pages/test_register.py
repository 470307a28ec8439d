"""The register of measures, from invented entries: sample data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lagebild.assessed import Assessed, assess
from lagebild.model import (
    ActionField,
    ContextFigure,
    Decision,
    Measure,
    Report,
    Site,
    Source,
    StatusEntry,
    Territory,
    When,
)
from lagebild.pages import register
from lagebild.pages._slug import slug
from lagebild.pages.page import Page


def sample(ident: str, kind: str, tie: str, **more: object) -> Measure:
    """A measure with one report."""
    entry = StatusEntry(
        number=1,
        when=When.parse("2025-03"),
        date_kind="erschlossen",
        status="laufend",
        text="läuft",
        certainty="belegt",
    )
    given = {"assignment": "erschlossen", "fields": ("kinder",), "history": (entry,)} | more
    return Measure(id=ident, title=ident.title(), kind=kind, tie=tie, **given)  # type: ignore[arg-type]


SAMPLE = (
    sample("zirkus", "massnahme", "thematisch", target_groups=("Kinder 7 bis 12",)),
    sample("ausflug", "massnahme", "thematisch", fields=("kinder", "wohnen")),
    sample("lotsen", "massnahme", "ausdruecklich"),
    sample("beirat", "gremium", "thematisch", fields=()),
)


@pytest.fixture(scope="module")
def town() -> Assessed:
    """Musterstadt with three measures and one body."""
    return assess(
        Report(
            day=date(2025, 7, 1),
            site=Site(title="Musterstadt", main_territory="musterstadt"),
            territories={"musterstadt": Territory(id="musterstadt", name="Musterstadt", kind="stadt")},
            fields={
                "kinder": ActionField(id="kinder", title="Kinder und Familien"),
                "wohnen": ActionField(id="wohnen", title="Wohnen"),
            },
            sources={"vorlage": Source(id="vorlage", title="Vorlage")},
            decisions={"strategie": Decision(id="strategie", subject="Strategie")},
            context=(
                ContextFigure(
                    statement="Die Strategie nennt 70 Maßnahmen; ihr Katalog war nicht zu finden",
                    value=70.0,
                    unit="Maßnahmen",
                    source="vorlage",
                    belongs_to=("strategie",),
                ),
            ),
            measures={m.id: m for m in SAMPLE},
        )
    )


@pytest.fixture(scope="module")
def page(town: Assessed) -> Page:
    """The register."""
    return next(register.pages(town))


def test_the_page_is_what_was_reviewed(page: Page, golden: Callable[[str, str], None]) -> None:
    golden("register.html", page.html)


def test_headline_counts_leave_out_what_is_no_measure(page: Page) -> None:
    assert "3\u00a0Maßnahmen, die öffentliche Quellen nennen." in page.description


def test_the_missing_catalogue_is_named_beside_the_count(page: Page) -> None:
    assert "Die Strategie nennt 70 Maßnahmen; ihr Katalog war nicht zu finden." in page.description


def test_nothing_is_said_of_a_catalogue_of_which_nothing_is_known(town: Assessed) -> None:
    without = assess(replace(town.report, context=()))
    assert next(register.pages(without)).description == "3\u00a0Maßnahmen, die öffentliche Quellen nennen."


def test_groups_follow_the_tie_to_the_strategy_and_carry_their_denominator(page: Page) -> None:
    groups = re.findall(r'lb-gruppe-kopf"[^>]*>([^<]+) <span>([^<]+)</span>', page.html)
    assert groups == [
        ("In Quellen zur Strategie genannt", "1 von 3"),
        ("Passt zum Thema, Zugehörigkeit nicht belegt", "2 von 3"),
        ("Gremien", "1 von 1"),
    ]


def test_the_list_is_complete_without_javascript(page: Page) -> None:
    titles = re.findall(r'class="lb-haupt-link" href="([^"]+)"', page.html)
    assert titles == ["lotsen/", "ausflug/", "zirkus/", "beirat/"]


def test_a_measure_in_two_fields_says_so_and_is_found_under_both(page: Page) -> None:
    assert "Kinder und Familien +\u00a01" in page.html
    assert 'data-feld="kinder wohnen"' in page.html


def test_an_inferred_date_is_underlined(page: Page) -> None:
    assert page.html.count('<span class="lb-erschlossen">März 2025') == len(SAMPLE)


@pytest.mark.parametrize("name", ["feld", "stand", "bezug", "termin", "stelle", "gruppe", "jahr"])
def test_every_filter_has_its_codes_on_the_rows(page: Page, name: str) -> None:
    offered = re.findall(rf'<select id="register-{name}".*?</select>', page.html, flags=re.DOTALL)[0]
    codes = set(re.findall(r'<option value="([^"]+)"', offered))
    carried = {c for text in re.findall(rf'data-{name}="([^"]*)"', page.html) for c in text.split()}
    assert codes
    assert codes <= carried


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Kinder 7 bis 12", "kinder-7-bis-12"), ("Übergang Schule–Beruf", "uebergang-schule-beruf")],
)
def test_free_text_becomes_one_word_for_the_filter(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_the_table_lists_every_entry_with_every_particular(town: Assessed) -> None:
    table = list(register.pages(town))[1].html
    assert table.count("<tr>") == len(SAMPLE) + 1
    assert "Kinder und Familien; Kinder 7 bis 12" in table
    assert 'data-sortieren=""' in table


def test_a_search_finds_what_the_row_does_not_show(page: Page) -> None:
    row = re.search(r'<tr data-eintrag=""[^>]*>(?=<th scope="row"><a [^>]*>Zirkus)', page.html)
    assert row
    assert "Kinder 7 bis 12" in row[0]
    assert "Kinder und Familien" in row[0]


def test_one_choice_narrows_measures_and_other_entries(page: Page) -> None:
    assert 'data-filter="register weitere-liste"' in page.html
    for ident in ("register", "weitere-liste"):
        assert f'id="{ident}"' in page.html
        assert f'data-filter-zahl="{ident}"' in page.html


def test_undated_entries_sort_by_an_empty_day(town: Assessed) -> None:
    assert 'data-wert="2025-03-31"' in {p.path: p for p in register.pages(town)}["massnahmen/"].html
