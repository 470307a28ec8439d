"""Which file of a data package holds what: the contract's paths, nouns and columns in one place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lagebild.model import (
    ActionField,
    Actor,
    Conflict,
    ContextFigure,
    Decision,
    Event,
    FundingPeriod,
    Goal,
    Indicator,
    Measure,
    Noun,
    PublishedReport,
    Recommendation,
    Release,
    ResponsibilityChange,
    Revision,
    Site,
    Source,
    StrategyMilestone,
    Term,
)

CATALOGUE = "datapackage.json"
SITE = "data/seite.yaml"
TERRITORIES = "data/gebiete/gebiete.csv"
TERRITORY_KEYS = "data/gebiete/schluessel.csv"
UNITS = "data/codelisten/einheiten.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A YAML file whose top level is a list of one noun."""

    path: str
    noun: type[Noun]
    attribute: str
    """Attribute of `Report` that holds the entries."""
    schema: str
    """Name of the JSON Schema of the whole file."""
    title: str
    by_id: bool = False
    """Whether the report keeps the entries under their ids."""
    required: bool = False


LIST_FILES: tuple[ListFile, ...] = (
    ListFile(
        path="data/quellen.yaml",
        noun=Source,
        attribute="sources",
        schema="quellen",
        title="Quellen",
        by_id=True,
        required=True,
    ),
    ListFile(
        path="data/akteure.yaml",
        noun=Actor,
        attribute="actors",
        schema="akteure",
        title="Akteure",
        by_id=True,
        required=True,
    ),
    ListFile(
        path="data/strategie/handlungsfelder.yaml",
        noun=ActionField,
        attribute="fields",
        schema="handlungsfelder",
        title="Handlungsfelder",
        by_id=True,
        required=True,
    ),
    ListFile(
        path="data/strategie/ziele.yaml",
        noun=Goal,
        attribute="goals",
        schema="ziele",
        title="Ziele der Strategie",
        by_id=True,
    ),
    ListFile(
        path="data/strategie/empfehlungen.yaml",
        noun=Recommendation,
        attribute="recommendations",
        schema="empfehlungen",
        title="Empfehlungen",
        by_id=True,
    ),
    ListFile(
        path="data/strategie/ereignisse.yaml",
        noun=Event,
        attribute="events",
        schema="ereignisse",
        title="Ereignisse",
        by_id=True,
    ),
    ListFile(
        path="data/strategie/meilensteine.yaml",
        noun=StrategyMilestone,
        attribute="milestones",
        schema="meilensteine",
        title="Meilensteine",
    ),
    ListFile(
        path="data/strategie/beschluesse.yaml",
        noun=Decision,
        attribute="decisions",
        schema="beschluesse",
        title="Beschlüsse",
        by_id=True,
    ),
    ListFile(
        path="data/strategie/foerderperioden.yaml",
        noun=FundingPeriod,
        attribute="funding_periods",
        schema="foerderperioden",
        title="Förderperioden",
    ),
    ListFile(
        path="data/strategie/zustaendigkeiten.yaml",
        noun=ResponsibilityChange,
        attribute="responsibility_changes",
        schema="zustaendigkeiten",
        title="Wechsel der Zuständigkeit",
    ),
    ListFile(
        path="data/strategie/konflikte.yaml",
        noun=Conflict,
        attribute="conflicts",
        schema="konflikte",
        title="Widersprüche zwischen Quellen",
    ),
    ListFile(
        path="data/strategie/berichte.yaml",
        noun=PublishedReport,
        attribute="reports",
        schema="berichte",
        title="Berichte",
        by_id=True,
    ),
    ListFile(
        path="data/strategie/releases.yaml",
        noun=Release,
        attribute="releases",
        schema="releases",
        title="Ausgaben der Daten",
    ),
    ListFile(
        path="data/kontext.yaml",
        noun=ContextFigure,
        attribute="context",
        schema="kontext",
        title="Einzelne Angaben",
    ),
    ListFile(
        path="data/revisionen.yaml",
        noun=Revision,
        attribute="revisions",
        schema="revisionen",
        title="Revisionen",
    ),
    ListFile(path="data/glossar.yaml", noun=Term, attribute="glossary", schema="glossar", title="Glossar"),
)

SINGLE_NOUNS: tuple[tuple[str, type[Noun], str], ...] = (
    ("seite", Site, "Angaben zur Seite"),
    ("indikator", Indicator, "Indikator"),
    ("massnahme", Measure, "Maßnahme"),
)
"""Schema name, noun and title of the files whose top level is one mapping."""

REQUIRED: tuple[str, ...] = (
    SITE,
    TERRITORIES,
    TERRITORY_KEYS,
    UNITS,
    *(f.path for f in LIST_FILES if f.required),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a kind of table."""

    all: tuple[str, ...]
    """Every column it may have, in the order of the contract."""
    optional: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    """Those among them whose cells are numbers."""

    @property
    def required(self) -> tuple[str, ...]:
        """The columns it must have."""
        return tuple(name for name in self.all if name not in self.optional)


_VALIDITY = ("gueltig_von", "gueltig_bis")
TERRITORY_COLUMNS = Columns(
    all=("id", "name", "typ", "uebergeordnet", *_VALIDITY, "hinweis"),
    optional=("uebergeordnet", *_VALIDITY, "hinweis"),
)
KEY_COLUMNS = Columns(all=("gebiet", "art", "schluessel", *_VALIDITY), optional=_VALIDITY)
UNIT_COLUMNS = Columns(
    all=("code", "name", "zeichen", "nachkommastellen", "genus", "art", "faktor"),
    numbers=("nachkommastellen", "faktor"),
)
CODE_COLUMNS = Columns(
    all=("code", "name", "teil_von", "reihenfolge"),
    optional=("teil_von", "reihenfolge"),
    numbers=("reihenfolge",),
)
FIGURE_NUMBERS = ("wert", "zaehler", "nenner")


def figure_columns(breakdowns: tuple[str, ...]) -> Columns:
    """The columns of `werte.csv`; the breakdowns stand between `zeit` and `wert`."""
    return Columns(
        all=("gebiet", "zeit", *breakdowns, "wert", "zaehler", "nenner", "zeichen", "quelle", "anmerkung"),
        optional=("zaehler", "nenner", "zeichen", "anmerkung"),
        numbers=FIGURE_NUMBERS,
    )


INDICATOR_FILE = re.compile(r"data/indikatoren/([^/]+)/indikator\.yaml")
FIGURES_FILE = re.compile(r"data/indikatoren/([^/]+)/werte\.csv")
IMPORT_FILE = re.compile(r"data/indikatoren/([^/]+)/import\.yaml")
"""How official tables become an indicator's figures; the build does not read it."""
MEASURE_FILE = re.compile(r"data/massnahmen/([^/]+)\.yaml")
CODE_LIST_FILE = re.compile(r"data/codelisten/([^/]+)\.csv")
BOUNDARY_FILE = re.compile(r"data/gebiete/([^/]+)\.geojson")
