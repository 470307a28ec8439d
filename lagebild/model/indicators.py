"""Indicators: what a figure means, and the figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, WithJsonSchema

from lagebild.model.nouns import ID_KEY, Noun, key
from lagebild.model.values import Dated, FormError, Number, Period, Text

Direction = Literal["sinken", "steigen", "neutral"]
IndicatorKind = Literal["lage", "leistung"]
TimeReference = Literal["jahr", "stichtag", "jahresdurchschnitt", "schuljahr", "quartal"]
Rhythm = Literal["jaehrlich", "zweijaehrlich", "unregelmaessig", "eingestellt"]
BreakdownKind = Literal["vollstaendig", "ueberlappend"]
TargetKind = Literal["erreichen", "halten", "richtung"]
UnitKind = Literal["anteil", "rate", "anzahl", "betrag", "index"]
UNIT_KINDS: tuple[str, ...] = get_args(UnitKind)
GENDERS: tuple[str, ...] = ("m", "f", "n")

SIGNS_WITHOUT_VALUE = ("geheim", "unbekannt", "spaeter", "unsicher", "nicht-sinnvoll")
SIGNS_FOR_ZERO = ("nichts", "weniger-als-halb")
SIGNS_WITH_VALUE = ("eingeschraenkt",)
SIGNS = (*SIGNS_FOR_ZERO, *SIGNS_WITHOUT_VALUE, *SIGNS_WITH_VALUE)
"""Words for the signs of official statistics; a figure carries at most one."""
MARKS = ("vorlaeufig", "berichtigt", "geschaetzt", "eigene-berechnung", "umgerechnet", "groesserer-bezirk")
"""Notes on how a figure came about; a figure may carry several beside its sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit from `data/codelisten/einheiten.csv`."""

    code: str
    name: str
    """In words, as it follows a number: `Prozent`, `Euro je Monat`."""
    symbol: str
    decimals: int
    """How many decimals pages show."""
    gender: str
    """m, f or n: grammatical gender of the name."""
    kind: str
    """One of `UNIT_KINDS`; decides which interval fits (anteil: Wilson; rate, anzahl: Poisson, Byar)."""
    factor: float
    """What numerator by denominator is multiplied with: 100 for per cent."""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One value of a breakdown."""

    code: str
    name: str
    part_of: str | None = None
    order: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Comparability:
    """Whether figures may be compared, and if not, why."""

    allowed: bool
    reason: str = ""


def _comparability(value: Any) -> Any:
    if value == "ja":
        return Comparability(True)
    if isinstance(value, dict) and set(value) - {"@"} == {"nein"} and isinstance(value["nein"], str):
        return Comparability(False, value["nein"])
    if isinstance(value, Comparability):
        return value
    raise FormError(
        "vergleichbarkeit",
        "Hier steht weder „ja“ noch ein Nein mit Grund.",
        "Schreiben Sie ja oder {nein: Grund, warum nicht verglichen werden darf}.",
    )


_Comparability = Annotated[
    Comparability,
    BeforeValidator(_comparability),
    WithJsonSchema(
        {
            "anyOf": [
                {"const": "ja"},
                {
                    "type": "object",
                    "required": ["nein"],
                    "additionalProperties": False,
                    "properties": {"nein": {"type": "string", "title": "Grund"}},
                },
            ]
        }
    ),
]


def _main_series(value: Any) -> Any:
    if value == "keine":
        return None
    if isinstance(value, dict):
        return tuple((k, v) for k, v in value.items() if k != "@")
    return value


MainSeries = Annotated[
    tuple[tuple[str, str], ...] | None,
    BeforeValidator(_main_series),
    WithJsonSchema(
        {"anyOf": [{"const": "keine"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown(Noun):
    """A breakdown (Merkmal) of an indicator: a column of its table."""

    id: str = key("id", "Kennung", "Spaltenname in werte.csv und Name der Codeliste")
    kind: BreakdownKind = key(
        "art", "Art", "vollstaendig: Teile ergeben die Summe; ueberlappend: nie summiert"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Noun):
    """From this date on the figures are not comparable with those before."""

    start: Dated = key("ab", "Ab", "Erster Zeitraum nach dem Bruch")
    reason: Text = key("grund", "Grund")
    territories: tuple[str, ...] | None = key("gebiete", "Gebiete", "Nur für diese Gebiete", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Noun):
    """An intermediate target."""

    value: Number = key("wert", "Wert")
    until: Dated = key("bis", "Bis")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Noun):
    """A measurable target that the council has decided."""

    kind: TargetKind = key(
        "art", "Art", "erreichen: Wert bis zu einem Jahr; halten: in jedem Zeitraum; richtung"
    )
    value: Number | None = key("wert", "Wert", default=None)
    until: Dated | None = key("bis", "Bis", default=None)
    decision: Text | None = key("beschluss", "Beschluss", "Kennung aus beschluesse.yaml", default=None)
    valid_from: Dated | None = key("gilt_von", "Gilt von", default=None)
    valid_to: Dated | None = key("gilt_bis", "Gilt bis", default=None)
    milestones: tuple[Milestone, ...] = key("zwischenziele", "Zwischenziele", default=())
    territories: tuple[str, ...] | None = key("gebiete", "Gebiete", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds(Noun):
    """Between which values a figure can lie at all."""

    low: Number | None = key("min", "Kleinster möglicher Wert", default=None)
    high: Number | None = key("max", "Größter möglicher Wert", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrecy(Noun):
    """Whether the figures are published official ones or the city's own counts."""

    origin_of_figures: Literal["veroeffentlicht", "eigene"] = key("herkunft", "Herkunft")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Noun):
    """What a table of figures means: one unit, one denominator."""

    id: str = field(metadata={"alias": ID_KEY})
    title: Text = key("titel", "Titel")
    question: Text | None = key("frage", "Frage", "Welche Frage die Zahl beantwortet", default=None)
    short: Text | None = key("kurz", "Kurz", "Ein Satz: was gemessen wird", default=None)
    plain: Text | None = key(
        "einfach", "Einfach", "In einfacher Sprache, von Menschen geschrieben", default=None
    )
    fields: tuple[str, ...] = key("handlungsfelder", "Handlungsfelder", default=())
    kind: IndicatorKind = key("art", "Art", "lage: viele Ursachen; leistung: eigenes Tun")
    unit: str = key("einheit", "Einheit", "Kennung aus codelisten/einheiten.csv")
    direction: Direction = key("richtung", "Richtung", "Welche Veränderung erwünscht ist")
    direction_reason: Text | None = key("richtung_grund", "Grund der Richtung", default=None)
    numerator: Text | None = key("zaehler", "Zähler", default=None)
    denominator: Text | None = key("nenner", "Nenner", default=None)
    definition: Text | None = key("definition", "Definition", default=None)
    time_reference: TimeReference = key("zeitbezug", "Zeitbezug")
    rhythm: Rhythm = key("rhythmus", "Rhythmus")
    next_update: Dated | None = key("naechste_aktualisierung", "Nächste Aktualisierung", default=None)
    breakdowns: tuple[Breakdown, ...] = key("merkmale", "Merkmale", default=())
    main_series: MainSeries = key("hauptreihe", "Hauptreihe", "Je Merkmal ein Code, oder keine", default=())
    """Code per breakdown of the headline series; `()` without breakdowns, `None` for "keine"."""
    comparators: tuple[str, ...] = key(
        "vergleich", "Vergleich", "Gebiete, mit denen verglichen wird", default=()
    )
    over_time: _Comparability = key("zeitvergleich", "Zeitvergleich", default=Comparability(True))
    between_territories: _Comparability = key(
        "gebietsvergleich", "Gebietsvergleich", default=Comparability(True)
    )
    prices: Literal["nominal", "real"] | None = key("preise", "Preise", default=None)
    breaks: tuple[Break, ...] = key("brueche", "Brüche", default=())
    targets: tuple[Target, ...] = key("ziele", "Ziele", default=())
    bounds: Bounds | None = key("grenzen", "Grenzen", default=None)
    secrecy: Secrecy | None = key("geheimhaltung", "Geheimhaltung", default=None)
    keywords: tuple[Text, ...] = key("stichwoerter", "Stichwörter", "Auch gesucht als", default=())
    notes: Text | None = key("hinweise", "Hinweise", default=None)
    checked: Text | None = key("geprueft", "Geprüft", "Wie die Zahlen geprüft wurden", default=None)

    @property
    def file(self) -> str:
        """Path of its definition below the package root."""
        return f"data/indikatoren/{self.id}/indikator.yaml"

    @property
    def table(self) -> str:
        """Path of its figures below the package root."""
        return f"data/indikatoren/{self.id}/werte.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One figure: one row of `werte.csv`."""

    territory: str
    period: Period
    breakdown: tuple[str, ...]
    """One code per breakdown, in the order of `Indicator.breakdowns`."""
    value: float | None
    """In the indicator's unit; None when a sign stands in its place."""
    numerator: float | None
    denominator: float | None
    signs: tuple[str, ...]
    """At most one of `SIGNS`, then any of `MARKS`."""
    source: str
    note: str
    row: int = field(default=0, compare=False)
    """Index of its row in the table, counted from 0."""

    @property
    def sign(self) -> str | None:
        """The sign of official statistics that the figure carries, if any."""
        return next((s for s in self.signs if s in SIGNS), None)

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What no two rows of a table may share: territory, period, breakdown."""
        return self.territory, self.period.text, self.breakdown
