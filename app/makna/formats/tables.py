"""Tables of posts: from a sheet of rows to a document, as the user wants its columns."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from makna.domain.document import ParsedDocument
from makna.domain.errors import BadFile
from makna.domain.post_columns import Role, chosen_roles, guessed_roles, is_header
from makna.domain.posts import PostsAs, composed, posts_of, rows_without_text
from makna.domain.sheet import Table
from makna.domain.text import canonical
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.encoding import decode

MAX_ROWS = 100_000
MAX_COLUMNS = 256
MAX_CHARACTERS = 20_000_000
"""With emoji each takes four bytes, and they are held three times: below 300 MB in all."""
DELIMITERS = ";\t,|"
_SNIFFED = 60
"""Rows by which the delimiter is told."""
_TITLES = 5
"""Rows at most that are a title."""
_DIRECTIVE = "sep="
"""First line with which Excel is told the delimiter."""


def document_of(
    table: Table, name: str, options: ReadOptions, media_type: str, warnings: Sequence[Message] = ()
) -> ParsedDocument:
    """The posts of a table in one text, and one by one where that is wanted.

    Raises BadFile (`table_no_text`) and UserError for columns that are not there.
    """
    roles = chosen_roles(table, options.columns, name)
    if Role.TEXT not in roles:
        raise BadFile("table_no_text", name=name, columns=", ".join(table.header))
    posts = posts_of(table, roles)
    if not posts:
        column = table.header[roles.index(Role.TEXT)]
        raise BadFile("table_text_empty", name=name, column=column)
    whole = composed(table, posts, roles)
    if len(whole.text) > MAX_CHARACTERS:
        raise BadFile("table_too_large", name=name, rows=MAX_ROWS)
    each = options.posts == PostsAs.EACH
    return ParsedDocument(
        whole.text,
        whole.layout,
        turns=whole.turns if options.find_turns else (),
        media_type=media_type,
        date=min((post.date for post in posts if post.date), default=""),
        warnings=(*warnings, *_warnings(table, roles)),
        from_table=True,
        posts=tuple(posts) if each else (),
        accounts=tuple(post for post in posts if post.values),
    )


def table_of(rows: Sequence[Sequence[str]], name: str, sheet: str = "") -> Table:
    """The table whose first filled row names its columns; A, B, C where it names none.

    Raises BadFile (`table_empty`).
    """
    filled = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        raise BadFile("table_empty", name=name)
    above = _titles(filled)
    filled = filled[above:]
    width = min(max(map(len, filled)), MAX_COLUMNS)
    first, below = filled[0], filled[1:]
    if is_header(first, below):
        names = [*(" ".join(cell.split()) for cell in first[:width]), *[""] * (width - len(first))]
    else:
        names, below = [""] * width, filled
    header = _distinct([each or letter(column) for column, each in enumerate(names)])
    return Table(tuple(header), tuple(row[:width] for row in below), sheet, above=above)


def _titles(rows: Sequence[Sequence[str]]) -> int:
    """How many rows stand above the header as its title: one filled cell over a row of three."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[: _TITLES + 1]]
    above = next((index for index, cells in enumerate(filled) if cells > 1), 0)
    return above if filled[above] > 2 and len(rows) > above + 1 else 0


def csv_table(data: bytes, name: str, options: ReadOptions) -> tuple[Table, list[Message]]:
    """The table in a csv with whatever delimiter and encoding. Raises BadFile."""
    raw, warnings = decode(data, name, options.encoding)
    if len(raw) > MAX_CHARACTERS:
        raise BadFile("table_too_large", name=name, rows=MAX_ROWS)
    text = canonical(raw.removesuffix("\x1a"))
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_DIRECTIVE) and len(first) == len(_DIRECTIVE) + 1:
        return table_of(_rows(rest, first[-1], name), name), warnings
    return table_of(_rows(text, delimiter_of(text), name), name), warnings


def delimiter_of(text: str) -> str:
    """The delimiter that parts most rows into the same number of cells."""
    best, most = ",", 0.0
    for delimiter in DELIMITERS:
        counts = Counter(map(len, _sniffed(text, delimiter)))
        width, rows = max(counts.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
        share = rows / max(1, sum(counts.values()))
        if width > 1 and share * min(width, 12) > most:
            best, most = delimiter, share * min(width, 12)
    return best


def letter(column: int) -> str:
    """The name of a column without one, as spreadsheets have it: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _sniffed(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) >= _SNIFFED:
                break
    except csv.Error:
        pass
    return [row for row in rows if row]


def _rows(text: str, delimiter: str, name: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) > MAX_ROWS + 1:
                raise BadFile("table_too_large", name=name, rows=MAX_ROWS)
    except csv.Error as error:
        # The module's limit for one cell: a quotation mark that is never closed swallows the rest.
        raise BadFile("table_cell_endless", name=name, row=len(rows) + 1) from error
    return rows


def _distinct(names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        number, chosen = 2, name
        while chosen in found:
            number, chosen = number + 1, f"{name} ({number})"
        found.append(chosen)
    return found


def _warnings(table: Table, roles: tuple[Role, ...]) -> list[Message]:
    said: list[Message] = []
    chosen = roles != guessed_roles(table)
    if not chosen:
        column = table.header[roles.index(Role.TEXT)]
        said.append(Message.of("table_text_column", column=column))
    if table.above:
        said.append(Message.of("table_rows_above", count=table.above))
    if empty := rows_without_text(table, roles):
        said.append(Message.of("table_rows_without_text", count=empty))
    skipped = [name for name, role in zip(table.header, roles, strict=True) if role is Role.SKIP]
    if skipped:
        said.append(Message.of("table_columns_left_out", columns=", ".join(skipped)))
    if table.other_sheets:
        said.append(Message.of("table_other_sheets", sheets=", ".join(table.other_sheets)))
    return said
