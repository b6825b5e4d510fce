"""How often codes are used, read after the colour is on the page and a few codes at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from makna.domain.changes import ChangeSet
from makna.domain.model import CodeId
from makna.ui.desk.code_model import CodeModel
from makna.ui.round_timer import RoundTimer
from makna.ui.session import Session

RECOUNT_MS = 30
_FEW = 50
"""Codings that are counted code by code; after more, all codes are counted anew."""
_PORTION = 4_000
"""Codings that are counted in one go: a few milliseconds of reading."""


class CodeCounts(QObject):
    """Keeps the counts of a `CodeModel` up to date."""

    def __init__(self, session: Session, model: CodeModel, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self._all = False
        self._stale: set[CodeId] = set()
        """Codes whose codings came or went since the last count."""
        self._portions: list[list[CodeId]] = []
        """What is still to be counted, of all."""
        self._soon = RoundTimer(self, singleShot=True, interval=RECOUNT_MS)
        self._soon.timeout.connect(self._due)
        self._going_on = RoundTimer(self, interval=0)
        self._going_on.timeout.connect(self._count_portion)
        session.closing.connect(self._soon.stop)
        session.closing.connect(self._going_on.stop)
        self._read_all()

    def after(self, changes: ChangeSet) -> None:
        """Bulk work announces many steps in one turn; one query answers all of them."""
        codings = changes.keys("coding")
        known = None
        if changes.step is not None and len(codings) <= _FEW:
            known = self._session.project.history.codes_of(changes.step, codings)
        if known is None:
            self._all = True
        else:
            self._stale |= known
        self._soon.start()

    def _due(self) -> None:
        if self._all or self._portions:
            self._read_all()
        else:
            self._count_some()
        self._all, self._stale = False, set()

    def _read_all(self) -> None:
        """Small projects at once; of large ones the first codes, the others when there is time."""
        numbers = self._session.project.codes.numbers()
        known = self._model.counts()
        self._model.set_counts({code: known[code] for code in known if code in numbers})
        self._portions = _portions(numbers)
        self._going_on.start()
        self._count_portion()

    def _count_portion(self) -> None:
        if self._portions:
            portion = self._portions.pop(0)
            known = self._model.counts()
            self._model.set_counts({**known, **self._session.project.codes.counts(portion)})
        if not self._portions:
            self._going_on.stop()

    def _count_some(self) -> None:
        known = self._model.counts()
        kept = {code: counts for code, counts in known.items() if code not in self._stale}
        self._model.set_counts({**kept, **self._session.project.codes.counts(self._stale)})


def _portions(numbers: dict[int, int]) -> list[list[CodeId]]:
    """The codes in lists of so many codings."""
    found: list[list[CodeId]] = []
    room = 0
    for code, number in numbers.items():
        if room <= 0:
            found.append([])
            room = _PORTION
        found[-1].append(CodeId(code))
        room -= number
    return found
