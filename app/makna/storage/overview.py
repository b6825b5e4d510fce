"""The project's own row, its coders, and its counts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select, text

from makna.domain.model import Coder, CoderId, ProjectInfo
from makna.storage.rows import insert_row, update_row
from makna.storage.tables import CoderRow, ProjectRow

PROJECT_ROW = 1

_COUNTS = """
SELECT (SELECT count(*) FROM source) AS sources,
  (SELECT coalesce(sum(t.length_cp), 0) FROM source s
     JOIN source_text t ON t.source_id = s.id) AS characters,
  (SELECT count(*) FROM code) AS codes, (SELECT count(*) FROM passage) AS passages,
  (SELECT count(*) FROM coding) AS codings, (SELECT count(*) FROM memo) AS memos,
  (SELECT count(*) FROM cases) AS cases,
  (SELECT version_num FROM alembic_version) AS schema
"""


class Overview:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._coder: Coder | None = None

    def info(self) -> ProjectInfo:
        row = self._project()
        counts = dict(self._connection.execute(text(_COUNTS)).mappings().one())
        return ProjectInfo(
            guid=row["guid"],
            name=row["name"],
            description=row["description"],
            research_questions=row["research_questions"],
            language=row["language"],
            memo=row["memo"],
            coder=self.current_coder(),
            **counts,
        )

    def language(self) -> str:
        return str(self._project()["language"])

    def update(self, **values: Any) -> None:
        update_row(self._connection, ProjectRow, PROJECT_ROW, **values)

    def create(self, **values: Any) -> None:
        insert_row(self._connection, ProjectRow, id=PROJECT_ROW, **values)

    def coders(self) -> list[Coder]:
        rows = self._connection.execute(select(CoderRow.__table__).order_by(CoderRow.id)).mappings()
        return [Coder(CoderId(row["id"]), row["guid"], row["name"]) for row in rows]

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
            CoderId(insert_row(self._connection, CoderRow, guid=guid, name=name)), guid, name
        )

    def rename_coder(self, coder: CoderId, name: str) -> None:
        update_row(self._connection, CoderRow, coder, name=name)
        self._coder = None

    def _project(self) -> Any:
        statement = select(ProjectRow.__table__).where(ProjectRow.id == PROJECT_ROW)
        return self._connection.execute(statement).mappings().one()
