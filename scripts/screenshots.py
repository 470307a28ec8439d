"""Make the handbook's pictures anew: from the built site, and drawings of files as an editor shows them.

The drawings show this repository's real files with the example of the same handbook page put in; they are
labelled as drawings. Run it after the look of the site or an example has changed: `make site`, then this.
"""

from __future__ import annotations

import argparse
import base64
import functools
import http.server
import re
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from browser import find
from playwright.sync_api import Page, sync_playwright

HANDBOOK = Path("docs/mitmachen")
PICTURES = HANDBOOK / "bilder"
# The drawn width is that of a line of text; half as large again, so that letters stay sharp in print.
WIDTH, SCALE = 760, 1.5
# A page of the site as on a desk, where its key facts stand side by side.
BROWSER = 1240
# Above this letters show no difference; below, edges begin to blur.
QUALITY = 0.82
# Free space above and below a part of a page.
MARGIN = 10
# Lines shown above and below a change: enough to find the place, little enough for one printed page.
AROUND = 1
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a drawing; `mark` is `-` for what goes, `+` for what comes, else empty."""

    number: int
    text: str
    mark: str = ""


DRAWN = ("zahl-berichtigen", "jahr-ergaenzen", "stand-melden")
"""Handbook pages that show a change of a file; each names its picture."""
PHOTOGRAPHED = "massnahme"
"""The head of a measure's page: the one that the handbook's start names as an example."""


def main() -> None:
    """Draw and photograph everything; the site must have been built before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"), help="folder of the built site")
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the repository")
    wanted = parser.parse_args()
    if not (wanted.site / "index.html").is_file():
        sys.exit("No built site there: run make site.")
    with sync_playwright() as playwright, served(wanted.site) as address:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        # The site's policy refuses the drawings' style, as it should.
        page = browser.new_page(
            viewport={"width": WIDTH, "height": 900}, device_scale_factor=SCALE, bypass_csp=True
        )
        for name, png in taken(page, address, wanted.root):
            target = wanted.root / PICTURES / f"{name}.webp"
            target.write_bytes(as_webp(page, png))
            print(f"{target} ({target.stat().st_size // 1000} kB)")


def taken(page: Page, address: str, root: Path) -> Iterator[tuple[str, bytes]]:
    """Name and PNG of every picture."""
    yield PHOTOGRAPHED, photographed(page, address, root)
    for name in DRAWN:
        page.set_viewport_size({"width": WIDTH, "height": 900})
        page.goto(f"{address}404.html")  # for the site's own typeface
        page.evaluate("html => { document.body.innerHTML = html }", drawn(name, root))
        page.add_style_tag(content=STYLE)
        yield name, page.locator(".blatt").screenshot()


def photographed(page: Page, address: str, root: Path) -> bytes:
    """A page of the site from its title to its key facts."""
    named = re.search(r"`…/(massnahmen/[^/]+/)`", written(root, "index"))
    if named is None:
        sys.exit(f"{HANDBOOK}/index.md names no page of a measure.")
    page.set_viewport_size({"width": BROWSER, "height": 900})
    page.goto(f"{address}{named[1]}")
    page.add_style_tag(content=".md-header, .md-banner { position: static !important }")
    top, bottom = page.locator(".lb-kopf").bounding_box(), page.locator(".lb-kennwerte").bounding_box()
    if top is None or bottom is None:
        sys.exit(f"{page.url} has no title or no key facts.")
    height = bottom["y"] + bottom["height"] - top["y"]
    clip = {"x": 0, "y": top["y"] - MARGIN, "width": BROWSER, "height": height + 2 * MARGIN}
    return page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]


def written(root: Path, name: str) -> str:
    """A page of the handbook."""
    return (root / HANDBOOK / f"{name}.md").read_text(encoding="utf-8")


def drawn(name: str, root: Path) -> str:
    """The first file that a handbook page names, with the page's first example put in, as HTML."""
    text = written(root, name)
    file = next(iter(re.findall(r"`(data/(?:indikatoren|massnahmen)/[\w./-]+)`", text)))
    lines = (root / file).read_text(encoding="utf-8-sig").splitlines()
    shown = around(changed(lines, examples(text)[0].splitlines()))
    table = file.endswith(".csv") and not any(line.mark == "-" for line in shown)
    body = spreadsheet(lines[0], shown) if table else editor(shown)
    kind = "Zeichnung: Tabelle" if table else "Zeichnung: Editor im Browser"
    return f'<div class="blatt"><p><b>{escape(file)}</b><i>{kind}</i></p><table>{body}</table></div>'


def examples(text: str) -> list[str]:
    """The code blocks of a handbook page: fenced, or indented in a list by eight spaces."""
    found = re.findall(r"^```\w*\n((?:(?!```).*\n)*)```|((?:^ {8}.*\n)+)", text, re.MULTILINE)
    return [fenced or re.sub(r"^ {8}", "", indented, flags=re.MULTILINE) for fenced, indented in found]


def changed(lines: Sequence[str], example: Sequence[str]) -> list[Line]:
    """The file with an example in place of the row for the same territory and time, else behind its like."""
    row = ";".join(example[0].split(";")[:2]) + ";"
    if replaced := [i for i, line in enumerate(lines) if line.startswith(row)]:
        place, kept, gone = replaced[0], replaced[0], [Line(replaced[0] + 1, lines[replaced[0]], "-")]
    else:
        # A row of the same territory; in a measure's file a line of the last entry, which is indented as far.
        like = f"{example[0].split(';')[0]};" if ";" in example[0] else "    "
        place = max(i for i, line in enumerate(lines) if line.startswith(like))
        kept, gone = place + 1, []
    before = [Line(i + 1, line) for i, line in enumerate(lines[:kept])]
    new = [Line(kept + 1 + i, line, "+") for i, line in enumerate(example)]
    behind = kept + 1 + len(new)
    return [*before, *gone, *new, *(Line(behind + i, line) for i, line in enumerate(lines[place + 1 :]))]


def around(lines: Sequence[Line]) -> list[Line]:
    """The change and a few lines on each side."""
    marked = [i for i, line in enumerate(lines) if line.mark]
    return list(lines[max(0, marked[0] - AROUND) : marked[-1] + 1 + AROUND])


def editor(lines: Sequence[Line]) -> str:
    """Rows of an editor: number, mark, text."""
    row = '<tr class="z{kind}"><td>{number}</td><td>{mark}</td><td><pre>{text}</pre></td></tr>'
    return "".join(
        row.format(
            kind={"+": "neu", "-": "alt"}.get(line.mark, ""), number=line.number,
            mark=line.mark.replace("-", "−"), text=escape(line.text),
        )
        for line in lines
    )  # fmt: skip


def spreadsheet(header: str, lines: Sequence[Line]) -> str:
    """Rows of a spreadsheet with letters above its columns and its head frozen."""
    names = header.split(";")
    letters = "".join(f"<th>{chr(ord('A') + i)}</th>" for i in range(len(names)))
    head = "".join(f"<td><b>{escape(name)}</b></td>" for name in names)
    rows = (
        f'<tr class="{"zneu" if line.mark else ""}"><th>{line.number}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in line.text.split(";"))
        + "</tr>"
        for line in lines
        if line.number > 1
    )
    return f'<tr class="kopf"><th></th>{letters}</tr><tr><th>1</th>{head}</tr>{"".join(rows)}'


STYLE = """
body { background: #fff !important }
.blatt { width: 744px; border: 1px solid #8a8478; background: #fff;
  color: #1c1a17; font: 15px/1.45 "Source Sans Pro" }
.blatt p { display: flex; justify-content: space-between; margin: 0; padding: 5px 10px; background: #efebe3 }
.blatt table { width: 100%; border-collapse: collapse }
.blatt td, .blatt th { padding: 1px 8px; text-align: left; font-weight: 400; white-space: nowrap }
.blatt pre { margin: 0; font: 14px/1.45 "Liberation Mono", monospace }
.blatt td:first-child, .blatt th { width: 1px; color: #5a554b; text-align: right }
.blatt .zneu td { background: #dcefdc }
.blatt .zalt td { background: #f6dede }
.blatt .zalt pre { text-decoration: line-through }
.blatt .zneu td:nth-child(2) { font-weight: 600 }
.blatt tr:has(> th) td { border: 1px solid #c9c3b6; text-align: left; width: auto; color: inherit }
.blatt tr:has(> th) th { background: #f6f3ee; border: 1px solid #c9c3b6; text-align: center }
.blatt tr:has(> th).zneu td { font-weight: 600 }
.blatt tr:has(> th) td:last-child { max-width: 150px; overflow: hidden; text-overflow: ellipsis }
"""


def as_webp(page: Page, png: bytes) -> bytes:
    """The picture as WebP, written by the browser itself."""
    page.goto("about:blank")
    script = """async ([address, quality]) => {
        const picture = new Image(); picture.src = address; await picture.decode();
        const canvas = document.createElement("canvas");
        canvas.width = picture.width; canvas.height = picture.height;
        canvas.getContext("2d").drawImage(picture, 0, 0);
        return canvas.toDataURL("image/webp", quality);
    }"""
    address = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    written: str = page.evaluate(script, [address, QUALITY])
    return base64.b64decode(written.partition(",")[2])


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder while it is needed."""
    handler = functools.partial(Silent, directory=str(folder.resolve()))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


if __name__ == "__main__":
    main()
