"""Where long names may be parted."""

from __future__ import annotations

import pytest

from lagebild.pages._soft_hyphens import SOFT_HYPHEN, hyphenated


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Deutschland", "Deutsch-land"),
        ("Musterstadt", "Mus-ter-stadt"),
        ("Nordhausen", "Nord-hau-sen"),
        ("Schulabgänge", "Schulab-gänge"),
        ("Hauptschulabschluss", "Haupt-schulabschluss"),
        ("Bedarfsgemeinschaften", "Bedarfs-ge-mein-schaf-ten"),
        ("Betreuungsquote", "Betreuungs-quote"),
        ("Gera", "Gera"),
        ("SGB II", "SGB II"),
    ],
)
def test_long_words_part_between_syllables_and_short_ones_stay_whole(name: str, parts: str) -> None:
    assert hyphenated(name).replace(SOFT_HYPHEN, "-") == parts


def test_nothing_but_soft_hyphens_is_added() -> None:
    name = "Saale-Holzland-Kreis (ohne Musterstadt)"
    assert hyphenated(name).replace(SOFT_HYPHEN, "") == name
