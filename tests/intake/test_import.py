"""An official table becomes figures: shown first, written only on request, nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake import official
from tests.intake.scripts_of import import_table

Given = Callable[[str, bytes], Path]
PEOPLE = "data/indikatoren/einwohner"
CHILDREN = "data/indikatoren/kinderarmut"

BY_SEX = """\
tabellen:
  - erkennung: [12411, Bevölkerung am]
    quelle: landesamt-{jahr}
    quelle_wie: landesamt-2023
    spalten:
      - kopf: [[Bevölkerung, Bevölkerungsstand, Bevoelkerungsstand], davon]
        merkmale: {geschlecht: {männlich: männlich, weiblich: weiblich}}
      - kopf: [[Bevölkerung, Bevölkerungsstand, Bevoelkerungsstand]]
        merkmale: {geschlecht: {insgesamt: insgesamt, männlich: männlich, weiblich: weiblich}}
      - kopf: [Insgesamt]
        merkmale: {geschlecht: {männlich: männlich, weiblich: weiblich}}
"""
POVERTY = """\
tabellen:
  - erkennung: [Kinderarmut, q_newfBGu15_bev]
    quelle: landesamt-2023
    runden: 2
    spalten:
      - kopf: [[Kinderarmut, q_newfBGu15_bev]]
"""
UNEMPLOYED = """\
tabellen:
  - erkennung: 13211-02-05-4
    quelle: landesamt-2023
    einheit: Prozent
    spalten:
      - kopf: [Arbeitslosenquote bez. auf alle zivile Erwerbsp.]
    ohne: [Arbeitslose]
"""


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Run the script on the sample municipality: exit code and everything it said."""

    def call(file: Path, *arguments: str) -> tuple[int, str]:
        code = import_table([str(file), "--root", str(root), *arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return call


def mapped(root: Path, folder: str, mapping: str) -> None:
    (root / folder / "import.yaml").write_text(mapping, encoding="utf-8")


def rows(root: Path, folder: str) -> list[str]:
    return (root / folder / "werte.csv").read_text("utf-8-sig").splitlines()


@pytest.mark.parametrize(
    "content",
    [official.population(), official.flat(1), official.flat(2), official.office_workbook()],
    ids=["genesis", "flach-1", "flach-2", "arbeitsmappe"],
)
def test_every_layout_gives_the_same_figures(run, root: Path, given: Given, content: bytes) -> None:
    mapped(root, PEOPLE, BY_SEX)
    before = rows(root, PEOPLE)
    code, said = run(
        given("tabelle.xlsx" if content.startswith(b"PK") else "tabelle.csv", content),
        "--write",
        "--quelle",
        "landesamt-2023",
    )
    assert code == 0, said
    added = [row for row in rows(root, PEOPLE) if row not in before]
    assert "musterstadt;2023-12-31;männlich;15500;;;;landesamt-2023;" in added
    assert any(row.startswith("musterstadt;2023-12-31;weiblich;16100;;;") for row in added)
    assert set(before) < set(rows(root, PEOPLE))


def test_nothing_is_written_without_being_asked(run, root: Path, given: Given) -> None:
    mapped(root, PEOPLE, BY_SEX)
    before = rows(root, PEOPLE)
    code, said = run(given("t.csv", official.population()))
    assert code == 0
    assert "2 neu, 0 geändert, 4 gleich" in said
    assert "Noch nichts geschrieben" in said
    assert rows(root, PEOPLE) == before


def test_territories_without_key_and_unknown_columns_are_listed(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, POVERTY.replace("runden: 2", "runden: 2\n    gebiete: {}"))
    _, said = run(given("inkar.csv", official.inkar_long()))
    assert "a_andere" in said
    assert "Musterregion" in said
    assert "2020 bis 2023" in said


def test_next_years_file_needs_only_the_command_again(run, root: Path, given: Given) -> None:
    mapped(root, PEOPLE, BY_SEX)
    code, _ = run(given("t.csv", official.flat(1)), "--write")
    assert code == 0
    later = official.flat(1).replace(b"31.12.2023", b"31.12.2024")
    # The sample municipality is looked at in June 2024; next year is next year.
    code, said = run(given("t2.csv", later))
    assert code == 1
    assert "2024-12-31" in said


def test_a_new_edition_gets_an_entry_among_the_sources(run, root: Path, given: Given) -> None:
    mapped(
        root,
        CHILDREN,
        POVERTY.replace("quelle: landesamt-2023", "quelle: landesamt-{jahr}\n    quelle_wie: landesamt-2023"),
    )
    only_2022 = (
        official.inkar()
        .replace(b"2021,2022,2023", b"2018,2018,2022")
        .replace(b"14.07,13.690000000000001,13.4", b",,13.7")
    )
    code, said = run(given("t.csv", only_2022), "--write")
    assert code == 0, said
    sources = (root / "data/quellen.yaml").read_text("utf-8")
    assert "- id: landesamt-2018-2022\n" in sources or "- id: landesamt-2022\n" in sources


def test_a_changed_figure_is_shown_with_both_values_and_keeps_its_note(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, POVERTY)
    table = root / CHILDREN / "werte.csv"
    table.write_text(
        table.read_text("utf-8").replace("14,07;684;4861;;landesamt-2023;", "14,9;;;;landesamt-2023;geprüft"),
        "utf-8",
    )
    code, said = run(given("inkar.csv", official.inkar()), "--write")
    assert code == 0, said
    assert "14,9" in said
    assert "14,07" in said
    assert "musterstadt;2021;14,07;;;;landesamt-2023;geprüft" in rows(root, CHILDREN)


def test_what_the_file_no_longer_has_is_named_and_stays(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, POVERTY)
    content = official.inkar_long().replace(b'Kreise,99001000,"Musterstadt, Stadt",2022,13.69,3\n', b"")
    _, said = run(given("inkar.csv", content), "--write")
    assert "Nicht in der Datei, bleibt stehen" in said
    assert any(row.startswith("musterstadt;2022;13,69") for row in rows(root, CHILDREN))


def test_a_value_set_by_hand_with_its_reason_stays(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, POVERTY)
    table = root / CHILDREN / "werte.csv"
    text = table.read_text("utf-8").replace(
        "14,07;684;4861;;landesamt-2023;", ";;;unsicher;landesamt-2023;unplausibel"
    )
    table.write_text(text, "utf-8")
    _, said = run(given("inkar.csv", official.inkar()), "--write")
    assert "Von Hand gesetzt" in said
    assert "musterstadt;2021;;;;unsicher;landesamt-2023;unplausibel" in rows(root, CHILDREN)


def test_a_figure_under_a_key_that_was_not_valid_stops_the_import(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, POVERTY)
    keys = root / "data/gebiete/schluessel.csv"
    keys.write_text(
        keys.read_text("utf-8").replace("99001;1990-01-01;", "99001;1990-01-01;2021-12-31"), "utf-8"
    )
    before = rows(root, CHILDREN)
    code, said = run(given("inkar.csv", official.inkar()), "--write")
    assert code == 1
    assert "galt damals" in said
    assert rows(root, CHILDREN) == before


def test_a_missing_column_is_named_with_the_remedy(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, POVERTY + "      - kopf: [Umbenannt]\n        als: zaehler\n")
    code, said = run(given("inkar.csv", official.inkar()))
    assert code == 0
    assert "Die Spalte „Umbenannt“ fehlt" in said


def test_the_wrong_unit_stops_the_import(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, UNEMPLOYED.replace("Prozent", "Anzahl"))
    code, said = run(given("t.csv", official.unemployment()))
    assert code == 1
    assert "„Prozent“" in said


def test_errors_that_the_figures_would_bring_stop_the_import(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, POVERTY)
    content = official.inkar().replace(b"13.4\n", b"134\n")
    code, said = run(given("inkar.csv", content), "--write")
    assert code == 1
    assert "neue Fehler" in said


def test_without_a_mapping_the_file_is_described_and_one_proposed(run, given: Given) -> None:
    code, said = run(given("t.csv", official.unemployment()))
    assert code == 1
    assert "erkennung: 13211-02-05-4" in said
    assert "Arbeitslose | Ausländer" in said


def test_two_editions_with_the_same_heading_must_be_named(run, root: Path, given: Given) -> None:
    mapped(
        root, CHILDREN, POVERTY + POVERTY.removeprefix("tabellen:\n").replace("landesamt-2023", "ratsinfo")
    )
    code, said = run(given("inkar.csv", official.inkar()))
    assert code == 1
    assert "--quelle landesamt-2023 oder --quelle ratsinfo" in said
    assert run(given("inkar.csv", official.inkar()), "--quelle", "landesamt-2023")[0] == 0


def test_a_fault_in_the_mapping_is_told_with_its_line(run, root: Path, given: Given) -> None:
    mapped(root, CHILDREN, POVERTY.replace("spalten", "spalte"))
    code, said = run(given("inkar.csv", official.inkar()))
    assert code == 1
    assert "Gemeint ist vielleicht „spalten“." in said
    assert "import.yaml" in said


@pytest.mark.parametrize(
    ("content", "said"), [(b"\xd0\xcf\x11\xe0", ".xls"), (b"", "leer"), (b"PK\x03\x04", "beschädigt")]
)
def test_an_unreadable_file_ends_with_two_and_a_german_sentence(
    run, given: Given, content: bytes, said: str
) -> None:
    code, told = run(given("datei", content))
    assert code == 2
    assert said in told


def test_a_missing_file_is_told(run, tmp_path: Path) -> None:
    code, said = run(tmp_path / "fehlt.csv")
    assert code == 2
    assert "lässt sich nicht lesen" in said
