"""What the report on a proposal tells a planner, held against small changes to the sample municipality."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.history import forge_text
from lagebild.history.pull_request import as_json, as_markdown
from lagebild.inspection import inspect
from lagebild.load import Files, read_folder
from lagebild.review import review

PACKAGES = Path(__file__).parents[1] / "packages"
BASE = dict(read_folder(PACKAGES / "musterstadt").content)
DAY = date(2023, 5, 2)
FAULTY = sorted(folder for kind in ("fehler", "warnung") for folder in PACKAGES.glob(f"{kind}-*"))
CHILDREN = "data/indikatoren/kinderarmut/werte.csv"
PEOPLE = "data/indikatoren/einwohner/werte.csv"
READERS = "data/massnahmen/lesepaten.yaml"


def version():
    return inspect(Files(BASE), day=DAY)


def proposed(files):
    return review(version(), inspect(Files(dict(sorted(files.items()))), day=DAY))


def edited(file, *swaps):
    """The sample municipality with words in one file replaced."""
    text = BASE[file].decode()
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    return BASE | {file: text.encode()}


def appended(file, text):
    return BASE | {file: BASE[file] + text.encode()}


def laid_over(package):
    removed = package / "entfernt.txt"
    gone = removed.read_text("utf-8").split() if removed.exists() else []
    files = BASE | dict(read_folder(package).content)
    return {path: content for path, content in files.items() if path not in gone}


NEW_ENTRY = """  - nr: 4
    datum: 2023-04
    datum_art: ereignis
    status: abgeschlossen
    text: Die Lesepaten verabschiedeten sich.
    belege: [{quelle: ratsinfo}]
    sicherheit: belegt
"""
RENTS = [(f";{euro};", f";{cent};") for euro, cent in
         (("5,41", "541"), ("5,48", "548"), ("5,6", "560"), ("5,72", "572"), ("6,15", "615"), ("6,3", "630"),
          ("6,52", "652"))]  # fmt: skip
CHANGES = [
    ("a changed value, with both values and the change in percentage points",
     edited(CHILDREN, ("2022;13,69;671", "2022;13,81;677")),
     "| C9 | Musterstadt | 2022 | – | 13,69\u00a0% | 13,81\u00a0% | +0,12\u00a0Prozentpunkte "
     "| zaehler: 677 statt 671 |"),
    ("a change without a reason", edited(CHILDREN, ("2022;13,69;671", "2022;13,81;677")),
     "Kinder in Grundsicherung: Eine Zahl wurde geändert, ohne dass ein Grund genannt ist"),
    ("a new figure", appended(CHILDREN, "musterland;2023;12,3;;;;landesamt-2023;\n"),
     "| C18 | Musterland | 2023 | – | – | 12,3\u00a0% | neu | quelle: landesamt-2023 |"),
    ("a deleted row", edited(CHILDREN, ("musterstadt;2016;16,88;801;4745;;landesamt-2023;\n", "")),
     "| – | Musterstadt | 2016 | – | 16,88\u00a0% | – | entfernt |"),
    ("a slip of the unit in a whole column",
     edited("data/indikatoren/angebotsmiete/werte.csv", *RENTS), "also um eine Zehnerpotenz verschoben"),
    ("a count with its change in per cent", edited(PEOPLE, ("weiblich;15890", "weiblich;15990")),
     "| +100 (+0,6\u00a0%) |"),
    ("a new status", appended(READERS, NEW_ENTRY),
     "Lesepaten an Grundschulen: abgeschlossen statt in Umsetzung"),
    ("a count of the board", appended(READERS, NEW_ENTRY), "#### Zählungen auf der Tafel"),
    ("a row of the board", appended(READERS, NEW_ENTRY), "abgeschlossen: 1 von "),
    ("the page of a measure", appended(READERS, NEW_ENTRY), "- <code>/massnahmen/lesepaten/</code>"),
    ("an edited old entry", edited(READERS, ("status: gestartet", "status: geplant")),
     "Eintrag 2 des Verlaufs wurde nachträglich geändert: „status“."),
    ("a definition, both ways",
     edited(CHILDREN.replace("werte.csv", "indikator.yaml"), ("richtung: sinken", "richtung: neutral")),
     "| Indikator Kinder in Grundsicherung | Richtung | sinken | neutral |"),
    ("a judgement that flips because of it",
     edited(CHILDREN.replace("werte.csv", "indikator.yaml"), ("richtung: sinken", "richtung: steigen")),
     "Vergleich „höher, besser“ statt „höher, schlechter“"),
    ("a sentence that is said instead", edited(CHILDREN, ("2022;13,69;671", "2022;13,81;677")), "  - dann: "),
    ("an error at its cell with its remedy", edited(CHILDREN, ("2022;13,69;", "2022;113,69;")),
     f"| {CHILDREN}, Zeile 9, Zelle C9, „wert“ |"),
    ("that without sound data there is no preview", edited(CHILDREN, ("2022;13,69;", "2022;113,69;")),
     "### Wo Sie es in der Vorschau sehen (sobald die Fehler behoben sind)"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "files", "expected"), CHANGES, ids=[c[0] for c in CHANGES])
def test_the_report_tells(sentence, files, expected):
    assert expected in as_markdown(proposed(files)), sentence


def test_a_secret_figure_that_is_shown_is_told():
    secret = edited(CHILDREN, ("2022;13,69;671;4902;;", "2022;;;;geheim;"))
    found = review(inspect(Files(secret), day=DAY), inspect(Files(BASE), day=DAY))
    assert "geheim-aufgedeckt" in {p.rule for p in found.problems}


def test_of_a_file_that_cannot_be_read_nobody_says_that_nothing_changes():
    broken = edited(CHILDREN.replace("werte.csv", "indikator.yaml"), ("richtung:", "richtig:"))
    assert "An den Daten ändert sich nichts." not in as_markdown(proposed(broken))


def test_nothing_changed_is_said_so():
    page = as_markdown(proposed(BASE))
    assert "An den Daten ändert sich nichts." in page
    assert "### " not in page.replace("### Hinweise", "")


def test_what_is_wrong_stands_before_what_changes():
    page = as_markdown(proposed(edited(CHILDREN, ("2022;13,69;", "2022;113,69;"))))
    headings = [line for line in page.splitlines() if line.startswith("### ")]
    assert headings.index("### Was falsch ist") < headings.index("### Welche Zahlen sich ändern")


def test_a_problem_that_only_moved_is_not_a_new_one():
    files = edited(CHILDREN, ("2022;13,69;", "2022;113,69;"))
    before = inspect(Files(files), day=DAY)
    one_more = "musterland;2023;12,3;;;;landesamt-2023;\nmusterstadt;2015"
    text = files[CHILDREN].decode().replace("musterstadt;2015", one_more)
    found = review(before, inspect(Files(files | {CHILDREN: text.encode()}), day=DAY))
    assert {p.rule for p in found.old_errors} == {"wert-ausserhalb", "quote-und-zaehler"}
    assert not found.problems


def test_a_repaired_problem_is_counted():
    before = inspect(Files(edited(CHILDREN, ("2022;13,69;", "2022;113,69;"))), day=DAY)
    found = review(before, version())
    assert found.repaired >= 1
    assert found.errors == 0


@pytest.mark.parametrize("package", FAULTY, ids=lambda folder: folder.name)
def test_every_faulty_package_gets_a_report_with_all_its_problems(package):
    found = proposed(laid_over(package))
    page = as_markdown(found)
    for line in (package / "erwartet.txt").read_text("utf-8").splitlines():
        assert forge_text.plain(line.split()[2]) in page
    assert json.loads(as_json(found))["fehler"] == found.errors


def test_a_file_that_cannot_be_read_does_not_look_deleted():
    broken_row = BASE[CHILDREN].replace(b"2022;13,69;", b"2022;13.69x;")
    found = proposed(BASE | {READERS: b"titel: [", CHILDREN: broken_row})
    assert found.comparison is not None
    assert not found.comparison.figures
    assert not found.comparison.measures
    assert found.unread == (CHILDREN, READERS)
    assert "massnahme-geloescht" not in [p.rule for p in found.problems]


OWN = ("herkunft: veroeffentlicht", "herkunft: eigene")
SMALL = ("2020-12-31;männlich;15260", "2020-12-31;männlich;2")


def own_people(*swaps):
    definition = PEOPLE.replace("werte.csv", "indikator.yaml")
    return edited(definition, OWN) | {PEOPLE: edited(PEOPLE, *swaps)[PEOPLE]}


SECRETS = [
    ("a small count of the city's own", own_people(), own_people(SMALL)),
    ("a small count that is taken out again", own_people(SMALL), own_people()),
    ("a small count that is called official all at once", own_people(), edited(PEOPLE, SMALL)),
    ("a small count whose definition cannot be read", own_people(),
     edited(PEOPLE, SMALL) | {PEOPLE.replace("werte.csv", "indikator.yaml"): b"titel: ["}),
    ("a small count whose unit cannot be read", own_people(),
     own_people(SMALL) | {"data/codelisten/einheiten.csv": b"code\n"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "before", "after"), SECRETS, ids=[s[0] for s in SECRETS])
def test_no_value_of_a_table_with_small_counts_is_repeated(sentence, before, after):
    found = review(inspect(Files(before), day=DAY), inspect(Files(after), day=DAY))
    assert found.hidden == ("Einwohner",)
    said = as_markdown(found) + as_json(found)
    for secret in ("15260", "15\u202f260", '"wert": 2.0', "männlich"):
        assert secret not in said


def test_calling_small_own_counts_official_is_told():
    found = review(inspect(Files(own_people()), day=DAY), inspect(Files(edited(PEOPLE, SMALL)), day=DAY))
    assert "herkunft-geaendert" in [p.rule for p in found.problems]


def test_a_long_report_is_cut_with_a_count_and_the_json_holds_everything():
    rows = "".join(f"musterland;{year};12,3;;;;landesamt-2023;\n" for year in range(1900, 2015))
    found = proposed(appended(CHILDREN, rows))
    page = as_markdown(found, limit=6000)
    assert len(page.encode()) <= 6000
    assert "weitere Zahlen" in page
    assert len(json.loads(as_json(found))["zahlen"]) == 115


@pytest.mark.parametrize("limit", [500, 1000, 2000, 60_000])
def test_a_limit_is_kept(limit):
    rows = "".join(f"musterland;{year};12,3;;;;landesamt-2023;\n" for year in range(1900, 2015))
    assert len(as_markdown(proposed(appended(CHILDREN, rows)), limit=limit).encode()) <= limit


HOSTILE = [
    ("<img src=x onerror=alert(1)>", "&lt;img src"),
    ("@stadtrat bitte", "@\u200bstadtrat"),
    ("siehe #12", "#\u200b12"),
    ("https://boese.example", "https:\u200b//boese.example"),
    ("[hier](x)", "\\[hier\\](x)"),
    ("a | b", "a \\| b"),
    ("`code`", "\\`code\\`"),
    ("&copy;", "&amp;copy;"),
    ("# Titel", "\\# Titel"),
    ("- Punkt", "\\- Punkt"),
    ("zwei\nZeilen", "zwei Zeilen"),
    ("rechts\u202elinks", "rechtslinks"),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_text_from_data_stays_text(text, expected):
    assert expected in forge_text.item(text)


@given(st.text())
def test_no_text_breaks_out_of_its_cell(text):
    written = forge_text.plain(text)
    assert "\n" not in written
    assert "<" not in written.replace("<span>$</span>", "")
    assert not any(f"{mark}a" in written for mark in ("@", "://"))
