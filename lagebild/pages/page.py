"""What a generated page is, and how its template becomes finished HTML.

A page's HTML is complete but for its charts: in place of each drawing stands a marker, and the page carries
the figures that belong there. `site` renders all figures of all pages together, from the cache or in
parallel, and puts them in. So pages are pure, and drawing happens once.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jinja2
import markdown
import nh3
from markupsafe import Markup

from lagebild.wording import dates, numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart on a page: its specification in one or two widths and what it says in words."""

    ident: str
    """Unique on its page; letters, digits, hyphens."""
    wide: Mapping[str, Any]
    narrow: Mapping[str, Any] | None = None
    """None where one width serves all screens, as in a sparkline."""
    title: str
    """The message: accessible name of the drawing."""
    description: str
    download: str | None = None
    """Path of the downloads without extension (`daten/bilder/<id>`); None: not offered."""
    subtitle: str = ""
    """Below the title of a download: what is shown, its unit and territory."""
    source: str = ""
    """Below the picture of a download: publisher, licence, date of the data."""

    def marker(self, width: str) -> Markup:
        """Stands in the HTML until the drawing is put in; `width` is `wide` or `narrow`."""
        return Markup(f"<!--figure:{self.ident}:{width}-->")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step of the breadcrumbs."""

    title: str
    path: str | None = None
    """Below the site's root; None for a step that is no link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A generated page."""

    path: str
    """Clean address below the site's root with a trailing slash, `""` for the start page."""
    title: str
    """For the browser's title, search results and breadcrumbs."""
    html: str
    section: str
    """Path of the section it belongs to; decides the active tab."""
    description: str = ""
    """One sentence for search engines and link previews."""
    edit: str | None = None
    """Path of the data file behind the page, for the edit link."""
    keywords: tuple[str, ...] = ()
    """Words people search for that do not stand on the page."""
    figures: tuple[Figure, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    """Breadcrumbs; empty: the section alone."""


Link = Callable[[str], str]


def linker(page_path: str) -> Link:
    """Relative addresses from a page, so that the site works under any folder of any host.

    Takes a path below the site's root (`indikatoren/x/`, `daten/x.csv`, `massnahmen/#offen`) or an absolute
    https address, which stays as it is.
    """

    def link(target: str) -> str:
        if target.startswith("https:") or target.startswith("http:") or target.startswith("mailto:"):
            return target
        path, hash_mark, anchor = target.partition("#")
        relative = posixpath.relpath(path or ".", page_path or ".")
        if path.endswith("/") or not path:
            relative = f"{relative}/" if relative != "." else "./"
        return f"{relative}{hash_mark}{anchor}"

    return link


# Tags that prose may keep. Headings start at h3: pages have their own h1 and h2.
_PROSE_TAGS = {
    "p",
    "a",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "br",
    "h3",
    "h4",
    "code",
    "blockquote",
    "dl",
    "dt",
    "dd",
}


def prose(text: str | None) -> Markup:
    """Markdown from the planner's YAML as clean HTML: no scripts, no styles, only https and mail links."""
    if not text:
        return Markup("")
    html = markdown.markdown(text, extensions=["sane_lists"])
    return Markup(nh3.clean(html, tags=_PROSE_TAGS, url_schemes={"https", "http", "mailto"}, link_rel=None))


@cache  # compiling the shared macros takes longer than filling every page
def environment() -> jinja2.Environment:
    """Templates with escaping on, missing names refused, and German words for numbers and dates."""
    env = jinja2.Environment(
        loader=jinja2.PackageLoader("lagebild", "pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    env.filters |= {
        "prose": prose,
        "day": dates.day,
        "when": dates.when,
        "period": dates.period,
        "number": numbers.number,
        "signed": numbers.signed,
        "figure": numbers.figure,
        "marks": numbers.marks,
    }
    return env


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """Fills a template for a page."""

    env: jinja2.Environment = field(default_factory=environment)

    def fill(self, template: str, page_path: str, **view: Any) -> str:
        """The finished HTML of a page; the template sees the view and `link`."""
        return self.env.get_template(template).render(link=linker(page_path), **view)
