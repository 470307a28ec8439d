"""What is said about measures: words for codes, and sentences about a history, its plan and its age.

No sentence here says that a measure changed a situation: a link to an indicator is an assumption of whoever
made it, and is worded as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from lagebild.findings import MeasureState, ScheduleFinding
from lagebild.model import PlanDate, StatusEntry, When
from lagebild.wording import dates, numbers
from lagebild.wording.numbers import NBSP

BOARD_CLASSES: Mapping[str, str] = {
    "vorgeschlagen": "vorgeschlagen",
    "vorbereitet": "vorbereitet",
    "in-umsetzung": "in Umsetzung",
    "stand-unklar": "Stand unklar",
    "ruht": "ruht",
    "abgeschlossen": "abgeschlossen",
    "beendet": "beendet",
    "ohne-beleg": "ohne Beleg",
    "ohne-datum": "ohne Datum",
}
"""Phases and the classes of a board that stand beside them."""
BOARD_EXPLANATIONS: Mapping[str, str] = {
    "vorgeschlagen": "Idee oder Empfehlung",
    "vorbereitet": "geplant, beantragt, bewilligt oder beschlossen",
    "in-umsetzung": f"Meldung aus den letzten 24{NBSP}Monaten",
    "stand-unklar": f"letzte Meldung älter als 24{NBSP}Monate",
    "ruht": "unterbrochen oder zurückgestellt",
    "abgeschlossen": "mit Beleg abgeschlossen",
    "beendet": "eingestellt oder ausgelaufen",
    "ohne-beleg": "als abgeschlossen gemeldet, ohne Beleg",
    "ohne-datum": "keine datierte Meldung gefunden",
}
STATUSES: Mapping[str, str] = {
    "idee": "Idee",
    "empfohlen": "empfohlen",
    "geplant": "geplant",
    "beantragt": "beantragt",
    "bewilligt": "bewilligt",
    "beschlossen": "beschlossen",
    "gestartet": "gestartet",
    "laufend": "läuft",
    "eingeschraenkt": "läuft eingeschränkt",
    "unterbrochen": "unterbrochen",
    "zurueckgestellt": "zurückgestellt",
    "abgeschlossen": "abgeschlossen",
    "beendet": "beendet",
    "aufhebung-beantragt": "Aufhebung beantragt",
}
_REPORTED_AS: Mapping[str, str] = {
    "idee": "als Idee genannt",
    "laufend": "als laufend gemeldet",
    "eingeschraenkt": "als eingeschränkt laufend gemeldet",
    "aufhebung-beantragt": "mit dem Antrag auf Aufhebung gemeldet",
}
SCHEDULES: Mapping[str, str] = {
    "kein-termin": "kein Termin bekannt",
    "steht-aus": "Termin steht aus",
    "verschoben": "verschoben",
    "ueberfaellig": "überfällig",
    "fristgerecht": "fristgerecht",
    "verspaetet": "verspätet",
    "nicht-entscheidbar": "nicht entscheidbar",
    "entfallen": "entfallen",
}
TIES: Mapping[str, str] = {
    "ausdruecklich": "In Quellen zur Strategie genannt",
    "lsz-plan": "Aus dem LSZ-Plan",
    "verwandtes-konzept": "Aus einem verwandten Konzept",
    "grundlage": "Grundlage der Strategie",
    "thematisch": "Passt zum Thema, Zugehörigkeit nicht belegt",
}
"""How firmly an entry is tied to the strategy, as a heading."""
TIES_COUNTED: Mapping[str, str] = {
    "ausdruecklich": "in Quellen zur Strategie genannt",
    "lsz-plan": "aus dem LSZ-Plan",
    "verwandtes-konzept": "aus einem verwandten Konzept",
    "grundlage": "Grundlage der Strategie",
    "thematisch": "passt zum Thema, Zugehörigkeit nicht belegt",
}
"""The same after a number."""
TIE_WORDS: Mapping[str, tuple[str, str]] = {
    "ausdruecklich": ("genannt", "Quellen zur Strategie nennen sie."),
    "lsz-plan": ("LSZ-Plan", "Sie steht im LSZ-Plan, nicht in den zugänglichen Quellen zur Strategie."),
    "verwandtes-konzept": ("verwandtes Konzept", "Sie gehört zu einem Konzept neben der Strategie."),
    "grundlage": ("Grundlage", "Die Strategie baut darauf auf."),
    "thematisch": ("nicht belegt", "Sie passt zum Thema; keine Quelle nennt sie als Teil der Strategie."),
}
"""Word and sentence for the page of a measure."""
DATE_KINDS: Mapping[str, str] = {
    "ereignis": "",
    "veroeffentlichung": "Tag der Veröffentlichung",
    "berichtsstand": "Stand des Berichts",
    "erschlossen": "Datum erschlossen",
    "ohne-datum": "",
}
"""What a date is, where it is not simply the day of the event."""
EVIDENCE_KINDS: Mapping[str, str] = {
    "niederschrift": "Niederschriften",
    "beschluss": "Beschlüsse und Abstimmungen",
    "vorlage": "Vorlagen für Rat und Ausschüsse",
    "anfrage": "Anfragen mit Antwort",
    "bericht": "Berichte, Konzepte und Statistik",
    "pressemitteilung": "Pressemitteilungen und Bekanntmachungen",
    "presse": "Presse",
    "internetseite": "Internetseiten",
    "sonstige": "Sonstiges",
}
KINDS: Mapping[str, tuple[str, str]] = {
    "massnahme": ("Maßnahme", "Maßnahmen"),
    "instrument": ("Instrument", "Instrumente"),
    "programm": ("Programm", "Programme"),
    "gremium": ("Gremium", "Gremien"),
}
"""Kind of entry: one, several."""
PLAN_KINDS: Mapping[str, str] = {
    "beginn": "Beginn",
    "zwischenziel": "Zwischenschritt",
    "fertigstellung": "Fertigstellung",
}
DIRECTIONS: Mapping[str, str] = {
    "sinken": "Angenommen wird, dass die Zahl sinken soll.",
    "steigen": "Angenommen wird, dass die Zahl steigen soll.",
    "neutral": "Keine Richtung angenommen.",
}
INDICATOR_KINDS: Mapping[str, str] = {
    "lage": "Zeigt eine Lage mit vielen Ursachen. Eine Wirkung auf diese Zahl ist nicht belegt.",
    "leistung": "Zeigt, was geleistet wurde, nicht, was es bewirkt hat.",
}
FUNDERS: Mapping[str, str] = {
    "land": "Land", "bund": "Bund", "esf": "Europäischer Sozialfonds",
    "land-esf": "Land und Europäischer Sozialfonds",
    "bund-esf": "Bund und Europäischer Sozialfonds", "bund-land": "Bund und Land", "kreis": "Landkreis",
    "stadt": "Stadt", "gemeinde": "Gemeinde", "gesamt": "insgesamt", "spende": "Spenden",
}  # fmt: skip
_SMALL = (
    "null",
    "einem",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
)


def money(amount: float | None, currency: str | None) -> str:
    """`333 162,50 €`; empty where no amount is known."""
    if amount is None:
        return ""
    sign = "€" if currency in (None, "EUR") else currency
    return f"{numbers.number(amount, 2 if amount % 1 else 0)}{NBSP}{sign}"


def dated(when: When | None, date_kind: str | None) -> str:
    """`2018 (Stand des Berichts)`, `10. Mai 2016`, `ohne Datum`."""
    kind = DATE_KINDS[date_kind] if date_kind else ""
    text = dates.when(when) if when else "ohne Datum"
    return f"{text} ({kind})" if kind else text


def counted(number: int, one: str, many: str) -> str:
    """`1 Meldung`, `8 Meldungen`."""
    return f"{number}{NBSP}{one if number == 1 else many}"


def of(part: int, whole: int) -> str:
    """`4 von 34`: a number never stands without its denominator."""
    return f"{part} von {whole}"


def sentence(text: str) -> str:
    """A planner's note as a sentence: capital letter, full stop."""
    clean = text.strip()
    closed = clean if clean.endswith((".", "!", "?", "…", "“")) else f"{clean}."
    return closed[:1].upper() + closed[1:]


def reported_as(status: str) -> str:
    """`als laufend gemeldet`, `als abgeschlossen gemeldet`."""
    return _REPORTED_AS.get(status, f"als {STATUSES[status]} gemeldet")


def at(when: When | None) -> str:
    """As an adverbial: `2016`, `im März 2016`, `am 1. März 2016`, `2019 bis 2020`, `ohne Datum`."""
    if when is None:
        return "ohne Datum"
    text = dates.when(when)
    if when.is_day:
        return f"am {text}"
    return f"im {text}" if len(when.text) == len("2016-03") else text


def last_reported(entry: StatusEntry) -> str:
    """`läuft eingeschränkt (Dezember 2020)`, `läuft (ohne Datum)`."""
    return f"{STATUSES[entry.status]} ({dates.when(entry.when) if entry.when else 'ohne Datum'})"


def lead(order: Sequence[StatusEntry], state: MeasureState) -> str:
    """What a history comes to, in one or two sentences; `order`: its entries in the order of events."""
    reported = state.last_reported
    if reported is None:
        return "Eine Meldung zu diesem Tag gibt es nicht."
    said = f"{at(reported.when)} {reported_as(reported.status)}"
    if len(order) > 1:
        earlier = _decision_or_beginning(order, reported)
        said = f"{earlier}, zuletzt {said}" if earlier else f"zuletzt {said}"
    return f"{sentence(said)} Zum heutigen Stand gibt es keinen Beleg." if state.unclear else sentence(said)


def _decision_or_beginning(order: Sequence[StatusEntry], reported: StatusEntry) -> str:
    """`am 10. Mai 2016 beschlossen`, or `2016 als gestartet`, which the verb of the last report completes."""
    dated = [e for e in order if e.when and e.number != reported.number]
    for statuses in (("beschlossen",), ("gestartet", "laufend")):
        if found := next((e for e in dated if e.status in statuses), None):
            if found.status == reported.status:
                return f"erstmals {at(found.when)}"
            certain = found.certainty == "belegt" and found.date_kind in ("ereignis", "erschlossen")
            done = found.status == "beschlossen" and certain
            return f"{at(found.when)} {'' if done else 'als '}{found.status}"
    return ""


def full_years(start: date, end: date) -> int:
    """Whole years between two days."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def silence(last: date, day: date) -> str:
    """`Seit mehr als fünf Jahren nennt keine ausgewertete Quelle einen neuen Stand.`"""
    years = full_years(last, day)
    if years < 1:
        return "Seither nennt keine ausgewertete Quelle einen neuen Stand."
    word = _SMALL[years] if years < len(_SMALL) else str(years)
    unit = "Jahr" if years == 1 else "Jahren"
    return f"Seit mehr als {word} {unit} nennt keine ausgewertete Quelle einen neuen Stand."


def since(last: date) -> str:
    """Since which month nothing is known, after a last report that ended on a day: `seit Januar 2021`."""
    return f"seit {dates.month(last + timedelta(days=1))}"


def plan(promise: PlanDate) -> str:
    """`Beginn: Mai 2016`."""
    return f"{PLAN_KINDS[promise.kind]}: {dates.when(promise.planned)}"


def schedule(finding: ScheduleFinding, others: Sequence[PlanDate] = ()) -> str:
    """What is known of the plan, in one to three sentences; `others`: plan dates that decide nothing."""
    if finding.last is None:
        steps = ", ".join(dates.when(one.planned) for one in others)
        if not steps:
            return "Keine Quelle nennt einen Termin."
        known = (
            "Bekannt ist nur ein Zwischenschritt" if len(others) == 1 else "Bekannt sind nur Zwischenschritte"
        )
        return f"{known}: {steps}."
    moved = finding.first is not None and finding.first.planned != finding.last.planned
    before = f", zuvor {dates.when(finding.first.planned)}" if moved and finding.first else ""
    promised = f"{PLAN_KINDS[finding.last.kind]} geplant für {dates.when(finding.last.planned)}{before}."
    return f"{promised} {_outcome(finding)}".strip()


def _outcome(finding: ScheduleFinding) -> str:
    if finding.result in ("fristgerecht", "verspaetet") and finding.met_by:
        return sentence(f"{at(finding.met_by.when)} {reported_as(finding.met_by.status)}")
    return {
        "ueberfaellig": "Dass der Termin gehalten wurde, ist nicht belegt.",
        "nicht-entscheidbar": "Ob der Termin gehalten wurde, ist nicht belegt.",
        "entfallen": "Das Vorhaben ruht oder ist beendet.",
    }.get(finding.result, "")


def checked(part: int, whole: int) -> str:
    """How many reports were read against the text of their source."""
    if part == whole:
        return "Sie ist am Text der Quelle gegengelesen." if whole == 1 else (
            f"Alle {whole} sind am Text der Quelle gegengelesen."
        )  # fmt: skip
    return f"{of(part, whole)} sind am Text der Quelle gegengelesen."
