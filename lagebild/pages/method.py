"""Worked examples of the methods: invented numbers, computed by the functions that compute the site's own.

The formulas stand in the text so that anyone can work the results out again; a test does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild import statistics
from lagebild.assessed import Assessed
from lagebild.pages.page import Page, Templates
from lagebild.statistics.trend import THRESHOLD
from lagebild.wording import grammar, numbers
from lagebild.wording.figures import comparison_word, rating_word, trend_word

PATH = "methodik/beispiele/"
SECTION = "ueber/"

# Sample numbers. They belong to no place.
PART, WHOLE = 65, 100
BENCHMARKS = (50.0, 60.0)
FEW, MANY, PEOPLE = 5, 25, 10_000
TREND_YEARS = (2018, 2019, 2020, 2021, 2022)
TREND_PARTS = (180, 168, 155, 141, 130)
TREND_WHOLES = (1000, 1000, 1000, 1000, 1000)
AIM_YEARS = (2017, 2018, 2019, 2020, 2021, 2022)
AIM_VALUES = (20.0, 19.4, 18.9, 18.1, 17.6, 17.0)
AIM = statistics.Aim(kind="erreichen", direction="sinken", value=12.0, year=2030)
TOWNS = {"Stadt A": 12.1, "Stadt B": 9.8, "Stadt C": 15.3, "Stadt D": 9.8, "Stadt E": None}
RANKED = "Stadt A"
ROUNDED = (15.25, 7.34, -0.04)
ROUNDED_PARTS = (33.34, 33.33, 33.33)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One method at work."""

    ident: str
    """Its place on the page of methods has the same anchor, where `section` names no other."""
    title: str
    given: str
    formula: str
    steps: tuple[str, ...]
    result: str
    source: str
    section: str


def pages(assessed: Assessed) -> Iterator[Page]:
    """The one page; it is the same for every city."""
    yield Page(
        path=PATH,
        title="Rechenbeispiele",
        html=Templates().fill("method.html.jinja", PATH, examples=examples()),
        section=SECTION,
        description="Jedes Verfahren dieser Seite an einem Beispiel mit erfundenen Zahlen.",
        keywords=("Wilson", "Poisson", "Byar", "Chi-Quadrat", "Konfidenzintervall", "Trendtest", "Formel"),
    )


def examples() -> tuple[Example, ...]:
    """Every example, in the order of the page of methods."""
    return (_rounding(), _comparison(), _wilson(), _poisson(), _byar(), _trend(), _aim(), _rank())


def _rounding() -> Example:
    shown = [f"{_exact(value)} wird {numbers.number(value, 1)}." for value in ROUNDED]
    parts = [numbers.number(part, 1) for part in ROUNDED_PARTS]
    total = sum(numbers.rounded(part, 1) for part in ROUNDED_PARTS)
    return Example(
        ident="runden",
        title="Runden",
        given=f"Drei Werte, die mit einer Nachkommastelle gezeigt werden: {_listed(ROUNDED)}.",
        formula="Ab der Hälfte der letzten gezeigten Stelle wird von der Null weg gerundet, sonst zu ihr hin.",
        steps=tuple(shown),
        result=(
            f"Summen können deshalb um die letzte Stelle abweichen: {_listed(ROUNDED_PARTS)} ergeben "
            f"zusammen {numbers.number(sum(ROUNDED_PARTS), 1)}, gezeigt aber {grammar.listed(parts)}, "
            f"zusammen {numbers.number(float(total), 1)}."
        ),
        source="DIN 1333",
        section="runden",
    )


def _comparison() -> Example:
    interval = statistics.proportion_interval(PART, WHOLE, multiplier=100)
    span = f"{numbers.number(interval.lower, 1)} bis {_percent(interval.upper)}"
    said = [
        f"Vergleichswert {_percent(value)}: {_position(value, interval)}. Ergebnis: "
        f"{comparison_word(statistics.compare_interval(interval, value))}."
        for value in BENCHMARKS
    ]
    return Example(
        ident="vergleich",
        title="Vergleich",
        given=f"In einer erfundenen Stadt sind es {PART} von {WHOLE}. Das Intervall dazu reicht von {span}.",
        formula=(
            "Liegt der Vergleichswert im Intervall, heißt das Ergebnis „ähnlich“. Liegt das ganze Intervall "
            "darüber, heißt es „höher“, darunter „niedriger“."
        ),
        steps=tuple(said),
        result="Ob höher gut oder schlecht ist, sagt die erwünschte Richtung des Indikators.",
        source="Fingertips (Gesundheitsministerium, England)",
        section="vergleich",
    )


def _position(value: float, interval: statistics.Interval) -> str:
    if interval.lower > value:
        return "Das ganze Intervall liegt darüber"
    return "Das ganze Intervall liegt darunter" if interval.upper < value else "Er liegt im Intervall"


def _wilson() -> Example:
    interval = statistics.proportion_interval(PART, WHOLE, multiplier=100)
    return Example(
        ident="wilson",
        title="Intervall eines Anteils (Wilson)",
        given=f"x = {PART} von n = {WHOLE}, also {_percent(100 * PART / WHOLE)}.",
        formula="(2x + z² ± z · √(z² + 4x · (1 − x/n))) / (2 · (n + z²)), mit z = 1,959964 für 95 %",
        steps=(
            f"Untere Grenze: {_percent(interval.lower, 2)}",
            f"Obere Grenze: {_percent(interval.upper, 2)}",
        ),
        result=f"Gezeigt wird: {numbers.number(interval.lower, 1)} bis {_percent(interval.upper)}.",
        source="E. B. Wilson, Journal of the American Statistical Association 22 (1927)",
        section="intervall",
    )


def _poisson() -> Example:
    count = statistics.count_interval(FEW)
    rate = statistics.rate_interval(FEW, PEOPLE, multiplier=1000)
    return Example(
        ident="poisson",
        title="Intervall einer kleinen Anzahl (exakt nach Poisson)",
        given=f"x = {FEW} Fälle unter {_whole(PEOPLE)} Menschen, also {_whole_rate(FEW)} je 1000.",
        formula=(
            "Untere Grenze: die Hälfte des 2,5-%-Quantils der χ²-Verteilung mit 2x Freiheitsgraden. Obere "
            "Grenze: die Hälfte ihres 97,5-%-Quantils mit 2x + 2 Freiheitsgraden. Für eine Rate werden "
            "beide durch die Zahl der Menschen geteilt und mit 1000 malgenommen."
        ),
        steps=(
            f"Anzahl: {numbers.number(count.lower, 2)} bis {numbers.number(count.upper, 2)}",
            f"Rate: {numbers.number(rate.lower, 3)} bis {numbers.number(rate.upper, 3)} je 1000",
        ),
        result="So wird bei weniger als 10 Fällen gerechnet.",
        source="F. Garwood, Biometrika 28 (1936)",
        section="intervall",
    )


def _byar() -> Example:
    count = statistics.count_interval(MANY)
    rate = statistics.rate_interval(MANY, PEOPLE, multiplier=1000)
    return Example(
        ident="byar",
        title="Intervall einer größeren Anzahl (Byar)",
        given=f"x = {MANY} Fälle unter {_whole(PEOPLE)} Menschen, also {_whole_rate(MANY)} je 1000.",
        formula=(
            "Untere Grenze: x · (1 − 1/(9x) − z/(3√x))³. Obere Grenze, mit y = x + 1: y · (1 − 1/(9y) + "
            "z/(3√y))³. Dabei ist z = 1,959964."
        ),
        steps=(
            f"Anzahl: {numbers.number(count.lower, 2)} bis {numbers.number(count.upper, 2)}",
            f"Rate: {numbers.number(rate.lower, 3)} bis {numbers.number(rate.upper, 3)} je 1000",
        ),
        result="So wird ab 10 Fällen gerechnet.",
        source="N. E. Breslow und N. E. Day, Statistical Methods in Cancer Research II (1987), Seite 69",
        section="intervall",
    )


def _trend() -> Example:
    trend = statistics.proportion_trend(TREND_PARTS, TREND_WHOLES)
    assert trend.statistic is not None  # five periods without 0 and n of n
    series = grammar.listed([f"{x} ({year})" for year, x in zip(TREND_YEARS, TREND_PARTS, strict=True)])
    above = "mehr" if trend.statistic > THRESHOLD else "nicht mehr"
    steady = "behält" if trend.steady else "behält nicht"
    return Example(
        ident="trend-chi2",
        title="Trend eines Anteils (χ²-Test)",
        given=f"Fünf Jahre, je von {TREND_WHOLES[0]}: {series}.",
        formula=(
            "χ² = N · (N · Σxt − X · Σnt)² / (X · (N − X) · (N · Σnt² − (Σnt)²)), mit t = 1 bis 5, N = Σn "
            "und X = Σx. Ein Trend ist nachweisbar, wenn χ² größer ist als 9,5495 (Irrtum in höchstens 2 "
            "von 1000 Fällen) und die Richtung dieselbe bleibt, wenn man je ein Jahr weglässt."
        ),
        steps=(
            f"χ² = {numbers.number(trend.statistic, 2)}, das ist {above} als 9,5495.",
            f"Die Richtung {steady} ihr Vorzeichen, wenn je ein Jahr fehlt.",
        ),
        result=f"Ergebnis: {trend_word(trend.outcome)}.",
        source="Fingertips (Gesundheitsministerium, England); P. Armitage, Biometrics 11 (1955)",
        section="trend",
    )


def _aim() -> Example:
    progress = statistics.rate_progress(AIM_YEARS, AIM_VALUES, AIM)
    # Six values and a target year ahead: everything is computed.
    assert progress.yearly_change is not None
    assert progress.projection is not None
    assert progress.missed_share is not None
    assert AIM.value is not None
    assert AIM.year is not None
    ahead = int(AIM.year) - AIM_YEARS[-1]
    series = grammar.listed(
        [f"{_percent(v)} ({year})" for year, v in zip(AIM_YEARS, AIM_VALUES, strict=True)]
    )
    return Example(
        ident="wettersymbol",
        title="Weg zu einem Ziel (Wettersymbol)",
        given=f"Ziel: höchstens {_percent(AIM.value)} im Jahr {int(AIM.year)}. Bisher: {series}.",
        formula=(
            "Mittlere Änderung je Jahr = (letzter Wert − erster Wert) / Jahre dazwischen, über höchstens "
            "sechs Werte. Sie wird bis zum Zieljahr fortgeschrieben. Fehlen dann weniger als 5 % des "
            "Abstands zum Ziel: Sonne. Bis 20 %: leicht bewölkt. Mehr: bewölkt. Falsche Richtung: Gewitter."
        ),
        steps=(
            f"Mittlere Änderung: {numbers.signed(progress.yearly_change, 2)} Prozentpunkte je Jahr",
            f"In {ahead} Jahren: {numbers.signed(ahead * progress.yearly_change, 1)} Prozentpunkte, also "
            f"{_percent(progress.projection)} statt {_percent(AIM_VALUES[-1])}",
            f"Vom Abstand ({numbers.number(AIM_VALUES[-1] - AIM.value, 1)} Prozentpunkte) bleiben "
            f"{numbers.number(100 * progress.missed_share, 1)} % offen.",
        ),
        result=f"Ergebnis: {rating_word(progress.rating)}. Das ist keine Vorhersage.",
        source="Statistisches Bundesamt, Indikatoren der Deutschen Nachhaltigkeitsstrategie",
        section="ziel",
    )


def _rank() -> Example:
    place = statistics.rank_among(TOWNS, RANKED)
    known = [f"{name} {numbers.number(value, 1)}" for name, value in TOWNS.items() if value is not None]
    return Example(
        ident="rangfolge",
        title="Rang",
        given=f"{grammar.listed(known)}; für {grammar.listed(place.missing)} gibt es keinen Wert.",
        formula="Rang = 1 + Zahl der kleineren Werte. Gleiche Werte teilen sich den besseren Rang.",
        steps=(f"Kleiner als der Wert von {RANKED} sind {place.position - 1} Werte.",),
        result=f"{RANKED} hat Rang {place.position} von {place.of}. {grammar.listed(place.missing)} zählt nicht.",
        source="eigene Festlegung",
        section="rang",
    )


def _percent(value: float, decimals: int = 1) -> str:
    return f"{numbers.number(value, decimals)}{numbers.NBSP}%"


def _whole(number: int) -> str:
    return numbers.number(number)


def _whole_rate(count: int) -> str:
    return numbers.number(count / PEOPLE * 1000, 1)


def _exact(value: float) -> str:
    """All decimals of a sample number."""
    return numbers.number(value, max(1, len(repr(value).partition(".")[2])))


def _listed(values: tuple[float, ...]) -> str:
    return grammar.listed([_exact(value) for value in values])
