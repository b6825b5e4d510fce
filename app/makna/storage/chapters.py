"""Rows of chapters, and of what their author decided on sections and quotations."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from makna.domain.chapter import (
    Chapter,
    ChapterId,
    Chosen,
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
from makna.storage.mapped import tables
from makna.storage.rows import (
    IN_LIMIT,
    batched,
    delete_rows,
    insert_row,
    insert_rows,
    keys_where,
    read_rows,
    update_row,
    update_rows,
)

_STARRED = (
    "SELECT coding.code_id, count(DISTINCT passage.id) FROM passage"
    " JOIN coding ON coding.passage_id = passage.id WHERE passage.star = 1 GROUP BY 1"
)
_DECIDED = (
    "SELECT code_id, count(*) FROM quotation WHERE chapter_id = ? AND state = ? AND EXISTS ("
    "SELECT 1 FROM coding WHERE coding.passage_id = quotation.passage_id"
    " AND coding.code_id = quotation.code_id)"
)
_STARRED_TOO = (
    " AND EXISTS (SELECT 1 FROM passage WHERE passage.id = quotation.passage_id"
    " AND passage.star = 1)"
)
_CODED_IN = (
    "EXISTS (SELECT 1 FROM passage JOIN coding ON coding.passage_id = passage.id"
    " WHERE passage.source_id = source.id)"
)


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A passage that carries the code of a section, and where it stands."""

    passage: PassageId
    source: SourceId
    source_name: str
    kind: str
    start: int
    star: bool


class Chapters:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Chapter]:
        """Every chapter, in the author's order."""
        statement = select(tables.ChapterRow.__table__).order_by(
            tables.ChapterRow.position, tables.ChapterRow.id
        )
        return [_chapter(row) for row in self._connection.execute(statement).mappings()]

    def get(self, chapter: ChapterId) -> Chapter | None:
        return next((each for each in self.all() if each.id == chapter), None)

    def add(self, **values: Any) -> ChapterId:
        last = self._connection.execute(select(func.max(tables.ChapterRow.position))).scalar()
        position = 0 if last is None else int(last) + 1
        return ChapterId(insert_row(self._connection, "chapter", position=position, **values))

    def update(self, chapter: ChapterId, **values: Any) -> None:
        update_row(self._connection, "chapter", chapter, **values)

    def delete(self, chapter: ChapterId) -> None:
        """The chapter with all that was decided in it."""
        for table in ("section", "quotation"):
            keys = keys_where(self._connection, table, "chapter_id", [chapter])
            delete_rows(self._connection, table, keys)
        delete_rows(self._connection, "chapter", [chapter])

    # Sections.

    def sections(self, chapter: ChapterId) -> dict[CodeId, SectionChoice]:
        """What was decided on sections, by code."""
        rows = read_rows(self._connection, "section", "chapter_id", [chapter])
        return {CodeId(row["code_id"]): _section(row) for row in rows}

    def section(self, chapter: ChapterId, code: CodeId) -> SectionChoice | None:
        return self.sections(chapter).get(code)

    def add_sections(self, rows: Sequence[dict[str, Any]]) -> range:
        return insert_rows(self._connection, "section", rows)

    def update_section(self, section: SectionId, **values: Any) -> None:
        update_row(self._connection, "section", section, **values)

    def place_sections(self, ranks: Iterable[tuple[SectionId, int]]) -> None:
        rows = [{"key": section, "position": rank} for section, rank in ranks]
        update_rows(self._connection, "section", rows)

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
        column, key = ("chapter_id", chapter) if code is None else ("code_id", code)
        rows = read_rows(self._connection, "quotation", column, [key])
        found = (_quotation(row) for row in rows if row["chapter_id"] == chapter)
        return {(each.code, each.passage): each for each in found}

    def add_quotations(self, rows: Sequence[dict[str, Any]]) -> range:
        return insert_rows(self._connection, "quotation", rows)

    def update_quotation(self, quotation: QuotationId, **values: Any) -> None:
        update_row(self._connection, "quotation", quotation, **values)

    def update_quotations(self, rows: Sequence[dict[str, Any]]) -> None:
        update_rows(self._connection, "quotation", rows)

    def delete_quotations(self, quotations: Iterable[QuotationId]) -> None:
        delete_rows(self._connection, "quotation", quotations)

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

    def shelves(self, codes: Collection[CodeId]) -> dict[CodeId, list[OnShelf]]:
        """What carries each of the codes, each passage once; one statement for 500 codes."""
        found: dict[CodeId, list[OnShelf]] = {}
        raw = raw_of(self._connection)
        for some in batched(sorted(codes), IN_LIMIT):
            rows = raw.execute(
                "SELECT DISTINCT coding.code_id, passage.id, source.id, source.name, source.kind,"
                " passage.start, passage.star FROM coding"
                " JOIN passage ON passage.id = coding.passage_id"
                " JOIN source ON source.id = passage.source_id"
                f" WHERE coding.code_id IN ({','.join('?' * len(some))})",
                some,
            )
            for code, passage, source, name, kind, start, star in rows:
                each = OnShelf(PassageId(passage), SourceId(source), name, kind, start, bool(star))
                found.setdefault(CodeId(code), []).append(each)
        return found

    def shelf_sizes(
        self,
        chapter: ChapterId | None,
        chosen: Chosen,
        codes: Collection[CodeId] | None = None,
    ) -> dict[CodeId, tuple[int, int]]:
        """How many passages carry each code (or these), and how many of them are printed.

        Three statements at most: passages are grouped by code, and decisions, which are few,
        looked at one by one.
        """
        carried = self._carried(codes)
        if chosen is Chosen.USED:
            printed = self._decided(chapter, State.USED, starred=False)
            return {code: (count, printed.get(code, 0)) for code, count in carried.items()}
        starred = chosen is Chosen.STARRED
        wanted = self._counts(_STARRED) if starred else carried
        gone = self._decided(chapter, State.LEFT_OUT, starred=starred)
        return {
            code: (count, wanted.get(code, 0) - gone.get(code, 0))
            for code, count in carried.items()
        }

    def _carried(self, codes: Collection[CodeId] | None) -> dict[CodeId, int]:
        query = "SELECT code_id, count(DISTINCT passage_id) FROM coding"
        if codes is None:
            return self._counts(f"{query} GROUP BY 1")
        found: dict[CodeId, int] = {}
        for some in batched(sorted(codes), IN_LIMIT):
            marks = ",".join("?" * len(some))
            found |= self._counts(f"{query} WHERE code_id IN ({marks}) GROUP BY 1", *some)
        return found

    def _decided(
        self, chapter: ChapterId | None, state: State, *, starred: bool
    ) -> dict[CodeId, int]:
        """Passages of each code on which the author decided so; a code taken off counts not."""
        if chapter is None:
            return {}
        query = _DECIDED + (_STARRED_TOO if starred else "") + " GROUP BY 1"
        return self._counts(query, chapter, state.value)

    def _counts(self, query: str, *values: object) -> dict[CodeId, int]:
        rows = raw_of(self._connection).execute(query, values)
        return {CodeId(code): count for code, count in rows}

    def kinds_coded(self) -> list[str]:
        """The kinds of the sources in which something is coded."""
        query = f"SELECT DISTINCT kind FROM source WHERE {_CODED_IN}"
        return [row[0] for row in raw_of(self._connection).execute(query)]

    def first_coded(self, kind: str) -> PassageId | None:
        """A passage with a code in a source of this kind: the first of the oldest."""
        query = (
            "SELECT passage.id FROM passage JOIN coding ON coding.passage_id = passage.id"
            f" WHERE source_id = (SELECT id FROM source WHERE kind = ? AND {_CODED_IN} LIMIT 1)"
            " ORDER BY start LIMIT 1"
        )
        row = raw_of(self._connection).execute(query, (kind,)).fetchone()
        return PassageId(row[0]) if row else None

    def carries(self, code: CodeId, passages: Collection[PassageId]) -> set[PassageId]:
        """Those of the passages that carry the code."""
        found: set[PassageId] = set()
        for some in batched(sorted(passages), IN_LIMIT):
            rows = self._connection.execute(
                select(tables.CodingRow.passage_id).where(
                    tables.CodingRow.code_id == code, tables.CodingRow.passage_id.in_(some)
                )
            )
            found.update(PassageId(key) for key in rows.scalars())
        return found

    def texts(self, memos: Collection[MemoId]) -> dict[MemoId, tuple[str, str]]:
        """Title and text of memos, without their links."""
        found: dict[MemoId, tuple[str, str]] = {}
        for some in batched(sorted(memos), IN_LIMIT):
            rows = self._connection.execute(
                select(tables.MemoRow.id, tables.MemoRow.title, tables.MemoRow.body).where(
                    tables.MemoRow.id.in_(some)
                )
            )
            found.update((MemoId(row.id), (row.title, row.body)) for row in rows)
        return found

    def summaries(self) -> dict[CodeId, MemoId]:
        """The oldest summary that is linked to each code."""
        rows = self._connection.execute(
            select(tables.MemoLinkRow.target_id, func.min(tables.MemoRow.id))
            .join(tables.MemoRow, tables.MemoRow.id == tables.MemoLinkRow.memo_id)
            .where(tables.MemoLinkRow.target_type == "code", tables.MemoRow.kind == "summary")
            .group_by(tables.MemoLinkRow.target_id)
        )
        return {CodeId(row[0]): MemoId(row[1]) for row in rows}

    def talks(self) -> list[tuple[CaseId, SourceId, str]]:
        """(case, source, kind) of the sources of cases, by date; without one last."""
        rows = self._connection.execute(
            select(tables.CaseSourceRow.case_id, tables.SourceRow.id, tables.SourceRow.kind)
            .join(tables.SourceRow, tables.SourceRow.id == tables.CaseSourceRow.source_id)
            .order_by(tables.SourceRow.date == "", tables.SourceRow.date, tables.SourceRow.id)
        )
        return [(CaseId(row[0]), SourceId(row[1]), row[2]) for row in rows]

    # When what they hang on changes.

    def move_code(self, gone: CodeId, into: CodeId) -> None:
        """Decisions under a code that is merged; those already made under the other one stay."""
        for table, twin in (("quotation", "passage_id"), ("section", "code_id")):
            self._move(table, "code_id", gone, into, twin)

    def move_passage(self, gone: PassageId, into: PassageId) -> None:
        """Decisions on a passage that becomes one with another; those on the other one stay."""
        self._move("quotation", "passage_id", gone, into, "code_id")

    def _move(self, table: str, column: str, gone: int, into: int, twin: str) -> None:
        """One row a chapter and `twin`, which is `column` itself where nothing is beside it."""
        rows = list(read_rows(self._connection, table, column, (gone, into)))

        def beside(row: dict[str, Any]) -> tuple[int, ...]:
            return (row["chapter_id"], *((row[twin],) if twin != column else ()))

        taken = {beside(row) for row in rows if row[column] == into}
        going = [row for row in rows if row[column] == gone]
        delete_rows(self._connection, table, [r["id"] for r in going if beside(r) in taken])
        moving = [{"key": r["id"], column: into} for r in going if beside(r) not in taken]
        update_rows(self._connection, table, moving)


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
