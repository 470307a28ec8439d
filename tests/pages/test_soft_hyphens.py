"""Where long names may be parted."""

from __future__ import annotations

import pytest

from lagebild.pages._soft_hyphens import SOFT_HYPHEN, hyphenated


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Wartburgkreis", "Wart-burg-kreis"),
        ("Deutschland", "Deutsch-land"),
        ("Musterstadt", "Mus-ter-stadt"),
        ("Nordhausen", "Nord-hau-sen"),
        ("Kyffhäuserkreis", "Kyff-häu-ser-kreis"),
        ("Betreuungsquote", "Be-treu-ungs-quo-te"),
        ("Altenburger Land", "Al-ten-bur-ger Land"),
        ("Gera", "Gera"),
        ("SGB II", "SGB II"),
    ],
)
def test_long_words_part_between_syllables_and_short_ones_stay_whole(name: str, parts: str) -> None:
    assert hyphenated(name).replace(SOFT_HYPHEN, "-") == parts


def test_nothing_but_soft_hyphens_is_added() -> None:
    name = "Saale-Holzland-Kreis (ohne Musterstadt)"
    assert hyphenated(name).replace(SOFT_HYPHEN, "") == name
