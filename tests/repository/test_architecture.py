"""The house stands on its lower floors: imports point downward only, and siblings do not know each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = (
    {"lagebild.model"},
    {"lagebild.problems"},
    {"lagebild.statistics"},
    {"lagebild.findings"},
    {"lagebild.wording"},
    {"lagebild.assessment"},
    {"lagebild.assessed"},
    {"lagebild.load", "lagebild.rules", "lagebild.charts", "lagebild.history"},
    {"lagebild.inspection"},
    {"lagebild.review"},
    {"lagebild.theme"},
    {"lagebild.pages", "lagebild.exports"},
    {"lagebild.intake"},
    {"lagebild.site", "lagebild.delivery"},
    {"hooks", "scripts"},
)
FLOOR = {name: height for height, names in enumerate(FLOORS) for name in names}
FILES = sorted(path for folder in ("lagebild", "hooks", "scripts") for path in (ROOT / folder).rglob("*.py"))


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module(path) for path in FILES}


def part(name: str) -> str:
    """The part of the house that a module belongs to."""
    names = name.split(".")
    return ".".join(names[:2]) if names[0] == "lagebild" else names[0]


def imported(path: Path) -> Iterator[str]:
    """Every module of this project that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


@pytest.mark.parametrize("path", FILES, ids=module)
def test_imports_point_downward(path: Path) -> None:
    own = part(module(path))
    for name in imported(path):
        if name.startswith(("lagebild.", "hooks", "scripts")) and part(name) != own:
            assert FLOOR[part(name)] < FLOOR[own], f"{module(path)} imports {name}"


def siblings(path: Path) -> Iterator[str]:
    """Public files beside a file that it imports; what is private or a folder is there to be shared."""
    folder = path.parent
    names = {module(other): other for other in folder.glob("[!_]*.py") if other != path}
    yield from (name for name in imported(path) if name in names)


FOUNDATIONS = {
    "lagebild.charts.style": "how every chart looks",
    "lagebild.pages.page": "what a page is",
    "lagebild.assessment.figures.series": "what every finding is about",
    "lagebild.assessment.figures.trend": "whether a target's way can be told from chance",
    "lagebild.exports.board_json": "one board, of which there are many",
    "lagebild.exports.measures_json": "the register, written in three formats",
    "lagebild.exports.yaml_text": "how published YAML is written",
}
"""Public files that a folder's members build on, because others outside need them too."""


def listed() -> Iterator[Path]:
    """The files of folders that list their members: one rule, chart, page, export each."""
    for folder in ("rules", "charts", "pages", "exports", "assessment", "statistics", "history"):
        yield from sorted((ROOT / "lagebild" / folder).rglob("[!_]*.py"))


@pytest.mark.parametrize("path", listed(), ids=module)
def test_members_of_a_folder_do_not_import_each_other(path: Path) -> None:
    found = set(siblings(path)) - set(FOUNDATIONS)
    assert not found, f"{module(path)} imports its siblings {found}"


def test_every_part_of_the_house_has_its_floor() -> None:
    assert {part(name) for name in MODULES} - {"lagebild"} <= set(FLOOR)


@pytest.mark.parametrize(
    ("library", "parts"),
    [
        ("mkdocs", {"hooks"}),
        ("frictionless", {"lagebild.load"}),
        ("yaml", {"lagebild.load", "lagebild.exports"}),
        ("altair", {"lagebild.charts"}),
        ("vl_convert", {"lagebild.charts"}),
        ("jinja2", {"lagebild.pages"}),
    ],
)
def test_a_library_is_known_where_it_belongs(library: str, parts: set[str]) -> None:
    users = {part(module(path)) for path in FILES for name in imported(path) if name.split(".")[0] == library}
    assert users <= parts
