"""Broken packages of every kind: one German message at the right place, never a traceback, never silence."""

from __future__ import annotations

import pytest

from lagebild.problems import Severity
from tests.contract.builder import MINIMAL, indicator, measure, problems

FIGURES = "\n".join(f"adorf {2014 + i} {20 - i} {200 - 10 * i}/1000" for i in range(6))
SOUND = {
    **MINIMAL,
    **indicator(
        "armut",
        FIGURES,
        brueche="[{ab: 2012, grund: Sample}]",
        grenzen="{min: 0, max: 100}",
        handlungsfelder="[familie]",
    ),
    **measure("treff", "1 2023-05-02 beschlossen", "2 2024 laufend", zustaendig="[{akteur: amt}]"),
    "data/glossar.yaml": "- {begriff: Armut, erklaerung: Sample}\n",
    "data/strategie/ziele.yaml": "- {id: z, handlungsfeld: familie, stand: veroeffentlicht, text: Sample}\n",
}
SOUND["data/massnahmen/treff.yaml"] = (
    SOUND["data/massnahmen/treff.yaml"]
    .replace("datum: 2024\n", "datum: 2024-06\n")
    .replace("Sample", "Eins", 1)
)
SOUND["data/massnahmen/treff.yaml"] = "Zwei".join(SOUND["data/massnahmen/treff.yaml"].rsplit("Sample", 1))
AREAS, KEYS, UNITS = "gebiete/gebiete.csv", "gebiete/schluessel.csv", "codelisten/einheiten.csv"
MEANING, TABLE = "indikatoren/armut/indikator.yaml", "indikatoren/armut/werte.csv"
MEASURE, SITE, TERMS, GOALS = "massnahmen/treff.yaml", "seite.yaml", "glossar.yaml", "strategie/ziele.yaml"
ROW = "adorf;2014;20;200;1000;;amt-a;"


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The file with one place changed."""
    text = SOUND[f"data/{file}"]
    assert old in text, f"{old!r} is not in {file}"
    return {f"data/{file}": text.replace(old, new, 1)}


def test_the_sound_package_has_no_problem() -> None:
    assert [p.message for p in problems(SOUND)] == []


TEXT_FILES = [
    # territories, keys, units
    (AREAS, "adorf;Adorf;kreis", "adorf;Adorf;landkreis", "wert-unbekannt", 4, "„landkreis“"),
    (AREAS, "adorf;Adorf;kreis;bergland", "adorf;Adorf;kreis;adorf", "kreis", 4, "im Kreis"),
    (KEYS, "adorf;ags", "adorf;agz", "wert-unbekannt", 3, "„agz“"),
    (KEYS, "ags;99001", "ars;99001x", "schluessel-form", 3, "99001x"),
    (UNITS, "anteil;100", "quote;100", "wert-unbekannt", 2, "„quote“"),
    (UNITS, "%;1;n;anteil", "%;1;x;anteil", "wert-unbekannt", 2, "„genus“"),
    (UNITS, "%;1;n", "%;-1;n", "einheit-form", 2, "-1"),
    (UNITS, "anteil;100", "anteil;hundert", "zahl-form", 2, "hundert"),
    # what an indicator means
    (MEANING, "sinken", "fallen", "wert-unbekannt", 4, "„fallen“"),
    (MEANING, "zeitvergleich: ja", "zeitvergleich: nein", "vergleichbarkeit", 8, "Grund"),
    (MEANING, "vergleich: []", "vergleich: [atlantis]", "kennung-unbekannt", 7, "atlantis"),
    (MEANING, "vergleich: []", "hauptreihe: {alter: alle}", "hauptreihe", 7, "alter"),
    (MEANING, "vergleich: []", "stichwoerter: Armut", "angabe-form", 7, "Liste"),
    (MEANING, "vergleich: []", "ziele: [{art: halten}]", "ziel-unvollstaendig", 7, "Wert"),
    (MEANING, "vergleich: []", "ziele: [{art: richtung, wert: 3}]", "ziel-unvollstaendig", 7, "keinen Wert"),
    (MEANING, "vergleich: []", "ziele: [{art: halten, wert: 300}]", "ziel-unvollstaendig", 7, "Grenzen"),
    (
        MEANING,
        "vergleich: []",
        "ziele: [{art: erreichen, wert: 3, bis: 2030, zwischenziele: [{wert: 4, bis: 2035}]}]",
        "ziel-unvollstaendig",
        7,
        "nach dem Ziel",
    ),
    (
        MEANING,
        "vergleich: []",
        "ziele: [{art: halten, wert: 3, gilt_von: 2022, gilt_bis: 2020}]",
        "zeitraum-verkehrt",
        7,
        "Ende",
    ),
    (MEANING, "ab: 2012", "ab: bald", "datum", 11, "„bald“"),
    (MEANING, "grund: Sample", "grund: Sample, gebiete: [nirgends]", "kennung-unbekannt", 11, "nirgends"),
    (MEANING, "herkunft: veroeffentlicht", "herkunft: fremd", "wert-unbekannt", 10, "„fremd“"),
    # measures
    (MEASURE, "2023-05-02", "2023-02-31", "datum", 9, "Kalender"),
    (MEASURE, "2023-05-02", "2023/2022", "datum", 9, "Spanne"),
    (MEASURE, "datum: 2024-06", "datum: 2024-07-01", "datum-zukunft", 16, "2024-07-01"),
    (MEASURE, "datum: 2024-06", "datum: 2024-07", "datum-zukunft", 16, "2024-07"),
    (MEASURE, "nr: 1", "nr: 0", "eintrag-nummer", 8, "kleiner als 1"),
    (MEASURE, "nr: 1", 'nr: "1,5"', "zahl-form", 8, "ganze Zahl"),
    (MEASURE, "nr: 1", "nr: 99999999999999999999", "zahl-form", 8, "15 Ziffern"),
    (MEASURE, "    belege: [{quelle: amt-a}]\n", "", "beleg-fehlt", 13, "keinen Beleg"),
    (MEASURE, "    sicherheit: belegt\n", "", "angabe-fehlt", 8, "„sicherheit“"),
    (MEASURE, "status: laufend", "status: laufend\n    berichtigt: 2", "eintrag-nummer", 19, "berichtigt"),
    (MEASURE, "status: laufend", "status: laufend\n    neue_runde: true", "ja-nein", 19, "„true“"),
    (MEASURE, "[{akteur: amt}]", "amt", "angabe-form", 6, "Liste"),
    (
        MEASURE,
        "{akteur: amt}",
        "{akteur: amt, von: 2021-05-01, bis: 2020}",
        "zeitraum-verkehrt",
        6,
        "Ende",
    ),
    (
        MEASURE,
        "verlauf:",
        "termine: [{art: beginn, geplant: Sommer, laut: 1}]\nverlauf:",
        "datum",
        7,
        "Sommer",
    ),
    (MEASURE, "verlauf:", "finanzierung: [{betrag: 1.000}]\nverlauf:", "zahl-form", 7, "mehrdeutig"),
    (MEASURE, "verlauf:", "finanzierung: [{betrag: 10 EUR}]\nverlauf:", "zahl-form", 7, "EUR"),
    (MEASURE, "titel: Eins", "titel: null", "angabe-fehlt", 1, "leer"),
    (MEASURE, "titel: Eins", "titel: ~", "angabe-fehlt", 1, "leer"),
    (MEASURE, "titel: Eins", "titel: [a, b]", "angabe-form", 1, "Liste"),
    (MEASURE, "titel: Eins", "titel: {a: b}", "angabe-form", 1, "„titel“"),
    (MEASURE, "titel: Eins", "titel: Treff: Nord", "yaml-form", 1, "Doppelpunkt"),
    (MEASURE, "titel: Eins", 'titel: "Nord', "yaml-form", 1, "Anführungszeichen"),
    (MEASURE, "titel: Eins", "titel: %Nord", "yaml-form", 1, "YAML"),
    (MEASURE, "titel: Eins", "titel: &a Eins", "yaml-form", 1, "& und *"),
    (MEASURE, "titel: Eins", 'titel: !!python/object/apply:os.system ["id"]', "yaml-form", 1, "!"),
    (MEASURE, "titel: Eins", "<<: {titel: X}", "yaml-form", 1, "<<"),
    (MEASURE, "titel: Eins", "titel: Eins\n---\nx: 1", "yaml-form", 2, "---"),
    (MEASURE, "titel: Eins", "titel: Eins\ntitel: Zwei", "schluessel-doppelt", 2, "zweiten Mal"),
    (MEASURE, "titel: Eins", 'titel: "E\\0ins"', "unsichtbare-zeichen", 1, "U+0000"),
    (MEASURE, "titel: Eins", 'titel: "E\\u202eins"', "unsichtbare-zeichen", 1, "U+202E"),
    (MEASURE, "titel: Eins", "titel: E\u202eins", "unsichtbare-zeichen", 1, "U+202E"),
    (MEASURE, "titel: Eins", "titel: E\0ins", "unsichtbare-zeichen", 1, "U+0000"),
    (MEASURE, "    datum", "\tdatum", "yaml-form", 9, "Tabulator"),
    # lists
    (TERMS, "- {begriff: Armut, erklaerung: Sample}", "Hallo", "angabe-form", 1, "Liste"),
    (TERMS, "- {begriff: Armut, erklaerung: Sample}", "- - Armut", "angabe-form", 1, "Schlüssel"),
    (TERMS, "- {begriff: Armut", f"- {'[' * 5000}{']' * 5000}\n- {{begriff: Armut", "yaml-form", 1, "tief"),
    (TERMS, "- {begriff: Armut", f"- {'{a: ' * 99}1{'}' * 99}\n- {{begriff: Armut", "yaml-form", 1, "tief"),
    (GOALS, ", text: Sample", "", "ziel-ohne-text", 1, "Text"),
    (SITE, "adorf", "xdorf", "kennung-unbekannt", 2, "„xdorf“"),
    (SITE, "titel:", "- titel:", "yaml-form", None, ""),
]


@pytest.mark.parametrize(("file", "old", "new", "rule", "line", "says"), TEXT_FILES)
def test_one_fault_gives_one_message_at_its_line(
    file: str, old: str, new: str, rule: str, line: int | None, says: str
) -> None:
    found = problems(SOUND, changed(file, old, new), least=Severity.ERROR)
    assert [(p.rule, p.place.file) for p in found] == [(rule, f"data/{file}")]
    assert line is None or found[0].place.line == line
    assert says in found[0].message
    assert found[0].remedy


CELLS = [
    ("adorf;2014;,5;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;20,;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;2,0,1;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;20 %;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;\u221220;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;0,1234567890123456;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;\uff12\uff10;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;0x14;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;WAHR;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;#DIV/0!;200;1000;;amt-a;", "zahl-form", "C2"),
    ("adorf;2014;20;200;1\u00a0000;;amt-a;", "zahl-form", "E2"),
    ("adorf;2014;*;;;;amt-a;", "zeichen-im-wert", "C2"),
    ("adorf;2014;;;;geheim unsicher;amt-a;", "zeichen-mehrere", "F2"),
    ("adorf;2014;;;;vorlaeufig;amt-a;", "wert-fehlt", "C2"),
    ("adorf;2014;20;200;1000;vorlaufig;amt-a;", "zeichen-unbekannt", "F2"),
    ("adorf;2014;20;200;1000;;;", "angabe-fehlt", "G2"),
    (";2014;20;200;1000;;amt-a;", "angabe-fehlt", "A2"),
    ("adorf;;20;200;1000;;amt-a;", "angabe-fehlt", "B2"),
    ("Adorf;2014;20;200;1000;;amt-a;", "kennung-unbekannt", "A2"),
    ("adorf;14;20;200;1000;;amt-a;", "zeit", "B2"),
    ("adorf;0000;20;200;1000;;amt-a;", "zeit", "B2"),
    ("adorf;2014-05;20;200;1000;;amt-a;", "zeit", "B2"),
    ("adorf;2014-Q5;20;200;1000;;amt-a;", "zeit", "B2"),
    ("adorf;2014/15;20;200;1000;;amt-a;", "zeit", "B2"),
    ("adorf;2044;20;200;1000;;amt-a;", "datum-zukunft", "B2"),
    ("adorf;2014;20;200;1000;;amt-a;;x", "zeile-laenge", "I2"),
    ("adorf;2014;20", "zeile-laenge", "C2"),
    ('adorf;2014;20;200;1000;;amt-a;"offen', "anfuehrungszeichen", "H2"),
    ("adorf;2014;20;200;1000;;amt-a;=SUMME(A1)", "formel", "H2"),
    ("adorf;2014;20;200;1000;;amt-a;\0", "unsichtbare-zeichen", "H2"),
    (f"adorf;2014;20;200;1000;;amt-a;{'x' * 200_000}", "anfuehrungszeichen", "H2"),
]


@pytest.mark.parametrize(("row", "rule", "cell"), CELLS, ids=[row[:40] for row, _, _ in CELLS])
def test_one_faulty_cell_gives_one_message_at_the_cell(row: str, rule: str, cell: str) -> None:
    found = problems(SOUND, changed(TABLE, ROW, row), least=Severity.ERROR)
    assert [(p.rule, p.place.cell) for p in found] == [(rule, cell)]
    assert found[0].remedy


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (f"data/{TABLE}", b"PK\x03\x04" + bytes(range(256)) * 20),
        (f"data/{TABLE}", b"\x00" * 1000),
        (f"data/{TABLE}", b";" * 1_000_000),
        (f"data/{TABLE}", "gebiet;zeit;wert\nadorf;2014;20\n".encode("utf-16")),
        (f"data/{MEASURE}", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
        (f"data/{TERMS}", b"- {begriff: A, erklaerung: " + b"x" * 10_000_000 + b"}\n"),
        (f"data/{TERMS}", b"a: &a [1,1]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n"),
        (f"data/{TERMS}", "".join(f"{' ' * i}a:\n" for i in range(2000)).encode()),
        ("datapackage.json", b'{"resources": [{"name": "x", "path": "/etc/passwd"}]}'),
        ("datapackage.json", b'{"resources": [{"name": "x", "path": "../x.csv"}]}'),
        ("datapackage.json", b'{"resources": [{"name": "x", "path": "https://example.org/x.csv"}]}'),
        ("datapackage.json", b"[" * 100_000),
    ],
)
def test_junk_is_told_with_its_file_and_never_raises(path: str, content: bytes) -> None:
    found = problems(SOUND, {path: content})
    assert found
    assert {p.place.file for p in found if p.severity is Severity.ERROR} <= {path}
    assert all(p.message.endswith(".") for p in found)
