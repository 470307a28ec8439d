"""A data package, read and checked: what check, build and comparison all start from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lagebild import rules
from lagebild.load import Files, load_report
from lagebild.model import Report
from lagebild.problems import Problem, Severity

SecondOpinion = Callable[[Report, Mapping[str, bytes], Iterable[str]], Iterable[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A package and everything that is wrong with it."""

    report: Report | None
    """None where not even `seite.yaml` could be read."""
    problems: tuple[Problem, ...]
    """The most important first."""

    @property
    def stops_publication(self) -> bool:
        """Whether anything forbids to publish."""
        return self.report is None or any(p.severity is Severity.ERROR for p in self.problems)


def _not_told_already(of_rules: Iterable[Problem], of_reading: Iterable[Problem]) -> Iterator[Problem]:
    """What rules find, but nothing about cells that were read with a fault: one cause gives one message."""
    faulty = {p.place for p in of_reading if p.place.cell and p.severity is Severity.ERROR}
    return (p for p in of_rules if p.place not in faulty)


def inspect(
    files: Files, *, day: date, commit: str = "", second_opinion: SecondOpinion | None = None
) -> Inspected:
    """Read a package and apply every rule; where given, frictionless is asked about sound tables."""
    loaded = load_report(files.content, day=day, commit=commit)
    unread = {p.place.file for p in files.problems}
    found = [*files.problems, *(p for p in loaded.problems if p.place.file not in unread)]
    if loaded.report is not None:
        # Of a table with secret counts only the rule that hides their values may speak.
        secret = rules.tables_with_secrets(loaded.report)
        found = [p for p in found if p.place.file not in secret]
        found += _not_told_already(rules.check(loaded.report), loaded.problems)
        if second_opinion:
            suspects = {p.place.file for p in found if p.severity is Severity.ERROR}
            found += second_opinion(loaded.report, files.content, suspects)
    return Inspected(report=loaded.report, problems=tuple(sorted(found, key=lambda p: p.order)))
