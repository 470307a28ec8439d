"""The sentence with which a page opens. All figures are invented."""

from __future__ import annotations

import pytest

from lagebild.model import Comparability
from lagebild.wording import figures
from lagebild.wording.frequency import frequency
from tests.invented import BY_AGE, case

CHILDREN = "Anteil der Kinder unter 15 Jahren, die Leistungen erhalten"
PEOPLE = {"numerator": "überschuldete Personen", "denominator": "alle volljährigen Einwohner"}


def title(lines: list[str], **given: object) -> str:
    """The message with ordinary spaces."""
    one = case(lines, comparators=("musterkreis", "musterland"), **given)
    return figures.message(one.report, one.indicator, one.findings).translate({0xA0: " ", 0x202F: " "})


@pytest.mark.parametrize(
    ("lines", "given", "message"),
    [
        (["musterstadt 2019 15,3", "musterland 2019 9,7"], {"short": CHILDREN},
         "2019 erhielten in Musterstadt 15 von 100 Kindern unter 15 Jahren Leistungen, in Musterland 10"),
        (["musterstadt 2019 15,3", "musterland 2019 9,7 @b", "musterkreis 2019 8"], {"short": CHILDREN},
         "2019 erhielten in Musterstadt 15 von 100 Kindern unter 15 Jahren Leistungen, im Musterkreis 8"),
        (["musterstadt 2019 15,3", "musterland 2018 9,7"], {"short": CHILDREN},
         "2019 erhielten in Musterstadt 15 von 100 Kindern unter 15 Jahren Leistungen"),
        (["musterstadt 2018/2019 0,9"], {"short": "Anteil der Kinder, die zu Hause betreut werden"},
         "Im Schuljahr 2018/2019 wurden in Musterstadt 9 von 1000 Kindern zu Hause betreut"),
        (["musterstadt 2019 15,3", "musterland 2019 9,7"], PEOPLE,
         "2019 kamen in Musterstadt auf 100 volljährige Einwohner 15 überschuldete Personen, "
         "in Musterland 10"),
        (["musterstadt 2019 76,34", "musterland 2019 54,8"],
         {"unit": "je-1000", "numerator": "Personen in Not", "denominator": "Einwohner"},
         "2019 kamen in Musterstadt auf 1000 Einwohner 76,3 Personen in Not, in Musterland 54,8"),
        (["musterstadt 2019 42370"], {"unit": "personen", "numerator": "Einwohner"},
         "2019 gab es in Musterstadt 42 370 Einwohner"),
        (["musterstadt 2019 10,7"],
         {"numerator": "Schüler ohne Abschluss", "denominator": "Schüler"},
         "2019 kamen in Musterstadt auf 100 Schüler 11 ohne Abschluss"),
        (["musterstadt 2019-12-31 31471"], {"unit": "personen", "title": "Einwohner"},
         "Am 31. Dezember 2019 gab es in Musterstadt 31 471 Einwohner"),
        (["musterstadt 2019 1"], {"unit": "paesse", "numerator": "neue Pässe"},
         "Kinderarmut: 2019 lag der Wert in Musterstadt bei 1 Pass"),
        (["musterstadt 2019 1500", "musterland 2019 1600"], {"unit": "euro", "title": "Lohn"},
         "Lohn: 2019 lag der Wert in Musterstadt bei 1500 Euro je Monat, in Musterland 1600"),
        (["musterstadt 2019-12-31 15,3", "musterland 2019-12-31 9,7"], {"title": "Quote: Teil"},
         "Quote: Teil – Am 31. Dezember 2019 lag der Wert in Musterstadt bei 15,3 Prozent, "
         "in Musterland 9,7 Prozent"),
        (["musterstadt 2019 47,6"],
         {"short": CHILDREN, "breakdowns": BY_AGE, "main_series": (("altersgruppe", "unter 3"),)},
         "Kinderarmut, unter 3 Jahre: 2019 lag der Wert in Musterstadt bei 47,6 Prozent"),
        (["musterstadt 2019 47,6"],
         {"short": CHILDREN, "breakdowns": BY_AGE, "main_series": (("altersgruppe", "insgesamt"),)},
         "2019 erhielten in Musterstadt 48 von 100 Kindern unter 15 Jahren Leistungen"),
        (["musterstadt 2019 - unsicher", "musterland 2019 9"], {},
         "Kinderarmut: Für Musterstadt liegt kein verlässlicher Wert vor"),
        (["musterstadt 2019 - geheim"], {}, "Kinderarmut: Für Musterstadt liegt kein Wert vor"),
        (["altdorf 2019 9"], {"short": "Einwohner nach Ort."}, "Einwohner nach Ort"),
        (["musterstadt 2019 9"], {"breakdowns": BY_AGE, "main_series": None, "short": "Einwohner nach Alter"},
         "Einwohner nach Alter"),
    ],
)  # fmt: skip
def test_the_message_tells_figure_year_place_and_one_comparator(
    lines: list[str], given: dict[str, object], message: str
) -> None:
    assert title(lines, **given) == message


@pytest.mark.parametrize(
    "given",
    [
        {"short": "Anteil der Kinder, die sich freuen"},
        {"short": "Anteil der Ausgaben, die Familien erhalten"},
        {"short": "Anteil der Fläche, die versiegelt ist"},
        {"short": "Anteil der Kinder, die zaubern"},
        {"numerator": "Schulden der Stadt", "denominator": "Einwohner"},
        {"numerator": "Kinder in Not", "denominator": "Fläche in Hektar"},
    ],
)
def test_where_the_texts_fit_no_other_construction_the_plain_one_stands(given: dict[str, object]) -> None:
    """Better a plain sentence than a wrong ending or a count of what cannot be counted."""
    message = title(["musterstadt 2019 15,3"], **given)
    assert message == "Kinderarmut: 2019 lag der Wert in Musterstadt bei 15,3 Prozent"


def test_figures_that_may_not_be_compared_are_not_set_side_by_side() -> None:
    alone = title(
        ["musterstadt 2019 15,3", "musterland 2019 9,7"], between_territories=Comparability(False, "nur hier")
    )
    assert "Musterland" not in alone


@pytest.mark.parametrize(
    ("values", "decimals", "counts"),
    [
        ([15.3], 1, (100, ("15",))),
        ([15.3, 9.7], 1, (100, ("15", "10"))),
        ([11.28, 7.58], 1, (1000, ("113", "76"))),
        ([15.3, 15.4], 1, (1000, ("153", "154"))),
        ([0.85], 1, (1000, ("9",))),
        ([99.6], 1, (1000, ("996",))),
        ([50.0, 50.0], 1, (100, ("50", "50"))),
        ([0.04], 1, None),
        ([0.76], 2, (10000, ("76",))),
    ],
)
def test_a_natural_frequency_is_never_coarser_than_its_figure(
    values: list[float], decimals: int, counts: tuple[int, tuple[str, ...]] | None
) -> None:
    assert frequency(values, decimals) == counts


def test_the_key_sentence_sets_its_number_apart() -> None:
    one = case(["musterstadt 2019 15,3", "musterland 2019 9,7"], short=CHILDREN, comparators=("musterland",))
    said = figures.key_sentence(one.report, one.indicator, one.findings)
    assert (said.before, said.number, said.after) == (
        "2019 erhielten in Musterstadt ",
        "15 von 100",
        " Kindern unter 15 Jahren Leistungen. In Musterland waren es 10.",
    )
    assert said.text.startswith("2019 erhielten in Musterstadt 15 von 100 Kindern")


def test_the_territory_named_beside_the_city_is_given_to_the_chart() -> None:
    one = case(["musterstadt 2019 15", "musterland 2019 9"], comparators=("musterland",))
    beside = figures.companion(one.report, one.findings)
    assert beside == "musterland"
    assert one.report.territories[beside].name in figures.message(one.report, one.indicator, one.findings)
