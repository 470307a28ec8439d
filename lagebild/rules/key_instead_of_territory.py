"""Figures name territories, not official keys: one key can mean two territories, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from lagebild.model import Indicator, Period, Report, TerritoryKey
from lagebild.problems import Problem, error
from lagebild.rules._figures import figures_of

RULE = "schluessel-statt-gebiet"


def check(report: Report) -> Iterator[Problem]:
    """Cells that hold a key where a territory belongs, and whether the key was valid then."""
    for indicator in report.indicators.values():
        yield from _of_table(report, indicator)


def _of_table(report: Report, indicator: Indicator) -> Iterator[Problem]:
    seen: set[tuple[str, bool]] = set()
    for figure in figures_of(report, indicator):
        one = figure.observation
        keys = [key for key in report.territory_keys if key.key == one.territory]
        if not keys or one.territory in report.territories:
            continue
        valid = [key for key in keys if _valid_in(key, one.period)]
        if (one.territory, bool(valid)) not in seen:
            seen.add((one.territory, bool(valid)))
            yield error(
                RULE,
                figure.at("gebiet"),
                _message(one.territory, one.period, valid),
                _remedy(keys, valid),
                one.territory,
            )


def _valid_in(key: TerritoryKey, period: Period) -> bool:
    return (key.valid_from or date.min) <= period.last and period.first <= (key.valid_to or date.max)


def _message(text: str, period: Period, valid: Sequence[TerritoryKey]) -> str:
    if valid:
        return f"„{text}“ ist ein amtlicher Schlüssel, hier gehört die Kennung des Gebiets hin."
    return f"Der amtliche Schlüssel „{text}“ galt {period.text} nicht."


def _remedy(keys: Sequence[TerritoryKey], valid: Sequence[TerritoryKey]) -> str:
    territories = list(dict.fromkeys(key.territory for key in valid or keys))
    return (
        f"Schreiben Sie {' oder '.join(territories)}; welche Schlüssel wann galten, steht in schluessel.csv."
    )
