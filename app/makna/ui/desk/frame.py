"""The frame of the desk: which pane lies where, which are folded, and how wide they are."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from makna.ui.session import Session
from makna.ui.widgets.activity_bar import ActivityBar
from makna.ui.widgets.header_bar import HeaderBar
from makna.ui.widgets.notice_bar import NoticeBar
from makna.ui.widgets.status_line import StatusLine

LAYOUT = "layout"
"""Key of the view state."""
LEFT_PX, MIDDLE_PX, RIGHT_PX = 286, 790, 300
SOURCES_PX, CODES_PX = 290, 420
PAGES_PX, RESULTS_PX = 480, 340
NARROWEST_PX = 200


class DeskFrame(QWidget):
    """Header, activities, three panes with results below the middle, status line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = NoticeBar(self)
        self.activities = ActivityBar(parent=self)
        self.left = QStackedWidget(self)
        self.sides = _splitter(Qt.Orientation.Horizontal, self)
        self.left_halves = _splitter(Qt.Orientation.Vertical, self)
        self.middle = _splitter(Qt.Orientation.Vertical, self)
        self.left.setMinimumWidth(NARROWEST_PX)
        self._lent: tuple[bool, bool] | None = None
        """Which sides were folded when a page asked for their room; None while none does."""

    def lay_out(
        self,
        header: HeaderBar,
        lists: tuple[QWidget, QWidget],
        pages: QWidget,
        results: QWidget,
        right: QWidget,
        status: StatusLine,
    ) -> None:
        """Put the panes in their places; `lists` are sources and codes."""
        for each in lists:
            self.left_halves.addWidget(each)
        self.left.addWidget(self.left_halves)
        self.middle.addWidget(pages)
        self.middle.addWidget(results)
        for each in (self.left, self.middle, right):
            self.sides.addWidget(each)
        self.sides.setStretchFactor(1, 1)
        self.middle.setStretchFactor(0, 1)
        right.setMinimumWidth(NARROWEST_PX)
        results.hide()
        self._right, self._results = right, results
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

    def add_strip(self, strip: QWidget) -> None:
        """Put a line of choices under the header, above everything it is about."""
        self._top.insertWidget(2, strip)

    def folded(self) -> tuple[bool, bool]:
        """Whether the panes at the left and at the right are folded now."""
        return self.left.isHidden(), self._right.isHidden()

    def give_room(self, wanted: bool) -> bool:
        """Fold both sides for a page that needs their room, and unfold them when it is left.

        Returns whether that was a change.
        """
        if wanted == (self._lent is not None):
            return False
        folded = (True, True) if self._lent is None else self._lent
        self._lent = self.folded() if wanted else None
        self.left.setHidden(folded[0])
        self._right.setHidden(folded[1])
        return True

    def state(self) -> dict[str, object]:
        """The layout as it is remembered with the project."""
        state = {
            "sides": _packed(self.sides),
            "left": _packed(self.left_halves),
            "middle": _packed(self.middle),
            "folded": list(self._lent or self.folded()),
        }
        return {LAYOUT: state}

    def restore(self, session: Session) -> None:
        """Put everything where it was in this project."""
        state = session.recall(LAYOUT)
        if not isinstance(state, dict):
            return
        for key, splitter in (
            ("sides", self.sides),
            ("left", self.left_halves),
            ("middle", self.middle),
        ):
            splitter.restoreState(QByteArray.fromBase64(str(state.get(key, "")).encode()))
        left_folded, right_folded = state.get("folded", [False, False])
        self.left.setHidden(bool(left_folded))
        self._right.setHidden(bool(right_folded))
        self._results.hide()

    def _usual_sizes(self) -> None:
        self.sides.setSizes([LEFT_PX, MIDDLE_PX, RIGHT_PX])
        self.left_halves.setSizes([SOURCES_PX, CODES_PX])
        self.middle.setSizes([PAGES_PX, RESULTS_PX])


def _splitter(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter


def _packed(splitter: QSplitter) -> str:
    return bytes(splitter.saveState().toBase64().data()).decode()
