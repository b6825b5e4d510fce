"""Rows of sources, their speakers, turns and files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from makna.domain.model import CaseId, Source, SourceId, SourceKind, SpeakerId, Turn
from makna.storage.cases import Cases
from makna.storage.chapter_cleanup import forget_passages
from makna.storage.connection import raw_of
from makna.storage.facts import Facts
from makna.storage.mapped import tables
from makna.storage.rows import (
    IN_LIMIT,
    batched,
    delete_rows,
    insert_row,
    insert_rows,
    keys_where,
    rows_of,
    update_row,
    update_rows,
)

_TALLY = """
WITH coded AS (
  SELECT p.source_id, p.start, p."end" FROM passage p
  WHERE {which} AND EXISTS (SELECT 1 FROM coding c WHERE c.passage_id = p.id)
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
FROM passage p LEFT JOIN coding c ON c.passage_id = p.id WHERE {which} GROUP BY p.source_id
"""

_FIELDS = (
    *("id", "guid", "name", "kind", "media_type", "language", "date", "place", "author"),
    *("publisher", "year", "url", "accessed", "pages", "memo"),
)
_SOURCES = (
    f"SELECT {', '.join(f's.{field}' for field in _FIELDS)}, coalesce(t.length_cp, 0)"
    " FROM source s LEFT JOIN source_text t ON t.source_id = s.id"
)


class Tally(NamedTuple):
    """How much of a source is coded."""

    passages: int
    codings: int
    coded_characters: int
    """As in `Source`."""


_NOTHING = Tally(0, 0, 0)


class Sources:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._cases = Cases(connection)
        self._facts = Facts(connection)

    def all(self, *, counted: bool = True) -> list[Source]:
        """Every source, oldest first; texts are not read. Counting reads every coding."""
        return self._sources(None, counted=counted)

    def tallies(self, sources: Collection[SourceId] | None = None) -> dict[SourceId, Tally]:
        """What is coded in all sources, or in these few, where anything is."""
        raw, keys = raw_of(self._connection), tuple(sources or ())
        which = f"p.source_id IN ({', '.join('?' * len(keys))})" if sources is not None else "1"
        counts = raw.execute(_COUNTS.format(which=which), keys).fetchall()
        coded = dict(raw.execute(_TALLY.format(which=which), keys).fetchall())
        return {
            SourceId(source): Tally(passages, codings, coded.get(source, 0))
            for source, passages, codings in counts
        }

    def get(self, source: SourceId) -> Source | None:
        return next(iter(self._sources([source])), None)

    def plain(self, source: SourceId) -> Source | None:
        """A source without its counts, whose cost grows with its codings."""
        return next(iter(self._sources([source], counted=False)), None)

    def some(self, sources: Collection[SourceId]) -> dict[SourceId, Source]:
        """These sources without their counts, as far as they are there."""
        return {source.id: source for source in self._sources(sources, counted=False)}

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
        kinds = {kind.value: kind for kind in SourceKind}
        return [(SourceId(source), str(name), kinds[kind]) for source, name, kind in rows]

    def language(self, source: SourceId) -> str:
        raw = raw_of(self._connection)
        row = raw.execute("SELECT language FROM source WHERE id = ?", (source,)).fetchone()
        return str(row[0]) if row else ""

    def spoken(self, by: str, name: str) -> list[tuple[int, int, int]]:
        """(source, start, end) of what a speaker or a case says; all of a case's own sources."""
        fold = func.makna_fold
        turns = select(tables.TurnRow.source_id, tables.TurnRow.start, tables.TurnRow.end).join(
            tables.SpeakerRow, tables.SpeakerRow.id == tables.TurnRow.speaker_id
        )
        if by == "speaker":
            found = turns.where(fold(tables.SpeakerRow.name) == name.casefold())
            return [(r[0], r[1], r[2]) for r in self._connection.execute(found)]
        case = fold(tables.CaseRow.name) == name.casefold()
        said = turns.join(tables.CaseRow, tables.CaseRow.id == tables.SpeakerRow.case_id).where(
            case
        )
        whole = (
            select(tables.CaseSourceRow.source_id, tables.SourceTextRow.length_cp)
            .join(tables.CaseRow, tables.CaseRow.id == tables.CaseSourceRow.case_id)
            .join(
                tables.SourceTextRow,
                tables.SourceTextRow.source_id == tables.CaseSourceRow.source_id,
            )
            .where(case)
        )
        spoken = [(r[0], r[1], r[2]) for r in self._connection.execute(said)]
        return spoken + [(r[0], 0, r[1]) for r in self._connection.execute(whole)]

    def names(self) -> list[str]:
        rows = raw_of(self._connection).execute("SELECT name FROM source")
        return [row[0] for row in rows]

    def add(self, **values: Any) -> SourceId:
        return SourceId(insert_row(self._connection, "source", **values))

    def add_many(self, rows: Sequence[Mapping[str, Any]]) -> list[SourceId]:
        return [SourceId(key) for key in insert_rows(self._connection, "source", rows)]

    def link_new(self, links: Iterable[tuple[CaseId, SourceId]]) -> None:
        """These sources, which have no case yet, are about these cases."""
        rows = [{"case_id": case, "source_id": source} for case, source in links]
        insert_rows(self._connection, "case_source", rows)

    def update(self, source: SourceId, **values: Any) -> None:
        update_row(self._connection, "source", source, **values)

    def delete(self, source: SourceId) -> list[int]:
        """The source and all that lies in it; returns the passages that went with it.

        The text stays behind for undo, and so do the originals.
        """
        passages = keys_where(self._connection, "passage", "source_id", [source])
        codings = keys_where(self._connection, "coding", "passage_id", passages)
        delete_rows(self._connection, "coding", codings)
        forget_passages(self._connection, passages)
        delete_rows(self._connection, "passage", passages)
        for table in ("turn", "speaker", "source_file", "fact", "edition"):
            keys = keys_where(self._connection, table, "source_id", [source])
            delete_rows(self._connection, table, keys)
        self._cases.unlink_source(source)
        delete_rows(self._connection, "source", [source])
        return passages

    def add_speakers(self, rows: Sequence[Mapping[str, Any]]) -> list[SpeakerId]:
        return [SpeakerId(key) for key in insert_rows(self._connection, "speaker", rows)]

    def delete_speakers(self, speakers: Iterable[SpeakerId]) -> None:
        """Of speakers who have no turns."""
        delete_rows(self._connection, "speaker", speakers)

    def update_speaker(self, speaker: SpeakerId, **values: Any) -> None:
        update_row(self._connection, "speaker", speaker, **values)

    def speakers(self, source: SourceId) -> list[Mapping[str, Any]]:
        """Rows with id, name, case_id and interviewer, in order of appearance."""
        statement = select(tables.SpeakerRow.__table__).where(tables.SpeakerRow.source_id == source)
        rows = self._connection.execute(statement.order_by(tables.SpeakerRow.id)).mappings()
        return [dict(row) for row in rows]

    def merge_speakers(self, gone: SpeakerId, into: SpeakerId) -> None:
        """All turns of `gone` become those of `into`; then `gone` goes."""
        turns = select(tables.TurnRow.id).where(tables.TurnRow.speaker_id == gone)
        found = self._connection.execute(turns).scalars().all()
        update_rows(self._connection, "turn", [{"key": turn, "speaker_id": into} for turn in found])
        delete_rows(self._connection, "speaker", [gone])

    def add_turns(self, rows: Sequence[Mapping[str, Any]]) -> None:
        insert_rows(self._connection, "turn", rows)

    def turn_keys(self, source: SourceId) -> list[int]:
        found = select(tables.TurnRow.id).where(tables.TurnRow.source_id == source)
        return list(self._connection.execute(found).scalars())

    def delete_turns(self, turns: Iterable[int]) -> None:
        delete_rows(self._connection, "turn", turns)

    def turns(self, source: SourceId) -> list[Turn]:
        """In the order of the text."""
        return self.turns_of([source]).get(source, [])

    def turns_of(self, sources: Collection[SourceId]) -> dict[SourceId, list[Turn]]:
        """The turns of these sources, where there are any, each in the order of its text."""
        found: dict[SourceId, list[Turn]] = {}
        query = (
            'SELECT t.source_id, t.start, t."end", t.speaker_id, s.name, t.time_ms'
            " FROM turn t JOIN speaker s ON s.id = t.speaker_id"
        )
        rows = rows_of(self._connection, query, "t.source_id", sources, "t.source_id, t.start")
        for source, start, end, speaker, name, time_ms in rows:
            found.setdefault(source, []).append(Turn(start, end, speaker, name, time_ms))
        return found

    def number_of_turns(self, speaker: SpeakerId) -> int:
        query = "SELECT count(*) FROM turn WHERE speaker_id = ?"
        return int(raw_of(self._connection).execute(query, (speaker,)).fetchone()[0])

    def turn_places(self, source: SourceId, start: int, end: int) -> list[tuple[int, int, int]]:
        """(key, start, end) of the turns that share a position or an edge with [start, end]."""
        statement = select(tables.TurnRow.id, tables.TurnRow.start, tables.TurnRow.end).where(
            tables.TurnRow.source_id == source,
            tables.TurnRow.start <= end,
            tables.TurnRow.end >= start,
        )
        return [(row[0], row[1], row[2]) for row in self._connection.execute(statement)]

    def speakers_with_cases(
        self, only: Collection[SourceId] | None = None
    ) -> dict[SourceId, dict[SpeakerId, CaseId]]:
        """By source, of all or of these, the cases that speakers are linked to, where any is."""
        query = "SELECT source_id, id, case_id FROM speaker"
        found: dict[SourceId, dict[SpeakerId, CaseId]] = {}
        for source, speaker, case in rows_of(self._connection, query, "source_id", only, "id"):
            if case is not None:
                found.setdefault(source, {})[speaker] = case
        return found

    def rows_in(self, sources: Iterable[SourceId]) -> int:
        """Passages, codings and turns in these sources, and the sources themselves."""
        query = (
            "SELECT 1 + (SELECT count(*) FROM passage WHERE source_id = ?1)"
            " + (SELECT count(*) FROM turn WHERE source_id = ?1) + (SELECT count(*) FROM coding"
            " WHERE passage_id IN (SELECT id FROM passage WHERE source_id = ?1))"
        )
        raw = raw_of(self._connection)
        return sum(int(raw.execute(query, (source,)).fetchone()[0]) for source in sources)

    def add_file(self, **values: Any) -> None:
        insert_row(self._connection, "source_file", **values)

    def add_files(self, rows: Sequence[Mapping[str, Any]]) -> None:
        insert_rows(self._connection, "source_file", rows)

    def file(self, source: SourceId, role: str) -> tuple[str, str] | None:
        """(SHA-256, file name) of the original of a source."""
        row = self._connection.execute(
            select(tables.SourceFileRow.sha256, tables.SourceFileRow.name).where(
                tables.SourceFileRow.source_id == source, tables.SourceFileRow.role == role
            )
        ).first()
        return None if row is None else (row.sha256, row.name)

    def with_original(self, sha256: str) -> list[SourceId]:
        """Sources that were imported from a file of these bytes."""
        rows = raw_of(self._connection).execute(
            "SELECT source_id FROM source_file WHERE sha256 = ? AND role = 'original'", (sha256,)
        )
        return [SourceId(row[0]) for row in rows]

    def _sources(self, only: Collection[SourceId] | None, *, counted: bool = True) -> list[Source]:
        tallies = self.tallies(only) if counted else {}
        cases = self._cases.of_sources(only)
        facts = self._facts.by_source(only)
        return [
            _source(
                dict(zip((*_FIELDS, "characters"), row, strict=True)),
                tallies.get(row[0], _NOTHING),
                cases=tuple(cases.get(row[0], ())),
                facts=facts.get(row[0], ()),
            )
            for row in rows_of(self._connection, _SOURCES, "s.id", only, "s.id")
        ]


def _source(row: dict[str, Any], tally: Tally, **more: Any) -> Source:
    row["kind"] = SourceKind(row["kind"])
    return Source(**row, **tally._asdict(), **more)
