"""Why codes are on a passage."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from makna.domain.codetree import CodeTree
from makna.domain.model import Code, Coding, CodingId, Passage
from makna.services import coding as coding_service
from makna.ui.desk.inspector.fields import TypedText
from makna.ui.desk.inspector.quotation import beginning
from makna.ui.session import Session
from makna.ui.widgets.labels import Label, LinkButton


class CodingMemos(QWidget):
    """Why a code is on the passage: for the chosen chip, and wherever something was written."""

    code_wanted = Signal(object)
    """(CodeId): show what is known about this code."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._boxes: dict[CodingId, CodingMemo] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_for(self, passage: Passage, tree: CodeTree, chosen: CodingId | None) -> None:
        """Show a box for each coding that has a memo, and for the chosen one."""
        wanted = {
            coding.id: coding
            for coding in passage.codings
            if coding.code in tree and (coding.memo or coding.id in (chosen, self._typing()))
        }
        for key in [key for key in self._boxes if key not in wanted]:
            box = self._boxes.pop(key)
            box.memo.flush()
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        for rank, (key, coding) in enumerate(wanted.items()):
            if key not in self._boxes:
                self._boxes[key] = CodingMemo(self._session, self)
                self._boxes[key].about.clicked.connect(partial(self.code_wanted.emit, coding.code))
                self._column.insertWidget(rank, self._boxes[key])
                self._boxes[key].show()
            self._boxes[key].show_coding(coding, tree[coding.code])

    def edit(self, coding: CodingId) -> None:
        """Put the cursor into the memo of a coding."""
        if coding in self._boxes:
            self._boxes[coding].memo.setFocus(Qt.FocusReason.OtherFocusReason)

    def boxes(self) -> dict[CodingId, CodingMemo]:
        return dict(self._boxes)

    def _typing(self) -> CodingId | None:
        return next((key for key, box in self._boxes.items() if box.memo.hasFocus()), None)


class CodingMemo(QWidget):
    """The memo of one coding, with the way to its code."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.memo = TypedText(session, self)
        self.about = LinkButton("", self)
        self.about.setMinimumWidth(1)
        self.definition = Label(parent=self)
        self.definition.setProperty("look", "small")
        self.definition.setWordWrap(True)
        self.definition.setContentsMargins(0, 0, 0, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.about)
        column.addWidget(self.definition)
        column.addWidget(self.memo)

    def show_coding(self, coding: Coding, code: Code) -> None:
        self.about.setText(self.tr("Why “{code}”?").format(code=code.name.replace("&", "&&")))
        self.about.setToolTip(self.tr("Show what is known about this code"))
        first = code.description.strip().split("\n")[0]
        self.definition.setText(beginning(first, 110))
        self.definition.setVisible(bool(first))
        self.memo.set_name(self.about.text(), self.tr("Why this code is here"))
        project = self._session.project
        self.memo.bind(
            f"coding-memo:{coding.id}",
            coding.memo,
            lambda text, step: coding_service.write_coding_memo(
                project, coding.id, text, amend=step
            ),
        )
