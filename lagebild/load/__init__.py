"""Loading: from bytes to a `Report`. The only code that reads the planner's files.

A data package is a mapping of path to bytes; a folder and a git commit both give one (`files`). Every fault
on the way is a `Problem` in German with its place; none raises. The modules stand in layers, each using only
those named before it:

- `layout` says which file holds what, `encoding` makes text of bytes;
- `cells` reads one cell, `headers` and `tables` read a CSV file, `reading` and `rows` make nouns of its rows;
- `yaml_messages`, `yaml_document` and `yaml_events` read a YAML file, `noun_keys`, `noun_messages`,
  `noun_places` and `nouns` make nouns of its data; `boundaries` reads GeoJSON;
- `table_schemas` and `catalogue` write the Frictionless catalogue, `schemas` the JSON Schemas;
- `inventory`, `package`, `secrecy`, `noun_files`, `table_files` and `report` put a whole package together;
- `second_opinion` asks frictionless. It is imported by name where it is wanted, because frictionless is slow
  to start;
- `build_day` knows which day it is.
"""

from lagebild.load.build_day import NoBuildDayError, build_day, head_commit
from lagebild.load.files import CannotReadError, Files, read_commit, read_folder
from lagebild.load.published import published
from lagebild.load.report import Loaded, load_report

__all__ = [
    "CannotReadError",
    "Files",
    "Loaded",
    "NoBuildDayError",
    "build_day",
    "head_commit",
    "load_report",
    "published",
    "read_commit",
    "read_folder",
]
