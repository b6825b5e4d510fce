"""A code frame on a card: what it is, whose it is, how sure that is, and its codes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from makna.domain.wording import Message
from makna.services.frames import Frame, FrameCode
from makna.ui.language import current_language
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.labels import Label, LinkButton, as_hint

_PAD = 8


class StatusBadge(Label):
    """How sure a citation is; what was not checked stands out."""

    def __init__(self, status: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.status = status
        set_look(self, "small")
        self.setContentsMargins(_PAD, 2, _PAD, 2)
        self.say()

    def say(self) -> None:
        """In the language of now."""
        self.setText(Message.of(f"citation.{self.status}").text(current_language()))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * _PAD + 2
        return QSize(width, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, doubtful = tokens(), self.status == "unverified"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.warning_soft if doubtful else colors.hover))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(colors.warning if doubtful else colors.dim))
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 2 * _PAD
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


class CodePreview(QWidget):
    """The codes of a frame as they will stand in the tree, each with what it means."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(1)
        for code in frame.codes:
            self._add(code, 0, frame.status)

    def _add(self, code: FrameCode, depth: int, status: str) -> None:
        name = Label(code.name, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setContentsMargins(2 + depth * 18, 4, 0, 0)
        self._column.addWidget(name)
        if code.definition:
            meaning = Label(code.definition, self)
            meaning.setTextFormat(Qt.TextFormat.PlainText)
            meaning.setWordWrap(True)
            meaning.setContentsMargins(2 + depth * 18, 0, 0, 0)
            set_look(meaning, "small")
            self._column.addWidget(meaning)
        if code.status != status:
            badge = StatusBadge(code.status, self)
            self._column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        for child in code.children:
            self._add(child, depth + 1, status)


class FrameCard(QFrame):
    """One frame, with its codes folded away until asked for."""

    insert_wanted = Signal(str)
    """The frame's id."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = frame
        self._inserted = False
        self._preview: CodePreview | None = None
        self._name = Label(frame.name, self)
        self._name.setWordWrap(True)
        set_look(self._name, "strong")
        self._meaning = _wrapped(frame.definition, "dim", self)
        self._citation = _wrapped(frame.citation, "small", self)
        self._note = _wrapped(frame.note, "small", self)
        self.badge = StatusBadge(frame.status, self)
        self.fold_button = LinkButton(parent=self)
        self.fold_button.clicked.connect(self.fold)
        self.insert_button = QPushButton(self)
        self.insert_button.clicked.connect(lambda: self.insert_wanted.emit(frame.id))
        self._done = Label(parent=self)
        set_look(self._done, "accent")
        self._lay_out()
        self._retranslate()

    def fold(self) -> None:
        """Show the codes, or put them away."""
        if self._preview is None:
            self._preview = CodePreview(self.frame, self)
            self._column.addWidget(self._preview)
            self._preview.show()
        else:
            self._preview.setVisible(self._preview.isHidden())
        self._retranslate()

    @property
    def unfolded(self) -> bool:
        return self._preview is not None and not self._preview.isHidden()

    def set_inserted(self, inserted: bool) -> None:
        """Whether it was put into the code tree, and is there still."""
        self._inserted = inserted
        self._retranslate()

    def matches(self, words: str) -> bool:
        """Whether its name, codes, definition or citation have the words."""
        frame = self.frame
        names = " ".join(_names(frame.codes))
        return (
            words.casefold()
            in " ".join((frame.name, frame.definition, frame.citation, names)).casefold()
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._name, 1)
        top.addWidget(self._done)
        top.addWidget(self.insert_button)
        for widget in (self._done, self.insert_button):
            top.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self._note.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 14)
        self._column.setSpacing(5)
        self._column.addLayout(top)
        self._column.addWidget(self._meaning)
        self._column.addWidget(self._citation)
        self._column.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.fold_button)

    def _retranslate(self) -> None:
        count = self.tr("%Ln code(s)", "", self.frame.size)
        hide = self.tr("Hide the codes")
        self.fold_button.setText(hide if self.unfolded else count)
        self.fold_button.setAccessibleName(
            self.tr("Codes of {frame}").format(frame=self.frame.name)
        )
        self.insert_button.setText(self.tr("Insert again") if self._inserted else self.tr("Insert"))
        self.insert_button.setAccessibleName(
            self.tr("Insert {frame}").format(frame=self.frame.name)
        )
        self._done.setText(self.tr("Inserted") if self._inserted else "")
        self.badge.say()
        self.badge.setToolTip(as_hint(self.frame.note))
        self.setAccessibleName(self.frame.name)


def _wrapped(text: str, look: str, parent: QWidget) -> QLabel:
    label = Label(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setVisible(bool(text))
    set_look(label, look)
    return label


def _names(codes: tuple[FrameCode, ...]) -> list[str]:
    return [name for code in codes for name in (code.name, *_names(code.children))]
