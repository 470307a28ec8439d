"""Compared with whom: higher, lower or alike, only where the figures allow it, and why not elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from lagebild.findings import ComparisonFinding, IndicatorFindings, RankFinding
from lagebild.model import Indicator, Period, Report, Territory
from lagebild.wording import dates, territories
from lagebild.wording.figures._subject import bare, last_point, place
from lagebild.wording.grammar import listed, sentence

_JUDGEMENTS = {"besser": "Das ist besser", "schlechter": "Das ist schlechter"}
_WISHES = {"sinken": "niedriger", "steigen": "höher"}


def standing(report: Report, indicator: Indicator, findings: IndicatorFindings) -> Iterator[str]:
    """The latest figure beside those of other territories, then its rank."""
    if last_point(findings) is None:
        return
    if not indicator.between_territories.allowed:
        yield sentence(f"Mit anderen Gebieten wird nicht verglichen: {indicator.between_territories.reason}")
        return
    own = [c for c in findings.comparisons if c.territory == report.site.main_territory]
    yield from _outcomes(report, indicator, own)
    yield from _dependence(report, own)
    yield from _refusals(report, own)
    yield from _ranks(report, findings)


def _outcomes(report: Report, indicator: Indicator, own: Sequence[ComparisonFinding]) -> Iterator[str]:
    for result, words in (("hoeher", "höher als"), ("niedriger", "niedriger als")):
        chosen = [c for c in own if c.result == result]
        if chosen:
            when = dates.in_period(Period.parse(chosen[0].period))
            beside = listed([_beside(report, indicator, c) for c in chosen])
            yield sentence(f"{when} war der Wert {words} {beside}")
            yield from _judgement(indicator, chosen[0])
    alike = [c for c in own if c.result == "aehnlich"]
    for tested in (True, False):
        chosen = [c for c in alike if c.tested is tested]
        if chosen:
            yield _alike(report, indicator, chosen, tested)


def _judgement(indicator: Indicator, finding: ComparisonFinding) -> Iterator[str]:
    word = _JUDGEMENTS.get(finding.judgement or "")
    if word:
        yield f"{word}, denn gewünscht ist ein {_WISHES[indicator.direction]}er Wert."


def _alike(report: Report, indicator: Indicator, chosen: Sequence[ComparisonFinding], tested: bool) -> str:
    when = dates.in_period(Period.parse(chosen[0].period))
    beside = listed([_beside(report, indicator, c) for c in chosen])
    if tested:
        return sentence(f"{when} war der Wert ähnlich wie {beside}: Der Unterschied kann Zufall sein")
    return sentence(f"{when} war der Wert so hoch wie {beside}")


def _beside(report: Report, indicator: Indicator, finding: ComparisonFinding) -> str:
    assert finding.other_value is not None  # an outcome compares two values
    where = territories.within(report.territories[finding.other])
    return f"{where} ({bare(finding.other_value, report, indicator)})"


def _dependence(report: Report, own: Sequence[ComparisonFinding]) -> Iterator[str]:
    wholes = [c.other for c in own if c.hint and c.result != "nicht-vergleichbar"]
    if wholes:
        named = _names(report, wholes, territories.accusative)
        subject = territories.nominative(place(report))
        yield sentence(
            f"{subject} ist in den Zahlen für {named} selbst enthalten; "
            "der Vergleich ist deshalb nicht unabhängig"
        )


def _refusals(report: Report, own: Sequence[ComparisonFinding]) -> Iterator[str]:
    by_reason: dict[str, list[str]] = defaultdict(list)
    for finding in own:
        if finding.result == "nicht-vergleichbar":
            by_reason[finding.reason or ""].append(finding.other)
    for reason, others in by_reason.items():
        named = _names(report, others, territories.dative)
        yield sentence(f"Mit {named} wird nicht verglichen: {reason}")


def _ranks(report: Report, findings: IndicatorFindings) -> Iterator[str]:
    rank = next((r for r in findings.ranks if r.territory == report.site.main_territory), None)
    if rank is None or rank.of < _WORTH_A_SENTENCE:
        return
    if rank.rank is None:
        yield sentence(f"Ein Rang wird nicht angegeben: {rank.reason}")
        return
    yield _rank(report, rank)
    if rank.missing:
        yield sentence(_missing(report, rank.missing))


# Between two territories the comparison has said it already.
_WORTH_A_SENTENCE = 3
# A longer list of names hides the sentence; the ranking on the page names them all.
_NAMED = 3


def _missing(report: Report, idents: Sequence[str]) -> str:
    if len(idents) > _NAMED:
        return f"Für {len(idents)} weitere Gebiete liegt kein vergleichbarer Wert vor"
    return f"Ohne vergleichbaren Wert: {_names(report, idents, territories.full_name)}"


def _rank(report: Report, rank: RankFinding) -> str:
    when = dates.in_period(Period.parse(rank.period))
    subject = territories.nominative(place(report))
    text = (
        f"{when} lag {subject} unter {rank.of} vergleichbaren Gebieten auf Rang {rank.rank}; "
        "Rang 1 hat den niedrigsten Wert"
    )
    others = rank.tied - 1
    if others:
        shared = "einem weiteren Gebiet" if others == 1 else f"{others} weiteren Gebieten"
        text += f". Denselben Rang teilt es mit {shared}"
    return sentence(text)


def _names(report: Report, idents: Sequence[str], form: Callable[[Territory], str]) -> str:
    return listed([form(report.territories[ident]) for ident in idents])
