"""A decision whose paper (Vorlage) is cited stands in the list of decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagebild.model import Noun, Report
from lagebild.problems import Problem, did_you_mean, warning

RULE = "vorlage-unbekannt"

# Numbers of council papers differ from town to town: a number, perhaps the body, the year.
_NUMBER = r"(?:[A-ZÄÖÜ]{1,5}[-/ ])?[0-9]{1,5}(?:[-/ ]?[A-Za-zÄÖÜäöü]{1,5})?[-/][0-9]{1,5}"
_CITED = re.compile(rf"\b(?:[\w-]*[Vv]orlage|Drucksache)(?:nnummer)?(?: Nr\.?)?:? ({_NUMBER})\b")


def check(report: Report) -> Iterator[Problem]:
    """Papers named as decided, in events and in the texts of measures, that no decision lists."""
    if "data/strategie/beschluesse.yaml" in report.unread:
        return
    listed = {
        _plain(decision.paper): decision.paper for decision in report.decisions.values() if decision.paper
    }
    for noun, key, paper in _cited(report):
        if _plain(paper) not in listed:
            near = did_you_mean(paper, [one for one in listed.values() if one]) if listed else ""
            yield warning(
                RULE,
                noun.origin.at(key),
                f"Die Vorlage {paper} steht nicht in der Liste der Beschlüsse.",
                f"{near} Sonst ergänzen Sie sie in data/strategie/beschluesse.yaml.".strip(),
                paper,
            )


def _plain(paper: str | None) -> str:
    return re.sub(r"[^0-9a-z]", "", (paper or "").lower())


def _cited(report: Report) -> Iterator[tuple[Noun, str, str]]:
    for event in report.events.values():
        if event.paper and event.kind == "beschluss":
            yield event, "vorlage", event.paper
    for measure in report.measures.values():
        for entry in measure.history:
            if entry.status == "beschlossen":
                for key, text in (("text", entry.text), ("wortlaut", entry.wording)):
                    yield from ((entry, key, found) for found in _CITED.findall(text or ""))
