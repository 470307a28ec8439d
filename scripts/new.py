"""Ask in German for a new indicator, measure, field of action, actor or source, and write files that pass
the check.

Exit code 0: written; 1: the answers do not make a valid entry, nothing was written; 2: it could not run.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from lagebild.inspection import Inspected, inspect
from lagebild.intake.new_entries import NewEntries, NotValidError, Written
from lagebild.intake.questions import Ask, Question
from lagebild.load import CannotReadError, Files, NoBuildDayError, build_day, read_folder
from lagebild.load.yaml_events import read_yaml
from lagebild.problems import Problem, Severity, as_text

CANNOT_RUN = 2
KINDS: Mapping[str, str] = {
    "indikator": "indicator",
    "massnahme": "measure",
    "handlungsfeld": "field",
    "akteur": "actor",
    "quelle": "source",
}
# Longer lists are not printed; a part of the name finds the entry.
_LISTED = 30


class StoppedError(Exception):
    """The answers ended before the questions did."""


def main(arguments: list[str] | None = None) -> int:
    """Ask, check, write, and return the exit code."""
    wanted = _arguments(arguments)
    try:
        day = build_day(wanted.root, Path(__file__).parent)
        files = read_folder(wanted.root)
        before = inspect(files, day=day)
        if before.report is None:
            raise CannotReadError(
                "data/seite.yaml fehlt oder ist nicht lesbar. Prüfen Sie die Daten mit scripts/check.py."
            )
        ask = _from_file(wanted.antworten) if wanted.antworten else _from_terminal
        written: Written = getattr(NewEntries(before.report, files.content, ask), KINDS[wanted.art])()
        after = inspect(Files({**files.content, **written}, files.problems), day=day)
    except NotValidError as fault:
        print(f"Nichts geschrieben. {fault}", file=sys.stderr)
        return 1
    except (CannotReadError, NoBuildDayError, StoppedError) as fault:
        print(fault, file=sys.stderr)
        return CANNOT_RUN
    return _finish(wanted.root, written, _new_errors(before, after))


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Legt einen neuen Eintrag an; Sie werden Schritt für Schritt gefragt."
    )
    parser.add_argument("art", choices=KINDS, help="was neu ist")
    parser.add_argument(
        "--antworten",
        type=Path,
        metavar="DATEI",
        help="Antworten aus einer Datei: je Zeile „schlüssel: Antwort“",
    )
    parser.add_argument("--root", type=Path, default=Path(), help="Ordner, in dem data/ liegt")
    return parser.parse_args(arguments)


def _from_file(file: Path) -> Ask:
    """Answers by their keys; a question without an answer gets its default."""
    try:
        content = file.read_bytes()
    except OSError:
        raise CannotReadError(f"„{file}“ lässt sich nicht lesen.") from None
    read = read_yaml(file.name, content)
    if not isinstance(read.data, dict):
        raise CannotReadError(f"„{file}“ enthält keine Antworten der Form „schlüssel: Antwort“.")
    answers = read.data

    def ask(question: Question) -> str:
        answer = answers.get(question.key)
        return ", ".join(answer) if isinstance(answer, list) else str(answer or "")

    return ask


def _from_terminal(question: Question) -> str:
    """Ask until the answer is usable."""
    print(f"\n{question.text}" + ("" if question.needed else " (darf leer bleiben)"))
    for number, (code, name) in enumerate(question.choices.items(), 1):
        if number > _LISTED:
            print(f"  … und {len(question.choices) - _LISTED} weitere; ein Teil des Namens genügt.")
            break
        print(f"  {number:>3}  {name}" + (f" ({code})" if name != code else ""))
    if question.several:
        print("  Mehrere mit Komma trennen.")
    while True:
        shown = f" [{question.default}]" if question.default else ""
        try:
            answer = input(f"{shown}> ").strip() or question.default
        except (EOFError, KeyboardInterrupt):
            raise StoppedError("\nAbgebrochen; nichts geschrieben.") from None
        fault = question.fault(answer)
        if not fault:
            return answer
        print(f"  {fault}")


def _new_errors(before: Inspected, after: Inspected) -> tuple[Problem, ...]:
    known = {(p.rule, p.place.file, p.message) for p in before.problems}
    errors = (p for p in after.problems if p.severity is Severity.ERROR)
    return tuple(p for p in errors if (p.rule, p.place.file, p.message) not in known)


def _finish(root: Path, written: Written, errors: tuple[Problem, ...]) -> int:
    if errors:
        print("Nichts geschrieben: So würde der Eintrag die Prüfung nicht bestehen.\n")
        print(as_text(errors))
        return 1
    for path, content in written.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    print("Geschrieben: " + ", ".join(written))
    print("Was noch fehlt, können Sie in der Datei ergänzen.")
    return 0


if __name__ == "__main__":
    # Whoever reads the output may stop early, as `head` does; that is no fault to report.
    if hasattr(signal, "SIGPIPE"):  # absent on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
