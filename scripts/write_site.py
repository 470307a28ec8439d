"""Write every generated page and download into a folder, for any other generator."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from lagebild import site
from lagebild.charts import render
from lagebild.inspection import inspect
from lagebild.load import CannotReadError, NoBuildDayError, build_day, head_commit, published, read_folder
from lagebild.problems import as_text

CANNOT_RUN = 2
# With the program, not with the data: a data package may be read-only.
CACHE = Path(__file__).parent.parent / ".cache" / "charts"


def main() -> None:
    """Check, then write; exit 1 when the data has errors, 2 when nothing could be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", default=".", type=Path)
    arguments = parser.parse_args()
    root = arguments.root.resolve()
    try:
        day = build_day(root, Path(__file__).parent)
        inspected = inspect(read_folder(root), day=day, commit=head_commit(root))
    except (CannotReadError, NoBuildDayError) as fault:
        print(fault, file=sys.stderr)
        sys.exit(CANNOT_RUN)
    if inspected.report is None or inspected.stops_publication:
        print(as_text(inspected.problems), file=sys.stderr)
        sys.exit(1)
    cache = render.FolderCache(CACHE)
    workers = os.cpu_count() or 1
    earlier = published(root, inspected.report.releases)
    for file in site.files(
        inspected.report, cache, workers=workers, problems=inspected.problems, published=earlier
    ):
        target = arguments.folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)


if __name__ == "__main__":
    main()
