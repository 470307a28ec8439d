"""Write workbooks to fill in: one per indicator, one for the register of measures.

Exit code 0: written; 2: the data could not be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lagebild.exports._register_form import register_workbook
from lagebild.exports.templates import figures_template
from lagebild.load import CannotReadError, NoBuildDayError, build_day, load_report, read_folder
from lagebild.model import Report

CANNOT_RUN = 2


def main(arguments: list[str] | None = None) -> int:
    """Write the forms and return the exit code."""
    wanted = _arguments(arguments)
    try:
        day = build_day(wanted.root, Path(__file__).parent)
        report = load_report(read_folder(wanted.root).content, day=day).report
    except (CannotReadError, NoBuildDayError) as fault:
        print(fault, file=sys.stderr)
        return CANNOT_RUN
    if report is None:
        print(
            "data/seite.yaml fehlt oder ist nicht lesbar. Prüfen Sie die Daten mit scripts/check.py.",
            file=sys.stderr,
        )
        return CANNOT_RUN
    return _write(report, wanted)


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Schreibt Excel-Vorlagen zum Ausfüllen.")
    parser.add_argument("out", type=Path, metavar="ORDNER", help="wohin die Vorlagen geschrieben werden")
    parser.add_argument(
        "--indikator", metavar="KENNUNG", action="append", help="nur diese; „massnahmen“ für Maßnahmen"
    )
    parser.add_argument("--leer", action="store_true", help="ohne die Werte und Maßnahmen, die es schon gibt")
    parser.add_argument("--root", type=Path, default=Path(), help="Ordner, in dem data/ liegt")
    return parser.parse_args(arguments)


def _write(report: Report, wanted: argparse.Namespace) -> int:
    known = (*report.indicators, "massnahmen")
    chosen = wanted.indikator or known
    if unknown := [ident for ident in chosen if ident not in known]:
        print(f"Unbekannt: {', '.join(unknown)}.", file=sys.stderr)
        return CANNOT_RUN
    wanted.out.mkdir(parents=True, exist_ok=True)
    for ident in chosen:
        if ident == "massnahmen":
            content = register_workbook(report, with_measures=not wanted.leer)
        else:
            content = figures_template(report, report.indicators[ident], with_figures=not wanted.leer)
        (wanted.out / f"{ident}.xlsx").write_bytes(content)
    print(f"{len(chosen)} Vorlagen geschrieben nach {wanted.out}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
