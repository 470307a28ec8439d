"""What the sentences about an indicator speak of: its headline series, named and placed."""

from __future__ import annotations

from collections.abc import Mapping

from lagebild.findings import IndicatorFindings, Point
from lagebild.model import Code, Indicator, Report, Territory
from lagebild.wording import territories, units
from lagebild.wording.numbers import number

_TOTAL = "insgesamt"


def place(report: Report) -> Territory:
    """The territory the site is about."""
    return report.territories[report.site.main_territory]


def last_point(findings: IndicatorFindings) -> Point | None:
    """The latest figure of the headline series, if there is one."""
    return findings.main.last if findings.main else None


def lacking(report: Report, findings: IndicatorFindings) -> str:
    """Why nothing can be told of the territory: `Für Musterstadt liegt kein verlässlicher Wert vor`."""
    signs = {p.observation.sign for p in findings.main.points} if findings.main else set()
    kind = "kein verlässlicher Wert" if "unsicher" in signs else "kein Wert"
    return f"Für {territories.accusative(place(report))} liegt {kind} vor"


def only_parts(findings: IndicatorFindings) -> bool:
    """Whether the table has figures, but no row for the territory the site is about."""
    return findings.main is None and any(series.last for series in findings.series.values())


def group(report: Report, indicator: Indicator, findings: IndicatorFindings) -> str:
    """Whom the headline series counts where it is not everyone: `unter 3 Jahre`; empty for a total."""
    codes = findings.headline_codes or ()
    named = zip(indicator.breakdowns, codes, strict=False)
    parts = [(report.code_lists.get(b.id, {}), code) for b, code in named]
    return ", ".join(_code_name(codes, code) for codes, code in parts if not _is_total(codes, code))


def name(report: Report, indicator: Indicator, findings: IndicatorFindings) -> str:
    """The title with its group: `Betreuungsquote, unter 3 Jahre`."""
    part = group(report, indicator, findings)
    return f"{indicator.title}, {part}" if part else indicator.title


def level(value: float, report: Report, indicator: Indicator) -> str:
    """A figure after `bei`: `15,3 Prozent`, `131 Pässen`."""
    return units.dative(value, report.unit_of(indicator))


def bare(value: float, report: Report, indicator: Indicator) -> str:
    """A figure without its unit, exactly as the table shows it."""
    return number(value, report.unit_of(indicator).decimals)


def _is_total(codes: Mapping[str, Code], code: str) -> bool:
    if code == _TOTAL:
        return True
    own = codes.get(code)
    return bool(own and own.part_of is None and any(other.part_of == code for other in codes.values()))


def _code_name(codes: Mapping[str, Code], code: str) -> str:
    """The name of a code inside a sentence: nouns keep their capital, `Unter 3 Jahre` loses it."""
    own = codes.get(code)
    text = own.name if own else code
    rest = text[len(code) :]
    if text.lower().startswith(code.lower()) and code[:1].islower() and (not rest or rest.startswith(" ")):
        return text[:1].lower() + text[1:]
    return text
