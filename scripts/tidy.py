"""Put tables into their canonical form and say in German what was done and what only a person can decide.

Exit code 0: everything is tidy; 1: something could not be decided, or with --check something would change;
2: a file could not be read.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lagebild.intake.patch import as_patch
from lagebild.intake.tidied import Tidied
from lagebild.intake.tidy import is_table, tidy
from lagebild.load import CannotReadError, load_report, read_folder
from lagebild.load.secrecy import is_secret
from lagebild.model import Report
from lagebild.problems import as_text

CANNOT_RUN = 2
# Tidying knows no day; the loader wants one.
_ANY_DAY = date(2000, 1, 1)


def main(arguments: list[str] | None = None) -> int:
    """Tidy, say what was done, and return the exit code."""
    wanted = _arguments(arguments)
    try:
        report = load_report(read_folder(wanted.root).content, day=_ANY_DAY).report
        contents = dict(_contents(wanted.root, wanted.files))
    except (CannotReadError, OSError) as fault:
        print(
            fault if isinstance(fault, CannotReadError) else f"„{fault.filename}“ lässt sich nicht lesen.",
            file=sys.stderr,
        )
        return CANNOT_RUN
    tidied = [tidy(name, content, report.sources if report else None) for name, content in contents.items()]
    for one in tidied:
        _say(one, report, would=wanted.check or wanted.patch is not None)
    if wanted.patch:
        wanted.patch.write_bytes(as_patch(tidied))
    elif not wanted.check:
        _write(wanted.root, tidied)
    print(_sum(tidied))
    return int(any(one.left for one in tidied) or (wanted.check and any(one.is_changed for one in tidied)))


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Bringt Tabellen in die Form, die das Projekt erwartet.")
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="DATEI", help="Tabellen; ohne Angabe alle unter data/"
    )
    parser.add_argument("--root", type=Path, default=Path(), help="Ordner, in dem data/ liegt")
    parser.add_argument("--check", action="store_true", help="nur sagen, was zu ändern wäre")
    parser.add_argument(
        "--patch", type=Path, metavar="DATEI", help="Änderungen als Patch für „git apply“ schreiben"
    )
    return parser.parse_args(arguments)


def _contents(root: Path, files: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Name below the root and bytes of each table."""
    if not files:
        yield from ((path, content) for path, content in read_folder(root).content.items() if is_table(path))
        return
    for file in files:
        yield _name(root, file), file.read_bytes()


def _name(root: Path, file: Path) -> str:
    whole, base = file.resolve(), root.resolve()
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else str(file)


def _say(tidied: Tidied, report: Report | None, *, would: bool) -> None:
    secret = report is not None and is_secret(report, tidied.file)
    verb = "wäre zu ändern" if would else "geändert"
    for change in tidied.changes:
        print(f"{verb}: {change.said(secret=secret)}")
    if tidied.left and secret:
        print(
            f"{tidied.file}: {len(tidied.left)} Zellen bleiben stehen; eigene Zählungen werden "
            "hier nicht wiederholt."
        )
    elif tidied.left:
        print(as_text(tidied.left))


def _write(root: Path, tidied: list[Tidied]) -> None:
    for one in tidied:
        if one.is_changed:
            (root / one.file).write_bytes(one.after)


def _sum(tidied: list[Tidied]) -> str:
    changed = sum(one.is_changed for one in tidied)
    left = sum(len(one.left) for one in tidied)
    if not changed and not left:
        return "Alles in Ordnung: Es gibt nichts zu ändern."
    return f"{changed} von {len(tidied)} Dateien mit Änderungen; {left} Stellen muss ein Mensch entscheiden."


if __name__ == "__main__":
    # Whoever reads the output may stop early, as `head` does; that is no fault to report.
    if hasattr(signal, "SIGPIPE"):  # absent on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
