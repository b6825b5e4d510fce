"""The text on its page: how it is built, laid out and painted. What it shows is told by `sheet`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QPainter,
    QPaintEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QWidget

from makna.domain.text import Lines
from makna.ui.page.arrangement import arrange
from makna.ui.page.build import PAGE_PAD_PX, PICTURE_SCHEME, Builder
from makna.ui.page.edgeeditor import EdgeEditor
from makna.ui.page.flash import Flash
from makna.ui.page.geometry import ShownBlock
from makna.ui.page.gutter import Gutter
from makna.ui.page.looks import Looks
from makna.ui.page.margin import Margin
from makna.ui.page.pictures import decode
from makna.ui.page.standing import LaidOutText, Place
from makna.ui.page.tints import rgb
from makna.ui.page.values import Asking, PageText, PageTheme, Reading
from makna.ui.page.voices import Hidden, Voices
from makna.ui.textmap import TextMap

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 0.6, 3.0, 1.1
SELECTION_SHARE = 0.20
"""Share of the accent over selected text."""
SHADE_SHARE = 0.05
"""Share of the ink on the ground of a shaded turn."""
SHADE_REACH_PX = 4.0
"""How far that ground goes on under the last line."""


class Canvas(LaidOutText):
    """A text in its looks, between gutter and margin; painted for what is in view only."""

    zoomed = Signal(float)
    """zoom: the user has changed the size of the text; 1.0 is the usual one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PageText("", Builder.EMPTY)
        self._own_document: QTextDocument | None = None
        self._column = 0
        self._worn: PageTheme | None = None
        self._reading = Reading()
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

    def _build(self, place: Place) -> None:
        """Make the document anew with `place` at the top."""
        self._wear()
        self._set_columns()
        document = QTextDocument(self)
        builder = Builder(self._page, self.surface.looks, self._voices())
        builder.fill(document)
        old, self._own_document = self._own_document, document
        self._lay_out(document, builder.characters, self.surface.looks)
        if old is not None:
            old.deleteLater()
        self.surface.adopt(document, self._page.text, TextMap(self._page.text))
        self.surface.geometry.plan.widened.connect(self._moved)
        self._set_paragraphs()
        self._number()
        self._moved()
        self._show_at_top(place)
        self.surface.blocks()

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

    def _moved(self) -> None:
        super()._moved()
        self.margin.moved()
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
        self.gutter.update()
        self.margin.update()

    def _set_columns(self) -> bool:
        """Share the width; True when the text's column has changed and is laid out anew."""
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        columns = arrange(width, self.surface.looks.column_width)
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
                begins = shown.number in scene.turns
                above = self.surface.looks.speaker_height + SHADE_REACH_PX if begins else 0
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
