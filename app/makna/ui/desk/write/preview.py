"""Keeps the sheet with the chapter filled: what is near first, by turns, and never all of a lot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from makna.domain.errors import UserError
from makna.domain.model import CodeId, PassageId, ProjectInfo
from makna.domain.pausing import Pausing
from makna.services.chapter_live import LivePlan
from makna.services.reports.chapter import CutOuts
from makna.ui.desk.write.book import Book
from makna.ui.desk.write.flow import Flow
from makna.ui.desk.write.near import STRETCH, Near
from makna.ui.desk.write.paper import Paper
from makna.ui.time_slices import TimeSlices

MOST = 480
"""Headings and quotations that the sheet holds; a thesis chapter has fewer."""
SHIFTED = 96
"""By how many it goes on when one scrolls to its end."""
GROWN = 3
"""Stretches by which it goes on at a time."""
_AHEAD_PX = 900


class Preview(QObject):
    """Fills a `Paper` from a `Book`. Longer chapters are seen through a window that moves along."""

    filled = Signal()
    """All that it will hold is there, for now."""

    def __init__(self, book: Book, paper: Paper, cut: CutOuts, parent: QObject) -> None:
        super().__init__(parent)
        self._book, self._paper = book, paper
        self._flow = Flow(cut)
        self._near: Near | None = None
        self._live: LivePlan | None = None
        self._info: ProjectInfo | None = None
        self._notes: dict[CodeId, int] = {}
        self._goal: tuple[CodeId, str] | None = None
        self._slices = TimeSlices(self)
        book.session.closing.connect(self._slices.stop)
        paper.verticalScrollBar().valueChanged.connect(self._scrolled)
        paper.verticalScrollBar().actionTriggered.connect(self._let_go)

    @property
    def busy(self) -> bool:
        """Whether there is more to come by itself."""
        return self._slices.busy

    def finish(self) -> None:
        """Do now what would be done in a moment."""
        self._slices.finish()

    def show_plan(self, code: CodeId | None) -> None:
        """The plan is new: what is held is looked at again; at first what is near a section."""
        self._info = self._book.project.overview.info()
        self._notes.clear()
        live, old = self._book.live, self._near
        near = Near(live)
        stays = live.chapter == (self._live.chapter if self._live else None)
        if old is None or not stays or not near.come_from(old):
            near.begin_at(code)
        self._live, self._near = live, near
        self._paper.set_page(live.plan.settings)
        self._start(self._fill(near))

    def go_to(self, code: CodeId, passage: PassageId | None = None, guid: str = "") -> None:
        """Scroll to a section or a quotation; what is not held is fetched."""
        near = self._near
        if near is None:
            # It is being opened: it goes there with the first that it shows.
            self._goal = (code, guid)
            return
        if code not in {section.code.id for section in near.sections}:
            return
        self._goal = (code, guid)
        if not near.holds(code, passage):
            near.begin_at(code, passage)
            self._start(self._fill(near))
        else:
            self._arrive()

    def _arrive(self) -> None:
        """Go where somebody wanted to go, and stay there while more comes in above it."""
        if self._goal is not None and self._paper.go_to(*self._goal):
            self._goal = None
            self._paper.stays = self.busy
        elif not self.busy:
            self._goal = None

    def _let_go(self, _action: int = 0) -> None:
        """From now on it counts where the user scrolls to."""
        self._goal = None
        self._paper.stays = False

    def passage(self, code: CodeId, guid: str) -> PassageId | None:
        """The quotation of a section that has this GUID, where it is held."""
        items = self._near.items(code) if self._near is not None else []
        passages = (item.excerpt.passage for item in items)
        return next((each.id for each in passages if each.guid == guid), None)

    def _start(self, steps: Pausing[None]) -> None:
        # Never at once: it comes on top of what somebody has just done.
        self._slices.start(steps, lambda _none: self._filled(), self._failed, at_once=False)

    def _filled(self) -> None:
        """Somebody may have come to the end while it was being filled: then it goes on."""
        self._let_go()
        self.filled.emit()
        self._scrolled(self._paper.verticalScrollBar().value())

    def _failed(self, error: UserError) -> None:
        self._book.session.failed.emit(error)

    def _fill(self, near: Near) -> Pausing[None]:
        """What is held already, at once; then on in both directions."""
        if near.size <= 1 or near.start == near.end:
            near.grow_down()
        yield from self._read(near)
        yield from self._put(near)
        long = near.whole > MOST
        for most, down in ((MOST * 2 // 3, True), (MOST, False), (MOST, True)):
            while near.size < (most if long else near.whole) and not (
                near.at_end if down else near.at_beginning
            ):
                yield from self._grow(near, down=down)
        if near.size > MOST and long:
            near.cut(MOST, above=False)
            yield from self._put(near)

    def _shift(self, near: Near, *, down: bool) -> Pausing[None]:
        """Go on in one direction, and let go of what is far in the other one."""
        for _ in range(0, SHIFTED, STRETCH * GROWN):
            if near.at_end if down else near.at_beginning:
                break
            yield from self._grow(near, down=down)
        near.cut(MOST, above=down)
        yield from self._put(near)

    def _grow(self, near: Near, *, down: bool) -> Pausing[None]:
        """Some more is put on the sheet at once: to put it costs a look at all that is there."""
        for _ in range(GROWN):
            if down:
                near.grow_down()
            else:
                near.grow_up()
        yield from self._read(near)
        yield from self._put(near)

    def _read(self, near: Near) -> Pausing[None]:
        """What it holds and was not read yet, a little at a time."""
        for code in near.held_sections():
            at = 0
            while near.read(code, at):
                at += STRETCH
                yield None

    def _put(self, near: Near) -> Pausing[None]:
        info, plan = self._info, self._book.live.plan
        assert info is not None
        notes = yield from self._notes_before(near)
        above, below = self._edges(near)
        lines = yield from self._flow.lines(info, plan, near, notes, above, below)
        yield None
        yield from self._paper.write(lines)
        self._arrive()

    def _notes_before(self, near: Near) -> Pausing[int]:
        """How many footnotes stand before the first; a section is counted once."""
        total = near.notes_cut()
        for code in near.notes_above():
            if code not in self._notes:
                self._notes[code] = self._book.live.notes(code)
                if len(self._notes) % 8 == 0:
                    yield None
            total += self._notes[code]
        return total

    def _edges(self, near: Near) -> tuple[str, str]:
        """What stands above and below when the chapter is too long for one sheet."""
        if near.whole <= MOST:
            return "", ""
        above = self.tr("%Ln quotation(s) before this", "", near.before)
        below = self.tr("%Ln more quotation(s)", "", near.after)
        return "" if near.at_beginning else above, "" if near.at_end else below

    def _scrolled(self, at: int) -> None:
        near = self._near
        if near is None or self.busy or near.whole <= MOST or not self._paper.isVisible():
            return
        if self._paper.verticalScrollBar().maximum() - at < _AHEAD_PX and not near.at_end:
            self._start(self._shift(near, down=True))
        elif at < _AHEAD_PX and not near.at_beginning:
            self._start(self._shift(near, down=False))
