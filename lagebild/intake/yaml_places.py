"""Adding to a planner's YAML file without touching a letter of what stands there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from lagebild.exports.yaml_text import yaml_text
from lagebild.model import Noun

_QUOTED_NUMBER = re.compile(r"(?m)(: |- )'([0-9]+(?:-[0-9]{2}){0,2}|[0-9]+,[0-9]+)'$")


def typed(nouns: Noun | Sequence[Noun]) -> bytes:
    """A noun, or a list of them, as a planner types it: years and numbers without quotes, since all is
    read as text.
    """
    text = yaml_text(nouns if isinstance(nouns, Noun) else tuple(nouns)).decode()
    return _QUOTED_NUMBER.sub(r"\1\2", text).encode()


def with_entry(content: bytes, noun: Noun) -> bytes:
    """A list file with one more entry at its end."""
    before = content if content.endswith(b"\n") or not content else content + b"\n"
    return before + typed([noun])


def with_history(content: bytes, entries: Sequence[Noun]) -> bytes | None:
    """A measure's file with more entries at the end of its `verlauf`; None where the place is not found."""
    lines = content.decode("utf-8-sig").splitlines(keepends=True)
    start = next((n for n, line in enumerate(lines) if re.match(r"verlauf:\s*(#.*)?$", line)), None)
    first = (
        next((line for line in lines[start + 1 :] if line.lstrip().startswith("- ")), "")
        if start is not None
        else ""
    )
    if start is None or not first:
        return None
    end = next((n for n in range(start + 1, len(lines)) if re.match(r"[^\s#-]", lines[n])), len(lines))
    while end > start and not lines[end - 1].strip():
        end -= 1
    indent = first[: len(first) - len(first.lstrip())]
    text = typed(entries).decode()
    added = "".join(f"{indent}{line}" if line.strip() else line for line in text.splitlines(keepends=True))
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += "\n"
    return ("".join(lines[:end]) + added + "".join(lines[end:])).encode()


def plain_yaml(data: Mapping[str, Any]) -> bytes:
    """Texts, lists and mappings as YAML, so that they are validated as a planner's file would be.

    JSON is YAML with every text in quotes.
    """
    return json.dumps(data, ensure_ascii=False).encode()
