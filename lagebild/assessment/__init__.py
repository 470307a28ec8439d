"""Assessment: what follows from the data, computed and never typed.

A member answers one kind of question about a Report, as a pure function of it and of a day; its answers are
the frozen values of `lagebild.findings` or its own. It says what holds, not how it is worded or shown.

About figures:

- `indicators`: everything that is said about one indicator; `figures` holds its single questions

About measures:

- `measure`: where a measure stands on a day, and its history entry by entry; `record` holds its single
  questions
- `board`: all measures on a day, and how their number came about
- `responsibility`: who was responsible from when to when
- `evidence`: of which kind the evidence is, and how much of a history has any
- `network`: who works on what with whom, since when

To add a question, add a file and its line here.
"""

from lagebild.assessment import board, evidence, figures, indicators, measure, network, record, responsibility

__all__ = ["board", "evidence", "figures", "indicators", "measure", "network", "record", "responsibility"]
