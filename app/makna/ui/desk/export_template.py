"""A Word template of the user's, and which of its styles stand for ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from makna.domain.errors import UserError
from makna.domain.wording import phrase
from makna.formats.templates import Template, read_template
from makna.services.templates import MAPPABLE, Styles, chosen, mapping, remember
from makna.ui.language import current_language
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import ElidedLabel, LinkButton

ChooseTemplate = Callable[[QWidget, str, str], Path | None]
"""(parent, title, filter) → the template, or None."""


def choose_template(parent: QWidget, title: str, filter_: str) -> Path | None:
    """Ask with the system's dialog."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", filter_)
    return Path(name) if name else None


class TemplateBox(QWidget):
    """Choose a template, take it away, and say which style is which."""

    changed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, choose: ChooseTemplate = choose_template
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._template: Template | None = None
        self._path: Path | None = None
        self._quiet = False
        self._label = QLabel(self)
        self.name = ElidedLabel(parent=self)
        self.choose_button = LinkButton(parent=self)
        self.choose_button.clicked.connect(self.ask)
        self.remove_button = LinkButton(parent=self)
        self.remove_button.clicked.connect(lambda: self.take(None))
        self.styles_button = LinkButton(parent=self)
        self.styles_button.clicked.connect(self._toggle_styles)
        self.remark = QLabel(self)
        self.map = QWidget(self)
        self._rows: dict[str, tuple[QLabel, QComboBox]] = {}
        self._lay_out()
        self._retranslate()
        self._show_state()

    @property
    def path(self) -> Path | None:
        return self._path

    @property
    def styles(self) -> Styles:
        """What the user has chosen for this template, apart from the guess."""
        return chosen(self._template.sha256) if self._template is not None else ()

    def box(self, style: str) -> QComboBox:
        """The choice for a style of ours."""
        return self._rows[style][1]

    def ask(self) -> None:
        """Let the user choose a template."""
        kind = self.tr("Word files")
        filter_ = f"{kind} (*.docx *.dotx *.docm *.dotm)"
        path = self._choose(self, self.tr("Choose a template"), filter_)
        if path is not None:
            self.take(path)

    def take(self, path: Path | None) -> None:
        """Use this file from now on; where it cannot be one, say why and keep the one before."""
        self.remark.clear()
        if path is not None:
            try:
                self._template = read_template(path)
            except UserError as error:
                self._say(error.line(current_language()))
                return
            warnings = self._template.warnings
            self._say(" ".join(warning.text(current_language()) for warning in warnings))
        else:
            self._template = None
        self._path = path
        self._fill()
        self._show_state()
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        """The template's styles in each box, with what stands for ours chosen."""
        if self._template is None:
            return
        self._quiet = True
        found = mapping(self._template)
        for ours in MAPPABLE:
            box = self._rows[ours.id][1]
            box.clear()
            box.addItem(self.tr("Makna's own"), "")
            for style in self._template.styles:
                if style.kind == ours.kind:
                    box.addItem(style.name, style.id)
            box.setCurrentIndex(max(box.findData(found.get(ours.id, "")), 0))
        self._quiet = False

    def _remap(self) -> None:
        if self._quiet or self._template is None:
            return
        styles = {ours: str(box.currentData()) for ours, (_, box) in self._rows.items()}
        try:
            remember(self._template, styles)
        except UserError as error:
            self._say(error.line(current_language()))
            return
        self.changed.emit()

    def _toggle_styles(self) -> None:
        self.map.setVisible(not self.map.isVisibleTo(self))
        self._retranslate()

    def _show_state(self) -> None:
        has = self._template is not None
        self.name.setText(self._path.name if self._path else self.tr("None"))
        self.name.setToolTip(str(self._path) if self._path else "")
        self.remove_button.setVisible(has)
        self.styles_button.setVisible(has)
        if not has:
            self.map.hide()
        self._retranslate()

    def _say(self, sentence: str) -> None:
        self.remark.setText(sentence)
        self.remark.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        set_look(self._label, "small")
        set_look(self.remark, "problem")
        self.remark.setWordWrap(True)
        self.remark.hide()
        self._label.setContentsMargins(0, 8, 0, 0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.name, 1)
        for button in (self.choose_button, self.remove_button):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(line)
        column.addWidget(self.styles_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.remark)
        column.addWidget(self.map)
        grid = QGridLayout(self.map)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setHorizontalSpacing(8)
        for at, ours in enumerate(MAPPABLE):
            label, box = QLabel(self.map), QComboBox(self.map)
            label.setWordWrap(True)
            label.setBuddy(box)
            # Long names of styles must not widen the column.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.currentIndexChanged.connect(lambda _index: self._remap())
            self._rows[ours.id] = (label, box)
            grid.addWidget(label, at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(1, 1)
        self.map.hide()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Word template"))
        if self._path is None:
            self.name.setText(self.tr("None"))
        self.choose_button.setText(self.tr("Choose…"))
        self.remove_button.setText(self.tr("Remove"))
        shown = self.map.isVisibleTo(self)
        self.styles_button.setText(
            self.tr("Hide its styles") if shown else self.tr("Which style is which…")
        )
        for ours in MAPPABLE:
            label, box = self._rows[ours.id]
            label.setText(phrase(ours.role, current_language()))
            box.setAccessibleName(label.text())
