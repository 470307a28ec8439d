"""What is published beside the pages, for programs and spreadsheets.

An export offers `files(assessed)`, an iterator of (path below the site's root, bytes). The same data gives the
same bytes: no clock, no unordered set, no file time. Nothing internal leaves the repository here.

- `figures`: an indicator's figures as CSV, as CSV for German Excel, as a workbook
- `measures`: the register of measures as JSON, CSV and workbook
- `boards`: the board of each day as JSON
- `package`: the whole data package as a zip archive
- `schemas`: JSON Schemas of the planner's files
- `index_json`: the entrance for machines

To add an export, add a file and its line here.
"""

from lagebild.exports import boards, figures, index_json, measures, package, schemas

EXPORTS = (figures, measures, boards, package, schemas, index_json)

__all__ = ["EXPORTS", "boards", "figures", "index_json", "measures", "package", "schemas"]
