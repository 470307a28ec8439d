"""Excerpts in the exact form of official downloads, with invented figures of the invented Musterland.

The forms are those of CSV exports of the Regionaldatenbank Deutschland (table 13211-02-05-4) and of
GENESIS-Online (table 12411-0018), of the flat format of GENESIS databases in both of its generations, of INKAR
exports, and of tables that statistical offices publish as workbooks.
"""

# Rows are as long as those of the originals.
# ruff: noqa: E501

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

_UNEMPLOYED = """\
GENESIS-Tabelle: 13211-02-05-4
Arbeitslose nach ausgewählten Personengruppen sowie;;;;;;
Arbeitslosenquoten - Jahresdurchschnitt - (ab 2009) regionale Tiefe:;;;;;;
Kreise und krfr. Städte;;;;;;
Arbeitsmarktstatistik der Bundesagentur für Arbeit;;;;;;
;;;Arbeitslose;Arbeitslose;Arbeitslosenquote bez. auf alle zivile Erwerbsp.;Arbeitslosenquote bez. auf alle zivile Erwerbsp.
;;;;{foreign};;Frauen
;;;Anzahl;Anzahl;Prozent;Prozent
{year};DG;Deutschland;2695444;795692;5,9;5,5
{year};05334002;      Aachen, kreisfreie Stadt;9876;3210;7,1;6,6
{year};99;  Musterland;71234;.;6,0;x
{year};99001;      Musterstadt, kreisfreie Stadt;1677;-;7,7;7,0
{year};99002;      Nachbarkreis, Landkreis;2001;155;4,4;4,1
__________
"zu ""Arbeitslosenquote"":
Fußnote über
mehrere Zeilen."
"© Statistische Ämter des Bundes und der Länder, Deutschland, 2024.
Dieses Werk ist lizenziert unter der Datenlizenz Deutschland
- Namensnennung - Version 2.0."
Stand: 17.08.2023 / 19:38:04
"""

_POPULATION = """\
GENESIS-Tabelle: 12411-0018
Bevölkerung: Kreise, Stichtag, Geschlecht;;;;
Fortschreibung des Bevölkerungsstandes;;;;
Bevölkerungsstand (Anzahl);;;;
;;;männlich;weiblich
;;;Insgesamt;Insgesamt
31.12.2021;99001;Musterstadt, kreisfreie Stadt;15302;15951
31.12.2022;99001;Musterstadt, kreisfreie Stadt;15411;16060
31.12.2023;99001;Musterstadt, kreisfreie Stadt;15500;16100
31.12.2023;99002;Nachbarkreis;21000;21500
__________
© Statistisches Bundesamt (Destatis), 2024
Stand: 11.04.2024 / 13:26:54
"""

_FLAT_OLD = """\
Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;\
2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;BEV002__Bevoelkerungsstand__Anzahl
12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;31.12.2023;KREISE;Kreise;99001;Musterstadt;GES;Geschlecht;GESM;männlich;15500
12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;31.12.2023;KREISE;Kreise;99001;Musterstadt;GES;Geschlecht;GESW;weiblich;16100
12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;31.12.2023;KREISE;Kreise;99002;Nachbarkreis;GES;Geschlecht;GESM;männlich;.
"""

_FLAT_NEW = """\
statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;\
1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;\
value_variable_code;value_variable_label;value_q
12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;2023-12-31;KREISE;Kreise;99001;Musterstadt;GES;Geschlecht;GESM;männlich;\
15500;Anzahl;BEV002;Bevölkerungsstand;e
12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;2023-12-31;KREISE;Kreise;99001;Musterstadt;GES;Geschlecht;GESW;weiblich;\
16100;Anzahl;BEV002;Bevölkerungsstand;p
12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;2023-12-31;KREISE;Kreise;99001;Musterstadt;GES;Geschlecht;;Insgesamt;\
31600;Anzahl;BEV002;Bevölkerungsstand;e
"""

_INKAR = """\
Kennziffer,Raumeinheit,Aggregat,Kinderarmut,Kinderarmut,Kinderarmut
,,,2021,2022,2023
99001,"Musterstadt, Stadt",kreisfreie Stadt,14.07,13.690000000000001,13.4
99002,"Nachbarkreis",Landkreis,8.1,8,7.9
"""

_INKAR_LONG = """\
raumbezug,kennziffer,name,zeitbezug,q_newfBGu15_bev,a_andere
Bund,111,Bundesrepublik Deutschland,2023,12.5,1
Bundesländer,99,Musterland,2022,12.2,2
Bundesländer,99,Musterland,2023,12.1,2
Raumordnungsregionen,99,Musterregion,2023,99.9,2
Kreise,99001000,"Musterstadt, Stadt",2022,13.69,3
Kreise,99001000,"Musterstadt, Stadt",2023,13.4,3
Kreise,99001000,"Musterstadt, Stadt",2020 bis 2023,13.9,
"""


def unemployment(year: str = "2023", foreign: str = "Ausländer") -> bytes:
    """Regionaldatenbank: title block, three rows of headings, signs, an eight-digit key, footnotes;
    Latin-1.
    """
    return _UNEMPLOYED.format(year=year, foreign=foreign).encode("latin-1")


def population() -> bytes:
    """GENESIS-Online: days as time, two rows of headings; Windows-1252."""
    return _POPULATION.encode("cp1252")


def flat(generation: int) -> bytes:
    """The flat format, one row per figure, in its first or second generation."""
    return (_FLAT_OLD if generation == 1 else _FLAT_NEW).encode()


def inkar() -> bytes:
    """INKAR with years side by side under a doubled heading, decimal points, traces of binary fractions."""
    return _INKAR.encode()


def inkar_long() -> bytes:
    """INKAR with a row per territory and year, eight-digit keys, spans of years."""
    return _INKAR_LONG.encode()


def workbook(rows: Sequence[Sequence[Any]], merged: Sequence[str] = (), sheet: str = "Tabelle 1") -> bytes:
    """A statistical office's workbook: a title sheet, then the table with merged headings."""
    book = openpyxl.Workbook()
    book.active.title = "Impressum"
    book.active["A1"] = "Statistisches Amt Musterland"
    table = book.create_sheet(sheet)
    for row in rows:
        table.append(list(row))
    for area in merged:
        table.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def office_workbook() -> bytes:
    """Three rows of headings with merged cells, names without keys, signs as text, a footnote."""
    rows = [
        ["Bevölkerung am 31.12.2023 nach Geschlecht"],
        [],
        ["Kreisfreie Stadt\nLandkreis\nLand", "Bevölkerung", None, None],
        [None, "insgesamt", "davon", None],
        [None, None, "männlich", "weib-\nlich 1)"],
        ["Stadt Musterstadt", 31600, 15500, 16100],
        ["Nachbarkreis", 42500, "–", "."],
        [],
        ["Land Musterland", 2100000, 1030000.0, 1070000],
        ["1) Fußnote"],
    ]
    return workbook(rows, merged=["B3:D3", "C4:D4", "B4:B5", "A3:A5"])
