"""The gallery of built-in code frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from makna.domain.changes import ChangeSet
from makna.domain.model import CodeId
from makna.domain.wording import Language
from makna.services.frames import Frame, frames, insert_frame
from makna.ui.column import Column
from makna.ui.desk.frame_card import FrameCard
from makna.ui.session import Session
from makna.ui.widgets.choice_box import ChoiceBox
from makna.ui.widgets.filter_box import FilterBox
from makna.ui.widgets.labels import Label, Rule, SectionLabel
from makna.ui.widgets.notice_bar import NoticeAction

AT_ONCE = 3
"""Cards that are there when the page is first seen; they fill a usual window."""
SETTLE_MS = 100


class FramesPage(Column):
    """Theories as ready-made codes, to read about and to insert; as many as one likes."""

    notice_wanted = Signal(str, object)
    """(text, tuple[NoticeAction, …])"""
    inserted = Signal(int)
    """(CodeId): the category that holds the frame's codes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._language: Language = "en" if session.project.overview.language() == "en" else "id"
        self._more = False
        self._made: dict[str, list[CodeId]] = {}
        """Categories made here, by frame."""
        self._cards: list[FrameCard] = []
        self._headings: list[tuple[SectionLabel, list[FrameCard]]] = []
        self._rules: dict[FrameCard, Rule] = {}
        self._left: list[Frame] = []
        """Whose cards are not made yet."""
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._add_next)
        self.filter = FilterBox(parent=self)
        self.filter.filtered.connect(lambda _words: self._show_fitting())
        self.language = ChoiceBox(self)
        self.language.addItem("Bahasa Indonesia", "id")
        self.language.addItem("English", "en")
        self.language.setCurrentIndex(0 if self._language == "id" else 1)
        self.language.currentIndexChanged.connect(self._change_language)
        self.more_button = QPushButton(self)
        self.more_button.clicked.connect(self._show_more)
        self._nothing = Label(parent=self)
        self._nothing.hide()
        self._list = QWidget(self)
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._lay_out()
        self.setFocusProxy(self.filter)
        self._fill()
        self._retranslate()
        session.changed.connect(self._after)

    def cards(self) -> list[FrameCard]:
        """The cards on show, in order."""
        self._add_all()
        return [card for card in self._cards if not card.isHidden()]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _after(self, changes: ChangeSet) -> None:
        if changes.touches("code"):
            self._mark_inserted()

    def _mark_inserted(self) -> None:
        tree = self._session.project.codes.tree(counted=False)
        for card in self._cards:
            made = self._made.get(card.frame.id, ())
            card.set_inserted(any(code in tree for code in made))

    def _change_language(self) -> None:
        self._language = "en" if self.language.currentData() == "en" else "id"
        self._fill()

    def _show_more(self) -> None:
        self._more = not self._more
        self._retranslate()
        self._show_fitting()

    def _fill(self) -> None:
        """Make the cards in the frames' language."""
        headings = [heading for heading, _ in self._headings]
        for gone in (*headings, *self._cards, *self._rules.values()):
            self._rows().removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._cards, self._headings, self._rules = [], [], {}
        # All at once would keep the window waiting for a tenth of a second. Those that are not in
        # view are laid out once: the height of a card depends on its words.
        offered = frames(self._language)
        self._left = sorted(offered, key=_group_order(offered))
        self._rows().setEnabled(True)
        for frame in self._left[:AT_ONCE]:
            self._add_card(frame)
        del self._left[:AT_ONCE]
        self._show_cards()
        self._filling.start()

    def _add_next(self) -> None:
        """Make the next card, out of sight, and the heading of its group before the first."""
        if self._left:
            self._rows().setEnabled(False)
            self._add_card(self._left.pop(0))
        if not self._left:
            self._filling.stop()
            self._mark_inserted()
            self._show_cards()
            self._lay_out_cards()

    def _lay_out_cards(self) -> None:
        """Room for all before any is painted: a card knows its height once it was laid out."""
        for card in self._cards:
            inside = card.layout()
            if inside is not None:
                inside.activate()
        rows = self._rows()
        rows.setEnabled(True)
        rows.invalidate()
        self._list.setMinimumHeight(rows.heightForWidth(self._list.width()))
        self.body.invalidate()
        self.fit()
        self.body.activate()
        rows.activate()
        # The page itself learns its height from a request that is on its way.
        QTimer.singleShot(SETTLE_MS, self._list, partial(self._list.setMinimumHeight, 0))

    def _add_all(self) -> None:
        while self._left:
            self._add_next()

    def _rows(self) -> QLayout:
        rows = self._list.layout()
        assert rows is not None
        return rows

    def _add_card(self, frame: Frame) -> None:
        if not self._headings or self._headings[-1][0].property("group") != frame.group:
            self._add_heading(frame.group)
        card = FrameCard(frame, self._list)
        card.insert_wanted.connect(self._insert)
        card.insert_button.setEnabled(self._session.writable)
        rule = Rule(self._list)
        self._rows().addWidget(card)
        self._rows().addWidget(rule)
        self._cards.append(card)
        self._headings[-1][1].append(card)
        self._rules[card] = rule
        for later in (card, rule):
            later.hide()

    def _add_heading(self, group: str) -> None:
        heading = SectionLabel(self._group_name(group), self._list)
        heading.setProperty("group", group)
        heading.setContentsMargins(0, 22, 0, 4)
        self._rows().addWidget(heading)
        heading.hide()
        self._headings.append((heading, []))

    def _show_fitting(self) -> None:
        self._add_all()
        self._show_cards()

    def _show_cards(self) -> None:
        words = self.filter.text().strip()
        for card in self._cards:
            self._show_card(card)
        for heading, cards in self._headings:
            heading.setVisible(any(not card.isHidden() for card in cards))
        nothing = all(card.isHidden() for card in self._cards) and not self._left
        self._nothing.setVisible(nothing)
        # Before all cards have their places it would stand on them.
        self.more_button.setVisible(not words and not self._left)

    def _show_card(self, card: FrameCard) -> None:
        words = self.filter.text().strip()
        common = not (card.frame.optional or card.frame.for_memos)
        # Who looks for a frame by name should find it wherever it is kept.
        card.setVisible(card.matches(words) if words else common or self._more)
        self._rules[card].setVisible(not card.isHidden())

    def _insert(self, frame_id: str) -> None:
        language = self._language
        code = self._session.perform(
            lambda: insert_frame(self._session.project, frame_id, language)
        )
        if code is None:
            return
        card = next(card for card in self._cards if card.frame.id == frame_id)
        self._made.setdefault(frame_id, []).append(code)
        card.set_inserted(True)
        codes = self.tr("%Ln code(s)", "", card.frame.size)
        said = self.tr("“{frame}” was inserted").format(frame=card.frame.name)
        undo = NoticeAction(self.tr("Undo"), self._session.undo)
        self.notice_wanted.emit(f"{said}: {codes}", (undo,))
        self.inserted.emit(int(code))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        row.addWidget(self.language)
        self.body.addLayout(row)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(0, 40, 0, 40)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list)
        self.body.addSpacing(16)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _group_name(self, group: str) -> str:
        names = {
            "1_pr_roles": self.tr("Roles and models of public relations"),
            "2_cyber_pr": self.tr("Public relations online"),
            "3_some": self.tr("Social media"),
            "4_social_construction": self.tr("Construction of reality"),
            "5_image_planning": self.tr("Image and planning"),
            "6_method": self.tr("Method"),
        }
        return names.get(group, group)

    def _retranslate(self) -> None:
        lead = self.tr(
            "Insert one and change it as you like: its codes become ordinary codes. Each says where"
            " it comes from, and how sure that is."
        )
        self.set_heading(self.tr("Code frames"), lead)
        self.filter.set_placeholder(self.tr("Filter frames"))
        self.language.setAccessibleName(self.tr("Language of the frames"))
        more, fewer = self.tr("More frames"), self.tr("Fewer frames")
        self.more_button.setText(fewer if self._more else more)
        self._nothing.setText(self.tr("No frame has these words."))
        for heading, _ in self._headings:
            heading.setText(self._group_name(str(heading.property("group"))))


def _group_order(listed: Sequence[Frame]) -> Callable[[Frame], int]:
    """Groups in the order in which the first of each comes."""
    order = {group: at for at, group in enumerate(dict.fromkeys(f.group for f in listed))}
    return lambda frame: order[frame.group]
