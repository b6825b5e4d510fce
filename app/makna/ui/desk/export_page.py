"""Documents out of the project, with a look at them before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.services.export_apart import export_apart
from makna.services.exporting import ExportOptions, export
from makna.ui.desk.export_form import ExportForm
from makna.ui.desk.export_preview import preview_html, preview_style
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.tasks import Control, Steps, TaskRunner
from makna.ui.theme.theme import set_look
from makna.ui.widgets.labels import SectionLabel
from makna.ui.widgets.notice_bar import NoticeAction

REMEMBERED = "export"
PREVIEW_PAUSE_MS = 250
APART_FROM = 2_000
"""Passages from which on a document is written in a process of its own."""

ChooseFile = Callable[[QWidget, str, Path, str], Path | None]
"""(parent, title, suggested path, filter) → where to write, or None."""
OpenPath = Callable[[Path], None]


def choose_file(parent: QWidget, title: str, suggested: Path, filter_: str) -> Path | None:
    """Ask with the system's dialog."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), filter_)
    return Path(name) if name else None


def open_path(path: Path) -> None:
    """Open a file or folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class ExportPage(QFrame):
    """Choose at the left, look at the right, then write it."""

    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""
    exported = Signal(object)
    """(Path)"""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        runner: TaskRunner | None = None,
        choose: ChooseFile = choose_file,
        open_with_system: OpenPath = open_path,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._choose = choose
        self._open = open_with_system
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._title = QLabel(self)
        self.form = ExportForm(self)
        self.export_button = QPushButton(self)
        self.export_button.clicked.connect(self.export)
        self._problem = QLabel(self)
        self._preview_title = SectionLabel(parent=self)
        self.preview = QTextBrowser(self)
        self.preview.setOpenLinks(False)
        self._lay_out()
        self.setFocusProxy(self.form.kind)
        self._retranslate()
        self.form.set_codes(session.project.codes.tree(counted=False))
        self._recall()
        self.form.changed.connect(self._changed)
        session.changed.connect(self._after)
        session.closing.connect(self._pause.stop)

    def show_options(self, options: ExportOptions, kind: str = "excerpts") -> None:
        """Come here from elsewhere with codes or an expression; the other choices stay."""
        mine = self.form.options()
        self.form.set_options(
            kind,
            ExportOptions(
                language=mine.language,
                codes=options.codes,
                where=options.where,
                include_subcodes=mine.include_subcodes,
                other_codes=mine.other_codes,
                words_around=mine.words_around,
                form=mine.form,
            ),
        )

    def refresh(self) -> None:
        """Look at the document as it would be now."""
        self._stale = False
        self._say_problem("")
        try:
            html = preview_html(self._session.project, self.form.document, self.form.options())
        except UserError as error:
            self._say_problem(error.line(current_language()))
            html = ""
        top = self.preview.verticalScrollBar().value()
        self.preview.document().setDefaultStyleSheet(preview_style())
        self.preview.setHtml(html)
        self.preview.verticalScrollBar().setValue(top)

    def problem(self) -> str:
        """What kept it from being shown or written; empty when nothing did."""
        return self._problem.text()

    def export(self) -> None:
        """Ask where, and write the document."""
        name = f"{self._session.project.overview.info().name} – {self.form.kind.currentText()}"
        suffix = self.form.suffix
        suggested = self._folder() / f"{_safe(name)}{suffix}"
        filter_ = f"{self.form.format.currentText()} (*{suffix})"
        path = self._choose(self, self.tr("Export"), suggested, filter_)
        if path is None:
            return
        if path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix)
        self._session.remember("export.folder", str(path.parent))
        passages = self._session.project.overview.info().passages
        if self._runner is not None and passages >= APART_FROM:
            self._export_apart(self._runner, path)
        else:
            self._export_here(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        # Out of sight there is nothing to look at, and soon perhaps no project either.
        self._pause.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._changed_theme()
        super().changeEvent(event)

    def _export_here(self, path: Path) -> None:
        try:
            export(self._session.project, self.form.document, path, self.form.options())
        except UserError as error:
            self._say_problem(error.line(current_language()))
            return
        self._tell(path)

    def _export_apart(self, runner: TaskRunner, path: Path) -> None:
        kind, options = self.form.document, self.form.options()
        project = self._session.project.path

        def steps(control: Control) -> Steps:
            control.what = path.name
            writing = runner.pool().submit(export_apart, project, kind, path, options)
            yield writing
            return None if control.cancelled else writing.result()

        task = runner.start("export", steps, title=self.tr("Exporting"))
        task.finished.connect(lambda items: self._tell(path) if items is not None else None)
        task.failed.connect(lambda error: self._say_problem(error.line(current_language())))

    def _tell(self, path: Path) -> None:
        self._say_problem("")
        actions = (
            NoticeAction(self.tr("Open"), lambda: self._open(path)),
            NoticeAction(self.tr("Show in folder"), lambda: self._open(path.parent)),
        )
        text = self.tr("“{name}” was written").format(name=path.name)
        self.notice_wanted.emit(text, actions)
        self.exported.emit(path)

    def _folder(self) -> Path:
        remembered = self._session.recall("export.folder")
        if isinstance(remembered, str) and Path(remembered).is_dir():
            return Path(remembered)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        return folder if folder.is_dir() else self._session.project.path.parent

    def _changed(self) -> None:
        self._keep()
        self._look_later()

    def _changed_theme(self) -> None:
        self.form.recolor()
        self._look_later()

    def _after(self, changes: ChangeSet) -> None:
        if changes.touches("code"):
            self.form.set_codes(self._session.project.codes.tree(counted=False))
        if changes.texts or changes.touches("code", "coding", "passage", "memo", "source"):
            self._look_later()

    def _look_later(self) -> None:
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def _keep(self) -> None:
        """Remember the choices; codes by their GUID, which they keep for ever."""
        options, tree = self.form.options(), self._session.project.codes.tree(counted=False)
        self._session.remember(
            REMEMBERED,
            {
                "kind": self.form.document,
                "suffix": self.form.suffix,
                "language": options.language,
                "codes": [tree[code].guid for code in options.codes if code in tree],
                "include_subcodes": options.include_subcodes,
                "other_codes": options.other_codes,
                "words_around": options.words_around,
                "form": options.form,
            },
        )

    def _recall(self) -> None:
        kept = self._session.recall(REMEMBERED)
        project = self._session.project
        if not isinstance(kept, dict):
            usual = "en" if project.overview.language() == "en" else "id"
            kept = {"language": usual}
        guids = set(kept.get("codes", ()))
        codes = [c.id for c in project.codes.tree(counted=False).ordered if c.guid in guids]
        options = ExportOptions(
            language="en" if kept.get("language") == "en" else "id",
            codes=tuple(codes),
            include_subcodes=bool(kept.get("include_subcodes", True)),
            other_codes=bool(kept.get("other_codes", False)),
            words_around=int(kept.get("words_around", 0)),
            form=str(kept.get("form", "table")),
        )
        self.form.set_options(str(kept.get("kind", "excerpts")), options, kept.get("suffix", ""))

    def _say_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        set_look(self, "paper")
        set_look(self._title, "title")
        set_look(self.export_button, "primary")
        set_look(self._problem, "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        set_look(self.preview, "bare")
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(28, 26, 18, 20)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.form)
        column.addSpacing(6)
        column.addWidget(self.export_button)
        column.addWidget(self._problem)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(left)
        scroll.setWidgetResizable(True)
        scroll.setFixedWidth(330)
        right = QFrame(self)
        set_look(right, "panel")
        beside = QVBoxLayout(right)
        beside.setContentsMargins(28, 30, 28, 20)
        beside.setSpacing(10)
        beside.addWidget(self._preview_title)
        beside.addWidget(self.preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll)
        row.addWidget(right, 1)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Export"))
        self.setAccessibleName(self._title.text())
        self.export_button.setText(self.tr("Export…"))
        self._preview_title.setText(self.tr("How it begins"))
        self.preview.setAccessibleName(self.tr("How the document begins"))


def _safe(name: str) -> str:
    """Without what file systems forbid in names."""
    return "".join("_" if char in '<>:"/\\|?*' else char for char in name).strip(" .")
