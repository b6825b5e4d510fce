"""What the mapped tables share: how constraints are named, and what a journalled row has."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


class Journalled:
    """A table whose every change goes into the history.

    `journal_parent` names the column of the row it hangs on, which views ask for.
    `journal_quiet` names columns that only the edit service changes: their updates are recorded
    as one splice instead of row by row.
    """

    __table_args__: Any = ({"sqlite_autoincrement": True},)
    journal_parent: ClassVar[str | None] = None
    journal_quiet: ClassVar[tuple[str, ...]] = ()

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)
