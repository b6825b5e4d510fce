"""The coded rectangles of one source, as its pages show them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from makna.domain.changes import ChangeSet
from makna.domain.model import Coding, Passage, PassageId, SourceId
from makna.storage.project import Project
from makna.ui.desk.marks import NO_CODE
from makna.ui.page import Mark
from makna.ui.page_image import Plate
from makna.ui.theme.tokens import LIGHT


class Plates:
    """Reads the rectangles of a source. Pages are white in both themes, so tones are the light."""

    def __init__(self, project: Project, source: SourceId) -> None:
        self._project, self._source = project, source
        self._shown: dict[int, Plate] = {}
        self._codes: dict[int, tuple[str, str]] = {}
        self._coders: dict[int, str] = {}

    def all(self) -> list[Plate]:
        """Every rectangle, read afresh."""
        tree = self._project.codes.tree(counted=False)
        self._codes = {code.id: (code.name, code.color) for code in tree.ordered}
        coders = self._project.overview.coders()
        self._coders = {c.id: c.name for c in coders} if len(coders) > 1 else {}
        found = [self._plate(passage) for passage in self._project.passages.on_pages(self._source)]
        self._shown = {plate.passage_id: plate for plate in found}
        return found

    def matters(self, changes: ChangeSet) -> bool:
        """Whether what changed may be seen on the pages."""
        return changes.touches("passage", "coding", "code", "coder")

    def passage(self, passage: int | None) -> Plate | None:
        return self._shown.get(passage) if passage is not None else None

    def places(self) -> list[tuple[int, PassageId]]:
        """Where the page of each rectangle begins in the text, by page and from top to bottom."""
        plates = self._shown.values()
        return [(plate.marks[0].start, PassageId(plate.passage_id)) for plate in plates]

    def holding(self, codings: Collection[int]) -> PassageId | None:
        """The rectangle on which one of these codings lies now."""
        for key, plate in self._shown.items():
            if any(mark.coding_id in codings for mark in plate.marks):
                return PassageId(key)
        return None

    def light(self, marks: Sequence[Mark]) -> list[Mark]:
        """Codings of words in the tones that suit white paper."""
        colors = {code: color for code, (_, color) in self._codes.items()}
        return [mark._replace(color=colors.get(mark.code_id, LIGHT.dim)) for mark in marks]

    def _plate(self, passage: Passage) -> Plate:
        assert passage.region is not None
        marks = tuple(self._mark(passage, coding) for coding in passage.codings)
        return Plate(passage.id, passage.region, marks or (self._bare(passage),))

    def _mark(self, passage: Passage, coding: Coding) -> Mark:
        name, color = self._codes.get(coding.code, ("", LIGHT.dim))
        memo = "\n".join(part for part in (coding.memo, passage.memo) if part)
        return Mark(
            passage.id,
            coding.id,
            coding.code,
            passage.start,
            passage.end,
            color,
            name,
            memo,
            self._coders.get(coding.coder, ""),
        )

    def _bare(self, passage: Passage) -> Mark:
        """A rectangle without a code: its memo or star shows that it is there."""
        first = passage.memo.strip().split("\n")[0]
        words = first if len(first) <= 40 else first[:40].rstrip() + "…"
        starred = "★" if passage.star else QCoreApplication.translate("Marks", "Passage")
        return Mark(
            passage.id,
            -passage.id,
            NO_CODE,
            passage.start,
            passage.end,
            LIGHT.dim,
            words or starred,
            passage.memo,
        )
