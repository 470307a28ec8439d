"""The one sentence with which a page opens: how high, where, when, and how high elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from lagebild.findings import IndicatorFindings
from lagebild.model import Indicator, Report, Territory
from lagebild.wording import territories
from lagebild.wording.figures._constructions import Said, Told, construct
from lagebild.wording.figures._subject import group, lacking, last_point, name, only_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence in three parts, so that its number can be set apart."""

    before: str
    number: str
    """Empty where there is no figure to tell."""
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.before + self.number + self.after


def message(report: Report, indicator: Indicator, findings: IndicatorFindings) -> str:
    """The page's title: the sentence without its full stop."""
    said = _said(report, indicator, findings)
    told = _told(report, indicator, findings)
    beside = f", {territories.within(told.other)} {said.other}" if told and told.other and said.other else ""
    return f"{said.before}{said.number}{said.after}{beside}"


def key_sentence(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Sentence:
    """The same for overviews: its number set apart, the comparator in a sentence of its own."""
    said = _said(report, indicator, findings)
    told = _told(report, indicator, findings)
    after = f"{said.after}."
    if told and told.other and said.other:
        verb = "war" if said.other == "1" else "waren"
        elsewhere = territories.within(told.other)
        after += f" {elsewhere[:1].upper()}{elsewhere[1:]} {verb} es {said.other}."
    return Sentence(before=said.before, number=said.number, after=after)


def _said(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Said:
    told = _told(report, indicator, findings)
    return construct(told) if told else _without_figure(report, indicator, findings)


def _told(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Told | None:
    point = last_point(findings)
    if point is None:
        return None
    other = _companion(report, findings)
    return Told(
        report=report,
        indicator=indicator,
        point=point,
        group=group(report, indicator, findings),
        name=name(report, indicator, findings),
        other=other[0] if other else None,
        other_value=other[1] if other else None,
    )


def companion(report: Report, findings: IndicatorFindings) -> str | None:
    """The territory that the sentence names beside the main one; a chart beside it shows the same."""
    found = _companion(report, findings)
    return found[0].id if found else None


def _companion(report: Report, findings: IndicatorFindings) -> tuple[Territory, float] | None:
    """The comparator that a title has room for: the Land before others, in the declared order."""
    own = [c for c in findings.comparisons if c.territory == report.site.main_territory]
    usable = [
        (report.territories[c.other], c.other_value)
        for c in own
        if c.result != "nicht-vergleichbar" and c.other_value is not None
    ]
    return min(usable, key=lambda one: one[0].kind != "land", default=None)


def _without_figure(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Said:
    if findings.headline_codes is None or only_parts(findings):
        text = (indicator.short or indicator.title).rstrip(".")
        return Said(before=text, number="", after="")
    own = name(report, indicator, findings)
    parted = " –" if ":" in own else ":"
    return Said(before=f"{own}{parted} {lacking(report, findings)}", number="", after="")
