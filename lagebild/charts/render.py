"""From specification to picture: SVG for the page, SVG and PNG to download, remembered by their content.

The renderer is slow and its output fat, so each specification is drawn once, slimmed and kept under the hash
of everything that decides its bytes. Names, ids and colours are put in afterwards; they cost nothing.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache as once
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

import vl_convert

from lagebild.charts._poster import Caption as Caption
from lagebild.charts._poster import poster
from lagebild.charts._slim import slim
from lagebild.charts._typeface import FACES, FOLDER
from lagebild.charts.style import light_values, token

Spec = Mapping[str, Any]

_FORM = "1"
"""Changes whenever this module or `_slim` gives the same specification other bytes."""
_PNG_SCALE = 2
"""Twice the size on the page, sharp on dense screens and in print."""


NO_CAPTION = Caption()


class Cache(Protocol):
    """Where finished pictures are remembered."""

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key, if any."""

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key."""


class MemoryCache:
    """Remembers for the life of the process."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key, if any."""
        return self._kept.get(key)

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key."""
        self._kept[key] = content


class FolderCache:
    """Remembers in a folder; a file that appears there is complete."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key, if any."""
        file = self._folder / key
        return file.read_bytes() if file.is_file() else None

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key."""
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._folder / f"{key}.{multiprocessing.current_process().pid}.part"
        unfinished.write_bytes(content)
        unfinished.replace(self._folder / key)


def remembered(cache: Cache | None, key: str, make: Callable[[], bytes]) -> bytes:
    """What the cache holds under a key, else what is made and kept there from then on."""
    kept = cache.get(key) if cache else None
    if kept is None:
        kept = make()
        if cache:
            cache.put(key, kept)
    return kept


def svg(spec: Spec, *, ident: str, title: str, description: str, cache: Cache | None = None) -> str:
    """The picture for the page: custom properties for colours, ids of its own, name and description."""
    return _named(drawing(spec, cache), ident, title, description)


def svg_download(
    spec: Spec,
    *,
    title: str = "",
    description: str = "",
    caption: Caption = NO_CAPTION,
    cache: Cache | None = None,
) -> str:
    """The picture as a file: light colours on their ground, named, with the caption around it."""
    picture = _named(drawing(spec, cache), "diagramm", title or caption.title, description)
    return _in_light(poster(picture, caption))


def png(spec: Spec, *, caption: Caption = NO_CAPTION, cache: Cache | None = None) -> bytes:
    """The same file as pixels, at twice its size."""
    return remembered(cache, _png_key(spec, caption), lambda: _pixels(spec, caption, cache))


def _pixels(spec: Spec, caption: Caption, cache: Cache | None) -> bytes:
    _register_fonts()
    return bytes(vl_convert.svg_to_png(svg_download(spec, caption=caption, cache=cache), scale=_PNG_SCALE))


def _png_key(spec: Spec, caption: Caption) -> str:
    colours = json.dumps(light_values(), sort_keys=True)
    text = f"{content_hash(spec)}|{caption.title}|{caption.subtitle}|{caption.source}|{colours}"
    return f"{hashlib.sha256(text.encode()).hexdigest()}.png"


def render_many(
    specs: Iterable[Spec],
    cache: Cache,
    *,
    workers: int = 2,
    pixels: Iterable[Spec | tuple[Spec, Caption]] = (),
) -> int:
    """Draw in several processes what the cache does not hold yet, `pixels` as PNG too; returns how many.

    A specification of `pixels` may come with the caption that its PNG will be asked for with.
    The cache must be one that processes share, such as a folder.
    """
    wanted: dict[str, _Job] = {f"{content_hash(s)}.svg": (s, cache, None) for s in specs}
    captioned = (one if isinstance(one, tuple) else (one, NO_CAPTION) for one in pixels)
    wanted |= {_png_key(s, caption): (s, cache, caption) for s, caption in captioned}
    jobs = [job for key, job in wanted.items() if cache.get(key) is None]
    if workers < 2 or len(jobs) <= _WORTH_A_PROCESS:
        return sum(map(_fill, jobs))
    # A fresh interpreter each: the renderer's engine does not survive a fork.
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        return sum(pool.map(_fill, jobs, chunksize=8))


_WORTH_A_PROCESS = 24
"""Below this many pictures starting processes takes longer than drawing."""


_Job = tuple[Spec, Cache, Caption | None]


def _fill(job: _Job) -> int:
    spec, cache, caption = job
    if caption is None:
        drawing(spec, cache)
    else:
        png(spec, caption=caption, cache=cache)
    return 1


def drawing(spec: Spec, cache: Cache | None = None) -> str:
    """The slimmed picture without name and ids, colours as custom properties."""
    return remembered(cache, f"{content_hash(spec)}.svg", lambda: _drawn(spec).encode()).decode()


def _drawn(spec: Spec) -> str:
    _register_fonts()
    return slim(vl_convert.vegalite_to_svg(dict(spec)))


def content_hash(spec: Spec) -> str:
    """The hash of all that decides the bytes: specification, renderer, fonts, this module's form."""
    text = json.dumps(spec, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{_FORM}|{_renderer()}|{text}".encode()).hexdigest()


@once
def _renderer() -> str:
    """The renderer's version and the hash of the fonts it measures with."""
    files = b"".join((FOLDER / face).read_bytes() for face in FACES.values())
    return f"{version('vl-convert-python')}|{hashlib.sha256(files).hexdigest()}"


@once
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(FOLDER))


def _named(picture: str, ident: str, title: str, description: str) -> str:
    """With role, name and description, and every id of the picture made its own."""
    picture = re.sub(r'(?<=\bid=")(?=\w)|(?<=url\(#)', f"{ident}-", picture)
    start, rest = picture.split(">", 1)
    name = f'<title id="{ident}-t">{escape(title)}</title><desc id="{ident}-d">{escape(description)}</desc>'
    return f'{start} role="img" aria-labelledby="{ident}-t {ident}-d">{name}{_hatching(rest, ident)}'


_PATTERN = re.compile(r"pattern\(([\w-]+),([\w-]+)\)")


def _hatching(picture: str, ident: str) -> str:
    """Paint that stands for hatching becomes a pattern; Vega has none."""
    found = dict.fromkeys(_PATTERN.findall(picture))
    names = {tokens: f"{ident}-h{n}" for n, tokens in enumerate(found, 1)}
    defs = "".join(_pattern(name, *tokens) for tokens, name in names.items())
    filled = _PATTERN.sub(lambda match: f"url(#{names[match[1], match[2]]})", picture)
    return f"<defs>{defs}</defs>{filled}" if defs else filled


def _pattern(name: str, line: str, ground: str) -> str:
    return (
        f'<pattern id="{name}" width="7" height="7" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)">'
        f'<rect width="7" height="7" fill="{token(ground)}"/>'
        f'<path d="M0,0V7" stroke="{token(line)}" stroke-width="2"/></pattern>'
    )


def _in_light(picture: str) -> str:
    values = light_values()
    return re.sub(r"var\(--([\w-]+)\)", lambda match: values[match[1]], picture)
