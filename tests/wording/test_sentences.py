"""What the page says about a series, statement by statement. All figures are invented."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.model import Break, Comparability, Milestone, When
from lagebild.wording import figures
from tests.invented import BY_AGE, DAY, case, counts, plain, target

FALLING = [200, 180, 160, 140, 120]
STEPS = (Milestone(value=14.0, until=When.parse("2025")),)
PROVEN = counts([2000, 1900, 1800, 1700, 1600, 1500], of=10000)


def said(lines: list[str], **given: object) -> list[str]:
    """The sentences with ordinary spaces."""
    one = case(lines, **given)  # type: ignore[arg-type]
    texts = figures.sentences(one.report, one.indicator, one.findings)
    return [text.translate({0xA0: " ", 0x202F: " "}) for text in texts]


LEVELS = [
    (["musterstadt 2019 15,34"], {}, "2019 lag der Wert in Musterstadt bei 15,3 Prozent."),
    (["musterstadt 2019 15,3 612/4000"], {},
     "2019 lag der Wert in Musterstadt bei 15,3 Prozent (612 von 4000)."),
    (["musterstadt 2019 65"], {"unit": "paesse"}, "2019 lag der Wert in Musterstadt bei 65 Pässen."),
    (["musterstadt 2019 0 nichts"], {"unit": "personen"}, "2019 war der Wert in Musterstadt genau null."),
    (["musterstadt 2019 0 weniger-als-halb"], {},
     "2019 lag der Wert in Musterstadt unter der Hälfte der kleinsten angegebenen Einheit, aber über null."),
    (["musterstadt 2019 15 eingeschraenkt"], {}, "Sein Aussagewert ist eingeschränkt."),
    (["musterstadt 2019 15 vorlaeufig"], {}, "Er ist vorläufig und kann sich noch ändern."),
    (["musterstadt 2019 15 groesserer-bezirk"], {},
     "Er gilt für einen größeren Bezirk, nicht für das Gebiet allein."),
    (["musterstadt 2019 15"], {"breakdowns": BY_AGE, "main_series": (("altersgruppe", "unter 3"),)},
     "2019 lag der Wert (unter 3 Jahre) in Musterstadt bei 15,0 Prozent."),
    (["musterstadt 2019 - unsicher", "musterland 2018 9"], {"comparators": ("musterland",)},
     "2018 lag der Wert in Musterland bei 9,0 Prozent."),
    (["musterstadt 2019 15"], {"breakdowns": BY_AGE, "main_series": None},
     "Eine einzelne Hauptzahl hat diese Statistik nicht; die Werte stehen in der Tabelle."),
    (["altdorf 2019 15"], {},
     "Einen Wert für das ganze Gebiet hat diese Statistik nicht; die Werte stehen in der Tabelle."),
]  # fmt: skip
CHANGES = [
    (plain([20.8, 19.4], start=2018), {},
     "Von 2018 bis 2019 sank der Wert von 20,8 auf 19,4 Prozent, also um 1,4 "
     "Prozentpunkte."),
    (plain([1500, 1800], start=2018), {"unit": "euro"},
     "Von 2018 bis 2019 stieg der Wert von 1500 auf 1800, also um "
     "300 oder 20,0 Prozent."),
    (plain([15.31, 15.33], start=2018), {}, "2019 war der Wert so hoch wie 2018: 15,3."),
    (["musterstadt 2017/2018 20", "musterstadt 2018/2019 15"], {},
     "Vom Schuljahr 2017/2018 bis zum Schuljahr 2018/2019 sank der Wert von 20,0 auf 15,0 Prozent, also "
     "um 5,0 "
     "Prozentpunkte."),
    (plain([30, 10, 20]), {}, "Am höchsten war er 2015 (30,0), am niedrigsten 2016 (10,0)."),
    (counts(FALLING), {}, "Von 2015 bis 2019 ist ein Rückgang nachweisbar: Er ist mehr als Zufall."),
    (counts(FALLING[::-1]), {}, "Von 2015 bis 2019 ist ein Anstieg nachweisbar: Er ist mehr als Zufall."),
    (counts([200, 199, 201, 200, 199]), {},
     "Von 2015 bis 2019 ist weder ein Anstieg noch ein Rückgang nachweisbar."),
    (counts([200, 199, 201, 200, 199]), {}, "Das heißt nicht, dass sich nichts geändert hat."),
    (plain([20, 18]), {},
     "Ein Trend lässt sich nicht berechnen: weniger als fünf aufeinanderfolgende Werte."),
    (plain([20, 18, 16, 14, 12]), {}, "Ein Trend wird deshalb nicht berechnet."),
    (plain([20, 18]), {"over_time": Comparability(False, "Nominale Preise.")},
     "Werte verschiedener Zeiten werden nicht verglichen: Nominale Preise."),
]  # fmt: skip
GAPS = [
    (["musterstadt 2018 20", "musterstadt 2019 15 @b"], {},
     "Bis 2018 und ab 2019 stammen die Werte aus verschiedenen "
     "Ausgaben; sie werden nicht miteinander verglichen."),
    (plain([20, 15]), {"breaks": (Break(start=When.parse("2016"), reason="Reform."),)},
     "2016 beginnt die Reihe neu: Reform."),
    (plain([20], start=2010) + plain([18], start=2015) + plain([15], start=2019), {},
     "Werte fehlen zwischen 2010 und 2015 und zwischen 2015 und 2019."),
    (["musterstadt 2017 20", "musterstadt 2018 - geheim", "musterstadt 2019 15"], {},
     "Ohne Wert für 2018: Zahlenwert geheim zu halten."),
    ([f"musterstadt {y} - unbekannt" for y in (2008, 2009, 2010)] + ["musterstadt 2019 15"], {},
     "Ohne Wert für 2008 bis 2010: Zahlenwert unbekannt."),
    (["musterstadt 2018 20 berichtigt", "musterstadt 2019 15"], {}, "Für 2018 wurde der Wert berichtigt."),
    (["musterstadt 2017 20 umgerechnet", "musterstadt 2018 20 umgerechnet", "musterstadt 2019 15"], {},
     "Für 2017 und 2018 hat die Quelle die Werte auf einen späteren Gebietsstand umgerechnet."),
    (["musterstadt 2018 20 vorlaeufig", "musterstadt 2019 15 vorlaeufig"], {},
     "Für 2018 ist der Wert vorläufig."),
]  # fmt: skip
WITH_LAND = {"comparators": ("musterland",)}
COMPARISONS = [
    (["musterstadt 2019 15,3", "musterland 2019 9,7"], WITH_LAND,
     "2019 war der Wert höher als in Musterland (9,7)."),
    (["musterstadt 2019 15,3", "musterland 2019 9,7"], WITH_LAND,
     "Das ist schlechter, denn gewünscht ist ein niedrigerer Wert."),
    (["musterstadt 2019 15,3", "musterland 2019 9,7"], WITH_LAND | {"direction": "steigen"},
     "Das ist besser, denn gewünscht ist ein höherer Wert."),
    (["musterstadt 2019 11 11/100", "musterland 2019 10"], WITH_LAND,
     "2019 war der Wert ähnlich wie in Musterland (10,0): Der Unterschied kann Zufall sein."),
    (["musterstadt 2019 9,72", "musterland 2019 9,68"], WITH_LAND,
     "2019 war der Wert so hoch wie in Musterland (9,7)."),
    (["musterstadt 2019 15", "musterland 2019 9 @b"], WITH_LAND,
     "Mit Musterland wird nicht verglichen: die Werte stammen aus verschiedenen Ausgaben."),
    (["musterstadt 2019 15"], {"comparators": ("nachbarkreis", "musterkreis")},
     "Mit dem Nachbarkreis ohne Altdorf und dem Musterkreis wird nicht verglichen: "
     "für 2019 liegt dort kein Wert vor."),
    (["musterstadt 2019 15"], {"between_territories": Comparability(False, "Nur hier.")},
     "Mit anderen Gebieten wird nicht verglichen: Nur hier."),
    (["musterstadt 2019 15", "musterkreis 2019 9", "musterland 2019 9"],
     {"comparators": ("musterkreis", "musterland")},
     "Musterstadt ist in den Zahlen für den Musterkreis und Musterland selbst enthalten; "
     "der Vergleich ist deshalb nicht unabhängig."),
    (["musterstadt 2019 25", "altdorf 2019 10", "neudorf 2019 20"], {},
     "2019 lag Musterstadt unter 3 vergleichbaren Gebieten auf Rang 3; Rang 1 hat den niedrigsten Wert."),
    (["musterstadt 2019 25", "altdorf 2019 10", "neudorf 2019 20"], {},
     "Ohne vergleichbaren Wert: Seestadt."),
    (["musterstadt 2019 25", "altdorf 2019 25", "neudorf 2019 20"], {},
     "2019 lag Musterstadt unter 3 vergleichbaren Gebieten auf Rang 2; Rang 1 hat den niedrigsten Wert. "
     "Denselben Rang teilt es mit einem weiteren Gebiet."),
]  # fmt: skip
CHANCE = [
    (["musterstadt 2019 15 150/1000"], {},
     "Der Unsicherheitsbereich (95 %) reicht von 12,9 bis 17,3 Prozent."),
    (["musterstadt 2019 15"], {},
     "Zähler und Nenner sind nicht veröffentlicht; ob Unterschiede und Veränderungen "
     "mehr als Zufall sind, lässt sich nicht prüfen."),
]  # fmt: skip
TARGETS = [
    (["musterstadt 2019 15"], {}, "Ein beschlossenes messbares Ziel liegt dazu nicht vor."),
    (PROVEN, {"targets": (target("erreichen", 12, "2030"),)}, "Ziel: 12,0 Prozent bis 2030."),
    (PROVEN, {"targets": (target("erreichen", 12, "2030"),)},
     "2020 lag der Wert 3,0 Prozentpunkte über dem Ziel."),
    (PROVEN, {"targets": (target("erreichen", 12, "2030"),)}, "Nach dem Verfahren der deutschen "
     "Nachhaltigkeitsstrategie lautet die Bewertung in Musterstadt: wird erreicht."),
    (PROVEN, {"targets": (target("erreichen", 12, "2030"),)},
     "Ginge es im Mittel so weiter wie zuletzt, läge der "
     "Wert 2030 bei 5,0 Prozent; das ist keine Vorhersage."),
    (PROVEN, {"targets": (target("erreichen", 12, "2030"),)},
     "Von 2020 bis zur Frist sind es 10 Jahre."),
    (PROVEN, {"targets": (target("erreichen", 12, "2030", valid_to="2019"),)},
     "Dieses Ziel galt bis 2019."),
    (PROVEN, {"targets": (target("halten", 16),)}, "Ziel: in jedem Zeitraum höchstens 16,0 Prozent."),
    (PROVEN, {"targets": (target("halten", 16),)}, "2020 war es erreicht."),
    (PROVEN, {"targets": (target("richtung"),)}, "Ziel: Der Wert soll sinken."),
    (PROVEN, {"targets": (target("richtung"),)}, "Nach dem Verfahren der deutschen Nachhaltigkeitsstrategie "
     "lautet die Bewertung in Musterstadt: die Richtung stimmt."),
    (PROVEN[::-1], {"targets": (target("halten", 21),)}, "Nach dem Verfahren der deutschen "
     "Nachhaltigkeitsstrategie lautet die Bewertung in Musterstadt: eingehalten."),
    (plain([15, 16, 17, 18, 19, 20]), {"targets": (target("erreichen", 21, "2030"),)},
     "Nach dem Verfahren der deutschen Nachhaltigkeitsstrategie lautet die Bewertung in Musterstadt: "
     "eingehalten, die Entwicklung geht aber in die falsche Richtung."),
    (PROVEN, {"targets": (target("erreichen", 12, "2030", milestones=STEPS),)},
     "Zwischenziel: 14,0 Prozent bis 2025."),
    (counts([20, 19, 18, 17, 16, 15], of=100), {"targets": (target("erreichen", 12, "2030"),)},
     "Es ist nicht bewertbar: die Entwicklung ist nicht nachweisbar."),
    (counts([20, 19, 18, 17, 16, 15], of=100), {"targets": (target("erreichen", 12, "2030"),)},
     "Wert und Ziel lassen sich statistisch nicht unterscheiden."),
    (plain([20, 19, 18, 17, 16, 15]), {"targets": (target("erreichen", 12, "2030"),)},
     "Ob die Entwicklung mehr als Zufall ist, konnte nicht geprüft werden."),
    (plain([20, 19, 18, 17, 16, 12]), {"targets": (target("erreichen", 10, "2022"),)},
     "Die Bewertung ist instabil: Lässt man einen der Werte weg, fällt sie anders aus."),
]  # fmt: skip
LIMITS = [
    (["musterstadt 2019 15"], {},
     "Die Zahl hat viele Ursachen; ob eine Maßnahme sie verändert hat, sagt sie nicht."),
    (["musterstadt 2019 15"], {"unit": "euro", "prices": "nominal"},
     "Die Beträge sind nicht um den Preisanstieg bereinigt."),
    (["musterstadt 2014 15"], {"rhythm": "eingestellt"}, "Die Reihe wird nicht fortgeführt."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "given", "sentence"), [*LEVELS, *CHANGES, *GAPS, *COMPARISONS, *CHANCE, *TARGETS, *LIMITS]
)
def test_the_page_says(lines: list[str], given: dict[str, object], sentence: str) -> None:
    assert sentence in said(lines, **given)


@pytest.mark.parametrize(
    ("lines", "given", "word"),
    [
        (["musterstadt 2019 15", "musterland 2019 9"], WITH_LAND | {"direction": "neutral"}, "schlechter"),
        (["musterstadt 2018 20", "musterstadt 2019 15 @b"], {}, "sank"),
        (["musterstadt 2018 20", "musterstadt 2019 - geheim", "musterstadt 2020 15"], {}, "sank"),
        (plain([20, 15]), {"over_time": Comparability(False, "nominal")}, "sank"),
        (["musterstadt 2019 15", "musterland 2019 9 @b"], WITH_LAND, "höher"),
        (["musterstadt 2019 15"], {"kind": "leistung"}, "Ursachen"),
        (plain([20, 19, 18, 17, 16, 15]), {}, "Unsicherheitsbereich"),
        (counts([20, 19, 18, 17, 16, 15], of=100), {"targets": (target("erreichen", 12, "2030"),)},
         "wird erreicht"),
    ],
)  # fmt: skip
def test_the_page_does_not_claim(lines: list[str], given: dict[str, object], word: str) -> None:
    assert not [text for text in said(lines, **given) if word in text]


def test_earlier_ratings_are_told_as_of_their_own_value_and_time() -> None:
    one = case(PROVEN, targets=(target("halten", 16),))
    told = dict(figures.earlier_ratings(one.indicator, one.findings, one.findings.targets[0]))
    assert told["2018"] == "nicht eingehalten, die Richtung stimmt"


@pytest.mark.parametrize(("day", "first"), [
    (date(2023, 6, 1), "Die letzte Zahl für Musterstadt ist mehr als drei Jahre alt: Sie gilt für 2019."),
    (DAY, "2019 lag der Wert in Musterstadt bei 15,0 Prozent."),
])  # fmt: skip
def test_an_old_figure_says_so_first(day: date, first: str) -> None:
    assert said(["musterstadt 2019 15"], day=day)[0] == first


def test_the_charts_description_is_the_same_sentences() -> None:
    one = case(counts(FALLING))
    texts = figures.sentences(one.report, one.indicator, one.findings)
    assert figures.chart_description(one.report, one.indicator, one.findings) == " ".join(texts)


def test_every_sentence_is_one() -> None:
    for lines, given, _ in [*LEVELS, *CHANGES, *GAPS, *COMPARISONS, *CHANCE, *TARGETS, *LIMITS]:
        for text in said(lines, **given):
            assert text[0].isupper() or text[0].isdigit()
            assert text.endswith(".")
            assert not text.endswith("..")
            assert "None" not in text
