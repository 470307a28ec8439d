"""Official keys have a fixed number of digits.

AGS: Land 2, Kreis 5, Gemeinde 8 digits (the Regierungsbezirk in between, 3, bears no figures here). ARS: Land
2, Regierungsbezirk 3, Kreis 5, Gemeindeverband 9, Gemeinde 12 digits. NUTS: two letters and up to three more
characters. Source: Statistisches Bundesamt, Gemeindeverzeichnis-Informationssystem; Regulation (EC)
1059/2003.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lagebild.model import Report
from lagebild.problems import Problem, error

RULE = "schluessel-form"

_FORMS = {
    "ags": (
        r"[0-9]{2}|[0-9]{5}|[0-9]{8}",
        "2 Ziffern (Land), 5 (Kreis) oder 8 (Gemeinde), zum Beispiel 09162",
    ),
    "ars": (
        r"[0-9]{2,3}|[0-9]{5}|[0-9]{9}|[0-9]{12}",
        "2, 3, 5, 9 oder 12 Ziffern, zum Beispiel 091620000000",
    ),
    "nuts": (r"[A-Z]{2}[0-9A-Z]{0,3}", "zwei Buchstaben und bis zu drei weitere Zeichen, zum Beispiel DE212"),
}


def check(report: Report) -> Iterator[Problem]:
    """Keys in another form."""
    table = report.tables.get("data/gebiete/schluessel.csv")
    for key in report.territory_keys if table else ():
        form, example = _FORMS[key.kind]
        if table and not re.fullmatch(form, key.key):
            yield error(
                RULE,
                table.place(key.row, "schluessel"),
                f"„{key.key}“ ist kein Schlüssel der Art {key.kind}{_lost_zero(key.key)}.",
                f"Ein Schlüssel der Art {key.kind} hat {example}.",
                key.key,
            )


def _lost_zero(key: str) -> str:
    """Spreadsheets drop a leading zero; the Länder 01 to 09 have one."""
    return "; vermutlich fehlt vorn eine Null" if key.isdigit() and len(key) in (1, 4, 7, 11) else ""
