"""Words on charts, tables and marks. All figures are invented."""

from __future__ import annotations

import pytest

from lagebild.findings import SeriesBreak
from lagebild.model import Period
from lagebild.wording import figures
from tests.invented import case, plain


@pytest.mark.parametrize(
    ("kind", "reason", "label"),
    [
        ("ausgabe", "andere Ausgabe: bis 2019 A, danach B", "andere Ausgabe"),
        ("bruch", "Wohngeldreform.", "Wohngeldreform"),
        ("bruch", "Die Statistik wurde umgestellt und der Personenkreis erweitert", "Bruch in der Reihe"),
        ("luecke", "zwischen 2015 und 2018 fehlen Werte", "keine Werte"),
        ("zeichen", "2016: geheim", "kein Wert"),
        ("zeitvergleich", "nominal", "nicht vergleichbar"),
    ],
)
def test_a_break_has_a_label_of_a_few_words(kind: str, reason: str, label: str) -> None:
    parted = SeriesBreak(before=Period.parse("2015"), after=Period.parse("2018"), kind=kind, reason=reason)
    assert figures.break_label(parted) == label


@pytest.mark.parametrize(
    ("lines", "legend"),
    [
        (["musterstadt 2019 15"], ()),
        (["musterstadt 2018 0 nichts", "musterstadt 2019 15 berichtigt vorlaeufig"],
         (("–", "nichts vorhanden (genau null)"), ("p", "vorläufig"), ("r", "berichtigt"))),
        (["musterstadt 2018 - geheim"], ((".", "Zahlenwert geheim zu halten"),)),
        (["musterstadt 2018 - geheim", "musterstadt 2019 - unbekannt"],
         ((".", "Zahlenwert unbekannt oder geheim zu halten"),)),
        (["musterstadt 2018 3 eingeschraenkt"], (("( )", "Aussagewert eingeschränkt"),)),
    ],
)  # fmt: skip
def test_the_legend_names_only_the_signs_used(lines: list[str], legend: tuple[tuple[str, str], ...]) -> None:
    one = case(lines)
    assert figures.sign_legend(one.report.figures["sample"]) == legend


@pytest.mark.parametrize(
    ("lines", "statement"),
    [
        (["musterstadt 2019 15", "musterstadt 2018 14 @a2"], "Gebietsstand: 31.\u00a0Dezember 2019."),
        (["musterstadt 2019 15 @b"], "Gebietsstand: Gebiet des jeweiligen Jahres."),
        (["musterstadt 2019 15", "musterstadt 2020 14 @b"],
         "Gebietsstand: 31.\u00a0Dezember 2019 (Sample Ausgabe A); "
         "Gebiet des jeweiligen Jahres (Sample Ausgabe B)."),
    ],
)  # fmt: skip
def test_the_territorial_status_is_told_per_source(lines: list[str], statement: str) -> None:
    one = case(lines)
    assert figures.territorial_status_sentence(one.report, one.indicator) == statement


def test_the_chart_has_a_title_with_place_and_span_and_a_subtitle_with_the_unit() -> None:
    one = case(plain([20, 15]), short="Anteil der Kinder in Not.")
    title = figures.chart_title(one.report, one.indicator, one.findings)
    assert title == "Kinderarmut in Musterstadt, 2015 bis 2016"
    subtitle = figures.chart_subtitle(one.report, one.indicator)
    assert subtitle == "Anteil der Kinder in Not; Angaben in Prozent"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        (figures.trend_word("nicht-nachweisbar"), "nicht nachweisbar"),
        (figures.comparison_word("hoeher"), "höher"),
        (figures.judgement_word("ohne-wertung"), "ohne Wertung"),
        (figures.rating_word("leicht-bewoelkt"), "knapp verfehlt"),
    ],
)
def test_codes_have_words(word: str, text: str) -> None:
    assert word == text
