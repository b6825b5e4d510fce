"""The open sources as tabs above the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QToolButton, QWidget

from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_height_px, set_icon_px, set_width_px
from makna.ui.widgets.labels import as_hint

HEIGHT = 36
LONGEST_PX = 240
"""A title of many words, such as a memo's, leaves room for the others."""
SHORTEST_PX = 112
"""As narrow as a tab becomes before the bar scrolls; a shorter name is always whole."""


class _Bar(QTabBar):
    """Tabs of which the long ones shorten first."""

    def tabSizeHint(self, index: int) -> QSize:
        whole = super().tabSizeHint(index)
        return QSize(min(whole.width(), LONGEST_PX), whole.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        whole = self.tabSizeHint(index)
        return QSize(min(whole.width(), SHORTEST_PX), whole.height())

    def minimumSizeHint(self) -> QSize:
        """Qt keeps room for scroll buttons, also where all tabs are narrower than those."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())


class TabStrip(QFrame):
    """Tabs that know a key; movable, closable, with a plus at the end."""

    chosen = Signal(int)
    """The key of the tab that became current by the user's hand."""
    close_requested = Signal(int)
    """The key; the caller calls `remove`."""
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "tabs")
        set_height_px(self, HEIGHT)
        self.bar: QTabBar = _Bar(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setMovable(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setUsesScrollButtons(True)
        self.bar.setDocumentMode(True)
        self.bar.currentChanged.connect(self._current_changed)
        self.bar.installEventFilter(self)
        self._plus = QToolButton(self)
        self._plus.setIcon(icon("add"))
        set_icon_px(self._plus, 14)
        self._plus.clicked.connect(self.new_requested)
        self._quiet = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._plus)
        row.addStretch(1)
        self._hide_empty()
        self._retranslate()

    def add(self, key: int, text: str, tip: str = "") -> None:
        """Add a tab at the end, or rename the one with this key; the current one stays."""
        self._quiet = True
        place = self._place(key)
        if place is None:
            place = self.bar.addTab(text)
            self.bar.setTabData(place, key)
            cross = self._cross(key)
            self.bar.setTabButton(place, QTabBar.ButtonPosition.RightSide, cross)
            self.bar.show()
        self.bar.setTabText(place, text)
        self.bar.setTabToolTip(place, as_hint(tip or text))
        self._name_cross(place)
        self._quiet = False

    def remove(self, key: int) -> None:
        """Take a tab away; nothing happens when there is none. A neighbour becomes current."""
        place = self._place(key)
        if place is not None:
            self.bar.removeTab(place)
            self._hide_empty()

    def set_current(self, key: int) -> None:
        """Make a tab current; emits nothing. Raises KeyError if there is none."""
        place = self._place(key)
        if place is None:
            raise KeyError(key)
        self._quiet = True
        self.bar.setCurrentIndex(place)
        self._quiet = False

    def current(self) -> int | None:
        return self._key(self.bar.currentIndex())

    def keys(self) -> list[int]:
        """All keys, left to right."""
        return [int(self.bar.tabData(place)) for place in range(self.bar.count())]

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        middle = Qt.MouseButton.MiddleButton
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            key = self._key(self.bar.tabAt(event.position().toPoint()))
            if event.button() == middle and key is not None:
                self.close_requested.emit(key)
                return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _hide_empty(self) -> None:
        """A bar without tabs would keep the plus away from the edge."""
        self.bar.setVisible(self.bar.count() > 0)

    def _current_changed(self, place: int) -> None:
        key = self._key(place)
        if key is not None and not self._quiet:
            self.chosen.emit(key)

    def _key(self, place: int) -> int | None:
        data = self.bar.tabData(place) if place >= 0 else None
        return None if data is None else int(data)

    def _place(self, key: int) -> int | None:
        return next((i for i in range(self.bar.count()) if self.bar.tabData(i) == key), None)

    def _cross(self, key: int) -> QToolButton:
        cross = QToolButton(self.bar)
        cross.setIcon(icon("close"))
        set_icon_px(cross, 11)
        set_width_px(cross, 18)
        set_height_px(cross, 18)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(lambda: self.close_requested.emit(key))
        return cross

    def _name_cross(self, place: int) -> None:
        cross = self.bar.tabButton(place, QTabBar.ButtonPosition.RightSide)
        if cross is not None:
            name = self.tr("Close {name}").format(name=self.bar.tabText(place))
            cross.setAccessibleName(name)
            cross.setToolTip(as_hint(name))

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Open sources"))
        self._plus.setToolTip(self.tr("Open a source"))
        self._plus.setAccessibleName(self.tr("Open a source"))
        for place in range(self.bar.count()):
            self._name_cross(place)
