"""Rows of chapters, and of what their author decided on sections and quotations."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from makna.domain.chapter import (
    Chapter,
    ChapterId,
    Form,
    QuotationChoice,
    QuotationId,
    SectionChoice,
    SectionId,
    State,
    settings_from_json,
)
from makna.domain.model import CaseId, CodeId, MemoId, PassageId, SourceId
from makna.domain.quote_edits import edits_from_json
from makna.storage.connection import raw_of
from makna.storage.rows import (
    IN_LIMIT,
    batched,
    delete_rows,
    insert_row,
    insert_rows,
    update_row,
    update_rows,
)
from makna.storage.tables import (
    CaseSourceRow,
    ChapterRow,
    CodingRow,
    Journalled,
    MemoLinkRow,
    MemoRow,
    QuotationRow,
    SectionRow,
    SourceRow,
)


class Chapters:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Chapter]:
        """Every chapter, in the author's order."""
        statement = select(ChapterRow.__table__).order_by(ChapterRow.position, ChapterRow.id)
        return [_chapter(row) for row in self._connection.execute(statement).mappings()]

    def get(self, chapter: ChapterId) -> Chapter | None:
        return next((each for each in self.all() if each.id == chapter), None)

    def add(self, **values: Any) -> ChapterId:
        last = self._connection.execute(select(func.max(ChapterRow.position))).scalar()
        position = 0 if last is None else int(last) + 1
        return ChapterId(insert_row(self._connection, ChapterRow, position=position, **values))

    def update(self, chapter: ChapterId, **values: Any) -> None:
        update_row(self._connection, ChapterRow, chapter, **values)

    def set_positions(self, ordered: Iterable[ChapterId]) -> None:
        rows = [{"key": key, "position": rank} for rank, key in enumerate(ordered)]
        update_rows(self._connection, ChapterRow, rows)

    def delete(self, chapter: ChapterId) -> None:
        """The chapter with all that was decided in it."""
        for table in (SectionRow, QuotationRow):
            _delete_where(self._connection, table, "chapter_id", [chapter])
        delete_rows(self._connection, ChapterRow, [chapter])

    # Sections.

    def sections(self, chapter: ChapterId) -> dict[CodeId, SectionChoice]:
        """What was decided on sections, by code."""
        statement = select(SectionRow.__table__).where(SectionRow.chapter_id == chapter)
        rows = self._connection.execute(statement.order_by(SectionRow.id)).mappings()
        return {CodeId(row["code_id"]): _section(row) for row in rows}

    def section(self, chapter: ChapterId, code: CodeId) -> SectionChoice | None:
        return self.sections(chapter).get(code)

    def add_sections(self, rows: Sequence[dict[str, Any]]) -> range:
        return insert_rows(self._connection, SectionRow, rows)

    def update_section(self, section: SectionId, **values: Any) -> None:
        update_row(self._connection, SectionRow, section, **values)

    def place_sections(self, ranks: Iterable[tuple[SectionId, int]]) -> None:
        rows = [{"key": section, "position": rank} for section, rank in ranks]
        update_rows(self._connection, SectionRow, rows)

    # Quotations.

    def quotations(self, chapter: ChapterId) -> dict[tuple[CodeId, PassageId], QuotationChoice]:
        """What was decided on passages, by section and passage; one statement."""
        return self._quotations(chapter, None)

    def quotations_of(
        self, chapter: ChapterId, code: CodeId
    ) -> dict[tuple[CodeId, PassageId], QuotationChoice]:
        """The same for one section."""
        return self._quotations(chapter, code)

    def _quotations(
        self, chapter: ChapterId, code: CodeId | None
    ) -> dict[tuple[CodeId, PassageId], QuotationChoice]:
        statement = select(QuotationRow.__table__).where(QuotationRow.chapter_id == chapter)
        if code is not None:
            statement = statement.where(QuotationRow.code_id == code)
        rows = self._connection.execute(statement.order_by(QuotationRow.id)).mappings()
        found = (_quotation(row) for row in rows)
        return {(each.code, each.passage): each for each in found}

    def add_quotations(self, rows: Sequence[dict[str, Any]]) -> range:
        return insert_rows(self._connection, QuotationRow, rows)

    def update_quotation(self, quotation: QuotationId, **values: Any) -> None:
        update_row(self._connection, QuotationRow, quotation, **values)

    def update_quotations(self, rows: Sequence[dict[str, Any]]) -> None:
        update_rows(self._connection, QuotationRow, rows)

    def delete_quotations(self, quotations: Iterable[QuotationId]) -> None:
        delete_rows(self._connection, QuotationRow, quotations)

    # What a chapter is made from.

    def coded(self, codes: Collection[CodeId]) -> dict[CodeId, list[PassageId]]:
        """The passages that carry each of the codes, each once; one statement for 500 codes."""
        found: dict[CodeId, list[PassageId]] = {}
        raw = raw_of(self._connection)
        for some in batched(sorted(codes), IN_LIMIT):
            marks = ",".join("?" * len(some))
            rows = raw.execute(
                "SELECT DISTINCT code_id, passage_id FROM coding"
                f" WHERE code_id IN ({marks}) ORDER BY code_id, passage_id",
                some,
            )
            for code, passage in rows:
                found.setdefault(CodeId(code), []).append(PassageId(passage))
        return found

    def carries(self, code: CodeId, passages: Collection[PassageId]) -> set[PassageId]:
        """Those of the passages that carry the code."""
        found: set[PassageId] = set()
        for some in batched(sorted(passages), IN_LIMIT):
            rows = self._connection.execute(
                select(CodingRow.passage_id).where(
                    CodingRow.code_id == code, CodingRow.passage_id.in_(some)
                )
            )
            found.update(PassageId(key) for key in rows.scalars())
        return found

    def texts(self, memos: Collection[MemoId]) -> dict[MemoId, tuple[str, str]]:
        """Title and text of memos, without their links."""
        found: dict[MemoId, tuple[str, str]] = {}
        for some in batched(sorted(memos), IN_LIMIT):
            rows = self._connection.execute(
                select(MemoRow.id, MemoRow.title, MemoRow.body).where(MemoRow.id.in_(some))
            )
            found.update((MemoId(row.id), (row.title, row.body)) for row in rows)
        return found

    def summaries(self) -> dict[CodeId, MemoId]:
        """The oldest summary that is linked to each code."""
        rows = self._connection.execute(
            select(MemoLinkRow.target_id, func.min(MemoRow.id))
            .join(MemoRow, MemoRow.id == MemoLinkRow.memo_id)
            .where(MemoLinkRow.target_type == "code", MemoRow.kind == "summary")
            .group_by(MemoLinkRow.target_id)
        )
        return {CodeId(row[0]): MemoId(row[1]) for row in rows}

    def talks(self) -> list[tuple[CaseId, SourceId, str]]:
        """(case, source, kind) of the sources of cases, by date; without one last."""
        rows = self._connection.execute(
            select(CaseSourceRow.case_id, SourceRow.id, SourceRow.kind)
            .join(SourceRow, SourceRow.id == CaseSourceRow.source_id)
            .order_by(SourceRow.date == "", SourceRow.date, SourceRow.id)
        )
        return [(CaseId(row[0]), SourceId(row[1]), row[2]) for row in rows]

    # When what they hang on changes.

    def move_code(self, gone: CodeId, into: CodeId) -> None:
        """Decisions under a code that is merged; those already made under the other one stay."""
        for table, twin in ((QuotationRow, QuotationRow.passage_id), (SectionRow, None)):
            self._move(table, "code_id", gone, into, twin)

    def move_passage(self, gone: PassageId, into: PassageId) -> None:
        """Decisions on a passage that becomes one with another; those on the other one stay."""
        self._move(QuotationRow, "passage_id", gone, into, QuotationRow.code_id)

    def _move(self, table: Any, column: str, gone: int, into: int, twin: Any) -> None:
        key = getattr(table, column)
        beside = [table.chapter_id] if twin is None else [table.chapter_id, twin]
        taken = {tuple(row) for row in self._connection.execute(select(*beside).where(key == into))}
        rows = self._connection.execute(select(table.id, *beside).where(key == gone)).all()
        doubled = [row[0] for row in rows if tuple(row[1:]) in taken]
        moving = [{"key": row[0], column: into} for row in rows if tuple(row[1:]) not in taken]
        delete_rows(self._connection, table, doubled)
        update_rows(self._connection, table, moving)


def forget_codes(connection: Connection, codes: Collection[int]) -> None:
    """Take away what was decided under codes that are about to be deleted."""
    for table in (SectionRow, QuotationRow):
        _delete_where(connection, table, "code_id", codes)


def forget_passages(connection: Connection, passages: Collection[int]) -> None:
    """Take away what was decided on passages that are about to be deleted."""
    _delete_where(connection, QuotationRow, "passage_id", passages)


def forget_memo(connection: Connection, memo: int) -> None:
    """Sections whose text was a memo that is about to be deleted are as nobody chose one."""
    for column in ("introduction_id", "closing_id"):
        statement = select(SectionRow.id).where(getattr(SectionRow, column) == memo)
        keys = connection.execute(statement).scalars().all()
        update_rows(connection, SectionRow, [{"key": key, column: None} for key in keys])


def _delete_where(
    connection: Connection, table: type[Journalled], column: str, keys: Collection[int]
) -> None:
    for some in batched(sorted(keys), IN_LIMIT):
        statement = select(table.id).where(getattr(table, column).in_(some))
        delete_rows(connection, table, connection.execute(statement).scalars().all())


def _chapter(row: Any) -> Chapter:
    return Chapter(
        ChapterId(row["id"]),
        row["guid"],
        row["title"],
        row["position"],
        settings_from_json(row["settings"]),
    )


def _section(row: Any) -> SectionChoice:
    return SectionChoice(
        id=SectionId(row["id"]),
        guid=row["guid"],
        code=CodeId(row["code_id"]),
        position=row["position"],
        left_out=bool(row["left_out"]),
        title=row["title"],
        introduction=row["introduction_id"],
        closing=row["closing_id"],
    )


def _quotation(row: Any) -> QuotationChoice:
    return QuotationChoice(
        id=QuotationId(row["id"]),
        guid=row["guid"],
        code=CodeId(row["code_id"]),
        passage=PassageId(row["passage_id"]),
        position=row["position"],
        state=State(row["state"]),
        form=Form(row["form"]),
        edits=edits_from_json(json.loads(row["edits"])),
        edited_sha256=row["edited_sha256"],
    )
