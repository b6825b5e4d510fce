"""The pages as they are shown: their pictures as they arrive, and what lies on them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from makna.domain.alignment import Aligned
from makna.domain.regions import Region
from makna.formats.cutouts import Pages
from makna.formats.pdf_pages import PdfPages, Printed
from makna.ui.page_image.painting import PagePainter, Scene
from makna.ui.page_image.scrolling import PageScroll
from makna.ui.page_image.stack import Stack
from makna.ui.page_image.words import Words, around
from makna.ui.page_image.worker import Order, PageWorker
from makna.ui.theme.theme import tokens

KEPT_BYTES = 96 << 20
"""Of drawn pages that stay in memory."""
_SETTLE_MS = 30
"""After a scroll or a zoom, before pages are asked for."""


class PageSheet(PageScroll):
    """Shows pages and what lies on them; the view adds what the user can do there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.scene = Words(), Scene()
        self.text = ""
        self.painter = PagePainter(self.stack, self.words, self.scene)
        self.worker: PageWorker | None = None
        self.problem = ""
        """Shown instead of pages that cannot be."""
        self._is_pdf = False
        self._drawn: OrderedDict[int, tuple[int, QPixmap]] = OrderedDict()
        self._damaged: set[int] = set()
        self._waiting: Region | tuple[int, int] | None = None
        self._ask = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._ask.timeout.connect(self._ask_for_pages)
        self.scrolled.connect(self._ask_soon)
        self.viewport().setMouseTracking(True)

    # What is shown

    def open(self, pages: Pages, text: str) -> None:
        """Show these pages, which this widget closes in the end; `text` is the canonical one."""
        self.close_pages()
        self._is_pdf = isinstance(pages, PdfPages)
        self.text, self.problem = text, ""
        self.whole, self.enlarges = not self._is_pdf, self._is_pdf
        self.stack = Stack(pages.sizes)
        self.painter = PagePainter(self.stack, self.words, self.scene)
        self.worker = PageWorker(pages, self)
        self.worker.drawn.connect(self._page_drawn)
        self.worker.not_drawn.connect(self._page_damaged)
        self.worker.printed.connect(self._letters_read)
        self.worker.aligned.connect(self._aligned)
        if text:
            self.worker.align_with(text)
        self.lay_out()

    def set_text(self, text: str) -> None:
        """The text was corrected: find its letters on the pages again."""
        if text != self.text and self.worker is not None:
            self.text = text
            self.worker.align_with(text)

    def close_pages(self) -> None:
        """End the thread that draws, and let the original go."""
        self._ask.stop()
        if self.worker is not None:
            self.worker.close()
            self.worker.deleteLater()
            self.worker = None
        self.words = Words()
        self._drawn.clear()
        self._damaged.clear()

    @property
    def ready(self) -> bool:
        """Whether it is known where the words of the text are printed."""
        return self.words.aligned is not None or not (self._is_pdf and self.text)

    def pixmap(self, page: int) -> QPixmap | None:
        """The picture of a page as far as it was drawn; perhaps of another size."""
        found = self._drawn.get(page)
        return found[1] if found else None

    def show_span(self, start: int, end: int) -> None:
        """Scroll to where a stretch of the text is printed, as soon as that is known."""
        aligned = self.words.aligned
        if aligned is None:
            self._waiting = (start, end)
            return
        if not self.page_count:
            return
        page = aligned.page_at(start)
        region = around(page, self.words.lines(page, start, max(end, start + 1)))
        if region is not None:
            self.show_region(region)
        else:
            self.go_to_page(page)
            self._waiting = (start, end) if not self.words.knows(page) else None

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens().background))
        if self.problem:
            self._say(painter, QRectF(self.viewport().rect()), self.problem)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for page in self.pages_in_view():
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(QColor(tokens().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        box = self.stack.box(page)
        rect = QRectF(QRectF(box.x, box.y, box.width, box.height).toRect())
        found = self.pixmap(page)
        if found is None:
            painter.fillRect(rect, QColor("white"))
            if page in self._damaged:
                self._say(painter, rect, self.tr("This page is damaged and cannot be shown."))
        else:
            painter.drawPixmap(rect, found, QRectF(found.rect()))
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.save()
        painter.setClipRect(rect.adjusted(-4, -4, 4, 4))
        self.painter.paint(painter, page)
        painter.restore()

    def _say(self, painter: QPainter, rect: QRectF, words: str) -> None:
        painter.setPen(QColor(tokens().dim))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(rect.adjusted(30, 30, -30, -30), flags, words)

    def _ask_soon(self) -> None:
        if not self._ask.isActive():
            self._ask.start()

    def _ask_for_pages(self) -> None:
        """Ask for the pages in view, then for their neighbours."""
        if self.worker is None or not self.page_count:
            return
        shown = self.pages_in_view()
        near = [page for page in (shown.stop, shown.start - 1) if 1 <= page <= self.page_count]
        ratio = self.devicePixelRatioF()
        orders = []
        for page in (*shown, *near):
            width = max(1, round(self.stack.box(page).width * ratio))
            known = self._drawn.get(page)
            if (known is None or known[0] != width) and page not in self._damaged:
                orders.append(Order(page, width))
        letters = [page for page in (*shown, *near) if not self.words.knows(page)]
        self.worker.want(orders, letters)

    # Answers

    def _page_drawn(self, page: int, width: int, image: QImage) -> None:
        if self.sender() is not self.worker:
            return
        self._drawn[page] = (width, QPixmap.fromImage(image))
        self._drawn.move_to_end(page)
        self._forget_far_pages()
        self.viewport().update()

    def _forget_far_pages(self) -> None:
        shown = self.pages_in_view()
        held = sum(kept.width() * kept.height() * 4 for _, kept in self._drawn.values())
        for page in list(self._drawn):
            if held <= KEPT_BYTES:
                return
            if page not in shown:
                kept = self._drawn.pop(page)[1]
                held -= kept.width() * kept.height() * 4

    def _page_damaged(self, page: int) -> None:
        self._damaged.add(page)
        self.viewport().update()

    def _letters_read(self, page: int, printed: Printed) -> None:
        if self.sender() is not self.worker:
            return
        self.words.add(page, printed)
        shown = self.pages_in_view()
        self.words.forget_all_but(range(shown.start - 8, shown.stop + 8))
        self._show_waiting()
        self.viewport().update()

    def _aligned(self, aligned: Aligned) -> None:
        if self.sender() is not self.worker:
            return
        self.words.set_aligned(aligned)
        self._show_waiting()
        self.viewport().update()

    def _show_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if isinstance(waiting, tuple):
            self.show_span(*waiting)

    def anchor(self, regions: Sequence[Region]) -> QRect:
        """Where a box about these opens, on the screen; below the last line or rectangle."""
        view = self.viewport()
        rect = QRect(view.rect().center(), view.rect().center())
        if regions:
            rect = self.in_view(self.place_rect(regions[-1])).intersected(view.rect())
        return QRect(view.mapToGlobal(QPoint(rect.left(), rect.top())), rect.size())
