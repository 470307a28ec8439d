"""Every id that is named anywhere must be defined somewhere.

What stands in a file that could not be read counts as known, so that one broken file does not make every
reference to it an error. Official keys in the column of territories have a rule of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lagebild.model import Report
from lagebild.problems import Problem, did_you_mean, error
from lagebild.rules._references import CODE, Reference, references

RULE = "kennung-unbekannt"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a kind of id is called, which ids exist, and where they are defined."""

    named: str
    known: Collection[str]
    files: tuple[str, ...]


def check(report: Report) -> Iterator[Problem]:
    """Ids that nothing defines."""
    kinds = _kinds(report)
    keys = {key.key for key in report.territory_keys}
    for reference in references(report):
        kind = kinds.get(reference.kind)
        if (
            kind is None
            or reference.ident in kind.known
            or (reference.kind == "gebiet" and reference.ident in keys)
        ):
            continue
        if not any(file in report.unread for file in kind.files):
            yield _unknown(reference, kind)


def _unknown(reference: Reference, kind: _Kind) -> Problem:
    message = f"{kind.named} „{reference.ident}“ gibt es nicht."
    if reference.times > 1:
        message += f" Die Spalte nennt {reference.times}-mal diese Kennung."
    add = f"Sonst ergänzen Sie den Eintrag in {kind.files[0]}." if kind.files else ""
    remedy = f"{did_you_mean(reference.ident, list(kind.known))} {add}".strip()
    return error(RULE, reference.place, message, remedy, reference.ident)


def _kinds(report: Report) -> Mapping[str, _Kind]:
    measures = {*report.measures, *_unread_ids(report, r"data/massnahmen/([^/]+)\.yaml")}
    indicators = {*report.indicators, *_unread_ids(report, r"data/indikatoren/([^/]+)/indikator\.yaml")}
    strategy = "data/strategie"
    kinds = {
        "gebiet": _Kind("Das Gebiet", report.territories, ("data/gebiete/gebiete.csv",)),
        "quelle": _Kind("Die Quelle", report.sources, ("data/quellen.yaml",)),
        "akteur": _Kind("Den Akteur", report.actors, ("data/akteure.yaml",)),
        "handlungsfeld": _Kind("Das Handlungsfeld", report.fields, (f"{strategy}/handlungsfelder.yaml",)),
        "ziel": _Kind("Das Ziel", report.goals, (f"{strategy}/ziele.yaml",)),
        "beschluss": _Kind("Den Beschluss", report.decisions, (f"{strategy}/beschluesse.yaml",)),
        "einheit": _Kind("Die Einheit", report.units, ("data/codelisten/einheiten.csv",)),
        "massnahme": _Kind("Die Maßnahme", measures, ()),
        "indikator": _Kind("Den Indikator", indicators, ()),
    }
    lists = {*report.code_lists, *_unread_ids(report, r"data/codelisten/([^/]+)\.csv")}
    kinds["merkmal"] = _Kind("Die Codeliste zum Merkmal", lists, ())
    kinds["beliebig"] = _anything(report, kinds)
    for breakdown, codes in report.code_lists.items():
        file = f"data/codelisten/{breakdown}.csv"
        kinds[f"{CODE}{breakdown}"] = _Kind(f"Im Merkmal „{breakdown}“ den Code", codes, (file,))
    return kinds


def _anything(report: Report, kinds: Mapping[str, _Kind]) -> _Kind:
    """What a conflict or a context figure may belong to."""
    parts = [
        kinds[name] for name in ("handlungsfeld", "massnahme", "indikator", "beschluss", "ziel", "akteur")
    ]
    events = _Kind("", report.events, ("data/strategie/ereignisse.yaml",))
    known = {ident for part in (*parts, events) for ident in part.known}
    return _Kind("Die Kennung", known, tuple(file for part in (*parts, events) for file in part.files))


def _unread_ids(report: Report, pattern: str) -> set[str]:
    return {found[1] for path in report.unread if (found := re.fullmatch(pattern, path))}
