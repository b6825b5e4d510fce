"""A text that is laid out where one looks, and where one stands in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFontInfo, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from makna.ui.page.build import PAGE_PAD_PX
from makna.ui.page.looks import Looks
from makna.ui.page.plan import Plan
from makna.ui.page.surface import Surface
from makna.ui.page.values import LIGHT_PAGE
from makna.ui.round_timer import RoundTimer

MEASURE_S, MEASURE_EVERY_MS = 0.004, 5
"""What of a text has not been looked at is laid out a little at a time."""
Place = tuple[int, float]
"""The character at the top of the view, and how many pixels of its line are scrolled out."""
START: Place = (0, 0.0)


class LaidOutText(QTextEdit):
    """Shows a document by a plan of ours; what is in view stays there whatever is laid out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        looks = Looks(LIGHT_PAGE, 1.0, QFontInfo(self.font()).family())
        self._lay_out(QTextDocument(self), [0], looks)
        self.surface = Surface(self, looks)
        self._measuring = RoundTimer(self, interval=MEASURE_EVERY_MS)
        self._measuring.timeout.connect(self._measure)

    def _lay_out(self, document: QTextDocument, characters: list[int], looks: Looks) -> None:
        """Show a document, laid out by a plan of ours."""
        document.setTextWidth(self.viewport().width())
        document.setDocumentLayout(Plan(document, characters, looks.guess))
        self.setDocument(document)

    def _moved(self) -> None:
        """Characters lie elsewhere than before."""
        self.surface.moved()
        self._measuring.start()

    def _measure(self) -> None:
        """Lay out more of the text; when all of it is, heights count that were estimated."""
        plan = self.surface.geometry.plan
        if not plan.measure_more(MEASURE_S):
            self._measuring.stop()
            self._settle(plan)

    def _measure_all(self) -> None:
        plan = self.surface.geometry.plan
        while plan.measure_more(MEASURE_S):
            pass
        self._settle(plan)

    def _settle(self, plan: Plan) -> None:
        place = self._top_place()
        if plan.settle():
            self._moved()
            self._show_at_top(place)

    # Selection

    def selection(self) -> tuple[int, int] | None:
        """The selected stretch, as far as it can be seen, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_cp, hidden = self.surface.positions.to_cp, self.surface.geometry.hidden
        start = hidden.behind(to_cp(cursor.selectionStart()))
        end = hidden.before(to_cp(cursor.selectionEnd()))
        return (start, end) if start < end else None

    def set_selection(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret`; equal ones only place the caret."""
        to_u16 = self.surface.positions.to_u16
        cursor = self.textCursor()
        cursor.setPosition(to_u16(anchor))
        cursor.setPosition(to_u16(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def anchor_and_caret(self) -> tuple[int, int]:
        """Where the selection began, and where it ends."""
        to_cp, cursor = self.surface.positions.to_cp, self.textCursor()
        return to_cp(cursor.anchor()), to_cp(cursor.position())

    def caret(self) -> int:
        place = self.surface.positions.to_cp(self.textCursor().position())
        return self.surface.geometry.hidden.behind(place)

    # Where one stands

    def stand(self) -> tuple[int, int, int, int]:
        """Where one stands, for `stand_at`."""
        at, offset = self._top_place()
        return round(offset), *self.anchor_and_caret(), at

    def stand_at(self, top: int, anchor: int, caret: int, at: int = -1) -> None:
        """Scroll the line with `at` out by `top` pixels, or without it the text, and select.

        Places behind the text's end are its end.
        """
        length = len(self.surface.text)
        if at >= 0:
            self._show_at_top((at, float(top)))
        elif top:
            self._measure_all()
            self._scroll_to(top)
        self._select_quietly(min(anchor, length), min(caret, length))

    def _select_quietly(self, anchor: int, caret: int) -> None:
        """Without scrolling, which `setTextCursor` does."""
        scrolled = self.verticalScrollBar().value()
        self.set_selection(anchor, caret)
        self.verticalScrollBar().setValue(scrolled)

    def _top_place(self) -> Place:
        scrolled = self.surface.scrolled()
        if scrolled == 0:
            return START
        at = self.surface.geometry.position_at(QPointF(PAGE_PAD_PX, scrolled))
        return at, scrolled - self.surface.geometry.place(at).top()

    def _show_at_top(self, place: Place) -> None:
        if place == START:
            self.verticalScrollBar().setValue(0)
            return
        at, offset = place
        at = min(at, len(self.surface.text))
        self._leave_view()
        self._scroll_to(round(self.surface.geometry.place(at).top() + offset))

    def _leave_view(self) -> None:
        """The view is about to go elsewhere: what lies above it need not stand still."""
        self.surface.geometry.plan.view_begins(0)
        self.surface.forget_view()

    def _scroll_to(self, top: int) -> None:
        # The scroll bar asks the layout itself how high the text is now.
        self.surface.geometry.plan.documentSizeChanged.emit(QSizeF())
        self.verticalScrollBar().setValue(top)
        self._hold_view()

    def _hold_view(self) -> None:
        """From now on nothing that is laid out above the view moves what is in it."""
        plan = self.surface.geometry.plan
        plan.view_begins(plan.number_at(self.surface.scrolled()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._hold_view()
