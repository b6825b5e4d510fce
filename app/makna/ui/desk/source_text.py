"""A source's text as its page takes it."""

from __future__ import annotations

from makna.domain.model import SourceId
from makna.domain.pausing import Pausing, carried_out
from makna.services.turn_coding import measuring_marks
from makna.storage.project import Project
from makna.ui.page import PageText


def page_text(project: Project, source: SourceId) -> PageText:
    """The text with its layout and who speaks in it; its pictures are read when they are seen."""
    return carried_out(reading(project, source))


def reading(project: Project, source: SourceId) -> Pausing[PageText]:
    """The same in turns: thousands of marks of speakers take longer than a frame to measure."""
    text, layout = project.texts.text(source), project.texts.layout(source)
    turns = project.sources.turns(source)
    speakers = project.sources.speakers(source)
    lengths = yield from measuring_marks(text, layout, turns)

    def picture(sha256: str) -> bytes | None:
        try:
            return project.blobs.get(sha256)
        except KeyError:
            return None

    return PageText(
        text=text,
        layout=layout,
        turns=tuple(turns),
        interviewers=frozenset(row["id"] for row in speakers if row["interviewer"]),
        mark_lengths=lengths,
        picture=picture,
    )
