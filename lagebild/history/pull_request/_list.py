"""Lists that are cut with a count, so that nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lagebild.history.forge_text import item


def more(count: int, one: str, many: str) -> Iterator[str]:
    """`… und 23 weitere Zahlen`, where something was cut."""
    if count > 0:
        yield f"… und {count} {one if count == 1 else many}"
        yield ""


def bullets(texts: Sequence[str], most: int | None) -> Iterator[str]:
    """A list of texts from data, at most so many."""
    yield from (f"- {item(text)}" for text in texts[:most])
    if texts:
        yield ""
    yield from more(len(texts) - len(texts[:most]), "weiterer Eintrag", "weitere Einträge")


def section(title: str, lines: Iterable[str], *, level: int = 3) -> Iterator[str]:
    """A heading with what stands under it; nothing where nothing does."""
    found = list(lines)
    if found:
        yield from (f"{'#' * level} {title}", "", *found)
        if found[-1]:
            yield ""
