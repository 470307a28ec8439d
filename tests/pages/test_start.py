"""The start page: what it says, where it says it from, and what stands there when something is missing.

Musterstadt and everything about it is invented: sample data.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lagebild.assessed import Assessed, assess
from lagebild.model import Report, Territory, TerritoryKey
from lagebild.pages import start
from lagebild.pages._until_when import key_change, until_when
from lagebild.pages.page import Page

CHANGE = date(2023, 7, 1)


def page(report: Report) -> Page:
    """The start page of a report."""
    return next(start.pages(assess(report)))


def text(html: str) -> str:
    """What is read of a page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def town(sample: Report) -> Page:
    """The start page of Musterstadt."""
    return page(sample)


@pytest.fixture(scope="module")
def joined(sample: Report) -> Report:
    """Musterstadt, which has belonged to a district since July 2023."""
    return replace(
        sample,
        territories=dict(sample.territories)
        | {
            "grosskreis": Territory(id="grosskreis", name="Großkreis", kind="kreis", valid_from=CHANGE),
            "musterstadt": replace(sample.territories["musterstadt"], parent="grosskreis"),
        },
        territory_keys=(
            TerritoryKey(territory="musterstadt", kind="ags", key="1", valid_to=date(2023, 6, 30)),
            TerritoryKey(territory="musterstadt", kind="ags", key="2", valid_from=CHANGE),
        ),
    )


def test_the_page_is_what_was_reviewed(town: Page, golden: Callable[[str, str], None]) -> None:
    golden("start.html", town.html)


def test_it_stands_at_the_root_and_names_the_place(town: Page) -> None:
    assert town.path == ""
    assert "Armut in Musterstadt" in town.html


def test_every_key_sentence_has_its_chart_in_both_widths(town: Page) -> None:
    assert [f.ident for f in town.figures] == ["kern-kinderarmut", "kern-zahngesunde-kinder"]
    assert all(str(f.marker(w)) in town.html for f in town.figures for w in ("wide", "narrow"))


def test_the_title_counts_its_sentences(town: Page) -> None:
    assert "Die Lage in zwei Sätzen" in town.html


def test_counts_of_measures_never_stand_without_their_denominator(town: Page) -> None:
    assert re.findall(r"<strong>(\d+)</strong> von (\d+)", town.html) == [("1", "3")] * 3


def test_without_a_change_of_territory_the_box_only_says_how_far_figures_reach(town: Page) -> None:
    assert "Bis wann es Zahlen gibt" in town.html
    assert "Warum viele Zahlen" not in town.html


def test_a_change_of_the_official_key_is_found(sample: Report, joined: Report) -> None:
    assert key_change(joined) == CHANGE
    assert key_change(sample) is None


def test_the_box_names_the_day_the_district_and_how_many_series_end(joined: Report) -> None:
    box = until_when(assess(joined))
    assert box is not None
    assert box.title == "Warum viele Zahlen 2022 enden"
    assert box.sentences.replace("\u00a0", " ") == (
        "Seit dem 1. Juli 2023 gehört Musterstadt zum Großkreis. Statistiken, die nur Kreise nennen, weisen "
        "seither nur noch den ganzen Kreis aus. 4 von 4 Zahlenreihen für Musterstadt enden 2022 oder früher."
    )


def test_a_new_key_alone_claims_no_new_district(joined: Report) -> None:
    moved = dict(joined.territories) | {
        "grosskreis": replace(joined.territories["grosskreis"], valid_from=None)
    }
    box = until_when(assess(replace(joined, territories=moved)))
    assert box is not None
    assert "hat Musterstadt eine andere amtliche Nummer" in box.sentences


def test_bars_are_also_told_in_words(town: Page) -> None:
    assert "2017 bis 2019, 2021" in town.html


def test_only_evidenced_reports_are_news(sample: Report, town: Page) -> None:
    bare = {
        i: replace(m, history=tuple(replace(e, evidence=()) for e in m.history))
        for i, m in sample.measures.items()
    }
    assert "lb-meldungen" in town.html
    assert "Noch keine belegte Meldung." in page(replace(sample, measures=bare)).html


def test_a_partial_date_is_not_newer_than_its_first_day(sample: Report) -> None:
    days = re.findall(r'lb-meldung-datum">([^<]+)', page(sample).html)
    assert days[0].replace("\u00a0", " ") == "30. Juni 2022"


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"measures": {}}, "Noch keine Maßnahme erfasst."),
        ({"fields": {}}, "Keine Handlungsfelder erfasst."),
        ({"measures": {}}, "Noch keine belegte Meldung."),
    ],
)
def test_what_is_missing_has_a_place_and_a_sentence(
    sample: Report, missing: dict[str, object], said: str
) -> None:
    assert said in text(page(replace(sample, **missing)).html)  # type: ignore[arg-type]


def test_without_key_indicators_the_page_says_where_they_are_chosen(sample: Report) -> None:
    bare = page(replace(sample, site=replace(sample.site, key_indicators=())))
    assert "Noch keine Kennzahlen ausgewählt." in bare.html
    assert not bare.figures


def test_an_indicator_without_figures_keeps_its_sentence(sample: Report) -> None:
    bare = page(replace(sample, figures=dict(sample.figures) | {"kinderarmut": ()}))
    assert "kern-kinderarmut" not in bare.html
    assert 'href="indikatoren/kinderarmut/"' in bare.html


def test_questions_of_the_key_indicators_come_first(town: Page) -> None:
    asked = re.findall(r"<span>([^<]+\?)</span>", town.html)
    assert asked[0] == "Wie viele Kinder leben von Grundsicherung?"
    assert asked[-1] == "Wo finde ich die Daten?"


def test_the_real_page_says_why_the_figures_end(real: Report) -> None:
    shown = text(page(real).html)
    assert "Warum viele Zahlen 2019 enden" in shown
    assert "Seit dem 1. Juli 2021 gehört Eisenach zum Wartburgkreis." in shown


def test_without_any_figure_there_is_no_box(sample: Report) -> None:
    empty = Assessed(report=replace(sample, indicators={}, figures={}), indicators={}, states={}, boards={})
    assert until_when(empty) is None
