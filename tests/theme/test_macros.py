"""Every macro renders finished HTML: all tags closed, no style attributes, no scripts, values escaped.

Sample data: Musterstadt is invented.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

PAGES = Path(__file__).parents[2] / "lagebild/pages"
ENVIRONMENT = Environment(
    loader=FileSystemLoader(PAGES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
VOID = {"br", "hr", "img", "input", "link", "meta"}

SVG = Markup('<svg viewBox="0 0 10 10"><path d="M0 0h10"></path></svg>')
LINK = {"titel": "Kinderarmut <15", "url": "../kinderarmut/"}
SOURCE = {"titel": "Ausgabe 2021", "herausgeber": "Statistisches Amt", "url": "https://example.org/"}
MEASURE = {
    "titel": "Kindertreff",
    "url": "kindertreff/",
    "bezug": "In Quellen genannt",
    "phase": "stand-unklar",
    "zuletzt": "läuft",
    "datum": "Dezember 2020",
    "erschlossen": True,
    "feld": "Familie",
    "filter": {"feld": "familie"},
}
ENTRY = {
    "datum": "2018",
    "art": "Stand des Berichts",
    "phase": "abgeschlossen",
    "wort": "abgeschlossen",
    "text": "Fertig.",
    "sicherheit": "belegt",
    "belege": [SOURCE],
    "wortlaut": "realisiert",
    "berichtigt": True,
}
PHASES = [{"code": "vorbereitet", "erklaerung": "geplant"}, {"code": "ruht", "erklaerung": "unterbrochen"}]
CHAIN = [
    {"titel": "Lage", "text": "bis 2022", "stand": "belegt", "verbunden": True, "id": "lage"},
    {"titel": "Ziele", "text": "nicht gefunden", "stand": "fehlt", "verbunden": False, "id": "ziele"},
    {"titel": "Wirkung", "text": "nicht bewertbar", "stand": "teils", "verbunden": False, "id": "wirkung"},
]
BAND = (
    [{"x": 0.1, "text": "2016"}, {"x": 0.9, "text": "2020"}],
    [{"x": 0.1, "beschlossen": False}, {"x": 0.2, "beschlossen": True, "text": "Beginn", "kurz": "Beginn"}],
    [
        {"von": k / 4, "bis": (k + 1) / 4, "art": art, "text": "läuft"}
        for k, art in enumerate(["vorbereitet", "lief", "ruht", "ohne-meldung"])
    ],
    [{"von": 0, "bis": 1, "erschlossen": True, "text": "Jugendamt"}],
    "Plan und Bericht",
)

CALLS: list[tuple[str, str, tuple[Any, ...]]] = [
    *[
        ("_marken", "stand", (phase,))
        for phase in [
            None,
            "vorgeschlagen",
            "vorbereitet",
            "in-umsetzung",
            "stand-unklar",
            "ruht",
            "abgeschlossen",
            "beendet",
        ]
    ],
    *[
        ("_marken", "bewertung", (code,))
        for code in ["sonne", "leicht-bewoelkt", "bewoelkt", "gewitter", "nicht-bewertbar"]
    ],
    *[("_marken", "richtung", (code, "Wort")) for code in ["hoeher", "sinken", "aehnlich"]],
    *[
        ("_marken", "etikett", (art,))
        for art in ["belegt", "erschlossen", "eigene-zuordnung", "verwandtes-konzept"]
    ],
    *[("_marken", "knoten", (stand,)) for stand in ["belegt", "teils", "fehlt"]],
    *[("_marken", "punkt", (art,)) for art in ["voll", "hohl", "raute"]],
    ("_marken", "erschlossen", ("April 2021",)),
    ("_marken", "unsichtbar", ("Wort",)),
    ("_hinweise", "hinweis", ("unklar", "Stand unklar")),
    ("_hinweise", "hinweis", ("sand", "Andere Ausgabe.")),
    ("_hinweise", "leer", ("Nicht gefunden.", "mitmachen/", "Nachreichen")),
    ("_abschnitte", "kopf", ("Titel", "Vorspann", "Kinderarmut", "(SGB II)", True)),
    ("_abschnitte", "abschnitt", ("Titel", "id", "url/", "Alle")),
    ("_abschnitte", "unterkopf", ("Titel", "id")),
    ("_abschnitte", "spalten", ()),
    ("_abschnitte", "haupt", ()),
    ("_abschnitte", "rand", ()),
    (
        "_abschnitte",
        "kennwerte",
        (
            [
                {
                    "name": "Trend",
                    "wert": "höher",
                    "wort": True,
                    "zeichen": "hoeher",
                    "zusatz": "2022",
                    "etikett": "erschlossen",
                },
                {"name": "Wert", "wert": "1,5"},
            ],
        ),
    ),
    ("_abschnitte", "inhalt", ([{"titel": "Tabelle", "id": "tabelle"}],)),
    (
        "_abschnitte",
        "fakten",
        ("Zahl", [{"name": "Art", "werte": [{"text": "Lage", "url": "a/", "etikett": "belegt"}]}]),
    ),
    ("_abschnitte", "linkblock", ("Zahlen", [{**LINK, "zusatz": "nicht belegt"}])),
    ("_abschnitte", "linkliste", ([LINK],)),
    ("_abschnitte", "fragen", ([LINK],)),
    (
        "_abschnitte",
        "meldungen",
        ([{**LINK, "datum": "2020", "art": "erschlossen", "text": "Text", "quelle": "Presse"}],),
    ),
    ("_abschnitte", "massnahmen", ([MEASURE],)),
    ("_bilder", "bild", (SVG, SVG)),
    ("_bilder", "diagramm", ("Titel", "in Prozent", SVG, SVG, "diagramm", "a.json")),
    ("_bilder", "kernsaetze", ()),
    (
        "_bilder",
        "kernsatz",
        ({"vor": "2022 waren es", "zahl": "15", "nach": "Kinder."}, SVG, SVG, "Stand", "a/", "mehr"),
    ),
    ("_bilder", "kleine", ()),
    ("_bilder", "kleines", ("Titel", "in Prozent", SVG, SVG)),
    (
        "_bilder",
        "spannen",
        (
            [{"name": "Armut", "balken": [{"von": 0, "bis": 0.5, "offen": True}]}],
            [{"text": "2008", "x": 0}],
            {"text": "2021", "x": 0.9},
        ),
    ),
    ("_bilder", "karte", ([{"nr": 0, "text": "kein Wert"}], SVG, SVG)),
    (
        "_bilder",
        "rangliste",
        ("Rang", [{"name": "Musterstadt", "wert": "5", "anteil": 1, "stadt": True}], "Kreise"),
    ),
    (
        "_tabellen",
        "wertetabelle",
        (
            "Werte",
            "Jahr",
            [{"titel": "Musterstadt", "stadt": True}, {"titel": "Land"}],
            [
                {"ausgabe": "Ausgabe 1"},
                {
                    "kopf": "2020",
                    "zellen": [
                        {"text": ".", "wort": "unbekannt"},
                        {"text": "1", "zeichen": "r", "wort": "berichtigt"},
                    ],
                },
            ],
            [{"zeichen": "r", "text": "berichtigt"}],
        ),
    ),
    (
        "_tabellen",
        "tabelle",
        (
            "Titel",
            [{"titel": "Name"}, {"titel": "Zahl", "zahl": True}],
            [[{"text": "a", "url": "b/"}, {"text": "1", "wert": 1, "etikett": "belegt"}]],
            True,
        ),
    ),
    ("_tabellen", "breit", ("Titel",)),
    (
        "_tabellen",
        "tafel",
        (
            "Stand",
            PHASES,
            [{"titel": "Familie", "url": "a/", "anzahl": 3, "zahlen": [3, 0]}],
            {"anzahl": 3, "zahlen": [3, 0]},
        ),
    ),
    ("_tabellen", "bindung", ("Wie fest?", [{"code": "thematisch", "anzahl": 2, "text": "passt"}])),
    ("_tabellen", "register", ([{"titel": "Genannt", "zeilen": [MEASURE, {**MEASURE, "phase": None}]}], 2)),
    ("_kette", "kette", (CHAIN,)),
    ("_kette", "glied", ("Ziele", "ziele", "fehlt", "Text", "eigene-zuordnung")),
    (
        "_zeitleiste",
        "zeitleiste",
        ([ENTRY, {"datum": "2020", "phase": None, "wort": "läuft", "text": "Text"}],),
    ),
    ("_zeitleiste", "zeitband", BAND),
    ("_herkunft", "herkunft", ([SOURCE], {"titel": "dl-de/by-2-0", "url": "https://example.org/"}, "2022")),
    ("_herkunft", "quellenzeile", ("Amt",)),
    ("_herkunft", "quellenliste", ([{**SOURCE, "datum": "2018", "abgerufen": "2020", "lizenz": "frei"}],)),
    ("_herkunft", "datenzitat", ([LINK], "Zitat", [LINK])),
    (
        "_filter",
        "filter",
        ("register", [{"name": "stand", "titel": "Stand", "auswahl": [{"code": "a", "titel": "A"}]}]),
    ),
    ("_filter", "zahlzeile", ("register", 34, "Maßnahmen", "gruppiert", [LINK])),
]


class OpenTags(HTMLParser):
    """Collects what is wrong with nesting: tags left open, closed twice, or closed without a slash in SVG."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def render(file: str, macro: str, values: tuple[Any, ...]) -> str:
    template = ENVIRONMENT.get_template(f"{file}.jinja")
    function: Callable[..., str] = getattr(template.module, macro)
    takes_body = function.caller  # type: ignore[attr-defined]
    body = {"caller": lambda: Markup("<b>Inhalt</b>")} if takes_body else {}
    return str(function(*values, **body))


@pytest.mark.parametrize(("file", "macro", "values"), CALLS, ids=[f"{f}.{m}" for f, m, _ in CALLS])
def test_a_macro_renders_closed_html_that_a_strict_policy_allows(
    file: str, macro: str, values: tuple[Any, ...]
) -> None:
    html = render(file, macro, values)
    parser = OpenTags()
    parser.feed(html)
    assert parser.open == []
    assert parser.faults == []
    assert not {a for a in parser.attributes if a == "style" or a.startswith("on")}
    assert "<script" not in html
    assert "<style" not in html


def test_the_parser_of_this_test_sees_an_unclosed_tag() -> None:
    parser = OpenTags()
    parser.feed("<p><b>x</p>")
    assert parser.faults == ["</p>"]


def test_values_are_escaped() -> None:
    assert "Kinderarmut &lt;15" in render("_abschnitte", "linkliste", ([LINK],))


def test_every_macro_that_its_file_announces_is_rendered_here() -> None:
    rendered = {(file, macro) for file, macro, _ in CALLS}
    for path in PAGES.glob("_*.jinja"):
        if path.stem not in {file for file, _, _ in CALLS}:
            continue
        comment = path.read_text(encoding="utf-8").split("-#}")[0]
        macros = set(dir(ENVIRONMENT.get_template(path.name).module))
        announced = set(re.findall(r"^  ([a-z_]+)\(", comment, re.M)) & macros
        within_others = {"marke", "satz", "zeichenerklaerung"}
        assert {m for m in announced if (path.stem, m) not in rendered} <= within_others


@pytest.mark.parametrize("phase", ["vorgeschlagen", "in-umsetzung", "ruht"])
def test_a_mark_always_comes_with_its_word(phase: str) -> None:
    html = render("_marken", "stand", (phase,))
    assert re.search(r"</svg><span>[\w ]+</span>", html)


def test_the_board_counts_by_repeating_the_mark_and_says_so_in_words_on_phones() -> None:
    board = render(
        "_tabellen",
        "tafel",
        (
            "Stand",
            PHASES,
            [{"titel": "F", "url": "a/", "anzahl": 3, "zahlen": [3, 0]}],
            {"anzahl": 3, "zahlen": [3, 0]},
        ),
    )
    wide, narrow = board.split("lb-tafel-schmal")
    rows = wide.split("<tbody>")[1]
    assert rows.count('<svg class="lb-marke lb-phase-vorbereitet"') == 3
    assert "3 von 3" in narrow


def test_a_step_of_the_chain_is_solid_only_where_it_is_evidenced() -> None:
    steps = re.findall(r'<li class="(lb-\w+)"', render("_kette", "kette", (CHAIN,)))
    assert steps == ["lb-fest", "lb-strich", "lb-ende"]


def test_a_bare_sign_is_read_aloud_as_words() -> None:
    table = render(
        "_tabellen",
        "wertetabelle",
        ("W", "Jahr", [{"titel": "M"}], [{"kopf": "2020", "zellen": [{"text": ".", "wort": "unbekannt"}]}]),
    )
    assert '<span aria-hidden="true">.</span><span class="lb-unsichtbar">unbekannt</span>' in table


def test_the_filter_stays_hidden_until_a_script_shows_it() -> None:
    assert re.search(r"<form[^>]* hidden>", render("_filter", "filter", ("register", [])))
