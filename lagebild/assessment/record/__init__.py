"""What the history of a measure says, read as the contract reads it: one question per file.

- `events`: the entries in the order of events, corrections in the place of what they correct, and which count
- `status`: status codes and phases in one table; entry by entry, which phase the measure was in
- `schedule`: how a measure stands to its plan dates

Status entries are append-only and dated as precisely as their sources allow; an entry counts once the
interval that its date means has ended. Everything here is a pure function of a measure and a day.
"""

from lagebild.assessment.record import events, schedule, status

__all__ = ["events", "schedule", "status"]
