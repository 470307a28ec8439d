"""What an import would do, told in German before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lagebild.intake.assigning import Assigned
from lagebild.intake.grid import number_text
from lagebild.intake.importing import Proposal
from lagebild.intake.published import Published, Region, shown
from lagebild.intake.register_form import RegisterProposal
from lagebild.intake.territories import by_land
from lagebild.model import Observation, Report
from lagebild.problems import as_text

# Longer lists hide the next paragraph; `--alle` shows everything.
_SHOWN = 30
_WIDTH = 110


def told(report: Report, proposal: Proposal, *, all_of_it: bool = False) -> str:
    """One proposal as a page for a terminal."""
    return "\n".join(_Account(report, proposal, None if all_of_it else _SHOWN).lines())


class _Account:
    def __init__(self, report: Report, proposal: Proposal, limit: int | None) -> None:
        self._report = report
        self._proposal = proposal
        self._limit = limit

    def lines(self) -> Iterator[str]:
        """Heading, figures, what is not used, what is wrong."""
        p = self._proposal
        yield f"{p.indicator.title} ({p.indicator.id})" + (f", Quelle {p.source}" if p.source else "")
        d = p.difference
        yield (
            f"  {len(d.new)} neu, {len(d.changed)} geändert, {d.same} gleich, {len(d.missing)} "
            "nicht in der Datei"
        )
        yield from self._figures("Neu", ("Gebiet", "Zeit", "Merkmal", "Wert"), [self._new(o) for o in d.new])
        changed = [
            (*self._key(c.before), self._value(c.before), self._value(c.after), c.before.source)
            for c in d.changed
        ]
        yield from self._figures(
            "Geändert", ("Gebiet", "Zeit", "Merkmal", "bisher", "neu", "Quelle bisher"), changed
        )
        if changed:
            yield "  Nennen Sie den Grund geänderter Werte in data/revisionen.yaml."
        kept = [
            (*self._key(c.before), self._value(c.before), self._value(c.after), c.before.note) for c in d.kept
        ]
        head = ("Gebiet", "Zeit", "Merkmal", "Tabelle", "Datei", "Anmerkung")
        yield from self._figures("Von Hand gesetzt, bleibt stehen", head, kept)
        yield from self._figures(
            "Nicht in der Datei, bleibt stehen",
            ("Gebiet", "Zeit", "Merkmal", "Wert"),
            [self._new(o) for o in d.missing],
        )
        if p.assigned:
            yield from self._unused(p.assigned)
        if p.problems:
            yield ""
            yield as_text(p.problems)

    def _new(self, o: Observation) -> tuple[str, ...]:
        return (*self._key(o), self._value(o))

    def _key(self, o: Observation) -> tuple[str, str, str]:
        return o.territory, o.period.text, ", ".join(o.breakdown)

    def _value(self, o: Observation) -> str:
        value = "" if o.value is None else number_text(o.value)
        return " ".join(part for part in (value, " ".join(o.signs)) if part) or "leer"

    def _figures(self, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
        if not rows:
            return
        shown_rows = rows if self._limit is None else rows[: self._limit]
        used = [n for n in range(len(head)) if any(row[n] for row in rows)]
        table = [[head[n] for n in used], *([row[n] for n in used] for row in shown_rows)]
        widths = [max(len(row[n]) for row in table) for n in range(len(used))]
        yield ""
        yield f"  {title}:"
        for row in table:
            yield (
                "    "
                + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            )
        if len(shown_rows) < len(rows):
            yield f"    … und {len(rows) - len(shown_rows)} weitere (alle mit --alle)"

    def _unused(self, assigned: Assigned) -> Iterator[str]:
        yield ""
        if assigned.left_out:
            yield f"  Laut Zuordnung weggelassen: {assigned.left_out} Zellen."
        if columns := assigned.unknown_columns:
            yield f"  Spalten, von denen die Zuordnung nichts sagt ({len(columns)}):"
            yield from self._listed(shown(labels) for labels in columns)
        if times := assigned.unused_times:
            named = ", ".join(f"„{time or 'ohne Zeit'}“ ({count})" for time, count in times.items())
            yield from _wrapped(f"Zeitangaben, die kein Zeitraum dieses Indikators sind: {named}.")
        if assigned.unknown_regions:
            yield from self._regions(assigned.unknown_regions)

    def _listed(self, items: Iterable[str]) -> Iterator[str]:
        every = list(items)
        few = every if self._limit is None else every[: 2 * self._limit]
        yield from _wrapped("; ".join(few), indent="    ")
        if len(few) < len(every):
            yield f"    … und {len(every) - len(few)} weitere (alle mit --alle)"

    def _regions(self, regions: Sequence[Region]) -> Iterator[str]:
        """Territories that are not ours: those around us by name, the others by their Land."""
        lands = {key.key[:2] for key in self._report.territory_keys if key.key[:2].isdigit()}
        yield f"  Gebiete ohne Eintrag in schluessel.csv ({len(regions)}):"
        for land, found in sorted(by_land(regions).items()):
            if land in lands or not land or self._limit is None:
                yield from _wrapped("; ".join(region.shown for region in found), indent="    ")
            else:
                name = next((r.name for r in found if len(r.key) <= 2), "")
                first, last = found[0].shown, found[-1].shown
                span = f"{first} bis {last}" if len(found) > 1 else first
                yield (
                    f"    {land} {name or first}: {len(found)} "
                    f"{'Gebiet' if len(found) == 1 else 'Gebiete'} ({span})"
                )


def _wrapped(text: str, indent: str = "  ") -> Iterator[str]:
    line = indent
    for word in re.split(r"(?<= )", text):
        if len(line) + len(word) > _WIDTH and line.strip():
            yield line.rstrip()
            line = indent
        line += word
    yield line.rstrip()


def told_register(proposal: RegisterProposal) -> str:
    """What a filled-in form of the register would change."""
    entries = sum(map(len, proposal.added.values()))
    lines = [
        f"Maßnahmen: {len(proposal.new)} neu, {entries} neue Einträge, {proposal.same} ohne neue Einträge"
    ]
    lines += [f"  neu: {m.title} ({m.id})" for m in proposal.new]
    for ident, added in proposal.added.items():
        lines += [
            f"  {ident}, Eintrag {e.number}: {e.status}, {e.when.text if e.when else 'ohne Datum'} – {e.text}"
            for e in added
        ]
    if proposal.problems:
        lines += ["", as_text(proposal.problems)]
    return "\n".join(lines) + "\n"


def described(published: Published) -> str:
    """What a file holds, and a mapping to start from, when none fits it yet."""
    regions = {f.region for f in published.figures}
    times = list(dict.fromkeys(f.time for f in published.figures))
    lines = [
        f"Gelesen: {published.title or 'Tabelle ohne Titel'}",
        f"  {len(published.figures)} Zellen, {len(regions)} Gebiete, Zeit: "
        f"{', '.join(t or 'keine Angabe' for t in times[:12])}" + (" …" if len(times) > 12 else ""),
        f"  {len(published.columns)} Spalten:",
        *(f"    {shown(labels)}" for labels in published.columns),
        "",
        "Schreiben Sie eine Zuordnung und legen Sie sie als data/indikatoren/KENNUNG/import.yaml "
        "ab. Vorschlag:",
        "",
        *_suggestion(published),
    ]
    return "\n".join(lines)


def _suggestion(published: Published) -> Iterator[str]:
    yield "tabellen:"
    if number := next(
        (m[1] for t in published.texts if (m := re.match(r"(?:GENESIS-)?Tabelle:?\s*(\S+)", t))), ""
    ):
        yield f"  - erkennung: {number}"
        yield "    quelle: KENNUNG-AUS-QUELLEN"
    else:
        yield "  - quelle: KENNUNG-AUS-QUELLEN"
    yield "    spalten:"
    first, *others = published.columns
    yield f"      - kopf: [{', '.join(_quoted(label[0]) for label in first)}]"
    unused = list(dict.fromkeys(label[0] for labels in others for label in labels if label not in first))
    if unused:
        yield f"    ohne: [{', '.join(_quoted(word) for word in unused[:12])}]"


def _quoted(word: str) -> str:
    plain = re.sub(r"\s+", " ", word)
    return (
        plain
        if re.fullmatch(r"[A-Za-zÄÖÜäöüß][\wäöüß .()/-]*", plain)
        else '"' + plain.replace('"', "'") + '"'
    )
