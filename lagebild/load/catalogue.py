"""The Frictionless catalogue `datapackage.json`, derived from the data.

Data Package version 1, the rules that the stock `frictionless validate` enforces. The dialect stands in both
spellings, for readers of version 1 and of version 2. YAML and boundaries are listed as plain files, because
frictionless does not check them; tables carry their schema inline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lagebild.load import layout
from lagebild.load.table_schemas import catalogue_name, resource_name, table_schema
from lagebild.model import Place, Report, Source, Table
from lagebild.model.sources import NOT_STATED
from lagebild.problems import Problem, error, notice

Json = dict[str, Any]

REFRESH = (
    "Sie müssen nichts tun: Die Prüfung des Vorschlags legt den erneuerten Katalog bei. "
    "Von Hand: python scripts/check.py --write-catalogue"
)
"""How the catalogue is made to fit the data again."""

# skipBlankRows: spreadsheets leave empty rows below a table; our own pass warns of them.
_DIALECT: Json = {
    "delimiter": ";",
    "skipBlankRows": True,
    "csv": {"delimiter": ";", "quoteChar": '"', "doubleQuote": True},
}


def derive_catalogue(report: Report) -> Json:
    """The catalogue that fits the data, as JSON values in a fixed order."""
    catalogue: Json = {
        "profile": "data-package",
        "name": catalogue_name(report.site.title),
        "title": report.site.title,
    }
    if report.site.subtitle:
        catalogue["description"] = report.site.subtitle
    if report.releases:
        catalogue["version"] = report.releases[-1].version
    catalogue["resources"] = [
        *(_table_resource(report, table) for table in report.tables.values()),
        *(_file_resource(path) for path in _other_files(report)),
    ]
    return catalogue


def catalogue_bytes(report: Report) -> bytes:
    """`datapackage.json` as it belongs into the package."""
    return (json.dumps(derive_catalogue(report), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def catalogue_problems(report: Report) -> Iterator[Problem]:
    """What is unsafe in the catalogue that the package carries, and whether it fits the data."""
    if report.catalogue is None:
        return
    yield from _unsafe(report.catalogue)
    # Of a file that could not be read nobody knows what its entry should say.
    if report.unread or report.catalogue == derive_catalogue(report):
        return
    place = Place(file=layout.CATALOGUE)
    listed = {r.get("path") for r in _resources(report.catalogue) if isinstance(r.get("path"), str)}
    absent = [path for path in report.tables if path not in listed]
    if absent:
        names = ", ".join(absent[:3]) + (f" und {len(absent) - 3} weitere" if len(absent) > 3 else "")
        yield notice("katalog", place, f"Im Katalog fehlt: {names}.", REFRESH)
    else:
        yield notice("katalog", place, "Der Katalog passt nicht mehr zu den Daten.", REFRESH)


def _resources(catalogue: Mapping[str, Any]) -> list[Json]:
    resources = catalogue.get("resources")
    return [r for r in resources if isinstance(r, dict)] if isinstance(resources, list) else []


# A scheme, a drive, the home folder, an absolute or climbing or coded path, a separator of Windows.
_UNSAFE = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:|^[/~]|(^|/)\.\.(/|$)|%|\\|[\x00-\x1f]|\.(zip|gz|bz2|xz)$")
_REFERENCES = ("path", "schema", "dialect", "profile", "$schema", "extrapaths", "innerpath")


def _unsafe(catalogue: Mapping[str, Any]) -> Iterator[Problem]:
    """References that lead out of the package: other programs would follow them."""
    for holder in (catalogue, *_resources(catalogue)):
        for key in _REFERENCES:
            values = holder.get(key)
            for value in values if isinstance(values, list) else [values]:
                if isinstance(value, str) and _UNSAFE.search(value):
                    yield error(
                        "pfad",
                        Place(file=layout.CATALOGUE, field=key),
                        f"„{value[:80]}“ führt aus dem Datenpaket hinaus oder zu einer fremden Adresse.",
                        "Nennen Sie nur Dateien unter data/, zum Beispiel data/gebiete/gebiete.csv.",
                        value,
                    )


def _table_resource(report: Report, table: Table) -> Json:
    resource: Json = {"name": resource_name(table.file), "type": "table", "path": table.file}
    resource |= {"title": _title(report, table.file), "profile": "tabular-data-resource"}
    resource |= {"scheme": "file", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    resource |= {"dialect": _DIALECT, "schema": table_schema(report, table)}
    if layout.FIGURES_FILE.fullmatch(table.file):
        resource |= _provenance(report, table)
    return resource


_TITLES = {
    layout.TERRITORIES: "Gebiete",
    layout.TERRITORY_KEYS: "Amtliche Schlüssel der Gebiete",
    layout.UNITS: "Einheiten",
}


def _title(report: Report, path: str) -> str:
    if figures := layout.FIGURES_FILE.fullmatch(path):
        indicator = report.indicators.get(figures[1])
        return indicator.title if indicator else figures[1]
    return _TITLES.get(path) or f"Codeliste {path.rsplit('/', 1)[-1].removesuffix('.csv')}"


def _provenance(report: Report, table: Table) -> Json:
    """Sources and licences of the figures, in the order of their first row."""
    ids = dict.fromkeys(table.cell(row, "quelle").strip() for row in range(len(table.rows)))
    sources = [report.sources[id] for id in ids if id in report.sources]
    licences = {
        source.licence: source for source in sources if source.licence and source.licence != NOT_STATED
    }
    found: Json = {}
    if sources:
        found["sources"] = [_source(source) for source in sources]
    if licences:
        found["licenses"] = [_licence(name, source) for name, source in licences.items()]
    return found


def _source(source: Source) -> Json:
    title = f"{source.publisher}: {source.title}" if source.publisher else source.title
    return {"title": title, "path": source.url} if source.url else {"title": title}


def _licence(title: str, source: Source) -> Json:
    name = re.sub(r"[^a-zA-Z0-9._-]+", "-", title).strip("-")
    return {"name": name, "title": title} | ({"path": source.licence_url} if source.licence_url else {})


def _other_files(report: Report) -> list[str]:
    """The YAML and GeoJSON files that the report was read from."""
    lists = [f.path for f in layout.LIST_FILES if getattr(report, f.attribute)]
    nouns = [*(i.file for i in report.indicators.values()), *(m.file for m in report.measures.values())]
    return sorted([layout.SITE, *lists, *nouns, *(b.file for b in report.boundaries)])


def _file_resource(path: str) -> Json:
    yaml = path.endswith(".yaml")
    kind = (
        {"format": "yaml", "mediatype": "application/yaml"}
        if yaml
        else {"format": "geojson", "mediatype": "application/geo+json"}
    )
    return {
        "name": resource_name(path),
        "type": "file",
        "path": path,
        "scheme": "file",
        **kind,
        "encoding": "utf-8",
    }
