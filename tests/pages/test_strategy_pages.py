"""The pages of the strategy, its fields, boards, decisions, conflicts and actors: invented sample data."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from lagebild.assessed import Assessed, assess
from lagebild.model import (
    ActionField,
    Actor,
    Conflict,
    ContextFigure,
    Decision,
    Event,
    Evidence,
    FundingPeriod,
    Goal,
    Measure,
    PublishedReport,
    Recommendation,
    Report,
    Responsibility,
    ResponsibilityChange,
    Site,
    Source,
    Statement,
    StatusEntry,
    StrategyMilestone,
    Territory,
    When,
)
from lagebild.pages import actors, board, conflicts, contradictions, decisions, fields, strategy
from lagebild.pages.page import Page

PAPER = (Evidence(source="vorlage"),)


def entry(number: int, when: str | None, status: str, *, evidenced: bool = True) -> StatusEntry:
    """A status entry."""
    return StatusEntry(
        number=number,
        when=When.parse(when) if when else None,
        date_kind="ereignis" if when else "ohne-datum",
        status=status,  # type: ignore[arg-type]
        text=f"Sample {number}",
        certainty="belegt" if evidenced else "unsicher",
        evidence=PAPER if evidenced else (),
    )


def measure(ident: str, *history: StatusEntry, **more: object) -> Measure:
    """A measure of the field of children."""
    given = {
        "kind": "massnahme",
        "assignment": "erschlossen",
        "tie": "thematisch",
        "fields": ("kinder",),
    } | more
    return Measure(id=ident, title=ident.title(), history=history, **given)  # type: ignore[arg-type]


MEASURES = (
    measure("lesehaus", entry(1, "2020-05-01", "beschlossen"), entry(2, "2024-06-01", "laufend")),
    measure("radweg", entry(1, "2018", "gestartet"), fields=("wohnen",), tie="ausdruecklich"),
    measure("altbau", entry(1, "2019", "abgeschlossen", evidenced=False), fields=("wohnen",)),
    measure("zettel", entry(1, None, "laufend"), fields=("kinder", "wohnen")),
    measure(
        "runde",
        entry(1, "2022", "gestartet"),
        kind="gremium",
        fields=(),
        responsible=(
            Responsibility(
                actor="amt", start=When.parse("2020"), end=When.parse("2021"), assignment="erschlossen"
            ),
        ),
        partners=("verein",),
    ),
)


@pytest.fixture(scope="module")
def town() -> Assessed:
    """Musterstadt on 1 July 2025."""
    return assess(
        Report(
            day=date(2025, 7, 1),
            site=Site(title="Musterstadt", main_territory="musterstadt"),
            territories={"musterstadt": Territory(id="musterstadt", name="Musterstadt", kind="stadt")},
            fields={
                "kinder": ActionField(id="kinder", title="Kinder", short="Kinder und Familien"),
                "wohnen": ActionField(id="wohnen", title="Wohnen"),
            },
            goals={
                "ziel-kinder": Goal(id="ziel-kinder", field="kinder", state="wortlaut-nicht-gefunden",
                                    decision="strategie", note="Die Anlage war nicht zugänglich."),
                "ziel-wohnen": Goal(id="ziel-wohnen", field="wohnen", state="veroeffentlicht",
                                    text="Mehr bezahlbare Wohnungen", sources=("vorlage",)),
                "allgemein": Goal(id="allgemein", state="veroeffentlicht", text="Armut verringern"),
            },
            recommendations={
                "rat": Recommendation(id="rat", field="kinder", text="ein Lesehaus bauen", evidence=PAPER),
            },
            context=(
                ContextFigure(statement="Die Strategie nennt 9 Maßnahmen", value=9.0, unit="Maßnahmen",
                              source="vorlage", belongs_to=("strategie",)),
            ),
            events={
                "gruendung": Event(id="gruendung", when=When.parse("2019-02"), title="Gründung der Stelle",
                                   kind="organisation", text="im Februar", evidence=PAPER),
                "beschluss": Event(id="beschluss", title="Beschluss gefasst", kind="beschluss",
                                   decision="strategie", date_kind="ohne-datum"),
            },
            milestones=(
                StrategyMilestone(id="bericht", title="Bericht", planned_text="Bericht vorlegen",
                                  planned=When.parse("2018"), actual=When.parse("2019-03"), evidence=PAPER),
                StrategyMilestone(id="plan", title="Plan", planned=When.parse("2020")),
            ),
            decisions={
                "strategie": Decision(id="strategie", paper="0001-R/2019", body="rat-der-stadt",
                                      when=When.parse("2019-09-10"), subject="Strategie", result="einstimmig",
                                      measures=("lesehaus",), evidence=PAPER),
            },
            funding_periods=(
                FundingPeriod(id="foerderung", title="Förderung", start=When.parse("2019"), amount=12000.0,
                              currency="EUR", evidence=PAPER),
            ),
            responsibility_changes=(
                ResponsibilityChange(id="wechsel", task="Jugendhilfe", when=When.parse("2022-01-01"),
                                     before="amt", after="kreis", assignment="erschlossen", evidence=PAPER),
            ),
            conflicts=(
                Conflict(id="jahr", question="Wann begann es?", used="2019", belongs_to=("kinder", "amt"),
                         statements=(Statement(text="2018", source="vorlage"),
                                     Statement(text="2019", source="blatt"))),
            ),
            reports={
                "bericht": PublishedReport(id="bericht", title="Bericht 2023", kind="umsetzung",
                                           when=When.parse("2023-03-31"), sources=("vorlage",)),
            },
            actors={
                "amt": Actor(id="amt", name="Jugendamt Musterstadt", kind="amt", end=When.parse("2021"),
                             successor=("kreis",), sources=("vorlage",)),
                "kreis": Actor(id="kreis", name="Jugendamt Musterkreis", kind="kreis"),
                "rat-der-stadt": Actor(id="rat-der-stadt", name="Stadtrat", kind="gremium"),
                "verein": Actor(id="verein", name="Spielverein", kind="verein"),
            },
            sources={
                "vorlage": Source(id="vorlage", title="Vorlage 0001-R/2019", publisher="Musterstadt",
                                  kind="Niederschrift"),
                "blatt": Source(id="blatt", title="Musterblatt", kind="Presse"),
            },
            measures={m.id: m for m in MEASURES},
        )
    )  # fmt: skip


ALL = (actors, board, conflicts, contradictions, decisions, fields, strategy)


@pytest.fixture(scope="module")
def site(town: Assessed) -> dict[str, Page]:
    """Address → page."""
    return {page.path: page for kind in ALL for page in kind.pages(town)}  # type: ignore[attr-defined]


def text_of(page: Page) -> str:
    """What a reader sees, without marks and in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.html)).strip()


def test_every_thing_has_its_address(site: dict[str, Page]) -> None:
    expected = {
        "akteure/", "akteure/amt/", "akteure/kreis/", "akteure/rat-der-stadt/", "akteure/verein/",
        "handlungsfelder/", "handlungsfelder/kinder/", "handlungsfelder/wohnen/",
        "strategie/", "strategie/beschluesse/", "strategie/ereignisse/", "strategie/konflikte/",
        "strategie/widersprueche/", "mitmachen/widersprueche/", "strategie/stand/",
    }  # fmt: skip
    days = {f"strategie/stand/{year}-12-31/" for year in range(2018, 2025)}
    assert set(site) == expected | days | {"strategie/stand/2023-03-31/", "strategie/stand/2025-07-01/"}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        # the chain of a field
        ("handlungsfelder/kinder/", "beschlossen, Wortlaut nicht gefunden"),
        ("handlungsfelder/kinder/", "Die Anlage war nicht zugänglich. Ohne Ziel keine Bewertung."),
        ("handlungsfelder/kinder/", "2 erfasst, nicht in Quellen zur Strategie genannt, eigene Zuordnung"),
        ("handlungsfelder/kinder/", "3 Meldungen aus 1 Quelle"),
        ("handlungsfelder/kinder/", "keine Zahlen gefunden"),
        ("handlungsfelder/kinder/", "Ein Lesehaus bauen."),
        ("handlungsfelder/kinder/", "Seit dem letzten Bericht (Bericht 2023, 31. März 2023): 1 neue"),
        ("handlungsfelder/kinder/", "Dass sich eine Zahl verändert, sagt nicht, warum."),
        ("handlungsfelder/kinder/", "Wann begann es?"),
        ("handlungsfelder/wohnen/", "„Mehr bezahlbare Wohnungen“"),
        ("handlungsfelder/wohnen/", "3 Maßnahmen, davon 1 in Quellen zur Strategie genannt."),
        # the strategy
        ("strategie/", "1 von 2"),
        ("strategie/", "3 Monate später"),
        ("strategie/", "nicht gemeldet"),
        ("strategie/", "2019, 12 000 €"),
        ("strategie/", "1. Januar 2022: Jugendamt Musterstadt → Jugendamt Musterkreis"),
        ("strategie/", "Betroffen sind: Kinder."),
        ("strategie/", "Die Strategie nennt 9 Maßnahmen. Gezählt ist, was Quellen nennen."),
        (
            "strategie/",
            "Am Tag des Beschlusses (10. September 2019) waren 2 Maßnahmen gemeldet. "
            "Seither: 2 kamen hinzu, keine wurde zusammengelegt, keine fiel weg.",
        ),
        ("strategie/", "5 von 6 Meldungen zu allen Einträgen nennen einen Beleg."),
        # the boards
        ("strategie/stand/2025-07-01/", "Von 4 erfassten Maßnahmen ist eine nach neueren Meldungen"),
        ("strategie/stand/2025-07-01/", "Bei einer ist die letzte Meldung älter als zwei Jahre"),
        ("strategie/stand/2025-07-01/", "4 Maßnahmen, so viele wie am 31. Dezember 2024."),
        ("strategie/stand/2023-03-31/", "Bericht 2023"),
        ("strategie/stand/2020-12-31/", "4 Maßnahmen, 1 mehr als am 31. Dezember 2019."),
        # decisions, conflicts, actors
        ("strategie/beschluesse/", "Vorlage 0001-R/2019"),
        ("strategie/beschluesse/", "Ergebnis: einstimmig"),
        ("strategie/ereignisse/", "Im Februar."),
        ("strategie/konflikte/", "Verwendet wird: 2019."),
        ("akteure/amt/", "2020 bis 2021 eigene Zuordnung"),
        ("akteure/amt/", "Jugendhilfe: am 1. Januar 2022 abgegeben (an: Jugendamt Musterkreis)."),
        ("akteure/kreis/", "Vorgänger Jugendamt Musterstadt"),
        ("akteure/rat-der-stadt/", "10. September 2019: Strategie"),
        ("akteure/verein/", "Partner bei Runde"),
    ],
)
def test_the_pages_say(site: dict[str, Page], path: str, said: str) -> None:
    assert said in text_of(site[path])


@pytest.mark.parametrize(
    "path",
    [
        "handlungsfelder/kinder/",
        "strategie/",
        "strategie/stand/2025-07-01/",
        "strategie/beschluesse/",
        "akteure/amt/",
    ],
)
def test_the_pages_are_what_was_reviewed(
    site: dict[str, Page], path: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"{path.strip('/').replace('/', '-')}.html", site[path].html)


def test_done_without_evidence_is_a_class_of_its_own(site: dict[str, Page]) -> None:
    said = text_of(site["strategie/stand/2025-07-01/"])
    assert "ohne Beleg" in said
    assert "mit Beleg abgeschlossen" not in said.split("Maßnahmen nach Handlungsfeld")[0]


def test_numbers_of_a_board_add_up_to_its_total(town: Assessed) -> None:
    for one in town.boards.values():
        assert sum(one.by_class.values()) == one.total


def test_a_solid_link_stands_only_where_the_step_is_evidenced(site: dict[str, Page]) -> None:
    links = re.findall(r'<li class="(lb-fest|lb-strich|lb-ende)">', site["handlungsfelder/kinder/"].html)
    assert links == ["lb-strich", "lb-strich", "lb-fest", "lb-strich", "lb-ende"]


def test_public_contradictions_are_counts_and_items_are_for_those_who_keep_the_data(
    site: dict[str, Page],
) -> None:
    counts, items = site["strategie/widersprueche/"], site["mitmachen/widersprueche/"]
    assert "Als abgeschlossen gemeldet, ohne Datum oder Beleg 1" in text_of(counts)
    assert "ohne Beleg" in text_of(items)
    assert 'href="../../mitmachen/widersprueche/#abgeschlossen-ohne-nachweis"' in counts.html
    assert 'id="abgeschlossen-ohne-nachweis"' in items.html


WORDS_OF_EFFECT = ("senkte", "gesenkt", "bewirkte", "führte dazu", "dadurch sank", "erfolgreich")


def test_no_page_says_that_a_measure_changed_a_situation(site: dict[str, Page]) -> None:
    said = " ".join(text_of(page) for page in site.values())
    assert not [word for word in WORDS_OF_EFFECT if word in said]


def test_the_policy_of_the_site_is_kept(site: dict[str, Page]) -> None:
    broken = [p.path for p in site.values() for word in (" style=", "<script", "onclick") if word in p.html]
    assert broken == []


def test_every_address_within_a_page_is_given_once(site: dict[str, Page]) -> None:
    for page in site.values():
        idents = re.findall(r'\sid="([^"]+)"', page.html)
        assert len(idents) == len(set(idents)), page.path


def test_links_to_places_within_these_pages_hold(site: dict[str, Page]) -> None:
    broken = []
    for page in site.values():
        for place in re.findall(r'href="#([^"]+)"', page.html):
            if f'id="{place}"' not in page.html:
                broken.append((page.path, place))
    assert broken == []
