"""A later entry with an earlier phase tells why.

After a shelving or an end, a proposal or preparation opens a new round, and so does `neue_runde: ja`: that is
no step back.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.assessment.measure import steps_on
from lagebild.assessment.record.status import CLOSED_PHASES, EARLY_PHASES, PHASES
from lagebild.model import Report
from lagebild.problems import Problem, warning

RULE = "phase-zurueck"

_RANKS = {
    "vorgeschlagen": 0,
    "vorbereitet": 1,
    "in-umsetzung": 2,
    "ruht": 2,
    "abgeschlossen": 3,
    "beendet": 3,
}


def check(report: Report) -> Iterator[Problem]:
    """Entries whose status lies before the phase that the measure had reached, without a reason."""
    for measure in report.measures.values():
        phase, shelved = None, False
        for step in steps_on(measure, report.day):
            entry = step.entry
            new = PHASES[entry.status]
            reopened = entry.new_round or ((shelved or phase == "beendet") and new in EARLY_PHASES)
            if phase and new and _RANKS[new] < _RANKS[phase] and not entry.reason and not reopened:
                yield warning(
                    RULE,
                    entry.origin.at("status"),
                    f"Eintrag {entry.number} meldet „{entry.status}“, "
                    f"obwohl die Maßnahme schon {_WORDS[phase]}.",
                    "Nennen Sie den Grund, zum Beispiel grund: Planung der zweiten Stufe"
                    + (
                        "; beginnt sie von vorn, ergänzen Sie neue_runde: ja."
                        if phase in CLOSED_PHASES
                        else "."
                    ),
                    entry.status,
                )
            phase, shelved = step.phase, step.shelved


_WORDS = {
    "vorgeschlagen": "vorgeschlagen war",
    "vorbereitet": "vorbereitet wurde",
    "in-umsetzung": "in Umsetzung war",
    "ruht": "begonnen hatte und ruhte",
    "abgeschlossen": "abgeschlossen war",
    "beendet": "beendet war",
}
