"""One YAML document, built from the parser's events.

Every scalar stays text, every mapping gets its `Origin`; what YAML would silently read differently from what
its writer meant is refused. Building from events instead of nodes keeps deep nesting from crashing the C
library and gives lines at no cost.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from lagebild.load.encoding import INVISIBLE, name_of
from lagebild.load.yaml_messages import GLUED, RULE, glued
from lagebild.model import ORIGIN_KEY, Origin, Place
from lagebild.problems import Problem, error, warning

# The contract nests five deep; beyond this a bracket has run wild.
_MAX_DEPTH = 30
# What YAML programs write for "nothing"; never a text that somebody meant.
_NOTHING = ("null", "Null", "NULL", "~")
# Longer than the longest page; a lost quote swallows the rest of a file.
_MAX_TEXT = 20_000

Position = tuple[int, int]
"""Line and column, counted from 1."""


class RefusedError(Exception):
    """The document cannot be read; carries the reason."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class YamlDocument:
    """Consumes the events of one document."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        # One line more than there is: the parser places what it misses behind the last one.
        self.lines = [*re.split(r"\r\n|\r|\n", text), ""]
        self.problems: list[Problem] = []
        self.keys: dict[Position, dict[str, Position]] = {}
        self.items: tuple[Position, ...] = ()
        self._events = yaml.CSafeLoader(text)

    def read(self) -> Any:
        """The data of the document; None when it is empty. Raises `RefusedError` or `yaml.YAMLError`."""
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            return None
        if start.version or start.tags:
            raise self._refusal(start, "Zeilen mit % am Anfang sind nicht erlaubt.", "Löschen Sie die Zeile.")
        root = self._next()
        data = self._root(root)
        if isinstance(data, str) and _is_plain(root) and (found := GLUED.match(data)):
            raise RefusedError(glued(self.file, root.start_mark.line, found))
        self._next()
        if not isinstance(more := self._next(), yaml.StreamEndEvent):
            raise self._refusal(
                more,
                "Hier beginnt ein zweites Dokument (---).",
                "Löschen Sie die Zeile mit den drei Strichen.",
            )
        return data

    def _root(self, event: Any) -> Any:
        if not isinstance(event, yaml.SequenceStartEvent):
            return self._node(event, 0)
        self._check(event, 0)
        data, self.items = self._sequence(event, 0)
        return data

    def _next(self) -> Any:
        return self._events.get_event()

    def _place(self, event: Any, key: str | None = None) -> Place:
        line, column = _position(event)
        return Place(file=self.file, line=line, column=column, field=key)

    def _refusal(self, event: Any, message: str, remedy: str) -> RefusedError:
        return RefusedError(error(RULE, self._place(event), message, remedy))

    def _invisible(self, event: Any, character: str) -> RefusedError:
        """A character that is written as an escape, as in "\\u202e", and so not seen in the file's bytes."""
        message = f"Der Text enthält ein unsichtbares Zeichen ({name_of(character)}), geschrieben mit \\."
        fault = error("unsichtbare-zeichen", self._place(event), message, "Löschen Sie das Zeichen.")
        return RefusedError(fault)

    def _node(self, event: Any, depth: int) -> Any:
        self._check(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)[0]
        return self._mapping(event, depth)

    def _check(self, event: Any, depth: int) -> None:
        quoted = 'Wenn das Zeichen zum Text gehört, setzen Sie den ganzen Text in Anführungszeichen: "…".'
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._refusal(event, "Verweise mit & und * sind nicht erlaubt.", quoted)
        if event.tag:
            raise self._refusal(event, "Angaben mit ! sind nicht erlaubt.", quoted)
        if depth > _MAX_DEPTH:
            raise self._refusal(
                event,
                f"Die Angaben sind mehr als {_MAX_DEPTH} Stufen tief verschachtelt.",
                "Prüfen Sie die Klammern und Einrückungen.",
            )

    def _scalar(self, event: Any) -> str | None:
        text = event.value.strip()
        if len(text) > _MAX_TEXT:
            raise self._refusal(event, f"Der Text hat mehr als {_MAX_TEXT} Zeichen.", "Kürzen Sie den Text.")
        if unseen := INVISIBLE.search(text):
            raise self._invisible(event, unseen[0])
        if _is_plain(event):
            self._note_oddities(event)
        if not text or (_is_plain(event) and text in _NOTHING):
            return None
        if not unicodedata.is_normalized("NFC", text):
            self.problems.append(
                warning(
                    "unicode-form",
                    self._place(event),
                    "Umlaute sind aus zwei Zeichen zusammengesetzt (Unicode NFD).",
                    "Tippen Sie die Umlaute neu; gelesen werden sie als ein Zeichen.",
                )
            )
            text = unicodedata.normalize("NFC", text)
        return str(text)

    def _note_oddities(self, event: Any) -> None:
        """Plain text that YAML reads differently from what its writer meant."""
        first, last = event.start_mark.line, event.end_mark.line
        for number in range(first + 1, last + 1):
            line = self.lines[number]
            stop = event.end_mark.column if number == last else len(line)
            if found := GLUED.match(line[:stop]):
                raise RefusedError(glued(self.file, number, found))
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
            if isinstance(item, str) and _is_plain(event) and (found := GLUED.match(item)):
                raise RefusedError(glued(self.file, event.start_mark.line, found))
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
            raise self._refusal(
                event, "Ein Schlüssel besteht aus einem Wort.", "Schreiben Sie Schlüssel: Wert."
            )
        key = event.value
        if _is_plain(event) and (found := GLUED.match(key)):
            line = event.start_mark.line if event.start_mark else 0
            raise RefusedError(glued(self.file, line, found))
        if unseen := INVISIBLE.search(key):
            raise self._invisible(event, unseen[0])
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

    def _lone(self, event: Any, key: str) -> RefusedError:
        remedy = 'Schreiben Sie {schlüssel: wert, …}; ein Text mit Komma steht in Anführungszeichen: "…, …".'
        if key.isdigit():
            remedy = (
                'Eine Zahl mit Komma steht in Klammern in Anführungszeichen, zum Beispiel {wert: "13,5"}.'
            )
        message = f"In der geschweiften Klammer steht „{key}“ ohne Doppelpunkt und Wert."
        return self._refusal(event, message, remedy)


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
