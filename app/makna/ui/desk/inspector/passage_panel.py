"""What is said here, what it is called, what one thought, where else, how it will be cited."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.codetree import CodeTree
from makna.domain.errors import UserError
from makna.domain.model import (
    Code,
    Coding,
    CodingId,
    LinkTarget,
    Passage,
    PassageId,
    SourceId,
    StepId,
)
from makna.domain.regions import Region
from makna.services import coding as coding_service
from makna.services.pages import label
from makna.ui.desk.coder_labels import coder_labels
from makna.ui.desk.inspector.coding_memos import CodingMemos
from makna.ui.desk.inspector.elsewhere import SameCodePlaces
from makna.ui.desk.inspector.panel import LinkedMemos, Panel, Section, button_row
from makna.ui.desk.inspector.quotation import Quotation, beginning
from makna.ui.desk.inspector.reading import (
    Reading,
    bare_passage,
    printed_reference,
    quotation_with_reference,
    words_of,
)
from makna.ui.desk.inspector.translation_field import TranslationField
from makna.ui.desk.place import Place
from makna.ui.desk.thumbnails import thumbnails
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.widgets.chips import ChipFlow, ChipValue
from makna.ui.widgets.labels import Label, chord

Stretch = tuple[SourceId, int, int, Region | None]
_COPIED_MS = 1_600
THUMBNAIL_PX = 480
"""The longer side of the picture of a rectangle, for a pane of 240 pixels on a fine screen."""


class PassagePanel(Panel):
    """A passage, or selected text that is none yet."""

    code_picker_wanted = Signal(QRect)
    passages_wanted = Signal(object)
    copied = Signal(str)

    def __init__(
        self, session: Session, place: Place, reading: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, place, reading, parent)
        self._passage: Passage | None = None
        self._coding: CodingId | None = None
        self._memo_opened: Stretch | None = None
        self._tree = CodeTree([])
        self.quotation = Quotation(self)
        self._thumbnails = thumbnails(session)
        self._thumbnails.ready.connect(self._picture_made)
        self.reference = Label(parent=self)
        self.chips = ChipFlow(self)
        self.coding_memos = CodingMemos(session, self)
        self.memo = self.typed(3)
        self.translation = TranslationField(session, self)
        self.elsewhere = SameCodePlaces(self)
        self.linked = LinkedMemos(session, reading, self)
        self.code_button = QPushButton(self)
        self.in_vivo_button = QPushButton(self)
        self.memo_button = QPushButton(self)
        self.star_button = QPushButton(self)
        self.copy_button = QPushButton(self)
        self._was_copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def stretch(self) -> Stretch | None:
        """The place that is on show: a stretch of the text, or a rectangle."""
        found = self._passage
        return (found.source, found.start, found.end, found.region) if found else None

    def shown_passage(self) -> PassageId | None:
        """The passage on show; None for text that is only selected."""
        return self._passage.id if self._passage and self._passage.guid else None

    def chosen(self) -> Passage | None:
        """The passage that the place means, or its selected text as one."""
        now, passages = self.place.now, self.session.project.passages
        found = passages.get(now.passage) if now.passage is not None else None
        if found is not None:
            return found
        place = self._typed_at()
        if now.source is not None and now.has_selection:
            place = (now.source, now.start, now.end, now.region)
        if place is None:
            return None
        key = passages.at(*place)
        return (passages.get(key) if key is not None else None) or bare_passage(*place)

    def read(self) -> None:
        passage = self.chosen()
        if passage is None:
            return
        if self._passage is None or passage.id != self._passage.id:
            self._coding = None
        self._passage = passage
        if passage.codings:
            self._tree = self.session.project.codes.tree(counted=False)
        try:
            self._show_quotation(passage)
        except UserError:
            # The source went with its passages; the place follows in a moment.
            return
        self._show_codes(passage)
        self._show_memo(passage)
        if passage.region is None:
            self.translation.show_for(passage)
        else:
            self.translation.hide()
        self._show_elsewhere(passage)
        self._show_buttons(passage)

    def matters(self, changes: ChangeSet) -> bool:
        passage = self._passage
        if passage is None:
            return False
        # Merged codes, other coders' passages of the same code: all codings count here.
        tables = ("code", "coding", "passage", "memo", "memo_link", "coder", "cases", "turn")
        return (
            changes.touches(*tables)
            or passage.source in changes.keys("source") | set(changes.texts)
            or passage.source in changes.parents("speaker")
        )

    def copy(self) -> None:
        """Put the quotation with its reference on the clipboard."""
        if self._passage is None:
            return
        excerpt = self.reading.excerpt(self._passage)
        words = quotation_with_reference(excerpt, current_language())
        QGuiApplication.clipboard().setText(words)
        self.copy_button.setText(self.tr("Copied"))
        self._was_copied.start()
        self.copied.emit(words)

    def retranslate(self) -> None:
        self.chips.set_add(self.tr("Add a code"), _picker_keys())
        self.chips.setAccessibleName(self.tr("Codes of this passage"))
        self._codes.heading.setText(self.tr("Codes"))
        self._memo.heading.setText(self.tr("Memo"))
        self.memo.set_name(self.tr("Memo on the passage"), self.tr("What does this tell you?"))
        self._links.heading.setText(self.tr("Linked memos"))
        self.code_button.setText(self.tr("Code…") + f"  {_picker_keys()}")
        self.in_vivo_button.setText(self.tr("In vivo"))
        self.in_vivo_button.setToolTip(self.tr("A code named by these very words"))
        self.memo_button.setText(self.tr("Memo"))
        self.memo_button.setToolTip(self.tr("Write down what you think of these words"))
        self.star_button.setText(self.tr("For the chapter"))
        self.star_button.setToolTip(self.tr("Mark this passage as one to quote"))
        self._retell_copy()

    def _lay_out(self) -> None:
        self.reference.setProperty("look", "small")
        self.reference.setWordWrap(True)
        self.reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.star_button.setCheckable(True)
        self.code_button.setProperty("look", "primary")
        self.copy_button.setIcon(icon("copy"))
        for button in (self.star_button, self.copy_button):
            set_icon_px(button, 16)
        self._codes = Section(self.chips, self)
        self._memo = Section(self.memo, self)
        self._links = Section(self.linked, self)
        self._begin = button_row(self.code_button, self.in_vivo_button, self.memo_button)
        self._finish = button_row(self.star_button, self.copy_button)
        self._begin.layout().setContentsMargins(0, 14, 0, 0)  # type: ignore[union-attr]
        self._finish.layout().setContentsMargins(0, 14, 0, 0)  # type: ignore[union-attr]
        self.column.addWidget(self.quotation)
        self.column.addSpacing(7)
        for part in (
            *(self.reference, self._begin, self._finish, self._codes, self.coding_memos),
            *(self._memo, self.translation, self.elsewhere, self._links),
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.chips.activated.connect(self._choose_coding)
        self.chips.removed.connect(self._remove_coding)
        self.chips.add_requested.connect(lambda: self._ask_for_code(self.chips.chips()[-1]))
        self.code_button.clicked.connect(lambda: self._ask_for_code(self.code_button))
        self.in_vivo_button.clicked.connect(self._code_in_vivo)
        self.memo_button.clicked.connect(self.open_memo)
        self.star_button.clicked.connect(self._star)
        self.copy_button.clicked.connect(self.copy)
        self.elsewhere.go_wanted.connect(self.place.go)
        self.elsewhere.passage_wanted.connect(
            lambda source, passage: self.place.change(source=source, passage=passage)
        )
        self.elsewhere.passages_wanted.connect(self.passages_wanted)
        self.coding_memos.code_wanted.connect(lambda code: self.place.change(code=code))
        self.linked.memo_wanted.connect(self.memo_wanted)
        self._was_copied.timeout.connect(self._retell_copy)

    def _retell_copy(self) -> None:
        self.copy_button.setText(self.tr("Copy"))
        words = self.tr("Copy the quotation with its reference (Ctrl+Shift+C)")
        self.copy_button.setToolTip(words)
        self.copy_button.setAccessibleName(words)

    def _typed_at(self) -> Stretch | None:
        """Where a memo is being typed: a passage that only carried it is gone while it is empty."""
        place = self._memo_opened
        here = place is not None and place[0] == self.place.now.source
        return place if here and self.memo.hasFocus() else None

    def _show_quotation(self, passage: Passage) -> None:
        excerpt = self.reading.excerpt(passage)
        code = self._named(passage.codings[0]) if passage.codings else None
        color = code.color if code else ""
        if passage.region is None:
            self.quotation.show_words(excerpt.text, color)
        else:
            said = label(passage, excerpt.source.media_type, current_language())
            picture = self._thumbnails.of(passage, THUMBNAIL_PX)
            self.quotation.show_picture(picture, said, color)
        self.reference.setText(printed_reference(excerpt, current_language()))

    def _picture_made(self, source: SourceId) -> None:
        if self._passage is not None and self._passage.source == source and self.isVisible():
            try:
                self._show_quotation(self._passage)
            except UserError:
                return

    def _show_codes(self, passage: Passage) -> None:
        mine, writable = self.session.project.coder, self.session.writable
        coders = self.session.project.overview.coders()
        names, twice = {c.id: c.name for c in coders}, coder_labels(passage.codings, coders)
        chips = []
        for coding in passage.codings:
            code = self._named(coding)
            if code is None:
                continue
            path = " › ".join(self._tree.names(code.id))
            by = "" if coding.coder == mine else f" · {names.get(coding.coder, '')}"
            said = twice.get(coding.id, "")
            chips.append(ChipValue(coding.id, code.name, code.color, path + by, writable, said))
        self.chips.set_chips(chips)
        self._codes.setVisible(bool(passage.guid))
        self.coding_memos.show_for(passage, self._tree, self._coding)

    def _show_memo(self, passage: Passage) -> None:
        place = (passage.source, passage.start, passage.end, passage.region)
        if passage.guid:
            self._memo_opened = None
        self._memo.setVisible(bool(passage.guid) or self._memo_opened == place)
        key = "passage-memo:{}:{}:{}:{}".format(*place)
        self.memo.bind(key, passage.memo, partial(self._write_memo, place))

    def _write_memo(self, place: Stretch, text: str, step: StepId | None) -> Outcome[PassageId]:
        project = self.session.project
        written = coding_service.write_passage_memo(
            project, *place[:3], text, amend=step, region=place[3]
        )
        if not text:
            self._memo_opened = place
        return written

    def _show_elsewhere(self, passage: Passage) -> None:
        codings = passage.codings
        first = next((c for c in codings if c.id == self._coding), None)
        ordered = [first] if first else list(codings)
        for coding in ordered:
            code = self._named(coding)
            if code is None:
                continue
            same = self.reading.same_code(code.id, passage.id)
            if same.places:
                self.elsewhere.show_code(code.id, code.name, same)
                return
        self.elsewhere.hide()

    def _show_buttons(self, passage: Passage) -> None:
        exists, writable = bool(passage.guid), self.session.writable
        self._begin.setVisible(not exists and writable)
        self.in_vivo_button.setVisible(passage.region is None)
        self._finish.setVisible(exists)
        self.star_button.setEnabled(writable)
        self.star_button.setChecked(passage.star)
        starred = icon("star-filled", "accent") if passage.star else icon("star")
        self.star_button.setIcon(starred)
        self._links.setVisible(exists)
        if exists:
            title = beginning(words_of(self.session.project, passage), 60)
            self.linked.show_for(LinkTarget.PASSAGE, passage.id, passage.guid, title)

    def _named(self, coding: Coding) -> Code | None:
        tree = self._tree
        return tree[coding.code] if coding.code in tree else None  # noqa: SIM401 (no mapping)

    def _ask_for_code(self, near: QWidget) -> None:
        corner = near.mapToGlobal(QPoint(0, 0))
        self.code_picker_wanted.emit(QRect(corner, near.size()))

    def _choose_coding(self, coding: int) -> None:
        self._coding = None if self._coding == coding else CodingId(coding)
        if self._passage is not None:
            self.coding_memos.show_for(self._passage, self._tree, self._coding)
            self._show_elsewhere(self._passage)
            if self._coding is not None:
                self.coding_memos.edit(self._coding)

    def _remove_coding(self, coding: int) -> None:
        project = self.session.project
        self.session.perform(lambda: coding_service.remove_codings(project, [CodingId(coding)]))

    def _code_in_vivo(self) -> None:
        place = self.stretch()
        if place is None:
            return
        project = self.session.project
        made = self.session.perform(lambda: coding_service.code_in_vivo(project, *place[:3]))
        if made is not None:
            self.place.change(passage=made[1].passage)

    def open_memo(self) -> None:
        """Put the cursor into the memo of the words on show."""
        self._memo_opened = self.stretch()
        self._memo.show()
        self.memo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _star(self, on: bool) -> None:
        key = self.shown_passage()
        if key is not None:
            project = self.session.project
            self.session.perform(lambda: coding_service.star_passages(project, [key], on))


def _picker_keys() -> str:
    """The keys that open the code picker, as this system writes them."""
    return chord(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText))
