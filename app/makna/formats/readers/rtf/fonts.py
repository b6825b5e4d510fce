"""Fonts and styles that an RTF file declares at its start."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from makna.formats.symbols import symbol

SYMBOLS = "symbols"
"""Instead of an encoding, for fonts whose bytes are pictures."""

_CHARSETS = {
    0: "cp1252",
    2: SYMBOLS,
    77: "mac-roman",
    78: "shift_jis",
    79: "johab",
    80: "gb2312",
    81: "big5",
    83: "mac-cyrillic",
    85: "mac-greek",
    86: "mac-turkish",
    88: "mac-latin2",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Encodings by the number after `\\fcharset` (specification 1.9.1, table of font families)."""


@dataclass
class Font:
    name: str = ""
    encoding: str = ""
    """Empty: that of the document."""


@dataclass
class Declared:
    """Fonts and paragraph styles by number; filled while their tables are read."""

    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    font: int = 0
    """The number whose declaration is being read."""
    style: int = -1
    _name: str = ""

    def begin_font(self, number: int) -> None:
        self.font = number
        self.fonts[number] = Font()
        self._name = ""

    def set_charset(self, charset: int) -> None:
        self.fonts.setdefault(self.font, Font()).encoding = _CHARSETS.get(charset, "")

    def font_name(self, text: str) -> None:
        """More of the name of the open font; `;` ends it."""
        self._name += text
        if ";" in self._name:
            font = self.fonts.setdefault(self.font, Font())
            font.name = font.name or self._name.partition(";")[0].strip()
            self._name = ""

    def style_name(self, text: str) -> None:
        """More of the name of the open style; `;` ends it."""
        self._name += text
        if ";" in self._name:
            name = self._name.partition(";")[0].partition(",")[0].strip()
            self.styles[0 if self.style < 0 else self.style] = name
            self._name, self.style = "", -1


def code_page(number: int) -> str:
    """The encoding of a code page by its number; empty when there is none."""
    name = {10000: "mac-roman", 65001: "utf-8", 1361: "johab", 708: "cp1256"}.get(number)
    name = name or f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def decoded(data: bytes, encoding: str, font: str) -> str:
    """Bytes of the text in the encoding of their font."""
    if encoding == SYMBOLS:
        return "".join(symbol(font, f"{byte:x}") if byte >= 0x20 else "" for byte in data)
    return data.decode(encoding, "replace")
