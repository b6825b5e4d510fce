"""The schema as typed mappings.

Every journalled table has one integer key `id` that is never used twice, no REAL and no BLOB
column, so that a row can be written into the history as JSON and come back the same. Deleting
never cascades: services delete what hangs on a row themselves, and the history sees it.
Times are ISO 8601 in UTC, durations and media positions integer milliseconds.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from makna.storage.base import Base as Base
from makna.storage.base import Journalled


class ProjectRow(Journalled, Base):
    __tablename__ = "project"

    guid: Mapped[str]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    research_questions: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    memo: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class CoderRow(Journalled, Base):
    __tablename__ = "coder"

    guid: Mapped[str]
    name: Mapped[str]


class SourceRow(Journalled, Base):
    __tablename__ = "source"

    guid: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    media_type: Mapped[str]
    language: Mapped[str] = mapped_column(default="")
    date: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    publisher: Mapped[str] = mapped_column(default="")
    year: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    accessed: Mapped[str] = mapped_column(default="")
    pages: Mapped[str] = mapped_column(default="")
    memo: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class FactRow(Journalled, Base):
    """What else is known of a source: a label of its head, a column of the table it came from."""

    __tablename__ = "fact"
    journal_parent = "source_id"

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    value: Mapped[str]


class EditionRow(Journalled, Base):
    """The text as it was when its line numbers were first printed; one a source."""

    __tablename__ = "edition"
    journal_parent = "source_id"

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    """Of the frozen canonical text, kept as a blob."""
    columns: Mapped[int]
    """Width of a line, in code points."""
    frozen_at: Mapped[str]


class SourceFileRow(Journalled, Base):
    """An original of a source, or a picture embedded in it."""

    __tablename__ = "source_file"
    journal_parent = "source_id"

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str]
    """`original` or `picture`."""


class SpeakerRow(Journalled, Base):
    __tablename__ = "speaker"
    journal_parent = "source_id"

    guid: Mapped[str]
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    name: Mapped[str]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    interviewer: Mapped[int] = mapped_column(default=0)
    """1 for who asks: shown quieter."""


class TurnRow(Journalled, Base):
    __tablename__ = "turn"
    journal_parent = "source_id"
    journal_quiet = ("start", "end")

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    time_ms: Mapped[int | None]


class CaseRow(Journalled, Base):
    __tablename__ = "cases"

    guid: Mapped[str]
    name: Mapped[str]
    memo: Mapped[str] = mapped_column(default="")


class CaseSourceRow(Journalled, Base):
    __tablename__ = "case_source"
    journal_parent = "source_id"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)


class VariableRow(Journalled, Base):
    __tablename__ = "variable"

    guid: Mapped[str]
    name: Mapped[str]
    type: Mapped[str]
    position: Mapped[int]


class ValueRow(Journalled, Base):
    __tablename__ = "value"
    journal_parent = "case_id"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    variable_id: Mapped[int] = mapped_column(ForeignKey("variable.id"), index=True)
    value: Mapped[str]


class CodeRow(Journalled, Base):
    __tablename__ = "code"

    guid: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("code.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    color: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    when_to_use: Mapped[str] = mapped_column(default="")
    when_not: Mapped[str] = mapped_column(default="")
    example: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="")
    citation: Mapped[str] = mapped_column(default="")
    memo: Mapped[str] = mapped_column(default="")
    shortcut: Mapped[int | None]
    codable: Mapped[int] = mapped_column(default=1)


class PassageRow(Journalled, Base):
    """A place in a source. The services keep one row a place; an edit may pass through two.

    A rectangle has a page and four edges; its start and end are both where its page begins in the
    text (0 for a picture), so that places of both kinds sort into one list.
    """

    __tablename__ = "passage"
    journal_parent = "source_id"
    journal_quiet = ("start", "end")

    guid: Mapped[str]
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    start: Mapped[int]
    end: Mapped[int]
    star: Mapped[int] = mapped_column(default=0)
    memo: Mapped[str] = mapped_column(default="")
    translation: Mapped[str] = mapped_column(default="")
    translation_language: Mapped[str] = mapped_column(default="")
    translator: Mapped[str] = mapped_column(default="")
    page: Mapped[int | None]
    """Of the original, from 1; None for a stretch of text. A picture has one page."""
    x1: Mapped[int | None]
    """Left edge, from the top left corner: pixels of the upright picture, 1/1000 pt of a page."""
    y1: Mapped[int | None]
    x2: Mapped[int | None]
    y2: Mapped[int | None]


class CodingRow(Journalled, Base):
    __tablename__ = "coding"
    journal_parent = "passage_id"

    guid: Mapped[str]
    passage_id: Mapped[int] = mapped_column(ForeignKey("passage.id"), index=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"), index=True)
    memo: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]


class MemoRow(Journalled, Base):
    __tablename__ = "memo"

    guid: Mapped[str]
    title: Mapped[str]
    kind: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id"), index=True)
    created_at: Mapped[str]
    changed_at: Mapped[str]
    resolved: Mapped[int] = mapped_column(default=0, server_default="0")
    """1 for a comment from Word that was marked as done there."""
    origin: Mapped[str] = mapped_column(default="", server_default="")
    """What recognises a comment from Word when the file comes back again."""


class MemoLinkRow(Journalled, Base):
    __tablename__ = "memo_link"
    journal_parent = "memo_id"

    memo_id: Mapped[int] = mapped_column(ForeignKey("memo.id"), index=True)
    target_type: Mapped[str]
    target_id: Mapped[int]


class ChapterRow(Journalled, Base):
    """A chapter that the author puts together from codes and their passages."""

    __tablename__ = "chapter"

    guid: Mapped[str]
    title: Mapped[str]
    position: Mapped[int]
    settings: Mapped[str] = mapped_column(default="{}")
    """JSON: reference template, quotation and page preset, translations, Word template."""


class SectionRow(Journalled, Base):
    """What the author decided on the section of a code; a code without a row is as in the tree."""

    __tablename__ = "section"
    journal_parent = "chapter_id"

    guid: Mapped[str]
    chapter_id: Mapped[int] = mapped_column(ForeignKey("chapter.id"), index=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    position: Mapped[int | None]
    """Rank among its siblings; None: as in the code tree."""
    left_out: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(default="")
    """Empty: the code's name."""
    introduction_id: Mapped[int | None] = mapped_column(ForeignKey("memo.id"), index=True)
    """None: the memo of the code itself."""
    closing_id: Mapped[int | None] = mapped_column(ForeignKey("memo.id"), index=True)


class QuotationRow(Journalled, Base):
    """What the author decided on one passage in one section; others are quoted as they are."""

    __tablename__ = "quotation"
    journal_parent = "chapter_id"

    guid: Mapped[str]
    chapter_id: Mapped[int] = mapped_column(ForeignKey("chapter.id"), index=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    passage_id: Mapped[int] = mapped_column(ForeignKey("passage.id"), index=True)
    position: Mapped[int | None]
    """Rank in its section; None: after those that have one, in order of place."""
    state: Mapped[str] = mapped_column(default="")
    """Empty, `used` or `left-out`."""
    form: Mapped[str] = mapped_column(default="")
    """Empty (by its length), `inline` or `block`."""
    edits: Mapped[str] = mapped_column(default="[]")
    """JSON: [start, end, words put in] relative to the passage; cuts have no words."""
    edited_sha256: Mapped[str] = mapped_column(default="")
    """Of the passage's text when it was edited; it tells that a correction came in between."""


class PseudonymRow(Journalled, Base):
    """A name and what stands for it in everything that leaves the project."""

    __tablename__ = "pseudonym"

    guid: Mapped[str]
    name: Mapped[str]
    substitute: Mapped[str]
    kind: Mapped[str]
    """`person`, `place`, `organisation` or `other`."""


class SourceTextRow(Base):
    """The canonical text; it stays when its source is deleted, so that undo finds it again."""

    __tablename__ = "source_text"

    source_id: Mapped[int] = mapped_column(primary_key=True)
    length_cp: Mapped[int]
    version: Mapped[int]
    """Grows with every edit and every undo of one; what the search index compares."""
    text: Mapped[str] = mapped_column(Text)


class SourceLayoutRow(Base):
    __tablename__ = "source_layout"

    source_id: Mapped[int] = mapped_column(primary_key=True)
    blocks: Mapped[bytes] = mapped_column(LargeBinary)
    """`document.layout_to_json`, as JSON, deflated."""


class BlobRow(Base):
    """Content-addressed bytes, deflated where that helps."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    """Bytes before compression."""
    deflated: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class HistoryRow(Base):
    __tablename__ = "history"
    __table_args__: Any = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    coder_id: Mapped[int | None]
    label: Mapped[str]
    """`wording.Message` as JSON."""
    group_guid: Mapped[str] = mapped_column(default="")
    """Steps of one action over many files carry the same."""
    counts: Mapped[str]
    """JSON: table → [inserted, updated, deleted]."""
    state: Mapped[str] = mapped_column(index=True)
    """`done`, `undone` (redo is possible), `dropped` (undone, and redo ended), `sealed`."""
    operations: Mapped[bytes] = mapped_column(LargeBinary)
    """`journal` lines, deflated."""


class ViewStateRow(Base):
    """Where the user was, and who has the file open. Outside the history."""

    __tablename__ = "view_state"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class SearchBlobRow(Base):
    """Files of the search index in pieces. Derived: may be dropped at any time."""

    __tablename__ = "search_blob"

    name: Mapped[str] = mapped_column(primary_key=True)
    piece: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


JOURNALLED: tuple[type[Journalled], ...] = tuple(
    table for table in Journalled.__subclasses__() if table is not CoderRow
)
"""Coders stay out: undo takes back what people did, never the one who is at work."""

Index("ix_turn_source_id_start", TurnRow.source_id, TurnRow.start)
Index("ix_passage_source_id_start_end", PassageRow.source_id, PassageRow.start, PassageRow.end)
Index("ix_passage_page", PassageRow.page, sqlite_where=PassageRow.page.is_not(None))
Index("ix_memo_link_target_type_target_id", MemoLinkRow.target_type, MemoLinkRow.target_id)
