"""The versions of the data that were published before, read from the commits they were published from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lagebild.load.files import CannotReadError, read_commit
from lagebild.load.report import load_report
from lagebild.model import Release, Report


def published(root: Path, releases: Iterable[Release]) -> tuple[tuple[Release, Report], ...]:
    """Each release with the report it published, as of its own day, in the order of the list.

    A release that names no commit, or one that this checkout does not hold, is left out: its row on the page
    of changes stays, only nothing can be compared with it.
    """
    return tuple(_readable(root, releases))


def _readable(root: Path, releases: Iterable[Release]) -> Iterator[tuple[Release, Report]]:
    for release in releases:
        if not release.commit:
            continue
        try:
            files = read_commit(root, release.commit)
        except CannotReadError:
            continue
        report = load_report(files.content, day=release.when.last, commit=release.commit).report
        if report is not None:
            yield release, report
