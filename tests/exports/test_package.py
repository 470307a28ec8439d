"""The archive of the data package."""

from __future__ import annotations

import io
import zipfile
from dataclasses import fields, replace
from pathlib import Path

import pytest
from frictionless import validate

from lagebild.exports.package import archive, contents
from lagebild.load.report import load_report
from lagebild.model import Report

REWRITTEN = ("tables", "catalogue")
"""Attributes that hold the text of the files, which the package writes in its canonical form."""


def without_notes(report: Report) -> Report:
    """The report as the public may see it."""
    return replace(report, measures={i: replace(m, internal=None) for i, m in report.measures.items()})


def test_the_package_loads_again_with_the_same_content(sample: Report) -> None:
    public = without_notes(sample)
    again = load_report(dict(contents(sample)), day=sample.day, commit=sample.commit)

    assert again.problems == ()
    assert again.report is not None
    for field in fields(Report):
        if field.name not in REWRITTEN:
            assert getattr(again.report, field.name) == getattr(public, field.name), field.name


def test_internal_notes_are_absent_from_the_package(sample: Report) -> None:
    ident, measure = next(iter(sample.measures.items()))
    secret = replace(sample, measures={**sample.measures, ident: replace(measure, internal="kanarienvogel")})

    assert b"kanarienvogel" not in b"".join(dict(contents(secret)).values())


def test_the_archive_has_the_same_bytes_every_time(sample: Report) -> None:
    assert archive(dict(contents(sample))) == archive(dict(contents(sample)))


def test_the_stock_validator_accepts_the_unpacked_archive(
    sample: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zipfile.ZipFile(io.BytesIO(archive(dict(contents(sample))))).extractall(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert validate("datapackage.json").valid
