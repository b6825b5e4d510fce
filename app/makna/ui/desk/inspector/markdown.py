"""Light colours for the Markdown of memos: the marks stay visible, the words look like it."""

from __future__ import annotations

import re

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from makna.ui.theme.theme import tokens

_HEADING = re.compile(r"^(#{1,6})\s+.*$")
_LIST = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])(?=\s)")
_QUOTE = re.compile(r"^\s*>.*$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![*\w])([*_])(?![*_\s])([^*_]+?)(?<![\s*_])\1(?![*\w])")
_CODE = re.compile(r"`[^`]+`")
_LINK = re.compile(r"\[[^\]]*\]\([^)\s]*\)|https?://[^\s)>\]]+")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+")
_GROWTH = {1: 1.25, 2: 1.15}


class MarkdownColors(QSyntaxHighlighter):
    """Headings, emphasis, lists, quotations and links; everything else stays as it is."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._base = document.defaultFont()

    def set_base(self, font: QFont) -> None:
        """The font of ordinary words, from which headings grow."""
        self._base = QFont(font)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        heading = _HEADING.match(text)
        if heading:
            self._paint(0, len(text), self._heading(len(heading[1])))
            self._paint(0, len(heading[1]), _colored(tokens().dim))
            return
        if _QUOTE.match(text):
            self._paint(0, len(text), _colored(tokens().dim, italic=True))
        marker = _LIST.match(text)
        if marker:
            self._paint(0, marker.end(), _colored(tokens().accent, bold=True))
        for match in _BOLD.finditer(text):
            self._emphasise(match, bold=True)
        for match in _ITALIC.finditer(text):
            self._emphasise(match, bold=False)
        for pattern, color in ((_CODE, tokens().dim), (_LINK, tokens().accent)):
            for match in pattern.finditer(text):
                self._paint(match.start(), match.end(), _colored(color))

    def _emphasise(self, match: re.Match[str], *, bold: bool) -> None:
        marks = len(match[1])
        start, end = match.span()
        self._paint(start, start + marks, _colored(tokens().dim))
        self._paint(end - marks, end, _colored(tokens().dim))
        self._paint(start + marks, end - marks, _emphasis(bold=bold))

    def _heading(self, level: int) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setFontPointSize(self._base.pointSizeF() * _GROWTH.get(level, 1.0))
        return look

    def _paint(self, start: int, end: int, look: QTextCharFormat) -> None:
        text = self.currentBlock().text()
        first = _units(text, start)
        self.setFormat(first, _units(text, end) - first, look)


def address_at(cursor: QTextCursor) -> str:
    """The address of the link that a cursor stands in; empty outside links."""
    text, at = cursor.block().text(), cursor.positionInBlock()
    for link in _LINK.finditer(text):
        if _units(text, link.start()) <= at <= _units(text, link.end()):
            found = _ADDRESS.search(link[0], link[0].find("](") + 1)
            return found[0] if found else ""
    return ""


def _units(text: str, position: int) -> int:
    """Where a code point lies in UTF-16 units, which Qt counts."""
    return position + sum(character > "\uffff" for character in text[:position])


def _colored(color: str, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(color))
    if bold:
        look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontItalic(italic)
    return look


def _emphasis(*, bold: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    if bold:
        look.setFontWeight(QFont.Weight.DemiBold)
    else:
        look.setFontItalic(True)
    return look
