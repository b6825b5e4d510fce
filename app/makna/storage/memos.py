"""Rows of memos and of their links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from makna.domain.model import LinkTarget, Memo, MemoId, MemoKind, MemoLink
from makna.storage.chapter_cleanup import forget_memo
from makna.storage.connection import raw_of
from makna.storage.rows import delete_rows, insert_row, keys_where, rows_of, update_row

_TARGETS = {
    LinkTarget.PROJECT: ("project", "name"),
    LinkTarget.SOURCE: ("source", "name"),
    LinkTarget.CODE: ("code", "name"),
    LinkTarget.CASE: ("cases", "name"),
    LinkTarget.MEMO: ("memo", "title"),
}
"""The table of what is linked, and the column that says what it is called."""
LABEL_CHARACTERS = 80
"""As much of a linked passage as its link shows."""
_QUOTED = f"""
SELECT p.id, p.guid, substr(t.text, p.start + 1, min(p."end" - p.start, {LABEL_CHARACTERS + 1}))
FROM passage p JOIN source_text t ON t.source_id = p.source_id
"""
_MEMOS = """
SELECT m.id, m.guid, m.title, m.kind, m.body, m.created_at, m.changed_at, c.name
FROM memo m JOIN coder c ON c.id = m.coder_id
"""


class Memos:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Memo]:
        """Every memo with its links, oldest first."""
        return self._memos(None)

    def get(self, memo: MemoId) -> Memo | None:
        return next(iter(self._memos([memo])), None)

    def _memos(self, only: list[MemoId] | None) -> list[Memo]:
        links = self._links(only)
        rows = rows_of(self._connection, _MEMOS, "m.id", only, "m.id")
        return [_memo(row, tuple(links.get(row[0], ()))) for row in rows]

    def _links(self, memos: list[MemoId] | None) -> dict[int, list[MemoLink]]:
        """The links of all memos, or of these, oldest first; a statement a type of target."""
        query = "SELECT memo_id, target_type, target_id FROM memo_link"
        rows = list(rows_of(self._connection, query, "memo_id", memos, "id"))
        keys: dict[str, set[int]] = {}
        for _, target, key in rows:
            keys.setdefault(target, set()).add(key)
        shown = {
            target: {key: MemoLink(LinkTarget(target), guid, label) for key, guid, label in found}
            for target in keys
            for found in [self._named(LinkTarget(target), keys[target])]
        }
        links: dict[int, list[MemoLink]] = {}
        for memo, target, key in rows:
            if (link := shown[target].get(key)) is not None:
                links.setdefault(memo, []).append(link)
        return links

    def _named(self, target: LinkTarget, keys: set[int]) -> Iterator[tuple[int, str, str]]:
        """(key, GUID, what it is called) of the objects that are there."""
        if target is LinkTarget.PASSAGE:
            for key, guid, quoted in rows_of(self._connection, _QUOTED, "p.id", keys, "p.id"):
                long = len(quoted) > LABEL_CHARACTERS
                yield key, guid, quoted[:LABEL_CHARACTERS] + "…" if long else quoted
            return
        table, name = _TARGETS[target]
        query = f"SELECT id, guid, {name} FROM {table}"
        yield from rows_of(self._connection, query, "id", keys, "id")

    def add(self, **values: Any) -> MemoId:
        return MemoId(insert_row(self._connection, "memo", **values))

    def update(self, memo: MemoId, **values: Any) -> None:
        update_row(self._connection, "memo", memo, **values)

    def delete(self, memo: MemoId) -> None:
        links = keys_where(self._connection, "memo_link", "memo_id", [memo])
        delete_rows(self._connection, "memo_link", links)
        self.unlink_target(LinkTarget.MEMO, [memo])
        forget_memo(self._connection, memo)
        delete_rows(self._connection, "memo", [memo])

    def link(self, memo: MemoId, target: LinkTarget, key: int) -> None:
        """Link the memo to an object, once."""
        if not self._link_ids(memo, target, key):
            values = {"memo_id": memo, "target_type": str(target), "target_id": key}
            insert_row(self._connection, "memo_link", **values)

    def unlink(self, memo: MemoId, target: LinkTarget, key: int) -> None:
        delete_rows(self._connection, "memo_link", self._link_ids(memo, target, key))

    def unlink_target(self, target: LinkTarget, keys: Iterable[int]) -> None:
        """Take away every link to objects that are about to be deleted."""
        for key in keys:
            found = [link for link, _ in self._linking(target, key)]
            delete_rows(self._connection, "memo_link", found)

    def move_links(self, target: LinkTarget, old: int, new: int) -> None:
        """Point links from one object to another, as when two passages become one."""
        for link, memo in self._linking(target, old):
            if self._link_ids(memo, target, new):
                delete_rows(self._connection, "memo_link", [link])
            else:
                update_row(self._connection, "memo_link", link, target_id=new)

    def linked_to(self, target: LinkTarget, key: int) -> list[MemoId]:
        return [memo for _, memo in self._linking(target, key)]

    def target_id(self, target: LinkTarget, guid: str) -> int | None:
        """The key of the object of that type and GUID."""
        table = "passage" if target is LinkTarget.PASSAGE else _TARGETS[target][0]
        raw = raw_of(self._connection)
        found = raw.execute(f"SELECT id FROM {table} WHERE guid = ?", (guid,)).fetchone()
        return None if found is None else int(found[0])

    def _link_ids(self, memo: MemoId, target: LinkTarget, key: int) -> list[int]:
        return [link for link, linked in self._linking(target, key) if linked == memo]

    def _linking(self, target: LinkTarget, key: int) -> list[tuple[int, MemoId]]:
        """(link, memo) of all that link to an object, oldest first."""
        query = (
            "SELECT id, memo_id FROM memo_link WHERE target_type = ? AND target_id = ? ORDER BY id"
        )
        return raw_of(self._connection).execute(query, (str(target), key)).fetchall()


def _memo(row: Any, links: tuple[MemoLink, ...]) -> Memo:
    key, guid, title, kind, body, created_at, changed_at, coder = row
    return Memo(
        MemoId(key), guid, title, MemoKind(kind), body, created_at, changed_at, coder, links
    )
