"""What long work is under way, how long it may take, and a way to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from makna.ui.tasks import Task, TaskRunner
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel, Label

APPEARS_MS = 600
"""Work that is over sooner is not spoken of."""
REFRESH_MS = 120
_ESTIMATE_AFTER_S = 2.0
"""Before that, what was measured says little."""


class TaskStrip(QFrame):
    """A piece of the status line; it shows itself when a task takes longer than a moment.

    Of several tasks it shows the one that began last and works in sight.
    """

    appeared = Signal()

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._task: Task | None = None
        self._title = Label(parent=self)
        self._what = ElidedLabel(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._left = Label(parent=self)
        set_look(self._left, "small")
        self.cancel_button = QPushButton(self)
        self.cancel_button.clicked.connect(self._cancel)
        self._late = QTimer(self, singleShot=True, interval=APPEARS_MS)
        self._late.timeout.connect(self._appear)
        self._clock = QTimer(self, interval=REFRESH_MS)
        self._clock.timeout.connect(self._refresh)
        runner.started.connect(self._follow)
        runner.ended.connect(self._unfollow)
        self._lay_out()
        self._retranslate()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _follow(self, task: Task) -> None:
        if task.quiet:
            return
        self._task = task
        if self.isHidden():
            self._late.start()
        else:
            self._refresh()

    def _unfollow(self, task: Task) -> None:
        if task is not self._task:
            return
        others = [other for other in self._runner.tasks() if not other.quiet]
        self._task = others[-1] if others else None
        if self._task is None:
            self._late.stop()
            self._clock.stop()
            self.hide()

    def _appear(self) -> None:
        if self._task is not None:
            self._clock.start()
            self._refresh()
            self.show()
            self.appeared.emit()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._refresh()

    def _refresh(self) -> None:
        task = self._task
        if task is None:
            return
        control = task.control
        self.cancel_button.setEnabled(not control.cancelled and not control.sure)
        self._title.setText(task.title)
        self._what.setText(self.tr("Stopping…") if control.cancelled else control.what)
        self._bar.setRange(0, control.total)
        self._bar.setValue(control.done)
        self._left.setText(self._estimate(task))
        self.setAccessibleName(f"{task.title} {control.done}/{control.total}")

    def _estimate(self, task: Task) -> str:
        control, spent_s = task.control, time.monotonic() - task.began_s
        if not control.done or control.cancelled or spent_s < _ESTIMATE_AFTER_S:
            return ""
        left_s = spent_s / control.done * (control.total - control.done)
        if left_s < 5:
            return self.tr("a few seconds")
        if left_s < 90:
            return self.tr("about %Ln second(s)", "", round(left_s / 5) * 5)
        return self.tr("about %Ln minute(s)", "", round(left_s / 60))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for label in (self._title, self._what):
            set_look(label, "small")
        set_look(self.cancel_button, "status")
        row.addWidget(self._title)
        row.addWidget(self._bar)
        row.addWidget(self._left)
        row.addWidget(self._what, 1)
        row.addWidget(self.cancel_button)

    def _retranslate(self) -> None:
        self.cancel_button.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._refresh()
