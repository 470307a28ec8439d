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
        ("herausgeber", "fehlt die Angabe, wer die Seite herausgibt", site.publisher),
        ("kontakt", "fehlt die Angabe, wie die Redaktion zu erreichen ist", site.contact),
        ("impressum", "fehlt das Impressum", site.imprint),
        ("datenschutz", "fehlen die Angaben zum Datenschutz", site.privacy),
        ("barrierefreiheit", "fehlt die Erklärung zur Barrierefreiheit", site.accessibility),
    )
    stops = site.publication.gaps == "fehler"
    until = "bis dahin erscheint die Seite nicht." if stops else "bis dahin zeigt die Seite hier eine Lücke."
    for key, lacking, facts in details:
        if not any(text.strip() for _, text in facts):
            kind = error if stops else notice
            yield kind(
                RULE, site.origin.at(key), f"In seite.yaml {lacking}.", f"Ergänzen Sie {key}: …; {until}"
            )
