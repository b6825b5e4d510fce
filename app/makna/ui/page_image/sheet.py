"""The pages as they are shown: sizes, scrolling, zoom, pictures of the pages as they arrive."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from makna.domain.alignment import Aligned
from makna.domain.regions import Region
from makna.formats.cutouts import Pages
from makna.formats.pdf_pages import PdfPages, Printed
from makna.ui.page_image.painting import PagePainter, Scene
from makna.ui.page_image.stack import LARGEST, SMALLEST, Stack
from makna.ui.page_image.words import Words, around
from makna.ui.page_image.worker import Order, PageWorker
from makna.ui.theme.theme import tokens

KEPT_BYTES = 96 << 20
"""Of drawn pages that stay in memory."""
ZOOM_STEP = 1.15
_WHEEL_NOTCH = 120
_SETTLE_MS = 30
"""After a scroll or a zoom, before pages are asked for."""
_SCROLL_EDGE_PX = 24


class PageSheet(QAbstractScrollArea):
    """Shows pages and what lies on them; the view adds what the user can do there."""

    page_changed = Signal(int)
    """The page in the middle of the view, from 1."""
    zoomed = Signal(float)
    """1: as it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack, self.words, self.scene = Stack(), Words(), Scene()
        self.text = ""
        self.painter = PagePainter(self.stack, self.words, self.scene)
        self.worker: PageWorker | None = None
        self.problem = ""
        """Shown instead of pages that cannot be."""
        self.zoom = 1.0
        self.whole = False
        """Whether a whole page fits into the view, or its width."""
        self._is_pdf = False
        self._drawn: OrderedDict[int, tuple[int, QPixmap]] = OrderedDict()
        self._damaged: set[int] = set()
        self._page = 1
        self._waiting: Region | tuple[int, int] | None = None
        self._ask = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._ask.timeout.connect(self._ask_for_pages)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    # What is shown

    def open(self, pages: Pages, text: str) -> None:
        """Show these pages, which this widget closes in the end; `text` is the canonical one."""
        self.close_pages()
        self._is_pdf = isinstance(pages, PdfPages)
        self.text, self.problem = text, ""
        self.whole = not self._is_pdf
        self.stack = Stack(pages.sizes)
        self.painter = PagePainter(self.stack, self.words, self.scene)
        self.worker = PageWorker(pages, self)
        self.worker.drawn.connect(self._page_drawn)
        self.worker.not_drawn.connect(self._page_damaged)
        self.worker.printed.connect(self._letters_read)
        self.worker.aligned.connect(self._aligned)
        if text:
            self.worker.align_with(text)
        self._lay_out()

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
    def page(self) -> int:
        """The page in the middle of the view."""
        return self._page

    @property
    def page_count(self) -> int:
        return len(self.stack)

    @property
    def ready(self) -> bool:
        """Whether it is known where the words of the text are printed."""
        return self.words.aligned is not None or not (self._is_pdf and self.text)

    def pages_in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self.stack.in_view(top, top + self.viewport().height())

    def pixmap(self, page: int) -> QPixmap | None:
        """The picture of a page as far as it was drawn; perhaps of another size."""
        found = self._drawn.get(page)
        return found[1] if found else None

    # Where things are

    def in_document(self, point: QPointF) -> QPointF:
        return point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def in_view(self, rect: QRectF) -> QRect:
        by = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return rect.translated(-by).toAlignedRect()

    def place_rect(self, region: Region) -> QRectF:
        box = self.stack.place(region)
        return QRectF(box.x, box.y, box.width, box.height)

    # Going about

    def go_to_page(self, page: int) -> None:
        if self.page_count:
            page = min(max(page, 1), self.page_count)
            self.verticalScrollBar().setValue(round(self.stack.box(page).y - 8))

    def show_region(self, region: Region) -> None:
        """Scroll a rectangle into view, if it is not there."""
        if not 1 <= region.page <= self.page_count:
            return
        rect = self.place_rect(region)
        room = QRectF(self.in_document(QPointF()), self.viewport().size())
        if not room.contains(rect):
            middle = rect.center()
            low, across = self.verticalScrollBar(), self.horizontalScrollBar()
            top = min(rect.top() - 30, middle.y() - room.height() / 2)
            if rect.height() > room.height() - 60:
                top = rect.top() - 30
            else:
                top = middle.y() - room.height() / 2
            low.setValue(round(top))
            across.setValue(round(middle.x() - room.width() / 2))

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

    def scroll_towards(self, point: QPointF) -> None:
        """Scroll while something is dragged beyond the edge; viewport pixels."""
        for bar, at, length in (
            (self.verticalScrollBar(), point.y(), self.viewport().height()),
            (self.horizontalScrollBar(), point.x(), self.viewport().width()),
        ):
            if at < _SCROLL_EDGE_PX:
                bar.setValue(bar.value() - round(_SCROLL_EDGE_PX - at) // 2)
            elif at > length - _SCROLL_EDGE_PX:
                bar.setValue(bar.value() + round(at - length + _SCROLL_EDGE_PX) // 2)

    # Zoom

    def zoom_by(self, notches: int, at: QPointF | None = None) -> None:
        """Larger or smaller by steps, keeping what lies at a point (viewport) where it is.

        0: as it fits.
        """
        wanted = self.zoom * ZOOM_STEP**notches if notches else 1.0
        self._zoom_to(min(max(wanted, SMALLEST), LARGEST), at)

    def fit(self, *, whole: bool) -> None:
        """Fit the width of the pages, or a whole page."""
        self.whole = whole
        self._zoom_to(1.0, None)

    def _zoom_to(self, zoom: float, at: QPointF | None) -> None:
        if not self.page_count:
            return
        anchor = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        place = self.in_document(anchor)
        page = self.stack.nearest(place.y())
        x, y = self.stack.on_page(page, place.x(), place.y())
        self.zoom = zoom
        self._lay_out()
        box = self.stack.box(page)
        self.horizontalScrollBar().setValue(round(box.x + x * self.stack.scale - anchor.x()))
        self.verticalScrollBar().setValue(round(box.y + y * self.stack.scale - anchor.y()))
        self.zoomed.emit(zoom)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        # As in a text: what is at the top stays there when a pane beside or below opens.
        top = float(self.verticalScrollBar().value())
        page = self.stack.nearest(top) if self.page_count else 1
        share = self.stack.on_page(page, 0, top)[1] if self.page_count else 0.0
        known = self.page_count > 0 and self.stack.height > 0 and event.oldSize().isValid()
        self._lay_out()
        if known:
            self.verticalScrollBar().setValue(
                round(self.stack.box(page).y + share * self.stack.scale)
            )
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y() / _WHEEL_NOTCH
        if turned:
            self.zoom_by(
                max(1, round(turned)) if turned > 0 else min(-1, round(turned)), event.position()
            )
        event.accept()

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

    def _lay_out(self) -> None:
        view = self.viewport().size()
        tallest = view.height() if self.whole else None
        most = None if self._is_pdf else 1.0
        self.stack.lay_out(view.width(), self.zoom, tallest, most)
        low, across = self.verticalScrollBar(), self.horizontalScrollBar()
        low.setRange(0, max(0, round(self.stack.height) - view.height()))
        low.setPageStep(view.height())
        low.setSingleStep(40)
        across.setRange(0, max(0, round(self.stack.width) - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(40)
        self._scrolled()

    def _scrolled(self) -> None:
        if not self._ask.isActive():
            self._ask.start()
        self.viewport().update()
        middle = self.in_document(
            QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        )
        page = self.stack.nearest(middle.y()) if self.page_count else 1
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

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
