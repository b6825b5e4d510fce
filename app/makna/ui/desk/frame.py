"""The frame of the desk: which pane lies where, which are folded, and how wide they are."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from makna.ui.session import Session
from makna.ui.theme.fonts import DEFAULT_PT
from makna.ui.theme.theme import set_look
from makna.ui.widgets.activity_bar import ActivityBar
from makna.ui.widgets.header_bar import HeaderBar
from makna.ui.widgets.notice_bar import NoticeBar
from makna.ui.widgets.status_line import StatusLine

LAYOUT = "layout"
"""Key of the view state."""
LEFT_PX, RIGHT_PX = 286, 300
LEFT_SHARE, RIGHT_SHARE = 0.215, 0.20
"""Of the desk's width, where that is less; with larger letters it is more."""
SOURCES_PX, CODES_PX = 290, 420
PAGES_PX, RESULTS_PX = 480, 340
NARROWEST_PX = 200
"""Of a side that is drawn, and of the left one in a small window."""
NARROWEST_RIGHT_PX = 250
"""Of the right one in a small window: its fields have labels before them."""
NARROWEST_MIDDLE_PX = 320
NOTICE_PX, NOTICE_WIDEST_PX, NOTICE_GAP_PX = 420, 560, 14
"""Width of a notice that hovers, and its distance from the edges."""


class Room(Enum):
    """What a page needs besides its own pane."""

    NONE = "none"
    RIGHT = "right"
    """The room of the pane about what is selected."""
    ALL = "all"
    """That of both sides, and of the results."""


class Lent(NamedTuple):
    """The panes as they were before a page had their room."""

    folded: tuple[bool, bool]
    results: bool
    """Whether they were to be seen."""
    layout: QByteArray
    """How wide the sides and what is between them were, hidden or not."""


class DeskFrame(QWidget):
    """Header, activities, three panes with results below the middle, status line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = NoticeBar(self)
        self.notices.about_to_show.connect(self._place_notice)
        self.activities = ActivityBar(parent=self)
        # From the outside in, and panes are made inside: a widget that changes its parent is
        # polished anew, with all that is in it.
        self.sides = Sides(self)
        self.sides.resized.connect(self._share_width)
        self.left = QStackedWidget(self.sides)
        self.left_halves = _splitter(Qt.Orientation.Vertical, self.left)
        self.middle = _splitter(Qt.Orientation.Vertical, self.sides)
        self.left.setMinimumWidth(NARROWEST_PX)
        self.middle.setMinimumWidth(NARROWEST_MIDDLE_PX)
        self._lent: Lent | None = None
        """How the panes were when a page asked for their room; None while none does."""
        self._room = Room.NONE
        self._results: QWidget | None = None
        self._drawn = False
        """Whether the user has drawn a side wider or narrower: then they keep their widths."""
        self.sides.splitterMoved.connect(self._keep_widths)
        self._below = ""
        """The heights in the middle as they were remembered, for when there are results."""

    def lay_out(
        self,
        header: HeaderBar,
        lists: tuple[QWidget, QWidget],
        pages: QWidget,
        right: QWidget,
        status: StatusLine,
    ) -> None:
        """Put the panes in their places; `lists` are sources and codes."""
        for each in lists:
            self.left_halves.addWidget(each)
        self.left.addWidget(self.left_halves)
        self.middle.addWidget(pages)
        for each in (self.left, self.middle, right):
            self.sides.addWidget(each)
        self.sides.setStretchFactor(1, 1)
        self.middle.setStretchFactor(0, 1)
        right.setMinimumWidth(NARROWEST_PX)
        self._right, self._status = right, status
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.activities)
        row.addWidget(self.sides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = column
        column.addWidget(header)
        column.addWidget(self.notices)
        column.addLayout(row, 1)
        column.addWidget(status)
        self._usual_sizes()

    def add_results(self, results: QWidget) -> None:
        """Put the results below the middle, hidden, as high as they were last."""
        self._results = results
        self.middle.addWidget(results)
        self.middle.setSizes([PAGES_PX, RESULTS_PX])
        if self._below:
            self.middle.restoreState(_unpacked(self._below))
        results.hide()

    def shows_results(self) -> bool:
        """Whether the results are to be seen."""
        return self._results is not None and not self._results.isHidden()

    def wants_results(self) -> bool:
        """The same, or whether they come back when a page gives back their room."""
        if self._lent is not None and self._room is Room.ALL:
            return self._lent.results
        return self.shows_results()

    def add_strip(self, strip: QWidget) -> None:
        """Put a line of choices under the header, above everything it is about."""
        self._top.insertWidget(1, strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._float_notice()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_width()
            QTimer.singleShot(0, self, self._float_notice)

    def _place_notice(self) -> None:
        """What goes away by itself moves nothing; what stays takes a line under the header."""
        if self.notices.kind == "info":
            self._top.removeWidget(self.notices)
            set_look(self.notices, "notice-floating")
            self._float_notice()
        elif self._top.indexOf(self.notices) < 0:
            self._top.insertWidget(1, self.notices)

    def _float_notice(self) -> None:
        """Over the texts, above the results or the status line: the row one works at stays seen."""
        if self._top.indexOf(self.notices) >= 0:
            return
        room = self.width() - 2 * NOTICE_GAP_PX
        wanted = min(NOTICE_WIDEST_PX, self.notices.line_width())
        width = min(room, max(NOTICE_PX, wanted))
        height = self.notices.heightForWidth(width)
        below = self._results if self.shows_results() else self._status
        bottom = below.mapTo(self, QPoint()).y() - NOTICE_GAP_PX if below is not None else 0
        self.notices.setGeometry((self.width() - width) // 2, bottom - height, width, height)
        self.notices.raise_()

    def folded(self) -> tuple[bool, bool]:
        """Whether the panes at the left and at the right are folded now."""
        return self.left.isHidden(), self._right.isHidden()

    def give_room(self, wanted: Room) -> bool:
        """Fold what a page needs the room of; when it is left, everything is as it was before.

        Returns whether that was a change.
        """
        if wanted is self._room:
            return False
        if self._lent is not None:
            self._take_back(self._lent)
        self._lent, self._room = None, wanted
        if wanted is not Room.NONE:
            layout = self.sides.saveState()
            self._lent = Lent(self.folded(), self.shows_results(), layout)
            self._right.hide()
        if wanted is Room.ALL:
            self.left.hide()
            if self._results is not None:
                self._results.hide()
        return True

    def _take_back(self, lent: Lent) -> None:
        self._right.setHidden(lent.folded[1])
        if self._room is Room.ALL:
            self.left.setHidden(lent.folded[0])
            if lent.results and self._results is not None:
                self._results.show()
        # What was hidden would come back as narrow as it may be; so would what is folded still.
        self.sides.restoreState(lent.layout)
        self._share_width()

    def state(self) -> dict[str, object]:
        """The layout as it is remembered with the project."""
        state = {
            "sides": _packed(self.sides) if self._drawn else "",
            "left": _packed(self.left_halves),
            "middle": _packed(self.middle) if self._results is not None else self._below,
            "folded": list(self._folded_by_the_user()),
        }
        return {LAYOUT: state}

    def _folded_by_the_user(self) -> tuple[bool, bool]:
        left, right = self.folded()
        if self._lent is None:
            return left, right
        return self._lent.folded[0] if self._room is Room.ALL else left, self._lent.folded[1]

    def restore(self, session: Session) -> None:
        """Put everything where it was in this project."""
        state = session.recall(LAYOUT)
        if not isinstance(state, dict):
            return
        self._drawn = self.sides.restoreState(_unpacked(state.get("sides", "")))
        self.left_halves.restoreState(_unpacked(state.get("left", "")))
        self._below = str(state.get("middle", ""))
        folded = state.get("folded")
        if isinstance(folded, list) and len(folded) == 2:
            self.left.setHidden(bool(folded[0]))
            self._right.setHidden(bool(folded[1]))

    def _usual_sizes(self) -> None:
        self._share_width()
        self.left_halves.setSizes([SOURCES_PX, CODES_PX])

    def _keep_widths(self) -> None:
        self._drawn = True

    def _share_width(self) -> None:
        """As long as nobody has drawn the sides, they leave the text of a small window more."""
        if self._drawn or self.sides.count() < 3:
            return
        width = self.width() * max(1.0, self.font().pointSizeF() / DEFAULT_PT)
        left = max(NARROWEST_PX, min(LEFT_PX, round(LEFT_SHARE * width)))
        right = max(NARROWEST_RIGHT_PX, min(RIGHT_PX, round(RIGHT_SHARE * width)))
        self.sides.setSizes([left, max(1, self.sides.width() - left - right), right])


class Sides(QSplitter):
    """The panes side by side; the desk may share a new width out before any pane gets its part."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        _dress(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resized.emit()
        super().resizeEvent(event)


def _splitter(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    _dress(splitter)
    return splitter


def _dress(splitter: QSplitter) -> None:
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)


def _packed(splitter: QSplitter) -> str:
    return bytes(splitter.saveState().toBase64().data()).decode()


def _unpacked(state: object) -> QByteArray:
    return QByteArray.fromBase64(str(state).encode())
