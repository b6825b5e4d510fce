"""The code tree: order, paths, descendants, and the rules of moving a code."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from makna.domain.errors import NotFound, UserError
from makna.domain.model import Code, CodeId

SEPARATOR = " > "


def name_key(name: str) -> str:
    """Two sibling codes with the same key count as having the same name."""
    return unicodedata.normalize("NFC", name.strip()).casefold()


def split_path(path: str) -> tuple[str, ...]:
    """The names of a written path `Theme > Code`; `\\>` stands for a `>` inside a name.

    Raises UserError when a name in it is empty.
    """
    names, current, escaped = [], "", False
    for char in path:
        if escaped and char == "\\":
            current += char
        elif escaped:
            current += char if char == ">" else "\\" + char
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == ">":
            names.append(current)
            current = ""
        else:
            current += char
    names.append(current + ("\\" if escaped else ""))
    stripped = tuple(name.strip() for name in names)
    if not all(stripped):
        raise UserError("empty_name", thing="code")
    return stripped


def join_path(names: Iterable[str]) -> str:
    """The written form of a path; the inverse of `split_path`."""
    return SEPARATOR.join(name.replace(">", "\\>") for name in names)


class CodeTree:
    """All codes of a project in tree order, with ways to find them."""

    def __init__(self, codes: Sequence[Code]) -> None:
        self._by_id = {code.id: code for code in codes}
        self._children: dict[CodeId | None, list[Code]] = {}
        for code in sorted(codes, key=lambda code: (code.position, code.id)):
            parent = code.parent if code.parent in self._by_id else None
            self._children.setdefault(parent, []).append(code)
        self.ordered: tuple[Code, ...] = tuple(self._walk(None))

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, code: CodeId) -> bool:
        return code in self._by_id

    def __getitem__(self, code: CodeId) -> Code:
        return self._by_id[code]

    def children(self, code: CodeId | None) -> list[Code]:
        return list(self._children.get(code, ()))

    def depth(self, code: CodeId) -> int:
        """0 for a code at the top."""
        return len(self.ancestors(code))

    def ancestors(self, code: CodeId) -> list[Code]:
        """From the top down, without the code itself."""
        found: list[Code] = []
        parent = self._by_id[code].parent
        while parent is not None and parent in self._by_id:
            found.append(self._by_id[parent])
            parent = self._by_id[parent].parent
        return found[::-1]

    def names(self, code: CodeId) -> tuple[str, ...]:
        return (*(above.name for above in self.ancestors(code)), self._by_id[code].name)

    def path(self, code: CodeId) -> str:
        return join_path(self.names(code))

    def descendants(self, code: CodeId) -> list[Code]:
        """All codes below it, in tree order."""
        return list(self._walk(code))

    def total(self, code: CodeId) -> int:
        """Codings of the code and of all below it."""
        below = sum(child.codings for child in self.descendants(code))
        return self._by_id[code].codings + below

    def find(self, path: str) -> Code:
        """The code of a written path, or the only one of that name anywhere in the tree.

        Raises NotFound when there is none, or several of that name.
        """
        names = split_path(path)
        code = self._follow(names)
        if code is not None:
            return code
        if len(names) == 1:
            alike = [c for c in self.ordered if name_key(c.name) == name_key(names[0])]
            if len(alike) == 1:
                return alike[0]
            if alike:
                paths = ", ".join(self.path(c.id) for c in alike)
                raise NotFound("ambiguous", thing="code", name=path, candidates=paths)
        raise NotFound("not_found", thing="code", name=path)

    def child_named(self, parent: CodeId | None, name: str) -> Code | None:
        wanted = name_key(name)
        return next((c for c in self.children(parent) if name_key(c.name) == wanted), None)

    def check_move(self, code: CodeId, parent: CodeId | None) -> None:
        """Raises UserError when `parent` is the code itself or lies below it."""
        if parent is None:
            return
        above = {parent, *(ancestor.id for ancestor in self.ancestors(parent))}
        if code in above:
            raise UserError("code_cycle", code=self[code].name, target=self[parent].name)

    def _follow(self, names: Sequence[str]) -> Code | None:
        found: Code | None = None
        for name in names:
            found = self.child_named(found.id if found else None, name)
            if found is None:
                return None
        return found

    def _walk(self, parent: CodeId | None) -> Iterator[Code]:
        for code in self.children(parent):
            yield code
            yield from self._walk(code.id)
