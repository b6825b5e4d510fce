"""Rows of sources, their speakers, turns and files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select, text

from makna.domain.model import CaseId, Source, SourceId, SourceKind, SpeakerId, Turn
from makna.storage.cases import Cases
from makna.storage.chapters import forget_passages
from makna.storage.connection import raw_of
from makna.storage.facts import Facts, Pairs
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
    CaseRow,
    CaseSourceRow,
    CodingRow,
    EditionRow,
    FactRow,
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


class Tally(NamedTuple):
    """How much of a source is coded."""

    passages: int
    codings: int
    coded_characters: int


class Sources:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._cases = Cases(connection)
        self._facts = Facts(connection)

    def all(self, *, counted: bool = True) -> list[Source]:
        """Every source, oldest first; texts are not read. Counting reads every coding."""
        return self._sources(None, counted=counted)

    def tallies(self, sources: Sequence[SourceId]) -> dict[SourceId, Tally]:
        """What is coded in these sources, a few at a time, where anything is."""
        raw = raw_of(self._connection)
        which = f"p.source_id IN ({', '.join('?' * len(sources))})"
        counts = raw.execute(_COUNTS.format(which=f"WHERE {which}"), sources).fetchall()
        coded = dict(raw.execute(_TALLY.format(which=f"{which} AND"), sources).fetchall())
        return {
            SourceId(source): Tally(passages, codings, coded.get(source, 0))
            for source, passages, codings in counts
        }

    def get(self, source: SourceId) -> Source | None:
        found = self._sources(source)
        return found[0] if found else None

    def plain(self, source: SourceId) -> Source | None:
        """A source without its counts, whose cost grows with its codings."""
        return next(iter(self._sources(source, counted=False)), None)

    def names_by_id(self, only: Collection[SourceId] | None = None) -> dict[SourceId, str]:
        """What every source is called, or each of `only`."""
        raw = raw_of(self._connection)
        if only is None:
            return dict(raw.execute("SELECT id, name FROM source"))
        found: dict[SourceId, str] = {}
        for some in batched(only, IN_LIMIT):
            marks = ", ".join("?" * len(some))
            query = f"SELECT id, name FROM source WHERE id IN ({marks})"
            found.update(raw.execute(query, some))
        return found

    def names_and_kinds(self) -> list[tuple[SourceId, str, SourceKind]]:
        """What every source is called and what it is, oldest first."""
        rows = raw_of(self._connection).execute("SELECT id, name, kind FROM source ORDER BY id")
        return [(SourceId(source), str(name), SourceKind(kind)) for source, name, kind in rows]

    def language(self, source: SourceId) -> str:
        raw = raw_of(self._connection)
        row = raw.execute("SELECT language FROM source WHERE id = ?", (source,)).fetchone()
        return str(row[0]) if row else ""

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

    def add_many(self, rows: Sequence[Mapping[str, Any]]) -> list[SourceId]:
        return [SourceId(key) for key in insert_rows(self._connection, SourceRow, rows)]

    def link_new(self, links: Iterable[tuple[CaseId, SourceId]]) -> None:
        """These sources, which have no case yet, are about these cases."""
        rows = [{"case_id": case, "source_id": source} for case, source in links]
        insert_rows(self._connection, CaseSourceRow, rows)

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
        forget_passages(self._connection, passages)
        delete_rows(self._connection, PassageRow, passages)
        for table in (TurnRow, SpeakerRow, SourceFileRow, FactRow, EditionRow):
            keys = select(table.id).where(table.source_id == source)
            delete_rows(self._connection, table, self._connection.execute(keys).scalars().all())
        self._cases.unlink_source(source)
        delete_rows(self._connection, SourceRow, [source])
        return passages

    def add_speaker(self, **values: Any) -> SpeakerId:
        return SpeakerId(insert_row(self._connection, SpeakerRow, **values))

    def add_speakers(self, rows: Sequence[Mapping[str, Any]]) -> list[SpeakerId]:
        return [SpeakerId(key) for key in insert_rows(self._connection, SpeakerRow, rows)]

    def delete_speakers(self, speakers: Iterable[SpeakerId]) -> None:
        """Of speakers who have no turns."""
        delete_rows(self._connection, SpeakerRow, speakers)

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

    def turn_keys(self, source: SourceId) -> list[int]:
        found = select(TurnRow.id).where(TurnRow.source_id == source)
        return list(self._connection.execute(found).scalars())

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

    def speakers_with_cases(self) -> dict[SourceId, dict[SpeakerId, CaseId]]:
        """By source, the cases that its speakers are linked to; only where there is one."""
        raw = raw_of(self._connection)
        found: dict[SourceId, dict[SpeakerId, CaseId]] = {}
        for source, speaker, case in raw.execute(
            "SELECT source_id, id, case_id FROM speaker WHERE case_id IS NOT NULL"
        ):
            found.setdefault(SourceId(source), {})[SpeakerId(speaker)] = CaseId(case)
        return found

    def cases_of_speakers(self, source: SourceId) -> dict[SpeakerId, CaseId]:
        return {
            SpeakerId(row["id"]): CaseId(row["case_id"])
            for row in self.speakers(source)
            if row["case_id"] is not None
        }

    def add_file(self, **values: Any) -> None:
        insert_row(self._connection, SourceFileRow, **values)

    def add_files(self, rows: Sequence[Mapping[str, Any]]) -> None:
        insert_rows(self._connection, SourceFileRow, rows)

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
        facts = self._facts.by_source(only)
        return [
            _source(row, counts.get(row["id"], (0, 0)), coded.get(row["id"], (0,))[0], cases, facts)
            for row in rows
        ]

    def _tallies(
        self, sql: str, which: str, parameters: Mapping[str, Any]
    ) -> dict[int, tuple[int, ...]]:
        statement = text(sql.format(which=which if parameters else ""))
        rows = self._connection.execute(statement, parameters)
        return {row[0]: tuple(row[1:]) for row in rows}


def _source(
    row: Any,
    counts: tuple[int, ...],
    coded: int,
    cases: dict[int, list[str]],
    facts: dict[int, Pairs],
) -> Source:
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
        facts=facts.get(row["id"], ()),
    )
