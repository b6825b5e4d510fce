"""The project's own row, its coders, and its counts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from makna.domain.model import Coder, CoderId, ProjectInfo
from makna.storage.connection import raw_of
from makna.storage.rows import insert_row, read_row, update_row

PROJECT_ROW = 1

_COUNTED = ("sources", "characters", "codes", "passages", "codings", "memos", "cases", "schema")
_COUNTS = """
SELECT (SELECT count(*) FROM source),
  (SELECT coalesce(sum(t.length_cp), 0) FROM source s JOIN source_text t ON t.source_id = s.id),
  (SELECT count(*) FROM code), (SELECT count(*) FROM passage), (SELECT count(*) FROM coding),
  (SELECT count(*) FROM memo), (SELECT count(*) FROM cases),
  (SELECT version_num FROM alembic_version)
"""


class Overview:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._coder: Coder | None = None

    def info(self) -> ProjectInfo:
        row = self._project()
        counted = raw_of(self._connection).execute(_COUNTS).fetchone()
        return ProjectInfo(
            guid=row["guid"],
            name=row["name"],
            description=row["description"],
            research_questions=row["research_questions"],
            language=row["language"],
            memo=row["memo"],
            coder=self.current_coder(),
            **dict(zip(_COUNTED, counted, strict=True)),
        )

    def language(self) -> str:
        return str(self._project()["language"])

    def update(self, **values: Any) -> None:
        update_row(self._connection, "project", PROJECT_ROW, **values)

    def create(self, **values: Any) -> None:
        insert_row(self._connection, "project", id=PROJECT_ROW, **values)

    def coders(self) -> list[Coder]:
        rows = raw_of(self._connection).execute("SELECT id, guid, name FROM coder ORDER BY id")
        return [Coder(CoderId(key), guid, name) for key, guid, name in rows]

    def current_coder(self) -> Coder:
        """Who works now: chosen with `work_as`, else the first coder of the project."""
        if self._coder is None:
            self._coder = self.coders()[0]
        return self._coder

    def work_as(self, coder: Coder) -> None:
        """From now on steps and codings are this coder's, until the project closes."""
        self._coder = coder

    def add_coder(self, guid: str, name: str) -> Coder:
        return Coder(
            CoderId(insert_row(self._connection, "coder", guid=guid, name=name)), guid, name
        )

    def _project(self) -> dict[str, Any]:
        row = read_row(self._connection, "project", PROJECT_ROW)
        assert row is not None
        return row
