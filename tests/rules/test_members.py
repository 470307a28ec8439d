"""No rule is left out of the list, and each has an id of its own."""

from __future__ import annotations

from pathlib import Path

from lagebild import rules


def test_every_file_of_the_folder_is_listed() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("[!_]*.py")}
    assert {rule.__name__.rpartition(".")[2] for rule in rules.RULES} == files  # type: ignore[attr-defined]


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.RULE for rule in rules.RULES]
    assert len(ids) == len(set(ids))
