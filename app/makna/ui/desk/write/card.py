"""A passage on the shelf: its words with cuts and additions, its reference, what is amiss."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from makna.domain.chapter import Form, State
from makna.domain.model import Excerpt, PassageId
from makna.domain.regions import CutOut
from makna.domain.report import Span, Spans
from makna.services.shelf import ShelfItem
from makna.ui.commands import tip
from makna.ui.desk.write.card_bar import CardBar
from makna.ui.desk.write.quote_text import QuoteText
from makna.ui.language import current_language
from makna.ui.theme.icons import icon
from makna.ui.theme.sizes import set_icon_px
from makna.ui.theme.theme import set_look, tokens
from makna.ui.widgets.inline_prompt import InlinePrompt
from makna.ui.widgets.labels import ElidedLabel, Label

CARD_MIME = "application/x-makna-shelf"
FOOT_PX = 30
PICTURE_PX = QSize(420, 190)


class CardHead(QWidget):
    """Where the words come from; dragged, the card goes to another place."""

    drag_started = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.where = ElidedLabel(parent=self)
        set_look(self.where, "small")
        self.where.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_button = QToolButton(self)
        self.show_button.setIcon(icon("external"))
        self.star = QToolButton(self)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.where, 1)
        for button in (self.show_button, self.star):
            set_icon_px(button, 15)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            row.addWidget(button)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_started.emit()


class Card(QFrame):
    """One passage. What the author wants with it comes out as a verb."""

    verb_chosen = Signal(str)
    """As `CardBar.verb_chosen`, and `star` and `show`."""
    words_added = Signal(str)
    """Typed to stand in [ ] where the caret is, or in the place of what is selected."""
    shift_wanted = Signal(int)
    step_wanted = Signal(int)
    entered = Signal()
    """It is where the author is now."""

    def __init__(self, parent: QWidget | None = None, *, writable: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._writable = writable
        self.item: ShelfItem | None = None
        self._current = False
        self._bar: CardBar | None = None
        self.head = CardHead(self)
        self.text = QuoteText(self)
        self.picture = Label(parent=self)
        self.reference = Label(parent=self)
        self.problem = Label(parent=self)
        self.prompt = InlinePrompt(self)
        self.foot = QWidget(self)
        self.said = Label(parent=self.foot)
        self._lay_out()
        self._connect()

    @property
    def passage(self) -> PassageId:
        assert self.item is not None
        return self.item.excerpt.passage.id

    @property
    def asking(self) -> bool:
        """Whether words to be added are being typed."""
        return not self.prompt.isHidden()

    def show_item(self, item: ShelfItem, picture: CutOut | None = None) -> None:
        """Show this passage as it stands now."""
        before, self.item = self.item, item
        if before == item:
            return
        excerpt = item.excerpt
        region = excerpt.passage.region is not None
        self.text.setVisible(not region)
        self.picture.setVisible(region)
        if region:
            self._show_picture(picture)
        else:
            self.text.show_words(excerpt.text, excerpt.runs, item.edits, quiet=not item.printed)
        self._show_state()

    def show_bar(self, bar: CardBar | None) -> None:
        """Be the current card, with the buttons in its foot; None is being so no more."""
        self._bar = bar
        self._current = bar is not None
        self.said.setVisible(bar is None)
        if bar is not None:
            row = self.foot.layout()
            assert row is not None
            row.addWidget(bar)
            bar.show()
            self._tell_bar()
        self.update()

    def ask_words(self) -> None:
        """Ask for words to be added where the caret is."""
        if self._writable and self.item is not None and self.item.excerpt.passage.region is None:
            self.prompt.ask(lambda: self.tr("Words in [ ], e.g. who or what is meant"))

    def retranslate(self) -> None:
        if self.item is not None:
            self._show_state()

    def repaint_words(self) -> None:
        self.text.repaint_words()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet; the current one has the accent's line at its left."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.paper))
        painter.drawRoundedRect(box, 8, 8)
        if self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(0, 12, 3, self.height() - 24, 1.5, 1.5)
        painter.end()

    def start_drag(self) -> QDrag | None:
        """Take the card up; None where nothing may be moved."""
        if not self._writable or self.item is None:
            return None
        data = QMimeData()
        data.setData(CARD_MIME, str(int(self.passage)).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab(self.rect().intersected(self.rect().adjusted(0, 0, 0, -20))))
        return drag

    def _connect(self) -> None:
        self.head.drag_started.connect(self._drag)
        self.head.star.clicked.connect(lambda: self.verb_chosen.emit("star"))
        self.head.show_button.clicked.connect(lambda: self.verb_chosen.emit("show"))
        self.text.verb_pressed.connect(self._verb)
        self.text.shift_pressed.connect(self.shift_wanted)
        self.text.step_pressed.connect(self.step_wanted)
        self.text.entered.connect(self.entered)
        self.text.selectionChanged.connect(self._tell_bar)
        self.text.cursorPositionChanged.connect(self._tell_bar)
        self.prompt.accepted.connect(self._added)
        self.prompt.cancelled.connect(self.text.setFocus)

    def _drag(self) -> None:
        drag = self.start_drag()
        if drag is not None:
            drag.exec(Qt.DropAction.MoveAction)

    def _verb(self, verb: str) -> None:
        if verb == "add":
            self.ask_words()
        else:
            self.verb_chosen.emit(verb)

    def _added(self, words: str) -> None:
        self.words_added.emit(words)

    def end_asking(self, problem: str = "") -> None:
        """The words were taken, or why they were not."""
        if problem:
            self.prompt.show_problem(problem)
        else:
            self.prompt.finish()
            self.text.setFocus()

    def _tell_bar(self) -> None:
        if self._bar is not None and self.item is not None:
            can = self.text.selection() is not None or self.text.edit_at_caret() is not None
            self._bar.show_item(self.item, can_cut=can, writable=self._writable)

    def _show_picture(self, cut: CutOut | None) -> None:
        if cut is None:
            self.picture.setText(self.tr("The page of this picture is not in the project."))
            return
        found = QPixmap()
        found.loadFromData(cut.data)
        scaled = found.scaled(
            PICTURE_PX,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.picture.setPixmap(scaled)

    def _show_state(self) -> None:
        item = self.item
        assert item is not None
        excerpt, writable = item.excerpt, self._writable
        where = self._where(excerpt)
        self.head.where.setText(where)
        self.text.setAccessibleName(f"{where}, {self._state_words(item)}")
        starred = excerpt.passage.star
        self.head.star.setIcon(
            icon("star-filled" if starred else "star", "accent" if starred else "dim")
        )
        name = self.tr("Take the star away") if starred else self.tr("Star it")
        self.head.star.setToolTip(tip(name, QKeySequence("S")))
        self.head.star.setAccessibleName(name)
        self.head.star.setEnabled(writable)
        show = self.tr("Show it in its source")
        self.head.show_button.setAccessibleName(show)
        self.head.show_button.setToolTip(tip(show, QKeySequence("Return")))
        self.reference.setText(rich(_beneath(item)))
        self.reference.setVisible(bool(item.reference))
        language = current_language()
        problems = [_short(problem.text(language)) for problem in item.problems]
        self.problem.setText("\n".join(problems))
        self.problem.setVisible(bool(problems))
        self.said.setText(self._state_words(item))
        self.setAccessibleName(where)
        self._tell_bar()
        self.update()

    def _state_words(self, item: ShelfItem) -> str:
        states = {
            State.UNDECIDED: self.tr("Printed") if item.printed else self.tr("Not printed"),
            State.USED: self.tr("Used"),
            State.LEFT_OUT: self.tr("Left out"),
        }
        words = [states[item.state]]
        if item.excerpt.passage.region is None:
            words.append(self.tr("block") if item.form is Form.BLOCK else self.tr("inline"))
            words.append(self.tr("%Ln word(s)", "", item.words))
        return " · ".join(words)

    def _where(self, excerpt: Excerpt) -> str:
        region = excerpt.passage.region
        if region is not None:
            page = self.tr("page {n}").format(n=region.page)
            return f"{excerpt.source.name} · {page}"
        parts = [excerpt.source.name, f"¶{excerpt.paragraph}"]
        if excerpt.speaker and excerpt.speaker not in excerpt.source.name:
            parts.append(excerpt.speaker)
        return " · ".join(parts)

    def _lay_out(self) -> None:
        for label, look in (
            (self.reference, "small"),
            (self.problem, "small"),
            (self.said, "small"),
        ):
            set_look(label, look)
        for label in (self.reference, self.problem):
            label.setWordWrap(True)
        # Qt would take “A &amp; B” without any other mark for plain text.
        self.reference.setTextFormat(Qt.TextFormat.RichText)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self.problem, "problem")
        self.setFocusProxy(self.text)
        self.foot.setFixedHeight(FOOT_PX)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 6)
        column.setSpacing(3)
        for widget in (self.head, self.text, self.picture, self.prompt, self.reference):
            column.addWidget(widget)
        column.addWidget(self.problem)
        column.addWidget(self.foot)


def rich(spans: Spans) -> str:
    """Spans as rich text; what is missing is marked."""
    return "".join(_rich(span) for span in spans)


def _rich(span: Span) -> str:
    words = html.escape(span.text)
    words = f"<i>{words}</i>" if span.italic else words
    words = f"<b>{words}</b>" if span.bold else words
    if span.missing:
        colors = tokens()
        looks = f"background-color: {colors.warning_soft}; color: {colors.warning}"
        return f'<span style="{looks}">{words}</span>'
    return words


def _beneath(item: ShelfItem) -> Spans:
    """The reference, and the translation that is printed with it."""
    return (*item.reference, Span("  "), *item.translation) if item.translation else item.reference


def _short(sentence: str) -> str:
    """A problem without the name of its source and place, which the card says already."""
    _where, colon, said = sentence.partition(": ")
    return said[:1].upper() + said[1:] if colon else sentence
