"""A source's address is a web address, its signs mean words that the data knows, its status is a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagebild.model import MARKS, SIGNS, FormError, Report, Source, When
from lagebild.problems import Problem, did_you_mean, error, warning

RULE = "quelle-form"

_SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")


def check(report: Report) -> Iterator[Problem]:
    """Addresses, signs and territorial status in another form."""
    for source in report.sources.values():
        yield from _addresses(source)
        yield from _signs(source)
        status = source.territorial_status
        if status is not None and status != "jeweils" and not _is_date(status):
            yield error(
                RULE,
                source.origin.at("gebietsstand"),
                f"„{status}“ ist kein Gebietsstand.",
                "Schreiben Sie jeweils oder den Tag, auf den die Quelle umrechnet, zum Beispiel 2021-12-31.",
                status,
            )


def _addresses(source: Source) -> Iterator[Problem]:
    for key, url in (("url", source.url), ("lizenz_url", source.licence_url)):
        if url is not None and not _ADDRESS.fullmatch(url):
            # Another scheme than http could run a script in the reader's browser.
            kind = error if _SCHEME.match(url) else warning
            yield kind(
                RULE,
                source.origin.at(key),
                f"„{url}“ ist keine Webadresse.",
                "Schreiben Sie die ganze Adresse, zum Beispiel https://www.beispiel.de/bericht.pdf.",
                url,
            )


def _signs(source: Source) -> Iterator[Problem]:
    words = (*SIGNS, *MARKS)
    for sign, word in source.signs:
        if word not in words:
            yield error(
                RULE,
                source.origin.at("zeichen"),
                f"„{word}“ ist kein Wort für das Zeichen „{sign}“.",
                did_you_mean(word, words),
                word,
            )


def _is_date(text: str) -> bool:
    try:
        When.parse(text)
    except FormError:
        return False
    return True
