"""From the territory that a source names to ours, by its official key on the day that the source goes by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lagebild.intake.published import Region
from lagebild.model import Report, Territory, TerritoryKey

_NATION_KEYS = frozenset({"DG", "D", "DE", "00", "0"})
_NATION_NAMES = frozenset(
    {"deutschland", "bundesrepublik deutschland", "bundesgebiet", "bund", "deutschland insgesamt"}
)
# Whatever the source groups districts into carries numbers that look like keys of Länder and districts.
_OTHER_LEVELS = re.compile(r"region|typ|verbände|zusammenfassung|bezirk|ost/west", re.IGNORECASE)
_KIND_WORDS = re.compile(
    r"\b(?:kreisfreie|krfr\.|krsfr\.|kreisfr\.|große|kreisangehörige)?\s*"
    r"(?:stadt|landeshauptstadt|hansestadt|universitätsstadt|wissenschaftsstadt|landkreis|kreis|stadtkreis|lk)\b"
    r"|\bkrfr\.|\bkrsfr\."
)
_KEYISH = re.compile(r"DG|DE?|DE[0-9A-Z]{1,3}|[0-9]{1,5}|[0-9]{7,9}|[0-9]{12}")


@dataclass(frozen=True, slots=True)
class Match:
    """Which of our territories a source means."""

    territory: str | None
    formerly: str | None = None
    """The territory whose key it was or will be on another day."""


class Territories:
    """Our territories under their keys and names."""

    def __init__(self, report: Report, own: Mapping[str, str] | None = None) -> None:
        self._own = {_name(name): ident for name, ident in (own or {}).items()}
        self._territories = report.territories
        self._keys: dict[str, list[TerritoryKey]] = defaultdict(list)
        for key in report.territory_keys:
            self._keys[key.key].append(key)
        self._names: dict[str, list[Territory]] = defaultdict(list)
        for territory in report.territories.values():
            for name in {_name(territory.name), _name(re.sub(r"\(.*?\)", "", territory.name))}:
                self._names[name].append(territory)
        self._nation = next((t.id for t in report.territories.values() if t.kind == "bund"), None)

    @property
    def lands(self) -> frozenset[str]:
        """The first two digits of our territories' keys: what lies around us."""
        return frozenset(key[:2] for key in self._keys if key[:2].isdigit())

    def weight(self, text: str) -> int:
        """How surely a cell names one of our territories: 0 not at all, 4 by a key that nothing else looks
        like.
        """
        key, name = split_key(text)
        if any(candidate in self._keys for candidate in candidates(key)):
            return 4 if len(key) > 2 else 2
        if key.upper() in _NATION_KEYS - {"0", "00", "D"}:
            return 2
        return int(_name(name) in self._names or _name(name) in self._own or _name(name) in _NATION_NAMES)

    def find(self, region: Region, day: date) -> Match:
        """Ours that the source means, by the keys that were valid on `day`."""
        for said in (region.key, region.name):
            if own := self._own.get(_name(said)):
                return Match(own)
        if len(region.key) <= 5 and _OTHER_LEVELS.search(region.level):
            return Match(None)
        if self._is_nation(region):
            return Match(self._nation)
        if region.key:
            return self._by_key(region, day)
        return self._by_name(region.name, day)

    def _is_nation(self, region: Region) -> bool:
        return region.key.upper() in _NATION_KEYS - {"0", "00"} or _name(region.name) in _NATION_NAMES

    def _by_key(self, region: Region, day: date) -> Match:
        found = [key for candidate in candidates(region.key) for key in self._keys.get(candidate, ())]
        if len(region.key) <= 2:
            found = [key for key in found if self._same_name(key.territory, region)]
        for key in found:
            if (key.valid_from or date.min) <= day <= (key.valid_to or date.max):
                return Match(key.territory)
        return Match(None, found[0].territory if found else None)

    def _same_name(self, territory: str, region: Region) -> bool:
        """One or two digits are a Land only if the name says so."""
        known = self._territories.get(territory)
        return known is None or not region.name or _name(known.name) in _name(region.name)

    def _by_name(self, name: str, day: date) -> Match:
        found = self._names.get(_name(name), [])
        existing = [territory for territory in found if territory.exists_on(day)]
        if len(existing) == 1:
            return Match(existing[0].id)
        return Match(None, found[0].id if found else None)


def split_key(text: str) -> tuple[str, str]:
    """Key and name of cells such as `16056 Musterstadt, Stadt`."""
    if found := re.fullmatch(r"([0-9]{2}|[0-9]{5}|[0-9]{8,9}|[0-9]{12})\s+(\D.*)", text):
        return found[1], found[2]
    return (text, "") if is_keyish(text) else ("", text)


def is_keyish(text: str) -> bool:
    """Whether a cell has the form of an official key."""
    return bool(_KEYISH.fullmatch(text))


def candidates(key: str) -> Iterator[str]:
    """The keys that a printed key may mean: lost zeros, keys padded with zeros, the long regional key."""
    yield key
    if not key.isdigit():
        return
    if len(key) in (1, 4, 7):
        yield key.zfill(len(key) + 1)
    if len(key) == 8 and key.endswith("000"):
        yield key[:5]
    if len(key) == 7 and key.endswith("000"):
        yield key[:4].zfill(5)
    if len(key) == 9:
        # Key of a municipal association; a municipality that belongs to none is its own.
        yield key[:5] + key[6:]
    if len(key) == 12:
        yield key[:5] if key.endswith("0000000") else key[:5] + key[9:]


def _name(text: str) -> str:
    plain = re.sub(r"\s+", " ", text).casefold().strip()
    plain = _KIND_WORDS.sub("", plain)
    return re.sub(r"\s+", " ", plain).strip(" ,;")


def by_land(regions: Sequence[Region]) -> Mapping[str, list[Region]]:
    """Regions under the first two digits of their keys."""
    found: dict[str, list[Region]] = defaultdict(list)
    for region in regions:
        key = next((k for k in candidates(region.key) if len(k) in (2, 5, 8)), region.key)
        found[key[:2] if key[:2].isdigit() else ""].append(region)
    return found
