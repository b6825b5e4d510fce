"""What can be done with results: code all hits, code, recode, take codes off, star, copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from makna.domain.changes import Outcome
from makna.domain.model import CodeId, CodingId, PassageId
from makna.domain.wording import Message
from makna.services.codebook import add_code
from makna.services.coding import recode, remove_codings, star_passages
from makna.services.searching import Unit, code_hits, code_hits_anew
from makna.services.span_coding import Span, code_passages, code_passages_anew
from makna.services.splitting import split_off
from makna.storage.project import Project
from makna.ui.desk.result_copying import copying
from makna.ui.desk.result_query import codings_meant
from makna.ui.desk.result_words import DoneWords
from makna.ui.language import current_language
from makna.ui.session import Session
from makna.ui.time_slices import TimeSlices

UNITS: tuple[Unit, ...] = ("match", "sentence", "paragraph", "turn")
FEW = 200
"""Chosen rows of which it is quickly told whether they stand for any codings."""
Chosen = Sequence[tuple[int, CodeId | None]]
"""Selected passages, each with the code of the heading it stands under."""
T = TypeVar("T")


@dataclass(frozen=True)
class HitsToCode:
    """What coding all hits would code: each place once, grown to `unit`."""

    query: str
    unit: Unit
    spans: tuple[Span, ...]

    @property
    def sources(self) -> int:
        return len({span.source for span in self.spans})


class ResultActions(QObject):
    """Each is one step, and is told. What needs a code asks for it and is done when it came."""

    code_wanted = Signal(object, object)
    """(with a CodeId, with the name of a new one): call one of them when a code was picked."""
    told = Signal(str, bool)
    """(what was done, whether it can be undone)"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._words = DoneWords(self)
        self._copying = TimeSlices(self)
        session.closing.connect(self._copying.stop)

    def offer_hits(self, offer: HitsToCode) -> None:
        """Code these places."""
        self.code_wanted.emit(partial(self.code_hits, offer), partial(self.code_hits_new, offer))

    def code_hits(self, offer: HitsToCode, code: CodeId) -> None:
        self._do(
            lambda project: code_hits(project, offer.spans, code, offer.query),
            len(offer.spans),
            partial(self._words.coded_hits, name=self._name(code)),
        )

    def code_hits_new(self, offer: HitsToCode, name: str) -> None:
        self._do(
            lambda project: code_hits_anew(project, offer.spans, name, offer.query),
            len(offer.spans),
            partial(self._words.coded_hits, name=name),
        )

    def offer_code(self, passages: Sequence[PassageId]) -> None:
        """Give these passages one more code."""
        if passages and self._session.writable:
            self.code_wanted.emit(partial(self.code, passages), partial(self.code_new, passages))

    def code(self, passages: Sequence[PassageId], code: CodeId) -> None:
        if passages and self._session.writable:
            self._do(
                lambda project: code_passages(project, passages, code),
                len(passages),
                partial(self._words.coded, name=self._name(code)),
            )

    def code_new(self, passages: Sequence[PassageId], name: str) -> None:
        self._do(
            lambda project: code_passages_anew(project, passages, name),
            len(passages),
            partial(self._words.coded, name=name),
        )

    def code_by_number(self, passages: Sequence[PassageId], number: int) -> None:
        """With the code of a number key."""
        if found := self._session.project.codes.holding_shortcut(number):
            self.code(passages, found[0])
        else:
            self.told.emit(self._words.no_code_on_key(number), False)

    def offer_recode(self, chosen: Chosen, asked: Sequence[CodeId]) -> None:
        """Give these passages another code instead."""
        if not chosen or not self._session.writable:
            return
        # Whether there is anything to recode is seen by the first ones: of thousands the rest is
        # found when it is done, beside the window.
        if len(chosen) <= FEW and not _meant(self._session.project, chosen, asked):
            self.told.emit(self._words.none_meant(), False)
            return
        meant = (chosen, asked)
        self.code_wanted.emit(partial(self.recode, *meant), partial(self.recode_new, *meant))

    def recode(self, chosen: Chosen, asked: Sequence[CodeId], code: CodeId) -> None:
        said = partial(self._words.recoded, name=self._name(code))
        self._do_to_codings(chosen, asked, partial(_recode, code=code), said)

    def recode_new(self, chosen: Chosen, asked: Sequence[CodeId], name: str) -> None:
        said = partial(self._words.recoded, name=name)
        self._do_to_codings(chosen, asked, partial(_recode_anew, name=name), said)

    def split(
        self, chosen: Chosen, asked: Sequence[CodeId], name: str, then: Callable[[], object]
    ) -> None:
        """Make their codings a code of their own; `then` when that is done."""

        def said(count: int) -> str:
            then()
            return self._words.split(count, name)

        self._do_to_codings(chosen, asked, partial(_split_off, name=name), said)

    def uncode(self, chosen: Chosen, asked: Sequence[CodeId]) -> None:
        self._do_to_codings(chosen, asked, remove_codings, self._words.uncoded)

    def star(self, passages: Sequence[PassageId], star: bool) -> None:
        def starred(project: Project) -> Outcome[int]:
            return Outcome(len(passages), star_passages(project, passages, star).changes)

        if passages and self._session.writable:
            self._do(starred, len(passages), partial(self._words.starred, star=star))

    def copy(self, passages: Sequence[PassageId]) -> None:
        """Put these with their references on the clipboard, in turns."""
        steps = copying(self._session.project, passages, current_language())
        self._copying.start(
            steps, lambda words: self._copied(words, len(passages)), self._session.failed.emit
        )

    def copy_words(self, words: str) -> None:
        self._copied(words, 1)

    def _copied(self, words: str, count: int) -> None:
        QGuiApplication.clipboard().setText(words)
        self.told.emit(self._words.copied(count), False)

    def _do(
        self, call: Callable[[Project], Outcome[T]], rows: int, say: Callable[[T], str]
    ) -> None:
        """Carry it out, and tell; what changed nothing needs no undoing."""
        self._session.perform_large(
            call, rows, lambda value: self.told.emit(say(value), bool(value))
        )

    def _name(self, code: CodeId) -> str:
        found = self._session.project.codes.get(code)
        return found.name if found is not None else ""

    def _do_to_codings(
        self,
        chosen: Chosen,
        asked: Sequence[CodeId],
        call: Callable[[Project, Sequence[CodingId]], Outcome[int]],
        say: Callable[[int], str],
    ) -> None:
        """The same with the codings that are meant; says so where there are none."""

        def do(project: Project) -> Outcome[int | None]:
            codings = _meant(project, chosen, asked)
            if not codings:
                return Outcome(None)
            done = call(project, codings)
            return Outcome(done.value, done.changes)

        def said(done: int | None) -> str:
            return self._words.none_meant() if done is None else say(done)

        if chosen and self._session.writable:
            self._do(do, len(chosen), said)


def _meant(project: Project, chosen: Chosen, asked: Sequence[CodeId]) -> Sequence[CodingId]:
    """The codings that can be changed."""
    return codings_meant(project, [(PassageId(key), code) for key, code in chosen], asked)


def _recode(project: Project, codings: Sequence[CodingId], *, code: CodeId) -> Outcome[int]:
    return recode(project, codings, code)


def _recode_anew(project: Project, codings: Sequence[CodingId], *, name: str) -> Outcome[int]:
    label = Message.of("step.recode", n=len(codings), code=name)
    with project.transact(label) as step:
        moved = recode(project, codings, add_code(project, name).value).value
    return Outcome(moved, step.changes)


def _split_off(project: Project, codings: Sequence[CodingId], *, name: str) -> Outcome[int]:
    return Outcome(len(codings), split_off(project, codings, name).changes)
