"""What a new file begins with in the web editor: the keys that must be there, some still to be filled.

An empty key is an error with its remedy, so nothing half-filled is published. Ids are the publisher's own.
"""

from __future__ import annotations

from lagebild.model import Report

_MEASURE = """\
titel:
kurz:
typ: massnahme
handlungsfelder: [{field}]
zuordnung: erschlossen
strategiebezug: thematisch
gebiete: [{territory}]
verlauf:
  - nr: 1
    datum:
    datum_art: ereignis
    status:
    text:
    sicherheit: unsicher
"""

_INDICATOR = """\
titel:
frage:
kurz:
handlungsfelder: [{field}]
art: lage
einheit:
richtung:
definition:
zeitbezug: jahr
rhythmus: jaehrlich
vergleich: []
zeitvergleich: ja
gebietsvergleich: ja
grenzen: {{min: 0}}
geheimhaltung: {{herkunft: veroeffentlicht}}
"""


def measure_pattern(report: Report) -> str:
    """The text of a new measure file."""
    return _filled(_MEASURE, report)


def indicator_pattern(report: Report) -> str:
    """The text of a new indicator's description."""
    return _filled(_INDICATOR, report)


def _filled(pattern: str, report: Report) -> str:
    return pattern.format(field=next(iter(report.fields), ""), territory=report.site.main_territory)
