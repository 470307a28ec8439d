"""YAML as planners write it: read from PyYAML's event stream, every scalar kept as text.

Plain scalars stay text (`no`, `010`, `1.000`, `2024` never change their meaning), an empty value is None.
Duplicate keys, anchors, aliases, tags, directives and further documents are refused. Every mapping carries
its `Origin` under `ORIGIN_KEY`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from lagebild.load.encoding import INVISIBLE, decode, name_of
from lagebild.load.yaml_document import Position, RefusedError, YamlDocument
from lagebild.load.yaml_messages import RULE, translated
from lagebild.model import Place
from lagebild.problems import Problem, error

# Fifty times the longest file known.
_MAX_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True)
class YamlFile:
    """What a YAML file says."""

    data: Any
    """Dicts, lists, texts and None; None as well when the file could not be read or is empty."""
    problems: tuple[Problem, ...] = ()
    keys: Mapping[Position, Mapping[str, Position]] = field(default_factory=dict)
    """Where each key itself stands, by the position of its mapping."""
    items: tuple[Position, ...] = ()
    """Where each entry stands, if the file is a list."""
    readable: bool = True

    def place(self, file: str, index: int) -> Place:
        """The place of an entry of the list."""
        line, column = self.items[index] if index < len(self.items) else (1, 1)
        return Place(file=file, line=line, column=column)


def read_yaml(file: str, content: bytes) -> YamlFile:
    """Read one file; every problem has its line and column."""
    decoded = decode(file, content)
    if decoded.text is None:
        return YamlFile(None, decoded.problems, readable=False)
    if len(decoded.text) > _MAX_CHARACTERS:
        fault = error(
            RULE, Place(file=file), "Die Datei ist zu lang für eine YAML-Datei.", "Teilen Sie die Datei auf."
        )
        return YamlFile(None, (*decoded.problems, fault), readable=False)
    if unseen := tuple(_unseen(file, decoded.text)):
        return YamlFile(None, (*decoded.problems, *unseen), readable=False)
    document = YamlDocument(file, decoded.text)
    try:
        data = document.read()
    except RefusedError as refused:
        return YamlFile(None, (*decoded.problems, *document.problems, refused.problem), readable=False)
    except yaml.YAMLError as fault:
        problem = translated(file, document.lines, fault)
        return YamlFile(None, (*decoded.problems, *document.problems, problem), readable=False)
    return YamlFile(data, (*decoded.problems, *document.problems), document.keys, document.items)


def _unseen(file: str, text: str) -> Iterator[Problem]:
    """The first invisible character, and in how many other lines there are more."""
    lines = re.split(r"\r\n|\r|\n", text)
    found = [(number, hit) for number, line in enumerate(lines, 1) if (hit := INVISIBLE.search(line))]
    if found:
        number, hit = found[0]
        also = f", ebenso in {len(found) - 1} weiteren Zeilen" if len(found) > 1 else ""
        message = f"In der Zeile steht ein unsichtbares Zeichen ({name_of(hit[0])}){also}."
        place = Place(file=file, line=number, column=hit.start() + 1)
        yield error(
            "unsichtbare-zeichen", place, message, "Löschen Sie die Stelle und tippen Sie den Text neu."
        )
