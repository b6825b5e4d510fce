"""Rows of cases, variables and values."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, func, select

from makna.domain.model import Case, CaseId, SourceId, Variable, VariableId, VariableType
from makna.storage.connection import raw_of
from makna.storage.mapped import tables
from makna.storage.rows import delete_rows, insert_row, keys_where, rows_of, update_row


class Cases:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Case]:
        """Every case with its values and sources, in the order in which they were made."""
        values: dict[int, dict[str, str]] = {}
        statement = (
            select(tables.ValueRow.case_id, tables.VariableRow.name, tables.ValueRow.value)
            .join(tables.VariableRow, tables.VariableRow.id == tables.ValueRow.variable_id)
            .order_by(tables.VariableRow.position, tables.VariableRow.id)
        )
        for case, name, value in self._connection.execute(statement):
            values.setdefault(case, {})[name] = value
        sources: dict[int, list[str]] = {}
        linked = select(tables.CaseSourceRow.case_id, tables.SourceRow.name).join(
            tables.SourceRow, tables.SourceRow.id == tables.CaseSourceRow.source_id
        )
        for case, name in self._connection.execute(linked.order_by(tables.CaseSourceRow.id)):
            sources.setdefault(case, []).append(name)
        rows = self._connection.execute(
            select(tables.CaseRow.__table__).order_by(tables.CaseRow.id)
        ).mappings()
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

    def names(self) -> dict[CaseId, str]:
        """What every case is called, in the order in which they were made."""
        return dict(raw_of(self._connection).execute("SELECT id, name FROM cases ORDER BY id"))

    def add(self, **values: Any) -> CaseId:
        return CaseId(insert_row(self._connection, "cases", **values))

    def update(self, case: CaseId, **values: Any) -> None:
        update_row(self._connection, "cases", case, **values)

    def delete(self, case: CaseId) -> None:
        """The case, its values and its ties to sources and speakers."""
        self._delete_where("value", "case_id", case)
        self._delete_where("case_source", "case_id", case)
        for speaker in keys_where(self._connection, "speaker", "case_id", [case]):
            update_row(self._connection, "speaker", speaker, case_id=None)
        delete_rows(self._connection, "cases", [case])

    def variables(self) -> list[Variable]:
        statement = select(tables.VariableRow.__table__).order_by(
            tables.VariableRow.position, tables.VariableRow.id
        )
        rows = self._connection.execute(statement).mappings()
        return [
            Variable(VariableId(r["id"]), r["guid"], r["name"], VariableType(r["type"]))
            for r in rows
        ]

    def add_variable(self, **values: Any) -> VariableId:
        last = self._connection.execute(select(func.max(tables.VariableRow.position))).scalar()
        position = 0 if last is None else int(last) + 1
        return VariableId(insert_row(self._connection, "variable", position=position, **values))

    def update_variable(self, variable: VariableId, **values: Any) -> None:
        update_row(self._connection, "variable", variable, **values)

    def delete_variable(self, variable: VariableId) -> None:
        self._delete_where("value", "variable_id", variable)
        delete_rows(self._connection, "variable", [variable])

    def set_value(self, case: CaseId, variable: VariableId, value: str) -> None:
        """An empty value takes the row away."""
        found = self._connection.execute(
            select(tables.ValueRow.id).where(
                tables.ValueRow.case_id == case, tables.ValueRow.variable_id == variable
            )
        ).scalar()
        if found is None and value:
            insert_row(self._connection, "value", case_id=case, variable_id=variable, value=value)
        elif found is not None and value:
            update_row(self._connection, "value", found, value=value)
        elif found is not None:
            delete_rows(self._connection, "value", [found])

    def link(self, case: CaseId, source: SourceId) -> None:
        if self._link_ids(case, source):
            return
        insert_row(self._connection, "case_source", case_id=case, source_id=source)

    def unlink(self, case: CaseId, source: SourceId) -> None:
        delete_rows(self._connection, "case_source", self._link_ids(case, source))

    def unlink_source(self, source: SourceId) -> None:
        self._delete_where("case_source", "source_id", source)

    def of_sources(self, only: Collection[SourceId] | None = None) -> dict[int, list[str]]:
        """Source → names of its cases; of all sources, or of these."""
        query = "SELECT l.source_id, c.name FROM case_source l JOIN cases c ON c.id = l.case_id"
        found: dict[int, list[str]] = {}
        for source, name in rows_of(self._connection, query, "l.source_id", only, "l.id"):
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
        statement = select(tables.CaseSourceRow.id).where(
            tables.CaseSourceRow.case_id == case, tables.CaseSourceRow.source_id == source
        )
        return self._connection.execute(statement).scalars().all()

    def _delete_where(self, table: str, column: str, key: int) -> None:
        found = keys_where(self._connection, table, column, [key])
        delete_rows(self._connection, table, found)
