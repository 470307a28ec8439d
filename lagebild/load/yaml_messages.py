"""What the YAML parser says, in German and at the line where the slip is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from lagebild.model import Place
from lagebild.problems import Problem, error

RULE = "yaml-form"
# A key at the start of a line whose colon touches the value; web addresses have // behind it.
GLUED = re.compile(r"\s*(?:- )?([a-zäöüß_]{2,30}):(?!//)[^\s:]", re.IGNORECASE)


def glued(file: str, line: int, found: re.Match[str]) -> Problem:
    """A key whose colon touches its value; `line` counts from 0."""
    return error(
        RULE,
        Place(file=file, line=line + 1, column=found.end(1) + 1, field=found[1]),
        f"Nach dem Doppelpunkt hinter „{found[1]}“ fehlt ein Leerzeichen.",
        f"Schreiben Sie „{found[1]}: …“.",
    )


_QUOTE = 'Setzen Sie den ganzen Text in Anführungszeichen: "…".'
_MESSAGES: Mapping[str, tuple[str, str]] = {
    "found a tab character that violates indentation": (
        "Die Zeile ist mit einem Tabulator eingerückt.",
        "Rücken Sie mit zwei Leerzeichen je Stufe ein.",
    ),
    "found a tab character where an indentation space is expected": (
        "Die Zeile ist mit einem Tabulator eingerückt.",
        "Rücken Sie mit zwei Leerzeichen je Stufe ein.",
    ),
    "found character that cannot start any token": (
        "Ein Text beginnt mit einem Zeichen, das YAML für sich beansprucht.",
        _QUOTE,
    ),
    "found unexpected end of stream": (
        "Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.",
        "Setzen Sie das schließende Anführungszeichen.",
    ),
    "mapping values are not allowed in this context": (
        "Hier steht ein Doppelpunkt, wo keiner stehen darf: Ein Text enthält „: “, oder die Zeile ist "
        "falsch eingerückt.",
        "Setzen Sie einen Text mit Doppelpunkt in Anführungszeichen, oder rücken Sie die Zeile so ein "
        "wie ihre Nachbarn.",
    ),
    "could not find expected ':'": (
        "In dieser Zeile fehlt der Doppelpunkt mit Leerzeichen nach dem Schlüssel.",
        "Schreiben Sie Schlüssel: Wert.",
    ),
    "did not find expected key": (
        "Hier passt die Einrückung nicht zu den Zeilen davor, oder hinter Anführungszeichen steht "
        "noch etwas.",
        "Rücken Sie die Zeile so ein wie ihre Nachbarn; Anführungszeichen schließen am Ende des Textes.",
    ),
    "did not find expected '-' indicator": (
        "Die Einrückung passt nicht zur Liste davor.",
        "Stellen Sie die Striche der Liste genau untereinander, ebenso die Schlüssel.",
    ),
    "did not find expected <document start>": (
        "Die Zeile ist weniger weit eingerückt als der Anfang der Datei.",
        "Beginnen Sie alle Schlüssel der ersten Stufe ganz links.",
    ),
    "did not find expected ',' or ']'": (
        "Eine eckige Klammer wird geöffnet, aber nicht geschlossen, oder ein Komma fehlt.",
        "Schreiben Sie [eins, zwei].",
    ),
    "did not find expected ',' or '}'": (
        "Eine geschweifte Klammer wird geöffnet, aber nicht geschlossen, oder ein Komma fehlt.",
        "Schreiben Sie {schlüssel: wert, anderer: wert}.",
    ),
    "did not find expected node content": (
        "Hier fehlt ein Wert, oder ein Text beginnt mit einem Satzzeichen.",
        _QUOTE,
    ),
    "block sequence entries are not allowed in this context": (
        "Hinter dem Schlüssel beginnt eine Liste in derselben Zeile.",
        "Schreiben Sie jeden Listenpunkt mit „- “ in eine eigene Zeile darunter.",
    ),
    "did not find expected comment or line break": (
        "Hinter | oder > steht Text in derselben Zeile.",
        "Beginnen Sie den Text in der nächsten Zeile, eingerückt.",
    ),
    "found unknown escape character": (
        "Nach einem \\ in Anführungszeichen steht ein unbekanntes Zeichen.",
        "Schreiben Sie \\\\ für einen Rückstrich, oder nehmen Sie einfache Anführungszeichen: '…'.",
    ),
    "control characters are not allowed": (
        "Die Datei enthält ein Steuerzeichen.",
        "Löschen Sie die Stelle und tippen Sie den Text neu.",
    ),
    "exceeded maximum nesting depth": (
        "Die Angaben sind zu tief verschachtelt.",
        "Prüfen Sie die Klammern und Einrückungen.",
    ),
}
_OTHER = (
    "Die Datei ist an dieser Stelle kein gültiges YAML.",
    "Vergleichen Sie die Zeile mit einer anderen Datei derselben Art; oft stimmt die Einrückung nicht.",
)
_CLOSING = frozenset("'\"]}")
# The mark of these problems is where the reader gave up; what is wrong began earlier.
_BEGAN_EARLIER = frozenset(
    {
        "found unexpected end of stream",
        "could not find expected ':'",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
    }
)


def translated(file: str, lines: Sequence[str], fault: yaml.YAMLError) -> Problem:
    """One parser error as a problem."""
    said = str(getattr(fault, "problem", None) or getattr(fault, "reason", ""))
    number, column = _spot(said, fault)
    line = lines[number] if number < len(lines) else ""
    if found := GLUED.match(line):
        return glued(file, number, found)
    message, remedy = _message(said, line[:column], line[column : column + 1])
    return error(
        RULE, Place(file=file, line=number + 1, column=column + 1), message, remedy, line.strip()[:80] or None
    )


def _spot(said: str, fault: yaml.YAMLError) -> tuple[int, int]:
    """Line and column of the slip, counted from 0."""
    mark = getattr(fault, "problem_mark", None)
    if said in _BEGAN_EARLIER:
        mark = getattr(fault, "context_mark", None) or mark
    return (mark.line, mark.column) if mark else (0, 0)


def _message(said: str, before: str, at: str) -> tuple[str, str]:
    """What is wrong and what to do, given the text before the spot and the character at it."""
    if said == "did not find expected key" and (closed := before.rstrip()[-1:]) in _CLOSING:
        return f"Hinter {closed} steht noch etwas.", _QUOTE
    if said == "found character that cannot start any token" and at == "\t":
        return _MESSAGES["found a tab character that violates indentation"]
    return _MESSAGES.get(said, _OTHER)
