"""Check a data package and say in German what is wrong, where, and what to do.

Exit code 0: nothing, or only warnings and notices; 1: errors; 2: the check could not run.
"""

from __future__ import annotations

import argparse
import signal
import sys
from datetime import date
from pathlib import Path

from lagebild.inspection import inspect
from lagebild.load import CannotReadError, NoBuildDayError, build_day, head_commit, load_report, read_folder
from lagebild.load.catalogue import catalogue_bytes
from lagebild.load.layout import CATALOGUE
from lagebild.load.second_opinion import second_opinion
from lagebild.problems import VOICES, Problem, Severity

CANNOT_RUN = 2


def main(arguments: list[str] | None = None) -> int:
    """Check, print, and return the exit code."""
    wanted = _arguments(arguments)
    try:
        day = build_day(wanted.root, Path(__file__).parent)
        if wanted.write_catalogue:
            _write_catalogue(wanted.root, day)
        problems = _problems(wanted.root, day)
    except (CannotReadError, NoBuildDayError) as fault:
        print(fault, file=sys.stderr)
        return CANNOT_RUN
    print(VOICES[wanted.format](problems))
    return 1 if any(p.severity == Severity.ERROR for p in problems) else 0


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Prüft die Daten und sagt auf Deutsch, was zu ändern ist.")
    parser.add_argument("--root", type=Path, default=Path(), help="Ordner, in dem data/ liegt")
    parser.add_argument("--format", choices=VOICES, default="text", help="Form der Ausgabe")
    parser.add_argument(
        "--write-catalogue", action="store_true", help="datapackage.json aus den Daten neu schreiben"
    )
    return parser.parse_args(arguments)


def _problems(root: Path, day: date) -> tuple[Problem, ...]:
    """What reading, the rules and frictionless found, most important first."""
    inspected = inspect(read_folder(root), day=day, commit=head_commit(root), second_opinion=second_opinion)
    return inspected.problems


def _write_catalogue(root: Path, day: date) -> None:
    report = load_report(read_folder(root).content, day=day).report
    if report is None:
        raise CannotReadError("Der Katalog lässt sich erst schreiben, wenn data/seite.yaml lesbar ist.")
    (root / CATALOGUE).write_bytes(catalogue_bytes(report))
    print(f"{CATALOGUE} geschrieben.", file=sys.stderr)


if __name__ == "__main__":
    # Whoever reads the output may stop early, as `head` does; that is no fault to report.
    if hasattr(signal, "SIGPIPE"):  # absent on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
