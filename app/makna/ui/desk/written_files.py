"""Where documents are written, and what is said of one that was."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from makna.domain.file_names import file_name
from makna.domain.pseudonyms import Replacement
from makna.domain.wording import phrase
from makna.services.file_copies import free_path
from makna.services.leaks import names_in
from makna.services.pseudonyms import replacer
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.system import AskFile, OpenPath, remembered_path
from makna.ui.widgets.notice_bar import NoticeAction

_FOLDER = "export.folder"
"""Key of the view state: the folder in which a document was written last."""


def ask_where(
    session: Session, choose: AskFile, parent: QWidget, title: str, name: str, form: str
) -> Path | None:
    """Where to write a document called `name`; `form` is a filter as `Word (*.docx)`.

    The file has that suffix, whatever was typed, and its folder is proposed next time. A file that
    is there is only answered where the user has named it in full.
    """
    suffix = form.rpartition("*")[2].rstrip(")")
    path = choose(parent, title, _usual_folder(session) / f"{file_name(name)}{suffix}", form)
    if path is None:
        return None
    session.remember(_FOLDER, str(path.parent))
    if path.suffix.lower() == suffix:
        return path
    # The dialog has asked about the name that was typed, not about this one.
    return free_path(path.parent, path.name, suffix)


def _usual_folder(session: Session) -> Path:
    """Where the last document went, else the user's documents, else beside the project."""
    remembered = remembered_path(session.recall(_FOLDER))
    if remembered is not None and remembered.is_dir():
        return remembered
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    return folder if folder.is_dir() else session.project.path.parent


class WrittenNotice(QObject):
    """Says that a document was written, and what pseudonyms did in it."""

    wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""
    replaced_wanted = Signal(str, object)
    """(file name, tuple[Replacement, …]): show what pseudonyms replaced."""

    def __init__(self, session: Session, open_with_system: OpenPath, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._open = session, open_with_system

    def tell(
        self,
        path: Path,
        replaced: tuple[Replacement, ...],
        *,
        disguised: bool,
        backup: Path | None = None,
    ) -> None:
        """Of a `disguised` document it is also said when its file name gives a name away.

        `backup` is what was kept of a file that was there.
        """
        actions = [
            NoticeAction(self.tr("Open"), lambda: self._open(path)),
            NoticeAction(self.tr("Show in folder"), lambda: self._open(path.parent)),
        ]
        text = self.tr("“{name}” was written").format(name=path.name)
        if replaced:
            names = len({each.name for each in replaced})
            text += "; " + self.tr("%Ln name(s) replaced", "", names)
            show = partial(self.replaced_wanted.emit, path.name, replaced)
            actions.append(NoticeAction(self.tr("What was replaced"), show))
        leaked = names_in(replacer(self._session.project), path.name) if disguised else ()
        if leaked:
            said = phrase("said_file_name_leaks", current_language(), written=leaked[0])
            text = f"{text}. {said}"
        if backup is not None:
            kept = phrase("said_refresh_backup", current_language(), path=backup.name)
            text = f"{text}. {kept}"
        self.wanted.emit(text, tuple(actions))
