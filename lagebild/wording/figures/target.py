"""What was promised in figures, how far it is, and how the published method rates the way there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lagebild.findings import IndicatorFindings, TargetFinding
from lagebild.model import Indicator, Period, Report, Target
from lagebild.wording import dates, territories, units
from lagebild.wording.figures._subject import last_point, level
from lagebild.wording.figures._words import rating_word
from lagebild.wording.grammar import sentence

_HELD = {
    "sonne": "eingehalten",
    "leicht-bewoelkt": "eingehalten, die Entwicklung geht aber in die falsche Richtung",
    "bewoelkt": "nicht eingehalten, die Richtung stimmt",
    "gewitter": "nicht eingehalten, falsche Richtung",
    "nicht-bewertbar": "nicht bewertbar",
}
_DIRECTIONS = {
    "sonne": "die Richtung stimmt",
    "leicht-bewoelkt": "die Richtung stimmt, nur zuletzt nicht",
    "bewoelkt": "falsche Richtung, nur zuletzt nicht",
    "gewitter": "falsche Richtung",
    "nicht-bewertbar": "nicht bewertbar",
}
_KINDS = {"sinken": "höchstens", "steigen": "mindestens"}


def targets(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    """Every target of the main territory with its rating; or that none was decided."""
    own = [t for t in findings.targets if t.territory == report.site.main_territory]
    if not own:
        yield "Ein beschlossenes messbares Ziel liegt dazu nicht vor."
    for finding in own:
        yield from target(report, indicator, findings, finding)


def target(
    report: Report, indicator: Indicator, findings: IndicatorFindings, finding: TargetFinding
) -> Iterator[str]:
    """One target: what it demands, the gap, the rating and how far it can be trusted."""
    yield sentence(target_words(report, indicator, finding.target))
    yield from _validity(report, finding.target)
    for step in finding.target.milestones:
        value = units.nominative(step.value, report.unit_of(indicator))
        yield sentence(f"Zwischenziel: {value} bis {dates.when(step.until)}")
    if finding.rating == "nicht-bewertbar":
        yield sentence(f"Es ist nicht bewertbar: {finding.reason}")
    if finding.distance is not None:
        yield from _gap(report, indicator, findings, finding)
    if finding.indistinguishable:
        yield "Wert und Ziel lassen sich statistisch nicht unterscheiden."
    if finding.rating != "nicht-bewertbar":
        yield from _rating(report, indicator, finding)


def target_words(report: Report, indicator: Indicator, aim: Target) -> str:
    """`Ziel: 12,0 Prozent bis 2030`, `Ziel: in jedem Zeitraum höchstens 12,0 Prozent`, `Ziel: sinken`."""
    if aim.kind == "richtung" or aim.value is None:
        neutral = indicator.direction == "neutral"
        return "Ziel ohne Wert" if neutral else f"Ziel: Der Wert soll {indicator.direction}"
    value = units.nominative(aim.value, report.unit_of(indicator))
    if aim.kind == "halten":
        limit = _KINDS.get(indicator.direction, "")
        return f"Ziel: in jedem Zeitraum {limit} {value}".replace("  ", " ")
    until = f" bis {dates.when(aim.until)}" if aim.until else ""
    return f"Ziel: {value}{until}"


def _validity(report: Report, aim: Target) -> Iterator[str]:
    """That a target was replaced or given up: it stays visible, so that nobody can move it unseen."""
    if aim.valid_to and aim.valid_to.last < report.day:
        yield sentence(f"Dieses Ziel galt bis {dates.when(aim.valid_to)}")


def _time_left(period: Period, years: int | None) -> Iterator[str]:
    if years:
        left = "ist es ein Jahr" if years == 1 else f"sind es {years} Jahre"
        yield sentence(f"Von {dates.period(period)} bis zur Frist {left}")


def _gap(
    report: Report, indicator: Indicator, findings: IndicatorFindings, finding: TargetFinding
) -> Iterator[str]:
    series = findings.headline(finding.territory)
    point = (series.last if series else None) or last_point(findings)
    if point is None or finding.distance is None:
        return
    when = dates.in_period(point.period)
    if _is_met(indicator, finding):
        yield sentence(f"{when} war es erreicht")
        return
    gap = units.difference(finding.distance, report.unit_of(indicator))
    side = "über" if finding.distance > 0 else "unter"
    yield sentence(f"{when} lag der Wert {gap} {side} dem Ziel")
    yield from _time_left(point.period, finding.years_left)


def rating_explained(indicator: Indicator, finding: TargetFinding) -> str:
    """What the symbol means for this target: one that is met or due is held, not approached."""
    if finding.target.kind == "richtung":
        return _DIRECTIONS[finding.rating]
    due = finding.target.kind == "halten" or finding.years_left == 0 or _is_met(indicator, finding)
    return _HELD[finding.rating] if due else rating_word(finding.rating)


def earlier_ratings(
    indicator: Indicator, findings: IndicatorFindings, finding: TargetFinding
) -> Iterator[tuple[str, str]]:
    """Earlier periods and what their rating meant then, given the value and the years left of that time."""
    series = findings.headline(finding.territory)
    values = {p.period.text: p.value for p in series.points} if series else {}
    aim = finding.target
    for text, rating in finding.earlier:
        period, value = Period.parse(text), values.get(text)
        then = replace(
            finding,
            rating=rating,
            distance=None if value is None or aim.value is None else value - aim.value,
            years_left=max(0, aim.until.last.year - period.last.year) if aim.until else None,
        )
        yield dates.period(period), rating_explained(indicator, then)


def _is_met(indicator: Indicator, finding: TargetFinding) -> bool:
    distance = finding.distance
    if distance is None:
        return False
    return distance <= 0 if indicator.direction == "sinken" else distance >= 0


def _rating(report: Report, indicator: Indicator, finding: TargetFinding) -> Iterator[str]:
    where = territories.within(report.territories[finding.territory])
    yield (
        f"Nach dem Verfahren der deutschen Nachhaltigkeitsstrategie lautet die Bewertung {where}: "
        f"{rating_explained(indicator, finding)}."
    )
    if finding.projection is not None and finding.target.until:
        reached = level(finding.projection, report, indicator)
        yield (
            f"Ginge es im Mittel so weiter wie zuletzt, läge der Wert {dates.when(finding.target.until)} "
            f"bei {reached}; das ist keine Vorhersage."
        )
    if finding.provable is None:
        yield "Ob die Entwicklung mehr als Zufall ist, konnte nicht geprüft werden."
    if finding.unstable:
        yield "Die Bewertung ist instabil: Lässt man einen der Werte weg, fällt sie anders aus."
