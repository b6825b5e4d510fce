"""The line above pages: text or pages, which page, how large, words or rectangles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px, set_width_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel

ICON_PX = 15


class LookBar(QFrame):
    """Says what is chosen; the page does it."""

    pages_wanted = Signal(bool)
    """True: the pages, False: the flowing text."""
    page_wanted = Signal(int)
    rectangles_wanted = Signal(bool)
    """Whether dragging draws rectangles also over words."""
    zoom_wanted = Signal(int)
    """Steps; 0: as it fits."""
    fit_wanted = Signal(bool)
    """Whether a whole page is to fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "footer")
        self.text_look, self.pages_look = self._choice(), self._choice()
        self.words, self.rectangles = self._choice(), self._choice()
        self.rectangles.setIcon(icon("picture"))
        self.words.setIcon(icon("quote"))
        for button in (self.words, self.rectangles):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.number = QLineEdit(self)
        set_width_px(self.number, 44)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setValidator(QIntValidator(1, 99_999, self))
        self.of = ElidedLabel(parent=self)
        set_look(self.of, "small")
        self.smaller, self.larger = self._button("zoom-out"), self._button("zoom-in")
        self.fit = QToolButton(self)
        self._looks = self._group(self.text_look, self.pages_look)
        self._tools = self._group(self.words, self.rectangles)
        self._count, self._whole = 0, False
        self._whole_width = 0
        """What everything takes with its words."""
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_kind(self, *, picture: bool, has_text: bool) -> None:
        """A picture is only looked at; pages without text have no words to select."""
        for part in (self.text_look, self.pages_look):
            part.setVisible(not picture and has_text)
        self._picture, self._has_text = picture, has_text
        self.show_pages(self.pages_look.isChecked() or picture or not has_text)

    def show_pages(self, on: bool) -> None:
        """Say which look is on; without pages there is nothing else to choose."""
        self.pages_look.setChecked(on)
        self.text_look.setChecked(not on)
        for part in (self.smaller, self.larger, self.fit):
            part.setVisible(on)
        self.number.setVisible(on and not self._picture)
        self.of.setVisible(on and not self._picture)
        for part in (self.words, self.rectangles):
            part.setVisible(on and not self._picture and self._has_text)

    def show_page(self, page: int, count: int) -> None:
        self._count = count
        self.number.setText(str(page))
        self.of.setText(self.tr("of %Ln page(s)", "", count))

    def show_fit(self, *, whole: bool) -> None:
        self._whole = whole
        self._retell_fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._shorten()
        return done

    def _shorten(self) -> None:
        """Where there is no room, words or rectangles are chosen by their pictures alone."""
        style = Qt.ToolButtonStyle
        beside = self.words.toolButtonStyle() == style.ToolButtonTextBesideIcon
        needed = self.sizeHint().width() if beside else self._whole_width
        if beside == (needed <= self.width()):
            return
        self._whole_width = needed
        for button in (self.words, self.rectangles):
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if beside else style.ToolButtonTextBesideIcon
            )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _choice(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        set_icon_px(button, ICON_PX)
        return button

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        set_icon_px(button, ICON_PX)
        return button

    def _group(self, *buttons: QToolButton) -> QButtonGroup:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
        return group

    def _lay_out(self) -> None:
        self._picture, self._has_text = False, True
        self.text_look.setChecked(True)
        self.words.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(2)
        row.addWidget(self.text_look)
        row.addWidget(self.pages_look)
        row.addSpacing(14)
        row.addWidget(self.number)
        row.addSpacing(5)
        row.addWidget(self.of)
        row.addStretch(1)
        row.addWidget(self.words)
        row.addWidget(self.rectangles)
        row.addSpacing(14)
        for part in (self.smaller, self.fit, self.larger):
            row.addWidget(part)

    def _connect(self) -> None:
        self.text_look.clicked.connect(lambda: self.pages_wanted.emit(False))
        self.pages_look.clicked.connect(lambda: self.pages_wanted.emit(True))
        self.words.clicked.connect(lambda: self.rectangles_wanted.emit(False))
        self.rectangles.clicked.connect(lambda: self.rectangles_wanted.emit(True))
        self.smaller.clicked.connect(lambda: self.zoom_wanted.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_wanted.emit(1))
        self.fit.clicked.connect(lambda: self.fit_wanted.emit(not self._whole))
        self.number.returnPressed.connect(lambda: self.page_wanted.emit(int(self.number.text())))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("How the source is shown"))
        self.text_look.setText(self.tr("Text"))
        self.text_look.setToolTip(self.tr("The flowing text: easy to read, search and correct"))
        self.pages_look.setText(self.tr("Pages"))
        self.pages_look.setToolTip(self.tr("The pages as they look, with pictures and tables"))
        self.words.setText(self.tr("Words"))
        self.words.setToolTip(self.tr("Drag over words to select them"))
        self.rectangles.setText(self.tr("Rectangle"))
        self.rectangles.setToolTip(self.tr("Drag to draw a rectangle, also over words"))
        for button, words in (
            (self.smaller, self.tr("Smaller (Ctrl+-)")),
            (self.larger, self.tr("Larger (Ctrl++)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.number.setAccessibleName(self.tr("Page"))
        self.of.setText(self.tr("of %Ln page(s)", "", self._count))
        self._retell_fit()

    def _retell_fit(self) -> None:
        self.fit.setText(self.tr("Fit width") if self._whole else self.tr("Whole page"))
        self.fit.setToolTip(self.tr("Ctrl+0 goes back to this size"))
