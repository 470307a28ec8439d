"""From YAML data to nouns: pydantic validates, every fault becomes a German problem at its exact place."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from lagebild.load.noun_keys import adapter, aliases, choice, noun_under
from lagebild.load.noun_messages import WRONG_KIND, translate
from lagebild.load.yaml_events import YamlFile
from lagebild.model import ORIGIN_KEY, Noun, Origin, Place
from lagebild.problems import Problem, did_you_mean, error, nearest

UNKNOWN_KEY = "schluessel-unbekannt"
MISSING = "angabe-fehlt"

NounT = TypeVar("NounT", bound=Noun)


@dataclass(frozen=True, slots=True)
class Validated(Generic[NounT]):
    """A noun, or None with the problems that kept it from being one."""

    noun: NounT | None
    problems: tuple[Problem, ...] = ()


def read_noun(noun: type[NounT], data: Any, source: YamlFile, file: str) -> Validated[NounT]:
    """Validate one mapping of a YAML file."""
    if not isinstance(data, dict):
        return Validated(None, (_not_a_mapping(noun, data, file),))
    given = _without_empty_options(noun, data)
    try:
        return Validated(adapter(noun).validate_python(given))
    except ValidationError as fault:
        return Validated(None, tuple(_Faults(noun, given, source).problems(fault)))


def _not_a_mapping(noun: type[Noun], data: Any, file: str) -> Problem:
    keys = [key for key in aliases(noun) if not key.startswith(ORIGIN_KEY)][:2]
    example = "; ".join(f"{key}: …" for key in keys)
    what = "eine Liste" if isinstance(data, list) else "leer" if data is None else "nur ein Text"
    return error(
        WRONG_KIND,
        Place(file=file, line=1),
        f"Erwartet werden Schlüssel mit Werten; hier ist {what}.",
        f"Schreiben Sie zum Beispiel {example}, jeden Schlüssel in eine eigene Zeile.",
    )


def _without_empty_options(noun: type[Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """An optional key without a value says the same as no key."""
    optional = {
        key for key, f in aliases(noun).items() if f.default is not dataclasses.MISSING and key != ORIGIN_KEY
    }
    return {key: value for key, value in data.items() if value is not None or key not in optional}


class _Faults:
    """Turns the errors of one validation into problems."""

    def __init__(self, noun: type[Noun], data: Mapping[str, Any], source: YamlFile) -> None:
        self._noun = noun
        self._data = data
        self._source = source

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
                    "input": self._walk(loc),
                    "ctx": {"class_name": "When"},
                }

    def _is_date(self, loc: tuple[Any, ...]) -> bool:
        noun: Any = self._noun
        names = [step for step in loc if isinstance(step, str)]
        for name in names[:-1]:
            noun = noun_under(noun, name)
        described = aliases(noun).get(names[-1]) if noun and names else None
        return described is not None and "Dated" in str(described.type)

    def _misspelt(self, unknown: Any, absent: list[Any]) -> Any:
        """The required key that an unknown one beside it was probably meant to be."""
        beside = {e["loc"][-1]: e for e in absent if e["loc"][:-1] == unknown["loc"][:-1]}
        match = nearest(str(unknown["loc"][-1]), [str(key) for key in beside], key=True)
        return beside.get(match)

    def _unknown_key(self, e: Any, meant: Any) -> Problem:
        key = str(e["loc"][-1])
        around = self._walk(e["loc"][:-1])
        allowed = [meant["loc"][-1]] if meant else self._keys_at(e["loc"][:-1], around)
        return error(
            UNKNOWN_KEY,
            self._place_of_key(around, key),
            f"Den Schlüssel „{key}“ gibt es hier nicht.",
            did_you_mean(key, allowed, key=True),
            key,
        )

    def _keys_at(self, loc: tuple[Any, ...], around: Any) -> list[str]:
        """The keys of the noun at `loc` that are not used yet."""
        noun: Any = self._noun
        for step in loc:
            if isinstance(step, str):
                noun = noun_under(noun, step)
        taken = set(around) if isinstance(around, dict) else set()
        return [k for k in aliases(noun) if not k.startswith(ORIGIN_KEY) and k not in taken] if noun else []

    def _place_of_key(self, around: Any, key: str) -> Place:
        origin = around.get(ORIGIN_KEY) if isinstance(around, dict) else None
        if not isinstance(origin, Origin):
            return self._origin().at()
        line, column = self._source.keys.get((origin.line, origin.column), {}).get(
            key, (origin.line, origin.column)
        )
        return Place(file=origin.file, line=line, column=column, field=key)

    def _missing(self, e: Any) -> Problem:
        key = str(e["loc"][-1])
        origin = self._origin(e["loc"][:-1])
        place = dataclasses.replace(origin.at(), field=key)
        return error(
            MISSING, place, f"Die Angabe „{key}“ fehlt.", self._help(e["loc"]) or f"Ergänzen Sie {key}: …"
        )

    def _help(self, loc: tuple[Any, ...]) -> str:
        noun: Any = self._noun
        names = [step for step in loc if isinstance(step, str)]
        for name in names[:-1]:
            noun = noun_under(noun, name) or noun
        described = aliases(noun).get(names[-1]) if names else None
        if described is None:
            return ""
        allowed = choice(described.type)
        if allowed:
            return f"Ergänzen Sie {names[-1]}: und einen dieser Werte: {', '.join(allowed)}."
        text = described.metadata.get("description")
        return f"Ergänzen Sie {names[-1]}: … ({text})." if text else ""

    def _wrong(self, e: Any) -> Problem:
        loc, value = e["loc"], e["input"]
        place = self._place(loc)
        name = place.field or str(loc[-1])
        if value is None:
            return error(MISSING, place, f"„{name}“ ist leer.", f"Ergänzen Sie einen Wert: {name}: …")
        rule, message, remedy = translate(e["type"], name, value, e.get("ctx") or {})
        return error(rule, place, message, remedy, value if isinstance(value, str) else None)

    def _walk(self, loc: tuple[Any, ...]) -> Any:
        """What stands at `loc` in the data; steps that the data does not have are left out."""
        here: Any = self._data
        for step in loc:
            if (isinstance(here, dict) and step in here) or (
                isinstance(here, list) and isinstance(step, int) and step < len(here)
            ):
                here = here[step]
        return here

    def _origin(self, loc: tuple[Any, ...] = ()) -> Origin:
        """The origin of the innermost mapping on the way to `loc`."""
        found = self._data[ORIGIN_KEY]
        here: Any = self._data
        for step in loc:
            here = here[step] if _has(here, step) else here
            if isinstance(here, dict) and ORIGIN_KEY in here:
                found = here[ORIGIN_KEY]
        assert isinstance(found, Origin)
        return found

    def _place(self, loc: tuple[Any, ...]) -> Place:
        """The value at `loc`: a key of the innermost mapping, or an entry of a list under it."""
        place = self._data[ORIGIN_KEY].at()
        origin: Origin | None = None
        here: Any = self._data
        key: str | None = None
        for step in loc:
            if isinstance(here, dict) and step in here:
                origin, key = here.get(ORIGIN_KEY), step
                place = origin.at(key) if origin else place
            elif isinstance(here, list) and origin is not None and isinstance(step, int):
                place = origin.at(key, step)
            here = here[step] if _has(here, step) else here
        return place  # type: ignore[no-any-return]


def _has(here: Any, step: Any) -> bool:
    if isinstance(here, dict):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and step < len(here)
