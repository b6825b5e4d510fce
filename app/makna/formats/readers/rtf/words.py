"""Control words of RTF that stand for characters, looks and destinations."""

from __future__ import annotations

from makna.domain.document import SOFT_BREAK
from makna.formats.collector import BOLD, HIDDEN, ITALIC, UNDERLINE

CHARACTERS = {
    "tab": "\t",
    "line": SOFT_BREAK,
    "lbr": SOFT_BREAK,
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
SYMBOLS = {
    "\\~": "\u00a0",
    "\\_": "\u2011",
    "\\-": "\u00ad",
    "\\{": "{",
    "\\}": "}",
    "\\\\": "\\",
    "\\\t": "\t",
}
LOOKS = {"b": BOLD, "i": ITALIC, "ul": UNDERLINE, "v": HIDDEN} | dict.fromkeys(
    "uldb ulth ulw uld uldash uldashd uldashdd ulwave ulhwave".split(), UNDERLINE
)
PAGES = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
INTO = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "info": "info",
    "fldinst": "code",
    "listtext": "marker",
    "pntext": "marker",
    "pict": "pict",
    "shpinst": "shape",
    "atnauthor": "author-of",
    "atnref": "ref",
    "atrfstart": "start",
    "atrfend": "end",
    "shppict": "",
    "fldrslt": "",
    "field": "",
}
"""Destinations that are looked at; those announced by `\\*` and not here are skipped."""
APART = frozenset({"footnote", "annotation", "shptxt"})
"""Destinations with text of their own, which is read later."""
SKIPPED = frozenset(
    "header headerl headerr headerf footer footerl footerr footerf colortbl listtable "
    "listoverridetable nonshppict shprslt xe tc rxe txe pntxta pntxtb bkmkstart bkmkend do "
    "objdata revtbl rsidtbl generator private object".split()
)
BREAKS = frozenset("par sect page column".split())
