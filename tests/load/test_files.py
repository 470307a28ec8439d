"""A data package is the same whether it is read from a folder or from a commit."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from lagebild.load import CannotReadError, NoBuildDayError, build_day, head_commit, read_commit, read_folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "data" / "massnahmen").mkdir(parents=True)
    (tmp_path / "data" / "seite.yaml").write_bytes(b"titel: Beispiel\n")
    (tmp_path / "data" / "massnahmen" / "a.yaml").write_bytes(b"titel: \xc3\xa4\n")
    (tmp_path / "datapackage.json").write_bytes(b"{}")
    (tmp_path / "README.md").write_bytes(b"not part of the package")
    return tmp_path


@pytest.fixture
def committed(package: Path) -> Path:
    commit(package)
    return package


def commit(folder: Path) -> None:
    when = {"GIT_AUTHOR_DATE": "2023-05-02T23:30:00+0000", "GIT_COMMITTER_DATE": "2023-05-02T23:30:00+0000"}
    who = ["-c", "user.name=Sample", "-c", "user.email=sample@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "sample"]):
        subprocess.run(["git", "-C", str(folder), *command], check=True, env={**os.environ, **when})


PATHS = ["data/massnahmen/a.yaml", "data/seite.yaml", "datapackage.json"]


def test_only_the_package_is_read(package: Path) -> None:
    assert list(read_folder(package).content) == PATHS


def test_a_commit_gives_the_same_bytes(committed: Path) -> None:
    assert read_commit(committed, "HEAD").content == read_folder(committed).content


@pytest.mark.parametrize("name", ["~$werte.csv", ".~lock.werte.csv#", ".DS_Store", "werte.csv~", "Thumbs.db"])
def test_what_programs_leave_behind_is_not_read(package: Path, name: str) -> None:
    (package / "data" / name).write_bytes(b"")
    assert list(read_folder(package).content) == PATHS


@pytest.mark.parametrize("target", ["/etc/passwd", "seite.yaml", "massnahmen"])
def test_links_are_reported_and_never_followed(package: Path, target: str) -> None:
    (package / "data" / "link.yaml").symlink_to(target)
    commit(package)
    for files in (read_folder(package), read_commit(package, "HEAD")):
        assert [(p.rule, p.place.file) for p in files.problems] == [("pfad", "data/link.yaml")]
        assert list(files.content) == PATHS


def test_a_data_folder_that_is_a_link_is_not_followed(package: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "data").symlink_to(package / "data")
    assert [p.rule for p in read_folder(other).problems] == ["pfad"]


def test_names_that_not_every_system_can_hold_are_reported(package: Path) -> None:
    (package / "data" / "a\nb.csv").write_bytes(b"")
    assert [p.place.file for p in read_folder(package).problems] == ["data/a\\nb.csv"]


def test_names_that_differ_by_case_only_are_reported(package: Path) -> None:
    (package / "data" / "Seite.yaml").write_bytes(b"")
    assert [p.place.file for p in read_folder(package).problems] == ["data/seite.yaml"]


def test_a_file_without_end_is_not_read(package: Path) -> None:
    with (package / "data" / "gross.csv").open("wb") as file:
        file.truncate(21_000_000)
    files = read_folder(package)
    assert ([p.rule for p in files.problems], list(files.content)) == (["pfad"], PATHS)


def test_what_is_not_there_is_said_in_german(package: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotReadError, match="gibt es nicht"):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(CannotReadError, match="lässt sich"):
        read_commit(package, "nowhere")
    with pytest.raises(CannotReadError, match="keine Version"):
        read_commit(package, "--output=x")


def test_the_build_day_is_an_input(package: Path) -> None:
    assert build_day(package, environment={"SOURCE_DATE_EPOCH": "1685577600"}) == date(2023, 6, 1)


def test_the_build_day_is_else_the_day_of_the_commit_in_utc(committed: Path) -> None:
    assert build_day(committed, environment={}) == date(2023, 5, 2)
    assert len(head_commit(committed)) == 40


def test_a_package_outside_git_takes_the_day_of_the_next_place(
    committed: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    assert build_day(outside, committed, environment={}) == date(2023, 5, 2)
    assert head_commit(outside) == ""


@pytest.mark.parametrize("epoch", ["", "gestern", "-1", "9" * 20])
def test_without_a_day_the_reason_is_said(epoch: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(NoBuildDayError, match="SOURCE_DATE_EPOCH"):
        build_day(tmp_path_factory.mktemp("outside"), environment={"SOURCE_DATE_EPOCH": epoch})
