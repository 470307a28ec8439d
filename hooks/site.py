"""MkDocs' side of the site: adapters between its events and `lagebild`. Nothing else knows MkDocs.

Data is read inside events, never at import, because hook modules stay loaded while `mkdocs serve` runs.
Checking happens in `on_config`, before MkDocs cleans the output folder: a failed check leaves it whole.
"""

import logging
import os
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from lagebild import delivery, inspection, load, problems, site
from lagebild.charts import render

log = logging.getLogger("mkdocs.hooks.lagebild")
built: dict[str, site.SiteFile] = {}
"""Address of the page's source → the generated page; filled anew in every build."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data; stop before anything public is touched."""
    root = Path(config.config_file_path).parent
    try:
        day = load.build_day(root)
    except load.NoBuildDayError as fault:
        raise PluginError(str(fault)) from None
    inspected = inspection.inspect(load.read_folder(root), day=day, commit=load.head_commit(root))
    if inspected.report is None or inspected.stops_publication:
        raise PluginError("Die Seite wird nicht gebaut.\n\n" + problems.as_text(inspected.problems))
    cache = render.FolderCache(root / ".cache" / "charts")
    files = site.files(
        inspected.report,
        cache,
        workers=os.cpu_count() or 1,
        problems=inspected.problems,
        published=load.published(root, inspected.report.releases),
    )
    built.clear()
    built.update({file.path: file for file in files})
    config.site_name = inspected.report.site.title
    config.extra["lagebild"] = site.frame(inspected.report)
    config.watch.append(str(root / "data"))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and download without touching docs/."""
    for path, generated in built.items():
        content = site.front_matter(generated.page) if generated.page else generated.content
        file = File.generated(config, path, content=content)
        files.append(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Hang every page that stands in no navigation below its section, for the active tab and the path."""
    sections = {}
    for place, item in enumerate(nav.items):
        if isinstance(item, Page) and not item.is_homepage:
            section = Section(item.title, [item])
            item.parent = section
            nav.items[place] = section
            sections[item.file.src_uri.rpartition("/")[0]] = section
    for file in files.documentation_pages():
        if file.page and file.page.parent is None and not file.page.is_homepage:
            file.page.parent = sections.get(_section(file))
    return nav


def _section(file: File) -> str:
    generated = built.get(file.src_uri)
    return generated.page.section.rstrip("/") if generated and generated.page else file.src_uri.split("/")[0]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the finished HTML of a generated page around Markdown, not through it."""
    generated = built.get(page.file.src_uri)
    if generated is None or generated.page is None:
        frame, file = config.extra["lagebild"], page.file
        return html + site.hand_written_foot(frame, source=file.src_uri, path=file.url, title=str(page.title))
    page.present_anchor_ids = set(delivery.anchors(generated.page.html))
    return delivery.searchable(generated.page.html)


@event_priority(-100)  # after the search plugin has read the page
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """The whole page for the reader."""
    if description := page.meta.get("description"):
        # The theme writes it into an attribute as it stands.
        page.meta["description"] = escape(description)
    generated = built.get(page.file.src_uri)
    if generated and generated.page:
        page.content = generated.page.html
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Repair what the theme gets wrong, and close the page to everything that is not this site's own."""
    return delivery.with_policy(delivery.repaired(output))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for the error page."""
    if not template_name.endswith(".html"):
        return output_content
    return delivery.with_policy(delivery.repaired(output_content))


@event_priority(-100)  # after the search plugin has written its index
def on_post_build(config: MkDocsConfig) -> None:
    """Add the words people search for to the index."""
    index = Path(config.site_dir) / "search" / "search_index.json"
    words = {f.path.removesuffix("index.md"): f.page.keywords for f in built.values() if f.page}
    index.write_text(delivery.with_search_words(index.read_text(encoding="utf-8"), words), encoding="utf-8")
