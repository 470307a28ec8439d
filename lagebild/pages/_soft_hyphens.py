"""Soft hyphens for long German names in narrow columns: not every browser brings a dictionary of its own.

A word is parted only where two sources agree: the patterns of the German hyphenation dictionary, which know
compounds, and the rule of syllables (Council for German Orthography, § 107 to § 112). Each alone errs in
compounds (Deut-schland, Schu-labgang); together they offer fewer places and hardly a wrong one.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pyphen

SOFT_HYPHEN = "\u00ad"
LONGEST_WHOLE = 6
# Two letters alone at an edge save no room.
_DICTIONARY = pyphen.Pyphen(lang="de_DE", left=3, right=3)
_VOWEL = "[aeiouyäöü]"
# One sound, or an opening that German never parts in names: Burg-kreis, Muster-stadt, Wirt-schaft.
_ONSET = "sch|ch|ck|ph|th|qu|[bdfgkpt]r|[bfgkp]l|(?<=[^aeiouyäöü])st|[bcdfghjklmnpqrstvwxzß]"
_SYLLABLE = re.compile(rf"(?<={_VOWEL})[bcdfghjklmnpqrstvwxzß]*?(?=(?:{_ONSET}){_VOWEL})", re.IGNORECASE)


def hyphenated(text: str, *, longest_whole: int = LONGEST_WHOLE) -> str:
    """The text with soft hyphens in its long words; words of up to `longest_whole` letters stay whole."""
    long = rf"[^\W\d_]{{{longest_whole + 1},}}"
    return re.sub(long, lambda word: _parted(word[0]), text)


def _parted(word: str) -> str:
    places = sorted(set(_DICTIONARY.positions(word)) & {match.end() for match in _SYLLABLE.finditer(word)})
    edges = [0, *places, len(word)]
    return SOFT_HYPHEN.join(word[a:b] for a, b in pairwise(edges))
