"""What chapters decided about codes, passages and memos goes when these are deleted.

Apart from the rows of chapters themselves, which not every start of the program needs.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from makna.storage.rows import delete_rows, keys_where, update_rows


def forget_codes(connection: Connection, codes: Collection[int]) -> None:
    """Take away what was decided under codes that are about to be deleted."""
    for table in ("section", "quotation"):
        _delete_where(connection, table, "code_id", codes)


def forget_passages(connection: Connection, passages: Collection[int]) -> None:
    """Take away what was decided on passages that are about to be deleted."""
    _delete_where(connection, "quotation", "passage_id", passages)


def forget_memo(connection: Connection, memo: int) -> None:
    """Sections whose text was a memo that is about to be deleted are as nobody chose one."""
    for column in ("introduction_id", "closing_id"):
        keys = keys_where(connection, "section", column, [memo])
        update_rows(connection, "section", [{"key": key, column: None} for key in keys])


def _delete_where(connection: Connection, table: str, column: str, keys: Collection[int]) -> None:
    delete_rows(connection, table, keys_where(connection, table, column, keys))
