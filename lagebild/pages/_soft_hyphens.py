"""Soft hyphens for long German names in narrow columns, since browsers without a dictionary break anywhere.

A consonant before a vowel opens a syllable; what is spoken as one sound stays together. That is the rule of
the Council for German Orthography (§ 107 to § 112); it may err inside compounds, where a reader still gets
along, and never in short words, which are left alone.
"""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"
LONGEST_WHOLE = 6
_VOWEL = "[aeiouyäöü]"
# One sound, or an opening that German never parts in names: Burg-kreis, Muster-stadt, Wirt-schaft.
_ONSET = "sch|ch|ck|ph|th|qu|[bdfgkpt]r|[bfgkp]l|(?<=[^aeiouyäöü])st|[bcdfghjklmnpqrstvwxzß]"
_BREAK = re.compile(rf"(?<={_VOWEL})([bcdfghjklmnpqrstvwxzß]*?)({_ONSET})(?={_VOWEL})", re.IGNORECASE)
# The suffix -ung opens with a vowel, so that two vowels meet that are not spoken as one: Betreu-ung.
_UNG = re.compile(rf"(?<={_VOWEL})(?=ung)")


def hyphenated(text: str, *, longest_whole: int = LONGEST_WHOLE) -> str:
    """The text with soft hyphens in its long words; words of up to `longest_whole` letters stay whole."""
    long = rf"[^\W\d_]{{{longest_whole + 1},}}"
    return re.sub(long, lambda word: _word(word[0]), text)


def _word(word: str) -> str:
    parted = _BREAK.sub(rf"\1{SOFT_HYPHEN}\2", _UNG.sub(SOFT_HYPHEN, word))
    parts = parted.split(SOFT_HYPHEN)
    # One letter alone at an edge saves no room.
    if len(parts) > 1 and len(parts[0]) == 1:
        parts[:2] = [parts[0] + parts[1]]
    return SOFT_HYPHEN.join(parts)
