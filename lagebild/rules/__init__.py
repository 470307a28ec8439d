"""Rules: what must hold in the data, one rule per file.

A rule looks at a whole Report and yields a `Problem` for each thing that is wrong: at its place, with the
wrong value, one German sentence that says what is wrong and one that says what to do, with the right form. It
is a pure function: it changes nothing, prints nothing and stops at nothing, so that all problems show at
once. Errors keep a publication back, warnings ask the planner to look, notices inform. What concerns the form
of a single cell or key is found while loading; rules see what only shows when things are put side by side.

What a broken file defines counts as known (`Report.unread`), and a rule that lacks what it compares stays
silent: one cause gives one message.

To add a rule, add a file with its German id `RULE` and its function `check`, list it here, and prove it with
a faulty sample package under `tests/packages/fehler-…` or `warnung-…`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from lagebild.model import Report
from lagebild.problems import Problem, Severity
from lagebild.rules import (
    cycles,
    date_kind,
    done_without_proof,
    duplicate_id,
    duplicate_row,
    empty_history,
    empty_value,
    entry_numbers,
    entry_order,
    field_done_but_worse,
    funding_sums,
    future_date,
    goal_alone,
    goal_without_text,
    id_form,
    impossible_counts,
    key_instead_of_territory,
    main_series,
    measure_without_field,
    missing_evidence,
    missing_licence,
    official_key_form,
    official_key_overlap,
    official_key_validity,
    on_time_claim,
    out_of_bounds,
    parts_and_total,
    period_kinds,
    phase_going_back,
    private_data,
    publication_gaps,
    rate_and_counts,
    repeated_text,
    responsible_body,
    sign_and_value,
    silent_measure,
    small_counts,
    source_form,
    spans,
    suspicious_value,
    target_form,
    territory_at_time,
    unit_form,
    unknown_id,
    unlisted_decision,
)


class Rule(Protocol):
    """What every file of this folder offers."""

    RULE: str
    """Its id in messages, in German."""

    def check(self, report: Report) -> Iterator[Problem]:
        """Every violation of the rule in a Report."""


RULES: tuple[Rule, ...] = (
    # names and places
    unknown_id,
    id_form,
    duplicate_id,
    cycles,
    spans,
    source_form,
    unit_form,
    official_key_form,
    official_key_overlap,
    official_key_validity,
    key_instead_of_territory,
    territory_at_time,
    # figures
    duplicate_row,
    empty_value,
    sign_and_value,
    period_kinds,
    main_series,
    out_of_bounds,
    impossible_counts,
    rate_and_counts,
    parts_and_total,
    target_form,
    missing_licence,
    small_counts,
    suspicious_value,
    # measures
    empty_history,
    entry_numbers,
    entry_order,
    date_kind,
    future_date,
    missing_evidence,
    # contradictions
    done_without_proof,
    on_time_claim,
    phase_going_back,
    repeated_text,
    silent_measure,
    funding_sums,
    goal_without_text,
    goal_alone,
    measure_without_field,
    field_done_but_worse,
    unlisted_decision,
    responsible_body,
    # publication
    publication_gaps,
    private_data,
)
"""Every rule, in the order in which a reader would look."""


def check(report: Report) -> Iterator[Problem]:
    """What all rules find. A table with secret counts yields nothing else, so that no message repeats one."""
    secret = tables_with_secrets(report)
    for rule in RULES:
        found = [p for p in rule.check(report) if rule is small_counts or p.place.file not in secret]
        yield from _gathered(found)


def tables_with_secrets(report: Report) -> frozenset[str]:
    """Tables whose values no message may repeat until they are repaired."""
    return frozenset(problem.place.file for problem in small_counts.check(report))


# From here on the cells of a column have one cause (a wrong unit, a shifted column) and are one message.
_MANY = 6


def _gathered(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Many errors of a rule in one column of a table as one, at the first cell; all others as they are."""
    columns: dict[tuple[str, str | None], list[Problem]] = defaultdict(list)
    for problem in problems:
        columns[problem.place.file, problem.place.field].append(problem)
    for found in columns.values():
        first, *others = found
        if len(found) < _MANY or not first.place.cell or first.severity != Severity.ERROR:
            yield from found
        else:
            cells = f"{others[0].place.cell} bis {others[-1].place.cell}"
            also = f"{first.message} Ebenso {len(others)} weitere Zellen dieser Spalte ({cells})."
            yield replace(first, message=also)
