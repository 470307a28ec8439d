"""From YAML data to nouns: pydantic validates, every fault becomes a German problem at its exact place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from lagebild.load.noun_keys import OWN_KEYS, adapter, aliases, choice, is_date, is_mapping, noun_under
from lagebild.load.noun_messages import WRONG_KIND, translate
from lagebild.load.noun_places import NounPlaces
from lagebild.load.yaml_events import YamlFile
from lagebild.model import ORIGIN_KEY, Noun, Place
from lagebild.problems import Problem, did_you_mean, error, nearest, warning

UNKNOWN_KEY = "schluessel-unbekannt"
MISSING = "angabe-fehlt"

NounT = TypeVar("NounT", bound=Noun)


@dataclass(frozen=True, slots=True)
class Validated(Generic[NounT]):
    """A noun, or None with the problems that kept it from being one."""

    noun: NounT | None
    problems: tuple[Problem, ...] = ()


def read_noun(noun: type[NounT], data: Any, source: YamlFile, place: Place) -> Validated[NounT]:
    """Validate one mapping of a YAML file; `place` is where it stands, should it be none."""
    if not isinstance(data, dict):
        return Validated(None, (_not_a_mapping(noun, data, place),))
    given = _without_empty_options(noun, data)
    try:
        return Validated(adapter(noun).validate_python(given), tuple(_german_dates(noun, given)))
    except ValidationError as fault:
        return Validated(None, tuple(_Faults(noun, given, source).problems(fault)))


def _not_a_mapping(noun: type[Noun], data: Any, place: Place) -> Problem:
    keys = [key for key in aliases(noun) if key not in OWN_KEYS][:2]
    example = ", ".join(f"{key}: …" for key in keys)
    what = "eine Liste" if isinstance(data, list) else "nichts" if data is None else "nur ein Text"
    return error(
        WRONG_KIND,
        place,
        f"Erwartet werden Schlüssel mit Werten; hier steht {what}.",
        f"Schreiben Sie zum Beispiel {example}, jeden Schlüssel in eine eigene Zeile.",
    )


_GERMAN_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def _german_dates(noun: type[Any], data: Mapping[str, Any]) -> Iterator[Problem]:
    """Dates like 31.12.2019 are understood; the form that sorts is asked for."""
    for key, value in data.items():
        inner = noun_under(noun, key)
        for part in value if isinstance(value, list) else [value]:
            if inner is not None and isinstance(part, dict):
                yield from _german_dates(inner, part)
        found = _GERMAN_DATE.fullmatch(value) if isinstance(value, str) and is_date(noun, key) else None
        if found:
            tidy = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
            message = f"„{value}“ wird als „{tidy}“ gelesen."
            yield warning("datum", data[ORIGIN_KEY].at(key), message, f"Besser: {key}: {tidy}", value)


def _without_empty_options(noun: type[Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """An optional key without a value says the same as no key."""
    optional = {
        key for key, f in aliases(noun).items() if f.default is not dataclasses.MISSING and key != ORIGIN_KEY
    }
    return {key: value for key, value in data.items() if value is not None or key not in optional}


def _how_to_add(noun: type[Any] | None, key: str) -> str:
    described = aliases(noun).get(key)
    text = described.metadata.get("description") if described else None
    if described and (allowed := choice(described.type)):
        return f"Ergänzen Sie {key}: und einen dieser Werte: {', '.join(allowed)}."
    return f"Ergänzen Sie {key}: … ({text})." if text else f"Ergänzen Sie {key}: …"


class _Faults:
    """Turns the errors of one validation into problems."""

    def __init__(self, noun: type[Noun], data: Mapping[str, Any], source: YamlFile) -> None:
        self._noun = noun
        self._places = NounPlaces(data, source)

    def problems(self, fault: ValidationError) -> Iterator[Problem]:
        errors = list(self._with_dates_as_one(fault.errors(include_url=False)))
        unknown = [e for e in errors if e["type"] in ("unexpected_keyword_argument", "extra_forbidden")]
        absent = [e for e in errors if e["type"] in ("missing", "missing_keyword_only_argument")]
        for e in unknown:
            meant = self._misspelt(e, absent)
            if meant is not None:
                absent.remove(meant)
            yield self._unknown_key(e, meant)
        for e in absent:
            yield self._missing(e)
        for e in errors:
            if e not in unknown and e["type"] not in ("missing", "missing_keyword_only_argument"):
                yield self._wrong(e)

    def _with_dates_as_one(self, errors: Sequence[Any]) -> Iterator[Any]:
        """A mapping where a date belongs is one fault, not one for each part that a date has inside."""
        seen = set()
        for e in errors:
            loc = e["loc"][:-1]
            if not self._is_date(loc) or e["type"] == "value_error":
                yield e
            elif loc not in seen:
                seen.add(loc)
                yield {
                    "type": "dataclass_type",
                    "loc": loc,
                    "input": self._places.walk(loc),
                    "ctx": {"class_name": "When"},
                }

    def _is_date(self, loc: tuple[Any, ...]) -> bool:
        return bool(loc) and is_date(self._noun_at(loc[:-1]), str(loc[-1]))

    def _noun_at(self, loc: Sequence[Any]) -> type[Any] | None:
        """The noun that stands at `loc`; None where there is none."""
        noun: type[Any] | None = self._noun
        for name in loc:
            noun = noun_under(noun, name) if isinstance(name, str) else noun
        return noun

    def _misspelt(self, unknown: Any, absent: list[Any]) -> Any:
        """The required key that an unknown one beside it was probably meant to be."""
        beside = {e["loc"][-1]: e for e in absent if e["loc"][:-1] == unknown["loc"][:-1]}
        match = nearest(str(unknown["loc"][-1]), [str(key) for key in beside], key=True)
        return beside.get(match)

    def _unknown_key(self, e: Any, meant: Any) -> Problem:
        *above, key = e["loc"]
        allowed = [meant["loc"][-1]] if meant else self._keys_at(above)
        return error(
            UNKNOWN_KEY,
            self._places.of_key(above, key),
            f"Den Schlüssel „{key}“ gibt es hier nicht.",
            did_you_mean(key, allowed, key=True),
            key,
        )

    def _keys_at(self, loc: Sequence[Any]) -> list[str]:
        """The keys of the noun at `loc` that are not used yet."""
        around = self._places.walk(loc)
        taken = set(around) if isinstance(around, dict) else set()
        return [key for key in aliases(self._noun_at(loc)) if key not in OWN_KEYS and key not in taken]

    def _missing(self, e: Any) -> Problem:
        *above, key = e["loc"]
        place = dataclasses.replace(self._places.origin(above).at(), field=key)
        return error(MISSING, place, f"Die Angabe „{key}“ fehlt.", _how_to_add(self._noun_at(above), key))

    def _wrong(self, e: Any) -> Problem:
        loc, value = e["loc"], e["input"]
        place = self._places.of_value(loc)
        name = place.field or str(loc[-1])
        above = loc[: loc.index(name)] if name in loc else loc
        if is_mapping(self._noun_at(above), name):
            rule, message, remedy = translate("pairs", name, value, {})
            return error(rule, place, message, remedy)
        if value is None:
            return error(MISSING, place, f"„{name}“ ist leer.", f"Ergänzen Sie einen Wert: {name}: …")
        rule, message, remedy = translate(e["type"], name, value, e.get("ctx") or {})
        return error(rule, place, message, remedy, value if isinstance(value, str) else None)
