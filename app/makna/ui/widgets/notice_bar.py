"""A calm line that says what happened beside the work, with something to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from makna.domain.errors import UserError
from makna.ui.language import current_language
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import Label

NoticeKind = Literal["info", "warning", "error"]
_LOOKS: dict[NoticeKind, tuple[str, str, str]] = {
    "info": ("notice", "info", "accent"),
    "warning": ("notice-warning", "warning", "warning"),
    "error": ("notice-error", "error", "error"),
}
INFO_MS = 8000


@dataclass(frozen=True)
class NoticeAction:
    """A button of a notice; pressing it closes the notice, then calls `run`."""

    text: str
    run: Callable[[], None]
    of_last_step: bool = False
    """It is about the step that was made last, and of no use after another one."""


class NoticeBar(QFrame):
    """One notice at a time, the newest. Information hides itself; warnings and errors stay.

    While the mouse is over it or a button of it has the focus, it does not hide.
    """

    closed = Signal()
    about_to_show = Signal()
    """What it says is new: whoever placed it may place it for its kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Label(parent=self)
        self._text = Label(parent=self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kind: NoticeKind = "info"
        self._again: Callable[[], object] | None = None
        self._buttons: list[QPushButton] = []
        self._of_last_step = False
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        set_icon_px(self._close, 14)
        self._close.clicked.connect(self.close_notice)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_is_up)
        self._lay_out()
        self._retranslate()
        self.hide()

    def show_notice(
        self,
        text: str,
        kind: NoticeKind = "info",
        actions: Sequence[NoticeAction] = (),
        *,
        hide_after_ms: int | None = None,
        again: Callable[[], object] | None = None,
    ) -> None:
        """Show `text`; `hide_after_ms` None means 8 s for information, never for the others.

        `again` says the same in another language, when the window changes to it.
        """
        self._again = again
        if ". " in text and text[-1].isalnum():
            # The last of several sentences would look cut off without its full stop.
            text += "."
        self._kind = kind
        set_look(self, _LOOKS[kind][0])
        self._paint_icon()
        self._text.setText(text)
        self.setAccessibleName(text)
        self._set_buttons(actions)
        self.about_to_show.emit()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        wait = hide_after_ms if hide_after_ms is not None else (INFO_MS if kind == "info" else 0)
        self._timer.setInterval(wait)
        self._timer.stop() if wait == 0 else self._timer.start()

    def show_error(self, error: UserError, actions: Sequence[NoticeAction] = ()) -> None:
        """What happened, why, and what to do."""
        again = partial(self.show_error, error, actions)
        self.show_notice(error.line(current_language()), "error", actions, again=again)

    @property
    def kind(self) -> NoticeKind:
        """Of what it says, or said last."""
        return self._kind

    def outdate(self) -> None:
        """The user went on: information that asks for nothing has been of use, or never will.

        Nor does what is offered about the step before: "Undo" would undo another one.
        """
        if self._kind == "info" and (self._of_last_step or not self._buttons):
            self.close_notice()

    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def line_width(self) -> int:
        """How wide it has to be, in pixels, to say everything in one line."""
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        return self.sizeHint().width() - self._text.sizeHint().width() + words + 2

    def buttons(self) -> list[QPushButton]:
        return list(self._buttons)

    def close_notice(self) -> None:
        """Hide it, if it shows."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_notice()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._timer.interval() > 0 and not self.isHidden():
            self._timer.start()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._say_again()
        elif event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)

    def _say_again(self) -> None:
        """Information is about what has been done, and over; the rest is still to be answered."""
        if self.isHidden():
            return
        if self._again is not None:
            self._again()
        elif self._kind == "info":
            self.close_notice()

    def _paint_icon(self) -> None:
        _look, name, color = _LOOKS[self._kind]
        self._icon.setPixmap(icon(name, color).pixmap(QSize(18, 18), self.devicePixelRatio()))

    def _time_is_up(self) -> None:
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self._timer.start()
        else:
            self.close_notice()

    def _set_buttons(self, actions: Sequence[NoticeAction]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(action) for action in actions]
        self._of_last_step = any(action.of_last_step for action in actions)
        for place, button in enumerate(self._buttons):
            self._row.insertWidget(2 + place, button)
            button.show()

    def _button(self, action: NoticeAction) -> QPushButton:
        button = QPushButton(action.text, self)

        def press() -> None:
            self.close_notice()
            action.run()

        button.clicked.connect(press)
        return button

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 8, 7)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
