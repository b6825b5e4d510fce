"""A number that is typed or stepped."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

_LEFT_PX = 7
"""A style sheet gives the padding of a spin box to its arrows only: here as in other fields."""


class NumberField(QSpinBox):
    """A spin box whose number begins where the words of other fields do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_LEFT_PX, 0, 0, 0)
