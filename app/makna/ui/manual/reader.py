"""Shows one page of the manual; nothing it shows ever comes from the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from makna.paths import resources_dir
from makna.services.manual import Page, marks
from makna.ui.theme.theme import set_look, tokens
from makna.ui.theme.tokens import mix

MARGIN_PX = 28
SETTLE_MS = 60
EDGES_PX = 14
"""What QTextDocument takes besides the margins: a wider picture would have to be scrolled."""
WIDEST_PX = 760
"""Of the text: longer lines are hard to read."""


class Reader(QTextBrowser):
    """A page as it is written, pictures no wider than the view, found words marked."""

    page_wanted = Signal(str)
    """A link to the page of this name was followed."""
    link_wanted = Signal(str)
    """A link to the world outside: nothing was opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._asked: Sequence[str] = ()
        self._width = 0
        self._drawn_for = 0
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(MARGIN_PX)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._draw_if_wider)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_look(self, "bare")
        self.anchorClicked.connect(self._follow)

    @property
    def page(self) -> Page | None:
        return self._page

    def show_page(self, page: Page, asked: Sequence[str] = ()) -> None:
        """Show a page from its top, or from the first of the words that were searched for."""
        self._page, self._asked = page, tuple(asked)
        self._draw()
        self.verticalScrollBar().setValue(0)
        self._go_to_first_mark()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the manual, no wider than the text; anything else is not loaded."""
        path = self._file(name if isinstance(name, str) else name.toString())
        if kind != QTextDocument.ResourceType.ImageResource.value or path is None:
            return None
        image = QImage(str(path))
        room = self._room()
        if image.width() > room:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return _framed(image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._drawn_for:
            self._settling.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            # A theme sets palette, font and style sheet one after the other: once is enough.
            self._drawn_for = 0
            self._settling.start()
        super().changeEvent(event)

    def _draw_if_wider(self) -> None:
        if self._page is not None and self._room() != self._drawn_for:
            top = self.verticalScrollBar().value()
            self._draw()
            self.verticalScrollBar().setValue(top)

    def _draw(self) -> None:
        assert self._page is not None
        self._drawn_for = self._room()
        self.document().clear()
        self.document().setDefaultStyleSheet(_style())
        self.setHtml(self._page.html())
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        look.setRightMargin(max(MARGIN_PX, self.viewport().width() - WIDEST_PX - MARGIN_PX))
        frame.setFrameFormat(look)
        self._mark()

    def _mark(self) -> None:
        look = QTextCharFormat()
        colors = tokens()
        look.setBackground(QColor(mix(colors.accent, colors.paper, 0.30)))
        selections = []
        text = self.document().toRawText() if self._asked else ""
        for start, end in marks(text, self._asked):
            selection = QTextBrowser.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        self.setExtraSelections(selections)

    def _go_to_first_mark(self) -> None:
        found = self.extraSelections()
        if found:
            top = self.cursorRect(found[0].cursor).top()
            if top > self.viewport().height() * 2 // 3:
                self.verticalScrollBar().setValue(top - self.viewport().height() // 3)

    def _room(self) -> int:
        return max(
            200, min(self.viewport().width() - 2 * MARGIN_PX - EDGES_PX, WIDEST_PX - MARGIN_PX)
        )

    def _file(self, name: str) -> Path | None:
        """The file that an address of the shown page names, if it is one of the manual's."""
        if self._page is None or QUrl(name).scheme():
            return None
        manual = (resources_dir() / "manual").resolve()
        path = (manual / self._page.language / name).resolve()
        return path if path.is_relative_to(manual) and path.is_file() else None

    def _follow(self, address: QUrl) -> None:
        if address.scheme():
            self.link_wanted.emit(address.toString())
            return
        path = self._file(address.path())
        if path is not None and path.suffix == ".md":
            self.page_wanted.emit(path.stem)


def _framed(image: QImage) -> QImage:
    """With a line around it: pictures of the window are as white as the page."""
    framed = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(framed)
    painter.setPen(QColor(tokens().line))
    painter.drawRect(framed.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return framed


def _style() -> str:
    """The looks of a page in the window's colours."""
    colors = tokens()
    return (
        f"body {{ color: {colors.ink}; }} a {{ color: {colors.accent}; }}"
        " h1 { font-size: xx-large; font-weight: 600; margin-bottom: 10px; }"
        " h2 { font-size: large; font-weight: 600; margin-top: 20px; margin-bottom: 6px; }"
        " p { margin-top: 6px; margin-bottom: 8px; line-height: 135%; }"
        " .picture { line-height: 100%; margin-bottom: 14px; }"
        " li { margin-bottom: 6px; line-height: 135%; }"
        f" code, pre {{ background-color: {colors.background}; }}"
        " pre { margin: 6px 0px 10px 0px; }"
        f" th {{ background-color: {colors.background}; text-align: left; }}"
        " td, th { padding: 4px 10px 4px 4px; }"
        f" blockquote {{ color: {colors.dim}; }}"
    )
