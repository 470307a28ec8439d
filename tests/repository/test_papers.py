"""README, decisions, changelog and the files that a forge reads say what is so."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from lagebild.model import MEASURE_KINDS, STATUSES, STRATEGY_TIES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs/ueber/entscheidungen").glob("[0-9]*.md"))
FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", README, re.MULTILINE))
def test_the_commands_of_the_readme_exist(target: str) -> None:
    assert re.search(rf"^{target}:.*##", MAKEFILE, re.MULTILINE)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in README
    assert "make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("*.py")), ids=lambda path: path.name)
def test_every_script_is_documented(script: Path) -> None:
    assert f"scripts/{script.name}" in README


PATHS = re.findall(r"`((?:data|docs|lagebild|hooks|scripts|\.github)/[\w./-]*)", README)


@pytest.mark.parametrize("path", sorted(set(PATHS)))
def test_the_readme_names_paths_that_exist(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?:|#)([^)#]+)", README))
def test_links_of_the_readme_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_links_of_contributing_lead_somewhere() -> None:
    text = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert links
    assert [link for link in links if not (ROOT / ".github" / link).exists()] == []


def test_decisions_are_numbered_without_gaps() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_complete_and_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)", text, re.MULTILINE)
    assert text.startswith(f"# {path.name[:4]} ")
    assert headings == ["Lage", "Entscheidung", "Folgen", "Was sie ändern würde"]
    assert len(text.split()) <= 450


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_is_in_the_list(path: Path) -> None:
    assert f"({path.name})" in (path.parent / "index.md").read_text(encoding="utf-8")


def test_the_changelog_begins_with_what_is_not_released() -> None:
    headings = re.findall(r"^## (.*)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", heading) for heading in headings[1:])
    assert all(date.fromisoformat(heading[-10:]) for heading in headings[1:])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_complete(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    ids = [element["id"] for element in form["body"] if element["type"] != "markdown"]
    assert {"name", "description", "title", "body"} <= set(form)
    assert len(ids) == len(set(ids))
    assert any(element.get("validations", {}).get("required") for element in form["body"])
    assert form["body"][-1]["attributes"]["options"][0]["required"] is True


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_links_of_a_form_lead_to_the_handbook(path: Path) -> None:
    links = re.findall(r"\]\(\.\./blob/main/([^)#]+)", path.read_text(encoding="utf-8"))
    assert links
    assert all((ROOT / link).exists() for link in links)


CHOICES = [
    ("neuer-stand", "status", STATUSES),
    ("neue-massnahme", "status", STATUSES),
    ("neue-massnahme", "typ", MEASURE_KINDS),
    ("neue-massnahme", "bezug", STRATEGY_TIES),
]


@pytest.mark.parametrize(("form", "field", "allowed"), CHOICES)
def test_a_form_offers_what_the_data_allows(form: str, field: str, allowed: tuple[str, ...]) -> None:
    body = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{form}.yml").read_text(encoding="utf-8"))["body"]
    options = next(element["attributes"]["options"] for element in body if element.get("id") == field)
    assert tuple(options) == allowed


def test_codeowners_has_a_pattern_and_an_owner_in_each_line() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"#.*|\S+( +@[\w/-]+)+|", line) for line in lines)


def test_publiccode_holds_what_the_standard_demands_and_nothing_invented() -> None:
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert said["publiccodeYmlVersion"] == "0.4"
    assert said["legal"]["license"] == "MIT"
    assert {"name", "platforms", "categories", "developmentStatus", "softwareType"} <= set(said)
    assert said["maintenance"]["type"] in ("internal", "contract", "community", "none")
    assert {"localisationReady", "availableLanguages"} <= set(said["localisation"])
    assert "example" not in str(said)
    for text in said["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


def test_pre_commit_fetches_nothing() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repository in config["repos"] for hook in repository["hooks"]]
    assert {repository["repo"] for repository in config["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
