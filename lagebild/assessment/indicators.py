"""Everything that is said about one indicator, put together."""

from __future__ import annotations

from collections.abc import Mapping

from lagebild.assessment.figures.comparison import comparisons_of
from lagebild.assessment.figures.freshness import freshness_of
from lagebild.assessment.figures.place import place_of
from lagebild.assessment.figures.progress import progress_of
from lagebild.assessment.figures.series import headline_codes, series_of
from lagebild.assessment.figures.trend import trend_of
from lagebild.findings import IndicatorFindings, Series
from lagebild.model import Report


def assess(report: Report, ident: str) -> IndicatorFindings:
    """The findings of an indicator, without its sentences: those are wording's."""
    indicator = report.indicators[ident]
    series = series_of(report, indicator)
    codes = headline_codes(indicator)
    headlines = [one for (_, breakdown), one in series.items() if breakdown == codes]
    main = None if codes is None else series.get((report.site.main_territory, codes))
    return IndicatorFindings(
        indicator=ident,
        series=series,
        main=main,
        trends=tuple(trend_of(indicator, report.unit_of(indicator), one) for one in headlines),
        comparisons=tuple(c for one in headlines for c in comparisons_of(report, indicator, series, one)),
        targets=tuple(progress_of(report, indicator, series, codes)),
        ranks=tuple(r for one in headlines if (r := place_of(report, indicator, series, one))),
        freshness=freshness_of(report, indicator, main or _any_main(report, series)),
        headline_codes=codes,
    )


def _any_main(report: Report, series: Mapping[tuple[str, tuple[str, ...]], Series]) -> Series | None:
    """Without a headline series: the one of the main territory that reaches furthest."""
    place = report.site.main_territory
    own = [one for (territory, _), one in series.items() if territory == place and one.last]
    return max(own, key=lambda one: one.last.period, default=None)  # type: ignore[union-attr]
