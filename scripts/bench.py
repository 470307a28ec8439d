"""How long the steps take, as ratios within one run: they hold on any machine, seconds do not.

Each time is the median of a few runs. Nothing here passes or fails; read it before and after a change.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from lagebild import inspection, load, site
from lagebild.assessed import assess
from lagebild.charts import render

ROOT = Path(__file__).resolve().parent.parent
# The finished pages, built by MkDocs and its theme alone: what no generator of ours can beat.
BARE = """site_name: Vergleich
theme: {name: material, language: de, font: false, features: [navigation.tabs]}
plugins: [search]
validation: {nav: {omitted_files: ignore}, links: {not_found: ignore, unrecognized_links: ignore}}
nav: [index.md]
"""


def median(step: Callable[[], object], runs: int) -> float:
    """Seconds that a step takes."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def read_plainly(content: Mapping[str, bytes]) -> int:
    """Every table through Python's own reader and nothing else."""
    tables = (raw.decode("utf-8-sig") for path, raw in content.items() if path.endswith(".csv"))
    return sum(1 for text in tables for _ in csv.reader(io.StringIO(text), delimiter=";"))


def replicated(files: load.Files, times: int) -> load.Files:
    """The package with every fourth indicator, each under several ids, and no other."""
    indicators = sorted({m[1] for p in files.content if (m := _INDICATOR.match(p))})[::4]
    content = {p: raw for p, raw in files.content.items() if not _INDICATOR.match(p)}
    for path, raw in files.content.items():
        if (found := _INDICATOR.match(path)) and found[1] in indicators:
            for copy in range(times):
                content[path.replace(f"/{found[1]}/", f"/{found[1]}-{copy}-kopie/")] = raw
    return replace(files, content=content)


_INDICATOR = re.compile(r"data/indikatoren/([^/]+)/")


def growth(files: load.Files, day: date) -> None:
    """Time per figure for ever more figures: equal where the work grows with the data and no faster."""
    base = 0.0
    for times, runs in ((1, 3), (4, 3), (16, 1)):
        more = replicated(files, times)
        report = load.load_report(more.content, day=day).report
        assert report is not None, "the copies do not load"
        figures = sum(map(len, report.figures.values()))

        def work(more: load.Files = more) -> None:
            inspected = inspection.inspect(more, day=day)
            assert inspected.report is not None
            assess(inspected.report, inspected.problems)

        per_thousand = median(work, runs) / figures * 1000
        base = base or per_thousand
        print(f"  {times:2} × ({figures:6} figures): {per_thousand / base:5.2f} × the time per figure of 1 ×")


def build(config: Path, folder: Path) -> None:
    """A whole build by MkDocs in a process of its own."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(folder)]
    subprocess.run(command, check=True, env=environment, cwd=config.parent)


def whole_builds(files: tuple[site.SiteFile, ...], runs: int) -> None:
    """Our build beside MkDocs' own build of the same finished pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mkdocs.yml").write_text(BARE, encoding="utf-8")
        for file in files:
            target = folder / "docs" / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)
        ours = median(lambda: build(ROOT / "mkdocs.yml", folder / "ours"), runs)
        theirs = median(lambda: build(folder / "mkdocs.yml", folder / "theirs"), runs)
    print(f"whole build ÷ MkDocs' build of its pages: {ours / theirs:.2f} ({ours:.1f} s, {theirs:.1f} s)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    files, day = load.read_folder(ROOT), load.build_day(ROOT)
    inspected = inspection.inspect(files, day=day)
    assert inspected.report is not None
    report, workers = inspected.report, os.cpu_count() or 1

    plain = median(lambda: read_plainly(files.content), runs)
    checked = median(lambda: inspection.inspect(files, day=day), runs)
    print(f"load and check ÷ reading the same tables plainly: {checked / plain:.1f} ({checked:.2f} s)")

    with tempfile.TemporaryDirectory() as name:
        cache = render.FolderCache(Path(name))
        cold = median(lambda: site.files(report, cache, workers=workers, problems=inspected.problems), 1)
        warm = median(lambda: site.files(report, cache, workers=workers, problems=inspected.problems), runs)
        made = site.files(report, cache, workers=workers, problems=inspected.problems)
    print(f"all files again ÷ with an empty cache: {warm / cold:.2f} ({warm:.1f} s, {cold:.1f} s)")

    whole_builds(made, runs)
    print("time per figure, loading, checking and assessing a growing package:")
    growth(files, day)
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
