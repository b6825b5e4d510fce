"""The keys of the results that do something with what is chosen there."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

Verb = Literal["code", "again", "star", "copy", "uncode", "leave", "enter"]
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYS: dict[QKeyCombination, Verb] = {
    QKeyCombination(_CONTROL, Qt.Key.Key_K): "code",
    QKeyCombination(_CONTROL, Qt.Key.Key_J): "again",
    QKeyCombination(_CONTROL, Qt.Key.Key_D): "star",
    QKeyCombination(_CONTROL, Qt.Key.Key_C): "copy",
    QKeyCombination(_CONTROL | _SHIFT, Qt.Key.Key_C): "copy",
    QKeyCombination(_CONTROL, Qt.Key.Key_Backspace): "uncode",
    QKeyCombination(_NONE, Qt.Key.Key_Backspace): "uncode",
    QKeyCombination(_NONE, Qt.Key.Key_Delete): "uncode",
    QKeyCombination(_NONE, Qt.Key.Key_Escape): "leave",
    QKeyCombination(_NONE, Qt.Key.Key_Return): "enter",
    QKeyCombination(_NONE, Qt.Key.Key_Enter): "enter",
}
"""As the commands have them where a text is in front: here they are about the chosen rows."""


def verb_of(event: QKeyEvent) -> Verb | None:
    """What a key asks for."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get(QKeyCombination(held, Qt.Key(event.key())))


def number_of(event: QKeyEvent) -> int | None:
    """The number 1–9 that was pressed."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    number = event.key() - Qt.Key.Key_0
    return number if 1 <= number <= 9 else None
