"""Where to look in the preview: addresses of changed pages, relative to the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lagebild.history._comparison import REMOVED, Comparison

_PAGES: Mapping[str, str] = {
    "indikator": "indikatoren/{}/",
    "handlungsfeld": "handlungsfelder/{}/",
    "ziel": "strategie/",
    "meilenstein": "strategie/",
    "empfehlung": "strategie/",
    "foerderperiode": "strategie/",
    "zustaendigkeit": "strategie/",
    "bericht": "strategie/",
    "beschluss": "strategie/beschluesse/",
    "ereignis": "strategie/ereignisse/",
    "konflikt": "strategie/konflikte/",
    "akteur": "akteure/",
    "quelle": "daten/quellen/",
    "ausgabe": "daten/",
    "einheit": "indikatoren/",
    "code": "indikatoren/",
    "begriff": "glossar/",
    "gebiet": "gebiete/{}/",
    "seite": "ueber/impressum/",
}
"""Kind of thing → the page that shows it; kinds without a page of their own are left out."""


def addresses(comparison: Comparison) -> tuple[str, ...]:
    """Pages that look different, those of single things first, then what they are counted on."""
    found = list(dict.fromkeys(_found(comparison)))
    return tuple(sorted(found, key=lambda address: -address.count("/")))


def _found(comparison: Comparison) -> Iterator[str]:
    parts = (comparison.figures, comparison.findings, comparison.sentences)
    for ident in dict.fromkeys(change.indicator for changes in parts for change in changes):
        if ident in comparison.after.indicators:
            yield f"indikatoren/{ident}/"
    for measure in comparison.measures:
        if measure.kind != REMOVED:
            yield f"massnahmen/{measure.id}/"
    for state in comparison.states:
        yield f"massnahmen/{state.measure}/"
    for noun in comparison.nouns:
        page = _PAGES.get(noun.sort)
        if page and (noun.kind != REMOVED or "{}" not in page):
            yield page.format(noun.id)
    if comparison.counts or any(change.sort == "bewertung" for change in comparison.findings):
        yield "strategie/"
        # The start page.
        yield ""
