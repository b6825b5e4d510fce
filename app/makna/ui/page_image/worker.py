"""Draws pages beside the window, in one thread; what is wanted last is drawn first.

pdfium and Pillow let other threads run while they draw, so scrolling goes on. The thread holds the
original's bytes and never touches the project.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Condition, Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from makna.domain.alignment import Aligned, align
from makna.domain.errors import BadFile
from makna.formats.cutouts import Pages
from makna.formats.pdf_pages import PdfPages, Printed

BREATH_S = 0.002
"""Between two pages of the walk along the text. While a thread computes in Python, every call that
the window makes into Qt waits for its turn: a hundred of them stood still for most of a second."""


@dataclass(frozen=True, slots=True)
class Order:
    """A page at a width in device pixels."""

    page: int
    width: int


class PageWorker(QObject):
    """Asks are answered by signals, in the thread of the window."""

    drawn = Signal(int, int, QImage)
    """page, the width that was asked for, the picture."""
    not_drawn = Signal(int)
    """page: it is damaged."""
    printed = Signal(int, object)
    """page, Printed."""
    aligned = Signal(object)
    """(Aligned)"""

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._orders: list[Order] = []
        self._letters: list[int] = []
        self._text: str | None = None
        self._printed_texts: list[str] | None = None
        self._wake = Condition()
        self._ended = False
        self._thread = Thread(target=self._work, name="pages", daemon=True)
        self._thread.start()

    def want(self, orders: Sequence[Order], letters: Sequence[int] = ()) -> None:
        """Draw these next, and read the letters of these pages; what was wanted before is not."""
        with self._wake:
            self._orders = list(orders)
            self._letters = list(letters) if isinstance(self._pages, PdfPages) else []
            self._wake.notify()

    def align_with(self, text: str) -> None:
        """Find out where the printed letters of all pages stand in this text."""
        if isinstance(self._pages, PdfPages):
            with self._wake:
                self._text = text
                self._wake.notify()

    def close(self) -> None:
        """Finish what is under way, and let the original go."""
        with self._wake:
            self._ended = True
            self._wake.notify()
        self._thread.join()
        self._pages.close()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            job()

    def _next(self) -> Callable[[], None] | None:
        """What to do next: pictures first, then letters, then the whole text, page by page."""
        with self._wake:
            while not self._ended:
                if self._orders:
                    order = self._orders.pop(0)
                    return lambda: self._draw(order)
                if self._letters:
                    page = self._letters.pop(0)
                    return lambda: self._read(page)
                if self._text is not None:
                    return self._align
                self._wake.wait()
            return None

    def _draw(self, order: Order) -> None:
        try:
            raster = self._pages.render(order.page, order.width)
        except BadFile:
            self.not_drawn.emit(order.page)
            return
        image = QImage(
            raster.pixels,
            raster.width,
            raster.height,
            raster.width * 4,
            QImage.Format.Format_RGB32,
        )
        self.drawn.emit(order.page, order.width, image.copy())

    def _read(self, page: int) -> None:
        assert isinstance(self._pages, PdfPages)
        try:
            printed = self._pages.printed(page)
        except BadFile:
            printed = Printed("", ())
        self.printed.emit(page, printed)

    def _align(self) -> None:
        """One page a turn, so that drawing comes in between; the walk itself when all are read."""
        assert isinstance(self._pages, PdfPages)
        texts = self._printed_texts if self._printed_texts is not None else []
        self._printed_texts = texts
        if len(texts) < len(self._pages.sizes):
            try:
                texts.append(self._pages.text(len(texts) + 1))
            except BadFile:
                texts.append("")
            return
        with self._wake:
            text, self._text = self._text, None
        if text is not None:
            found: Aligned = align(text, texts, lambda: time.sleep(BREATH_S))
            if not self._ended:
                self.aligned.emit(found)
