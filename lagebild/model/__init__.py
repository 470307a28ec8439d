"""The frozen nouns that everything else speaks of.

Each noun is declared once: its English attribute, its German key in the planner's files, its title and help
for editors. `Report` holds them all.
"""

from lagebild.model.indicators import (
    MARKS,
    SIGNS,
    SIGNS_FOR_ZERO,
    SIGNS_WITH_VALUE,
    SIGNS_WITHOUT_VALUE,
    Bounds,
    Break,
    Breakdown,
    Code,
    Comparability,
    Indicator,
    Milestone,
    Observation,
    Secrecy,
    Target,
    Unit,
)
from lagebild.model.measures import (
    MEASURE_KINDS,
    STATUSES,
    STRATEGY_TIES,
    Funding,
    IndicatorLink,
    Measure,
    PlanDate,
    Responsibility,
    StatusEntry,
)
from lagebild.model.nouns import ID_KEY, ORIGIN_KEY, Noun
from lagebild.model.places import NOWHERE, Origin, Place
from lagebild.model.report import Report, Table, TableRow, column_letter
from lagebild.model.site import Publication, Site
from lagebild.model.sources import Actor, ContextFigure, Evidence, Revision, Source, Term
from lagebild.model.strategy import (
    ActionField,
    Conflict,
    Decision,
    Event,
    FundingPeriod,
    Goal,
    PublishedReport,
    Recommendation,
    Release,
    ResponsibilityChange,
    Statement,
    StrategyMilestone,
)
from lagebild.model.territories import KEY_KINDS, TERRITORY_KINDS, Boundaries, Territory, TerritoryKey
from lagebild.model.values import FormError, Period, When

__all__ = [
    "ID_KEY", "KEY_KINDS", "MARKS", "MEASURE_KINDS", "NOWHERE", "ORIGIN_KEY", "SIGNS", "SIGNS_FOR_ZERO",
    "SIGNS_WITHOUT_VALUE", "SIGNS_WITH_VALUE", "STATUSES", "STRATEGY_TIES", "TERRITORY_KINDS",
    "ActionField", "Actor", "Boundaries", "Bounds", "Break", "Breakdown", "Code", "Comparability", "Conflict",
    "ContextFigure", "Decision", "Event", "Evidence", "FormError", "Funding", "FundingPeriod", "Goal",
    "Indicator", "IndicatorLink", "Measure", "Milestone", "Noun", "Observation", "Origin", "Period", "Place",
    "PlanDate", "Publication", "PublishedReport", "Recommendation", "Release", "Report", "Responsibility",
    "ResponsibilityChange", "Revision", "Secrecy", "Site", "Source", "Statement", "StatusEntry",
    "StrategyMilestone", "Table", "TableRow", "Target", "Term", "Territory", "TerritoryKey", "Unit", "When",
    "column_letter",
]  # fmt: skip
