"""Phase, schedule and staleness on any day, read from the published boards. All histories are invented.

Expected values were worked out by hand from the wording of the format.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.contract.builder import measure, package, published

U = "sicherheit: unsicher"


def standing(day: str, *entries: str, **keys: str) -> tuple[str | None, str, bool] | None:
    """Phase, schedule and whether it is unclear, on the build day; None where it is not on the board."""
    board = published(measure("m", *entries, **keys), day=date.fromisoformat(day))[f"stand/{day}.json"]
    rows: list[dict[str, Any]] = board["massnahmen"]
    return (rows[0]["phase"], rows[0]["termin"], rows[0]["stand_unklar"]) if rows else None


@pytest.mark.parametrize(
    ("day", "entries", "phase"),
    [
        ("2019-12-31", ["1 2019 laufend"], "in-umsetzung"),
        ("2019-10-31", ["1 2019-10 laufend"], "in-umsetzung"),
        ("2020-12-31", ["1 2019/2020 laufend"], "in-umsetzung"),
        # Proposals never lower what is prepared; preparation never lowers what runs or was interrupted.
        ("2022-01-01", ["1 2019 beschlossen", "2 2020 empfohlen"], "vorbereitet"),
        ("2022-01-01", ["1 2019 idee", "2 2020 geplant"], "vorbereitet"),
        ("2022-01-01", ["1 2019 gestartet", "2 2020 beschlossen"], "in-umsetzung"),
        ("2022-01-01", ["1 2019 laufend", "2 2020 idee"], "in-umsetzung"),
        ("2022-01-01", ["1 2019 eingeschraenkt", "2 2020 bewilligt"], "in-umsetzung"),
        ("2022-01-01", ["1 2019 unterbrochen", "2 2020 geplant"], "ruht"),
        ("2022-01-01", ["1 2019 unterbrochen", "2 2020 idee"], "ruht"),
        ("2022-01-01", ["1 2019 unterbrochen", "2 2020 laufend"], "in-umsetzung"),
        # After zurueckgestellt or beendet they open a new round.
        ("2022-01-01", ["1 2019 laufend", "2 2020 zurueckgestellt", "3 2021 idee"], "vorgeschlagen"),
        ("2022-01-01", ["1 2019 laufend", "2 2020 zurueckgestellt", "3 2021 beantragt"], "vorbereitet"),
        ("2022-01-01", ["1 2019 laufend", "2 2020 beendet", "3 2021 empfohlen"], "vorgeschlagen"),
        ("2022-01-01", ["1 2019 laufend", "2 2020 beendet", "3 2021 beschlossen"], "vorbereitet"),
        ("2022-01-01", ["1 2019 unterbrochen", "2 2020 zurueckgestellt", "3 2021 geplant"], "vorbereitet"),
        # After abgeschlossen only gestartet, laufend or a declared new round does.
        ("2022-01-01", ["1 2019 abgeschlossen", "2 2020 beschlossen"], "abgeschlossen"),
        ("2022-01-01", ["1 2019 abgeschlossen", "2 2020 idee"], "abgeschlossen"),
        ("2022-01-01", ["1 2019 abgeschlossen", "2 2020 gestartet"], "in-umsetzung"),
        ("2022-01-01", ["1 2019 abgeschlossen", "2 2020 laufend"], "in-umsetzung"),
        ("2022-01-01", ["1 2019 abgeschlossen", "2 2020 geplant neue_runde: ja"], "vorbereitet"),
        ("2022-01-01", ["1 2019 abgeschlossen", "2 2020 idee neue_runde: ja"], "vorgeschlagen"),
        ("2022-01-01", ["1 2019 abgeschlossen", f"2 2020 laufend {U}"], "in-umsetzung"),
        # An application for repeal changes nothing.
        ("2022-01-01", ["1 2019 laufend", "2 2020 aufhebung-beantragt"], "in-umsetzung"),
        ("2022-01-01", ["1 2019 laufend", "2 2020 aufhebung-beantragt", "3 2021 beendet"], "beendet"),
        ("2022-01-01", ["1 2020 aufhebung-beantragt"], None),
        # Undated entries count only for what was reported last.
        ("2022-01-01", ["1 2019 geplant", "2 - laufend"], "vorbereitet"),
        ("2022-01-01", ["1 - laufend"], None),
        # Entries whose interval has not ended do not count yet.
        ("2022-06-30", ["1 2021 geplant", "2 2022-06-30 laufend"], "in-umsetzung"),
        ("2022-06-29", ["1 2021 geplant", "2 2022-06 laufend"], "vorbereitet"),
        # Unevidenced completion keeps its phase.
        ("2022-01-01", [f"1 2019 abgeschlossen {U}"], "abgeschlossen"),
    ],
)
def test_the_phase_follows_the_one_table(day: str, entries: list[str], phase: str | None) -> None:
    found = standing(day, *entries)
    assert found is not None
    assert found[0] == phase


@pytest.mark.parametrize(
    ("day", "entries"),
    [("2019-12-30", ["1 2019 laufend"]), ("2020-06-30", ["1 2019/2020 laufend"])],
)
def test_a_measure_is_not_on_the_board_before_its_first_entry_counts(day: str, entries: list[str]) -> None:
    assert standing(day, *entries) is None


@pytest.mark.parametrize(
    ("day", "entries", "unclear"),
    [
        ("2021-12-31", ["1 2019 laufend"], False),
        ("2022-01-01", ["1 2019 laufend"], True),
        ("2022-01-15", ["1 2020-01-15 laufend"], False),
        ("2022-01-16", ["1 2020-01-15 laufend"], True),
        ("2022-02-28", ["1 2020-02-29 laufend"], False),
        ("2022-03-01", ["1 2020-02-29 laufend"], True),
        ("2030-01-01", ["1 2019 abgeschlossen"], False),
        ("2030-01-01", ["1 2019 beendet"], False),
        ("2030-01-01", ["1 2019 zurueckgestellt"], True),
        ("2030-01-01", ["1 2019 empfohlen"], True),
        # A report that changes nothing still is a report; a correction is none of its own time.
        ("2022-06-01", ["1 2019 laufend", "2 2021 aufhebung-beantragt"], False),
        ("2022-06-01", ["1 2019 laufend", "2 2021 beschlossen"], False),
        ("2022-06-01", ["1 2019 laufend", "2 - laufend"], True),
        ("2022-06-01", ["1 2019/2021 laufend", "2 2020 laufend"], False),
        ("2022-06-01", ["1 2021 laufend", "2 2019 laufend berichtigt: 1"], True),
        ("2022-06-01", ["1 2019 laufend", "2 2021 laufend berichtigt: 1"], False),
    ],
)
def test_an_open_measure_is_unclear_after_24_months(day: str, entries: list[str], unclear: bool) -> None:
    found = standing(day, *entries)
    assert found is not None
    assert found[2] is unclear


BEGIN = "[{art: beginn, geplant: 2020-06, laut: 1}]"
DONE = "[{art: fertigstellung, geplant: 2020-06, laut: 1}]"
MOVED = "[{art: beginn, geplant: 2020-06, laut: 1}, {art: beginn, geplant: 2021-06, laut: 2}]"


@pytest.mark.parametrize(
    ("day", "plan", "entries", "schedule"),
    [
        ("2020-01-01", "", ["1 2019 beschlossen"], "kein-termin"),
        ("2020-01-01", BEGIN, ["1 2019 beschlossen"], "steht-aus"),
        ("2020-06-30", BEGIN, ["1 2019 beschlossen"], "steht-aus"),
        ("2020-07-01", BEGIN, ["1 2019 beschlossen"], "ueberfaellig"),
        ("2021-01-01", BEGIN, ["1 2019 beschlossen", "2 2020-05 gestartet"], "fristgerecht"),
        ("2021-01-01", BEGIN, ["1 2019 beschlossen", "2 2020-06 gestartet"], "fristgerecht"),
        ("2021-01-01", BEGIN, ["1 2019 beschlossen", "2 2020-07-01 laufend"], "verspaetet"),
        ("2021-01-01", BEGIN, ["1 2019 beschlossen", "2 2020 gestartet"], "nicht-entscheidbar"),
        ("2021-01-01", BEGIN, ["1 2019 beschlossen", "2 2020-05 abgeschlossen"], "fristgerecht"),
        # A passed plan of a shelved or ended measure.
        ("2021-01-01", BEGIN, ["1 2019 beschlossen", "2 2020-03 zurueckgestellt"], "entfallen"),
        ("2021-01-01", BEGIN, ["1 2019 beschlossen", "2 2020-03 beendet"], "entfallen"),
        # Moved: the last plan known before it was met decides.
        ("2020-12-31", MOVED, ["1 2019 beschlossen", "2 2020-05 geplant"], "verschoben"),
        ("2021-07-01", MOVED, ["1 2019 beschlossen", "2 2020-05 geplant"], "ueberfaellig"),
        (
            "2022-01-01",
            MOVED,
            ["1 2019 beschlossen", "2 2020-05 geplant", "3 2021-03 laufend"],
            "fristgerecht",
        ),
        ("2022-01-01", MOVED, ["1 2019 beschlossen", "2 2020-05 geplant", "3 2021-09 laufend"], "verspaetet"),
        # Completion decides where it is planned.
        ("2020-03-01", DONE, ["1 2019 beschlossen", "2 2020-01 gestartet"], "steht-aus"),
        ("2021-01-01", DONE, ["1 2019 beschlossen", "2 2020-05 gestartet"], "ueberfaellig"),
        ("2021-01-01", DONE, ["1 2019 beschlossen", "2 2020-05 abgeschlossen"], "fristgerecht"),
        ("2021-01-01", DONE, ["1 2019 beschlossen", "2 2020-08 abgeschlossen"], "verspaetet"),
        ("2021-01-01", DONE, ["1 2019 beschlossen", "2 2020 abgeschlossen"], "nicht-entscheidbar"),
        (
            "2021-01-01",
            "[{art: beginn, geplant: 2019-06, laut: 1}, {art: fertigstellung, geplant: 2022, laut: 1}]",
            ["1 2019-01 beschlossen"],
            "steht-aus",
        ),
        ("2021-01-01", "[{art: zwischenziel, geplant: 2020, laut: 1}]", ["1 2019 geplant"], "kein-termin"),
        # A plan taken from an undated entry counts only for today.
        ("2020-07-01", BEGIN, ["1 - geplant", "2 2019 idee"], "ueberfaellig"),
    ],
)
def test_the_schedule_uses_the_plan_known_that_day(
    day: str, plan: str, entries: list[str], schedule: str
) -> None:
    found = standing(day, *entries, termine=plan)
    assert found is not None
    assert found[1] == schedule


def test_an_undated_plan_is_no_plan_of_an_earlier_day() -> None:
    content = published(measure("m", "1 - geplant", "2 2019 idee", termine=BEGIN), day=date(2020, 7, 1))
    terms = {
        day: content[f"stand/{day}.json"]["massnahmen"][0]["termin"] for day in ("2019-12-31", "2020-07-01")
    }
    assert terms == {"2019-12-31": "kein-termin", "2020-07-01": "ueberfaellig"}


def test_a_correction_holds_for_all_days_and_the_corrected_entry_stays_visible() -> None:
    entries = ("1 2018 beschlossen", "2 2019-05 abgeschlossen", "3 2020-05 gestartet berichtigt: 2")
    content = published(measure("m", *entries), day=date(2021, 6, 30))
    phases = {
        day: content[f"stand/{day}.json"]["massnahmen"][0]["phase"] for day in ("2019-12-31", "2020-12-31")
    }
    assert phases == {"2019-12-31": "vorbereitet", "2020-12-31": "in-umsetzung"}
    [told] = content["massnahmen.json"]
    assert [entry["nr"] for entry in told["verlauf"]] == [1, 2, 3]
    assert told["verlauf"][2]["berichtigt"] == 2


@pytest.mark.parametrize(
    "entries",
    [
        ("3 2020-05 gestartet berichtigt: 2", "1 2018 beschlossen", "2 2019-05 abgeschlossen"),
        (
            "1 2018 beschlossen",
            "2 2019-05 abgeschlossen",
            "4 2021 laufend",
            "3 2020-05 gestartet berichtigt: 2",
        ),
    ],
)
def test_a_correction_may_stand_anywhere(entries: tuple[str, ...]) -> None:
    content = published(measure("m", *entries), day=date(2021, 12, 31))
    assert content["stand/2020-12-31.json"]["massnahmen"][0]["phase"] == "in-umsetzung"


def test_unevidenced_completion_is_counted_as_without_evidence_not_as_done() -> None:
    content = published(measure("m", f"1 2020 abgeschlossen {U}"), day=date(2021, 12, 31))
    board = content["stand/2021-12-31.json"]
    assert board["massnahmen"][0]["phase"] == "abgeschlossen"
    assert (
        board["summen"]["stand"]["anzahl"]["ohne-beleg"],
        board["summen"]["stand"]["anzahl"]["abgeschlossen"],
    ) == (
        1,
        0,
    )


def test_the_days_that_have_a_board() -> None:
    """The build day, every year's end since the first entry, every report's date; none later."""
    reports = {
        "data/strategie/berichte.yaml": (
            "- {id: r1, titel: Erster, art: umsetzung, datum: 2018-05-20, datum_art: veroeffentlichung}\n"
            "- {id: r2, titel: Zweiter, art: lebenslagen, datum: 2019-03}\n"
            "- {id: r3, titel: Dritter, art: umsetzung}\n"
        )
    }
    content = published(
        reports, measure("m", "1 2018-02-01 idee"), measure("n", "1 2020 idee"), day=date(2021, 3, 1)
    )
    days = [
        path.removeprefix("stand/").removesuffix(".json") for path in content if path.startswith("stand/")
    ]
    assert sorted(days) == [
        "2018-05-20", "2018-12-31", "2019-03-31", "2019-12-31", "2020-12-31", "2021-03-01",
    ]  # fmt: skip
    assert [row["id"] for row in content["stand/2019-12-31.json"]["massnahmen"]] == ["m"]


def test_internal_notes_are_in_no_output() -> None:
    parts = measure("m", "1 2020 idee", intern="KANARIENVOGEL")
    assert b"KANARIENVOGEL" in package(parts)["data/massnahmen/m.yaml"]
    assert "KANARIENVOGEL" not in str(published(parts))
