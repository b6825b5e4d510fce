"""What can be done with results: code all hits, recode, take codes off, star."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from makna.domain.changes import Outcome
from makna.domain.model import CodeId, CodingId, PassageId
from makna.domain.wording import Message
from makna.services.codebook import add_code
from makna.services.coding import recode, remove_codings, star_passages
from makna.services.searching import Unit, code_hits, code_hits_anew
from makna.services.span_coding import Span
from makna.services.splitting import split_off
from makna.ui.desk.result_query import codings_meant
from makna.ui.session import Session

UNITS: tuple[Unit, ...] = ("match", "sentence", "paragraph", "turn")
Chosen = Sequence[tuple[int, CodeId | None]]
"""Selected passages, each with the code of the heading it stands under."""


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
    """Each is one step. What needs a code is offered first and done when it was picked."""

    code_wanted_for_hits = Signal(object)
    """(HitsToCode)"""
    recode_wanted = Signal(object)
    """(tuple[CodingId, …])"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._hits: HitsToCode | None = None
        self._codings: tuple[CodingId, ...] = ()

    def offer_hits(self, offer: HitsToCode) -> None:
        self._hits = offer
        self.code_wanted_for_hits.emit(offer)

    def code_hits(self, code: CodeId) -> None:
        project, offer = self._session.project, self._hits
        self._hits = None
        if offer is not None:
            self._session.perform(lambda: code_hits(project, offer.spans, code, offer.query))

    def code_hits_new(self, name: str) -> None:
        project, offer = self._session.project, self._hits
        self._hits = None
        if offer is not None:
            self._session.perform(lambda: code_hits_anew(project, offer.spans, name, offer.query))

    def offer_recode(self, chosen: Chosen, asked: Sequence[CodeId]) -> None:
        self._codings = self._meant(chosen, asked)
        if self._codings:
            self.recode_wanted.emit(self._codings)

    def recode(self, code: CodeId) -> None:
        project, codings = self._session.project, self._codings
        self._codings = ()
        if codings:
            self._session.perform(lambda: recode(project, codings, code))

    def recode_new(self, name: str) -> None:
        project, codings = self._session.project, self._codings
        self._codings = ()

        def anew() -> Outcome[int]:
            label = Message.of("step.recode", n=len(codings), code=name)
            with project.transact(label) as step:
                moved = recode(project, codings, add_code(project, name).value).value
            return Outcome(moved, step.changes)

        if codings:
            self._session.perform(anew)

    def split(self, chosen: Chosen, asked: Sequence[CodeId], name: str) -> bool:
        codings = self._meant(chosen, asked)
        done = self._session.perform(lambda: split_off(self._session.project, codings, name))
        return done is not None

    def uncode(self, chosen: Chosen, asked: Sequence[CodeId]) -> None:
        if codings := self._meant(chosen, asked):
            self._session.perform(lambda: remove_codings(self._session.project, codings))

    def star(self, passages: Sequence[PassageId], star: bool) -> None:
        if passages:
            self._session.perform(lambda: star_passages(self._session.project, passages, star))

    def _meant(self, chosen: Chosen, asked: Sequence[CodeId]) -> tuple[CodingId, ...]:
        pairs = [(PassageId(key), code) for key, code in chosen]
        return tuple(codings_meant(self._session.project, pairs, asked))
