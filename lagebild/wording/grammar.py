"""The few rules of German grammar that generated sentences need.

Each rule either knows the right form or returns None, so that a sentence takes another construction instead
of a wrong ending.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Names of measures that take no plural ending in any case.
_INVARIABLE = {"Prozent", "Prozentpunkte", "Euro", "Mark", "Grad", "Stück"}
_SINGULARS = {
    "Personen": "Person", "Haushalte": "Haushalt", "Pässe": "Pass", "Plätze": "Platz", "Fälle": "Fall",
    "Indexpunkte": "Indexpunkt", "Punkte": "Punkt", "Prozentpunkte": "Prozentpunkt", "Kinder": "Kind",
    "Wohnungen": "Wohnung", "Jahre": "Jahr", "Tage": "Tag", "Monate": "Monat", "Stunden": "Stunde",
    "Prozent": "Prozent", "Euro": "Euro", "Einwohner": "Einwohner", "Verfahren": "Verfahren",
}  # fmt: skip
# Plural nouns that can be counted one by one, recognised by their endings: "15 von 100" and "auf 1000 kamen"
# are said of persons, households or cases, never of money or area.
_COUNTED = (
    "einwohner", "einwohnerinnen", "kinder", "jugendliche", "erwachsene", "personen", "menschen", "frauen",
    "männer", "schülerinnen", "schüler", "studierende", "auszubildende", "haushalte", "gemeinschaften",
    "familien", "schulabgänge", "berechtigte", "beschäftigte", "beschäftigten", "arbeitslose",
    "empfängerinnen", "empfänger", "arbeitnehmerinnen", "arbeitnehmer", "bewerberinnen", "bewerber",
    "nachfragende", "bedürftige", "geborene", "geburten", "mütter", "väter", "eltern", "alleinerziehende",
    "ärztinnen", "ärzte", "verfahren", "pässe", "plätze", "wohnungen", "fälle", "anträge", "beratungen",
    "besuche", "teilnehmende", "mitglieder",
)  # fmt: skip
_PAST_PLURAL = {
    "arbeiten": "arbeiteten", "bekommen": "bekamen", "besuchen": "besuchten", "beziehen": "bezogen",
    "brauchen": "brauchten", "erhalten": "erhielten", "haben": "hatten", "können": "konnten",
    "leben": "lebten", "müssen": "mussten", "nutzen": "nutzten", "sind": "waren", "verlassen": "verließen",
    "werden": "wurden", "wohnen": "wohnten",
}  # fmt: skip


def listed(parts: Sequence[str]) -> str:
    """`A`, `A und B`, `A, B und C`."""
    return " und ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def sentence(text: str) -> str:
    """The text as a sentence: a capital in front, one full stop at the end."""
    text = text.strip()
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    return ended[:1].upper() + ended[1:]


def dative_plural(noun: str) -> str | None:
    """`Haushalte` → `Haushalten`, `Personen` → `Personen`; None where the ending does not tell."""
    if noun in _INVARIABLE or noun.endswith(("n", "s")):
        return noun
    return f"{noun}n" if noun.endswith(("e", "er", "el")) else None


def dative_phrase(phrase: str) -> str | None:
    """A plural phrase after `von 100`: `Kinder unter 15 Jahren` → `Kindern unter 15 Jahren`.

    Adjectives in front follow (`zivile Erwerbspersonen` → `zivilen Erwerbspersonen`), a pair of nouns too
    (`Schülerinnen und Schüler` → `Schülerinnen und Schülern`). None where the phrase is built otherwise.
    """
    words = phrase.removeprefix("alle ").split(" ")
    place = next((i for i, word in enumerate(words) if word[:1].isupper()), None)
    if place is None or any(not word.endswith(("e", "en")) for word in words[:place]):
        return None
    front = [word if word.endswith("n") else f"{word}n" for word in words[:place]]
    last = place + 2 if words[place + 1 : place + 2] == ["und"] and words[place + 2 : place + 3] else place
    nouns = [dative_plural(word) for word in words[place : last + 1 : 2]]
    if None in nouns:
        return None
    return " ".join([*front, " und ".join(noun for noun in nouns if noun), *words[last + 1 :]])


def counted_phrase(phrase: str | None) -> str | None:
    """A plural phrase as it follows a number (`alle zivilen Erwerbspersonen` → `zivile Erwerbspersonen`).

    None where it does not name things that are counted one by one.
    """
    if not phrase or re.search(r"[;:()]|geteilt durch", phrase):
        return None
    head = next((word for word in phrase.split(" ") if word[:1].isupper()), "")
    if not head.lower().endswith(_COUNTED):
        return None
    if not phrase.startswith("alle "):
        return phrase
    words = phrase.removeprefix("alle ").split(" ")
    place = words.index(head)
    return " ".join([*(re.sub("en$", "e", word) for word in words[:place]), *words[place:]])


def past_plural(verb: str) -> str | None:
    """`erhalten` → `erhielten`; None for verbs whose past is not in the list."""
    return _PAST_PLURAL.get(verb)


def singular(noun: str) -> str | None:
    """`Pässe` → `Pass`; None for nouns that are not in the list."""
    return _SINGULARS.get(noun)
