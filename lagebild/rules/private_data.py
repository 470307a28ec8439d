"""Public texts name offices, never how to reach a person at home: no addresses of mail, no telephone numbers.

Contacts of the publisher stand in `seite.yaml`. What is `intern` appears nowhere, but a public repository
shows it all the same.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from itertools import chain

from lagebild.model import Noun, Report
from lagebild.problems import Problem, warning

RULE = "personenbezug"

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# With a country or area code and a separator; dates, amounts and numbers of papers have another form.
_TELEPHONE = re.compile(
    r"(?<![\w/.-])"
    r"(?:\+49[ \d()/-]{7,}\d|(?!0\d{3}[/-](?:19|20)\d\d\b)0\d{2,4} ?[/ –-] ?\d{3,}(?:[ -]?\d{2,})*)"
    r"(?!\w|[/.-]\d)"
)


def check(report: Report) -> Iterator[Problem]:
    """Texts of measures, actors, events and recommendations that hold one."""
    for noun in _nouns(report):
        for field in dataclasses.fields(noun):
            text = getattr(noun, field.name)
            if not isinstance(text, str) or "alias" not in field.metadata:
                continue
            for pattern, what in ((_MAIL, "eine E-Mail-Adresse"), (_TELEPHONE, "eine Telefonnummer")):
                if pattern.search(text):
                    yield warning(
                        RULE,
                        noun.origin.at(field.metadata["alias"]),
                        f"Der Text enthält {what}.",
                        "Nennen Sie die Stelle statt einer Person; Kontakte "
                        "der Redaktion gehören in seite.yaml.",
                    )


def _nouns(report: Report) -> Iterator[Noun]:
    for measure in report.measures.values():
        yield measure
        yield from measure.history
        yield from measure.funding
    yield from chain(
        report.actors.values(),
        report.events.values(),
        report.recommendations.values(),
        report.decisions.values(),
    )
