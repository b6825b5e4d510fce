"""The schema in names is the schema of the mappings."""

from __future__ import annotations

import pytest

from makna.storage.outline import JOURNALLED, TABLES
from makna.storage.tables import JOURNALLED as MAPPED
from makna.storage.tables import Base


def test_there_are_the_same_tables_and_the_same_ones_in_the_history() -> None:
    assert set(TABLES) == set(Base.metadata.tables)
    assert list(JOURNALLED) == [table.__tablename__ for table in MAPPED]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_the_columns_and_defaults_of_its_mapping(name: str) -> None:
    mapped, outline = Base.metadata.tables[name], TABLES[name]
    assert outline.columns == tuple(column.name for column in mapped.columns)
    defaults = {c.name: getattr(c.default, "arg", None) for c in mapped.columns if c.default}
    assert outline.defaults == defaults


@pytest.mark.parametrize("mapped", MAPPED)
def test_what_the_history_knows_of_a_table_is_what_its_mapping_says(mapped: type) -> None:
    outline = JOURNALLED[mapped.__tablename__]  # type: ignore[attr-defined]
    assert outline.columns[0] == "id"
    assert outline.parent == (mapped.journal_parent or "")  # type: ignore[attr-defined]
    assert outline.quiet == mapped.journal_quiet  # type: ignore[attr-defined]
    if outline.parent:
        keys = mapped.__table__.columns[outline.parent].foreign_keys  # type: ignore[attr-defined]
        assert {key.column.table.name for key in keys} == {outline.hangs_on}
