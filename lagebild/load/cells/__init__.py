"""One cell of a German spreadsheet: what it means, how it is written properly, and what was odd about it.

Pure functions. What is unambiguous is read, and the `Cell` carries the canonical text as a ready patch; what
is ambiguous or destroyed (`1.234`, `Jan 17`, `1,2E+05`) is refused with the reason. A form that the stock
`frictionless validate` would refuse is an error even where its meaning is plain; other untidy forms are
warnings. `cell` says what a reading is; the other modules read one kind of cell each.
"""

from lagebild.load.cells.cell import Cell, Note, Signs
from lagebild.load.cells.numbers import read_number
from lagebild.load.cells.periods import read_day, read_period
from lagebild.load.cells.signs import STANDARD_SIGNS, read_signs
from lagebild.load.cells.text import read_id, read_text

__all__ = [
    "STANDARD_SIGNS",
    "Cell",
    "Note",
    "Signs",
    "read_day",
    "read_id",
    "read_number",
    "read_period",
    "read_signs",
    "read_text",
]
