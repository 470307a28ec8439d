"""The whole site as values: every file that is published.

Whatever generator writes the pages, it asks here. Nothing here reads or writes a disk, except through the
chart cache that the caller hands over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lagebild import exports, pages
from lagebild.assessed import Assessed, assess
from lagebild.charts import render
from lagebild.model import Release, Report
from lagebild.pages.page import Figure, Page
from lagebild.problems import Problem
from lagebild.wording import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """One file of the finished site: a page, or something to download."""

    path: str
    """Below the site's root; a page's path ends with `index.md`."""
    content: bytes
    page: Page | None = None
    """Set for pages; their `html` is complete."""


def files(
    report: Report,
    cache: render.Cache,
    *,
    workers: int = 2,
    problems: Iterable[Problem] | None = None,
    published: Iterable[tuple[Release, Report]] = (),
) -> tuple[SiteFile, ...]:
    """Every file of the site of a report without errors, sorted by path.

    `problems` are what the rules found; where absent, they are asked again. `published` are earlier versions,
    the oldest first, that the page of changes compares.
    """
    assessed = assess(report, problems, published)
    written = tuple(page for kind in pages.PAGES for page in kind.pages(assessed))
    drawn = _draw(written, cache, workers)
    found = [*_pages(assessed.report, written, drawn), *_pictures(written, cache), *_exports(assessed, cache)]
    return tuple(sorted(found, key=lambda f: f.path))


def _draw(written: Iterable[Page], cache: render.Cache, workers: int) -> Mapping[tuple[str, str, str], str]:
    """(page path, figure, width) → SVG, all drawn together."""
    wanted = {
        (page.path, figure.ident, width): (figure, spec)
        for page in written
        for figure in page.figures
        for width, spec in (("wide", figure.wide), ("narrow", figure.narrow))
        if spec is not None
    }
    offered = [(f.wide, _caption(f)) for page in written for f in page.figures if f.download]
    render.render_many((spec for _, spec in wanted.values()), cache, workers=workers, pixels=offered)
    return {
        (path, ident, width): render.svg(
            spec, ident=f"{ident}-{width}", title=figure.title, description=figure.description, cache=cache
        )
        for (path, ident, width), (figure, spec) in wanted.items()
    }


_MARKER = re.compile(r"<!--figure:([a-z0-9-]+):(wide|narrow)-->")


def _pages(
    report: Report, written: Iterable[Page], drawn: Mapping[tuple[str, str, str], str]
) -> Iterator[SiteFile]:
    for page in written:
        html = _MARKER.sub(lambda m, page=page: drawn[page.path, m[1], m[2]], page.html)  # type: ignore[misc]
        complete = replace(page, html=html + pages.foot(report, page), figures=())
        yield SiteFile(path=f"{page.path}index.md", content=as_markdown(complete).encode(), page=complete)


def as_markdown(page: Page) -> str:
    """A page for any generator: front matter, then one block of finished HTML."""
    return f"{front_matter(page)}\n{page.html}\n"


def front_matter(page: Page) -> str:
    """Title, description and what the frame of the site reads, as YAML."""
    lines = ["---", f"title: {_quoted(page.title)}", "hide: [navigation, toc]"]
    if page.description:
        lines.append(f"description: {_quoted(page.description)}")
    if page.crumbs:
        steps = [
            f"{{titel: {_quoted(c.title)}, url: {_quoted(c.path) if c.path else 'null'}}}"
            for c in page.crumbs
        ]
        lines.append(f"pfad: [{', '.join(steps)}]")
    return "\n".join([*lines, "---", ""])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _pictures(written: Iterable[Page], cache: render.Cache) -> Iterator[SiteFile]:
    """The charts that are offered for download: in light colours, between their message and their source."""
    for figure in (f for page in written for f in page.figures if f.download):
        caption = _caption(figure)
        svg = render.svg_download(figure.wide, description=figure.description, caption=caption, cache=cache)
        yield SiteFile(path=f"{figure.download}.svg", content=svg.encode())
        yield SiteFile(
            path=f"{figure.download}.png", content=render.png(figure.wide, caption=caption, cache=cache)
        )


def _caption(figure: Figure) -> render.Caption:
    return render.Caption(title=figure.title, subtitle=figure.subtitle, source=figure.source)


def _exports(assessed: Assessed, cache: render.Cache) -> Iterator[SiteFile]:
    for kind in exports.EXPORTS:
        made = kind.files(assessed, cache) if kind in exports.REMEMBERED else kind.files(assessed)
        for path, content in made:
            yield SiteFile(path=path, content=content)


DEFAULT_BANNER = "Aus öffentlichen Quellen zusammengetragen. Kein Angebot der Stadt oder Gemeinde."
"""What every page says until the publisher's data says otherwise."""


def hand_written_foot(frame: Mapping[str, object], *, source: str, path: str, title: str) -> str:
    """What stands below a page written by hand: links to edit it. `source` is its file below `docs/`."""
    repository = frame["repository"]
    known = repository if isinstance(repository, str) else None
    return pages.hand_written_foot(known, source=source, path=path, title=title)


def frame(report: Report) -> dict[str, object]:
    """Titles, banner and footer for the theme (`extra.lagebild`, documented in overrides/main.html)."""
    first, _, rest = (report.site.banner or DEFAULT_BANNER).partition(". ")
    return {
        "titel": report.site.title,
        "untertitel": report.site.subtitle or "",
        "banner": f"{first}." if rest else "",
        "banner_betont": rest or first,
        "banner_link": {"titel": "Was das heißt", "url": "ueber/"},
        "stand": dates.day(report.day),
        "repository": report.site.repository,
        "fusstext": "Jede Zahl nennt Quelle, Jahr und Gebiet. Daten und Texte liegen offen; Änderungen sind "
        "einzeln nachvollziehbar.",
        "fuss": [
            {"titel": "Daten", "links": _links(("Herunterladen", "daten/"), ("Quellen", "daten/quellen/"),
                                               ("Methodik", "methodik/"), ("Glossar", "glossar/"))},
            {"titel": "Mitwirken", "links": _links(("Daten pflegen", "mitmachen/"),
                                                   ("Fehler melden", "ueber/kontakt/"),
                                                   ("Beleg nachreichen", "ueber/kontakt/#beleg"),
                                                   ("Was sich geändert hat", "aenderungen/"))},
            {"titel": "Rechtliches", "links": _links(("Impressum", "ueber/impressum/"),
                                                     ("Datenschutz", "ueber/datenschutz/"),
                                                     ("Barrierefreiheit", "ueber/barrierefreiheit/"),
                                                     ("Leichte Sprache", "ueber/leichte-sprache/"))},
        ],
    }  # fmt: skip


def _links(*entries: tuple[str, str]) -> list[dict[str, str]]:
    return [{"titel": title, "url": url} for title, url in entries]
