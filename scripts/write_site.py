"""Write every generated page and download into a folder, for any other generator."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from lagebild import site
from lagebild.charts import render
from lagebild.inspection import inspect
from lagebild.load import build_day, head_commit, read_folder
from lagebild.problems import as_text


def main() -> None:
    """Check, then write; exit 1 when the data has errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", default=".", type=Path)
    arguments = parser.parse_args()
    root = arguments.root.resolve()
    inspected = inspect(read_folder(root), day=build_day(root), commit=head_commit(root))
    if inspected.report is None or inspected.stops_publication:
        print(as_text(inspected.problems), file=sys.stderr)
        sys.exit(1)
    cache = render.FolderCache(root / ".cache" / "charts")
    for file in site.files(inspected.report, cache, workers=os.cpu_count() or 1):
        target = arguments.folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)


if __name__ == "__main__":
    main()
