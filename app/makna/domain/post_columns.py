"""Which column of a table of posts is what: told by its name in two languages, and by its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from makna.domain.errors import UserError
from makna.domain.post_dates import are_minutes, looks_like_a_date
from makna.domain.sheet import Table
from makna.domain.turn_names import is_label, is_name, is_speaker


class Role(StrEnum):
    """What a column is for."""

    TEXT = "text"
    ACCOUNT = "account"
    DATE = "date"
    LIKES = "likes"
    LINK = "link"
    FACT = "fact"
    """Kept with the post under the name of the column."""
    VARIABLE = "variable"
    """Kept with the account, as a variable of its case."""
    SKIP = "skip"
    """Left out, because the user said so."""


Roles = tuple[Role, ...]
"""One a column."""
ONE_ONLY = (Role.TEXT, Role.ACCOUNT, Role.DATE, Role.LIKES, Role.LINK)
"""Of these a table has one column at most."""

_NAMES: dict[Role, frozenset[str]] = {
    Role.TEXT: frozenset(
        "text teks isi caption komentar comment comments content konten message pesan tweet "
        "cuitan body deskripsi description ulasan review kiriman ujaran transkrip transcript "
        "jawaban answer freetext fulltext commenttext takarir".split()
    ),
    Role.ACCOUNT: frozenset(
        "akun account username user pengguna nama name author penulis handle pengirim sender "
        "screenname owner pembicara speaker penutur responden respondent informan case kasus "
        "from profil profile nickname".split()
    ),
    Role.DATE: frozenset(
        "tanggal tgl date waktu time createdat timestamp published publishedat datetime posted "
        "postedat created jam createtime".split()
    ),
    Role.LIKES: frozenset(
        "suka likes like likecount likescount favorites favoritecount reactions diggcount".split()
    ),
    Role.LINK: frozenset("tautan link url permalink href alamat address posturl".split()),
}
_ACCOUNT = re.compile(r"@[\w.]+|[^:\n]{1,40}:")
_CELLS = 200
"""Rows whose cells are looked at."""
_SHARE = 0.6
"""Share of the filled cells that must look like it."""
_FEWEST_WORDS = 3
"""Words that a text has on average, where only the cells tell."""


def column_of(roles: Roles, role: Role) -> int | None:
    """The column with this role, if there is one."""
    return roles.index(role) if role in roles else None


def guessed_roles(table: Table) -> Roles:
    """What the columns most likely are; the others are facts of their post."""
    roles: list[Role] = [Role.FACT] * len(table.header)
    samples = [_filled(table, column) for column in range(len(table.header))]
    for role in (Role.LINK, Role.DATE, Role.LIKES, Role.TEXT, Role.ACCOUNT):
        free = [column for column, given in enumerate(roles) if given is Role.FACT]
        chosen = _best(role, free, table.header, samples)
        if chosen is not None:
            roles[chosen] = role
    return tuple(roles)


def chosen_roles(table: Table, wanted: Sequence[tuple[str, str]], name: str) -> Roles:
    """The guess, after (role, column) pairs of the user: a column by its name or number from 1.

    Raises UserError: `table_role`, `table_no_column`.
    """
    roles = list(guessed_roles(table))
    for written, column in wanted:
        if written not in list(Role):
            raise UserError("table_role", role=written, roles=", ".join(Role))
        role = Role(written)
        place = _place(table, column, name)
        if role in ONE_ONLY:
            roles = [Role.FACT if given is role else given for given in roles]
        roles[place] = role
    return tuple(roles)


def is_header(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns rather than being a post already."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled or any(len(cell) > 60 or "\n" in cell or _is_link(cell) for cell in filled):
        return False
    if any(looks_like_a_date(cell) or _is_number(cell) for cell in filled):
        return False
    if any(_score(role, cell) for cell in filled for role in _NAMES):
        return True
    columns = range(len(cells))
    if any(_all_numbers([row[c] for row in below[:50] if c < len(row)]) for c in columns):
        return True
    longest = max((len(cell) for row in below[:20] for cell in row), default=0)
    return bool(below) and longest > 2 * max(map(len, filled))


def _all_numbers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(map(_is_number, filled))


def _place(table: Table, column: str, name: str) -> int:
    wanted = _key(column)
    for place, header in enumerate(table.header):
        if _key(header) == wanted:
            return place
    if column.strip().isdecimal() and 1 <= int(column) <= len(table.header):
        return int(column) - 1
    known = ", ".join(table.header)
    raise UserError("table_no_column", name=name, column=column, columns=known)


def _best(
    role: Role, free: Sequence[int], header: Sequence[str], samples: Sequence[list[str]]
) -> int | None:
    """The free column that fits best, first by name and then by what stands in it."""
    named = [(_score(role, header[c]), _weight(role, samples[c]), -c) for c in free]
    for score, _, place in sorted(named, reverse=True):
        if score and _may_be(role, samples[-place]):
            return -place
    fitting = [
        c
        for c in free
        if samples[c]
        and (_looks_like(role, samples[c]) or (role is Role.ACCOUNT and _speak(c, header, samples)))
    ]
    return max(fitting, key=lambda c: (_weight(role, samples[c]), -c), default=None)


def _score(role: Role, header: str) -> int:
    """2 when the name of a column is one of the role's, 1 when a word of it is."""
    names = _NAMES[role]
    if _key(header).replace(" ", "") in names:
        return 2
    return int(any(word in names for word in _key(header).split()))


def _weight(role: Role, cells: list[str]) -> int:
    return sum(map(len, cells)) if role is Role.TEXT else 0


def _may_be(role: Role, cells: list[str]) -> bool:
    """Whether the cells do not contradict the name: `Likes` may well be a list of people."""
    if role is Role.LIKES:
        return all(map(_is_number, cells))
    if role is Role.DATE:
        return (
            not cells or _share(looks_like_a_date, cells) > 0.3 or not any(map(_is_number, cells))
        )
    if role is Role.TEXT:
        return not cells or not all(map(_is_number, cells))
    return True


def _looks_like(role: Role, cells: list[str]) -> bool:
    if role is Role.LINK:
        return _share(_is_link, cells) >= _SHARE
    if role is Role.DATE:
        days = _share(looks_like_a_date, cells) >= _SHARE and max(map(len, cells)) <= 40
        return days or (len(cells) > 2 and are_minutes(cells))
    if role is Role.TEXT:
        words = sum(len(cell.split()) for cell in cells)
        return words >= _FEWEST_WORDS * len(cells) and _share(_is_link, cells) < _SHARE
    if role is Role.ACCOUNT:
        # `@kota.sagara`, or `Peneliti:` where a transcript was typed into a sheet.
        return _share(lambda cell: _ACCOUNT.fullmatch(cell) is not None, cells) >= _SHARE
    return False


def _speak(column: int, header: Sequence[str], samples: Sequence[list[str]]) -> bool:
    """Whether, where nothing names the columns, these are people who take turns to speak."""
    names = samples[column]
    if len(header[column]) > 1 or len(names) < 3 or not 1 < len({*names}) <= 0.7 * len(names):
        return False
    return all(is_label(name) and (is_name(name) or is_speaker(name)) for name in names)


def _share(test: Callable[[str], bool], cells: list[str]) -> float:
    return sum(bool(test(cell)) for cell in cells) / len(cells) if cells else 0.0


def _filled(table: Table, column: int) -> list[str]:
    rows = table.rows[:_CELLS]
    return [row[column].strip() for row in rows if column < len(row) and row[column].strip()]


def _is_link(cell: str) -> bool:
    return cell.startswith(("http://", "https://", "www."))


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[-+]?[\d.,  ]*\d(?: ?(?:rb|jt|k|m|%))?", cell.strip(), re.I) is not None


def _key(name: str) -> str:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[\W_]+", " ", parted).casefold().split())
