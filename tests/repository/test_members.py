"""Every member of a folder stands in its list: what is not listed does not run, and nobody would notice."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "lagebild"
LISTED = ("rules", "charts", "pages", "exports", "assessment", "wording", "history")


def members(folder: Path) -> set[str]:
    files = {path.stem for path in folder.glob("[!_]*.py")}
    return files | {path.name for path in folder.iterdir() if (path / "__init__.py").exists()}


def named(folder: Path) -> set[str]:
    """Every name that the folder's list imports or speaks of."""
    text = (folder / "__init__.py").read_text(encoding="utf-8")
    names: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {alias.name for alias in node.names} | set(node.module.split("."))
    return names | {member for member in members(folder) if f"`{member}`" in text}


def shared(folder: Path) -> set[str]:
    """Members that other files of the folder build on: they run through those."""
    files = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    texts = [path.read_text(encoding="utf-8") for path in files]
    return {one for one in members(folder) if any(f"{folder.name}.{one} import" in text for text in texts)}


@pytest.mark.parametrize("name", LISTED)
def test_every_member_of_a_folder_is_listed(name: str) -> None:
    folder = PACKAGE / name
    assert members(folder) - named(folder) - shared(folder) == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=lambda path: path.parent.name)
def test_every_folder_says_in_prose_what_it_holds(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said
    assert said.endswith((".", ":", "`")) or len(said.split()) >= 8


@pytest.mark.parametrize("path", sorted((PACKAGE / "pages").glob("[!_]*.jinja")), ids=lambda path: path.name)
def test_every_template_of_a_page_is_used(path: Path) -> None:
    sources = [*(PACKAGE / "pages").glob("*.py"), *(PACKAGE / "pages").glob("*.jinja")]
    texts = [source.read_text(encoding="utf-8") for source in sources if source != path]
    # One page of a kind may be chosen by its name: `legal_{which}`.
    chosen = f"{path.name.rpartition('_')[0]}_{{"
    assert any(path.name in text or chosen in text for text in texts)
