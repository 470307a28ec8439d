"""The pages of the site: one kind of page per file, its template beside it.

A kind of page offers `pages(assessed)`, an iterator of finished `Page`s: it builds one frozen view and fills
its template. Templates hold markup only; words with numbers come from `lagebild.wording`, drawings from
`lagebild.charts`. Components that several pages share are macros in `_*.jinja`.

Figures: `indicator`.
Measures and strategy: `measure`, `register`, `fields`, `strategy`, `board`, `decisions`, `conflicts`,
`contradictions`, `actors`.
The start page, data, legal pages, changes: `start`.

To add a kind of page, add a file and its line here.
"""

from lagebild.pages import (
    actors,
    board,
    conflicts,
    contradictions,
    decisions,
    fields,
    indicator,
    measure,
    register,
    start,
    strategy,
)

PAGES = (
    indicator, measure, register, fields, strategy, board, decisions, conflicts, contradictions, actors,
    start,
)  # fmt: skip

__all__ = [
    "PAGES", "actors", "board", "conflicts", "contradictions", "decisions", "fields", "indicator",
    "measure", "register", "start", "strategy",
]  # fmt: skip
