"""The page of a measure, from an invented town called Musterstadt: sample data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lagebild.assessed import Assessed, assess
from lagebild.model import (
    ActionField,
    Actor,
    Conflict,
    Evidence,
    Funding,
    Measure,
    PlanDate,
    Report,
    Responsibility,
    Site,
    Source,
    Statement,
    StatusEntry,
    Territory,
    When,
)
from lagebild.pages import measure as kind
from lagebild.pages.page import Page


def entry(number: int, when: str | None, status: str, text: str, **more: object) -> StatusEntry:
    """A status entry, evidenced by the paper unless said otherwise."""
    given = {
        "date_kind": "ereignis" if when else "ohne-datum",
        "certainty": "belegt",
        "checked": When.parse("2025-06-01"),
        "evidence": (Evidence(source="vorlage", spot="Seite 2"),),
    } | more
    return StatusEntry(
        number=number, when=When.parse(when) if when else None, status=status, text=text, **given
    )  # type: ignore[arg-type]


PLAYHOUSE = Measure(
    id="spielhaus",
    title="Spielhaus am Muster",
    kind="massnahme",
    fields=("kinder",),
    assignment="erschlossen",
    tie="thematisch",
    target_groups=("Kinder",),
    territories=("musterstadt",),
    responsible=(
        Responsibility(actor="amt", end=When.parse("2020-12-31"), assignment="erschlossen"),
        Responsibility(actor="kreis", start=When.parse("2021-01-01")),
    ),
    partners=("verein",),
    funding=(Funding(amount=12000.0, currency="EUR", kind="land", evidence=Evidence(source="vorlage")),),
    plan_dates=(PlanDate(kind="fertigstellung", planned=When.parse("2019"), according_to=2),),
    history=(
        entry(1, "2017", "empfohlen", "der Ausschuss empfiehlt ein Spielhaus", date_kind="erschlossen"),
        entry(2, "2018-05-10", "beschlossen", "Bau bis Ende 2019 beschlossen", wording="wird gebaut"),
        entry(3, "2019-03", "gestartet", "Baubeginn", certainty="unsicher", checked=None),
        entry(4, "2019-04", "gestartet", "Baubeginn im April", corrects=3),
        entry(
            5, "2020-06", "unterbrochen", "Bau ruht", reason="Geldmangel", evidence=(), certainty="unsicher"
        ),
    ),
    note="Der Name ist **erfunden**.",
    internal="canary-4711",
)
UNDATED = Measure(
    id="ohne-datum", title="Ohne Datum", kind="programm", assignment="keine", tie="thematisch",
    history=(entry(1, None, "laufend", "läuft"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def town() -> Assessed:
    """Musterstadt on 1 July 2025."""
    return assess(
        Report(
            day=date(2025, 7, 1),
            site=Site(title="Musterstadt", main_territory="musterstadt"),
            territories={"musterstadt": Territory(id="musterstadt", name="Musterstadt", kind="stadt")},
            fields={"kinder": ActionField(id="kinder", title="Kinder und Familien")},
            actors={
                "amt": Actor(id="amt", name="Jugendamt Musterstadt"),
                "kreis": Actor(id="kreis", name="Jugendamt Musterkreis"),
                "verein": Actor(id="verein", name="Spielverein e. V."),
            },
            sources={
                "vorlage": Source(id="vorlage", title="Spielhaus (Vorlage 0001-R/2018)",
                                  publisher="Musterstadt", kind="Niederschrift", url="https://musterstadt.example/vorlage"),
                "blatt": Source(id="blatt", title="Das Spielhaus", publisher="Musterblatt", kind="Presse",
                                retrieved=When.parse("2025-06-01")),
            },
            conflicts=(
                Conflict(id="plaetze", question="Wie viele Plätze hat es?", used="keine Festlegung",
                         statements=(Statement(text="20 Plätze", source="vorlage"),
                                     Statement(text="25", source="blatt")),
                         belongs_to=("spielhaus",)),
            ),
            measures={"spielhaus": PLAYHOUSE, "ohne-datum": UNDATED},
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def page(town: Assessed) -> Page:
    """The page of the playhouse."""
    return next(kind.pages(town))


def text_of(html: str) -> str:
    """What a reader sees, without marks and in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace("\u00a0", " ")


def test_the_page_is_what_was_reviewed(page: Page, golden: Callable[[str, str], None]) -> None:
    golden("massnahme-spielhaus.html", page.html)


def test_every_measure_has_its_address(town: Assessed) -> None:
    assert [p.path for p in kind.pages(town)] == ["massnahmen/spielhaus/", "massnahmen/ohne-datum/"]


@pytest.mark.parametrize(
    "said",
    [
        "Zuletzt gemeldet: unterbrochen (Juni 2020). Seit mehr als fünf Jahren nennt keine ausgewertete",
        "Fertigstellung geplant für 2019. Dass der Termin gehalten wurde, ist nicht belegt.",
        "seit Juli 2020 keine Meldung gefunden",
        "Wortlaut: „wird gebaut“",
        "Grund: Geldmangel.",
        "Berichtigt Meldung 3.",
        "Berichtigt durch Meldung 4",
        "5 Meldungen, neueste zuerst. 4 von 5 sind am Text der Quelle gegengelesen.",
        "Meldungen mit Beleg 4 von 5",
        "Wie viele Plätze hat es? 20 Plätze",
        "12 000 € (Land)",
        "Sie passt zum Thema; keine Quelle nennt sie als Teil der Strategie.",
    ],
)
def test_the_page_says(page: Page, said: str) -> None:
    assert said in text_of(page.html)


def test_a_corrected_entry_stays_visible_and_struck_through(page: Page) -> None:
    assert '<li id="meldung-3" class="lb-berichtigt">' in page.html


def test_what_is_internal_stays_internal(page: Page) -> None:
    assert "canary" not in page.html


def test_the_newest_report_stands_first(page: Page) -> None:
    assert re.findall(r'<li id="meldung-(\d)"', page.html) == ["5", "4", "3", "2", "1"]


def test_a_source_is_linked_twice_to_the_document_and_to_its_description(page: Page) -> None:
    assert 'href="https://musterstadt.example/vorlage"' in page.html
    assert 'href="../../daten/quellen/#vorlage"' in page.html


def test_an_undated_measure_says_so(town: Assessed) -> None:
    undated = list(kind.pages(town))[1]
    assert "Keine Meldung nennt ein Datum." in text_of(undated.html)
    assert "Plan und Wirklichkeit" not in undated.html


@pytest.mark.parametrize("forbidden", [" style=", "<script", "onclick"])
def test_the_policy_of_the_site_is_kept(page: Page, forbidden: str) -> None:
    assert forbidden not in page.html


def test_every_tag_is_closed(page: Page) -> None:
    opened = re.findall(r"<([a-z][a-z0-9]*)[^>]*?(?<!/)>", page.html)
    closed = re.findall(r"</([a-z][a-z0-9]*)>", page.html)
    assert sorted(opened) == sorted(closed)


def test_a_measure_and_its_successor_name_each_other(town: Assessed) -> None:
    first, *_ = town.report.measures.values()
    later = replace(first, id="spaeter", title="Späteres Haus", successor=None)
    known = {first.id: replace(first, successor=later.id), later.id: later}
    pages = {p.path: p.html for p in kind.pages(assess(replace(town.report, measures=known)))}
    assert "Weitergeführt unter" in pages[f"massnahmen/{first.id}/"]
    assert "Späteres Haus" in pages[f"massnahmen/{first.id}/"]
    assert "Setzt fort" in pages["massnahmen/spaeter/"]
    assert first.title in pages["massnahmen/spaeter/"].partition("Setzt fort")[2]
