"""What pydantic says about a value, in German: rule, what is wrong, what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from lagebild.load.cells import read_number
from lagebild.model import FormError
from lagebild.problems import did_you_mean

WRONG_CHOICE = "wert-unbekannt"
WRONG_KIND = "angabe-form"

Translation = Callable[[str, Any, Mapping[str, Any]], tuple[str, str, str]]


def _kind_of(value: Any) -> str:
    if isinstance(value, dict):
        return "Hier stehen Schlüssel mit Werten"
    if isinstance(value, list):
        return "Hier steht eine Liste"
    return f"Hier steht nur „{value}“"


def _text_expected(name: str, value: Any, _: Mapping[str, Any]) -> tuple[str, str, str]:
    hint = (
        " Enthält der Text einen Doppelpunkt, setzen Sie ihn in Anführungszeichen."
        if isinstance(value, dict)
        else ""
    )
    return (
        WRONG_KIND,
        f"{_kind_of(value)}, wo „{name}“ einen Text braucht.",
        f"Schreiben Sie {name}: Text.{hint}",
    )


def _list_expected(name: str, value: Any, _: Mapping[str, Any]) -> tuple[str, str, str]:
    shown = value if isinstance(value, str) and len(value) < 30 else "eins"
    return (
        WRONG_KIND,
        f"{_kind_of(value)}, wo „{name}“ eine Liste braucht.",
        f"Schreiben Sie {name}: [{shown}], oder jeden Eintrag mit „- “ in eine eigene Zeile.",
    )


def _mapping_expected(name: str, value: Any, _: Mapping[str, Any]) -> tuple[str, str, str]:
    return (
        WRONG_KIND,
        f"{_kind_of(value)}, wo „{name}“ Schlüssel mit Werten braucht.",
        "Schreiben Sie schlüssel: wert, jeden Schlüssel in eine eigene Zeile, oder {schlüssel: wert}.",
    )


def _pairs_expected(name: str, _value: Any, _: Mapping[str, Any]) -> tuple[str, str, str]:
    return (
        WRONG_KIND,
        f"„{name}“ braucht Schlüssel, zu denen je ein Text gehört.",
        f"Schreiben Sie {name}: {{schlüssel: text, anderer: text}}.",
    )


def _number_expected(name: str, value: Any, _: Mapping[str, Any]) -> tuple[str, str, str]:
    return WRONG_KIND, f"{_kind_of(value)}, wo „{name}“ eine Zahl braucht.", f"Schreiben Sie {name}: 12,5."


def _date_expected(name: str, value: Any, _: Mapping[str, Any]) -> tuple[str, str, str]:
    return (
        WRONG_KIND,
        f"{_kind_of(value)}, wo „{name}“ ein Datum braucht.",
        f"Schreiben Sie {name}: 2019-09-10.",
    )


def _yes_or_no_expected(name: str, value: Any, _: Mapping[str, Any]) -> tuple[str, str, str]:
    return WRONG_KIND, f"{_kind_of(value)}, wo „{name}“ ja oder nein braucht.", f"Schreiben Sie {name}: ja."


def _one_of(name: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str, str]:
    allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
    if not isinstance(value, str):
        return (
            WRONG_KIND,
            f"{_kind_of(value)}, wo „{name}“ ein Wort braucht.",
            f"Erlaubt: {', '.join(allowed)}.",
        )
    return WRONG_CHOICE, f"„{value}“ ist kein möglicher Wert für „{name}“.", did_you_mean(value, allowed)


def _own_form(name: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str, str]:
    fault = context.get("error")
    notes = read_number(str(value)).notes
    if isinstance(fault, FormError) and notes and notes[0].rule == fault.kind:
        return fault.kind, f"„{name}“: {notes[0].message}", notes[0].remedy
    if isinstance(fault, FormError):
        return fault.kind, f"„{name}“: {fault.message}", fault.remedy
    return (
        WRONG_KIND,
        f"Der Wert von „{name}“ hat nicht die erwartete Form.",
        "Vergleichen Sie mit anderen Dateien.",
    )


def _instance_expected(name: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str, str]:
    if context.get("class_name", context.get("class")) == "When":
        return _date_expected(name, value, context)
    return _mapping_expected(name, value, context)


def _untranslated(name: str, value: Any, _: Mapping[str, Any]) -> tuple[str, str, str]:
    return (
        WRONG_KIND,
        f"Der Wert von „{name}“ passt nicht.",
        "Vergleichen Sie mit einer anderen Datei derselben Art.",
    )


TRANSLATIONS: Mapping[str, Translation] = {
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "pairs": _pairs_expected,
    "dataclass_type": _instance_expected,
    "dataclass_exact_type": _instance_expected,
    "is_instance_of": _instance_expected,
    "float_type": _number_expected,
    "int_type": _number_expected,
    "bool_type": _yes_or_no_expected,
    "literal_error": _one_of,
    "value_error": _own_form,
    "missing": _mapping_expected,
}
"""pydantic's error type → rule, message and remedy; a test walks the models for types that are absent."""


def translate(kind: str, name: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str, str]:
    """Rule, message and remedy for one of pydantic's error types at the key `name`."""
    return TRANSLATIONS.get(kind, _untranslated)(name, value, context)
