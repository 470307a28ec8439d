"""What the publisher states in `seite.yaml`, and what is still missing there.

The law asks for details that only the publisher knows. What is stated is shown; each gap stands in its place
with the key that fills it, so that nobody takes an empty page for a complete one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PLAIN = "text"
"""The key under which a plain text stands that is no mapping."""
_MAIL_KEYS = ("e-mail", "email", "mail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One detail that the publisher states under a key."""

    key: str
    title: str
    why: str
    """What asks for it, or when it is needed."""
    optional: bool = False
    """Needed in some cases only; its absence is no gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One stated detail."""

    name: str
    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One detail that is missing."""

    name: str
    key: str
    """Where it is entered: `impressum: anschrift`."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Everything that is known under one key of `seite.yaml`, and what is not."""

    text: str
    """A plain text instead of single details; what it lacks cannot be told."""
    facts: tuple[Fact, ...]
    gaps: tuple[Gap, ...]


def stated(section: str, facts: Sequence[tuple[str, str]], wanted: Sequence[Wanted]) -> Stated:
    """Facts and gaps of a section; details that nobody asked for follow the others under their own key."""
    known = {key: text.strip() for key, text in facts if text.strip()}
    text = known.pop(PLAIN, "")
    titles = {one.key: one.title for one in wanted}
    order = [*(k for k in titles if k in known), *(k for k in known if k not in titles)]
    return Stated(
        text=text,
        facts=tuple(fact(titles.get(key, _title(key)), key, known[key]) for key in order),
        gaps=() if text else tuple(_gaps(section, known, wanted)),
    )


def fact(name: str, key: str, text: str) -> Fact:
    """A detail with its link where it is an address."""
    if key.lower() in _MAIL_KEYS and "@" in text:
        return Fact(name=name, text=text, url=f"mailto:{text}")
    return Fact(name=name, text=text, url=text if text.startswith("https://") else None)


def _gaps(section: str, known: Iterable[str], wanted: Sequence[Wanted]) -> list[Gap]:
    missing = [one for one in wanted if one.key not in known and not one.optional]
    return [Gap(name=one.title, key=f"{section}: {one.key}", why=one.why) for one in missing]


def _title(key: str) -> str:
    words = key.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]
