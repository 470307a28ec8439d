"""One printed cell of official statistics: what is a figure, what a sign, and by which mark decimals
stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lagebild.load.cells import STANDARD_SIGNS

_BLANKS = r"[ \u00a0\u2007\u2009\u202f]"
_FIGURE = re.compile(
    rf"\(?[-−+]?(?:[0-9]{{1,3}}(?:{_BLANKS}[0-9]{{3}})+(?:,[0-9]+)?|[0-9][0-9.,]*)\)?(?:{_BLANKS}?[%a-zA-Z*]|{_BLANKS}?[0-9]\))?"
)
SIGNS = frozenset({*STANDARD_SIGNS, "−", "…", "(-)", "(.)", "(/)", "(x)", "k.A.", "k. A.", "keine Angabe"})
SENTINELS = {"2222222222": "–", "5555555555": ".", "6666666666": "x", "7777777777": "/", "8888888888": "…"}
"""What the Regionalatlas of the statistical offices writes for signs."""
_COMMA = re.compile(r"[0-9],[0-9]+\)?$")
_POINT = re.compile(r"^\(?-?[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})\)?$|^\(?-?0\.[0-9]+\)?$")
_BIG_POINT = re.compile(r"^\(?-?[0-9]{4,}\.[0-9]+\)?$")


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure or a sign that stands for one."""
    return text in SIGNS or bool(_FIGURE.fullmatch(text))


def decimal_mark(texts: Iterable[str]) -> str:
    """`,` or `.` as the figures of one table prove it; empty where none proves it, `?` where they
    contradict.
    """
    found = set()
    for text in texts:
        if (
            _COMMA.search(text)
            and text.count(",") == 1
            and not ("." in text and text.rindex(".") > text.rindex(","))
        ):
            # 1,234 alone proves nothing: the comma may part thousands.
            found.add("," if not re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", text) else "")
        elif _POINT.match(text) or _BIG_POINT.match(text):
            found.add(".")
    found.discard("")
    return "?" if len(found) > 1 else next(iter(found), "")
