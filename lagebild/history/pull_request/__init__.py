"""The report on a proposal: one German page that says what it means, before anything is public.

Wrong things come first, then what looks odd, which figures change from what to what, what the site says
differently because of it, definitions, and where to look. Long lists are cut with a count where the page must
fit a comment; the JSON holds everything.

- `Proposal`: what there is to say
- `as_markdown`, `as_json`: the two forms in which it is said
"""

from lagebild.history.pull_request._json import as_json
from lagebild.history.pull_request._page import as_markdown
from lagebild.history.pull_request._proposal import Proposal

__all__ = ["Proposal", "as_json", "as_markdown"]
