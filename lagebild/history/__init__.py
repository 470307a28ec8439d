"""History: what changed between two Reports, and what may not change.

Both Reports are loaded the same way, from a folder or from a commit. One comparison yields everything by key;
the check for append-only histories, the page of changes, the feed and the report on a proposal use nothing
else.

- `compare`: the one comparison of two Reports; `Comparison` and its parts hold what it finds
- `append_only`: problems where reported history was changed, or figures without a reason
- `oddities`: warnings about changes of figures that look like a slip
- `changes`: a comparison in German lines, most important first
- `pull_request`: the report on a proposal
- `forge_text`: text from data that stays text in the Markdown of a forge
"""

from lagebild.history import append_only, changes, forge_text, oddities, pull_request
from lagebild.history._comparison import (
    Comparison,
    CountChange,
    EntryChange,
    FieldChange,
    FigureChange,
    FindingChange,
    MeasureChange,
    NounChange,
    SentenceChange,
    StateChange,
)
from lagebild.history.compare import compare

__all__ = [
    "Comparison",
    "CountChange",
    "EntryChange",
    "FieldChange",
    "FigureChange",
    "FindingChange",
    "MeasureChange",
    "NounChange",
    "SentenceChange",
    "StateChange",
    "append_only",
    "changes",
    "compare",
    "forge_text",
    "oddities",
    "pull_request",
]
