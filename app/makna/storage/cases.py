"""Rows of cases, variables and values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from makna.domain.model import Case, CaseId, SourceId, Variable, VariableId, VariableType
from makna.storage.connection import raw_of
from makna.storage.mapped import tables
from makna.storage.rows import (
    delete_rows,
    insert_row,
    insert_rows,
    keys_where,
    rows_of,
    update_row,
    update_rows,
)

_VALUES = (
    "SELECT v.case_id, variable.name, v.value FROM value v"
    " JOIN variable ON variable.id = v.variable_id"
)
_LINKED = "SELECT l.case_id, source.name FROM case_source l JOIN source ON source.id = l.source_id"


class Cases:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Case]:
        """Every case with its values and sources, in the order in which they were made."""
        return self._cases(None)

    def get(self, case: CaseId) -> Case | None:
        """One case; None when there is none."""
        return next(iter(self._cases([case])), None)

    def named(self, name: str) -> Case | None:
        """The case of this name, the latest of several."""
        query = "SELECT id FROM cases WHERE name = ? ORDER BY id DESC LIMIT 1"
        found = raw_of(self._connection).execute(query, (name,)).fetchone()
        return self.get(CaseId(found[0])) if found else None

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
        self.set_values([(case, variable, value)])

    def set_values(self, values: Sequence[tuple[CaseId, VariableId, str]]) -> None:
        """The same for many cells; of one that is named twice the last counts."""
        wanted = {(case, variable): value for case, variable, value in values}
        query, cases = "SELECT case_id, variable_id, id FROM value", {case for case, _ in wanted}
        rows = rows_of(self._connection, query, "case_id", sorted(cases), "id")
        there = {(case, variable): key for case, variable, key in rows}
        new = [
            {"case_id": place[0], "variable_id": place[1], "value": value}
            for place, value in wanted.items()
            if value and place not in there
        ]
        kept = [(place, key) for place, key in there.items() if place in wanted]
        changed = [{"key": key, "value": wanted[place]} for place, key in kept if wanted[place]]
        insert_rows(self._connection, "value", new)
        update_rows(self._connection, "value", changed)
        delete_rows(self._connection, "value", [key for place, key in kept if not wanted[place]])

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

    def _cases(self, only: Collection[CaseId] | None) -> list[Case]:
        values: dict[int, dict[str, str]] = {}
        for case, name, value in rows_of(
            self._connection, _VALUES, "v.case_id", only, "variable.position, variable.id"
        ):
            values.setdefault(case, {})[name] = value
        sources: dict[int, list[str]] = {}
        for case, name in rows_of(self._connection, _LINKED, "l.case_id", only, "l.id"):
            sources.setdefault(case, []).append(name)
        rows = rows_of(self._connection, "SELECT id, guid, name, memo FROM cases", "id", only, "id")
        return [
            Case(CaseId(id_), guid, name, memo, values.get(id_, {}), tuple(sources.get(id_, ())))
            for id_, guid, name, memo in rows
        ]

    def _link_ids(self, case: CaseId, source: SourceId) -> Iterable[int]:
        statement = select(tables.CaseSourceRow.id).where(
            tables.CaseSourceRow.case_id == case, tables.CaseSourceRow.source_id == source
        )
        return self._connection.execute(statement).scalars().all()

    def _delete_where(self, table: str, column: str, key: int) -> None:
        found = keys_where(self._connection, table, column, [key])
        delete_rows(self._connection, table, found)
