"""Every method with an example, computed, beside what others published for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild import statistics
from lagebild.statistics import Interval
from lagebild.wording.figures import comparison_word, judgement_word, rating_word, trend_word
from lagebild.wording.numbers import number, signed

_PHE = "PHEindicatormethods (Commit 5302983), testdata_Byars_Wilson.xlsx"
_FINGERTIPS = "Fingertips (ukhsa-collaboration/fingertips-open, Commit 6780897)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A method with one worked example."""

    id: str
    title: str
    question: str
    given: str
    steps: tuple[str, ...]
    result: str
    published: str
    """What the source of the example says; empty where the numbers are invented."""
    source: str
    code: str
    """The term under which the JSON names the method; empty where it names none."""


def examples() -> Iterator[Example]:
    """All methods, in the order in which the page on methods names them."""
    yield from (_change(), _comparison(), _wilson(), _poisson(), _byar(), _trend(), _no_trend(), _target())
    yield from (_rank(), _classes())


def _change() -> Example:
    found = statistics.describe_change(20.0, 15.0, years=5)
    assert found.percent is not None  # 20 is above zero
    return Example(
        id="veraenderung",
        title="Veränderung",
        question="Um wie viel hat sich ein Anteil verändert?",
        given="2015: 20,0 %; 2020: 15,0 % (erfundene Werte)",
        steps=(
            f"Unterschied: 15,0 − 20,0 = {signed(found.difference, 1)} Prozentpunkte",
            f"Im Verhältnis: {signed(found.difference, 1)} ÷ 20,0 = {signed(found.percent, 1)} Prozent",
        ),
        result="Die Seite nennt den Unterschied in Prozentpunkten, weil beides leicht verwechselt wird.",
        published="",
        source="",
        code="",
    )


def _comparison() -> Example:
    interval = Interval(lower=2.5, upper=2.7, level=0.95, method="wilson")
    outcome = statistics.compare_interval(interval, 2.8)
    judgement = statistics.judge(outcome, "sinken")
    return Example(
        id="vergleich",
        title="Vergleich",
        question="Ist ein Wert höher oder niedriger als ein anderer?",
        given="Intervall des Gebiets: 2,5 bis 2,7; Vergleichswert: 2,8; gewünscht ist ein niedriger Wert",
        steps=("Der Vergleichswert liegt oberhalb des Intervalls.",),
        result=f"{comparison_word(outcome)}, also {judgement_word(judgement)}",
        published="„better“ (besser)",
        source=f"{_FINGERTIPS}, SingleOverlappingCIsForTwoCILevelsComparerTest.cs",
        code=outcome,
    )


def _wilson() -> Example:
    found = statistics.proportion_interval(65, 100, multiplier=100)
    return Example(
        id="wilson",
        title="Intervall eines Anteils (Wilson)",
        question="Wie genau ist ein Anteil?",
        given="65 von 100, Sicherheit 95 %, z = 1,96",
        steps=(
            "Mitte: (2 · 65 + z²) ÷ (2 · (100 + z²))",
            "Abstand: z · √(z² + 4 · 65 · (1 − 65 ÷ 100)) ÷ (2 · (100 + z²))",
        ),
        result=f"{number(found.lower, 1)} % bis {number(found.upper, 1)} %",
        published="55,3 % bis 73,6 %",
        source=_PHE,
        code=found.method,
    )


def _poisson() -> Example:
    found = statistics.exact_poisson_interval(5)
    return Example(
        id="poisson",
        title="Intervall einer kleinen Anzahl (Poisson, exakt)",
        question="Wie genau ist eine Anzahl unter 10?",
        given="5 Fälle, Sicherheit 95 %",
        steps=(
            "Untere Grenze: der Mittelwert, bei dem 5 oder mehr Fälle zu 2,5 % wahrscheinlich sind",
            "Obere Grenze: der Mittelwert, bei dem 5 oder weniger Fälle zu 2,5 % wahrscheinlich sind",
        ),
        result=f"{number(found.lower, 2)} bis {number(found.upper, 2)} Fälle",
        published="",
        source="F. Garwood, Biometrika 28 (1936), Seite 437 bis 442",
        code=found.method,
    )


def _byar() -> Example:
    found = statistics.byar_interval(65)
    return Example(
        id="byar",
        title="Intervall einer größeren Anzahl (Byar)",
        question="Wie genau ist eine Anzahl ab 10?",
        given="65 Fälle, Sicherheit 95 %, z = 1,96",
        steps=(
            "Untere Grenze: 65 · (1 − 1 ÷ (9 · 65) − z ÷ (3 · √65))³",
            "Obere Grenze: 66 · (1 − 1 ÷ (9 · 66) + z ÷ (3 · √66))³",
        ),
        result=f"{number(found.lower, 1)} bis {number(found.upper, 1)} Fälle",
        published="50,2 bis 82,8",
        source=_PHE,
        code=found.method,
    )


def _trend() -> Example:
    return _proportions(
        ident="trend",
        title="Trend: nachweisbar",
        counts=((994, 40299), (1023, 41527), (1199, 42811), (1332, 44064), (1367, 44701)),
        published="47,90, steigend",
        source=f"{_FINGERTIPS}, TrendMarkerCalculatorTest.cs",
    )


def _no_trend() -> Example:
    return _proportions(
        ident="kein-trend",
        title="Trend: nicht nachweisbar",
        counts=((5405, 18095), (5500, 18170), (5435, 18005), (5480, 17890), (5315, 17860)),
        published="„no change“ (keine Veränderung)",
        source="Fingertips, frühere Fassung, WhenUsingTrendMarkerCalculator.cs",
    )


def _proportions(
    *, ident: str, title: str, counts: Sequence[tuple[int, int]], published: str, source: str
) -> Example:
    found = statistics.proportion_trend([x for x, _ in counts], [n for _, n in counts])
    assert found.statistic is not None  # no numerator is 0 or equal to its denominator
    return Example(
        id=ident,
        title=title,
        question="Steigt oder fällt ein Anteil über fünf Zeiträume stärker, als Zufall erklärt?",
        given="; ".join(f"{number(x)} von {number(n)}" for x, n in counts),
        steps=(
            f"Prüfgröße (Chi-Quadrat-Test auf Trend): {number(found.statistic, 2)}; nachweisbar ab 9,55",
            f"Richtung bleibt gleich, wenn je ein Zeitraum fehlt: {'ja' if found.steady else 'nein'}",
        ),
        result=trend_word(found.outcome),
        published=published,
        source=source,
        code=found.method,
    )


def _target() -> Example:
    years, values = (2014, 2015, 2016, 2017, 2018, 2019), (15.9, 15.6, 15.8, 14.5, 14.2, 13.9)
    aim = statistics.Aim(kind="erreichen", direction="sinken", value=13.0, year=2030)
    found = statistics.rate_progress(years, values, aim)
    assert found.yearly_change is not None  # six values, one target year ahead
    assert found.projection is not None
    yearly = signed(found.yearly_change, 1)
    return Example(
        id="ziel",
        title="Weg zu einem Ziel",
        question="Wird ein Ziel erreicht, wenn es so weitergeht?",
        given="2014 bis 2019: 15,9; 15,6; 15,8; 14,5; 14,2; 13,9 Prozent. Ziel: 13 Prozent bis 2030",
        steps=(
            f"Veränderung je Jahr: (13,9 − 15,9) ÷ 5 = {yearly} Prozentpunkte",
            f"Fortgeschrieben bis 2030: 13,9 + 11 · ({yearly}) = {number(found.projection, 1)} Prozent",
        ),
        result=rating_word(found.rating),
        published="Sonne",
        source="Statistisches Bundesamt, Indikator 11.3, Daten: DnsTestEnvironment/dns-data, Commit 7de43d6",
        code=found.rating,
    )


def _rank() -> Example:
    values = {"A": 3.6, "B": 4.5, "C": 4.5, "D": 15.4, "E": None}
    found = statistics.rank_among(values, "C")
    return Example(
        id="rang",
        title="Rang",
        question="An welcher Stelle steht ein Gebiet?",
        given="A 3,6; B 4,5; C 4,5; D 15,4; E ohne Wert (erfundene Werte)",
        steps=("Gezählt wird vom niedrigsten Wert an.", "Gleiche Werte teilen sich den besseren Rang."),
        result=f"C: Rang {found.position} von {found.of}, geteilt mit B. Ohne Wert: {found.missing[0]}.",
        published="",
        source="",
        code="",
    )


def _classes() -> Example:
    values = [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0]
    limits = statistics.class_limits(values, 5)
    return Example(
        id="klassen",
        title="Klassen der Karte",
        question="Welche Farbe bekommt ein Gebiet?",
        given="zehn Gebiete mit den Werten 3 bis 12 (erfundene Werte), fünf Klassen",
        steps=(
            "Quantile vom Typ 9 nach Hyndman und Fan; ein Wert auf der Grenze gehört zur höheren Klasse.",
        ),
        result=f"Grenzen: {'; '.join(number(limit, 2) for limit in limits[1:-1])}",
        published="",
        source="R. J. Hyndman, Y. Fan, The American Statistician 50 (1996), Seite 361 bis 365",
        code="",
    )
