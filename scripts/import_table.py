"""Take figures from a downloaded table or a filled-in template; show what would change, write only with
--write.

Exit code 0: everything could be used; 1: something keeps the figures from being written; 2: the file cannot
be read.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lagebild.inspection import inspect
from lagebild.intake.account import described, told, told_register
from lagebild.intake.grid import UnreadableError, read_grids
from lagebild.intake.importing import Importing, NoMappingError, Proposal, Wish
from lagebild.intake.register_form import RegisterProposal, is_register, read_register
from lagebild.load import CannotReadError, Files, NoBuildDayError, build_day, read_folder
from lagebild.model import Report
from lagebild.problems import Problem, Severity, as_text

CANNOT_RUN = 2


def main(arguments: list[str] | None = None) -> int:
    """Read, show, perhaps write, and return the exit code."""
    wanted = _arguments(arguments)
    try:
        day = build_day(wanted.root, Path(__file__).parent)
        files = read_folder(wanted.root)
        report = _report(files, day)
        content = _content(wanted.file)
        grids = read_grids(content)
        if is_register(grids):
            return _register(
                wanted, files, day, read_register(wanted.file.name, grids, report, files.content)
            )
        importing = Importing(report, files.content, wanted.file.name, _wish(wanted))
        proposals = importing.proposals(content)
    except (CannotReadError, NoBuildDayError, UnreadableError) as fault:
        print(fault, file=sys.stderr)
        return CANNOT_RUN
    except NoMappingError as none:
        return _without_mapping(none)
    if importing.mapping_problems:
        print(as_text(importing.mapping_problems), end="\n\n")
    for proposal in proposals:
        print(told(report, proposal, all_of_it=wanted.alle))
        print()
    return _finish(wanted, files, day, proposals)


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Übernimmt Werte aus einer amtlichen Tabelle oder einer Vorlage."
    )
    parser.add_argument("file", type=Path, metavar="DATEI", help="CSV oder XLSX")
    parser.add_argument("--indikator", metavar="KENNUNG", help="nur für diesen Indikator")
    parser.add_argument(
        "--mapping", type=Path, metavar="DATEI", help="Zuordnung, die nicht beim Indikator liegt"
    )
    parser.add_argument(
        "--quelle", metavar="KENNUNG", help="Quelle der Werte, wenn nicht die aus der Zuordnung"
    )
    parser.add_argument("--zeit", metavar="ZEIT", help="Zeitraum, wenn die Tabelle keinen nennt")
    parser.add_argument("--write", action="store_true", help="schreiben; sonst wird nur gezeigt")
    parser.add_argument("--alle", action="store_true", help="lange Listen ganz zeigen")
    parser.add_argument("--root", type=Path, default=Path(), help="Ordner, in dem data/ liegt")
    wanted = parser.parse_args(arguments)
    if wanted.mapping and not wanted.indikator:
        parser.error("--mapping braucht --indikator KENNUNG")
    return wanted


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise CannotReadError(f"„{file}“ lässt sich nicht lesen.") from None


def _wish(wanted: argparse.Namespace) -> Wish:
    mapping = (str(wanted.mapping), _content(wanted.mapping)) if wanted.mapping else None
    return Wish(indicator=wanted.indikator, mapping=mapping, source=wanted.quelle, time=wanted.zeit)


def _report(files: Files, day: date) -> Report:
    report = inspect(files, day=day).report
    if report is None:
        raise CannotReadError(
            "data/seite.yaml fehlt oder ist nicht lesbar. Prüfen Sie die Daten mit scripts/check.py."
        )
    return report


def _without_mapping(none: NoMappingError) -> int:
    if none.problems:
        print(as_text(none.problems))
    print(f"{none}\n")
    print("\n\n".join(described(published) for published in none.published))
    return 1


def _register(wanted: argparse.Namespace, files: Files, day: date, proposal: RegisterProposal) -> int:
    print(told_register(proposal))
    return _write(
        wanted, files, day, dict(proposal.files) if not proposal.stops else {}, stopped=proposal.stops
    )


def _finish(wanted: argparse.Namespace, files: Files, day: date, proposals: Iterable[Proposal]) -> int:
    """Gather what can be written."""
    changes = {path: content for p in proposals if not p.stops for path, content in p.files.items()}
    return _write(wanted, files, day, changes, stopped=any(p.stops for p in proposals))


def _write(
    wanted: argparse.Namespace, files: Files, day: date, changes: dict[str, bytes], *, stopped: bool
) -> int:
    """Write what the package takes without new errors, if that was asked for."""
    new = _new_errors(files, changes, day)
    if new:
        print("Mit diesen Werten hätte das Datenpaket neue Fehler:\n")
        print(as_text(new))
        return 1
    if changes and wanted.write:
        for path, content in changes.items():
            (wanted.root / path).parent.mkdir(parents=True, exist_ok=True)
            (wanted.root / path).write_bytes(content)
        print(f"Geschrieben: {', '.join(changes)}")
    elif changes:
        print("Noch nichts geschrieben. Mit --write werden die Werte übernommen.")
    else:
        print("Es gibt nichts zu schreiben.")
    return int(stopped)


def _new_errors(files: Files, changes: dict[str, bytes], day: date) -> tuple[Problem, ...]:
    """Errors that the package has only with the changes."""
    if not changes:
        return ()
    before = {(p.rule, p.place.file, p.message) for p in inspect(files, day=day).problems}
    after = inspect(Files({**files.content, **changes}, files.problems), day=day).problems
    errors = (p for p in after if p.severity is Severity.ERROR)
    return tuple(p for p in errors if (p.rule, p.place.file, p.message) not in before)


if __name__ == "__main__":
    # Whoever reads the output may stop early, as `head` does; that is no fault to report.
    if hasattr(signal, "SIGPIPE"):  # absent on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
