"""A Problem: what is wrong, where, and what to do, in several voices.

Rules and loaders yield `Problem`s; nobody prints, nobody returns a status flag. The voices render the same
object for a terminal, for annotations of a forge, for a Markdown summary and for machines.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from lagebild.model.places import Place

# Below these ratios a proposal misleads more often than it helps (tried on real slips of keys and codes).
_KEY_LIKENESS = 0.6
_VALUE_LIKENESS = 0.5


class Severity(IntEnum):
    """How much a problem weighs; sorts the most important first."""

    ERROR = 0
    """Nothing is published."""
    WARNING = 1
    """Published, but the planner should look."""
    NOTICE = 2
    """For information."""

    @property
    def german(self) -> str:
        """The word of the contract: fehler, warnung, hinweis."""
        return ("fehler", "warnung", "hinweis")[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, at one place."""

    severity: Severity
    rule: str
    """Id of the rule, the name of its file in kebab-case German."""
    place: Place
    value: str | None = None
    """The wrong value as it stands in the file; None where it is absent or must not be repeated."""
    message: str
    """One German sentence: what is wrong."""
    remedy: str = ""
    """One German sentence: what to do, with the right form."""

    @property
    def order(self) -> tuple[int, str, int, int, str]:
        """Most important first, then as the files are read."""
        return (self.severity, self.place.file, self.place.line or 0, self.place.column or 0, self.rule)


def error(rule: str, place: Place, message: str, remedy: str = "", value: str | None = None) -> Problem:
    """A problem that stops publication."""
    return Problem(
        severity=Severity.ERROR, rule=rule, place=place, message=message, remedy=remedy, value=value
    )


def warning(rule: str, place: Place, message: str, remedy: str = "", value: str | None = None) -> Problem:
    """A problem that does not stop publication."""
    return Problem(
        severity=Severity.WARNING, rule=rule, place=place, message=message, remedy=remedy, value=value
    )


def notice(rule: str, place: Place, message: str, remedy: str = "", value: str | None = None) -> Problem:
    """Something worth knowing."""
    return Problem(
        severity=Severity.NOTICE, rule=rule, place=place, message=message, remedy=remedy, value=value
    )


def nearest(word: str, allowed: Iterable[str], *, key: bool = False) -> str | None:
    """The allowed word that was probably meant, if one is near enough."""
    lowered = {candidate.lower(): candidate for candidate in allowed}
    cutoff = _KEY_LIKENESS if key else _VALUE_LIKENESS
    found = difflib.get_close_matches(word.lower(), lowered, 1, cutoff)
    return lowered[found[0]] if found else None


def did_you_mean(word: str, allowed: Sequence[str], *, key: bool = False) -> str:
    """The remedy for a word that is not allowed: the nearest one, else the choice."""
    if match := nearest(word, allowed, key=key):
        return f"Gemeint ist vielleicht „{match}“."
    if not allowed:
        return ""
    # A longer list hides the message it belongs to.
    shown = ", ".join(sorted(allowed)[:12])
    return f"Erlaubt: {shown}{' …' if len(allowed) > 12 else ''}."


def summary(problems: Sequence[Problem]) -> str:
    """How many problems of which weight: `2 Fehler, 1 Warnung`."""
    words = {Severity.ERROR: ("Fehler", "Fehler"), Severity.WARNING: ("Warnung", "Warnungen"),
             Severity.NOTICE: ("Hinweis", "Hinweise")}  # fmt: skip
    counts = [(sum(p.severity == s for p in problems), one, many) for s, (one, many) in words.items()]
    parts = [f"{n} {one if n == 1 else many}" for n, one, many in counts if n]
    return ", ".join(parts) or "Keine Fehler gefunden"


def spot(place: Place) -> str:
    """The place in words: file, line, cell, field."""
    parts = [place.file]
    if place.line:
        parts.append(f"Zeile {place.line}")
    if place.cell:
        parts.append(f"Zelle {place.cell}")
    if place.field:
        parts.append(f"„{place.field}“")
    return ", ".join(parts)


def as_text(problems: Sequence[Problem]) -> str:
    """For a terminal: most important first, one paragraph each, then the count."""
    lines = []
    for p in problems:
        lines.append(f"{p.severity.german.capitalize()}: {spot(p.place)}")
        lines.append(f"  {p.message}")
        if p.remedy:
            lines.append(f"  → {p.remedy}")
        lines.append("")
    lines.append(f"{summary(problems)}.")
    return "\n".join(lines)


# A forge shows at most ten annotations per kind and step and drops the rest in silence.
_ANNOTATIONS = 10


def _escape(text: str, *, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands: at most ten per kind; the tenth says how many follow in the summary."""
    lines = []
    for severity, command in (
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.NOTICE, "notice"),
    ):
        group = [p for p in problems if p.severity == severity]
        shown = group if len(group) <= _ANNOTATIONS else group[: _ANNOTATIONS - 1]
        lines += [_annotation(command, p) for p in shown]
        if rest := len(group) - len(shown):
            lines.append(
                f"::{command} title=Lagebild::… und {rest} weitere; alle stehen in der Zusammenfassung."
            )
    return "\n".join(lines)


def _annotation(command: str, p: Problem) -> str:
    where = [f"file={_escape(p.place.file, in_property=True)}"]
    if p.place.line:
        where.append(f"line={p.place.line}")
    where.append(f"title={_escape(p.place.cell or p.rule, in_property=True)}")
    return f"::{command} {','.join(where)}::{_escape(f'{p.message} {p.remedy}'.strip())}"


def as_gitlab(problems: Sequence[Problem]) -> str:
    """Code quality report: a JSON list with stable fingerprints."""
    levels = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTICE: "info"}
    return json.dumps(
        [
            {
                "description": f"{p.message} {p.remedy}".strip(),
                "check_name": p.rule,
                "fingerprint": ":".join(
                    (p.rule, p.place.file, str(p.place.cell or p.place.line), p.place.field or "")
                ),
                "severity": levels[p.severity],
                "location": {"path": p.place.file, "lines": {"begin": p.place.line or 1}},
            }
            for p in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_markdown(problems: Sequence[Problem]) -> str:
    """For a job summary or a comment: one table per severity, nothing left out."""
    parts = [f"### {summary(problems)}"]
    headings = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnungen", Severity.NOTICE: "Hinweise"}
    for severity, heading in headings.items():
        rows = [_markdown_row(p) for p in problems if p.severity == severity]
        if rows:
            parts += [f"\n**{heading}**\n", "| Wo | Was | Abhilfe |", "|---|---|---|", *rows]
    return "\n".join(parts) + "\n"


def _markdown_row(p: Problem) -> str:
    cells = (spot(p.place), p.message, p.remedy)
    return "| " + " | ".join(_markdown_cell(c) for c in cells) + " |"


def _markdown_cell(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replace("\n", " ")
        .replace("`", "\\`")
    )


def as_json(problems: Sequence[Problem]) -> str:
    """The contract's list for machines."""
    return json.dumps(
        [
            {
                "schwere": p.severity.german,
                "regel": p.rule,
                "datei": p.place.file,
                "zeile": p.place.line,
                "spalte": p.place.column,
                "zelle": p.place.cell,
                "feld": p.place.field,
                "wert": p.value,
                "meldung": p.message,
                "abhilfe": p.remedy,
            }
            for p in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


VOICES = {"text": as_text, "github": as_github, "gitlab": as_gitlab, "markdown": as_markdown, "json": as_json}
"""Format name → how a list of problems is said."""
