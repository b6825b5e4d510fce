"""The passages of one section as cards, in the order in which they will be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from makna.domain.model import CodeId, Excerpt, PassageId
from makna.domain.pausing import Pausing, carried_out
from makna.domain.regions import CutOut
from makna.services.chapter_shelves import Standing
from makna.services.shelf import ShelfItem
from makna.ui.desk.write.card import CARD_MIME, Card
from makna.ui.desk.write.card_bar import CardBar
from makna.ui.theme.theme import current_theme, set_look
from makna.ui.time_slices import TimeSlices
from makna.ui.widgets.labels import Label, Rule

AT_ONCE = 6
"""Cards that are made when a section is opened; the others follow as one scrolls."""
GROWN = 2
"""Cards that are made in one go as one scrolls."""
MOST_CARDS = 30
"""That are kept: what lies far above or below makes room."""
_AHEAD_PX = 600

CutOuts = Callable[[Excerpt], CutOut | None]
ReadItems = Callable[[Sequence[Standing]], list[ShelfItem]]


class _Column(QWidget):
    """What scrolls: the head of the section and its cards. Cards are dropped between cards."""

    dropped = Signal(int, int)
    """(passage, y)"""
    hovered = Signal(int)
    """(y): a card is dragged over it; -1 when it left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARD_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(CARD_MIME):
            event.acceptProposedAction()
            self.hovered.emit(round(event.position().y()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hovered.emit(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        written = bytes(event.mimeData().data(CARD_MIME).data()).decode()
        self.hovered.emit(-1)
        if written.isdigit():
            event.acceptProposedAction()
            self.dropped.emit(int(written), round(event.position().y()))


class Shelf(QScrollArea):
    """Cards for a section. Knows no project: verbs come out with the passage that they are for."""

    verb_chosen = Signal(object, str)
    """(PassageId, verb): as `Card.verb_chosen`."""
    words_added = Signal(object, str)
    """(PassageId, words)"""
    move_wanted = Signal(object, int)
    """(PassageId, rank)"""
    shift_wanted = Signal(object, int)
    """(PassageId, -1 or 1)"""
    current_changed = Signal(object)
    """(PassageId): the author is at another card now."""

    def __init__(
        self, cut: CutOuts, parent: QWidget | None = None, *, writable: bool = True
    ) -> None:
        super().__init__(parent)
        self._cut = cut
        self._writable = writable
        self.code: CodeId | None = None
        self._order: tuple[Standing, ...] = ()
        self._read: ReadItems = lambda _some: []
        self._cards: dict[PassageId, Card] = {}
        self._first, self._wanted = 0, AT_ONCE
        self._round = 0
        self._current: PassageId | None = None
        self.bar = CardBar(self)
        self.bar.hide()
        self.bar.verb_chosen.connect(self._bar_verb)
        self.column = _Column(self)
        self.column.dropped.connect(self._dropped)
        self.column.hovered.connect(self._show_gap)
        self._gap = Rule(self.column)
        self._gap.setStyleSheet("background: palette(link)")
        self._gap.hide()
        self.empty = Label(parent=self.column)
        set_look(self.empty, "dim")
        self.empty.setWordWrap(True)
        self._place = QVBoxLayout(self.column)
        self._place.setContentsMargins(22, 18, 22, 24)
        self._place.setSpacing(10)
        self._place.addWidget(self.empty)
        self._place.addStretch(1)
        self._above = 0
        self.setWidget(self.column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._grow)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._growing.start())
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._growing.start())
        self._repainting = TimeSlices(self)
        theme = current_theme()
        if theme is not None:
            theme.changed.connect(self._repaint)
        self._retranslate()

    def set_head(self, head: QWidget) -> None:
        """Put the head of the section above its cards; it scrolls with them."""
        self._place.insertWidget(0, head)
        self._above = 1

    def set_section(
        self, code: CodeId | None, order: tuple[Standing, ...], read: ReadItems
    ) -> None:
        """Show the passages of a section; cards that stay keep their caret and selection.

        Only those that are about to be seen are read.
        """
        carried_out(self.showing(code, order, read))

    def showing(
        self, code: CodeId | None, order: tuple[Standing, ...], read: ReadItems
    ) -> Pausing[None]:
        """The same, a card at a time."""
        if code != self.code:
            self.code = code
            self._first, self._wanted = 0, AT_ONCE
            self._current = None
            self._lend_bar(None)
            self.verticalScrollBar().setValue(0)
        self._order, self._read = order, read
        self._first = min(self._first, max(0, len(order) - AT_ONCE))
        self.empty.setVisible(code is not None and not order)
        yield from self._bringing_up()

    @property
    def current(self) -> PassageId | None:
        return self._current

    def card(self, passage: PassageId) -> Card | None:
        return self._cards.get(passage)

    def cards(self) -> list[Card]:
        """Those that are made, from above."""
        order = (each.passage for each in self._order[self._first : self._wanted])
        return [self._cards[key] for key in order if key in self._cards]

    def go_to(self, passage: PassageId, *, focus: bool = True) -> None:
        """Make a card current, in sight, and give it the focus."""
        order = self._keys()
        if passage not in order:
            return
        self._make_room(order.index(passage))
        self._be_at(passage)
        card = self._cards[passage]
        if focus:
            card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card, 0, 40))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _bring_up(self) -> None:
        carried_out(self._bringing_up())

    def _bringing_up(self) -> Pausing[None]:
        """Make, keep and drop cards so that the passages near by have one, in order.

        What was being brought up before is given up: it was on its way to another state.
        """
        self._round += 1
        mine = self._round
        shown = self._read(self._order[self._first : self._wanted])
        keys = {item.excerpt.passage.id for item in shown}
        for key in [key for key in self._cards if key not in keys]:
            self._drop(key)
        for rank, item in enumerate(shown):
            key = item.excerpt.passage.id
            card = self._cards.get(key) or self._make(key)
            region = item.excerpt.passage.region is not None
            picture = self._cut(item.excerpt) if region and card.item != item else None
            card.show_item(item, picture)
            if self._place.indexOf(card) != rank + self._above:
                self._place.insertWidget(rank + self._above, card)
            yield None
            if mine != self._round:
                return
        if self._current is not None and self._current not in self._cards:
            self._current = None

    def _make(self, key: PassageId) -> Card:
        card = Card(self.column, writable=self._writable)
        card.verb_chosen.connect(lambda verb: self.verb_chosen.emit(key, verb))
        card.words_added.connect(lambda words: self.words_added.emit(key, words))
        card.shift_wanted.connect(lambda by: self.shift_wanted.emit(key, by))
        card.step_wanted.connect(lambda by: self._step(key, by))
        card.entered.connect(lambda: self._be_at(key))
        self._cards[key] = card
        return card

    def _drop(self, key: PassageId) -> None:
        card = self._cards.pop(key)
        if self._current == key:
            self._lend_bar(None)
        self._place.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _be_at(self, key: PassageId) -> None:
        if key == self._current or key not in self._cards:
            return
        before = self._cards.get(self._current) if self._current is not None else None
        if before is not None:
            before.show_bar(None)
        self._current = key
        self._lend_bar(self._cards[key])
        self.current_changed.emit(key)

    def _lend_bar(self, card: Card | None) -> None:
        if card is None:
            self.bar.hide()
            self.bar.setParent(self)
        else:
            card.show_bar(self.bar)

    def _bar_verb(self, verb: str) -> None:
        card = self._cards.get(self._current) if self._current is not None else None
        if card is None:
            return
        if verb == "add":
            card.ask_words()
        else:
            self.verb_chosen.emit(card.passage, verb)

    def _step(self, key: PassageId, by: int) -> None:
        order = self._keys()
        at = order.index(key) + by
        if 0 <= at < len(order):
            self.go_to(order[at])

    def _grow(self) -> None:
        """Make some more cards when the end of those there are comes into sight."""
        bar = self.verticalScrollBar()
        if self._wanted < len(self._order) and bar.maximum() - bar.value() < _AHEAD_PX:
            self._shift(self._first, self._wanted + GROWN, keep_last=False)
        elif self._first and bar.value() < _AHEAD_PX:
            self._shift(max(0, self._first - GROWN), self._wanted, keep_last=True)

    def _shift(self, first: int, wanted: int, *, keep_last: bool) -> None:
        """Other passages have cards now; the card in sight stays where it is."""
        if wanted - first > MOST_CARDS:
            first, wanted = (
                (wanted - MOST_CARDS, wanted) if not keep_last else (first, first + MOST_CARDS)
            )
        stays = set(self._keys()[max(first, self._first) : min(wanted, self._wanted)])
        anchor = next((c for c in self.cards() if c.passage in stays), None)
        before = anchor.y() if anchor is not None else 0
        moves = first != self._first
        self._first, self._wanted = first, wanted
        self._bring_up()
        if moves and anchor is not None:
            self._place.activate()
            self.column.resize(self.column.width(), self.column.sizeHint().height())
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + anchor.y() - before)

    def _make_room(self, rank: int) -> None:
        """A card for this passage; one that is far away brings its neighbours instead of all."""
        if self._first <= rank < self._wanted:
            return
        if self._wanted <= rank < self._wanted + 2 * AT_ONCE:
            self._wanted = rank + AT_ONCE
        else:
            self._first, self._wanted = max(0, rank - AT_ONCE), rank + AT_ONCE
        self._bring_up()

    def _keys(self) -> list[PassageId]:
        return [each.passage for each in self._order]

    def _rank_at(self, y: int) -> int:
        """Between which cards a height lies: the rank of the one below."""
        middles = [card.geometry().center().y() for card in self.cards()]
        return sum(1 for middle in middles if middle < y)

    def _dropped(self, passage: int, y: int) -> None:
        key = PassageId(passage)
        order = self._keys()
        if key in order and self._writable:
            rank = self._first + self._rank_at(y)
            self.move_wanted.emit(key, rank - (order.index(key) < rank))

    def _show_gap(self, y: int) -> None:
        cards = self.cards()
        self._gap.setVisible(y >= 0 and bool(cards))
        if y < 0 or not cards:
            return
        rank = self._rank_at(y)
        box = cards[min(rank, len(cards) - 1)].geometry()
        line = box.top() - 6 if rank < len(cards) else box.bottom() + 5
        self._gap.setGeometry(box.left(), line, box.width(), 2)
        self._gap.raise_()

    def _repaint(self) -> None:
        self._repainting.begin(
            partial(self._repaint_card, passage) for passage in list(self._cards)
        )

    def _repaint_card(self, passage: PassageId) -> None:
        card = self._cards.get(passage)
        if card is not None:
            card.repaint_words()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Passages of the section"))
        self.empty.setText(
            self.tr(
                "No passage carries this code itself. What is coded with it stands here, ready to"
                " be quoted; the sections below it have passages of their own."
            )
        )
