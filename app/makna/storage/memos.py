"""Rows of memos and of their links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, func, select

from makna.domain.model import LinkTarget, Memo, MemoId, MemoKind, MemoLink
from makna.storage.chapters import forget_memo
from makna.storage.rows import delete_rows, insert_row, update_row
from makna.storage.tables import (
    CaseRow,
    CodeRow,
    CoderRow,
    Journalled,
    MemoLinkRow,
    MemoRow,
    PassageRow,
    ProjectRow,
    SourceRow,
    SourceTextRow,
)

_TARGETS: dict[LinkTarget, type[Journalled]] = {
    LinkTarget.PROJECT: ProjectRow,
    LinkTarget.SOURCE: SourceRow,
    LinkTarget.CODE: CodeRow,
    LinkTarget.PASSAGE: PassageRow,
    LinkTarget.CASE: CaseRow,
    LinkTarget.MEMO: MemoRow,
}
LABEL_CHARACTERS = 80
"""As much of a linked passage as its link shows."""


class Memos:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Memo]:
        """Every memo with its links, oldest first."""
        return self._memos(None)

    def get(self, memo: MemoId) -> Memo | None:
        found = self._memos(memo)
        return found[0] if found else None

    def _memos(self, only: MemoId | None) -> list[Memo]:
        statement = (
            select(MemoRow.__table__, CoderRow.name.label("coder"))
            .join(CoderRow, CoderRow.id == MemoRow.coder_id)
            .order_by(MemoRow.id)
        )
        linking = select(MemoLinkRow.__table__).order_by(MemoLinkRow.id)
        if only is not None:
            statement = statement.where(MemoRow.id == only)
            linking = linking.where(MemoLinkRow.memo_id == only)
        links: dict[int, list[MemoLink]] = {}
        for row in self._connection.execute(linking).mappings():
            link = self._link(LinkTarget(row["target_type"]), row["target_id"])
            if link is not None:
                links.setdefault(row["memo_id"], []).append(link)
        memos = self._connection.execute(statement).mappings()
        return [_memo(row, tuple(links.get(row["id"], ()))) for row in memos]

    def add(self, **values: Any) -> MemoId:
        return MemoId(insert_row(self._connection, MemoRow, **values))

    def update(self, memo: MemoId, **values: Any) -> None:
        update_row(self._connection, MemoRow, memo, **values)

    def delete(self, memo: MemoId) -> None:
        links = self._connection.execute(
            select(MemoLinkRow.id).where(MemoLinkRow.memo_id == memo)
        ).scalars()
        delete_rows(self._connection, MemoLinkRow, links)
        self.unlink_target(LinkTarget.MEMO, [memo])
        forget_memo(self._connection, memo)
        delete_rows(self._connection, MemoRow, [memo])

    def link(self, memo: MemoId, target: LinkTarget, key: int) -> None:
        """Link the memo to an object, once."""
        if self._link_ids(memo, target, key):
            return
        insert_row(
            self._connection, MemoLinkRow, memo_id=memo, target_type=str(target), target_id=key
        )

    def unlink(self, memo: MemoId, target: LinkTarget, key: int) -> None:
        delete_rows(self._connection, MemoLinkRow, self._link_ids(memo, target, key))

    def unlink_target(self, target: LinkTarget, keys: Iterable[int]) -> None:
        """Take away every link to objects that are about to be deleted."""
        for key in keys:
            statement = select(MemoLinkRow.id).where(
                MemoLinkRow.target_type == str(target), MemoLinkRow.target_id == key
            )
            found = self._connection.execute(statement).scalars().all()
            delete_rows(self._connection, MemoLinkRow, found)

    def move_links(self, target: LinkTarget, old: int, new: int) -> None:
        """Point links from one object to another, as when two passages become one."""
        statement = select(MemoLinkRow.id, MemoLinkRow.memo_id).where(
            MemoLinkRow.target_type == str(target), MemoLinkRow.target_id == old
        )
        for row in self._connection.execute(statement).all():
            if self._link_ids(MemoId(row.memo_id), target, new):
                delete_rows(self._connection, MemoLinkRow, [row.id])
            else:
                update_row(self._connection, MemoLinkRow, row.id, target_id=new)

    def linked_to(self, target: LinkTarget, key: int) -> list[MemoId]:
        statement = select(MemoLinkRow.memo_id).where(
            MemoLinkRow.target_type == str(target), MemoLinkRow.target_id == key
        )
        return [MemoId(memo) for memo in self._connection.execute(statement).scalars()]

    def target_id(self, target: LinkTarget, guid: str) -> int | None:
        """The key of the object of that type and GUID."""
        table: Any = _TARGETS[target]
        found = self._connection.execute(select(table.id).where(table.guid == guid)).scalar()
        return None if found is None else int(found)

    def _link_ids(self, memo: MemoId, target: LinkTarget, key: int) -> list[int]:
        statement = select(MemoLinkRow.id).where(
            MemoLinkRow.memo_id == memo,
            MemoLinkRow.target_type == str(target),
            MemoLinkRow.target_id == key,
        )
        return list(self._connection.execute(statement).scalars())

    def _link(self, target: LinkTarget, key: int) -> MemoLink | None:
        table: Any = _TARGETS[target]
        row = self._connection.execute(select(table.__table__).where(table.id == key)).mappings()
        found = row.first()
        if found is None:
            return None
        if target is LinkTarget.PASSAGE:
            return MemoLink(target, found["guid"], self._quotation(found))
        return MemoLink(target, found["guid"], found["title" if "title" in found else "name"])

    def _quotation(self, passage: Any) -> str:
        length = min(passage["end"] - passage["start"], LABEL_CHARACTERS + 1)
        quoted = str(
            self._connection.execute(
                select(func.substr(SourceTextRow.text, passage["start"] + 1, length)).where(
                    SourceTextRow.source_id == passage["source_id"]
                )
            ).scalar_one()
        )
        return quoted if len(quoted) <= LABEL_CHARACTERS else quoted[:LABEL_CHARACTERS] + "…"


def _memo(row: Any, links: tuple[MemoLink, ...]) -> Memo:
    return Memo(
        id=MemoId(row["id"]),
        guid=row["guid"],
        title=row["title"],
        kind=MemoKind(row["kind"]),
        body=row["body"],
        created_at=row["created_at"],
        changed_at=row["changed_at"],
        coder=row["coder"],
        links=links,
    )
