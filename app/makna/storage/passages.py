"""Rows of passages and of the codings that hang on them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, select

from makna.domain.model import CodeId, CoderId, Coding, CodingId, Passage, PassageId, SourceId
from makna.domain.regions import Region
from makna.storage.chapter_cleanup import forget_passages
from makna.storage.connection import raw_of
from makna.storage.mapped import tables
from makna.storage.rows import (
    IN_LIMIT,
    batched,
    delete_rows,
    insert_row,
    insert_rows,
    rows_of,
    update_row,
    update_rows,
)


class PlaceRow(NamedTuple):
    """A coding and its place; `coding`, `code` and `coder` are None where there is none."""

    passage: PassageId
    start: int
    end: int
    memo: str
    star: int
    coding: CodingId | None
    code: CodeId | None
    coder: CoderId | None
    coding_memo: str | None


class Coded(NamedTuple):
    """A coding, but for what stands in it."""

    coding: CodingId
    code: CodeId
    coder: CoderId


class Passages:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_source(self, source: SourceId) -> list[Passage]:
        """All passages of a source in order of place, with their codings; two statements."""
        raw = raw_of(self._connection)
        rows = raw.execute(
            f'{_PASSAGES} WHERE source_id = ? ORDER BY start, "end", page, y1, x1, id', (source,)
        ).fetchall()
        codings = raw.execute(
            f"{_CODINGS} WHERE passage_id IN (SELECT id FROM passage WHERE source_id = ?)"
            " ORDER BY id",
            (source,),
        ).fetchall()
        return _assembled(rows, codings)

    def places_of_source(
        self,
        source: SourceId,
        after: PlaceRow | None = None,
        most: int = -1,
        *,
        within: tuple[int, int] | None = None,
    ) -> list[PlaceRow]:
        """The bare stretches of text and codings of a source for painting, in order of place.

        A row a coding; a passage without one has a row without a coding. Thousands of rows are
        read whenever a source is opened, so they stay plain: `most` of them `after` the last one
        that was read, or those that reach into [start, end) of `within`. Rectangles are read by
        `on_pages`.
        """
        rest = ""
        place: tuple[int, ...] = ()
        if after is not None:
            rest = ' AND (p.start, p."end", p.id, coalesce(c.id, 0)) > (?, ?, ?, ?)'
            place = (after.start, after.end, after.passage, after.coding or 0)
        if within is not None:
            rest += ' AND p."end" > ? AND p.start < ?'
            place += within
        rows = raw_of(self._connection).execute(
            'SELECT p.id, p.start, p."end", p.memo, p.star, c.id, c.code_id, c.coder_id, c.memo'
            " FROM passage p LEFT JOIN coding c ON c.passage_id = p.id WHERE p.source_id = ?"
            f" AND p.page IS NULL{rest}"
            ' ORDER BY p.start, p."end", p.id, c.id LIMIT ?',
            (source, *place, most),
        )
        return list(map(PlaceRow._make, rows))

    def keys_by_place(self, source: SourceId) -> dict[tuple[int, int], PassageId]:
        """The stretches of text of a source by (start, end); of several at one place the first."""
        rows = raw_of(self._connection).execute(
            'SELECT start, "end", min(id) FROM passage WHERE source_id = ? AND page IS NULL'
            ' GROUP BY start, "end"',
            (source,),
        )
        return {(start, end): PassageId(key) for start, end, key in rows}

    def keys_in(self, source: SourceId) -> set[PassageId]:
        """The passages of a source."""
        query = "SELECT id FROM passage WHERE source_id = ?"
        return {PassageId(row[0]) for row in raw_of(self._connection).execute(query, (source,))}

    def places_of_code(self, code: CodeId) -> list[tuple[PassageId, SourceId, int, int]]:
        """(passage, source, start, end) of all that carries the code, in no order."""
        rows = raw_of(self._connection).execute(
            'SELECT id, source_id, start, "end" FROM passage'
            " WHERE id IN (SELECT passage_id FROM coding WHERE code_id = ?)",
            (code,),
        )
        return [(PassageId(p), SourceId(s), start, end) for p, s, start, end in rows]

    def sources_of(self, passages: Iterable[PassageId]) -> set[SourceId]:
        """The sources that these passages lie in."""
        found: set[SourceId] = set()
        raw = raw_of(self._connection)
        for some in batched(passages, IN_LIMIT):
            marks = ", ".join("?" * len(some))
            rows = raw.execute(
                f"SELECT DISTINCT source_id FROM passage WHERE id IN ({marks})", some
            )
            found.update(SourceId(source) for (source,) in rows)
        return found

    def on_pages(self, source: SourceId) -> list[Passage]:
        """The rectangles of a source, by page and from top to bottom; two statements."""
        raw = raw_of(self._connection)
        where = "source_id = ? AND page IS NOT NULL"
        rows = raw.execute(
            f"{_PASSAGES} WHERE {where} ORDER BY page, y1, x1, id", (source,)
        ).fetchall()
        codings = raw.execute(
            f"{_CODINGS} WHERE passage_id IN (SELECT id FROM passage WHERE {where}) ORDER BY id",
            (source,),
        ).fetchall()
        return _assembled(rows, codings)

    def by_ids(self, passages: Iterable[PassageId]) -> list[Passage]:
        """The passages that still exist, in order of the ids given."""
        wanted = list(dict.fromkeys(passages))
        found: dict[PassageId, Passage] = {}
        raw = raw_of(self._connection)
        for some in batched(wanted, IN_LIMIT):
            marks = ",".join("?" * len(some))
            rows = raw.execute(f"{_PASSAGES} WHERE id IN ({marks})", some).fetchall()
            codings = raw.execute(
                f"{_CODINGS} WHERE passage_id IN ({marks}) ORDER BY id", some
            ).fetchall()
            found.update((passage.id, passage) for passage in _assembled(rows, codings))
        return [found[key] for key in wanted if key in found]

    def get(self, passage: PassageId) -> Passage | None:
        found = self.by_ids([passage])
        return found[0] if found else None

    def at(
        self, source: SourceId, start: int, end: int, region: Region | None = None
    ) -> PassageId | None:
        """The passage at exactly this place; of a rectangle its page and edges alone count."""
        if region is not None:
            return self._at_region(source, region)
        found = (
            raw_of(self._connection)
            .execute(
                'SELECT id FROM passage WHERE source_id = ? AND start = ? AND "end" = ?'
                " AND page IS NULL ORDER BY id LIMIT 1",
                (source, start, end),
            )
            .fetchone()
        )
        return PassageId(found[0]) if found else None

    def _at_region(self, source: SourceId, region: Region) -> PassageId | None:
        statement = select(tables.PassageRow.id).where(
            tables.PassageRow.source_id == source,
            tables.PassageRow.page == region.page,
            tables.PassageRow.x1 == region.x1,
            tables.PassageRow.y1 == region.y1,
            tables.PassageRow.x2 == region.x2,
            tables.PassageRow.y2 == region.y2,
        )
        found = self._connection.execute(statement.order_by(tables.PassageRow.id).limit(1)).scalar()
        return None if found is None else PassageId(found)

    def add(self, **values: Any) -> PassageId:
        return PassageId(insert_row(self._connection, "passage", **values))

    def add_many(self, rows: Sequence[Mapping[str, Any]]) -> range:
        return insert_rows(self._connection, "passage", rows)

    def update(self, passage: PassageId, **values: Any) -> None:
        update_row(self._connection, "passage", passage, **values)

    def star(self, passages: Iterable[PassageId], star: bool) -> None:
        rows = [{"key": passage, "star": int(star)} for passage in passages]
        update_rows(self._connection, "passage", rows)

    def delete(self, passages: Iterable[PassageId]) -> None:
        gone = list(passages)
        forget_passages(self._connection, gone)
        delete_rows(self._connection, "passage", gone)

    def coding(self, passage: PassageId, code: CodeId, coder: CoderId) -> CodingId | None:
        found = (
            raw_of(self._connection)
            .execute(
                # The signs keep SQLite from walking along all codings of the code or the coder.
                "SELECT id FROM coding WHERE passage_id = ? AND +code_id = ? AND +coder_id = ?",
                (passage, code, coder),
            )
            .fetchone()
        )
        return CodingId(found[0]) if found else None

    def who_coded(self, passages: Iterable[PassageId]) -> dict[PassageId, list[Coded]]:
        """The codings of each of these passages that has any, in order of the ids given."""
        # One statement: all results of a search may be chosen, and the window waits.
        rows = raw_of(self._connection).execute(
            "SELECT c.passage_id, c.id, c.code_id, c.coder_id FROM json_each(?) k"
            " CROSS JOIN coding c ON c.passage_id = k.value ORDER BY k.key, c.id",
            (json.dumps(list(passages)),),
        )
        found: dict[PassageId, list[Coded]] = {}
        for passage, coding, code, coder in rows:
            found.setdefault(passage, []).append(Coded(coding, code, coder))
        return found

    def codings_of(self, code: CodeId) -> list[tuple[Coding, PassageId]]:
        """All codings of a code with their passages, oldest first."""
        return self._codings("code_id", [code])

    def codings_by_ids(self, codings: Iterable[CodingId]) -> list[tuple[Coding, PassageId]]:
        """The codings that still exist, with their passages, in order of the ids given."""
        wanted = list(dict.fromkeys(codings))
        found = {pair[0].id: pair for pair in self._codings("id", wanted)}
        return [found[key] for key in wanted if key in found]

    def codings_on(self, passages: Iterable[PassageId]) -> list[tuple[Coding, PassageId]]:
        """All codings of these passages."""
        return self._codings("passage_id", set(passages))

    def _codings(self, column: str, keys: Iterable[int]) -> list[tuple[Coding, PassageId]]:
        rows = rows_of(self._connection, _CODINGS, column, keys, "id")
        return [(Coding(*coding), PassageId(passage)) for passage, *coding in rows]

    def with_code(self, code: CodeId, most: int) -> tuple[int, list[PassageId]]:
        """How many passages carry a code, and the first ones, by up to so many codings."""
        raw = raw_of(self._connection)
        query = "SELECT count(DISTINCT passage_id) FROM coding WHERE code_id = ?"
        count = int(raw.execute(query, (code,)).fetchone()[0])
        first = "SELECT passage_id FROM coding WHERE code_id = ? ORDER BY id LIMIT ?"
        rows = raw.execute(first, (code, most))
        return count, list(dict.fromkeys(PassageId(passage) for (passage,) in rows))

    def get_coding(self, coding: CodingId) -> tuple[Coding, PassageId] | None:
        return next(iter(self._codings("id", [coding])), None)

    def add_coding(self, **values: Any) -> CodingId:
        return CodingId(insert_row(self._connection, "coding", **values))

    def add_codings(self, rows: Sequence[Mapping[str, Any]]) -> range:
        return insert_rows(self._connection, "coding", rows)

    def update_coding(self, coding: CodingId, **values: Any) -> None:
        update_row(self._connection, "coding", coding, **values)

    def update_codings(self, rows: Sequence[Mapping[str, Any]]) -> None:
        update_rows(self._connection, "coding", rows)

    def delete_codings(self, codings: Iterable[CodingId]) -> None:
        delete_rows(self._connection, "coding", codings)

    def bare(self, passages: Iterable[PassageId]) -> list[PassageId]:
        """Those of the passages that carry nothing: no coding, memo, link, translation, star."""
        raw, found = raw_of(self._connection), list[PassageId]()
        for some in batched(sorted(set(passages)), IN_LIMIT):
            marks = ",".join("?" * len(some))
            rows = raw.execute(
                f"SELECT id FROM passage WHERE id IN ({marks})"
                " AND memo = '' AND translation = '' AND star = 0"
                " AND NOT EXISTS (SELECT 1 FROM coding WHERE passage_id = passage.id)"
                " AND NOT EXISTS (SELECT 1 FROM memo_link"
                " WHERE target_type = 'passage' AND target_id = passage.id)",
                some,
            )
            found += (PassageId(row[0]) for row in rows)
        return found

    def linked(self, source: SourceId) -> list[PassageId]:
        """Passages of the source that memos link to."""
        statement = (
            select(tables.PassageRow.id)
            .distinct()
            .join(
                tables.MemoLinkRow,
                and_(
                    tables.MemoLinkRow.target_type == "passage",
                    tables.MemoLinkRow.target_id == tables.PassageRow.id,
                ),
            )
            .where(tables.PassageRow.source_id == source)
        )
        return [PassageId(key) for key in self._connection.execute(statement).scalars()]

    def touching(self, source: SourceId, start: int, end: int) -> list[Passage]:
        """Stretches of text that share a position or an edge with [start, end]."""
        rows = raw_of(self._connection).execute(
            'SELECT id FROM passage WHERE source_id = ? AND start <= ? AND "end" >= ?'
            " AND page IS NULL",
            (source, end, start),
        )
        return self.by_ids([PassageId(key) for (key,) in rows])

    def number_after(self, source: SourceId, start: int, end: int) -> int:
        """How many stretches of text an edit of [start, end) shifts but for those it touches."""
        found = raw_of(self._connection).execute(
            "SELECT count(*) FROM passage WHERE source_id = ?1 AND page IS NULL"
            ' AND (start > ?3 OR (start < ?2 AND "end" > ?3))',
            (source, start, end),
        )
        return int(found.fetchone()[0])


# Passages are read at every click and by the thousand: as plain tuples, in this order of columns.
_PASSAGES = (
    'SELECT id, guid, source_id, start, "end", memo, star, translation, translation_language,'
    " translator, page, x1, y1, x2, y2 FROM passage"
)
_CODINGS = "SELECT passage_id, id, guid, code_id, coder_id, memo, created_at FROM coding"


def _assembled(rows: Sequence[Any], codings: Sequence[Any]) -> list[Passage]:
    """Passages with their codings, from rows of `_PASSAGES` and `_CODINGS`."""
    by_passage: dict[int, list[Coding]] = {}
    for passage, *coding in codings:
        by_passage.setdefault(passage, []).append(Coding(*coding))
    return [
        Passage(
            id=row[0],
            guid=row[1],
            source=row[2],
            start=row[3],
            end=row[4],
            codings=tuple(by_passage.get(row[0], ())),
            memo=row[5],
            star=bool(row[6]),
            translation=row[7],
            translation_language=row[8],
            translator=row[9],
            region=None if row[10] is None else Region(*row[10:15]),
        )
        for row in rows
    ]
