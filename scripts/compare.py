"""Say in German what a proposal means: what is wrong, what changes, what follows from it, where to look.

BASE and HEAD are git revisions, or folders that hold a `data` folder (`.` is the working folder).
Both are read as of the same day, so that nothing differs only because time has passed.

Exit code 0: no errors; 1: errors; 2: the comparison could not run.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

from lagebild.history import pull_request
from lagebild.inspection import Inspected, inspect
from lagebild.load import CannotReadError, Files, NoBuildDayError, build_day, read_commit, read_folder
from lagebild.review import review

CANNOT_RUN = 2


def main(arguments: list[str] | None = None) -> int:
    """Compare, write the report, and return the exit code."""
    wanted = _arguments(arguments)
    try:
        day = _day(wanted.root, wanted.head)
        base, head = (_inspected(wanted.root, version, day) for version in (wanted.base, wanted.head))
    except (CannotReadError, NoBuildDayError) as fault:
        print(fault, file=sys.stderr)
        return CANNOT_RUN
    proposal = review(base, head)
    if wanted.format == "json":
        text = pull_request.as_json(proposal)
    else:
        text = pull_request.as_markdown(proposal, limit=wanted.limit)
    if wanted.output:
        wanted.output.write_text(f"{text}\n", encoding="utf-8")
    else:
        print(text)
    return 1 if proposal.errors else 0


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Sagt auf Deutsch, was ein Vorschlag ändert.")
    parser.add_argument("base", metavar="BASE", help="Stand vorher: Version in git oder Ordner")
    parser.add_argument("head", metavar="HEAD", help="Stand danach; „.“ ist der Arbeitsstand")
    parser.add_argument("--root", type=Path, default=Path(), help="Ordner, in dem data/ liegt")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown", help="Form der Ausgabe")
    parser.add_argument("--output", type=Path, metavar="DATEI", help="statt auf den Bildschirm")
    parser.add_argument("--limit", type=int, metavar="BYTES", help="lange Listen so weit kürzen")
    return parser.parse_args(arguments)


def _folder(root: Path, version: str) -> Path | None:
    """The folder that a version names, if it names one."""
    return root / version if (root / version / "data").is_dir() else None


def _inspected(root: Path, version: str, day: date) -> Inspected:
    return inspect(_files(root, version), day=day)


def _files(root: Path, version: str) -> Files:
    folder = _folder(root, version)
    return read_folder(folder) if folder else read_commit(root, version)


def _day(root: Path, head: str) -> date:
    """`SOURCE_DATE_EPOCH`, else the day of the commit that is proposed."""
    folder = _folder(root, head)
    if folder or os.environ.get("SOURCE_DATE_EPOCH"):
        return build_day(folder or root, root, Path(__file__).parent)
    return build_day(root, environment={"SOURCE_DATE_EPOCH": _commit_time(root, head)})


def _commit_time(root: Path, revision: str) -> str:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--end-of-options", revision]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotReadError(f"Die Version „{revision}“ lässt sich in „{root}“ nicht lesen.")
    return done.stdout.strip()


if __name__ == "__main__":
    # Whoever reads the output may stop early, as `head` does; that is no fault to report.
    if hasattr(signal, "SIGPIPE"):  # absent on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
