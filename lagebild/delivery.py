"""What finished HTML still needs before a reader gets it: repairs, a content policy, search words.

Pure functions over text, so that they serve whichever generator wrote the pages.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import unescape

# Executable inline scripts; JSON blocks and scripts with an address need no hash.
_INLINE = re.compile(
    r'<script(?![^>]*\bsrc=)(?![^>]*type="application/(?:json|ld))[^>]*>(.*?)</script>', re.S
)
_CHARSET = '<meta charset="utf-8">'


def with_policy(html: str) -> str:
    """The page with a Content-Security-Policy that allows this site and its own inline scripts, nothing else.

    The theme writes a few inline scripts; their hashes are computed from the finished page, so that nothing
    is kept by hand and any other script is refused by the reader's browser.
    """
    hashes = dict.fromkeys(
        f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in _INLINE.findall(html)
    )
    rules = [
        "default-src 'none'",
        f"script-src 'self' {' '.join(hashes)}".strip(),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
    ]
    policy = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
    return html.replace(_CHARSET, _CHARSET + policy, 1)


def repaired(html: str) -> str:
    """The page without two slips of the theme: a label for a list that is not there, an empty tab order."""
    if 'id="__toc"' not in html:
        html = html.replace(' for="__toc"', "")
    return html.replace(' tabindex=""', ' tabindex="0"')


def anchors(html: str) -> frozenset[str]:
    """Every id of a page: where links may point."""
    return frozenset(unescape(found) for found in re.findall(r'\sid="([^"]+)"', html))


# Drawings, and what declares itself out of the search: most of a page's bytes, none of its words.
_UNSEARCHED = re.compile(r"<(svg)\b|<(\w+)\b[^>]*\sdata-search-exclude")


def searchable(html: str) -> str:
    """What the search index reads of a page: reading all of it takes longer than writing the page."""
    kept, position = [], 0
    for opening in _UNSEARCHED.finditer(html):
        if opening.start() >= position:
            kept.append(html[position : opening.start()])
            position = _end_of_element(html, opening.start(), opening[1] or opening[2])
    return "".join([*kept, html[position:]])


def _end_of_element(html: str, start: int, name: str) -> int:
    depth = 0
    for tag in re.compile(rf"<(/?){name}\b[^>]*>").finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(html)


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# Second parts of German compounds that people type alone; the search only finds beginnings of words.
_TAILS = (
    "armut",
    "förderung",
    "hilfe",
    "quote",
    "sicherung",
    "betreuung",
    "beratung",
    "arbeit",
    "wohnung",
    "wohnungen",
    "geld",
    "treff",
    "zentrum",
    "plätze",
    "abschluss",
    "arbeitslose",
    "einkommen",
    "strategie",
    "bericht",
)
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{4,}")


def search_words(title: str, keywords: Iterable[str]) -> tuple[str, ...]:
    """What people may type to find a page besides the words that stand on it."""
    known = [w for text in (title, *keywords) for w in _WORD.findall(text)]
    words = [*keywords]
    for word in known:
        if (plain := word.translate(_UMLAUTS)) != word:
            words.append(plain)
        words += [tail for tail in _TAILS if word.lower().endswith(tail) and word.lower() != tail]
    return tuple(dict.fromkeys(words))


def with_search_words(index: str, keywords: Mapping[str, Iterable[str]]) -> str:
    """The search index with one sentence of further words per page; `keywords` by the page's address."""
    data = json.loads(index)
    for document in data["docs"]:
        location = document["location"]
        if "#" in location:
            continue
        words = search_words(document["title"], keywords.get(location, ()))
        if words:
            document["text"] = f"{document['text']} <p>Auch gesucht als: {', '.join(words)}.</p>"
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
