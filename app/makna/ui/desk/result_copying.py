"""Passages as they are pasted into a text: each with its reference. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from makna.domain.model import PassageId
from makna.domain.pausing import Pausing
from makna.domain.wording import Language
from makna.services.retrieval import ExcerptReader
from makna.storage.project import Project
from makna.storage.rows import batched
from makna.ui.desk.inspector.reading import quotation_with_reference
from makna.ui.desk.result_query import ResultRow

_A_TURN = 8
"""Passages read in one turn."""


def copying(project: Project, passages: Sequence[PassageId], language: Language) -> Pausing[str]:
    """The passages in this order, an empty line between them; those that are gone left out."""
    reader, said = ExcerptReader(project), list[str]()
    for some in batched(passages, _A_TURN):
        found = {passage.id: passage for passage in project.passages.by_ids(some)}
        ordered = [found[key] for key in some if key in found]
        said += (quotation_with_reference(e, language) for e in reader.read_all(ordered))
        yield None
    return "\n\n".join(said)


def said_of_hit(row: ResultRow) -> str:
    """A hit with the words around it, and where it stands."""
    words = " ".join(f"{row.before}{row.text}{row.after}".split())
    place = f", ¶ {row.paragraph}" if row.paragraph else ""
    return f"“{words}” ({row.name}{place})"
