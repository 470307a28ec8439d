"""From the bytes of a downloaded file to what it says, whatever its layout."""

from __future__ import annotations

from lagebild.intake.flat import is_flat, read_flat
from lagebild.intake.grid import Grid, UnreadableError, read_grids
from lagebild.intake.published import Published
from lagebild.intake.territories import Territories
from lagebild.intake.wide import NoTableError, read_wide


def read_published(content: bytes, territories: Territories) -> tuple[Published, ...]:
    """Every table of the file that holds figures of our territories."""
    grids = read_grids(content)
    found = [published for grid in grids if (published := _read(grid, territories)) is not None]
    if not found:
        raise UnreadableError(
            "In der Datei wurde keine Tabelle mit Werten für ein Gebiet aus data/gebiete "
            "gefunden. Erwartet wird je "
            "Zeile ein Gebiet mit amtlichem Schlüssel oder Namen."
        )
    return tuple(found)


def _read(grid: Grid, territories: Territories) -> Published | None:
    try:
        return read_flat(grid, territories) if is_flat(grid) else read_wide(grid, territories)
    except NoTableError:
        return None
