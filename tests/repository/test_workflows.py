"""Workflows have the least permissions, pinned actions, and never trust what a proposal says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / ".github/workflows"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yml"))}
FLOWS: dict[str, dict[Any, Any]] = {name: yaml.safe_load(text) for name, text in TEXTS.items()}
JOBS = [(f"{name}/{job}", body) for name, flow in FLOWS.items() for job, body in flow["jobs"].items()]
STEPS = [(f"{job}/{n}", step) for job, body in JOBS for n, step in enumerate(body["steps"])]


def events(flow: dict[Any, Any]) -> set[str]:
    """YAML 1.1 reads the key `on` as true."""
    return set(flow[True])


@pytest.mark.parametrize("name", TEXTS)
def test_actions_are_pinned_by_commit_with_their_version_beside(name: str) -> None:
    pinned = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    used = re.findall(r"uses: (.*)", TEXTS[name])
    assert used
    assert [one for one in used if not pinned.fullmatch(one)] == []


def test_one_action_has_one_commit_everywhere() -> None:
    used = {one for text in TEXTS.values() for one in re.findall(r"uses: (.*)", text)}
    assert len(used) == len({one.partition("@")[0] for one in used})


@pytest.mark.parametrize("name", FLOWS)
def test_nothing_is_permitted_unless_a_job_says_so(name: str) -> None:
    assert FLOWS[name]["permissions"] == {}


@pytest.mark.parametrize("name", FLOWS)
def test_runs_do_not_overtake_each_other(name: str) -> None:
    assert FLOWS[name]["concurrency"]["group"]


@pytest.mark.parametrize(("name", "job"), JOBS, ids=[name for name, _ in JOBS])
def test_every_job_has_permissions_and_a_timeout(name: str, job: dict[str, Any]) -> None:
    assert set(job["permissions"].values()) <= {"read", "write"}
    assert 0 < job["timeout-minutes"] <= 45


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[name for name, _ in STEPS])
def test_no_step_puts_foreign_words_into_a_command(name: str, step: dict[str, Any]) -> None:
    assert "${{" not in step.get("run", "")
    assert "${{" not in step.get("with", {}).get("script", "")


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[name for name, _ in STEPS])
def test_a_checkout_leaves_no_credentials(name: str, step: dict[str, Any]) -> None:
    if step.get("uses", "").startswith("actions/checkout@"):
        assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", TEXTS)
def test_no_workflow_runs_a_proposal_with_rights(name: str) -> None:
    assert "pull_request_target" not in events(FLOWS[name])
    assert "secrets." not in TEXTS[name]


def test_code_of_a_proposal_may_only_read() -> None:
    proposals = [flow for flow in FLOWS.values() if "pull_request" in events(flow)]
    permissions = [job["permissions"] for flow in proposals for job in flow["jobs"].values()]
    assert permissions
    assert all(permission == {"contents": "read"} for permission in permissions)


@pytest.mark.parametrize(("name", "job"), JOBS, ids=[name for name, _ in JOBS])
def test_who_may_write_checks_nothing_out(name: str, job: dict[str, Any]) -> None:
    if "write" in job["permissions"].values():
        assert not any("checkout" in step.get("uses", "") or "run" in step for step in job["steps"])


def test_the_site_is_replaced_only_after_it_was_built() -> None:
    deploying = [(name, job) for name, job in JOBS if "id-token" in job["permissions"]]
    assert {name.partition("/")[0] for name, _ in deploying} == {"naechtlich", "veroeffentlichen"}
    assert all(job["needs"] == "bauen" for _, job in deploying)


def test_the_comment_follows_the_check() -> None:
    assert FLOWS["kommentar"][True]["workflow_run"]["workflows"] == [FLOWS["pruefen"]["name"]]
