"""`data/indikatoren/<id>/import.yaml`: how an official table becomes the figures of an indicator.

It names the headings of the columns that are wanted, which of their words are codes of which breakdown, the
source, and what of the table is left out on purpose. With it, next year's file needs only the command again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from lagebild.intake.published import Label, Published, normal
from lagebild.load.layout import IMPORT_FILE
from lagebild.load.nouns import read_noun
from lagebild.load.yaml_events import read_yaml
from lagebild.model import ORIGIN_KEY, Noun, Place
from lagebild.model.nouns import key
from lagebild.model.sources import OneOrMany, TextMapping
from lagebild.model.values import Integer, Text
from lagebild.problems import Problem

ELSE = "sonst"
"""In a breakdown: the code of a column whose headings name none."""


def path_of(indicator: str) -> str:
    """Where the mapping of an indicator stands."""
    return f"data/indikatoren/{indicator}/import.yaml"


def _code_tables(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return tuple(
        (
            name,
            tuple((k, v) for k, v in codes.items() if k != ORIGIN_KEY) if isinstance(codes, dict) else codes,
        )
        for name, codes in value.items()
        if name != ORIGIN_KEY
    )


CodeTables = Annotated[tuple[tuple[str, tuple[tuple[str, str], ...]], ...], BeforeValidator(_code_tables)]


def _headings(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Headings = Annotated[tuple[OneOrMany, ...], BeforeValidator(_headings)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRule(Noun):
    """Which columns of a table are figures of the indicator."""

    headings: Headings = key(
        "kopf",
        "Kopf",
        "Überschriften, die über der Spalte stehen müssen; mehrere Schreibweisen als Liste",
        default=(),
    )
    breakdowns: CodeTables = key(
        "merkmale",
        "Merkmale",
        "Je Merkmal: Beschriftung und ihr Code; „sonst“ für Spalten ohne Beschriftung",
        default=(),
    )
    role: Literal["wert", "zaehler", "nenner"] = key(
        "als", "Als", "wert, zaehler oder nenner", default="wert"
    )

    def codes(self, labels: tuple[Label, ...]) -> dict[str, str] | None:
        """The code of each breakdown for a column with these labels; None for any other column."""
        rest = list(labels)
        for heading in self.headings:
            found = next((label for label in rest if _is_called(label, heading)), None)
            if found is None:
                return None
            rest.remove(found)
        codes: dict[str, str] = {}
        for breakdown, table in self.breakdowns:
            found = next((label for label in rest if _code(label, table)), None)
            code = _code(found, table) if found else dict(table).get(ELSE)
            if code is None:
                return None
            if found:
                rest.remove(found)
            codes[breakdown] = code
        return None if rest else codes


def _is_called(label: Label, names: tuple[str, ...]) -> bool:
    return bool({normal(name) for name in label} & {normal(name) for name in names})


def _code(label: Label, table: tuple[tuple[str, str], ...]) -> str | None:
    wanted = {normal(name) for name in label}
    return next((code for name, code in table if name != ELSE and normal(name) in wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRule(Noun):
    """One kind of table, and what becomes of it."""

    recognised_by: OneOrMany = key(
        "erkennung",
        "Erkennung",
        "Woran die Tabelle zu erkennen ist: Tabellennummer, Überschrift oder Teil des Dateinamens",
        default=(),
    )
    source: str = key("quelle", "Quelle", "Kennung aus quellen.yaml; {jahr} steht für die Jahre der Tabelle")
    source_like: str | None = key(
        "quelle_wie",
        "Quelle wie",
        "Nach diesem Eintrag entsteht ein neuer, wenn es die Quelle noch nicht gibt",
        default=None,
    )
    columns: tuple[ColumnRule, ...] = key("spalten", "Spalten")
    without: tuple[Text, ...] = key("ohne", "Ohne", "Überschriften, die bewusst wegbleiben", default=())
    territories: TextMapping = key(
        "gebiete",
        "Gebiete",
        "Schlüssel oder Name der Quelle und unser Gebiet, wo schluessel.csv nicht genügt",
        default=(),
    )
    only: tuple[str, ...] = key("nur_gebiete", "Nur Gebiete", "Nur diese Gebiete übernehmen", default=())
    signs: TextMapping = key("zeichen", "Zeichen", "Zeichen dieser Tabelle und ihr Wort", default=())
    time: Text | None = key("zeit", "Zeit", "Zeitraum, wenn die Tabelle keinen nennt", default=None)
    day: Text | None = key(
        "stichtag", "Stichtag", "Tag im Jahr, wenn die Quelle nur Jahre nennt: 12-31", default=None
    )
    school_year: Literal["beginn", "ende"] | None = key(
        "schuljahr", "Schuljahr", "Ob ein einzelnes Jahr Beginn oder Ende des Schuljahres ist", default=None
    )
    decimal: Literal["komma", "punkt"] | None = key("dezimal", "Dezimalzeichen", default=None)
    places: Integer | None = key("runden", "Runden", "Auf so viele Nachkommastellen", default=None)
    unit: Text | None = key("einheit", "Einheit", "Die Einheit, die in der Quelle stehen muss", default=None)
    empty: Text | None = key("leer", "Leer", "Zeichen für leere Zellen der Quelle", default=None)

    def recognises(self, published: Published, file: str) -> bool:
        """Whether the table names what this kind is recognised by: around its figures, or in its file's
        name.
        """
        labels = (name for labels in published.columns for label in labels for name in label)
        around = normal(" ".join((file, *published.texts, *labels)))
        return not self.recognised_by or any(normal(word) in around for word in self.recognised_by)

    def has_columns(self, published: Published) -> bool:
        """Whether at least one column of the table is wanted."""
        return any(rule.codes(labels) is not None for labels in published.columns for rule in self.columns)

    def is_left_out(self, labels: tuple[Label, ...]) -> bool:
        """Whether a column is left out on purpose."""
        names = {normal(name) for label in labels for name in label}
        return any(normal(word) in names for word in self.without)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping(Noun):
    """All tables from which an indicator takes its figures."""

    tables: tuple[TableRule, ...] = key("tabellen", "Tabellen")


@dataclass(frozen=True, slots=True)
class ReadMapping:
    """A mapping, or None with what is wrong with it."""

    mapping: ImportMapping | None
    problems: tuple[Problem, ...] = ()


def read_mapping(file: str, content: bytes) -> ReadMapping:
    """Read a mapping file; faults are told as those of every other YAML file."""
    source = read_yaml(file, content)
    if not source.readable:
        return ReadMapping(None, source.problems)
    read = read_noun(ImportMapping, source.data, source, Place(file=file, line=1))
    return ReadMapping(read.noun, (*source.problems, *read.problems))


def indicator_of(path: str) -> str | None:
    """The indicator whose mapping stands at a path."""
    found = IMPORT_FILE.fullmatch(path)
    return found[1] if found else None
