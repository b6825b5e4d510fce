"""The page as it is shown: text, tints, gutter and margin. What it answers to is in `view`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QPointF,
    QRect,
    QSignalBlocker,
    QSizeF,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QFontInfo,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from makna.domain.document import Layout, paragraph_starts
from makna.ui.page.arrangement import arrange
from makna.ui.page.build import PAGE_PAD_PX, PICTURE_SCHEME, Builder
from makna.ui.page.edgeeditor import EdgeEditor
from makna.ui.page.flash import Flash
from makna.ui.page.geometry import ShownBlock
from makna.ui.page.gutter import Gutter
from makna.ui.page.looks import Looks
from makna.ui.page.margin import Margin
from makna.ui.page.markindex import MarkIndex
from makna.ui.page.pictures import decode
from makna.ui.page.surface import Surface
from makna.ui.page.tints import rgb
from makna.ui.page.values import LIGHT_PAGE, FocusMode, Mark, PageText, PageTheme
from makna.ui.textmap import TextMap

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 0.6, 3.0, 1.1
SELECTION_SHARE = 0.32
"""Share of the accent over selected text."""
LONGEST_SHOWN = 500
"""Characters of a long place that are made sure to be in view."""
_UPPER_THIRD = 0.3
"""Where a place that is shown comes to stand, of the height of the view."""


Place = tuple[int, float]
"""The character at the top of the view, and how many pixels of its line are scrolled out."""
START: Place = (0, 0.0)


class Sheet(QTextEdit):
    """Read-only text with its codings, painted for what is in view only."""

    zoomed = Signal(float)
    """zoom: the user has changed the size of the text; 1.0 is the usual one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PageText("", Builder.EMPTY)
        self._own_document: QTextDocument | None = None
        self._column = 0
        family = QFontInfo(self.font()).family()
        self.surface = Surface(self, Looks(LIGHT_PAGE, 1.0, family))
        self.edge_editor = EdgeEditor(self.surface, self)
        self.edge_editor.previewed.connect(self._repaint)
        self.gutter = Gutter(self.surface, self)
        self.margin = Margin(self.surface, self)
        self.margin.code_pointed_at.connect(self.light_code)
        self._flash = Flash(self.surface.scene, self)
        self._flash.changed.connect(self.viewport().update)
        self._dress()
        self.set_theme(LIGHT_PAGE)

    def _dress(self) -> None:
        self.setObjectName("textPage")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Text of the source"))
        self.viewport().setMouseTracking(True)

    # What is shown

    def set_text(self, page: PageText, *, keep_place: bool = False) -> None:
        """Show a text; its marks follow by `set_marks`.

        Raises ValueError where the layout's blocks are not the text's paragraphs.
        """
        place = self._top_place() if keep_place else START
        self._page = page
        self.surface.scene.hits = []
        self.surface.scene.marks = MarkIndex()
        self.edge_editor.choose(None, None)
        self._build(place)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show exactly these codings."""
        self.surface.scene.marks = MarkIndex(marks)
        self.surface.scene.tint_boxes.clear()
        self.margin.moved()
        if not self.edge_editor.busy:
            self.edge_editor.rest()
        self.viewport().update()

    def apply_marks(self, removed: Collection[int], added: Sequence[Mark]) -> None:
        """Take out the codings with the ids `removed`, put in `added`; touches their blocks only.

        A coding that is added again replaces what it was.
        """
        touched = self.surface.scene.marks.apply(removed, added)
        self._forget_boxes_out_of_view()
        for shown in self.surface.blocks():
            if any(mark.start < shown.end and mark.end > shown.start for mark in touched):
                self.surface.scene.tint_boxes.pop(shown.number, None)
                self.viewport().update(self._block_rect(shown))
        self.margin.changed(touched)
        if not self.edge_editor.busy:
            self.edge_editor.rest()

    def _block_rect(self, shown: ShownBlock) -> QRect:
        """The paragraph in the viewport, with the handles that may stand out of it."""
        top = round(shown.origin.y()) - self.surface.scrolled() - PAGE_PAD_PX
        height = round(shown.bottom - shown.origin.y()) + 2 * PAGE_PAD_PX
        return QRect(0, top, self.viewport().width(), height)

    def _forget_boxes_out_of_view(self) -> None:
        in_view = {shown.number for shown in self.surface.blocks()}
        boxes = self.surface.scene.tint_boxes
        for number in boxes.keys() - in_view:
            del boxes[number]

    def set_hits(self, hits: Iterable[tuple[int, int]]) -> None:
        """Outline what a search found: [start, end) each."""
        self.surface.scene.hits = sorted(hits)
        self.viewport().update()

    def set_focus(self, code_id: int | None, mode: FocusMode) -> None:
        """Fade what `mode` says; `code_id` is the code of `FocusMode.CODE`."""
        self.surface.scene.focus = mode
        self.surface.scene.focus_code = code_id
        self.surface.scene.tint_boxes.clear()
        self.margin.changed()
        self.viewport().update()

    def light_code(self, code_id: int | None) -> None:
        """Light up the passages and brackets of a code; None ends it."""
        if self.surface.scene.lit_code != code_id:
            self.surface.scene.lit_code = code_id
            self._repaint()

    def set_theme(self, theme: PageTheme) -> None:
        """Show the page in other colours; the marks bring theirs by `set_marks`.

        The page has a style sheet of its own: frames and padding that the program gives to its
        text fields would move the text against its margin.
        """
        red, green, blue = rgb(theme.accent)
        chosen = f"rgba({red}, {green}, {blue}, {SELECTION_SHARE:.0%})"
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {theme.paper}; color: {theme.ink}; border: none;"
            f" border-radius: 0; padding: 0; selection-color: {theme.ink};"
            f" selection-background-color: {chosen}; }}"
        )
        self._look(Looks(theme, self.zoom, self.surface.looks.interface_family))

    @property
    def zoom(self) -> float:
        """Size of the text; 1.0 is the usual one."""
        return self.surface.looks.zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the text larger or smaller, between `SMALLEST_ZOOM` and `LARGEST_ZOOM`."""
        zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        looks = self.surface.looks
        if abs(zoom - looks.zoom) > 1e-6:
            self._look(Looks(looks.theme, zoom, looks.interface_family))

    def zoom_by(self, steps: int) -> None:
        """The user wants the text larger (or smaller) by `steps`; 0 means the usual size."""
        zoom = self.zoom * ZOOM_STEP**steps if steps else 1.0
        self.set_zoom(zoom if abs(zoom - 1) > ZOOM_STEP / 100 else 1.0)
        self.zoomed.emit(self.zoom)

    def show_place(self, start: int, end: int, *, center: bool = True, flash: bool = False) -> None:
        """Scroll to [start, end) and, with `flash`, light it up for a moment.

        Without `center` the page stays as it is when the place is in view.
        """
        box = self.surface.geometry.place(start)
        self._stretch_scroll_bar()
        shown_end = min(end, start + LONGEST_SHOWN)
        bottom = self.surface.geometry.place(shown_end, ending=True).bottom()
        top, height = self.surface.scrolled(), self.viewport().height()
        if center or box.top() < top or bottom > top + height:
            above = max((height - (bottom - box.top())) * _UPPER_THIRD, 0)
            self.verticalScrollBar().setValue(round(box.top() - above))
        if flash:
            self._flash.light(start, end)

    def scroll_towards(self, y: int) -> None:
        """Scroll a line when something is dragged above or below the view; `y` is in the view."""
        bar = self.verticalScrollBar()
        if y < 0:
            bar.setValue(bar.value() - bar.singleStep())
        elif y > self.viewport().height():
            bar.setValue(bar.value() + bar.singleStep())

    # Selection

    def selection(self) -> tuple[int, int] | None:
        """The selected stretch, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_cp = self.surface.positions.to_cp
        return to_cp(cursor.selectionStart()), to_cp(cursor.selectionEnd())

    def set_selection(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret`; equal ones only place the caret."""
        to_u16 = self.surface.positions.to_u16
        cursor = self.textCursor()
        cursor.setPosition(to_u16(anchor))
        cursor.setPosition(to_u16(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def caret(self) -> int:
        return self.surface.positions.to_cp(self.textCursor().position())

    # How it is built and laid out

    def layout_shown(self) -> Layout:
        """The layout of the text as it is now."""
        return self._page.layout

    def _look(self, looks: Looks) -> None:
        """Place, selection and caret outlive a change of looks, and nobody hears of it."""
        to_cp = self.surface.positions.to_cp
        cursor = self.textCursor()
        anchor, caret = to_cp(cursor.anchor()), to_cp(cursor.position())
        place = self._top_place()
        self.surface.looks = looks
        with QSignalBlocker(self):
            self._build(place)
            self._select_quietly(anchor, caret)

    def _select_quietly(self, anchor: int, caret: int) -> None:
        """Without scrolling, which `setTextCursor` does."""
        scrolled = self.verticalScrollBar().value()
        self.set_selection(anchor, caret)
        self.verticalScrollBar().setValue(scrolled)

    def _build(self, place: Place) -> None:
        """Make the document anew with `place` at the top."""
        document = QTextDocument(self)
        Builder(self._page, self.surface.looks).fill(document)
        old, self._own_document = self._own_document, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        self._set_paragraphs()
        self.surface.adopt(document, self._page.text, TextMap(self._page.text))
        self._set_columns()
        self._moved()
        self._show_at_top(place)

    def _set_paragraphs(self) -> None:
        """What is painted beside a block: its list mark, and who begins to speak."""
        scene, page = self.surface.scene, self._page
        numbers = {at: number for number, at in enumerate(paragraph_starts(page.layout))}
        scene.layout = page.layout
        scene.turns = {numbers[turn.start]: turn for turn in page.turns if turn.start in numbers}

    def _top_place(self) -> Place:
        scrolled = self.surface.scrolled()
        if scrolled == 0:
            return START
        at = self.surface.geometry.position_at(QPointF(PAGE_PAD_PX, scrolled))
        return at, scrolled - self.surface.geometry.place(at).top()

    def _show_at_top(self, place: Place) -> None:
        at, offset = place
        if at == 0:
            self.verticalScrollBar().setValue(0)
            return
        at = min(at, len(self.surface.text))
        top = self.surface.geometry.place(at).top()
        self._stretch_scroll_bar()
        self.verticalScrollBar().setValue(round(top + offset))

    def _stretch_scroll_bar(self) -> None:
        """Let the scroll bar know what has just been laid out; Qt would tell it later, by a timer.

        The signal's argument is not used: `QTextEdit` asks the layout how far it has come.
        """
        self.document().documentLayout().documentSizeChanged.emit(QSizeF())

    def _moved(self) -> None:
        """Characters lie elsewhere than before."""
        self.surface.moved()
        self.margin.moved()
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
        self.gutter.update()
        self.margin.update()

    def _set_columns(self) -> bool:
        """Share the width; True when the text's column has changed and is laid out anew."""
        bar = self.verticalScrollBar().sizeHint().width()
        columns = arrange(self.width() - bar, self.surface.looks.column_width)
        changed = columns.text != self._column
        self._column = columns.text
        self.setViewportMargins(columns.left, 0, columns.right, 0)
        self.gutter.setGeometry(QRect(0, 0, columns.left, self.height()))
        right = columns.left + columns.text
        self.margin.setGeometry(QRect(right, 0, columns.right, self.height()))
        self.surface.forget_view()
        self.margin.changed()
        return changed

    def event(self, event: QEvent) -> bool:
        """Before the view takes its new size: its column hardly ever changes, its place never."""
        if event.type() == QEvent.Type.Resize:
            place = self._top_place()
            if self._set_columns():
                self._moved()
                self._show_at_top(place)
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font of the interface changes the names only; Qt would give it to the text."""
        fonts = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange)
        if event.type() not in fonts:
            super().changeEvent(event)
            return
        looks, family = self.surface.looks, QFontInfo(self.font()).family()
        if family != looks.interface_family:
            self._look(Looks(looks.theme, looks.zoom, family))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.gutter.update()
        self.margin.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painting = self.surface.painter()
        scrolled = self.surface.scrolled()
        speaker = self.surface.looks.speaker_height + PAGE_PAD_PX
        top, bottom = event.rect().top() + scrolled, event.rect().bottom() + scrolled
        blocks = [
            shown
            for shown in self.surface.blocks()
            if shown.origin.y() - speaker <= bottom and shown.bottom + PAGE_PAD_PX >= top
        ]
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            painter.translate(0, -scrolled)
            painting.under(painter, blocks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            painter.translate(0, -scrolled)
            painting.over(painter, blocks)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures come from the page's loader; nothing is ever fetched from elsewhere."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        url = QUrl(name)
        if url.scheme() != PICTURE_SCHEME:
            return None
        widest = round(self.surface.looks.column_width)
        data = self._page.picture(url.path())
        return decode(data, widest, self.devicePixelRatioF(), self.surface.looks.theme.line)
