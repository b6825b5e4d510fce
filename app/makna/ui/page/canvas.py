"""The text on its page: how it is built, laid out and painted. What it shows is told by `sheet`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSizeF,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from makna.domain.text import Lines
from makna.ui.page.arrangement import Columns, arrange
from makna.ui.page.build import PAGE_PAD_PX, PICTURE_SCHEME, Builder
from makna.ui.page.edgeeditor import EdgeEditor
from makna.ui.page.flash import Flash
from makna.ui.page.geometry import ShownBlock
from makna.ui.page.gutter import Gutter
from makna.ui.page.looks import Looks
from makna.ui.page.margin import Margin
from makna.ui.page.pictures import decode
from makna.ui.page.surface import Surface
from makna.ui.page.tints import rgb
from makna.ui.page.values import LIGHT_PAGE, Asking, PageText, PageTheme, Reading
from makna.ui.page.voices import Hidden, Voices
from makna.ui.textmap import TextMap

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 0.6, 3.0, 1.1
SELECTION_SHARE = 0.20
"""Share of the accent over selected text."""
SHADE_SHARE = 0.05
"""Share of the ink on the ground of a shaded turn."""
SHADE_REACH_PX = 4.0
"""How far that ground goes on under the last line."""
FAR_CHARACTERS, WIDENING_MS = 50_000, 80
"""Further down in a text a new width breaks too much into lines to do it at every step by which a
window is drawn larger: only when it has had its size for so long."""
Place = tuple[int, float]
"""The character at the top of the view, and how many pixels of its line are scrolled out."""
START: Place = (0, 0.0)


class Canvas(QTextEdit):
    """A text in its looks, between gutter and margin; painted for what is in view only."""

    zoomed = Signal(float)
    """zoom: the user has changed the size of the text; 1.0 is the usual one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PageText("", Builder.EMPTY)
        self._own_document: QTextDocument | None = None
        self._column = 0
        self._worn: PageTheme | None = None
        self._widening = QTimer(self, singleShot=True, interval=WIDENING_MS)
        self._widening.timeout.connect(self._take_width)
        self._reading = Reading()
        family = QFontInfo(self.font()).family()
        self.surface = Surface(self, Looks(LIGHT_PAGE, 1.0, family))
        self.edge_editor = EdgeEditor(self.surface, self)
        self.gutter = Gutter(self.surface, self)
        self.margin = Margin(self.surface, self)
        self._flash = Flash(self.surface.scene, self)
        self._flash.changed.connect(self.viewport().update)
        self._dress()

    def _dress(self) -> None:
        self.setObjectName("textPage")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Text of the source"))
        self.viewport().setMouseTracking(True)
        # `paintEvent` fills it: the window below need not be painted first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Looks

    def set_theme(self, theme: PageTheme) -> None:
        """Show the page in other colours; the marks bring theirs by `set_marks`."""
        if theme != self.surface.looks.theme:
            self._look(Looks(theme, self.zoom, self.surface.looks.interface_family))

    def _wear(self) -> None:
        """Put the theme's colours on what Qt paints.

        The page has a style sheet of its own: frames and padding that the program gives to its
        text fields would move the text against its margin.
        """
        theme = self.surface.looks.theme
        if theme == self._worn:
            return
        self._worn = theme
        red, green, blue = rgb(theme.accent)
        chosen = f"rgba({red}, {green}, {blue}, {SELECTION_SHARE:.0%})"
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {theme.paper}; color: {theme.ink}; border: none;"
            f" border-radius: 0; padding: 0; selection-color: {theme.ink};"
            f" selection-background-color: {chosen}; }}"
        )

    @property
    def reading(self) -> Reading:
        """What of the text the user has chosen to see."""
        return self._reading

    def set_reading(self, reading: Reading) -> None:
        """Show questions quiet, shaded or not at all; number lines or paragraphs."""
        if reading == self._reading:
            return
        before, self._reading = self._reading, reading
        if Asking.FOLDED in (before.asking, reading.asking) and before.asking != reading.asking:
            self._look(self.surface.looks)
        self._set_paragraphs()
        self._number()
        self._repaint()

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

    # Selection

    def selection(self) -> tuple[int, int] | None:
        """The selected stretch, as far as it can be seen, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_cp, hidden = self.surface.positions.to_cp, self.surface.geometry.hidden
        start = hidden.behind(to_cp(cursor.selectionStart()))
        end = hidden.before(to_cp(cursor.selectionEnd()))
        return (start, end) if start < end else None

    def set_selection(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret`; equal ones only place the caret."""
        to_u16 = self.surface.positions.to_u16
        cursor = self.textCursor()
        cursor.setPosition(to_u16(anchor))
        cursor.setPosition(to_u16(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def anchor_and_caret(self) -> tuple[int, int]:
        """Where the selection began, and where it ends."""
        to_cp, cursor = self.surface.positions.to_cp, self.textCursor()
        return to_cp(cursor.anchor()), to_cp(cursor.position())

    def stand_at(self, top: int, anchor: int, caret: int) -> None:
        """Scroll to `top` pixels and select; places behind the text's end are its end."""
        length = len(self.surface.text)
        self.surface.geometry.blocks_between(top, top + self.viewport().height())
        self._stretch_scroll_bar()
        self.verticalScrollBar().setValue(top)
        self._select_quietly(min(anchor, length), min(caret, length))

    def caret(self) -> int:
        place = self.surface.positions.to_cp(self.textCursor().position())
        return self.surface.geometry.hidden.behind(place)

    # How it is built and laid out

    def _look(self, looks: Looks) -> None:
        """Place, selection and caret outlive a change of looks, and nobody hears of it."""
        to_cp = self.surface.positions.to_cp
        cursor = self.textCursor()
        anchor, caret = to_cp(cursor.anchor()), to_cp(cursor.position())
        place = self._top_place()
        self.surface.looks = looks
        if self._own_document is None:
            return
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
        self._wear()
        document = QTextDocument(self)
        # A layout that begins without a width breaks the whole text into lines, and all in vain.
        document.setTextWidth(self.viewport().width())
        Builder(self._page, self.surface.looks, self._voices()).fill(document)
        old, self._own_document = self._own_document, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        self.surface.adopt(document, self._page.text, TextMap(self._page.text))
        self._set_paragraphs()
        self._number()
        self._set_columns()
        self._moved()
        self._show_at_top(place)

    def _voices(self) -> Voices:
        return Voices(self._page, self._reading.asking, not self.isReadOnly())

    def _set_paragraphs(self) -> None:
        """What is painted beside a block: its list mark, who begins to speak, a ground."""
        scene, page, voices = self.surface.scene, self._page, self._voices()
        scene.layout, scene.turns = page.layout, {}
        shaded: set[int] = set()
        hidden: list[tuple[int, int]] = []
        for first, last, turn, voice in voices.spoken():
            if voice.folded:
                hidden.append((turn.start, min(turn.end + 1, len(page.text))))
                continue
            if voice.labelled:
                scene.turns[first] = turn
            if voice.hidden:
                hidden.append((turn.start, turn.start + voice.hidden))
            if voice.quiet and self._reading.asking is Asking.SHADED:
                shaded.update(range(first, last + 1))
        scene.shaded = frozenset(shaded)
        self.surface.geometry.hidden = Hidden(hidden)

    def _number(self) -> None:
        """Number the lines, if that is wished; they stand still while the text is corrected."""
        wanted = self._reading.lines and self.isReadOnly()
        self.surface.scene.line_starts = Lines(self._page.text).starts if wanted else None

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

    def _set_columns(self, *, held: bool = False) -> bool:
        """Share the width; True when the text's column has changed and is laid out anew.

        With `held` the text keeps its column, and gutter and margin share the rest.
        """
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        columns = arrange(width, self.surface.looks.column_width)
        if held:
            left = max(0, min(columns.left, width - self._column))
            columns = Columns(left, self._column, max(0, width - left - self._column))
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
            if self._top_place()[0] > FAR_CHARACTERS:
                self._set_columns(held=True)
                self._widening.start()
            else:
                self._take_width()
        return super().event(event)

    def _take_width(self) -> None:
        place = self._top_place()
        if self._set_columns():
            self._moved()
            self._show_at_top(place)

    def changeEvent(self, event: QEvent) -> None:
        """Another font of the interface changes the names only; Qt would give it to the text."""
        fonts = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Text of the source"))
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
        if not self.surface.scene.bare:
            # One question to the database, not one a paragraph.
            self.surface.scene.marks.look_at(*self.surface.in_view())
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            painter.fillRect(event.rect(), QColor(self.surface.looks.theme.paper))
            painter.translate(0, -scrolled)
            self._paint_shade(painter, blocks)
            painting.under(painter, blocks)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            painter.translate(0, -scrolled)
            painting.over(painter, blocks)

    def _paint_shade(self, painter: QPainter, blocks: Iterable[ShownBlock]) -> None:
        """The ground of an interviewer's turns, as wide as the text."""
        scene = self.surface.scene
        ground = QColor(self.surface.looks.theme.ink)
        ground.setAlphaF(SHADE_SHARE)
        width = self.viewport().width()
        for shown in blocks:
            if shown.number in scene.shaded:
                above = self.surface.looks.speaker_height if shown.number in scene.turns else 0
                box = QRectF(0, shown.origin.y() - above, width, 0)
                box.setBottom(shown.bottom + SHADE_REACH_PX)
                painter.fillRect(box, ground)

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
