"""Rows of cases, variables and values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, func, select

from makna.domain.model import Case, CaseId, SourceId, Variable, VariableId, VariableType
from makna.storage.connection import raw_of
from makna.storage.rows import delete_rows, insert_row, update_row
from makna.storage.tables import (
    CaseRow,
    CaseSourceRow,
    SourceRow,
    SpeakerRow,
    ValueRow,
    VariableRow,
)


class Cases:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Case]:
        """Every case with its values and sources, in the order in which they were made."""
        values: dict[int, dict[str, str]] = {}
        statement = (
            select(ValueRow.case_id, VariableRow.name, ValueRow.value)
            .join(VariableRow, VariableRow.id == ValueRow.variable_id)
            .order_by(VariableRow.position, VariableRow.id)
        )
        for case, name, value in self._connection.execute(statement):
            values.setdefault(case, {})[name] = value
        sources: dict[int, list[str]] = {}
        linked = select(CaseSourceRow.case_id, SourceRow.name).join(
            SourceRow, SourceRow.id == CaseSourceRow.source_id
        )
        for case, name in self._connection.execute(linked.order_by(CaseSourceRow.id)):
            sources.setdefault(case, []).append(name)
        rows = self._connection.execute(select(CaseRow.__table__).order_by(CaseRow.id)).mappings()
        return [
            Case(
                CaseId(row["id"]),
                row["guid"],
                row["name"],
                row["memo"],
                values.get(row["id"], {}),
                tuple(sources.get(row["id"], ())),
            )
            for row in rows
        ]

    def add(self, **values: Any) -> CaseId:
        return CaseId(insert_row(self._connection, CaseRow, **values))

    def update(self, case: CaseId, **values: Any) -> None:
        update_row(self._connection, CaseRow, case, **values)

    def delete(self, case: CaseId) -> None:
        """The case, its values and its ties to sources and speakers."""
        self._delete_where(ValueRow, ValueRow.case_id == case)
        self._delete_where(CaseSourceRow, CaseSourceRow.case_id == case)
        speakers = select(SpeakerRow.id).where(SpeakerRow.case_id == case)
        for speaker in self._connection.execute(speakers).scalars().all():
            update_row(self._connection, SpeakerRow, speaker, case_id=None)
        delete_rows(self._connection, CaseRow, [case])

    def variables(self) -> list[Variable]:
        statement = select(VariableRow.__table__).order_by(VariableRow.position, VariableRow.id)
        rows = self._connection.execute(statement).mappings()
        return [
            Variable(VariableId(r["id"]), r["guid"], r["name"], VariableType(r["type"]))
            for r in rows
        ]

    def add_variable(self, **values: Any) -> VariableId:
        last = self._connection.execute(select(func.max(VariableRow.position))).scalar()
        position = 0 if last is None else int(last) + 1
        return VariableId(insert_row(self._connection, VariableRow, position=position, **values))

    def update_variable(self, variable: VariableId, **values: Any) -> None:
        update_row(self._connection, VariableRow, variable, **values)

    def delete_variable(self, variable: VariableId) -> None:
        self._delete_where(ValueRow, ValueRow.variable_id == variable)
        delete_rows(self._connection, VariableRow, [variable])

    def set_value(self, case: CaseId, variable: VariableId, value: str) -> None:
        """An empty value takes the row away."""
        found = self._connection.execute(
            select(ValueRow.id).where(ValueRow.case_id == case, ValueRow.variable_id == variable)
        ).scalar()
        if found is None and value:
            insert_row(self._connection, ValueRow, case_id=case, variable_id=variable, value=value)
        elif found is not None and value:
            update_row(self._connection, ValueRow, found, value=value)
        elif found is not None:
            delete_rows(self._connection, ValueRow, [found])

    def link(self, case: CaseId, source: SourceId) -> None:
        if self._link_ids(case, source):
            return
        insert_row(self._connection, CaseSourceRow, case_id=case, source_id=source)

    def unlink(self, case: CaseId, source: SourceId) -> None:
        delete_rows(self._connection, CaseSourceRow, self._link_ids(case, source))

    def unlink_source(self, source: SourceId) -> None:
        self._delete_where(CaseSourceRow, CaseSourceRow.source_id == source)

    def of_sources(self, only: SourceId | None = None) -> dict[int, list[str]]:
        """Source → names of its cases."""
        found: dict[int, list[str]] = {}
        statement = select(CaseSourceRow.source_id, CaseRow.name).join(
            CaseRow, CaseRow.id == CaseSourceRow.case_id
        )
        if only is not None:
            statement = statement.where(CaseSourceRow.source_id == only)
        for source, name in self._connection.execute(statement.order_by(CaseSourceRow.id)):
            found.setdefault(source, []).append(name)
        return found

    def sources(self, case: CaseId) -> list[tuple[SourceId, str]]:
        """(id, name) of the sources that are about a case."""
        rows = raw_of(self._connection).execute(
            "SELECT id, name FROM source"
            " WHERE id IN (SELECT source_id FROM case_source WHERE case_id = ?)",
            (case,),
        )
        return [(SourceId(source), str(name)) for source, name in rows]

    def _link_ids(self, case: CaseId, source: SourceId) -> Iterable[int]:
        statement = select(CaseSourceRow.id).where(
            CaseSourceRow.case_id == case, CaseSourceRow.source_id == source
        )
        return self._connection.execute(statement).scalars().all()

    def _delete_where(self, table: Any, condition: Any) -> None:
        found = self._connection.execute(select(table.id).where(condition)).scalars().all()
        delete_rows(self._connection, table, found)
