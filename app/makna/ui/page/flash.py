"""Lights a place up for a moment, so that the eye finds it after a jump."""

from __future__ import annotations

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from makna.ui.page.painting import Scene

FLASH_MS = 1200


class Flash(QObject):
    """Fades the scene's flash from full to nothing."""

    changed = Signal()
    """The flash in the scene is stronger or weaker than before."""

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(FLASH_MS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.valueChanged.connect(self._set_strength)
        self._fading.finished.connect(self._end)

    def light(self, start: int, end: int) -> None:
        """Light up [start, end); another flash ends."""
        self._fading.stop()
        self._scene.flash = (start, end)
        self._fading.start()

    def _set_strength(self, strength: float) -> None:
        self._scene.flash_strength = strength
        self.changed.emit()

    def _end(self) -> None:
        self._scene.flash = None
        self.changed.emit()
