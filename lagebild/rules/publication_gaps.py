"""What only the publisher can say: who is responsible, how to reach them, what the law asks for.

With `veroeffentlichung: {luecken: fehler}` a gap stops the publication; otherwise the page shows it plainly
and the gap is a notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error, notice

RULE = "luecke-herausgeber"


def check(report: Report) -> Iterator[Problem]:
    """Details of the publisher that are missing."""
    site = report.site
    details = (
        ("herausgeber", "wer die Seite herausgibt", site.publisher),
        ("kontakt", "wie die Redaktion zu erreichen ist", site.contact),
        ("impressum", "das Impressum", site.imprint),
        ("datenschutz", "die Angaben zum Datenschutz", site.privacy),
        ("barrierefreiheit", "die Erklärung zur Barrierefreiheit", site.accessibility),
    )
    kind = error if site.publication.gaps == "fehler" else notice
    for key, what, facts in details:
        if not any(text.strip() for _, text in facts):
            verb = "fehlen" if what.startswith("die Angaben") else "fehlt"
            message = (
                f"In seite.yaml {verb} {what}."
                if not what.startswith("w")
                else f"In seite.yaml fehlt die Angabe, {what}."
            )
            yield kind(
                RULE,
                site.origin.at(key),
                message,
                f"Ergänzen Sie {key}: …; bis dahin zeigt die Seite hier eine Lücke.",
            )
