"""New indicators, measures, fields of action, actors and sources, from answers to questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from lagebild.intake.questions import Ask, Question, is_date, is_id, is_number, is_period, slug
from lagebild.intake.tidy import BOM
from lagebild.intake.yaml_places import plain_yaml, typed, with_entry
from lagebild.load import layout
from lagebild.load.cells import read_day, read_number, read_period
from lagebild.load.noun_keys import aliases, choice
from lagebild.load.nouns import read_noun
from lagebild.load.yaml_events import read_yaml
from lagebild.model import (
    ID_KEY,
    SIGNS_WITHOUT_VALUE,
    ActionField,
    Actor,
    Indicator,
    Measure,
    Noun,
    Place,
    Report,
    Source,
    StatusEntry,
)

NounT = TypeVar("NounT", bound=Noun)
Written = dict[str, bytes]
"""Path → content of the files that the answers make."""
_NO_LICENCE = "nicht angegeben"


class NotValidError(Exception):
    """Answers that do not make a valid entry; the message is German."""


class NewEntries:
    """Asks for one new entry after the other and says what its files would be."""

    def __init__(self, report: Report, files: Mapping[str, bytes], ask: Ask) -> None:
        self._report = report
        self._files = files
        self._ask = ask

    def field(self) -> Written:
        """A field of action."""
        title = self._text("titel", "Wie heißt das Handlungsfeld?")
        last = max((f.order for f in self._report.fields.values()), default=0)
        data = {
            "id": self._id(title, self._report.fields),
            "titel": title,
            "reihenfolge": str(last + 1),
            "kurz": self._text("kurz", "Worum geht es, in einem Satz?", needed=False),
        }
        return self._listed(ActionField, data)

    def actor(self) -> Written:
        """An organisation, office or body."""
        name = self._text("name", "Wie heißt die Organisation, das Amt oder das Gremium?")
        kinds = ("amt", "gremium", "traeger", "verein", "land", "bund", "kreis", "netzwerk", "sonstige")
        data = {
            "id": self._id(name, self._report.actors),
            "name": name,
            "art": self._choice("art", "Was ist es?", _plain(kinds)),
            "rolle": self._text("rolle", "Welche Rolle hat es in der Strategie?", needed=False),
        }
        return self._listed(Actor, data)

    def source(self) -> Written:
        """A document, page or edition of statistics."""
        title = self._text("titel", "Wie heißt die Quelle genau?")
        data = {
            "id": self._id(title, self._report.sources),
            "titel": title,
            "herausgeber": self._text("herausgeber", "Wer gibt sie heraus?"),
            "url": self._text("url", "Unter welcher Adresse (https://…) steht sie?", needed=False),
            "art": self._text("art", "Was ist es, zum Beispiel Statistik, Bericht, Beschluss?", needed=False),
            "datum": self._date("datum", "Von wann ist sie? (leer, wenn unbekannt)", needed=False),
            "abgerufen": self._date("abgerufen", "Wann wurde sie abgerufen?", needed=False),
            "lizenz": self._text("lizenz", "Unter welcher Lizenz steht sie?", default=_NO_LICENCE),
            "gebietsstand": self._text(
                "gebietsstand",
                "Welcher Gebietsstand gilt? „jeweils“ oder ein Tag wie 2019-12-31",
                needed=False,
            ),
        }
        data["datum_art"] = "veroeffentlichung" if data["datum"] else "ohne-datum"
        return self._listed(Source, data)

    def measure(self) -> Written:
        """A measure with the first entry of its history."""
        title = self._text("titel", "Wie heißt die Maßnahme?")
        ident = self._id(title, self._report.measures)
        data: dict[str, Any] = {
            "titel": title,
            "kurz": self._text("kurz", "Was ist es, in einem Satz?", needed=False),
            "typ": self._of(Measure, "typ", "Was für ein Vorhaben ist es?", default="massnahme"),
            "handlungsfelder": self._several(
                "handlungsfelder", "Zu welchen Handlungsfeldern gehört sie?", _titles(self._report.fields)
            ),
            "zuordnung": self._of(
                Measure, "zuordnung", "Woher kommt diese Zuordnung?", default="erschlossen"
            ),
            "strategiebezug": self._of(
                Measure, "strategiebezug", "Wie hängt sie mit der Strategie zusammen?", default="thematisch"
            ),
            "zielgruppen": self._several("zielgruppen", "Für wen ist sie?", {}, needed=False),
            "gebiete": self._several(
                "gebiete", "Für welche Gebiete?", _names(self._report.territories), needed=False
            ),
        }
        if actor := self._choice(
            "zustaendig", "Wer ist zuständig?", _names(self._report.actors), needed=False
        ):
            data["zustaendig"] = [{"akteur": actor}]
        data["verlauf"] = [self._first_entry()]
        return {f"data/massnahmen/{ident}.yaml": self._single(Measure, data, ident)}

    def _first_entry(self) -> dict[str, Any]:
        entry: dict[str, Any] = {"nr": "1"}
        day = self._date("datum", "Von wann ist der erste Stand? (leer, wenn unbekannt)", needed=False)
        kind = (
            self._of(StatusEntry, "datum_art", "Was bedeutet dieses Datum?", default="ereignis")
            if day
            else "ohne-datum"
        )
        entry |= {"datum": day, "datum_art": kind}
        entry["status"] = self._of(StatusEntry, "status", "Welchen Stand hat sie da?")
        entry["text"] = self._text("text", "Was wird berichtet?")
        source = self._choice(
            "quelle",
            "Welche Quelle belegt das? (leer, wenn keine)",
            _titles(self._report.sources),
            needed=False,
        )
        if source:
            entry["belege"] = [{"quelle": source}]
        entry["sicherheit"] = "belegt" if source else "unsicher"
        return entry

    def indicator(self) -> Written:
        """An indicator with its first figure."""
        title = self._text("titel", "Wie heißt der Indikator?")
        ident = self._id(title, self._report.indicators)
        data: dict[str, Any] = {
            "titel": title,
            "frage": self._text("frage", "Welche Frage beantwortet er?", needed=False),
            "kurz": self._text("kurz", "Was wird gemessen, in einem Satz?"),
            "handlungsfelder": self._several(
                "handlungsfelder", "Zu welchen Handlungsfeldern gehört er?", _titles(self._report.fields)
            ),
            "art": self._of(
                Indicator, "art", "lage (hat viele Ursachen) oder leistung (eigenes Tun)?", default="lage"
            ),
            "einheit": self._choice("einheit", "In welcher Einheit?", _names(self._report.units)),
            "richtung": self._of(Indicator, "richtung", "Welche Veränderung ist erwünscht?"),
            "zaehler": self._text("zaehler", "Was steht im Zähler?", needed=False),
            "nenner": self._text("nenner", "Was steht im Nenner?", needed=False),
            "definition": self._text("definition", "Wie ist er genau definiert?", needed=False),
            "zeitbezug": self._of(Indicator, "zeitbezug", "Worauf bezieht sich eine Zahl?", default="jahr"),
            "rhythmus": self._of(Indicator, "rhythmus", "Wie oft gibt es neue Zahlen?", default="jaehrlich"),
        }
        if data["richtung"] == "neutral":
            data["richtung_grund"] = self._text(
                "richtung_grund", "Warum ist keine Richtung erwünscht?", needed=False
            )
        codes = self._breakdowns(data)
        origin = self._choice(
            "herkunft",
            "Sind es veröffentlichte Zahlen oder eigene Zählungen?",
            _plain(("veroeffentlicht", "eigene")),
            default="veroeffentlicht",
        )
        data["geheimhaltung"] = {"herkunft": origin}
        indicator = self._single(Indicator, data, ident)
        folder = f"data/indikatoren/{ident}"
        return {f"{folder}/indikator.yaml": indicator, f"{folder}/werte.csv": self._first_figure(codes)}

    def _breakdowns(self, data: dict[str, Any]) -> dict[str, str]:
        """Asks for breakdowns; the code of each that the headline series and the first figure have."""
        lists = self._report.code_lists
        chosen = self._several(
            "merkmale", "Nach welchen Merkmalen ist er gegliedert?", _plain(lists), needed=False
        )
        codes = {}
        for ident in chosen:
            kind = self._choice(
                f"{ident}_art",
                f"Ergeben die Teile von „{ident}“ zusammen das Ganze?",
                {"vollstaendig": "ja", "ueberlappend": "nein"},
                default="ueberlappend",
            )
            data.setdefault("merkmale", []).append({"id": ident, "art": kind})
            names = {code: c.name for code, c in lists[ident].items()}
            codes[ident] = self._choice(
                f"{ident}_haupt",
                f"Welcher Teil von „{ident}“ steht zuerst auf der Seite?",
                names,
                default="insgesamt" if "insgesamt" in names else "",
            )
        if codes:
            data["hauptreihe"] = codes
        return codes

    def _first_figure(self, codes: Mapping[str, str]) -> bytes:
        """The table with one figure: a table without any row does not pass the check."""
        main = self._report.site.main_territory
        territory = self._choice(
            "gebiet", "Für welches Gebiet ist die erste Zahl?", _names(self._report.territories), default=main
        )
        period = self._text("zeit", "Für welchen Zeitraum?", check=is_period)
        value = self._text(
            "wert", "Welcher Wert? (leer, wenn keiner bekannt ist)", needed=False, check=is_number
        )
        sign = (
            ""
            if value
            else self._choice("zeichen", "Warum gibt es keinen Wert?", _plain(SIGNS_WITHOUT_VALUE))
        )
        source = self._choice("quelle", "Aus welcher Quelle?", _titles(self._report.sources))
        header = layout.figure_columns(tuple(codes)).all
        cells = {
            "gebiet": territory,
            "zeit": read_period(period).canonical,
            "wert": read_number(value).canonical,
            "zeichen": sign,
            "quelle": source,
            **codes,
        }
        return f"{BOM}{';'.join(header)}\n{';'.join(cells.get(name, '') for name in header)}\n".encode()

    def _single(self, noun: type[Noun], data: Mapping[str, Any], ident: str) -> bytes:
        return typed(_made(noun, data, ident))

    def _listed(self, noun: type[Noun], data: Mapping[str, Any]) -> Written:
        path = next(f.path for f in layout.LIST_FILES if f.noun is noun)
        return {path: with_entry(self._files.get(path, b""), _made(noun, data))}

    def _text(
        self,
        key: str,
        text: str,
        *,
        needed: bool = True,
        default: str = "",
        check: Callable[[str], str] | None = None,
    ) -> str:
        return str(self._answer(Question(key=key, text=text, needed=needed, default=default, check=check)))

    def _date(self, key: str, text: str, *, needed: bool = True) -> str:
        return read_day(self._text(key, text, needed=needed, check=is_date)).canonical

    def _id(self, title: str, taken: Mapping[str, Any]) -> str:
        text = "Unter welcher Kennung soll er geführt werden? Sie wird später nicht mehr geändert."
        return self._text("id", text, default=slug(title), check=is_id(taken))

    def _choice(
        self, key: str, text: str, choices: Mapping[str, str], *, needed: bool = True, default: str = ""
    ) -> str:
        return str(
            self._answer(Question(key=key, text=text, choices=choices, needed=needed, default=default))
        )

    def _several(
        self, key: str, text: str, choices: Mapping[str, str], *, needed: bool = True
    ) -> tuple[str, ...]:
        question = Question(key=key, text=text, choices=choices, several=True, needed=needed)
        answer = self._answer(question)
        return answer if isinstance(answer, tuple) else ()

    def _of(self, noun: type[Any], key: str, text: str, *, default: str = "") -> str:
        """A choice among the words that a key of a noun allows."""
        return self._choice(key, text, _plain(choice(aliases(noun)[key].type)), default=default)

    def _answer(self, question: Question) -> str | tuple[str, ...]:
        answer = self._ask(question).strip() or question.default
        if fault := question.fault(answer):
            raise NotValidError(f"„{question.key}“: {fault}")
        if not answer:
            return () if question.several else ""
        return question.value(answer)


def _made(noun: type[NounT], data: Mapping[str, Any], ident: str | None = None) -> NounT:
    """The answers as a noun, validated as every file is."""
    filled = {key: list(value) if isinstance(value, tuple) else value for key, value in data.items() if value}
    source = read_yaml("", plain_yaml(filled))
    given = {**source.data, ID_KEY: ident} if ident is not None else source.data
    read = read_noun(noun, given, source, Place(file=""))
    if read.noun is None:
        raise NotValidError(" ".join(f"{p.message} {p.remedy}" for p in read.problems))
    return read.noun


def _plain(codes: Iterable[str]) -> dict[str, str]:
    return {code: code for code in codes}


def _titles(nouns: Mapping[str, Any]) -> dict[str, str]:
    return {ident: noun.title for ident, noun in nouns.items()}


def _names(nouns: Mapping[str, Any]) -> dict[str, str]:
    return {ident: noun.name for ident, noun in nouns.items()}
