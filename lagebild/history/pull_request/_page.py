"""The report as one German page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lagebild.history._comparison import CHANGED, Comparison, CountChange, NounChange
from lagebild.history._phrases import shown
from lagebild.history._words import NOUNS
from lagebild.history.forge_text import plain, table
from lagebild.history.pull_request._addresses import addresses
from lagebild.history.pull_request._figures import counted, figure_lines
from lagebild.history.pull_request._list import bullets, more, section
from lagebild.history.pull_request._proposal import Proposal
from lagebild.problems import Problem, Severity, spot
from lagebild.wording import measures

# How many entries a list may have, tried one after the other until the page is short enough.
_LENGTHS = (None, 200, 100, 50, 25, 12, 6, 3, 1)
# However short the page must be, these are what the planner needs most.
_FEWEST_PROBLEMS = 12


def as_markdown(proposal: Proposal, *, limit: int | None = None) -> str:
    """The whole page; with a limit (bytes in UTF-8), with lists cut until it fits."""
    pages = ("\n".join(_page(proposal, most)) for most in _LENGTHS)
    if limit is None:
        return next(pages)
    for page in pages:
        if len(page.encode()) <= limit:
            return page
    return _cut(page, limit)


def _cut(page: str, limit: int) -> str:
    """Whole lines from the top; the most important stand there."""
    ending = "\n\nHier endet der Bericht, sonst wäre er zu lang. Alles steht in der Datei bericht.json.\n"
    kept = page.encode()[: limit - len(ending.encode())].decode(errors="ignore")
    return kept.rsplit("\n", 1)[0] + ending


def _page(proposal: Proposal, most: int | None) -> Iterator[str]:
    yield from ("## Was dieser Vorschlag bedeutet", "", *_verdict(proposal))
    yield from section("Was falsch ist", _wrong(proposal, most))
    yield from section("Was auffällt", _problem_table(proposal.of(Severity.WARNING), most))
    yield from section("Was hier nicht gezeigt oder verglichen wird", _withheld(proposal, most))
    if proposal.comparison:
        yield from _changes(proposal, proposal.comparison, most)
    yield from section("Hinweise", _problem_table(proposal.of(Severity.NOTICE), most))


def _verdict(proposal: Proposal) -> Iterator[str]:
    """Whether it can be accepted, and how much changes."""
    if proposal.errors:
        word = "1 Fehler" if proposal.errors == 1 else f"{proposal.errors} Fehler"
        yield f"**{word}: So lässt sich die Seite nicht veröffentlichen.** Die Abhilfe steht jeweils daneben."
    else:
        yield "**Keine Fehler.** Bitte prüfen Sie, ob sich das ändert, was sich ändern soll."
    yield ""
    if proposal.repaired:
        yield f"Dieser Vorschlag behebt {_so_many(proposal.repaired, 'Meldung', 'Meldungen')} der Prüfung."
        yield ""
    if proposal.comparison is not None and (proposal.comparison or not proposal.unread):
        yield from (_amount(proposal.comparison), "")


def _amount(comparison: Comparison) -> str:
    """How much changes, in one sentence."""
    if not comparison:
        return "An den Daten ändert sich nichts."
    parts = []
    if comparison.figures:
        parts.append(f"Zahlen: {counted(comparison.figures)}")
    if comparison.measures:
        parts.append(_so_many(len(comparison.measures), "Maßnahme", "Maßnahmen"))
    if comparison.nouns:
        parts.append(_so_many(len(comparison.nouns), "weitere Angabe", "weitere Angaben"))
    if not parts:
        return "Es ändert sich nur, was aus den Daten folgt."
    return f"Es ändert sich: {' · '.join(parts)}."


def _so_many(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _wrong(proposal: Proposal, most: int | None) -> Iterator[str]:
    yield from _problem_table(proposal.of(Severity.ERROR), most)
    if proposal.old_errors:
        yield from ("Schon vor diesem Vorschlag falsch, hält die Veröffentlichung aber ebenso auf:", "")
        yield from _problem_table(proposal.old_errors, most)


def _problem_table(problems: Sequence[Problem], most: int | None) -> Iterator[str]:
    if not problems:
        return
    kept = problems if most is None else problems[: max(most, _FEWEST_PROBLEMS)]
    rows = [(plain(spot(p.place)), plain(p.message), plain(p.remedy)) for p in kept]
    yield from (*table(("Wo", "Was", "Abhilfe"), rows), "")
    yield from more(len(problems) - len(kept), "weitere Meldung", "weitere Meldungen")


def _withheld(proposal: Proposal, most: int | None) -> Iterator[str]:
    """What the reader would miss otherwise."""
    if proposal.comparison is None:
        yield from ("Die Daten lassen sich nicht lesen; deshalb ist kein Vergleich möglich.", "")
    if proposal.hidden:
        yield from ("Eigene Zählungen mit kleinen Zahlen: Alte und neue Werte bleiben hier verborgen.", "")
        yield from bullets(proposal.hidden, most)
    if proposal.unread:
        yield from ("Nicht vollständig lesbar und deshalb nur teilweise verglichen:", "")
        yield from bullets(proposal.unread, most)
    if proposal.unjudged:
        yield from ("Bewertungen, Zählungen und Sätze werden erst vollständig verglichen, wenn die Fehler "
                    "behoben sind.", "")  # fmt: skip


def _changes(proposal: Proposal, comparison: Comparison, most: int | None) -> Iterator[str]:
    yield from section("Welche Zahlen sich ändern", figure_lines(comparison, most))
    yield from section("Maßnahmen", _texts(proposal, most, "Stand der Maßnahmen", "Maßnahmen"))
    history = [line.text for line in proposal.about("Geänderte Vergangenheit") if line.sort == "massnahme"]
    yield from section("Geänderte Vergangenheit", bullets(history, most))
    yield from section("Was die Seite dann anders sagt", _flips(proposal, comparison, most))
    yield from section("Definitionen", _definitions(comparison, most))
    topics = ("Beschlüsse und Strategie", "Quellen und Angaben")
    yield from section("Strategie, Quellen und andere Angaben", _texts(proposal, most, *topics))
    # Without sound data there is no preview to look at.
    once = " (sobald die Fehler behoben sind)" if proposal.errors else ""
    yield from section(f"Wo Sie es in der Vorschau sehen{once}", _where(comparison, most))


def _texts(proposal: Proposal, most: int | None, *topics: str) -> Iterator[str]:
    yield from bullets([line.text for line in proposal.about(*topics)], most)


def _flips(proposal: Proposal, comparison: Comparison, most: int | None) -> Iterator[str]:
    judged = list(_texts(proposal, most, "Bewertungen", "Auswertung"))
    yield from section("Bewertungen, Trends, Vergleiche und Ränge", judged, level=4)
    yield from section("Zählungen auf der Tafel", _counts(proposal, comparison, most), level=4)
    yield from section("Sätze", _sentences(comparison, most), level=4)


def _counts(proposal: Proposal, comparison: Comparison, most: int | None) -> Iterator[str]:
    """The board as a whole, then its rows: a measure counts in each of its fields."""
    texts = [line.text for line in proposal.about("Zählungen")]
    yield from bullets([*texts, *map(_of_field, _field_counts(comparison))], most)


def _field_counts(comparison: Comparison) -> Iterator[tuple[str, CountChange]]:
    fields = {**comparison.before.fields, **comparison.after.fields}
    for change in comparison.counts:
        ident = change.code.partition("/")[0]
        if change.group == "handlungsfeld":
            yield fields[ident].title if ident in fields else "ohne Handlungsfeld", change


def _of_field(counted: tuple[str, CountChange]) -> str:
    title, change = counted
    code = change.code.partition("/")[2]
    now, was = measures.of(change.after, change.after_of), measures.of(change.before, change.before_of)
    return f"{title}, {measures.BOARD_CLASSES.get(code, code)}: {now} statt {was}."


def _sentences(comparison: Comparison, most: int | None) -> Iterator[str]:
    for change in comparison.sentences[:most]:
        indicator = comparison.after.indicators[change.indicator]
        yield f"- **{plain(indicator.title)}**"
        yield from (f"  - bisher: {plain(text)}" for text in change.gone)
        yield from (f"  - dann: {plain(text)}" for text in change.added)
    if comparison.sentences:
        yield ""
    left = len(comparison.sentences) - len(comparison.sentences[:most])
    yield from more(left, "weiterer Indikator", "weitere Indikatoren")


def _definitions(comparison: Comparison, most: int | None) -> Iterator[str]:
    """Old and new wording side by side: here a word decides what a figure means."""
    defining = [change for change in comparison.nouns if NOUNS[change.sort][1] == "Definitionen"]
    rows = [row for change in defining for row in _rows(change)]
    if rows:
        yield from (*table(("Was", "Feld", "vorher", "jetzt"), rows[:most]), "")
    yield from more(len(rows) - len(rows[:most]), "weitere Änderung", "weitere Änderungen")


def _rows(change: NounChange) -> Iterator[tuple[str, ...]]:
    what = f"{NOUNS[change.sort][0]} {plain(change.title)}"
    if change.kind != CHANGED:
        yield (what, "", *(("", "neu") if change.before is None else ("", "entfernt")))
    for field in change.fields:
        was, now = (plain(shown(value)) or "–" for value in (field.before, field.after))
        yield (what, plain(field.title), was, now)


def _where(comparison: Comparison, most: int | None) -> Iterator[str]:
    found = addresses(comparison)
    for address in found[:most]:
        yield f"- <code>/{plain(address)}</code>{'' if address else ' (Startseite)'}"
    if found:
        yield ""
    yield from more(len(found) - len(found[:most]), "weitere Seite", "weitere Seiten")
