"""Documents out of the project, with a look at them before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.pseudonym_report import replacements_in
from makna.domain.pseudonyms import Replacement
from makna.services.export_options import ExportOptions
from makna.services.export_process import Written, export_apart
from makna.services.exporting import export
from makna.ui.column import PAGE_LEFT_PX, PAGE_TOP_PX
from makna.ui.desk.export_form import ExportForm
from makna.ui.desk.export_names import NamesChoice
from makna.ui.desk.export_preview import Previewer, let_tables_be_wide, preview_style
from makna.ui.desk.project_process import APART_FROM, ProjectProcess, keep_numbers
from makna.ui.desk.written_files import WrittenNotice, ask_where
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.system import (
    AskFile,
    OpenPath,
    ask_existing,
    ask_target,
    open_path,
    remembered_path,
)
from makna.ui.tasks import TaskRunner
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.labels import Label, SectionLabel

REMEMBERED = "export"
_SHOWN = (
    *("code", "coding", "passage", "memo", "source", "fact", "cases", "value", "variable"),
    *("speaker", "pseudonym", "edition", "chapter", "section", "quotation"),
)
"""Tables that a document is made of."""
PREVIEW_PAUSE_MS = 250


class ExportPage(QFrame):
    """Choose at the left, look at the right, then write it."""

    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""
    exported = Signal(object)
    """(Path)"""
    replaced_wanted = Signal(str, object)
    """(file name, tuple[Replacement, …]): show what pseudonyms replaced."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        runner: TaskRunner | None = None,
        choose: AskFile = ask_target,
        choose_template: AskFile = ask_existing,
        open_with_system: OpenPath = open_path,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._choose = choose
        self._notice = WrittenNotice(session, open_with_system, self)
        self._notice.wanted.connect(self.notice_wanted)
        self._notice.replaced_wanted.connect(self.replaced_wanted)
        self._stale = True
        self._dark = tokens().dark
        self._previewer = Previewer(session, runner, self)
        self._previewer.made.connect(self._show)
        self._previewer.refused.connect(self._refuse)
        self._pause = QTimer(self, singleShot=True, interval=PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        # Each is made where it belongs: what gets another parent is styled again.
        self._scroll = QScrollArea(self)
        self._left = QWidget(self._scroll.viewport())
        self._right = QFrame(self)
        self._title = Label(parent=self._left)
        self.form = ExportForm(self._left, choose=choose_template)
        self.names = NamesChoice(session, self._left)
        self.names.changed.connect(self._look_later)
        self.export_button = QPushButton(self._left)
        self.export_button.clicked.connect(self.export)
        self._problem = Label(parent=self._left)
        self._preview_title = SectionLabel(parent=self._right)
        self.preview = QTextBrowser(self._right)
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
        mine = replace(self.form.options(), template=self.form.template_path)
        mine = replace(mine, codes=options.codes, where=options.where, passages=options.passages)
        if options.codes:
            mine = replace(mine, include_subcodes=options.include_subcodes)
        self.form.set_options(kind, mine)

    def refresh(self) -> None:
        """Look at the document as it would be now."""
        self._stale = False
        self._say_problem("")
        kind, options = self.form.document, self._options()
        later = not self._previewer.look(kind, options, apart=self._is_long())
        if later and self.preview.document().isEmpty():
            self.preview.setPlainText(self.tr("Preparing the preview…"))

    def _is_long(self) -> bool:
        """Whether documents of this project keep the window waiting."""
        return self._session.project.overview.info().passages >= APART_FROM

    def _refuse(self, error: UserError) -> None:
        self._say_problem(error.line(current_language()))
        self._show("")

    def _show(self, html: str) -> None:
        top = self.preview.verticalScrollBar().value()
        self.preview.document().setDefaultStyleSheet(preview_style())
        self.preview.setHtml(html)
        let_tables_be_wide(self.preview.document(), self.preview.viewport().width())
        self.preview.verticalScrollBar().setValue(top)

    def problem(self) -> str:
        """What kept it from being shown or written; empty when nothing did."""
        return self._problem.text()

    def export(self) -> None:
        """Ask where, and write the document."""
        name = f"{self._session.project.overview.info().name} – {self.form.kind.currentText()}"
        form = f"{self.form.format.currentText()} (*{self.form.suffix})"
        path = ask_where(self._session, self._choose, self, self.tr("Export"), name, form)
        if path is None:
            return
        self._session.about_to_act.emit()
        if self._runner is not None and self._is_long():
            self._export_apart(self._runner, path)
        else:
            self._export_here(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            # After the page is painted: to look may take a new process.
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        # Out of sight there is nothing to look at, and soon perhaps no project either.
        self._pause.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes the document, wherever in the form the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.export()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._changed_theme()
        super().changeEvent(event)

    def _options(self) -> ExportOptions:
        return replace(self.form.options(), pseudonyms=self.names.wanted)

    def _export_here(self, path: Path) -> None:
        options = self._options()
        try:
            done = export(
                self._session.project, self.form.document, path, options, keep_numbers=False
            )
        except UserError as error:
            self._say_problem(error.line(current_language()))
            return
        keep_numbers(self._session, done.numbered)
        self._told(path, replacements_in(done.report, path.suffix), done.backup)

    def _export_apart(self, runner: TaskRunner, path: Path) -> None:
        asked = (self.form.document, path, self._options())
        apart, title = ProjectProcess(self._session, runner), self.tr("Exporting")
        task = apart.start("export", title, path.name, export_apart, *asked)
        # Not to a lambda: the page may be gone when the answer comes.
        task.finished.connect(self._written)
        task.failed.connect(self._refused)

    def _refused(self, error: UserError) -> None:
        self._say_problem(error.line(current_language()))

    def _written(self, written: Written | None) -> None:
        if written is not None:
            self._told(written.path, written.replacements, written.backup)

    def _told(self, path: Path, replaced: tuple[Replacement, ...], backup: Path | None) -> None:
        self._say_problem("")
        self._notice.tell(path, replaced, disguised=self.names.wanted, backup=backup)
        self.exported.emit(path)

    def _changed(self) -> None:
        self._keep()
        self._look_later()

    def _changed_theme(self) -> None:
        if self._dark != tokens().dark:
            self._dark = tokens().dark
            self.form.recolor()
            self._look_later()

    def _after(self, changes: ChangeSet) -> None:
        if changes.touches("code"):
            self.form.set_codes(self._session.project.codes.tree(counted=False))
        if changes.touches("pseudonym"):
            self.form.set_has_pseudonyms(bool(self._session.project.pseudonyms.all()))
        if changes.texts or changes.touches(*_SHOWN):
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
                "unused_codes": options.unused_codes,
                "codes_in_margin": options.codes_in_margin,
                "real_names": not options.pseudonyms,
                "preset": options.preset,
                "template": str(self.form.template_path or ""),
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
            unused_codes=bool(kept.get("unused_codes", False)),
            codes_in_margin=bool(kept.get("codes_in_margin", False)),
            pseudonyms=not kept.get("real_names", False),
            preset=str(kept.get("preset", "thesis")),
            template=remembered_path(kept.get("template")),
        )
        self.form.set_has_pseudonyms(bool(project.pseudonyms.all()))
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
        # Its words begin where the heading above begins.
        self.preview.document().setDocumentMargin(0)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(PAGE_LEFT_PX, PAGE_TOP_PX, 18, 20)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.form)
        column.addWidget(self.names)
        column.addSpacing(6)
        column.addWidget(self.export_button)
        column.addWidget(self._problem)
        column.addStretch(1)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._left)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFixedWidth(max(330, 44 * self.fontMetrics().averageCharWidth()))
        set_look(self._right, "panel")
        beside = QVBoxLayout(self._right)
        beside.setContentsMargins(28, 30, 28, 20)
        beside.setSpacing(10)
        beside.addWidget(self._preview_title)
        beside.addWidget(self.preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll)
        row.addWidget(self._right, 1)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Export"))
        self.setAccessibleName(self._title.text())
        self.export_button.setText(self.tr("Export…"))
        self._preview_title.setText(self.tr("How it begins"))
        self.preview.setAccessibleName(self.tr("How the document begins"))
