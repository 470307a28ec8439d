"""Nothing contains itself: territories, bodies and codes form trees, and no measure is absorbed by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lagebild.model import Place, Report
from lagebild.problems import Problem, error

RULE = "kreis"


def check(report: Report) -> Iterator[Problem]:
    """Chains of parents, or of successors of measures, that lead back to where they began."""
    for parents, places in _trees(report):
        reported: set[str] = set()
        for start in parents:
            chain = _cycle(start, parents)
            if chain and not reported & set(chain):
                reported |= set(chain)
                yield error(
                    RULE,
                    places[start],
                    f"Die Zuordnung führt im Kreis: {' → '.join([*chain, chain[0]])}.",
                    "Nennen Sie bei einem davon das wirklich übergeordnete, oder lassen Sie die Angabe weg.",
                    parents[start],
                )


def _cycle(start: str, parents: Mapping[str, str]) -> list[str]:
    """The steps from an id back to itself; empty if there is no such way."""
    chain, here = [start], parents.get(start)
    while here is not None and here not in chain:
        chain.append(here)
        here = parents.get(here)
    return chain if here == start else []


def _trees(report: Report) -> Iterator[tuple[Mapping[str, str], Mapping[str, Place]]]:
    yield _of_territories(report)
    actors = {ident: actor for ident, actor in report.actors.items() if actor.parent}
    yield (
        {ident: actor.parent or "" for ident, actor in actors.items()},
        {ident: actor.origin.at("uebergeordnet") for ident, actor in actors.items()},
    )
    measures = {ident: measure for ident, measure in report.measures.items() if measure.successor}
    yield (
        {ident: measure.successor or "" for ident, measure in measures.items()},
        {ident: measure.origin.at("nachfolger") for ident, measure in measures.items()},
    )
    for breakdown, codes in report.code_lists.items():
        if table := report.tables.get(f"data/codelisten/{breakdown}.csv"):
            parts = {code: one for code, one in codes.items() if one.part_of}
            yield (
                {code: one.part_of or "" for code, one in parts.items()},
                {code: table.place(one.row, "teil_von") for code, one in parts.items()},
            )


def _of_territories(report: Report) -> tuple[Mapping[str, str], Mapping[str, Place]]:
    table = report.tables.get("data/gebiete/gebiete.csv")
    parts = {ident: one for ident, one in report.territories.items() if one.parent and table}
    places = {ident: table.place(one.row, "uebergeordnet") for ident, one in parts.items() if table}
    return {ident: one.parent or "" for ident, one in parts.items()}, places
