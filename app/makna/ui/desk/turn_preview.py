"""The first paragraphs of a text as they would come in, with the marks of who speaks lit up."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from makna.domain.document import SOFT_BREAK, Block
from makna.domain.turns import mark_length
from makna.services.proposals import Beginning
from makna.ui.theme.theme import tokens

FIRST_TURN, EVERY_PARAGRAPH = 8, 14
"""Pixels above a paragraph that begins a turn or a part, and around the page."""


class TurnPreview(QTextBrowser):
    """Shows a beginning; nothing in it can be changed or followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(EVERY_PARAGRAPH)
        self._shown: tuple[Beginning, frozenset[str]] | None = None

    def show_beginning(self, found: Beginning, asking: Collection[str] = ()) -> None:
        """The text; the names of those who ask are dimmer."""
        self._shown = (found, frozenset(asking))
        top = self.verticalScrollBar().value()
        self.setHtml(beginning_html(found, asking))
        self.verticalScrollBar().setValue(top)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self.show_beginning(*self._shown)
        super().changeEvent(event)


def beginning_html(found: Beginning, asking: Collection[str] = ()) -> str:
    """The paragraphs as html, marks of speakers on a ground of their own."""
    starts = {turn.start: turn.speaker for turn in found.turns}
    lines: list[str] = []
    at = 0
    for paragraph, block in zip(found.text.split("\n"), found.layout, strict=False):
        speaker = starts.get(at)
        lines.append(_paragraph(paragraph, block, speaker, asking))
        at += block.length + 1
    return "".join(lines)


def _paragraph(paragraph: str, block: Block, speaker: str | None, asking: Collection[str]) -> str:
    above = FIRST_TURN if speaker is not None else 0
    size = "font-weight:600;" if block.style.startswith(("title", "heading")) else ""
    style = f"margin:{above}px 0 0 0;line-height:135%;{size}"
    if not paragraph.strip():
        return "<p style='margin:0;font-size:6pt'>&nbsp;</p>"
    if speaker is None:
        return f"<p style='{style}'>{_runs(paragraph, block, 0)}</p>"
    length = len(paragraph[: mark_length(paragraph, block.style, speaker)].rstrip())
    mark = _mark(paragraph[:length] if length else speaker, speaker in asking)
    said = _runs(paragraph, block, length)
    return f"<p style='{style}'>{mark}{'' if length else ' '}{said}</p>"


def _mark(words: str, asks: bool) -> str:
    colors = tokens()
    ink = colors.dim if asks else colors.accent
    ground = colors.hover if asks else colors.selected
    return (
        f"<span style='background-color:{ground};color:{ink};font-weight:600'>{_text(words)}</span>"
    )


def _runs(paragraph: str, block: Block, start: int) -> str:
    return "".join(_pieces(paragraph, block, start))


def _pieces(paragraph: str, block: Block, start: int) -> Iterator[str]:
    at = start
    for run in block.runs:
        if run.end <= at:
            continue
        begin = max(run.start, at)
        yield _text(paragraph[at:begin])
        piece = _text(paragraph[begin : run.end])
        for on, tag in ((run.bold, "b"), (run.italic, "i"), (run.underline, "u")):
            piece = f"<{tag}>{piece}</{tag}>" if on else piece
        yield piece
        at = run.end
    yield _text(paragraph[at:])


def _text(words: str) -> str:
    shown = escape(words).replace(SOFT_BREAK, "<br>")
    return shown.replace("\t", "&nbsp;&nbsp;│&nbsp;&nbsp;").replace("\ufffc", "▣")
