"""Every id that is named anywhere must be defined somewhere.

What stands in a file that could not be read counts as known, so that one broken file does not make every
reference to it an error. Official keys in the column of territories have a rule of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lagebild.model import Report
from lagebild.problems import Problem, did_you_mean, error, nearest
from lagebild.rules._references import CODE, Reference, references

RULE = "kennung-unbekannt"
# A list that a remedy shows whole.
_SHORT = 12


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a kind of id is called, which ids exist, and where they are defined."""

    message: str
    """With `{}` for the id."""
    known: Collection[str]
    files: tuple[str, ...]
    """Lists that define such ids; none where each has a file of its own."""
    add: str = ""
    """What to do where no known id was meant, as it goes on after „Sonst“."""


def check(report: Report) -> Iterator[Problem]:
    """Ids that nothing defines."""
    kinds = _kinds(report)
    keys = {key.key for key in report.territory_keys}
    for reference in references(report):
        kind = kinds.get(reference.kind)
        if kind is None or reference.ident in kind.known or any(file in report.unread for file in kind.files):
            continue
        if reference.kind != "gebiet" or reference.ident not in keys:
            yield _unknown(reference, kind)


def _unknown(reference: Reference, kind: _Kind) -> Problem:
    message = kind.message.format(f"„{reference.ident}“")
    if reference.times > 1:
        message += f" Die Spalte nennt {reference.times}-mal diese Kennung."
    offer = _offer(reference.ident, kind)
    remedy = f"{offer} Sonst {kind.add}".strip() if offer and kind.add else offer or _as_sentence(kind.add)
    return error(RULE, reference.place, message, remedy, reference.ident)


def _offer(ident: str, kind: _Kind) -> str:
    """The id that was probably meant; of long lists rather nothing than something unlike."""
    if kind.add and len(kind.known) > _SHORT and not nearest(ident, kind.known, key=True):
        return ""
    return did_you_mean(ident, list(kind.known), key=len(kind.known) > _SHORT)


def _as_sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _kinds(report: Report) -> Mapping[str, _Kind]:
    listed = (
        ("gebiet", "Das Gebiet", report.territories, "data/gebiete/gebiete.csv"),
        ("quelle", "Die Quelle", report.sources, "data/quellen.yaml"),
        ("akteur", "Den Akteur", report.actors, "data/akteure.yaml"),
        ("handlungsfeld", "Das Handlungsfeld", report.fields, "data/strategie/handlungsfelder.yaml"),
        ("ziel", "Das Ziel", report.goals, "data/strategie/ziele.yaml"),
        ("beschluss", "Den Beschluss", report.decisions, "data/strategie/beschluesse.yaml"),
        ("einheit", "Die Einheit", report.units, "data/codelisten/einheiten.csv"),
    )
    kinds = {
        kind: _listed(f"{named} {{}} gibt es nicht.", known, file) for kind, named, known, file in listed
    }
    measures = {*report.measures, *_unread_ids(report, r"data/massnahmen/([^/]+)\.yaml")}
    indicators = {*report.indicators, *_unread_ids(report, r"data/indikatoren/([^/]+)/indikator\.yaml")}
    breakdowns = {*report.code_lists, *_unread_ids(report, r"data/codelisten/([^/]+)\.csv")}
    kinds["massnahme"] = _Kind("Die Maßnahme {} gibt es nicht.", measures, ())
    kinds["indikator"] = _Kind("Den Indikator {} gibt es nicht.", indicators, ())
    kinds["merkmal"] = _Kind(
        "Zum Merkmal {} gibt es keine Codeliste.", breakdowns, (),
        "legen Sie die Liste in data/codelisten an, mit der Kopfzeile code;name;teil_von;reihenfolge.",
    )  # fmt: skip
    kinds["beliebig"] = _anything(report, kinds)
    for breakdown, codes in report.code_lists.items():
        message = f"Den Code {{}} gibt es im Merkmal „{breakdown}“ nicht."
        kinds[f"{CODE}{breakdown}"] = _listed(message, codes, f"data/codelisten/{breakdown}.csv")
    return kinds


def _listed(message: str, known: Collection[str], file: str) -> _Kind:
    return _Kind(message, known, (file,), f"ergänzen Sie den Eintrag in {file}.")


def _anything(report: Report, kinds: Mapping[str, _Kind]) -> _Kind:
    """What a conflict or a context figure may belong to."""
    events = _Kind("", report.events, ("data/strategie/ereignisse.yaml",))
    names = ("handlungsfeld", "massnahme", "indikator", "beschluss", "ziel", "akteur")
    parts = (*(kinds[name] for name in names), events)
    known = {ident for part in parts for ident in part.known}
    return _Kind("Die Kennung {} gibt es nicht.", known, tuple(file for part in parts for file in part.files))


def _unread_ids(report: Report, pattern: str) -> set[str]:
    return {found[1] for path in report.unread if (found := re.fullmatch(pattern, path))}
