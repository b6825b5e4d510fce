"""What is asked of the project, and the list that answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

from PySide6.QtCore import QObject, Signal

from makna.domain.changes import ChangeSet
from makna.domain.errors import UserError
from makna.domain.model import CodeId, SourceId
from makna.domain.pausing import Pausing
from makna.services.searching import Hit, Mode
from makna.ui.desk.result_delegate import Look
from makna.ui.desk.result_model import ResultModel
from makna.ui.desk.result_query import (
    Grouping,
    HitReader,
    PassageReader,
    Retrieved,
    Section,
    Wanted,
    asked_codes,
    chosen_passages,
    concerned,
    hit_sections,
    passage_sections,
)
from makna.ui.desk.result_search import MOST_HITS, ResultSearch
from makna.ui.desk.result_words import ResultWords
from makna.ui.desk.results_bar import LEVELS
from makna.ui.language import current_language
from makna.ui.session import Session

WORDS_AROUND = (0, 0, 40)
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
_ASKED = "results.asked"
LINES = (1, 3, 6)
"""By level: words shown around a passage, and lines of its text."""
Then = Callable[[], object]


class Listing(QObject):
    """Fills the model with hits or passages: at once, or when they are found.

    What was listed before stays until then.
    """

    listed = Signal()
    """The model holds what was asked for last."""
    refused = Signal(object)
    """(UserError): what was asked makes no sense; the list is empty."""
    hits_changed = Signal(object)
    """(dict[SourceId, list[(start, end)]]): places to outline; empty when there are none."""

    def __init__(self, session: Session, model: ResultModel, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._model, self._look = session, model, look
        self.words = ResultWords(self)
        self.hunt = ResultSearch(session, self)
        self.query = ""
        self.mode: Mode = "ranked"
        self.wanted: Wanted | None = None
        """The passages that are asked for; None of a search."""
        self.level = _recalled_level(session)
        self.count = 0
        """Rows without headings; of a search one more than are listed, where there are more."""
        self._hits: list[Hit] = []
        self._sources, self._name = 0, ""
        self._hit_grouping: Grouping = "source"
        self._passage_grouping: Grouping = "source"
        self._recall(session.recall(_ASKED))

    # Asking

    def search(self, query: str, mode: Mode, then: Then) -> None:
        """Ask for the hits of a search over all texts and memos; `then` when they are listed."""
        self.query, self.mode, self.wanted = query.strip(), mode, None
        self._remember()
        self.again(then)

    def retrieve(self, wanted: Wanted, then: Then) -> None:
        """Ask for passages."""
        self.hunt.stop()
        self.query, self.wanted = "", wanted
        if len(wanted.codes) > 1:
            self._passage_grouping = "code"
        self._remember()
        self._hits = []
        self.hits_changed.emit({})
        self.again(then)

    def again(self, then: Then) -> None:
        """Ask once more for what is asked for."""
        if self.wanted is not None:
            self._name = self._name_of(self.wanted)
            self._look_for(self._retrieving(self.wanted), self._take_passages, then)
        elif self.query:
            steps = self._session.searcher.searching(
                self.query, mode=self.mode, limit=MOST_HITS + 1
            )
            self._look_for(steps, self._take_hits, then)

    def stop(self) -> None:
        """The user does not want to wait for what is looked for."""
        self.hunt.stop()
        self._take_nothing()

    def regroup(self, grouping: Grouping, then: Then) -> None:
        if self.wanted is None:
            self._hit_grouping = grouping
            self._remember()
            self._list_hits()
            then()
        else:
            self._passage_grouping = grouping
            self._remember()
            self.again(then)

    def show_context(self, level: int, then: Then) -> None:
        """More or less of the words around passages, kept for the next time."""
        self.level = level
        self._session.remember("results.level", level)
        self.again(then)

    def concerned(self, changes: ChangeSet) -> bool:
        """Whether what changed may have changed the list; rows that read anew do so at once."""
        if not concerned(changes, self.query, self.wanted):
            return False
        touched = changes.keys("passage") | changes.parents("coding")
        if not self.lists_hits and not changes.touches("code", "source", "speaker"):
            self._model.read_again(self._passage_reader(), touched)
        return True

    # What is told about it

    @property
    def asks(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.query) or self.wanted is not None

    @property
    def grouping(self) -> Grouping:
        return self._hit_grouping if self.wanted is None else self._passage_grouping

    @property
    def lists_hits(self) -> bool:
        """Whether the rows that are there are hits; what was asked since may be on its way."""
        return self._look.hits

    def asked_codes(self) -> tuple[CodeId, ...]:
        if self.wanted is None:
            return ()
        return asked_codes(self._session.project.codes.tree(counted=False), self.wanted.codes)

    def heading(self) -> tuple[str, str]:
        """What is listed, and how much of it."""
        if self.wanted is not None:
            name = self._name or self.words.all_passages(memos=self.wanted.memos)
            return name, self.words.passages(self.count, self._sources)
        if not self.query:
            return self.words.results(), ""
        texts = len({(hit.type, hit.key) for hit in self._hits})
        return f"“{self.query}”", self.words.hits(self.count, texts, MOST_HITS)

    def emptiness(self) -> tuple[str, str]:
        """What is said where nothing is listed."""
        if self.wanted is not None:
            return self.words.no_passages(memos=self.wanted.memos)
        return self.words.no_hits(self.mode) if self.query else self.words.nothing_asked()

    # Kept with the project

    def _remember(self) -> None:
        asked: dict[str, object] = {"by": self.grouping}
        if self.wanted is None:
            asked |= {"query": self.query, "mode": self.mode}
        else:
            codes, where, memos = self.wanted.codes, self.wanted.where, self.wanted.memos
            asked |= {"codes": list(codes), "where": where, "memos": memos}
        self._session.remember(_ASKED, asked)

    def _recall(self, kept: object) -> None:
        """What was asked last, to be listed when the list is first seen."""
        if not isinstance(kept, dict):
            return
        by: Grouping = next((each for each in GROUPINGS if each == kept.get("by")), "source")
        if "query" in kept:
            self.query, self._hit_grouping = str(kept["query"]), by
            self.mode = next((m for m in get_args(Mode) if m == kept.get("mode")), "ranked")
            return
        known = self._session.project.codes.get
        codes = tuple(CodeId(key) for key in kept.get("codes") or () if known(CodeId(key)))
        where, memos = str(kept.get("where") or ""), bool(kept.get("memos"))
        if codes or not kept.get("codes"):  # else all that was asked for is gone
            self.wanted, self._passage_grouping = Wanted(codes, where, memos=memos), by

    # Listing

    def _look_for(self, steps: Pausing[object], take: Callable[..., None], then: Then) -> None:
        def found(result: object) -> None:
            take(result)
            then()

        def refused(error: UserError) -> None:
            self._take_nothing()
            self.refused.emit(error)

        self.hunt.look(steps, found, refused)

    def _take_nothing(self) -> None:
        if self.wanted is not None:
            self._take_passages((Retrieved(), []))
        else:
            self._take_hits([])

    def _take_hits(self, hits: Sequence[Hit]) -> None:
        self._hits = list(hits[:MOST_HITS])
        self.count = len(hits)
        self._list_hits()
        places: dict[SourceId, list[tuple[int, int]]] = {}
        for hit in self._hits:
            if hit.type == "source":
                places.setdefault(SourceId(hit.key), []).append((hit.start, hit.end))
        self.hits_changed.emit(places)

    def _list_hits(self) -> None:
        self._look.hits, self._look.named = True, self._hit_grouping == "rank"
        reader = HitReader(self._session.project, self._hits)
        self._model.show(hit_sections(self._hits, self._hit_grouping), reader)
        self.listed.emit()

    def _retrieving(self, wanted: Wanted) -> Pausing[tuple[Retrieved, list[Section]]]:
        project, grouping = self._session.project, self._passage_grouping
        nothing = self.words.without_case() if grouping == "case" else self.words.without_code()
        found = yield from chosen_passages(project, wanted)
        return found, (yield from passage_sections(project, found, grouping, nothing))

    def _take_passages(self, result: tuple[Retrieved, Sequence[Section]]) -> None:
        found, sections = result
        self._look.hits, self._look.named = False, self._passage_grouping != "source"
        self._look.lines = LINES[self.level]
        self.count, self._sources = len(found.pairs), len(found.names)
        self._model.show(sections, self._passage_reader())
        self.listed.emit()

    def _passage_reader(self) -> PassageReader:
        return PassageReader(self._session.project, WORDS_AROUND[self.level], current_language())

    def _name_of(self, wanted: Wanted) -> str:
        if not wanted.codes:
            return wanted.where
        tree = self._session.project.codes.tree(counted=False)
        names = [tree[code].name for code in wanted.codes if code in tree]
        return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def _recalled_level(session: Session) -> int:
    stored = session.recall("results.level", 1)
    return stored if isinstance(stored, int) and 0 <= stored < LEVELS else 1
