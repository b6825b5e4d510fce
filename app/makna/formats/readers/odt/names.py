"""Qualified names of OpenDocument elements and attributes."""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


def office(name: str) -> str:
    return f"{{{_OASIS}office:1.0}}{name}"


def text(name: str) -> str:
    return f"{{{_OASIS}text:1.0}}{name}"


def style(name: str) -> str:
    return f"{{{_OASIS}style:1.0}}{name}"


def table(name: str) -> str:
    return f"{{{_OASIS}table:1.0}}{name}"


def draw(name: str) -> str:
    return f"{{{_OASIS}drawing:1.0}}{name}"


def fo(name: str) -> str:
    return f"{{{_OASIS}xsl-fo-compatible:1.0}}{name}"


def meta(name: str) -> str:
    return f"{{{_OASIS}meta:1.0}}{name}"


def dc(name: str) -> str:
    return f"{{http://purl.org/dc/elements/1.1/}}{name}"


HREF = "{http://www.w3.org/1999/xlink}href"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
P, H, SPAN, LIST = text("p"), text("h"), text("span"), text("list")
STYLE_NAME = text("style-name")
