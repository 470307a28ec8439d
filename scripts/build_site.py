"""Build the site beside the published folder and swap at the end: a failure leaves the old one whole."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path


def swap(new: Path, published: Path) -> None:
    """Put the new folder in place of the published one."""
    old = published.with_name(f".{published.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if published.exists():
        published.rename(old)
    new.rename(published)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    """Run the strict build; exit with its status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="site", type=Path)
    parser.add_argument("--config", default="mkdocs.yml")
    arguments = parser.parse_args()
    published = arguments.folder.resolve()
    new = published.with_name(f".{published.name}-new")
    shutil.rmtree(new, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", arguments.config]
    result = subprocess.run([*command, "--site-dir", str(new)], check=False)
    if result.returncode:
        shutil.rmtree(new, ignore_errors=True)
        sys.exit(result.returncode)
    swap(new, published)


if __name__ == "__main__":
    main()
