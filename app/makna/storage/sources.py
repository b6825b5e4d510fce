"""Rows of sources, their speakers, turns and files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, text

from makna.domain.model import CaseId, Source, SourceId, SourceKind, SpeakerId, Turn
from makna.storage.cases import Cases
from makna.storage.rows import (
    delete_rows,
    insert_row,
    insert_rows,
    update_row,
    update_rows,
)
from makna.storage.tables import (
    CaseRow,
    CaseSourceRow,
    CodingRow,
    PassageRow,
    SourceFileRow,
    SourceRow,
    SourceTextRow,
    SpeakerRow,
    TurnRow,
)

_TALLY = """
WITH coded AS (
  SELECT p.source_id, p.start, p."end" FROM passage p
  WHERE {which} EXISTS (SELECT 1 FROM coding c WHERE c.passage_id = p.id)
), reach AS (
  SELECT source_id, start, "end",
    max("end") OVER (PARTITION BY source_id ORDER BY start, "end"
                     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM coded
)
SELECT source_id, sum(max(0, "end" - max(start, coalesce(before, 0)))) FROM reach GROUP BY source_id
"""
"""Characters under at least one coding: each passage adds what reaches beyond all before it."""

_COUNTS = """
SELECT p.source_id, count(DISTINCT p.id), count(c.id)
FROM passage p LEFT JOIN coding c ON c.passage_id = p.id {which} GROUP BY p.source_id
"""


class Sources:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._cases = Cases(connection)

    def all(self) -> list[Source]:
        """Every source with its counts, oldest first; texts are not read."""
        return self._sources(None)

    def get(self, source: SourceId) -> Source | None:
        found = self._sources(source)
        return found[0] if found else None

    def plain(self, source: SourceId) -> Source | None:
        """A source without its counts, whose cost grows with its codings."""
        return next(iter(self._sources(source, counted=False)), None)

    def language(self, source: SourceId) -> str:
        statement = select(SourceRow.language).where(SourceRow.id == source)
        return str(self._connection.execute(statement).scalar() or "")

    def spoken(self, by: str, name: str) -> list[tuple[int, int, int]]:
        """(source, start, end) of what a speaker or a case says; all of a case's own sources."""
        fold = func.makna_fold
        turns = select(TurnRow.source_id, TurnRow.start, TurnRow.end).join(
            SpeakerRow, SpeakerRow.id == TurnRow.speaker_id
        )
        if by == "speaker":
            found = turns.where(fold(SpeakerRow.name) == name.casefold())
            return [(r[0], r[1], r[2]) for r in self._connection.execute(found)]
        case = fold(CaseRow.name) == name.casefold()
        said = turns.join(CaseRow, CaseRow.id == SpeakerRow.case_id).where(case)
        whole = (
            select(CaseSourceRow.source_id, SourceTextRow.length_cp)
            .join(CaseRow, CaseRow.id == CaseSourceRow.case_id)
            .join(SourceTextRow, SourceTextRow.source_id == CaseSourceRow.source_id)
            .where(case)
        )
        spoken = [(r[0], r[1], r[2]) for r in self._connection.execute(said)]
        return spoken + [(r[0], 0, r[1]) for r in self._connection.execute(whole)]

    def names(self) -> list[str]:
        return list(self._connection.execute(select(SourceRow.name)).scalars())

    def add(self, **values: Any) -> SourceId:
        return SourceId(insert_row(self._connection, SourceRow, **values))

    def update(self, source: SourceId, **values: Any) -> None:
        update_row(self._connection, SourceRow, source, **values)

    def delete(self, source: SourceId) -> list[int]:
        """The source and all that lies in it; returns the passages that went with it.

        The text stays behind for undo, and so do the originals.
        """
        passages = list(
            self._connection.execute(
                select(PassageRow.id).where(PassageRow.source_id == source)
            ).scalars()
        )
        codings = select(CodingRow.id).join(PassageRow, PassageRow.id == CodingRow.passage_id)
        found = self._connection.execute(codings.where(PassageRow.source_id == source)).scalars()
        delete_rows(self._connection, CodingRow, found.all())
        delete_rows(self._connection, PassageRow, passages)
        for table in (TurnRow, SpeakerRow, SourceFileRow):
            keys = select(table.id).where(table.source_id == source)
            delete_rows(self._connection, table, self._connection.execute(keys).scalars().all())
        self._cases.unlink_source(source)
        delete_rows(self._connection, SourceRow, [source])
        return passages

    def add_speaker(self, **values: Any) -> SpeakerId:
        return SpeakerId(insert_row(self._connection, SpeakerRow, **values))

    def update_speaker(self, speaker: SpeakerId, **values: Any) -> None:
        update_row(self._connection, SpeakerRow, speaker, **values)

    def speakers(self, source: SourceId) -> list[Mapping[str, Any]]:
        """Rows with id, name, case_id and interviewer, in order of appearance."""
        statement = select(SpeakerRow.__table__).where(SpeakerRow.source_id == source)
        rows = self._connection.execute(statement.order_by(SpeakerRow.id)).mappings()
        return [dict(row) for row in rows]

    def merge_speakers(self, gone: SpeakerId, into: SpeakerId) -> None:
        """All turns of `gone` become those of `into`; then `gone` goes."""
        turns = select(TurnRow.id).where(TurnRow.speaker_id == gone)
        found = self._connection.execute(turns).scalars().all()
        update_rows(
            self._connection, TurnRow, [{"key": turn, "speaker_id": into} for turn in found]
        )
        delete_rows(self._connection, SpeakerRow, [gone])

    def add_turns(self, rows: Sequence[Mapping[str, Any]]) -> None:
        insert_rows(self._connection, TurnRow, rows)

    def delete_turns(self, turns: Iterable[int]) -> None:
        delete_rows(self._connection, TurnRow, turns)

    def turns(self, source: SourceId) -> list[Turn]:
        statement = (
            select(TurnRow.__table__, SpeakerRow.name)
            .join(SpeakerRow, SpeakerRow.id == TurnRow.speaker_id)
            .where(TurnRow.source_id == source)
            .order_by(TurnRow.start)
        )
        return [
            Turn(r["start"], r["end"], SpeakerId(r["speaker_id"]), r["name"], r["time_ms"])
            for r in self._connection.execute(statement).mappings()
        ]

    def turn_places(self, source: SourceId, start: int, end: int) -> list[tuple[int, int, int]]:
        """(key, start, end) of the turns that share a position or an edge with [start, end]."""
        statement = select(TurnRow.id, TurnRow.start, TurnRow.end).where(
            TurnRow.source_id == source, TurnRow.start <= end, TurnRow.end >= start
        )
        return [(row[0], row[1], row[2]) for row in self._connection.execute(statement)]

    def cases_of_speakers(self, source: SourceId) -> dict[SpeakerId, CaseId]:
        return {
            SpeakerId(row["id"]): CaseId(row["case_id"])
            for row in self.speakers(source)
            if row["case_id"] is not None
        }

    def add_file(self, **values: Any) -> None:
        insert_row(self._connection, SourceFileRow, **values)

    def file(self, source: SourceId, role: str) -> tuple[str, str] | None:
        """(SHA-256, file name) of the original of a source."""
        row = self._connection.execute(
            select(SourceFileRow.sha256, SourceFileRow.name).where(
                SourceFileRow.source_id == source, SourceFileRow.role == role
            )
        ).first()
        return None if row is None else (row.sha256, row.name)

    def with_original(self, sha256: str) -> list[SourceId]:
        """Sources that were imported from a file of these bytes."""
        rows = self._connection.execute(
            select(SourceFileRow.source_id).where(
                SourceFileRow.sha256 == sha256, SourceFileRow.role == "original"
            )
        )
        return [SourceId(key) for key in rows.scalars()]

    def _sources(self, only: SourceId | None, *, counted: bool = True) -> list[Source]:
        sql = text(
            "SELECT s.*, coalesce(t.length_cp, 0) AS characters FROM source s"
            " LEFT JOIN source_text t ON t.source_id = s.id"
            + (" WHERE s.id = :source" if only is not None else "")
            + " ORDER BY s.id"
        )
        parameters = {"source": only} if only is not None else {}
        rows = self._connection.execute(sql, parameters).mappings().all()
        counts: dict[int, tuple[int, ...]] = {}
        coded: dict[int, tuple[int, ...]] = {}
        if counted:
            counts = self._tallies(_COUNTS, "WHERE p.source_id = :source", parameters)
            coded = self._tallies(_TALLY, "p.source_id = :source AND", parameters)
        cases = self._cases.of_sources(only)
        return [
            _source(row, counts.get(row["id"], (0, 0)), coded.get(row["id"], (0,))[0], cases)
            for row in rows
        ]

    def _tallies(
        self, sql: str, which: str, parameters: Mapping[str, Any]
    ) -> dict[int, tuple[int, ...]]:
        statement = text(sql.format(which=which if parameters else ""))
        rows = self._connection.execute(statement, parameters)
        return {row[0]: tuple(row[1:]) for row in rows}


def _source(row: Any, counts: tuple[int, ...], coded: int, cases: dict[int, list[str]]) -> Source:
    return Source(
        id=SourceId(row["id"]),
        guid=row["guid"],
        name=row["name"],
        kind=SourceKind(row["kind"]),
        media_type=row["media_type"],
        language=row["language"],
        date=row["date"],
        place=row["place"],
        author=row["author"],
        publisher=row["publisher"],
        year=row["year"],
        url=row["url"],
        accessed=row["accessed"],
        pages=row["pages"],
        memo=row["memo"],
        characters=row["characters"],
        passages=counts[0],
        codings=counts[1],
        coded_characters=coded,
        cases=tuple(cases.get(row["id"], ())),
    )
