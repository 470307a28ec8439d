"""Which files a data package should have, and which it has that nobody reads."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from lagebild.load import layout
from lagebild.model import Place
from lagebild.problems import Problem, error, nearest, warning

_KNOWN_PATTERNS = (
    layout.INDICATOR_FILE,
    layout.FIGURES_FILE,
    layout.IMPORT_FILE,
    layout.MEASURE_FILE,
    layout.CODE_LIST_FILE,
    layout.BOUNDARY_FILE,
)
_KNOWN_PATHS = frozenset({*layout.REQUIRED, *(f.path for f in layout.LIST_FILES)})
# Locks of Excel and LibreOffice.
_LEFT_BEHIND = ("~$", ".~lock.")
# What people may leave beside the data without anyone wondering.
_HARMLESS = (".md", ".txt", ".gitkeep")


def _is_known(path: str) -> bool:
    return path in _KNOWN_PATHS or path.endswith(_HARMLESS) or any(p.fullmatch(path) for p in _KNOWN_PATTERNS)


def _unknown_file(path: str, present: Container[str]) -> Problem:
    """A file that nothing reads: an error where it looks like data, else a warning."""
    match = nearest(path, (*_KNOWN_PATHS, *_beside(path)), key=True)
    if path.rpartition("/")[2].startswith(_LEFT_BEHIND):
        remedy = "Löschen Sie die Datei; ein Büroprogramm hat sie beim Bearbeiten liegen lassen."
    elif not match:
        remedy = "Löschen Sie die Datei oder legen Sie sie außerhalb von data/ ab."
    elif match in present:
        remedy = f"Übernehmen Sie, was darin neu ist, in „{match}“, und löschen Sie diese Datei."
    else:
        remedy = f"Gemeint ist vielleicht „{match}“."
    looks_like_data = path.endswith((".yaml", ".yml", ".csv", ".json", ".YAML", ".YML", ".CSV"))
    kind = error if looks_like_data else warning
    return kind(
        "datei-unbekannt",
        Place(file=path),
        "Diese Datei gehört nicht zum Format und wird nicht gelesen.",
        remedy,
    )


def _beside(path: str) -> tuple[str, ...]:
    """The paths a misnamed file in an indicator's or measure's folder may have meant."""
    folder, _, name = path.rpartition("/")
    if folder == "data/indikatoren":
        own, _, ending = name.lower().partition(".")
        return (f"{folder}/{own}/{'werte.csv' if ending == 'csv' else 'indikator.yaml'}",)
    if folder.startswith("data/indikatoren/"):
        return f"{folder}/werte.csv", f"{folder}/indikator.yaml"
    return (f"{folder}/{name.rsplit('.', 1)[0]}.yaml",) if folder == "data/massnahmen" else ()


def missing_files(paths: Iterable[str]) -> Iterator[Problem]:
    """Files without which there is no report."""
    present = set(paths)
    for path in layout.REQUIRED:
        if path not in present:
            yield error("datei-fehlt", Place(file=path), "Die Datei fehlt.", "Legen Sie die Datei an.")


def unknown_files(paths: Iterable[str]) -> Iterator[Problem]:
    """Files below `data/` that belong to no place of the format."""
    present = set(paths)
    for path in sorted(present):
        if path.startswith("data/") and not _is_known(path):
            yield _unknown_file(path, present)
