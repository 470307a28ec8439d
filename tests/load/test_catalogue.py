"""The catalogue fits the data, and frictionless agrees with our own pass."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from frictionless import Package

from lagebild.load import load_report
from lagebild.load.catalogue import catalogue_bytes, derive_catalogue
from lagebild.load.layout import CATALOGUE
from lagebild.load.second_opinion import second_opinion
from lagebild.load.table_schemas import resource_name
from lagebild.model import Report
from lagebild.problems import Severity

from .conftest import DAY, PACKAGE, Planted

FIGURES = "data/indikatoren/kinderarmut/werte.csv"


@pytest.fixture(scope="session")
def report(musterstadt: Mapping[str, bytes]) -> Report:
    report = load_report(musterstadt, day=DAY).report
    assert report is not None
    return report


def test_the_catalogue_in_the_package_is_the_derived_one(
    report: Report, musterstadt: Mapping[str, bytes]
) -> None:
    assert catalogue_bytes(report) == musterstadt[CATALOGUE]


def test_the_stock_frictionless_accepts_it() -> None:
    assert Package(str(PACKAGE / CATALOGUE)).validate().valid


def test_it_lists_every_table_and_every_other_file(report: Report, musterstadt: Mapping[str, bytes]) -> None:
    listed = {resource["path"] for resource in derive_catalogue(report)["resources"]}
    assert listed == {path for path in musterstadt if path.startswith("data/")}


def test_names_are_what_readers_allow() -> None:
    assert resource_name("data/indikatoren/kinderarmut/werte.csv") == "indikatoren-kinderarmut"
    assert resource_name("data/codelisten/Größe.csv") == "codelisten-groesse"


@pytest.mark.parametrize(
    ("catalogue", "severity"),
    [
        (None, Severity.NOTICE),
        (b"[", Severity.WARNING),
        (b'{"resources": []}', Severity.NOTICE),
        (b'{"resources": [{"path": "http://127.0.0.1/x.csv"}]}', Severity.ERROR),
        (b'{"resources": [{"path": "../outside.csv"}]}', Severity.ERROR),
        (b'{"resources": [{"path": "/etc/passwd"}]}', Severity.ERROR),
        (b'{"resources": [{"path": "file:///etc/passwd"}]}', Severity.ERROR),
        (b'{"resources": [{"path": "%2e%2e/outside.csv"}]}', Severity.ERROR),
        (b'{"resources": [{"path": "..\\\\outside.csv"}]}', Severity.ERROR),
        (b'{"resources": [{"path": "~/x.csv"}]}', Severity.ERROR),
        (b'{"resources": [{"path": ["s3://b/x.csv"]}]}', Severity.ERROR),
        (b'{"resources": [{"path": "data.zip"}]}', Severity.ERROR),
        (b'{"resources": [{"path": "a", "schema": "http://127.0.0.1/s.json"}]}', Severity.ERROR),
        (b'{"profile": "http://127.0.0.1/p.json"}', Severity.ERROR),
    ],
)
def test_a_catalogue_that_differs_is_a_notice_and_one_that_leads_out_an_error(
    planted: Planted, catalogue: bytes | None, severity: Severity
) -> None:
    assert planted(CATALOGUE, catalogue)[0].severity == severity


def test_a_table_that_the_catalogue_lacks_is_named(planted: Planted, report: Report) -> None:
    catalogue = derive_catalogue(report)
    catalogue["resources"] = [r for r in catalogue["resources"] if r["path"] != FIGURES]
    (problem,) = planted(CATALOGUE, json.dumps(catalogue).encode())
    assert (problem.severity, problem.message) == (Severity.NOTICE, f"Im Katalog fehlt: {FIGURES}.")


def test_both_agree_on_good_data(report: Report, musterstadt: Mapping[str, bytes]) -> None:
    assert second_opinion(report, musterstadt, ()) == ()


# A fault → whether the stock tool refuses it. What it refuses must be an error of ours.
FAULTS = {
    "decimal point": (";16,88;", ";16.88;", True),
    "thousands": (";16,88;", ";1.016,88;", True),
    "per cent": (";16,88;", ";16,88 %;", True),
    "minus": (";16,88;", ";−16,88;", True),
    "dash": (";16,88;", ";–;", True),
    "destroyed": (";16,88;", ";Jan 17;", True),
    "short row": ("4745;;landesamt-2023;", "4745;;landesamt-2023", True),
    "long row": ("4745;;landesamt-2023;", "4745;;landesamt-2023;;", True),
    "empty territory": ("musterstadt;2016", ";2016", True),
    "blank behind territory": ("musterstadt;2016", "musterstadt ;2016", True),
    "trailing zero": (";16,88;", ";16,880;", False),
    "plus": (";16,88;", ";+16,88;", False),
    "blank": (";16,88;", "; 16,88;", False),
    "German date": ("musterstadt;2016", "musterstadt;31.12.2016", False),
    "sign as punctuation": ("4745;;", "4745;p;", False),
    "exponent": (";16,88;", ";1e1;", False),
    "leading zeros": (";16,88;", ";0016,88;", False),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_frictionless_refuses_is_an_error_of_ours(
    name: str, musterstadt: Mapping[str, bytes], planted: Planted, tmp_path: Path
) -> None:
    old, new, refused = FAULTS[name]
    text = musterstadt[FIGURES].decode()
    assert old in text
    faulty = {**musterstadt, FIGURES: text.replace(old, new, 1).encode()}
    for path, content in faulty.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert Package(str(tmp_path / CATALOGUE)).validate().valid is not refused
    severities = {p.severity for p in planted(FIGURES, faulty[FIGURES])}
    assert severities
    assert Severity.ERROR in severities or not refused


def test_the_second_opinion_finds_what_only_frictionless_looks_at(musterstadt: Mapping[str, bytes]) -> None:
    files = {**musterstadt, FIGURES: musterstadt[FIGURES].replace(b"musterstadt;2016", b"musterstadt;2015")}
    report = load_report(files, day=DAY).report
    assert report is not None
    (problem,) = second_opinion(report, files, ())
    assert (problem.rule, problem.place.file, problem.place.line) == ("frictionless", FIGURES, 3)
    assert second_opinion(report, files, (FIGURES,)) == ()
