"""A source's text as its page takes it."""

from __future__ import annotations

from makna.domain.model import SourceId
from makna.services.turn_coding import mark_lengths
from makna.storage.project import Project
from makna.ui.page import PageText


def page_text(project: Project, source: SourceId) -> PageText:
    """The text with its layout and who speaks in it; its pictures are read when they are seen."""
    text, layout = project.texts.text(source), project.texts.layout(source)
    turns = project.sources.turns(source)
    speakers = project.sources.speakers(source)

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
        mark_lengths=mark_lengths(text, layout, turns),
        picture=picture,
    )
