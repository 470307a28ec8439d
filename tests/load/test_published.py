"""Earlier versions are read from the commits that the list of releases names."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from lagebild.load import published
from lagebild.model import Release, When
from tests.conftest import PACKAGES


def git(root: Path, *arguments: str) -> str:
    """One git command in a repository of the test's own."""
    author = ["-c", "user.name=Beispiel", "-c", "user.email=beispiel@example.org"]
    command = ["git", "-C", str(root), *author, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The sample municipality in git, published once."""
    shutil.copytree(PACKAGES / "musterstadt" / "data", tmp_path / "data")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Beispieldaten")
    return tmp_path


def release(commit: str | None) -> Release:
    return Release(version="1.0", when=When.parse("2026-05-02"), commit=commit)


def test_a_release_is_read_as_of_its_own_day(repository: Path) -> None:
    commit = git(repository, "rev-parse", "HEAD")

    ((_, report),) = published(repository, [release(commit)])

    assert report.day == When.parse("2026-05-02").last
    assert report.commit == commit
    assert report.measures


@pytest.mark.parametrize("commit", [None, "0" * 40], ids=["names no commit", "a commit that is not here"])
def test_a_release_that_cannot_be_read_is_left_out(repository: Path, commit: str | None) -> None:
    assert published(repository, [release(commit)]) == ()
