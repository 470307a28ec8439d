"""`daten/indikatoren/<id>.json` as the published format shows it. All figures are invented."""

from __future__ import annotations

import json

import pytest

from lagebild.exports.indicator_json import indicator_json
from lagebild.wording import figures
from tests.invented import BY_AGE, case, counts, plain, target


def exported(lines: list[str], **given: object) -> dict[str, object]:
    """The file's content after a trip through JSON."""
    one = case(lines, **given)  # type: ignore[arg-type]
    said = figures.sentences(one.report, one.indicator, one.findings)
    content = indicator_json(one.report, one.indicator, one.findings, said)
    return json.loads(json.dumps(content, allow_nan=False))  # type: ignore[no-any-return]


FALLING = counts([200, 180, 160, 140, 120])
LAND = {"comparators": ("musterland",), "targets": (target("erreichen", 12, "2030"),)}


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        (None, "id titel einheit richtung quellen werte trend vergleiche ziele rang saetze"),
        ("werte", "gebiet zeit merkmale wert zaehler nenner zeichen quelle intervall"),
        ("trend", "gebiet merkmale ergebnis methode grund von bis pruefgroesse"),
        ("vergleiche", "gebiet mit zeit merkmale ergebnis wertung grund hinweis"),
        ("ziele", "gebiet wert bis bewertung bewertung_ohne_pruefung nachweisbar instabil projektion grund"),
        ("rang", "gebiet zeit rang von fehlend grund"),
    ],
)
def test_every_key_is_there_in_the_published_order(part: str | None, keys: str) -> None:
    content = exported([*FALLING, "musterland 2019 10"], **LAND)
    entry = content if part is None else content[part][0]  # type: ignore[index]
    assert list(entry) == keys.split()  # type: ignore[call-overload]


def test_values_stand_as_in_the_data_and_whole_numbers_as_such() -> None:
    own = ["musterstadt 2018 - geheim @b", "musterstadt 2019 15,34 612/3990 vorlaeufig"]
    content = exported([*own, "musterland 2019 9"])
    assert content["quellen"] == ["b", "a"]
    assert content["werte"][0] == {  # type: ignore[index]
        "gebiet": "musterstadt", "zeit": "2018", "merkmale": {}, "wert": None, "zaehler": None,
        "nenner": None, "zeichen": ["geheim"], "quelle": "b", "intervall": None,
    }  # fmt: skip
    second, third = content["werte"][1:]  # type: ignore[index]
    assert (second["wert"], second["zaehler"], second["zeichen"]) == (15.34, 612, ["vorlaeufig"])
    assert [type(value) for value in (second["zaehler"], third["wert"])] == [int, int]


def test_a_published_interval_is_carried_unrounded_in_the_indicators_unit() -> None:
    # 65 of 100: 0.552544 to 0.736358 (PHEindicatormethods, example of phe_proportion).
    [value] = exported(["musterstadt 2019 65 65/100"])["werte"]  # type: ignore[misc]
    interval = value["intervall"]
    assert list(interval) == ["untere", "obere", "niveau", "methode"]
    assert interval["untere"] == pytest.approx(55.2544, abs=1e-4)
    assert interval["obere"] == pytest.approx(73.6358, abs=1e-4)
    assert (interval["niveau"], interval["methode"]) == (0.95, "wilson")


def test_findings_carry_their_codes() -> None:
    content = exported([*FALLING, "musterland 2019 10"], **LAND)
    trend, comparison, aim = (content[part][0] for part in ("trend", "vergleiche", "ziele"))  # type: ignore[index]
    assert (trend["ergebnis"], trend["methode"], trend["von"], trend["bis"]) == (
        "fallend", "fingertips-chi2", "2015", "2019",
    )  # fmt: skip
    assert trend["pruefgroesse"] > 9.54953570608324
    assert (comparison["mit"], comparison["ergebnis"], comparison["wertung"]) == (
        "musterland", "hoeher", "schlechter",
    )  # fmt: skip
    assert comparison["hinweis"] == "teil-des-ganzen"
    assert (aim["wert"], aim["bis"], aim["bewertung"], aim["nachweisbar"]) == (12, "2030", "sonne", True)


def test_what_cannot_be_said_is_null_with_its_reason() -> None:
    content = exported(plain([20, 18]), **LAND)
    trend, comparison, aim, rank = (content[part][0] for part in ("trend", "vergleiche", "ziele", "rang"))  # type: ignore[index]
    assert (trend["ergebnis"], trend["methode"], trend["pruefgroesse"]) == ("nicht-berechenbar", None, None)
    assert (comparison["ergebnis"], comparison["wertung"]) == ("nicht-vergleichbar", "ohne-wertung")
    assert (aim["bewertung"], aim["projektion"]) == ("nicht-bewertbar", None)
    assert rank["rang"] is None
    assert all(one["grund"] for one in (trend, comparison, aim, rank))


def test_breakdowns_are_named() -> None:
    content = exported(
        ["musterstadt 2019 47,6"], breakdowns=BY_AGE, main_series=(("altersgruppe", "unter 3"),)
    )
    assert content["werte"][0]["merkmale"] == {"altersgruppe": "unter 3"}  # type: ignore[index]
    assert content["trend"][0]["merkmale"] == {"altersgruppe": "unter 3"}  # type: ignore[index]


def test_the_sentences_are_those_of_the_page() -> None:
    one = case(FALLING)
    said = figures.sentences(one.report, one.indicator, one.findings)
    assert indicator_json(one.report, one.indicator, one.findings, said)["saetze"] == list(said)
