"""A Word file of the user as a template: what it offers, or why it cannot be used.

Hostile until shown otherwise: sizes are capped, no entity is resolved, and nothing that would run
(macros, controls) or be fetched from elsewhere comes along; see `writers._docx_template`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from makna.domain.errors import BadFile, UserError
from makna.domain.report import Page
from makna.domain.wording import Message
from makna.formats.readers.docx.names import BODY, PPR, RPR, VAL, P, w
from makna.formats.readers.docx.package import Package
from makna.formats.template_styles import TemplateStyle
from makna.formats.xml import Element

LARGEST = 50 << 20
"""Bytes of a file that is taken as a template."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""An OLE container: Word before 2007, or a newer file behind a password."""
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MACROS = ("vbaProject", "attachedToolbars", "keyMapCustomizations")
_BUILTIN_SIZE_PT = 10.0
"""What Word takes when nothing says how large text is."""


@dataclass(frozen=True)
class Template:
    """A template that can be used."""

    name: str
    sha256: str
    data: bytes = field(repr=False)
    styles: tuple[TemplateStyle, ...]
    page: Page
    """Its sheet and margins, and the size of its running text."""
    warnings: tuple[Message, ...] = ()
    """What of it is left out."""


def read_template(path: Path) -> Template:
    """The Word file at `path` (.docx, .dotx; .docm and .dotm without their macros).

    Raises BadFile or UserError with the reason when it cannot be used.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UserError("template_too_large", name=path.name, limit=LARGEST >> 20)
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError("template_unreadable", name=path.name, reason=reason) from error
    return template_of(data, path.name)


def template_of(data: bytes, name: str) -> Template:
    """The template that these bytes are. Raises as `read_template` does."""
    package = opened(data, name)
    root = package.root()
    styles = package.optional("styles")
    if styles is None:
        raise BadFile("template_no_styles", name=name)
    uses = Counter(
        style.get(VAL, "") for style in root.iter(w("pStyle")) if style.getparent() is not None
    )
    defaults = sum(1 for p in root.iter(P) if p.find(f"{PPR}/{w('pStyle')}") is None)
    return Template(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        styles=tuple(_style(each, uses, defaults) for each in styles.iter(w("style"))),
        page=page_of(root, styles),
        warnings=_warnings(package, name),
    )


def opened(data: bytes, name: str) -> Package:
    """The file taken apart. Raises BadFile when it is none that Word text can be put into."""
    if data.startswith(_OLD_WORD):
        raise BadFile("template_old_word", name=name)
    if not data.startswith(b"PK"):
        raise BadFile("template_no_word", name=name)
    package = Package(data, name)
    if _STRICT in package.archive.read(package.main):
        raise BadFile("template_strict", name=name)
    package.root()
    return package


def text_section(root: Element) -> Element | None:
    """The section of running text: the last one that stands upright, or the last where all lie.

    A thesis often ends with an appendix whose sheets lie.
    """
    body = root.find(BODY)
    if body is None:
        return None
    found = [each for each in body.iter(w("sectPr")) if not _is_past(each)]
    upright = [each for each in found if not _lies(each)]
    return found[-1] if found and not upright else next(reversed(upright), None)


def _is_past(section: Element) -> bool:
    """Whether it says what a section was like before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == w("sectPrChange")


def _lies(section: Element) -> bool:
    size = section.find(w("pgSz"))
    return size is not None and size.get(w("orient")) == "landscape"


def page_of(root: Element, styles: Element) -> Page:
    """The sheet of running text; A4 with usual margins where it says nothing."""
    section = text_section(root)
    size = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    gutter = _cm(margins, "gutter", 0.0)
    return Page(
        width_cm=_cm(size, "w", 21.0),
        height_cm=_cm(size, "h", 29.7),
        left_cm=_cm(margins, "left", 2.54) + gutter,
        top_cm=abs(_cm(margins, "top", 2.54)),
        right_cm=_cm(margins, "right", 2.54),
        bottom_cm=abs(_cm(margins, "bottom", 2.54)),
        font=_font(styles),
        size_pt=_size_pt(styles),
        line_spacing=1.0,
    )


def _cm(element: Element | None, name: str, otherwise: float) -> float:
    value = "" if element is None else element.get(w(name), "")
    try:
        return int(float(value)) * 2.54 / 1440
    except ValueError:
        return otherwise


def _size_pt(styles: Element) -> float:
    """Of running text: the default style's, or the document's."""
    for place in _usual(styles, "sz"):
        value = place.get(VAL, "")
        if value.isdecimal() and 8 <= int(value) <= 96:
            return int(value) / 2
    return _BUILTIN_SIZE_PT


def _font(styles: Element) -> str:
    """Of running text; empty where the theme decides."""
    return next((place.get(w("ascii"), "") for place in _usual(styles, "rFonts")), "")


def _usual(styles: Element, local: str) -> Iterator[Element]:
    """What the default paragraph style, then the document, says of its characters."""
    for style in styles.iter(w("style")):
        default = style.get(w("default")) in ("1", "true")
        if default and style.get(w("type")) == "paragraph":
            yield from style.iterfind(f"{RPR}/{w(local)}")
    yield from styles.iterfind(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}/{w(local)}")


def _style(element: Element, uses: Counter[str], defaults: int) -> TemplateStyle:
    name, outline = element.find(w("name")), element.find(f"{PPR}/{w('outlineLvl')}")
    style_id = element.get(w("styleId"), "")
    kind = element.get(w("type"), "paragraph")
    default = element.get(w("default")) in ("1", "true")
    level = "" if outline is None else outline.get(VAL, "")
    return TemplateStyle(
        id=style_id,
        name=style_id if name is None else name.get(VAL, style_id),
        kind=kind,
        outline=int(level) if level.isdecimal() and int(level) < 9 else None,
        default=default,
        uses=uses[style_id] + (defaults if default and kind == "paragraph" else 0),
        builtin=element.get(w("customStyle")) not in ("1", "true"),
    )


def _warnings(package: Package, name: str) -> tuple[Message, ...]:
    kinds = {relation.kind for relation in package.relations_of_main.values()}
    if kinds & set(_MACROS) or any("vbaproject" in n.lower() for n in package.archive.names()):
        return (Message.of("template_macros", name=name),)
    return ()
