"""The schema as names: what opening, writing and undoing need, without SQLAlchemy's mapper.

A test holds it against `tables`, where a column is first added.
"""

from __future__ import annotations

from typing import NamedTuple


class Outline(NamedTuple):
    """A table without its types."""

    columns: tuple[str, ...]
    """In the order of the mapping; a table of the history begins with `id`."""
    defaults: dict[str, str | int]
    """What a column holds that is not named."""
    parent: str
    """The column of the row that it hangs on, which views ask for …"""
    hangs_on: str
    """… and the table of that row; empty without one."""
    quiet: tuple[str, ...]
    """Columns that only the edit service changes: recorded as one splice, not row by row."""


def _outline(
    columns: str, *, empty: str = "", hangs: str = "", quiet: str = "", **defaults: str | int
) -> Outline:
    """Names with blanks between; `empty` are those whose default is "", `hangs` is column>table."""
    parent, _, table = hangs.partition(">")
    values = dict.fromkeys(empty.split(), "") | defaults
    return Outline(tuple(columns.split()), values, parent, table, tuple(quiet.split()))


JOURNALLED: dict[str, Outline] = {
    "project": _outline(
        "id guid name description research_questions language memo created_at",
        empty="description research_questions memo",
    ),
    "source": _outline(
        "id guid name kind media_type language date place author publisher year url accessed "
        "pages memo created_at",
        empty="language date place author publisher year url accessed pages memo",
    ),
    "fact": _outline(
        "id source_id position name value",
        hangs="source_id>source",
    ),
    "edition": _outline(
        "id source_id sha256 columns frozen_at",
        hangs="source_id>source",
    ),
    "source_file": _outline(
        "id source_id sha256 name role",
        empty="name",
        hangs="source_id>source",
    ),
    "speaker": _outline(
        "id guid source_id name case_id interviewer",
        interviewer=0,
        hangs="source_id>source",
    ),
    "turn": _outline(
        "id source_id speaker_id start end time_ms",
        hangs="source_id>source",
        quiet="start end",
    ),
    "cases": _outline(
        "id guid name memo",
        empty="memo",
    ),
    "case_source": _outline(
        "id case_id source_id",
        hangs="source_id>source",
    ),
    "variable": _outline(
        "id guid name type position",
    ),
    "value": _outline(
        "id case_id variable_id value",
        hangs="case_id>cases",
    ),
    "code": _outline(
        "id guid parent_id position name color description when_to_use when_not example "
        "origin citation memo shortcut codable",
        empty="description when_to_use when_not example origin citation memo",
        codable=1,
    ),
    "passage": _outline(
        "id guid source_id start end star memo translation translation_language translator "
        "page x1 y1 x2 y2",
        empty="memo translation translation_language translator",
        star=0,
        hangs="source_id>source",
        quiet="start end",
    ),
    "coding": _outline(
        "id guid passage_id code_id coder_id memo created_at",
        empty="memo",
        hangs="passage_id>passage",
    ),
    "memo": _outline(
        "id guid title kind body coder_id created_at changed_at resolved origin",
        empty="body origin",
        resolved=0,
    ),
    "memo_link": _outline(
        "id memo_id target_type target_id",
        hangs="memo_id>memo",
    ),
    "chapter": _outline(
        "id guid title position settings",
        settings="{}",
    ),
    "section": _outline(
        "id guid chapter_id code_id position left_out title introduction_id closing_id",
        empty="title",
        left_out=0,
        hangs="chapter_id>chapter",
    ),
    "quotation": _outline(
        "id guid chapter_id code_id passage_id position state form edits edited_sha256",
        empty="state form edited_sha256",
        hangs="chapter_id>chapter",
        edits="[]",
    ),
    "pseudonym": _outline(
        "id guid name substitute kind",
    ),
}
OTHERS: dict[str, Outline] = {
    "blob": _outline(
        "sha256 size deflated data",
    ),
    "coder": _outline(
        "id guid name",
    ),
    "history": _outline(
        "id at coder_id label group_guid counts state operations",
        empty="group_guid",
    ),
    "search_blob": _outline(
        "name piece data",
    ),
    "source_layout": _outline(
        "source_id blocks",
    ),
    "source_text": _outline(
        "source_id length_cp version text",
    ),
    "view_state": _outline(
        "key value",
    ),
}
"""Tables outside the history."""
TABLES = JOURNALLED | OTHERS
