"""Which style of a campus template stands for which of ours: by name, outline level and use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_HEADINGS = range(1, 10)


@dataclass(frozen=True)
class TemplateStyle:
    """A style as the template's `styles.xml` has it."""

    id: str
    name: str
    kind: str
    """`paragraph`, `character` or `table`."""
    outline: int | None = None
    """Level of its headings from 0; None for running text."""
    default: bool = False
    uses: int = 0
    """How many paragraphs of the template's own text are in it."""
    builtin: bool = False


@dataclass(frozen=True)
class OurStyle:
    """A style that our documents use."""

    id: str
    kind: str
    names: tuple[str, ...]
    """What it is called elsewhere, the likeliest first; casefolded, `makna …` is always tried."""
    level: int | None = None
    """Of a heading, from 0."""
    role: str = ""
    """Phrase key of what it is for, for those that a user may map."""


def _heading(level: int) -> OurStyle:
    names = (f"heading {level}", f"judul {level}", f"tajuk {level}", f"bab {level}")
    role = f"template_heading_{level}" if level <= 4 else ""
    return OurStyle(f"Heading{level}", "paragraph", names, level - 1, role)


OURS: tuple[OurStyle, ...] = (
    OurStyle("Title", "paragraph", ("title", "judul", "judul utama"), role="template_title"),
    *(_heading(level) for level in _HEADINGS),
    OurStyle(
        "MaknaBody",
        "paragraph",
        (
            *(
                "isi",
                "isi paragraf",
                "isi skripsi",
                "isi tesis",
                "isi teks",
                "teks isi",
                "paragraf",
            ),
            *("paragraph", "body text first indent", "body text", "tubuh teks", "teks tubuh"),
        ),
        role="template_body",
    ),
    OurStyle(
        "MaknaQuote",
        "paragraph",
        (
            *("kutipan langsung panjang", "kutipan panjang", "kutipan langsung", "kutipan blok"),
            *("block quotation", "block quote", "kutipan", "block text", "teks blok", "quote"),
            *("quotation", "quotations"),
        ),
        role="template_quote",
    ),
    OurStyle("MaknaReference", "paragraph", ("sumber kutipan",), role="template_reference"),
    OurStyle(
        "Caption",
        "paragraph",
        ("keterangan tabel", "judul tabel", "table caption", "caption", "keterangan"),
        role="template_caption",
    ),
    OurStyle(
        "MaknaList",
        "paragraph",
        ("list paragraph", "daftar paragraf", "paragraf daftar"),
        role="template_list",
    ),
    OurStyle(
        "MaknaTableText",
        "paragraph",
        ("isi tabel", "teks tabel", "table text", "table contents"),
        role="template_table_text",
    ),
    OurStyle(
        "MaknaTableHeading",
        "paragraph",
        ("judul kolom", "kepala tabel", "table heading"),
        role="template_table_heading",
    ),
    OurStyle("MaknaTableNote", "paragraph", ("sumber tabel", "catatan tabel", "table source")),
    OurStyle(
        "MaknaTable",
        "table",
        ("tabel skripsi", "tabel tesis", "tabel", "table grid", "kisi tabel"),
        role="template_table",
    ),
    OurStyle("Subtitle", "paragraph", ("subtitle", "subjudul")),
    OurStyle("TOCHeading", "paragraph", ("toc heading", "judul daftar isi")),
    *(OurStyle(f"TOC{level}", "paragraph", (f"toc {level}",)) for level in _HEADINGS),
    OurStyle("FootnoteText", "paragraph", ("footnote text", "teks catatan kaki")),
    OurStyle("FootnoteReference", "character", ("footnote reference",)),
    OurStyle("Hyperlink", "character", ("hyperlink",)),
)
_QUOTES = ("MaknaQuoteOpen", "MaknaQuoteNext", "MaknaQuoteEnd")
"""Paragraphs of one quotation: in a template all have its style for quotations."""
_BY_ID = {style.id: style for style in OURS}


def guess(styles: Iterable[TemplateStyle]) -> dict[str, str]:
    """The style of the template that most likely stands for ours, by our style's id.

    What is used most in the template's own text wins among those whose name or outline level fits;
    for running text its default style, where none is called so.
    """
    known = list(styles)
    found = {ours.id: style.id for ours in OURS if (style := _fitting(ours, known)) is not None}
    found.setdefault("MaknaBody", next((s.id for s in known if _is_normal(s)), ""))
    if "MaknaQuote" in found:
        found |= dict.fromkeys(_QUOTES, found["MaknaQuote"])
    return {ours: theirs for ours, theirs in found.items() if theirs}


def complete(chosen: Mapping[str, str], styles: Iterable[TemplateStyle]) -> dict[str, str]:
    """The guess, with what the user chose instead; choices of styles that are gone don't count.

    An empty choice is one: the style is then added to the template.
    """
    known = list(styles)
    kinds = {style.id: style.kind for style in known}
    found = guess(known)
    for ours, theirs in chosen.items():
        if theirs and kinds.get(theirs) == _kind(ours):
            found[ours] = theirs
        elif not theirs:
            found.pop(ours, None)
        if ours == "MaknaQuote":
            for other in _QUOTES:
                found.pop(other, None)
                if ours in found:
                    found[other] = found[ours]
    return found


def _fitting(ours: OurStyle, known: list[TemplateStyle]) -> TemplateStyle | None:
    alike = [style for style in known if style.kind == ours.kind]
    own = next((s for s in alike if _plain(s.name) == _own_name(ours.id)), None)
    if own is not None and not ours.level:
        return own
    named = [(names_at(ours, style), style) for style in alike]
    fitting = [(at, style) for at, style in named if at is not None]
    if not fitting:
        return None
    return min(fitting, key=lambda each: (-each[1].uses, each[0]))[1]


def names_at(ours: OurStyle, style: TemplateStyle) -> int | None:
    """How far down our list of names the style's is; None where it does not fit."""
    name = _plain(style.name)
    if name in ours.names:
        return ours.names.index(name)
    if ours.level is not None and style.outline == ours.level and not _is_front(name):
        return len(ours.names)
    return None


def _is_front(name: str) -> bool:
    """Headings of the front matter and of appendices have levels, and mean something else."""
    return bool(re.search(r"lampiran|appendix|daftar|abstra[kc]t?|toc|cover|sampul|title", name))


def _is_normal(style: TemplateStyle) -> bool:
    return style.kind == "paragraph" and style.default


def _kind(ours: str) -> str:
    return _BY_ID[ours].kind if ours in _BY_ID else "paragraph"


def _own_name(style_id: str) -> str:
    return _plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", style_id))


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").split())
