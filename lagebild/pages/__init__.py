"""The pages of the site: one kind of page per file, its template beside it.

A kind of page offers `pages(assessed)`, an iterator of finished `Page`s: it builds one frozen view and fills
its template. Templates hold markup only; words with numbers come from `lagebild.wording`, drawings from
`lagebild.charts`. Components that several pages share are macros in `_*.jinja`.

Figures: `indicator`, `catalogue`, `territory`, `comparison`, `freshness`, `sources`, `glossary`,
`method_examples`.
Measures and strategy: `measure`, `register`, `fields`, `strategy`, `board`, `decisions`, `conflicts`,
`contradictions`, `actors`.
Start, data, law, changes: `start`, `data`, `validation`, `changes`, `legal`, `contact`.

Below every page stand the doors to the file behind it (`foot`, `hand_written_foot`).

To add a kind of page, add a file and its line here.
"""

from lagebild.pages import (
    actors,
    board,
    catalogue,
    changes,
    comparison,
    conflicts,
    contact,
    contradictions,
    data,
    decisions,
    fields,
    freshness,
    glossary,
    indicator,
    legal,
    measure,
    method_examples,
    register,
    sources,
    start,
    strategy,
    territory,
    validation,
)
from lagebild.pages._doors import foot, hand_written_foot

PAGES = (
    indicator, catalogue, territory, comparison, freshness, sources, glossary, method_examples,
    measure, register, fields, strategy, board, decisions, conflicts, contradictions, actors,
    start, data, validation, changes, legal, contact,
)  # fmt: skip

__all__ = [
    "PAGES", "actors", "board", "catalogue", "changes", "comparison", "conflicts", "contact",
    "contradictions", "data", "decisions", "fields", "foot", "freshness", "glossary", "hand_written_foot",
    "indicator", "legal", "measure", "method_examples", "register", "sources", "start", "strategy",
    "territory", "validation",
]  # fmt: skip
