"""Every faulty sample municipality gives exactly the problems that it was made for.

A folder `fehler-…` or `warnung-…` under `tests/packages` holds only the files that differ from
`musterstadt`; its name says what is wrong. `erwartet.txt` lists severity, rule, file, line and cell;
`entfernt.txt` names files that are missing.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from lagebild import rules
from lagebild.load import load_report, read_folder
from lagebild.problems import VOICES, Problem

PACKAGES = Path(__file__).parents[1] / "packages"
BASE = PACKAGES / "musterstadt"
DAY = date(2023, 5, 2)
FAULTY = sorted(folder for kind in ("fehler", "warnung") for folder in PACKAGES.glob(f"{kind}-*"))


@cache
def problems(package: Path) -> tuple[Problem, ...]:
    """Everything found in the sample municipality with the files of a package laid over it."""
    removed = package / "entfernt.txt"
    gone = removed.read_text("utf-8").split() if removed.exists() else []
    files = {**read_folder(BASE).content, **read_folder(package).content}
    # The catalogue is derived from the data; whether it is up to date is not what these packages are about.
    kept = {path: content for path, content in files.items() if path not in ("datapackage.json", *gone)}
    loaded = load_report(kept, day=DAY)
    assert loaded.report is not None
    return tuple(sorted((*loaded.problems, *rules.check(loaded.report)), key=lambda problem: problem.order))


def line(problem: Problem) -> str:
    """One line of `erwartet.txt`."""
    place = problem.place
    return f"{problem.severity.german} {problem.rule} {place.file} {place.line or '-'} {place.cell or '-'}"


def found(package: Path) -> list[str]:
    """The lines of a package, without what the valid municipality has as well."""
    return list((Counter(map(line, problems(package))) - Counter(map(line, problems(BASE)))).elements())


def test_the_valid_municipality_has_no_problem_but_its_missing_catalogue() -> None:
    assert [line(problem) for problem in problems(BASE)] == ["hinweis katalog datapackage.json - -"]


@pytest.mark.parametrize("package", FAULTY, ids=lambda folder: folder.name)
def test_a_faulty_package_gives_exactly_its_expected_problems(package: Path) -> None:
    expected = (package / "erwartet.txt").read_text("utf-8").splitlines()
    assert sorted(found(package)) == sorted(expected)


@pytest.mark.parametrize("package", FAULTY, ids=lambda folder: folder.name)
def test_the_folder_says_how_much_the_problem_weighs(package: Path) -> None:
    heaviest = min(problem.severity for problem in problems(package))
    assert package.name.startswith(heaviest.german)


def test_every_rule_has_a_package_that_proves_it() -> None:
    proven = {problem.rule for package in FAULTY for problem in problems(package)}
    assert {rule.RULE for rule in rules.RULES} - proven == set()


def test_every_problem_says_what_to_do() -> None:
    silent = [line(problem) for package in FAULTY for problem in problems(package) if not problem.remedy]
    assert silent == []


def test_every_message_is_a_sentence() -> None:
    told = [p for package in FAULTY for p in problems(package) if p.rule != "katalog"]
    texts = [text for problem in told for text in (problem.message, problem.remedy)]
    assert [text for text in texts if not text.endswith((".", "…"))] == []


@pytest.mark.parametrize(
    ("package", "secret"),
    [("fehler-kleine-anzahl", "15920"), ("fehler-kleiner-zaehler", "0,85"), ("fehler-kleine-gruppe", "97")],
)
def test_no_voice_repeats_a_value_that_must_stay_secret(package: str, secret: str) -> None:
    said = problems(PACKAGES / package)
    assert {problem.value for problem in said if problem.rule == "kleine-zahl"} == {None}
    for voice in VOICES.values():
        assert secret not in voice(said)


def test_a_table_with_secret_counts_yields_nothing_else() -> None:
    """The same row also looks like a slip of the unit, but that message would tell the value."""
    assert [text.split()[1] for text in found(PACKAGES / "fehler-kleine-anzahl")] == ["kleine-zahl"]
