"""What the page shows: a text, its codings, hits, a focus. How it is painted is in `canvas`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QTimer
from PySide6.QtWidgets import QWidget

from makna.domain.document import Layout
from makna.ui.page.build import PAGE_PAD_PX
from makna.ui.page.canvas import Canvas
from makna.ui.page.geometry import ShownBlock
from makna.ui.page.markindex import Fetch, MarkIndex
from makna.ui.page.standing import START, Place
from makna.ui.page.telling import CaretTelling
from makna.ui.page.values import Asking, FocusMode, Mark, PageText

LONGEST_SHOWN = 500
"""Characters of a long place that are made sure to be in view."""
_UPPER_THIRD = 0.3
"""Where a place that is shown comes to stand, of the height of the view."""

__all__ = ["Place", "Sheet"]


class Sheet(Canvas):
    """Read-only text with its codings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selected: tuple[int, int] | None = None
        """Where the selected passage was painted."""
        self._dressing = QTimer(self, singleShot=True, interval=0)
        self._dressing.timeout.connect(self._show_codings)
        self.margin.code_pointed_at.connect(self.light_code)
        self.edge_editor.previewed.connect(self._show_selected)
        self.telling = CaretTelling(self)
        """Of the codes at the caret, to a screen reader."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.telling.soon()

    def set_text(self, page: PageText, *, keep_place: bool = False) -> None:
        """Show a text; its marks follow by `set_marks`.

        Without `keep_place` it is another text: its words are painted first, its codings in the
        turn after that, so that neither keeps the window waiting for both.
        Raises ValueError where the layout's blocks are not the text's paragraphs.
        """
        place = self._top_place() if keep_place else START
        self._page = page
        self.surface.scene.hits = []
        self.surface.scene.marks = MarkIndex()
        if not keep_place:
            self.surface.scene.bare = True
            self._dressing.start()
        self.edge_editor.choose(None, None)
        self._build(place)

    def take_names(self, page: PageText) -> bool:
        """Show other names over the same turns; False where more than names has changed."""
        self.layout_shown()
        if _but_for_names(page) != _but_for_names(self._page):
            return False
        self._page = page
        self._set_paragraphs()
        self._moved()
        return True

    def _show_codings(self) -> None:
        self.surface.scene.bare = False
        self.surface.scene.tint_boxes.clear()
        self.margin.changed()
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark], fetch: Fetch | None = None) -> None:
        """Show exactly these codings, and those that `fetch` finds in what is looked at."""
        self.surface.scene.marks = MarkIndex(marks, fetch)
        self.surface.scene.tint_boxes.clear()
        self.margin.moved()
        if not self.edge_editor.busy:
            self.edge_editor.rest()
        self.telling.soon()
        self.viewport().update()

    def add_marks(self, marks: Sequence[Mark]) -> None:
        """More of what `fetch` would find; what is in view has been asked for already."""
        self.surface.scene.marks.extend(marks)

    def apply_marks(self, removed: Collection[int], added: Sequence[Mark]) -> None:
        """Take out the codings with the ids `removed`, put in `added`; touches their blocks only.

        A coding that is added again replaces what it was.
        """
        touched = self.surface.scene.marks.apply(removed, added)
        self._forget_boxes_out_of_view()
        for shown in self._blocks_of((mark.start, mark.end) for mark in touched):
            self.surface.scene.tint_boxes.pop(shown.number, None)
            self.viewport().update(self._block_rect(shown))
        self.margin.changed(touched)
        self.telling.soon()
        if self.surface.scene.focus is not FocusMode.NONE:
            self.gutter.update()
        if not self.edge_editor.busy:
            self.edge_editor.rest()

    def _show_selected(self) -> None:
        """Another passage is selected, or its edge moves: only its paragraphs look different."""
        spans = [self._selected, self.surface.scene.selected]
        self._selected = self.surface.scene.selected
        for shown in self._blocks_of(span for span in spans if span is not None):
            self.viewport().update(self._block_rect(shown))
        self.margin.update()

    def _blocks_of(self, spans: Iterable[tuple[int, int]]) -> list[ShownBlock]:
        """The paragraphs in view that one of the stretches touches."""
        wanted = list(spans)
        return [
            shown
            for shown in self.surface.blocks()
            if any(start <= shown.end and end >= shown.start for start, end in wanted)
        ]

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
        self._repaint()

    def light_code(self, code_id: int | None) -> None:
        """Light up the passages and brackets of a code; None ends it."""
        if self.surface.scene.lit_code != code_id:
            self.surface.scene.lit_code = code_id
            self._repaint()

    def show_place(self, start: int, end: int, *, center: bool = True, flash: bool = False) -> None:
        """Scroll to [start, end) and, with `flash`, light it up for a moment.

        Without `center` the page stays as it is when the place is in view. Questions that are
        hidden come back when the place is in one.
        """
        self._unfold(start)
        first, last = self.surface.in_view()
        if center or not first <= start <= last:
            self._leave_view()
        box = self.surface.geometry.place(start)
        shown_end = min(end, start + LONGEST_SHOWN)
        bottom = self.surface.geometry.place(shown_end, ending=True).bottom()
        top, height = self.surface.scrolled(), self.viewport().height()
        if center or box.top() < top or bottom > top + height:
            above = max((height - (bottom - box.top())) * _UPPER_THIRD, 0)
            self._scroll_to(round(box.top() - above))
        if flash:
            self._flash.light(start, end)

    def _unfold(self, position: int) -> None:
        if self._voices().folds and any(
            voice.folded and turn.start <= position < turn.end
            for _, _, turn, voice in self._voices().spoken()
        ):
            self.set_reading(replace(self.reading, asking=Asking.QUIET))

    def scroll_towards(self, y: int) -> None:
        """Scroll a line when something is dragged above or below the view; `y` is in the view."""
        bar = self.verticalScrollBar()
        if y < 0:
            bar.setValue(bar.value() - bar.singleStep())
        elif y > self.viewport().height():
            bar.setValue(bar.value() + bar.singleStep())

    def layout_shown(self) -> Layout:
        """The layout of the text as it is now."""
        return self._page.layout


def _but_for_names(page: PageText) -> object:
    """All of a text that decides how its document is made."""
    quiet = [(turn.start, turn.end, turn.speaker in page.interviewers) for turn in page.turns]
    return page.text, page.layout, page.mark_lengths, quiet
