"""A tick with words that wrap where there is no room for them on one line."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget


class Check(QCheckBox):
    """Qt's own check box cuts its words off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        self._words = text
        self.setAccessibleName(text)
        self._wrap()
        self.updateGeometry()

    def words(self) -> str:
        """The text without the breaks that its width asks for."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._broken(width).count("\n")
        return self._one_line().height() + lines * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        longest = max(self._words.split(), key=len, default="")
        width = self._around() + self.fontMetrics().horizontalAdvance(longest)
        return QSize(width, self._one_line().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _one_line(self) -> QSize:
        """What the words take that stand on one line."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        lines = self.text().count("\n")
        shown = metrics.size(0, self.text()).width()
        width = hint.width() - shown + metrics.horizontalAdvance(self._words)
        return QSize(width, hint.height() - lines * metrics.lineSpacing())

    def _around(self) -> int:
        """The tick and the air around the words."""
        return self._one_line().width() - self.fontMetrics().horizontalAdvance(self._words)

    def _wrap(self) -> None:
        broken = self._broken(self.width())
        if broken != self.text():
            super().setText(broken)

    def _broken(self, width: int) -> str:
        """The words with a break before each that no longer fits."""
        room, metrics = width - self._around(), self.fontMetrics()
        lines: list[str] = []
        for word in self._words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)
