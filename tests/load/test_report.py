"""From a whole data package to the Report: what is read, what is missing, what is unknown."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lagebild.load import load_report

from .conftest import DAY, Planted

FIGURES = "data/indikatoren/kinderarmut/werte.csv"
FIELDS = "data/strategie/handlungsfelder.yaml"


def test_the_sample_municipality_is_read_without_a_problem(musterstadt: Mapping[str, bytes]) -> None:
    loaded = load_report(musterstadt, day=DAY)
    assert loaded.problems == ()
    report = loaded.report
    assert report is not None
    assert (len(report.indicators), len(report.measures), report.unread) == (4, 4, frozenset())
    assert [f.id for f in report.fields.values()] == ["aufwachsen", "wohnen", "zusammenhalt"]


def test_a_figure_carries_everything_its_row_says(musterstadt: Mapping[str, bytes]) -> None:
    report = load_report(musterstadt, day=DAY).report
    assert report is not None
    figure = report.figures["kinderarmut"][5]
    assert (figure.territory, figure.period.text, figure.value) == ("musterstadt", "2020", 14.8)
    assert (figure.numerator, figure.denominator, figure.signs) == (718.0, 4850.0, ("berichtigt",))
    assert report.tables[FIGURES].place(figure.row, "wert").cell == "C7"


@pytest.mark.parametrize(
    "path",
    [
        "data/seite.yaml",
        "data/quellen.yaml",
        "data/akteure.yaml",
        FIELDS,
        "data/gebiete/gebiete.csv",
        "data/gebiete/schluessel.csv",
        "data/codelisten/einheiten.csv",
        FIGURES,
        "data/indikatoren/kinderarmut/indikator.yaml",
    ],
)
def test_a_required_file_that_is_missing_is_one_error(planted: Planted, path: str) -> None:
    assert [(p.rule, p.place.file) for p in planted(path, None)] == [("datei-fehlt", path)]


def test_without_a_site_there_is_no_report(musterstadt: Mapping[str, bytes]) -> None:
    assert load_report({**musterstadt, "data/seite.yaml": b"titel: x\n"}, day=DAY).report is None


def test_nothing_at_all_gives_the_required_files_and_no_more() -> None:
    assert {p.rule for p in load_report({}, day=DAY).problems} == {"datei-fehlt", "katalog"}


TAKE_OVER = "Übernehmen Sie, was darin neu ist, in „{}“, und löschen Sie diese Datei."
LEFT_BEHIND = "Löschen Sie die Datei; ein Büroprogramm hat sie beim Bearbeiten liegen lassen."


@pytest.mark.parametrize(
    ("path", "severity", "remedy"),
    [
        ("data/massnahmen/neu.yml", "fehler", "Gemeint ist vielleicht „data/massnahmen/neu.yaml“."),
        ("data/indikatoren/kinderarmut/Werte.csv", "fehler", TAKE_OVER.format(FIGURES)),
        ("data/indikatoren/kinderarmut/werte (1).csv", "fehler", TAKE_OVER.format(FIGURES)),
        ("data/strategie/handlungsfeld.yaml", "fehler", TAKE_OVER.format(FIELDS)),
        ("data/indikatoren/kinderarmut/werte.xlsx", "warnung", TAKE_OVER.format(FIGURES)),
        ("data/indikatoren/kinderarmut/~$werte.csv", "fehler", LEFT_BEHIND),
        ("data/indikatoren/kinderarmut/.~lock.werte.csv#", "warnung", LEFT_BEHIND),
        (
            "data/indikatoren/wohnungslose.yaml",
            "fehler",
            "Gemeint ist vielleicht „data/indikatoren/wohnungslose/indikator.yaml“.",
        ),
    ],
)
def test_a_file_that_nobody_reads_is_reported(
    planted: Planted, path: str, severity: str, remedy: str
) -> None:
    assert [(p.rule, p.severity.german, p.remedy) for p in planted(path, b"")] == [
        ("datei-unbekannt", severity, remedy)
    ]


def test_all_broken_files_show_at_once_and_are_remembered(musterstadt: Mapping[str, bytes]) -> None:
    broken = {FIELDS: b"a: [", FIGURES: b"", "data/gebiete/gebiete.csv": b"\xff\xfe\x00"}
    loaded = load_report({**musterstadt, **broken}, day=DAY)
    assert {p.place.file for p in loaded.problems} == set(broken)
    assert loaded.report is not None
    assert loaded.report.unread == frozenset(broken)


def test_one_bad_entry_costs_only_itself(musterstadt: Mapping[str, bytes]) -> None:
    files = {**musterstadt, FIELDS: musterstadt[FIELDS].replace(b"titel: Bezahlbar", b"titl: Bezahlbar")}
    report = load_report(files, day=DAY).report
    assert report is not None
    assert (list(report.fields), report.unread) == (["aufwachsen", "zusammenhalt"], frozenset({FIELDS}))


@pytest.mark.parametrize(
    ("path", "old", "new", "cell"),
    [
        (FIELDS, b"id: wohnen", b"id: aufwachsen", None),
        ("data/gebiete/gebiete.csv", b"hafen;Hafen", b"altstadt;Hafen", "A6"),
    ],
)
def test_an_id_given_twice_is_an_error_at_the_second(
    musterstadt: Mapping[str, bytes], planted: Planted, path: str, old: bytes, new: bytes, cell: str | None
) -> None:
    (problem,) = planted(path, musterstadt[path].replace(old, new))
    assert (problem.rule, problem.place.cell) == ("kennung-doppelt", cell)


def test_many_cells_of_one_cause_are_one_message(musterstadt: Mapping[str, bytes], planted: Planted) -> None:
    lines = musterstadt[FIGURES].decode().splitlines()
    pointed = [
        ";".join(c.replace(",", ".") if i == 2 else c for i, c in enumerate(line.split(";")))
        for line in lines
    ]
    (problem,) = planted(FIGURES, "\n".join(pointed).encode())
    assert (problem.place.cell, problem.value) == ("C2", "17.2")
    assert "weitere Zellen dieser Spalte" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "rule", "cell"),
    [
        (";16,88;", ";16.88;", "zahl-form", "C3"),
        (";16,88;", ";–;", "zeichen-im-wert", "C3"),
        ("musterstadt;2016", "musterstadt;Dez 16", "zeit", "B3"),
        ("musterstadt;2016", ";2016", "angabe-fehlt", "A3"),
        ("musterstadt;2016", "musterstadt ;2016", "leerzeichen", "A3"),
        ("4745;;landesamt", "4745;foo;landesamt", "zeichen-unbekannt", "F3"),
        ("4745;;landesamt", "4745;geheim unsicher;landesamt", "zeichen-mehrere", "F3"),
        ("4745;;landesamt-2023;", "4745;;landesamt-2023;=x", "formel", "H3"),
        ("4745;", "4.745;", "zahl-form", "E3"),
    ],
)
def test_a_faulty_cell_is_shown_where_a_spreadsheet_shows_it(
    musterstadt: Mapping[str, bytes], planted: Planted, old: str, new: str, rule: str, cell: str
) -> None:
    text = musterstadt[FIGURES].decode()
    assert old in text
    (problem,) = planted(FIGURES, text.replace(old, new, 1).encode())
    assert (problem.rule, problem.place.cell, problem.place.line) == (rule, cell, 3)


@pytest.mark.parametrize(
    "content", [b"[", b"\xff", b'{"features": [{}]}', b'{"features": NaN}', b"[" * 100_000]
)
def test_broken_boundaries_are_one_error(planted: Planted, content: bytes) -> None:
    (problem,) = planted("data/gebiete/kreise-2020-01-01.geojson", content)
    assert problem.rule in ("json-form", "grenzen-form", "kodierung")


def test_boundaries_know_their_day(musterstadt: Mapping[str, bytes]) -> None:
    flat = b'{"properties": {"gebiet": "hafen"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}'
    shape = b'{"features": [' + flat + b"]}"
    report = load_report({**musterstadt, "data/gebiete/x-2020-01-01.geojson": shape}, day=DAY).report
    assert report is not None
    assert [(str(b.valid_on), list(b.features)) for b in report.boundaries] == [("2020-01-01", ["hafen"])]


def test_of_own_counts_no_message_repeats_a_number(musterstadt: Mapping[str, bytes]) -> None:
    definition = "data/indikatoren/kinderarmut/indikator.yaml"
    own = musterstadt[definition].replace(b"herkunft: veroeffentlicht", b"herkunft: eigene")
    table = musterstadt[FIGURES].replace(b";16,88;801;", b";16.88;2 Personen;")
    problems = load_report({**musterstadt, definition: own, FIGURES: table}, day=DAY).problems
    assert [p.place.cell for p in problems] == ["C3", "D3"]
    assert not any("16.88" in repr(p) or "2 Personen" in repr(p) for p in problems)
