"""What is published beside the pages, for programs and spreadsheets.

An export offers `files(assessed)`, an iterator of (path below the site's root, bytes). The same data gives
the same bytes: no clock, no unordered set, no file time. Nothing internal leaves the repository here.

- `figures`: an indicator's figures as CSV, as CSV for German Excel, as a workbook
- `indicator_json`: the same with everything that is computed and said about them
- `measures`: the register of measures as JSON, CSV and workbook
- `boards`: the board of each day as JSON
- `package`: the whole data package as a zip archive
- `schemas`: JSON Schemas of the planner's files and of the published results
- `index_json`: the entrance for machines
- `templates`: workbooks to fill in, for each indicator and for the register of measures
- `feed`: what was reported, replaced and published last, as an Atom feed
- `interactive`: the charts that readers can move

Some are slow to make: these also take a cache, and keep there what they make under the hash of what it is
made of.

To add an export, add a file and its line here.
"""

from lagebild.exports import (
    boards,
    feed,
    figures,
    index_json,
    indicator_json,
    interactive,
    measures,
    package,
    schemas,
    templates,
)

EXPORTS = (
    figures,
    indicator_json,
    measures,
    boards,
    package,
    schemas,
    index_json,
    templates,
    feed,
    interactive,
)
REMEMBERED = (figures, templates, interactive)
"""Those that take a cache."""

__all__ = [
    "EXPORTS",
    "REMEMBERED",
    "boards",
    "feed",
    "figures",
    "index_json",
    "indicator_json",
    "interactive",
    "measures",
    "package",
    "schemas",
    "templates",
]
