"""List in German what is overdue: figures whose next edition is due, measures past their plan or silent.

Exit code 0, whether anything is overdue or not; 1: the data has errors; 2: it could not be read.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lagebild.assessed import Assessed, assess
from lagebild.findings import MeasureState
from lagebild.history.forge_text import plain, table
from lagebild.inspection import Inspected, inspect
from lagebild.load import CannotReadError, NoBuildDayError, build_day, read_folder
from lagebild.model import When
from lagebild.problems import summary
from lagebild.wording import dates, measures

CANNOT_RUN = 2
NOTHING = "Nichts ist überfällig."
"""With these words the list begins when it is empty."""


def main(arguments: list[str] | None = None) -> int:
    """Print the list as Markdown, and return the exit code."""
    parser = argparse.ArgumentParser(description="Nennt, welche Zahlen und Maßnahmen überfällig sind.")
    parser.add_argument("--root", type=Path, default=Path(), help="Ordner, in dem data/ liegt")
    root = parser.parse_args(arguments).root
    try:
        inspected = inspect(read_folder(root), day=build_day(root, Path(__file__).parent))
    except (CannotReadError, NoBuildDayError) as fault:
        print(fault, file=sys.stderr)
        return CANNOT_RUN
    return _print(inspected)


def _print(inspected: Inspected) -> int:
    if inspected.report is None or inspected.stops_publication:
        print(f"Die Daten haben Fehler ({summary(inspected.problems)}).", file=sys.stderr)
        return 1
    print("\n".join(overdue(assess(inspected.report))))
    return 0


def overdue(assessed: Assessed) -> Iterator[str]:
    """The lines of the list."""
    parts = [*_figures(assessed), *_measures(assessed, _is_late, "Maßnahmen nach ihrem Termin"),
             *_measures(assessed, _is_silent, "Maßnahmen ohne Meldung seit mehr als 24 Monaten")]  # fmt: skip
    if not parts:
        yield NOTHING
        yield ""
    yield from parts
    yield f"Stand: {dates.day(assessed.report.day)}. Diese Liste erneuert sich jede Nacht aus den Daten."


def _figures(assessed: Assessed) -> Iterator[str]:
    """Indicators whose announced edition should be there."""
    indicators = assessed.report.indicators
    found = [(indicators[i], f.freshness) for i, f in assessed.indicators.items() if f.freshness.overdue]
    rows = [
        (plain(one.title), _date(fresh.last_period), _date(fresh.next_update), _file(one.table))
        for one, fresh in found
    ]
    heads = ("Was", "letzter Wert", "fällig", "Datei")
    yield from _part("Zahlen, deren nächste Ausgabe fällig war", heads, rows)


def _date(text: str | None) -> str:
    return plain(dates.written(text)) if text else "–"


def _is_late(state: MeasureState) -> bool:
    return state.schedule.result == "ueberfaellig"


def _is_silent(state: MeasureState) -> bool:
    return state.unclear and not _is_late(state)


def _measures(assessed: Assessed, wanted: Callable[[MeasureState], bool], title: str) -> Iterator[str]:
    chosen = [state for state in assessed.states.values() if state.listed and wanted(state)]
    rows = [_row(assessed, state) for state in sorted(chosen, key=_last_day)]
    yield from _part(title, ("Was", "letzte Meldung", "geplant", "Datei"), rows)


def _last_day(state: MeasureState) -> str:
    last = state.last_reported
    return last.when.text if last and last.when else ""


def _row(assessed: Assessed, state: MeasureState) -> tuple[str, ...]:
    measure = assessed.report.measures[state.measure]
    last, plan = state.last_reported, state.schedule.last
    reported = f"{_when(last.when)}: {measures.STATUSES[last.status]}" if last else "–"
    planned = _when(plan.planned) if plan else "–"
    return plain(measure.title), plain(reported), planned, _file(measure.file)


def _file(path: str) -> str:
    return f"<code>{plain(path)}</code>"


def _when(date: When | None) -> str:
    return dates.when(date) if date else "ohne Datum"


def _part(title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if rows:
        yield from (f"### {title}", "", *table(heads, rows), "")


if __name__ == "__main__":
    # Whoever reads the output may stop early, as `head` does; that is no fault to report.
    if hasattr(signal, "SIGPIPE"):  # absent on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
