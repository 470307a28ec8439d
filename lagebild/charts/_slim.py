"""Vega's SVG without what the page does not need: about a third of the bytes remain."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_DROPPED = ("class", "role", "pointer-events", "font-family", "version", "stroke-miterlimit")
_PLAIN = {
    "opacity": "1",
    "text-anchor": "start",
    "stroke-width": "0",
    "font-weight": "400",
    "font-size": "0px",
}
"""Attribute values that say what holds anyway."""
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_ROUND = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")

_STRAIGHT = re.compile(r"(?:[ML]-?[\d.]+,-?[\d.]+|Z)+")
_LONG = 150
"""Only outlines gain from steps."""


def slim(picture: str) -> str:
    """The same picture: no classes, no roles, no empty groups, two decimals, ids counted from 1."""
    root = ElementTree.fromstring(picture)
    root.tag = "svg"
    _children(root)
    root.attrib.pop("xmlns:xlink", None)
    attributes = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": root.attrib["viewBox"]}
    root.attrib.clear()
    root.attrib.update(attributes)
    return _renumbered(ElementTree.tostring(root, encoding="unicode", short_empty_elements=True))


def _children(parent: ElementTree.Element) -> None:
    kept: list[ElementTree.Element] = []
    for child in list(parent):
        child.tag = child.tag.removeprefix(_SVG)
        empty = child.attrib.get("class") in ("background", "foreground") and _invisible(child)
        _children(child)
        _attributes(child)
        if empty or (child.tag == "g" and len(child) == 0):
            continue
        if child.tag == "g" and not child.attrib:
            kept += list(child)
        else:
            kept.append(child)
    parent[:] = kept


def _invisible(element: ElementTree.Element) -> bool:
    return not {"fill", "stroke"} & {k for k, v in element.attrib.items() if v != "none"}


def _attributes(element: ElementTree.Element) -> None:
    attributes = {
        name: _shortened(value)
        if name in ("d", "transform", "x1", "x2", "y1", "y2", "stroke-width")
        else value
        for name, value in element.attrib.items()
        if name not in _DROPPED and not name.startswith("aria-") and _PLAIN.get(name) != value
    }
    if attributes.get("transform") == "translate(0,0)":
        del attributes["transform"]
    if (size := attributes.get("font-size")) is not None:
        attributes["font-size"] = size.removesuffix("px")
    element.attrib.clear()
    element.attrib.update(attributes)
    if len(attributes.get("d", "")) > _LONG and _STRAIGHT.fullmatch(attributes["d"]):
        element.attrib["d"] = _relative(attributes["d"])
    _as_circle(element)
    _placed_text(element)


def _shortened(text: str) -> str:
    return _NUMBER.sub(
        lambda match: f"{round(float(match[0]), 2) + 0:g}" if len(match[0]) < 9 else _two(match[0]), text
    )


def _two(number: str) -> str:
    return f"{round(float(number), 2) + 0:.2f}".rstrip("0").rstrip(".")


def _relative(path: str) -> str:
    """A path of straight lines by its steps instead of its places, which are shorter to write."""
    written, x, y = [], 0.0, 0.0
    for command, place in re.findall(r"([MLZ])([^MLZ]*)", path):
        if command == "Z":
            written.append("Z")
            continue
        to_x, to_y = map(float, place.split(","))
        step = f"{_two(str(to_x - x))},{_two(str(to_y - y))}"
        written.append(f"M{place}l" if command == "M" else step.replace(",-", "-") + " ")
        x, y = to_x, to_y
    return "".join(written).replace(" Z", "z").replace(" -", "-").rstrip(" l")


def _as_circle(element: ElementTree.Element) -> None:
    form = _ROUND.fullmatch(element.attrib.get("d", ""))
    place = _place(element)
    if form and place:
        del element.attrib["d"], element.attrib["transform"]
        element.tag = "circle"
        element.attrib.update({"cx": place[0], "cy": place[1], "r": form[1]})


def _placed_text(element: ElementTree.Element) -> None:
    place = _place(element)
    if element.tag == "text" and place:
        del element.attrib["transform"]
        element.attrib.update({"x": place[0], "y": place[1]})


def _place(element: ElementTree.Element) -> tuple[str, str] | None:
    match = re.fullmatch(r"translate\(([^,()]+),([^,()]+)\)", element.attrib.get("transform", ""))
    return (match[1], match[2]) if match else None


def _renumbered(picture: str) -> str:
    """Ids count up within a process; counted anew, the same chart has the same bytes."""
    names: dict[str, str] = {}
    for ident in re.findall(r'\bid="([^"]+)"', picture):
        names.setdefault(ident, f"k{len(names) + 1}")
    return re.sub(r'(\bid="|url\(#)([^")]+)', lambda match: match[1] + names.get(match[2], match[2]), picture)
