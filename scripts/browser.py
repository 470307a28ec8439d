"""Find the Chromium that tests drive; with --install, fetch it from the distribution's packages."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Path of a system Chromium, from CHROMIUM or the search path."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Install the distribution's Chromium; as another user than root through sudo."""
    if not shutil.which("apt-get"):
        sys.exit("Tests need Chromium: install it, or name its path in the variable CHROMIUM.")
    root = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run([*root, "apt-get", "update", "-qq"], check=True)
    subprocess.run(
        [*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=True
    )


def main() -> None:
    """Print the path of the browser, installing it first where asked and needed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true")
    if parser.parse_args().install and not find():
        install()
    path = find()
    if path is None:
        sys.exit("No Chromium found.")
    print(path)


if __name__ == "__main__":
    main()
