"""`daten/datenpaket.zip`: the whole data package, valid for the stock `frictionless validate`.

Everything is written anew from the Report, so that figures stand in their canonical form and internal notes
are absent. The package loads again with the same result.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from lagebild.assessed import Assessed
from lagebild.exports._cells import Cell, comma
from lagebild.exports.yaml_text import yaml_text
from lagebild.load import catalogue, layout
from lagebild.model import Boundaries, Report, Table

BOM = "\ufeff"
# Zip archives carry a time per file; a fixed one keeps the bytes the same. 1980 is the earliest they know.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def files(assessed: Assessed) -> Iterator[tuple[str, bytes]]:
    """The one archive."""
    yield "daten/datenpaket.zip", archive(dict(sorted(contents(assessed.report))))


def archive(files: dict[str, bytes]) -> bytes:
    """A zip file whose bytes depend on its contents only."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for path, content in files.items():
            info = zipfile.ZipInfo(path, date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, content)
    return out.getvalue()


def contents(report: Report) -> Iterator[tuple[str, bytes]]:
    """Every file of the package, written anew."""
    yield layout.CATALOGUE, catalogue.catalogue_bytes(report)
    yield layout.SITE, yaml_text(report.site)
    for table in report.tables.values():
        yield table.file, _table(report, table)
    for boundaries in report.boundaries:
        yield boundaries.file, _geojson(boundaries)
    for indicator in report.indicators.values():
        yield indicator.file, yaml_text(indicator)
    for measure in report.measures.values():
        yield measure.file, yaml_text(measure)
    for listed in layout.LIST_FILES:
        nouns = getattr(report, listed.attribute)
        if nouns:
            yield listed.path, yaml_text(tuple(nouns.values()) if listed.by_id else nouns)


def _table(report: Report, table: Table) -> bytes:
    figures = layout.FIGURES_FILE.fullmatch(table.file)
    body = list(_figures(report, table, figures[1])) if figures else [list(r.cells) for r in table.rows]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(table.header)
    writer.writerows(body)
    return (BOM + out.getvalue()).encode()


def _figures(report: Report, table: Table, ident: str) -> Iterator[list[str]]:
    """The figures in canonical form, in the columns the planner's table has."""
    indicator = report.indicators[ident]
    for o in report.figures.get(ident, ()):
        cells: dict[str, Cell] = {
            "gebiet": o.territory,
            "zeit": o.period.text,
            "wert": None if _is_sign_for_zero(o.signs) else o.value,
            "zaehler": o.numerator,
            "nenner": o.denominator,
            "zeichen": " ".join(o.signs),
            "quelle": o.source,
            "anmerkung": o.note,
        }
        cells |= dict(zip((b.id for b in indicator.breakdowns), o.breakdown, strict=True))
        yield [comma(cells.get(column)) for column in table.header]


def _is_sign_for_zero(signs: tuple[str, ...]) -> bool:
    return "nichts" in signs or "weniger-als-halb" in signs


def _geojson(boundaries: Boundaries) -> bytes:
    features = [
        {"type": "Feature", "properties": {"gebiet": ident}, "geometry": geometry}
        for ident, geometry in boundaries.features.items()
    ]
    collection: dict[str, Any] = {"type": "FeatureCollection", "name": boundaries.name}
    if boundaries.valid_on:
        collection["gebietsstand"] = boundaries.valid_on.isoformat()
    collection |= {
        "quellenvermerk": boundaries.attribution,
        "lizenz": boundaries.licence,
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
