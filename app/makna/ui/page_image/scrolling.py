"""Pages one below the other in a view: where they are, going about among them, and their zoom."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from makna.domain.regions import Region
from makna.ui.page_image.stack import LARGEST, SMALLEST, Stack

ZOOM_STEP = 1.15
_WHEEL_NOTCH = 120
_SCROLL_EDGE_PX = 24


class PageScroll(QAbstractScrollArea):
    """Knows only sizes; what is painted is the affair of `PageSheet`."""

    page_changed = Signal(int)
    """The page in the middle of the view, from 1."""
    zoomed = Signal(float)
    """1: as it fits."""
    scrolled = Signal()
    """Other parts of the pages may be in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = Stack()
        self.zoom = 1.0
        self.whole = False
        """Whether a whole page fits into the view, or its width."""
        self.enlarges = False
        """Whether what fits may be larger than it is: those of a PDF may, pictures not."""
        self._page = 1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def page(self) -> int:
        """The page in the middle of the view."""
        return self._page

    @property
    def page_count(self) -> int:
        return len(self.stack)

    def pages_in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self.stack.in_view(top, top + self.viewport().height())

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
            too_tall = rect.height() > room.height() - 60
            top = rect.top() - 30 if too_tall else middle.y() - room.height() / 2
            low.setValue(round(top))
            across.setValue(round(middle.x() - room.width() / 2))

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
        self.lay_out()
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
        self.lay_out()
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

    def lay_out(self) -> None:
        """Give every page its place anew."""
        view = self.viewport().size()
        tallest = view.height() if self.whole else None
        most = None if self.enlarges else 1.0
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
        self.scrolled.emit()
        self.viewport().update()
        middle = self.in_document(
            QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        )
        page = self.stack.nearest(middle.y()) if self.page_count else 1
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
