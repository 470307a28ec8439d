"""What looks like a fault and is none: each case changes one spot of the sample municipality."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lagebild import rules
from lagebild.load import load_report, read_folder
from lagebild.problems import as_json

BASE = read_folder(Path(__file__).parents[1] / "packages" / "musterstadt").content
DAY = date(2023, 5, 2)
READERS = "data/massnahmen/lesepaten.yaml"
GUIDES = "data/massnahmen/familienlotsen.yaml"
BOARD = "data/massnahmen/beirat-soziales.yaml"
PEOPLE = "data/indikatoren/einwohner/werte.csv"
POVERTY = "data/indikatoren/kinderarmut/werte.csv"
TEETH = "data/indikatoren/zahngesunde-kinder/werte.csv"


def found(*changes: tuple[str, str, str]) -> list[str]:
    """The rules that speak after changes of (file, text, other text), without those that speak before."""
    files = dict(BASE)
    for file, text, other in changes:
        before = files[file].decode()
        assert text in before
        files[file] = before.replace(text, other, 1).encode()
    loaded = load_report(files, day=DAY)
    assert loaded.report is not None
    problems = (*loaded.problems, *rules.check(loaded.report))
    return sorted(problem.rule for problem in problems if problem.rule != "katalog")


@pytest.mark.parametrize(
    ("why", "change"),
    [
        ("a correction may stand anywhere", (BOARD, "datum: 2022-06-30\n",
                                             "datum: 2017\n    berichtigt: 1\n")),
        ("intervals that touch are in order", (BOARD, "datum: 2022-06-30\n", "datum: 2018-06-30\n")),
        ("an undated entry may stand anywhere", (GUIDES, "datum: 2020\n    datum_art: berichtsstand",
                                                 "datum_art: ohne-datum")),
        ("the current year is not the future", (READERS, "datum: 2022\n", "datum: 2023\n")),
        ("what became known late has a higher number", (GUIDES, "nr: 1\n", "nr: 9\n")),
        ("one text in two measures", (GUIDES, "Das Angebot endete.", "Die ersten zwölf Lesepaten begannen.")),
        ("numbers of rows may skip", (READERS, "nr: 3", "nr: 30")),
        ("a rounded share of known counts", (POVERTY, "16,44;786;4780", "16,4;786;4780")),
        ("a total without all its parts", (PEOPLE, "15260;;;;", ";;;unbekannt;")),
        ("no row for the total", (PEOPLE, "musterstadt;2020-12-31;insgesamt;31178;;;;landesamt-2023;\n", "")),
        ("nothing at all is zero", (TEETH, "hafen;2019/2020;57;;;;", "hafen;2019/2020;;;;nichts;")),
        ("a mark beside a value", (POVERTY, "16,44;786;4780;;", "16,44;786;4780;vorlaeufig geschaetzt;")),
        ("a forecast marked as estimate", (POVERTY, "musterstadt;2022;13,69;671;4902;;",
                                           "musterstadt;2027;13,69;671;4902;geschaetzt;")),
        ("an official key may be young", ("data/gebiete/schluessel.csv", "1990-01-01;", "2022-01-01;")),
        ("an unevidenced entry that says so", (READERS, "    belege: [{quelle: strategie-2019}]\n"
                                               "    sicherheit: belegt", "    sicherheit: unsicher")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_this_is_no_fault(why: str, change: tuple[str, str, str]) -> None:
    if why == "what became known late has a higher number":
        # The plan date of the measure names the entry by its number.
        assert found(change, (GUIDES, "laut: 1", "laut: 9")) == []
    else:
        assert found(change) == []


OWN = ("geheimhaltung: {herkunft: veroeffentlicht}", "geheimhaltung: {herkunft: eigene}")


@pytest.mark.parametrize(
    ("counts", "faults"),
    [
        ("16,44;786;4780", 0),
        ("0;0;4780", 0),
        ("0,08;4;4780", 0),
        ("0,06;3;4780", 0),
        ("0,04;2;4780", 1),
        ("0,02;1;4780", 1),
        ("50;50;100", 0),
        ("50,5;50;99", 1),
        ("0;0;99", 1),
        ("100;99;99", 1),
        ("1,01;1;99", 1),
        ("0;;", 1),
        ("100;;", 1),
        ("16,44;;", 0),
    ],
)
def test_own_shares_need_three_cases_and_a_hundred_persons(counts: str, faults: int) -> None:
    definition = "data/indikatoren/kinderarmut/indikator.yaml"
    rules_found = found((definition, *OWN), (POVERTY, "16,44;786;4780", counts))
    assert rules_found.count("kleine-zahl") == faults


@pytest.mark.parametrize(("count", "faults"), [("0", 0), ("1", 1), ("2", 1), ("3", 0)])
def test_own_counts_of_one_and_two_are_faults(count: str, faults: int) -> None:
    definition = "data/indikatoren/einwohner/indikator.yaml"
    rules_found = found((definition, *OWN), (PEOPLE, "männlich;15260", f"männlich;{count}"))
    assert rules_found.count("kleine-zahl") == faults


@pytest.mark.parametrize(
    ("total", "faults"), [("31178", 0), ("31179", 1), ("31177", 1)], ids=["exact", "one more", "one less"]
)
def test_counts_add_up_to_the_last_person(total: str, faults: int) -> None:
    assert found((PEOPLE, "insgesamt;31178", f"insgesamt;{total}")).count("teile-und-summe") == faults


def test_shares_of_groups_with_their_own_denominators_add_up_in_their_cases() -> None:
    definition = "data/indikatoren/einwohner/indikator.yaml"
    as_shares = (definition, "einheit: personen", "einheit: prozent")
    rows = "musterstadt;2018-12-31;{};{};{};{};;landesamt-2023;\n"
    men, women = ("männlich", "10", "10", "100"), ("weiblich", "20", "20", "100")
    groups = (("insgesamt", "15", "30", "200"), men, women)
    header, *_ = BASE[PEOPLE].decode().split("\n")
    good = "\n".join([header, "".join(rows.format(*group) for group in groups)])
    whole = BASE[PEOPLE].decode()
    assert found(as_shares, (PEOPLE, whole, good)) == []
    bad = good.replace(";20;20;100;", ";21;21;100;")
    assert found(as_shares, (PEOPLE, whole, bad)) == ["teile-und-summe"]


@pytest.mark.parametrize(
    ("shown", "faults"), [("16,44", 0), ("16,49", 0), ("16,5", 1), ("16,39", 1)], ids=str
)
def test_a_share_may_miss_its_counts_by_half_of_the_last_shown_decimal(shown: str, faults: int) -> None:
    """786 of 4780 is 16.443…; the unit shows one decimal, so 0.05 either way is rounding."""
    assert found((POVERTY, "16,44;786", f"{shown};786")).count("quote-und-zaehler") == faults


def test_reading_repeats_no_cell_of_own_counts() -> None:
    files = dict(BASE)
    files["data/indikatoren/einwohner/indikator.yaml"] = files[
        "data/indikatoren/einwohner/indikator.yaml"
    ].replace(OWN[0].encode(), OWN[1].encode())
    files[PEOPLE] = files[PEOPLE].replace("männlich;15260".encode(), "männlich;2 Kinder".encode())
    loaded = load_report(files, day=DAY)
    assert loaded.report is not None
    said = as_json((*loaded.problems, *rules.check(loaded.report)))
    assert "zahl-form" in said
    assert "2 Kinder" not in said


def test_one_broken_file_does_not_make_references_to_it_errors() -> None:
    assert found(("data/akteure.yaml", "- {id: stadtrat,", "- {id: stadtrat: ")) == ["yaml-form"]


def test_many_cells_of_one_cause_are_one_message() -> None:
    definition = "data/indikatoren/kinderarmut/indikator.yaml"
    assert found((definition, "grenzen: {min: 0, max: 100}", 'grenzen: {min: 0, max: "13,5"}')) == [
        "wert-ausserhalb"
    ]
