"""Loading: from bytes to a `Report`. The only code that reads the planner's files.

A data package is a mapping of path to bytes; a folder and a git commit both give one (`files`). `encoding`
makes text of bytes, `yaml_events` and `tables` make data of text, `nouns` and `rows` make nouns of data,
`report` puts the nouns together. `layout` says which file holds what. Every fault on the way is a `Problem`
in German with its place; none raises. `catalogue` and `schemas` write what others read: the Frictionless
catalogue and the JSON Schemas. `second_opinion` asks frictionless; it is imported by name where it is wanted,
because frictionless is slow to start.
"""

from lagebild.load.build_day import NoBuildDayError, build_day, head_commit
from lagebild.load.files import CannotReadError, Files, read_commit, read_folder
from lagebild.load.report import Loaded, load_report

__all__ = [
    "CannotReadError",
    "Files",
    "Loaded",
    "NoBuildDayError",
    "build_day",
    "head_commit",
    "load_report",
    "read_commit",
    "read_folder",
]
