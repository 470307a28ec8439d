"""The day a build speaks of: an input, never the clock."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path


class NoBuildDayError(Exception):
    """Nothing says which day it is; the message is one German sentence with the remedy."""


def build_day(*places: Path, environment: Mapping[str, str] = os.environ) -> date:
    """`SOURCE_DATE_EPOCH` (seconds since 1970, UTC), else the day of the last commit in UTC.

    The first of `places` that lies in a git checkout decides: the data package itself, then whatever else the
    caller can name, for a package that lies outside git.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH") or next(
        filter(None, (_last_commit(p, "%ct") for p in places)), ""
    )
    if not epoch:
        raise NoBuildDayError(
            "Der Tag, für den geprüft wird, ist unbekannt: Hier gibt es kein Git-Archiv. "
            "Setzen Sie SOURCE_DATE_EPOCH, zum Beispiel SOURCE_DATE_EPOCH=$(date +%s)."
        )
    # Four-digit years only: what lies beyond is a mistyped number, not a day.
    if not epoch.isascii() or not epoch.isdigit() or int(epoch) >= 253_402_300_800:
        raise NoBuildDayError(
            f"SOURCE_DATE_EPOCH ist „{epoch}“; erwartet werden Sekunden seit 1970 als ganze Zahl."
        )
    return datetime.fromtimestamp(int(epoch), UTC).date()


def head_commit(root: Path) -> str:
    """The full name of the commit that is checked out; empty outside git."""
    return _last_commit(root, "%H")


def _last_commit(place: Path, what: str) -> str:
    command = ["git", "-C", str(place), "log", "-1", f"--format={what}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
