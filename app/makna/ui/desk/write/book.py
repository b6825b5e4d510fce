"""The chapter that is on the desk: which one, its plan, and the verbs that change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from makna.domain.changes import ChangeSet, Outcome
from makna.domain.chapter import Chapter, ChapterId
from makna.domain.errors import UserError
from makna.domain.model import CodeId
from makna.services import writing
from makna.services.chapter_live import LivePlan
from makna.services.chapter_plan import Plan, SectionPlan
from makna.storage.project import Project
from makna.ui.session import Session

CHAPTER = "write.chapter"
"""Key of the view state: GUID of the chapter that was on the desk last."""
WHOLE_PAUSE_MS = 80
"""Before all sections are read anew: typing in a memo must not wait for it."""
P = ParamSpec("P")
T = TypeVar("T")


class Book(QObject):
    """One chapter at a time. It reads again by itself what a step touched, and only while shown."""

    replanned = Signal(object)
    """(frozenset[CodeId] or None): the plan is new; these sections were read anew, None is all."""
    chosen = Signal()
    """Another chapter is on the desk, or none."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._live: LivePlan | None = None
        self._shown = False
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=WHOLE_PAUSE_MS)
        self._pause.timeout.connect(self._read_whole)
        session.changed.connect(self._after)
        session.closing.connect(self._pause.stop)
        self.chapters: list[Chapter] = writing.list_chapters(self.project)
        kept = session.recall(CHAPTER)
        found = [each for each in self.chapters if each.guid == kept] or self.chapters
        self._id: ChapterId | None = found[0].id if found else None

    @property
    def project(self) -> Project:
        return self.session.project

    @property
    def chapter(self) -> Chapter | None:
        return next((each for each in self.chapters if each.id == self._id), None)

    @property
    def live(self) -> LivePlan:
        """The chapter as it would be printed now; that of the code tree while there is none."""
        if self._live is None:
            self._live = LivePlan(self.project, self._id)
            self._stale = False
        return self._live

    @property
    def plan(self) -> Plan:
        """Its outline: sections know how many passages they have, `live` knows which."""
        return self.live.plan

    @property
    def writable(self) -> bool:
        return self.session.writable

    def section(self, code: CodeId | None) -> SectionPlan | None:
        return next((each for each in self.plan.walk() if each.code.id == code), None)

    def choose(self, chapter: ChapterId) -> None:
        """Put another chapter on the desk."""
        if chapter == self._id:
            return
        self._id, self._live = chapter, None
        found = self.chapter
        if found is not None:
            self.session.remember(CHAPTER, found.guid)
        self.chosen.emit()
        self.replanned.emit(None)

    def begin(self) -> None:
        """Make a chapter, and put it on the desk."""
        made = self.session.perform(lambda: writing.create_chapter(self.project))
        if made is not None:
            self.choose(made)

    def do(
        self,
        verb: Callable[Concatenate[Project, ChapterId, P], Outcome[T]],
        *args: P.args,
        **options: P.kwargs,
    ) -> T | None:
        """Carry out a verb of `services.writing` or `services.quotations` on this chapter."""
        chapter = self._id
        if chapter is None:
            return None
        return self.session.perform(lambda: verb(self.project, chapter, *args, **options))

    def set(self, **fields: Any) -> None:
        """Change settings of the chapter."""
        chapter = self._id
        if chapter is not None:
            change = writing.change_settings
            self.session.perform(lambda: change(self.project, chapter, **fields))

    def show(self, shown: bool) -> None:
        """Whether anybody looks at it; what changed meanwhile is read when they do."""
        self._shown = shown
        if shown and self._stale and self._live is not None:
            self._read_whole()

    def catch_up(self) -> None:
        """Read now what would be read in a moment."""
        if self._pause.isActive():
            self._read_whole()

    def _after(self, changes: ChangeSet) -> None:
        before = self._live
        if changes.touches("chapter"):
            self._read_chapters()
        if self._live is None or self._live is not before:
            # Nobody has looked yet, or another chapter was read just now.
            return
        codes = self._live.touched(changes)
        if codes is None or self._stale:
            self._stale = True
            if self._shown:
                self._pause.start()
        elif codes or changes.touches("section"):
            self._reread(codes, changes)

    def _reread(self, codes: frozenset[CodeId], changes: ChangeSet) -> None:
        assert self._live is not None
        if not self._shown:
            self._stale = True
            return
        self._live.reread(codes, changes)
        self.replanned.emit(codes)

    def _read_whole(self) -> None:
        self._pause.stop()
        try:
            self._live = LivePlan(self.project, self._id)
        except UserError as error:
            # A variable that a reference names is gone: the usual reference stands in for it.
            self.session.failed.emit(error)
            return
        self._stale = False
        self.replanned.emit(None)

    def _read_chapters(self) -> None:
        before, known = self.chapter, self.chapters
        self.chapters = writing.list_chapters(self.project)
        if self.chapter is None:
            self._id = self.chapters[0].id if self.chapters else None
            self._live = None
            self.chosen.emit()
            self.replanned.emit(None)
        elif (
            before is None or before.title != self.chapter.title or len(known) != len(self.chapters)
        ):
            self.chosen.emit()
