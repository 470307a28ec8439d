"""The handbook is a contract: what it names exists, what it quotes is said, its examples pass the check."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from lagebild import model
from lagebild.inspection import inspect
from lagebild.load import Files, read_folder
from lagebild.model import MARKS, MEASURE_KINDS, SIGNS, STATUSES, STRATEGY_TIES
from lagebild.model.indicators import SIGNS_FOR_ZERO, SIGNS_WITH_VALUE, SIGNS_WITHOUT_VALUE
from lagebild.model.measures import Assignment, Certainty, DateKind
from lagebild.model.sources import RevisionKind
from lagebild.problems import Severity, as_text
from lagebild.wording import numbers
from tests.conftest import REAL_DAY, ROOT

HANDBOOK = ROOT / "docs/mitmachen"
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HANDBOOK.glob("*.md"))}
TASKS = ("zahl-berichtigen", "jahr-ergaenzen", "stand-melden", "indikator-anlegen", "massnahme-anlegen")
FIGURES = "data/indikatoren/kinderarmut-sgb2-unter-15/werte.csv"
PASS = "data/massnahmen/stadtpass.yaml"


def blocks(page: str) -> list[str]:
    """The examples of a page: fenced, or indented by eight spaces in a list."""
    found = re.findall(r"^```\w*\n((?:(?!```).*\n)*)```|((?:^ {8}.*\n)+)", PAGES[page], re.MULTILINE)
    return [fenced or re.sub(r"^ {8}", "", indented, flags=re.MULTILINE) for fenced, indented in found]


def said(page: str, heading: str = "") -> list[str]:
    """What a page, or its section with this anchor, sets in code."""
    text = PAGES[page].partition(f"{{#{heading}}}")[2].partition("\n## ")[0] if heading else PAGES[page]
    return re.findall(r"`([^`\n]+)`", text)


Change = Callable[[dict[str, str]], None]
REAL: Mapping[str, str] = {
    path: content.decode("utf-8-sig")
    for path, content in read_folder(ROOT).content.items()
    if path.endswith((".yaml", ".csv", ".json"))
}


def after(change: Change) -> str:
    """The errors of this repository's data once a change is made, as a planner reads them."""
    content = dict(REAL)
    change(content)
    inspected = inspect(Files({path: text.encode() for path, text in content.items()}), day=REAL_DAY)
    return as_text([p for p in inspected.problems if p.severity is Severity.ERROR])


SOUND = as_text([])


def correct_a_number(data: dict[str, str]) -> None:
    new, reason = blocks("zahl-berichtigen")
    data[FIGURES], count = re.subn(r"^eisenach;2022;.*\n", new, data[FIGURES], flags=re.MULTILINE)
    data["data/revisionen.yaml"] += reason
    assert count == 1


def add_a_year(data: dict[str, str]) -> None:
    (new,) = blocks("jahr-ergaenzen")
    data[FIGURES], count = re.subn(
        r"^(eisenach;2022;.*\n)", rf"\g<1>{new}", data[FIGURES], flags=re.MULTILINE
    )
    assert count == 1


def add_a_year_at_the_end(data: dict[str, str]) -> None:
    data[FIGURES] += blocks("jahr-ergaenzen")[0]


def appended(data: dict[str, str], entry: str) -> None:
    """The entry behind the last one of the history, before the keys that follow it."""
    before, key, rest = data[PASS].partition("hinweis:")
    data[PASS] = before + entry + key + rest


def report_a_status(data: dict[str, str]) -> None:
    appended(data, blocks("stand-melden")[0])


def report_a_status_with_evidence(data: dict[str, str]) -> None:
    evidence = next(code for code in said("stand-melden") if code.startswith("belege:"))
    appended(
        data, blocks("stand-melden")[0].replace("sicherheit: unsicher", f"{evidence}\n    sicherheit: belegt")
    )


def correct_an_entry(data: dict[str, str]) -> None:
    line = next(code for code in said("stand-melden") if code.startswith("berichtigt:"))
    appended(data, f"{blocks('stand-melden')[0]}    {line}\n")


def add_an_indicator(data: dict[str, str]) -> None:
    described, figures, source = blocks("indikator-anlegen")
    data["data/indikatoren/wohnungslose/indikator.yaml"] = described
    data["data/indikatoren/wohnungslose/werte.csv"] = figures
    data["data/quellen.yaml"] += source


def add_a_measure(data: dict[str, str]) -> None:
    data["data/massnahmen/lesepaten.yaml"] = blocks("massnahme-anlegen")[0]


def add_a_measure_with_a_date(data: dict[str, str]) -> None:
    date = next(code for code in said("massnahme-anlegen") if code.startswith("{art: beginn"))
    data["data/massnahmen/lesepaten.yaml"] = f"{blocks('massnahme-anlegen')[0]}termine:\n  - {date}\n"


EXAMPLES: Mapping[str, tuple[Change, ...]] = {
    "the five tasks": (correct_a_number, add_a_year, report_a_status, add_an_indicator, add_a_measure),
    "other ways to do them": (
        add_a_year_at_the_end, report_a_status_with_evidence, add_a_measure_with_a_date,
    ),
    "a corrected entry": (correct_an_entry,),
}  # fmt: skip


@pytest.mark.parametrize("changes", EXAMPLES.values(), ids=EXAMPLES)
def test_who_copies_the_examples_gets_no_error(changes: tuple[Change, ...]) -> None:
    def all_of_them(data: dict[str, str]) -> None:
        for change in changes:
            change(data)

    assert after(all_of_them) == SOUND


def test_the_message_it_quotes_is_the_one_that_appears() -> None:
    def slip(data: dict[str, str]) -> None:
        data[FIGURES] = re.sub(r"^(eisenach;2022;)[\d,]+", r"\g<1>15.8", data[FIGURES], flags=re.MULTILINE)

    assert after(slip).startswith(blocks("fragen")[0])


def test_a_number_with_a_comma_in_braces_needs_its_quotes() -> None:
    """As the rules for all files say; without them YAML reads two things."""
    (quoted,) = (code for code in said("index", "regeln") if code.startswith("{wert"))

    def with_target(target: str) -> Change:
        def change(data: dict[str, str]) -> None:
            path = "data/indikatoren/sgb2-quote/indikator.yaml"
            data[path] += f"ziele:\n  - {target[:-1]}, bis: 2030, art: erreichen, gilt_von: 2025-01-01}}\n"

        return change

    assert after(with_target(quoted)) == SOUND
    assert after(with_target(quoted.replace('"', ""))) != SOUND


FILES = sorted(
    {(page, code) for page in PAGES for code in said(page) if re.fullmatch(r"data/[\w./-]+", code)}
)


@pytest.mark.parametrize(("page", "path"), FILES)
def test_a_file_that_it_names_exists(page: str, path: str) -> None:
    assert (ROOT / path).exists()


LINKS = sorted(
    {
        (page, link)
        for page, text in PAGES.items()
        for link in re.findall(r"\]\((?!https?:)([^)]*#[^)]+)\)", text)
    }
)


@pytest.mark.parametrize(("page", "link"), LINKS)
def test_a_place_that_it_links_exists(page: str, link: str) -> None:
    file, _, anchor = link.partition("#")
    assert f"{{#{anchor}}}" in PAGES[Path(file).stem if file else page]


def aliases() -> set[str]:
    """Every key that a YAML file of the data may hold."""
    nouns = [noun for noun in vars(model).values() if hasattr(noun, "__dataclass_fields__")]
    return {f.metadata["alias"] for noun in nouns for f in fields(noun) if "alias" in f.metadata} | {"nein"}


KEYS = sorted(
    {(page, key) for page in TASKS for code in said(page) for key in re.findall(r"\b([a-z_]+):(?= |$)", code)}
)


@pytest.mark.parametrize(("page", "key"), KEYS)
def test_a_key_that_it_names_is_read(page: str, key: str) -> None:
    assert key in aliases()


def listed(page: str, heading: str, key: str) -> tuple[str, ...]:
    """The codes that the list item of a key names."""
    text = PAGES[page].partition(f"{{#{heading}}}")[2].partition("\n## ")[0]
    (item,) = re.findall(rf"^- `{key}`:? (.*)$", text, re.MULTILINE)
    return tuple(dict.fromkeys(re.findall(r"`([a-z-]+)`", item)))


CODES = [
    ("stand-melden", "felder", "status", STATUSES),
    ("stand-melden", "felder", "datum_art", get_args(DateKind)),
    ("massnahme-anlegen", "regeln", "typ", MEASURE_KINDS),
    ("massnahme-anlegen", "regeln", "zuordnung", get_args(Assignment)),
    ("massnahme-anlegen", "regeln", "strategiebezug", STRATEGY_TIES),
]


@pytest.mark.parametrize(("page", "heading", "key", "allowed"), CODES)
def test_it_names_every_code_and_no_other(
    page: str, heading: str, key: str, allowed: tuple[str, ...]
) -> None:
    assert listed(page, heading, key) == allowed


def test_it_names_every_kind_of_revision() -> None:
    (sentence,) = re.findall(r"^`art` ist (.*)$", PAGES["zahl-berichtigen"], re.MULTILINE)
    assert set(re.findall(r"`([a-z-]+)`", sentence)) == set(get_args(RevisionKind))


def test_it_names_how_certain_a_report_is() -> None:
    assert {f"sicherheit: {word}" for word in get_args(Certainty)} <= set(said("stand-melden"))


def signs(heading: str) -> dict[str, str]:
    """Word → what the page shows, from a table of the page on signs."""
    text = PAGES["zeichen"].partition(f"{{#{heading}}}")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([a-z-]+)` \| ([^|]+?) \|", text, re.MULTILINE))


TABLES = [
    ("ohne-wert", SIGNS_WITHOUT_VALUE),
    ("null", SIGNS_FOR_ZERO),
    ("mit-wert", (*SIGNS_WITH_VALUE, *MARKS)),
]


@pytest.mark.parametrize(("heading", "words"), TABLES)
def test_it_explains_every_sign_where_it_belongs(heading: str, words: tuple[str, ...]) -> None:
    assert tuple(signs(heading)) == words


@pytest.mark.parametrize("word", [*SIGNS_WITHOUT_VALUE, *SIGNS_FOR_ZERO, *MARKS])
def test_it_shows_a_sign_as_the_site_does(word: str) -> None:
    characters = {**numbers.SIGN_CHARACTERS, **numbers.MARK_CHARACTERS}
    shown = {word: shown for heading, _ in TABLES for word, shown in signs(heading).items()}
    assert shown[word] == characters[word]


def test_at_most_one_of_the_first_words_is_what_the_model_calls_a_sign() -> None:
    assert "Höchstens eines der ersten acht Wörter" in PAGES["zeichen"]
    assert len(SIGNS) == 8


DOORS = sorted(
    {
        (page, door)
        for page in TASKS
        for door in re.findall(r"\*\*„([^“]+)“\*\*", PAGES[page])
        if "CSV" not in door
    }
)


@pytest.mark.parametrize(("page", "door"), DOORS)
def test_a_link_that_it_tells_to_click_stands_on_the_site(page: str, door: str) -> None:
    assert f'"{door}"' in (ROOT / "lagebild/pages/_doors.py").read_text(encoding="utf-8")


PICTURES = [
    (page, alt, file)
    for page, text in PAGES.items()
    for alt, file in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text)
]


@pytest.mark.parametrize(("page", "alt", "file"), PICTURES)
def test_a_picture_exists_is_small_and_is_told_in_words(page: str, alt: str, file: str) -> None:
    assert len(alt) > 40
    assert 0 < (HANDBOOK / file).stat().st_size <= 80_000


def test_no_picture_lies_about_unused() -> None:
    kept = {path.relative_to(HANDBOOK).as_posix() for path in (HANDBOOK / "bilder").iterdir()}
    assert kept == {file for _, _, file in PICTURES}


@pytest.mark.parametrize("task", TASKS)
def test_every_task_is_in_the_list_of_tasks(task: str) -> None:
    assert f"({task}.md)" in PAGES["index"].partition("{#aufgaben}")[2].partition("\n## ")[0]
