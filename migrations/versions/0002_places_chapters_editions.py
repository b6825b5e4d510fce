"""Places on pages and pictures, facts of sources, chapters, editions, pseudonyms, comments.

Revision: 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for edge in ("page", "x1", "y1", "x2", "y2"):
        op.add_column("passage", sa.Column(edge, sa.Integer(), nullable=True))
    op.create_index(
        "ix_passage_page", "passage", ["page"], sqlite_where=sa.text("page IS NOT NULL")
    )
    op.add_column("memo", sa.Column("resolved", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("memo", sa.Column("origin", sa.String(), nullable=False, server_default=""))
    _table("fact", _refers("source"), _integer("position"), _text("name"), _text("value"))
    _table("edition", _refers("source"), _text("sha256"), _integer("columns"), _text("frozen_at"))
    op.create_index(op.f("ix_edition_sha256"), "edition", ["sha256"])
    _table("chapter", _text("guid"), _text("title"), _integer("position"), _text("settings"))
    _table(
        "section",
        _text("guid"),
        _refers("chapter"),
        _refers("code"),
        _integer("position", nullable=True),
        _integer("left_out"),
        _text("title"),
        _refers("memo", "introduction_id"),
        _refers("memo", "closing_id"),
    )
    _table(
        "quotation",
        _text("guid"),
        _refers("chapter"),
        _refers("code"),
        _refers("passage"),
        _integer("position", nullable=True),
        *(_text(name) for name in ("state", "form", "edits", "edited_sha256")),
    )
    _table("pseudonym", *(_text(name) for name in ("guid", "name", "substitute", "kind")))


def _table(name: str, *columns: sa.Column[object]) -> None:
    """A journalled table: an integer key that is never used twice, an index on each reference."""
    references = [column.name for column in columns if column.name.endswith("_id")]
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{_TARGETS[column]}.id"], name=op.f(f"fk_{name}_{column}")
            )
            for column in references
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_autoincrement=True,
    )
    for column in references:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


_TARGETS = {
    "source_id": "source",
    "chapter_id": "chapter",
    "code_id": "code",
    "passage_id": "passage",
    "introduction_id": "memo",
    "closing_id": "memo",
}


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _integer(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _refers(table: str, name: str = "") -> sa.Column[int]:
    return sa.Column(name or f"{table}_id", sa.Integer(), nullable=bool(name))
