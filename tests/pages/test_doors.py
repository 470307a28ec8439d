"""The doors from a page to its file: right address, right file, nothing that leads nowhere. Sample data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from lagebild import pages
from lagebild.assessed import Assessed, assess
from lagebild.inspection import inspect
from lagebild.load.files import Files, read_folder
from lagebild.model import Report
from lagebild.pages._forge import forge
from lagebild.pages._patterns import indicator_pattern, measure_pattern
from lagebild.pages.page import Page
from tests.conftest import PACKAGES, ROOT, SAMPLE_DAY

GITHUB = "https://github.com/musterstadt/lagebild"
GITLAB = "https://gitlab.musterstadt.example/sozial/armut/lagebild"
FORGEJO = "https://codeberg.org/musterstadt/lagebild"
FILE = "data/indikatoren/sgb2/werte.csv"

EDITORS = [
    (GITHUB, f"{GITHUB}/edit/main/{FILE}"),
    (f"{GITHUB}/", f"{GITHUB}/edit/main/{FILE}"),
    (f"{GITHUB}.git", f"{GITHUB}/edit/main/{FILE}"),
    (GITLAB, f"{GITLAB}/-/edit/main/{FILE}"),
    (FORGEJO, f"{FORGEJO}/_edit/main/{FILE}"),
]


@pytest.mark.parametrize(("repository", "address"), EDITORS)
def test_a_file_opens_in_the_editor_of_its_forge(repository: str, address: str) -> None:
    known = forge(repository)
    assert known
    assert known.edit(FILE) == address


UNKNOWN = [
    None, "", "github.com/a/b", "http://github.com/a/b", "https://github.com/a", "https://git.musterstadt.example/a/b",
    "https://wer:geheim@github.com/a/b", "https://github.com/a/b?c=d", "javascript:alert(1)//github.com/a/b",
]  # fmt: skip


@pytest.mark.parametrize("repository", UNKNOWN)
def test_no_editor_is_guessed(repository: str | None) -> None:
    assert forge(repository) is None


FORM_ADDRESSES = [
    (GITHUB, f"{GITHUB}/issues/new?template=fehler-melden.yml&title=Fehler%3A%20&seite=A%20%26%20B"),
    (
        GITLAB,
        f"{GITLAB}/-/issues/new?issue%5Btitle%5D=Fehler%3A%20&issue%5Bdescription%5D=Seite%3A%20A%20%26%20B",
    ),
    (
        FORGEJO,
        f"{FORGEJO}/issues/new?template=.github%2FISSUE_TEMPLATE%2Ffehler-melden.yml&title=Fehler%3A%20"
        "&field%3Aseite=A%20%26%20B",
    ),
]


@pytest.mark.parametrize(("repository", "address"), FORM_ADDRESSES)
def test_a_report_knows_its_page(repository: str, address: str) -> None:
    known = forge(repository)
    assert known
    assert known.report("fehler-melden", "Fehler: ", {"seite": "A & B"}) == address


NEW_FILES = [
    (GITHUB, f"{GITHUB}/new/main/data/massnahmen?filename=a.yaml&value=titel%3A%0A"),
    (GITLAB, f"{GITLAB}/-/new/main/data/massnahmen?file_name=a.yaml"),
    (FORGEJO, f"{FORGEJO}/_new/main/data/massnahmen"),
]


@pytest.mark.parametrize(("repository", "address"), NEW_FILES)
def test_a_new_file_begins_where_the_forge_allows_it(repository: str, address: str) -> None:
    known = forge(repository)
    assert known
    assert known.create("data/massnahmen", "a.yaml", "titel:\n") == address


def test_what_stands_in_an_address_is_escaped() -> None:
    known = forge('https://github.com/a b/c"><d')
    assert known
    assert (
        known.edit("data/massnahmen/ä#.yaml")
        == "https://github.com/a%20b/c%22%3E%3Cd/edit/main/data/massnahmen/%C3%A4%23.yaml"
    )


def published(report: Report, repository: str | None) -> Assessed:
    return assess(replace(report, site=replace(report.site, repository=repository)))


def written(assessed: Assessed) -> dict[str, Page]:
    """Every page with what stands below it."""
    found = (page for kind in pages.PAGES for page in kind.pages(assessed))
    return {page.path: replace(page, html=page.html + pages.foot(assessed.report, page)) for page in found}


@pytest.fixture(scope="module")
def open_pages(sample: Report) -> dict[str, Page]:
    return written(published(sample, GITHUB))


def doors(page: Page, words: str = "") -> list[str]:
    """Addresses of a page's links into the forge, those with these words."""
    found = re.findall(r'<a href="(https://github\.com/[^"]+)">([^<]+)</a>', page.html)
    return [unescape(address) for address, text in found if words in text]


EDITS = [
    ("indikatoren/kinderarmut/", "Diese Zahlen bearbeiten", "data/indikatoren/kinderarmut/werte.csv"),
    ("indikatoren/kinderarmut/", "Beschreibung bearbeiten", "data/indikatoren/kinderarmut/indikator.yaml"),
    ("glossar/", "Diese Angaben berichtigen", "data/glossar.yaml"),
    ("daten/quellen/", "Diese Angaben berichtigen", "data/quellen.yaml"),
    ("strategie/", "Ziele bearbeiten", "data/strategie/ziele.yaml"),
    ("strategie/", "Meilensteine bearbeiten", "data/strategie/meilensteine.yaml"),
    ("strategie/beschluesse/", "Diese Angaben berichtigen", "data/strategie/beschluesse.yaml"),
    ("ueber/impressum/", "Diese Angaben berichtigen", "data/seite.yaml"),
]


@pytest.mark.parametrize(("path", "words", "file"), EDITS)
def test_a_door_opens_the_file_behind_the_page(
    open_pages: dict[str, Page], path: str, words: str, file: str
) -> None:
    assert doors(open_pages[path], words) == [f"{GITHUB}/edit/main/{file}"]


def test_every_measure_has_a_door_to_its_history(sample: Report, open_pages: dict[str, Page]) -> None:
    for ident in sample.measures:
        address = f"{GITHUB}/edit/main/data/massnahmen/{ident}.yaml"
        assert doors(open_pages[f"massnahmen/{ident}/"], "Neuen Eintrag schreiben") == [address]


def edited(found: dict[str, Page]) -> Iterator[str]:
    for page in found.values():
        for address in doors(page):
            path = urlsplit(address).path
            if "/edit/main/" in path:
                yield unquote(path.partition("/edit/main/")[2])


def test_every_door_leads_to_a_file_that_is_there(open_pages: dict[str, Page]) -> None:
    files = set(edited(open_pages))
    assert files
    assert [file for file in files if not (PACKAGES / "musterstadt" / file).is_file()] == []


def test_no_door_leads_to_a_list_that_is_not_there(sample: Report) -> None:
    bare = replace(sample, goals={}, glossary=(), milestones=())
    assert not set(edited(written(published(bare, GITHUB)))) & {
        "data/strategie/ziele.yaml", "data/strategie/meilensteine.yaml", "data/glossar.yaml"
    }  # fmt: skip


def test_every_page_offers_to_report_an_error_on_it(open_pages: dict[str, Page]) -> None:
    for path, page in open_pages.items():
        asked = [parse_qs(urlsplit(a).query).get("seite", [""])[0] for a in doors(page, "Fehler")]
        assert f"{page.title} (…/{path})" in asked, path


def test_every_form_and_question_that_a_door_names_exists(open_pages: dict[str, Page]) -> None:
    queries = [
        parse_qs(urlsplit(a).query) for page in open_pages.values() for a in doors(page) if "/issues/new" in a
    ]
    assert queries
    for query in queries:
        form = yaml.safe_load(
            (ROOT / ".github/ISSUE_TEMPLATE" / query["template"][0]).read_text(encoding="utf-8")
        )
        assert set(query) - {"template", "title"} <= {element.get("id") for element in form["body"]}
        assert query["title"] == [form["title"]]


@pytest.mark.parametrize("repository", [None, "https://git.musterstadt.example/a/b"])
def test_without_a_known_forge_reports_go_to_the_contact_page(sample: Report, repository: str | None) -> None:
    found = written(published(sample, repository))

    assert [
        path for path, page in found.items() if "bearbeiten</a>" in page.html or "/issues/new" in page.html
    ] == []
    measure = next(iter(sample.measures))
    assert '<a href="../../ueber/kontakt/">Fehler melden</a>' in found[f"massnahmen/{measure}/"].html
    assert (
        '<a href="../../ueber/kontakt/">Fehler zu dieser Seite melden</a>'
        in found["indikatoren/kinderarmut/"].html
    )


def test_titles_cannot_break_out_of_an_address() -> None:
    html = pages.hand_written_foot(
        GITHUB, source="ueber/index.md", path="ueber/", title='"><script>alert(1)</script>'
    )
    assert "<script" not in html
    assert f'href="{GITHUB}/edit/main/docs/ueber/index.md"' in html


def test_below_a_page_written_by_hand_stands_nothing_without_a_forge() -> None:
    assert pages.hand_written_foot(None, source="ueber/index.md", path="ueber/", title="Über") == ""


FILLED = {
    "titel:": "Beispiel", "kurz:": "Ein Beispiel", "frage:": "Was ist das?", "text:": "hat begonnen",
    "datum:": "2026-05", "status:": "gestartet", "einheit:": "prozent", "richtung:": "sinken",
    "definition:": "Beispiel",
}  # fmt: skip
FIGURES = (
    "\ufeffgebiet;zeit;wert;zaehler;nenner;zeichen;quelle;anmerkung\r\nmusterstadt;2019;12,5;;;;{source};\r\n"
)


def faults(sample: Report, added: dict[str, str]) -> list[str]:
    """Errors of the sample municipality with further files, or the files they are in."""
    content = read_folder(PACKAGES / "musterstadt").content
    files = Files({**content, **{path: text.encode() for path, text in added.items()}})
    inspected = inspect(files, day=SAMPLE_DAY)
    return [f"{p.place.file} {p.place.field}" for p in inspected.problems if p.severity.name == "ERROR"]


def filled(pattern: str) -> str:
    """Every empty key with an answer behind it."""
    answers = {line: f"{line} {FILLED.get(line.strip(), '')}".rstrip() for line in pattern.splitlines()}
    return "\n".join(answers.values())


def test_a_pattern_passes_once_it_is_filled(sample: Report) -> None:
    source = next(iter(sample.sources))
    added = {
        "data/massnahmen/beispiel.yaml": filled(measure_pattern(sample)),
        "data/indikatoren/beispiel/indikator.yaml": filled(indicator_pattern(sample)),
        "data/indikatoren/beispiel/werte.csv": FIGURES.format(source=source),
    }
    assert faults(sample, added) == []


def test_a_pattern_left_unfilled_is_refused(sample: Report) -> None:
    found = faults(sample, {"data/massnahmen/beispiel.yaml": measure_pattern(sample)})
    assert found
    assert {fault.split()[0] for fault in found} == {"data/massnahmen/beispiel.yaml"}
