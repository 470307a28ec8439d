"""YAML as planners write it: read from PyYAML's event stream, every scalar kept as text.

Plain scalars stay text (`no`, `010`, `1.000`, `2024` never change their meaning), an empty value is None.
Duplicate keys, anchors, aliases, tags, directives and further documents are refused. Every mapping carries
its `Origin` under `ORIGIN_KEY`. Building from events instead of nodes keeps deep nesting from crashing the
C library and gives lines at no cost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from lagebild.load.encoding import INVISIBLE, decode, name_of
from lagebild.model import ORIGIN_KEY, Origin, Place
from lagebild.problems import Problem, error, warning

RULE = "yaml-form"
# The contract nests five deep; beyond this a bracket has run wild.
_MAX_DEPTH = 30
# Fifty times the longest file known.
_MAX_CHARACTERS = 5_000_000
_MAX_TEXT = 20_000
# A key at the start of a line whose colon touches the value; web addresses have // behind it.
_GLUED = re.compile(r"\s*(?:- )?([a-zäöüß_]{2,30}):(?!//)[^\s:]", re.IGNORECASE)

Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a YAML file says."""

    data: Any
    """Dicts, lists, texts and None; None as well when the file could not be read or is empty."""
    problems: tuple[Problem, ...] = ()
    keys: Mapping[Position, Mapping[str, Position]] = field(default_factory=dict)
    """Where each key itself stands, by the position of its mapping."""
    readable: bool = True


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_yaml(file: str, content: bytes) -> YamlFile:
    """Read one file; every problem has its line and column."""
    decoded = decode(file, content)
    if decoded.text is None:
        return YamlFile(None, decoded.problems, readable=False)
    if len(decoded.text) > _MAX_CHARACTERS:
        fault = error(RULE, Place(file=file), "Die Datei ist zu lang für eine YAML-Datei.", "Teilen Sie die Datei auf.")
        return YamlFile(None, (*decoded.problems, fault), readable=False)
    if unseen := tuple(_unseen(file, decoded.text)):
        return YamlFile(None, (*decoded.problems, *unseen), readable=False)
    builder = _Builder(file, decoded.text)
    try:
        data = builder.document()
    except _Refused as refused:
        return YamlFile(None, (*decoded.problems, *builder.problems, refused.problem), readable=False)
    except yaml.YAMLError as fault:
        problem = _translated(file, builder.lines, fault)
        return YamlFile(None, (*decoded.problems, *builder.problems, problem), readable=False)
    return YamlFile(data, (*decoded.problems, *builder.problems), builder.keys)


def _unseen(file: str, text: str) -> Iterator[Problem]:
    """Invisible characters, the first of each line."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if found := INVISIBLE.search(line):
            yield error(
                "unsichtbare-zeichen",
                Place(file=file, line=number, column=found.start() + 1),
                f"In der Zeile steht ein unsichtbares Zeichen ({name_of(found[0])}).",
                "Löschen Sie die Stelle und tippen Sie den Text neu.",
            )


class _Builder:
    """Consumes the events of one document."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = re.split(r"\r\n|\r|\n", text)
        self.problems: list[Problem] = []
        self.keys: dict[Position, dict[str, Position]] = {}
        self._events = yaml.CSafeLoader(text)

    def document(self) -> Any:
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            return None
        if start.version or start.tags:
            raise self._refusal(start, "Zeilen mit % am Anfang sind nicht erlaubt.", "Löschen Sie die Zeile.")
        root = self._next()
        data = self._node(root, 0)
        if isinstance(data, str) and _is_plain(root) and (found := _GLUED.match(data)):
            raise _Refused(_glued(self.file, root.start_mark.line, found))
        self._next()
        if not isinstance(more := self._next(), yaml.StreamEndEvent):
            raise self._refusal(
                more, "Hier beginnt ein zweites Dokument (---).", "Löschen Sie die Zeile mit den drei Strichen."
            )
        return data

    def _next(self) -> Any:
        return self._events.get_event()

    def _place(self, event: Any, key: str | None = None) -> Place:
        line, column = _position(event)
        return Place(file=self.file, line=line, column=column, field=key)

    def _refusal(self, event: Any, message: str, remedy: str) -> _Refused:
        return _Refused(error(RULE, self._place(event), message, remedy))

    def _node(self, event: Any, depth: int) -> Any:
        self._check(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)[0]
        return self._mapping(event, depth)

    def _check(self, event: Any, depth: int) -> None:
        quoted = "Wenn das Zeichen zum Text gehört, setzen Sie den ganzen Text in Anführungszeichen: \"…\"."
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._refusal(event, "Verweise mit & und * sind nicht erlaubt.", quoted)
        if event.tag:
            raise self._refusal(event, "Angaben mit ! sind nicht erlaubt.", quoted)
        if depth > _MAX_DEPTH:
            raise self._refusal(
                event, f"Die Angaben sind mehr als {_MAX_DEPTH} Stufen tief verschachtelt.",
                "Prüfen Sie die Klammern und Einrückungen.",
            )  # fmt: skip

    def _scalar(self, event: Any) -> str | None:
        text = event.value.strip()
        if len(text) > _MAX_TEXT:
            raise self._refusal(event, f"Der Text hat mehr als {_MAX_TEXT} Zeichen.", "Kürzen Sie den Text.")
        if _is_plain(event):
            self._note_oddities(event)
        if not text:
            return None
        if not unicodedata.is_normalized("NFC", text):
            self.problems.append(
                warning(
                    "unicode-form", self._place(event),
                    "Umlaute sind aus zwei Zeichen zusammengesetzt (Unicode NFD).",
                    "Tippen Sie die Umlaute neu; gelesen werden sie als ein Zeichen.",
                )  # fmt: skip
            )
            text = unicodedata.normalize("NFC", text)
        return str(text)

    def _note_oddities(self, event: Any) -> None:
        """Plain text that YAML reads differently from what its writer meant."""
        first, last = event.start_mark.line, event.end_mark.line
        for number in range(first + 1, min(last + 1, len(self.lines))):
            line = self.lines[number]
            stop = event.end_mark.column if number == last else len(line)
            if found := _GLUED.match(line[:stop]):
                raise _Refused(_glued(self.file, number, found))
        rest = self.lines[last][event.end_mark.column :]
        # `# word` is a comment, as in the contract's own examples; `#3` was meant as text.
        if re.match(r"\s+#[^\s#]", rest):
            self.problems.append(
                error(
                    RULE,
                    Place(file=self.file, line=last + 1, column=event.end_mark.column + 1 + rest.index("#")),
                    f"Alles ab „{rest.strip()[:20]}“ gilt als Kommentar und fehlt im Text.",
                    'Setzen Sie den ganzen Text in Anführungszeichen: "… #3".',
                )
            )

    def _sequence(self, start: Any, depth: int) -> tuple[list[Any], tuple[Position, ...]]:
        items: list[Any] = []
        places: list[Position] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            item = self._node(event, depth + 1)
            if isinstance(item, str) and _is_plain(event) and (found := _GLUED.match(item)):
                raise _Refused(_glued(self.file, event.start_mark.line, found))
            items.append(item)
            places.append(_position(event))
        return items, tuple(places)

    def _mapping(self, start: Any, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        values: dict[str, Position] = {}
        items: dict[str, tuple[Position, ...]] = {}
        names: dict[str, Position] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, depth)
            if key in data:
                self.problems.append(self._duplicate(event, key, names[key]))
            names[key] = _position(event)
            value = self._next()
            if isinstance(value, yaml.SequenceStartEvent):
                self._check(value, depth + 1)
                data[key], items[key] = self._sequence(value, depth + 1)
            else:
                data[key] = self._node(value, depth + 1)
            if start.flow_style and _is_lone(event, value, self.lines):
                raise self._lone(event, key)
            same_line = value.start_mark.line == event.start_mark.line
            values[key] = _position(value) if same_line else names[key]
        line, column = _position(start)
        self.keys[line, column] = names
        data[ORIGIN_KEY] = Origin(self.file, line, column, values, items)
        return data

    def _key(self, event: Any, depth: int) -> str:
        self._check(event, depth)
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refusal(event, "Ein Schlüssel besteht aus einem Wort.", "Schreiben Sie Schlüssel: Wert.")
        key = event.value
        if _is_plain(event) and (found := _GLUED.match(key)):
            raise _Refused(_glued(self.file, event.start_mark.line, found))
        if not key.strip() or key.startswith("@") or key == "<<" or len(key) > 200:
            raise self._refusal(event, f"„{key[:40]}“ ist kein Schlüssel.", "Schreiben Sie Schlüssel: Wert.")
        return str(key)

    def _duplicate(self, event: Any, key: str, first: Position) -> Problem:
        return error(
            "schluessel-doppelt",
            self._place(event, key),
            f"„{key}“ steht hier zum zweiten Mal (zuerst in Zeile {first[0]}).",
            "Löschen Sie eine der beiden Angaben.",
        )

    def _lone(self, event: Any, key: str) -> _Refused:
        return self._refusal(
            event,
            f"In der geschweiften Klammer steht „{key}“ ohne Doppelpunkt und Wert.",
            'Schreiben Sie {schlüssel: wert, …}; ein Text mit Komma steht in Anführungszeichen: "…, …".',
        )


def _position(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _is_plain(event: Any) -> bool:
    """Whether a scalar stands without quotes and is no block of text."""
    return isinstance(event, yaml.ScalarEvent) and not event.style


def _is_lone(key: Any, value: Any, lines: list[str]) -> bool:
    """Whether a key in braces has no colon behind it."""
    if not isinstance(value, yaml.ScalarEvent) or value.value or not _is_plain(value):
        return False
    return not lines[key.end_mark.line][key.end_mark.column :].lstrip().startswith(":")


def _glued(file: str, line: int, found: re.Match[str]) -> Problem:
    return error(
        RULE,
        Place(file=file, line=line + 1, column=found.end(1) + 1, field=found[1]),
        f"Nach dem Doppelpunkt hinter „{found[1]}“ fehlt ein Leerzeichen.",
        f"Schreiben Sie „{found[1]}: …“.",
    )


_QUOTE = 'Setzen Sie den ganzen Text in Anführungszeichen: "…".'
_MESSAGES: Mapping[str, tuple[str, str]] = {
    "found a tab character that violates indentation": (
        "Die Zeile ist mit einem Tabulator eingerückt.", "Rücken Sie mit zwei Leerzeichen je Stufe ein."),
    "found a tab character where an indentation space is expected": (
        "Die Zeile ist mit einem Tabulator eingerückt.", "Rücken Sie mit zwei Leerzeichen je Stufe ein."),
    "found character that cannot start any token": (
        "Ein Text beginnt mit einem Zeichen, das YAML für sich beansprucht.", _QUOTE),
    "found unexpected end of stream": (
        "Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.", "Setzen Sie das schließende Anführungszeichen."),
    "mapping values are not allowed in this context": (
        "Hier steht ein Doppelpunkt, wo keiner stehen darf: Entweder enthält ein Text „: “, oder die Zeile ist "
        "falsch eingerückt.",
        'Setzen Sie einen Text mit Doppelpunkt in Anführungszeichen: "…: …", oder rücken Sie die Zeile so ein '
        "wie ihre Nachbarn."),
    "could not find expected ':'": (
        "In dieser Zeile fehlt der Doppelpunkt mit Leerzeichen nach dem Schlüssel.", "Schreiben Sie Schlüssel: Wert."),
    "did not find expected key": (
        "Hier passt die Einrückung nicht zu den Zeilen davor, oder hinter einem Text in Anführungszeichen steht "
        "noch etwas.",
        "Rücken Sie die Zeile so ein wie ihre Nachbarn und schließen Sie Anführungszeichen erst am Ende des Textes."),
    "did not find expected '-' indicator": (
        "Die Einrückung passt nicht zur Liste davor.",
        "Stellen Sie den Strich genau unter die anderen Striche der Liste und die Schlüssel genau untereinander."),
    "did not find expected <document start>": (
        "Die Zeile ist weniger weit eingerückt als der Anfang der Datei.", "Beginnen Sie alle Schlüssel der ersten "
        "Stufe ganz links."),
    "did not find expected ',' or ']'": (
        "Eine eckige Klammer wird geöffnet, aber nicht geschlossen, oder ein Komma fehlt.",
        "Schreiben Sie [eins, zwei]."),
    "did not find expected ',' or '}'": (
        "Eine geschweifte Klammer wird geöffnet, aber nicht geschlossen, oder ein Komma fehlt.",
        "Schreiben Sie {schlüssel: wert, anderer: wert}."),
    "did not find expected node content": (
        "Hier fehlt ein Wert, oder ein Text beginnt mit einem Satzzeichen.", _QUOTE),
    "block sequence entries are not allowed in this context": (
        "Hinter dem Schlüssel beginnt eine Liste in derselben Zeile.",
        "Schreiben Sie jeden Listenpunkt mit „- “ in eine eigene Zeile darunter."),
    "did not find expected comment or line break": (
        "Hinter | oder > steht Text in derselben Zeile.", "Beginnen Sie den Text in der nächsten Zeile, eingerückt."),
    "found unknown escape character": (
        "Nach einem \\ in Anführungszeichen steht ein unbekanntes Zeichen.",
        "Schreiben Sie \\\\ für einen Rückstrich, oder nehmen Sie einfache Anführungszeichen: '…'."),
    "control characters are not allowed": (
        "Die Datei enthält ein Steuerzeichen.", "Löschen Sie die Stelle und tippen Sie den Text neu."),
    "exceeded maximum nesting depth": (
        "Die Angaben sind zu tief verschachtelt.", "Prüfen Sie die Klammern und Einrückungen."),
}  # fmt: skip
# The mark of these problems is where the reader gave up; what is wrong began earlier.
_BEGAN_EARLIER = frozenset({
    "found unexpected end of stream", "could not find expected ':'", "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
})  # fmt: skip


def _translated(file: str, lines: list[str], fault: yaml.YAMLError) -> Problem:
    said = getattr(fault, "problem", None) or getattr(fault, "reason", "")
    mark = getattr(fault, "problem_mark", None)
    if said in _BEGAN_EARLIER and getattr(fault, "context_mark", None):
        mark = fault.context_mark  # type: ignore[attr-defined]
    number = mark.line if mark else 0
    line = lines[number] if number < len(lines) else ""
    if found := _GLUED.match(line):
        return _glued(file, number, found)
    if said == "did not find expected key" and (closed := line[: mark.column].rstrip()[-1:]) in ("'", '"', "]", "}"):
        place = Place(file=file, line=number + 1, column=mark.column + 1)
        return error(RULE, place, f"Hinter {closed} steht noch etwas.", _QUOTE, line.strip()[:80])
    if said == "found character that cannot start any token" and line[: mark.column + 1].strip() == "":
        said = "found a tab character that violates indentation"
    message, remedy = _MESSAGES.get(
        said, ("Die Datei ist an dieser Stelle kein gültiges YAML.", "Vergleichen Sie die Zeile mit einer anderen "
        "Datei derselben Art; oft stimmt die Einrückung oder ein Anführungszeichen nicht.")
    )  # fmt: skip
    place = Place(file=file, line=number + 1 if mark else None, column=mark.column + 1 if mark else None)
    return error(RULE, place, message, remedy, line.strip()[:80] or None)
