"""Every page of both sites is valid HTML, as the Nu Html Checker judges it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

# The theme keeps its menu and search in hidden checkboxes, and forbids Firefox to remember across a reload
# that they were open. The checker allows the attribute on fields that take text only.
THEMES_OWN = ("Attribute “autocomplete” is only allowed when the input type is",)


def checked(folder: Path) -> list[str]:
    """Every error of every page below a folder. Without the checker this fails: `make audit` fetches it."""
    java, jar = shutil.which("java"), os.environ.get("VNU_JAR", "")
    assert java, "The HTML checker needs Java."
    assert Path(jar).is_file(), "No HTML checker: run `make audit`, or name its file in VNU_JAR."
    options = ["--errors-only", "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"]
    command = [java, "-Xss8m", "-jar", jar, *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)["messages"]
    return [
        f"{m.get('url', '')}:{m.get('lastLine', '')} {m['message']} {m.get('extract', '')}" for m in found
    ]


@pytest.mark.parametrize("name", ["real_site", "sample_site"])
def test_every_page_is_valid_html(name: str, request: pytest.FixtureRequest) -> None:
    found = checked(request.getfixturevalue(name))

    assert [message for message in found if not any(own in message for own in THEMES_OWN)] == []


def test_the_checker_would_tell(tmp_path: Path) -> None:
    (tmp_path / "kaputt.html").write_text("<!doctype html><title>x</title><p><div></p>", encoding="utf-8")

    assert checked(tmp_path)
