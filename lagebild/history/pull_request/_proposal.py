"""What there is to say about a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lagebild.history._comparison import Comparison
from lagebild.history._line import Line
from lagebild.problems import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A version that is proposed, beside the one it would replace."""

    problems: tuple[Problem, ...]
    """Of the proposed version, unless the other one has them too; the most important first."""
    old_problems: tuple[Problem, ...] = ()
    """Which both versions have."""
    repaired: int = 0
    """How many problems the proposal removes."""
    comparison: Comparison | None
    """Without anything that must not be shown; None where one of both cannot be read at all."""
    lines: tuple[Line, ...] = ()
    """The comparison in words, most important first."""
    hidden: tuple[str, ...] = ()
    """Titles of indicators with small counts of the city's own: their values and sentences are left out."""
    unread: tuple[str, ...] = ()
    """Files that could not be read completely, so that not everything in them was compared."""
    unjudged: bool = False
    """Whether errors keep ratings, counts or sentences from being compared completely."""

    @property
    def errors(self) -> int:
        """How many errors stop the publication, old ones included."""
        return len(self.of(Severity.ERROR)) + len(self.old_errors)

    def of(self, severity: Severity) -> Sequence[Problem]:
        """The problems of one weight that the proposal brings."""
        return [problem for problem in self.problems if problem.severity == severity]

    @property
    def old_errors(self) -> Sequence[Problem]:
        """Errors that were there before and still stop the publication."""
        return [problem for problem in self.old_problems if problem.severity == Severity.ERROR]

    def about(self, *topics: str) -> Sequence[Line]:
        """The lines under these headings, in the order of the headings."""
        return [line for topic in topics for line in self.lines if line.topic == topic]
