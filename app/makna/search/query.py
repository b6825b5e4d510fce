"""What a researcher asks for: the query language and its tree.

    humas citra          both words, in any of their forms     humas OR citra
    "peran humas"        these words, exactly so, side by side  humas -citra, humas NOT citra
    "peran humas"~3      both, at most 3 other words between, in any order
    komuni*  k?munikasi  prefix, wildcard                       (humas OR media) AND citra
    komunikasi~  ~2      one or two letters may differ          kind:interview speaker:"Ibu Rina"

Words that stand beside each other are all required, except function words beside others. A query
is never wrong: an operator without something to join is a word, what is left open is closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from makna.domain.lazy_pattern import LazyPattern
from makna.search.analysis import fold, word_pattern
from makna.search.stopwords import function_words


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, which its inflected forms match as well."""

    text: str


@dataclass(frozen=True, slots=True)
class Exact:
    """A folded word as it is written, inside quotation marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    text: str


@dataclass(frozen=True, slots=True)
class Wildcard:
    """`*` stands for any letters, `?` for one."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word in which up to `distance` letters are wrong, missing, added or swapped."""

    text: str
    distance: int


Leaf = Word | Exact | Prefix | Wildcard | Fuzzy


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, in order; punctuation between them does not count."""

    parts: tuple[Leaf, ...]
    between: int = 0
    """If not 0: so many other words may stand among them, and they may come in any order."""


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


Node = Leaf | Phrase | And | Or | Not


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition that the database answers; `field` is one of the values of FIELDS."""

    field: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """`root` is what a paragraph must say (None: nothing asked); all `filters` must hold too."""

    root: Node | None
    filters: tuple[Filter, ...] = ()


# The Indonesian names are those of the window.
FIELDS = {
    **{name: name for name in ("kind", "case", "code", "speaker", "source")},
    "jenis": "kind",
    "kasus": "case",
    "kode": "code",
    "penutur": "speaker",
    "sumber": "source",
}
DEEPEST = 40

_LEXEME = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<filter>-?[^\W\d_]+:(?:"[^"]*(?:"|$)|“[^”]*(?:”|$)|[^\s()"“”]+))
  | (?P<phrase>["“„”](?P<inside>[^"“”]*)(?:["“”](?:~(?P<between>\d{0,2}))?|$))
  | (?P<open>\()
  | (?P<close>\))
  | (?P<word>[^\s()"“„”]+)
    """,
    re.VERBOSE,
)
_PIECE = LazyPattern(lambda: rf"(?:{word_pattern()}|[*?])+")
_FUZZY = re.compile(r"(.+?)~([0-9]?)")


def parse(text: str) -> Query:
    """The query that a text means. Never raises."""
    parser = _Parser(text)
    parts: list[Node] = []
    while parser.more():
        node = parser.alternatives(0)
        if node is not None:
            parts.append(node)
        parser.skip()  # a closing parenthesis that nothing opened
    return Query(_joined(parts), tuple(parser.filters))


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str
    between: int = 0


class _Parser:
    """Recursive descent over OR, AND and NOT; brackets deeper than DEEPEST are passed over."""

    def __init__(self, text: str) -> None:
        self.filters: list[Filter] = []
        self._lexemes = _lexemes(text, self.filters)
        self._at = 0

    def more(self) -> bool:
        return self._at < len(self._lexemes)

    def skip(self) -> None:
        self._at += 1

    def alternatives(self, depth: int) -> Node | None:
        found = [self._all_of(depth)]
        while self._operator("OR"):
            found.append(self._all_of(depth))
        parts = [part for part in found if part is not None]
        return _joined_or(parts)

    def _all_of(self, depth: int) -> Node | None:
        found: list[Node] = []
        asked: set[int] = set()
        while self.more() and self._kind() != "close" and not self._is_operator("OR"):
            if self._operator("AND"):
                asked.update((len(found) - 1, len(found)))
            part = self._one(depth)
            if part is not None:
                found.append(part)
        return _joined(_without_function_words(found, asked))

    def _one(self, depth: int) -> Node | None:
        negated = False
        while self._operator("NOT") or self._operator("-"):
            negated = not negated
        node = self._primary(depth)
        return Not(node) if negated and node is not None else node

    def _primary(self, depth: int) -> Node | None:
        if not self.more() or self._kind() == "close":
            return None
        lexeme = self._lexemes[self._at]
        self.skip()
        if lexeme.kind == "open":
            return self._bracket(depth)
        if lexeme.kind == "phrase":
            return _phrase(lexeme.text, lexeme.between)
        return _word(lexeme.text)

    def _bracket(self, depth: int) -> Node | None:
        if depth >= DEEPEST:
            return None
        node = self.alternatives(depth + 1)
        if self.more() and self._kind() == "close":
            self.skip()
        return node

    def _kind(self) -> str:
        return self._lexemes[self._at].kind

    def _is_operator(self, name: str) -> bool:
        """Whether an operator stands here that has something to work on."""
        if not self.more() or self._lexemes[self._at] != _Lexeme("word", name):
            return False
        if not self._starts_something(self._at + 1):
            return False
        return name in ("NOT", "-") or self._ends_something(self._at - 1)

    def _operator(self, name: str) -> bool:
        found = self._is_operator(name)
        self._at += found
        return found

    def _starts_something(self, at: int) -> bool:
        if at >= len(self._lexemes):
            return False
        lexeme = self._lexemes[at]
        return lexeme.kind != "close" and lexeme.text not in ("AND", "OR")

    def _ends_something(self, at: int) -> bool:
        return at >= 0 and self._lexemes[at].kind != "open"


def _lexemes(text: str, filters: list[Filter]) -> list[_Lexeme]:
    """The pieces of a query; filters are put aside, a leading minus is a piece of its own."""
    found: list[_Lexeme] = []
    for hit in _LEXEME.finditer(text):
        kind, piece = str(hit.lastgroup), hit.group()
        if kind == "space":
            continue
        if kind == "filter":
            condition = _filter(piece)
            if condition:
                filters.append(condition)
                continue
            kind = "word"
        if kind == "phrase":
            found.append(_Lexeme(kind, hit["inside"], int(hit["between"] or 0)))
            continue
        if kind == "word" and piece.startswith("-"):
            found.append(_Lexeme("word", "-"))
            piece = piece.lstrip("-")
        if piece:
            found.append(_Lexeme(kind, piece))
    return found


def _filter(piece: str) -> Filter | None:
    name, _, value = piece.removeprefix("-").partition(":")
    field = FIELDS.get(name.casefold())
    value = value.strip('"“” ')
    if field is None or not value:
        return None
    return Filter(field, value, piece.startswith("-"))


def _phrase(text: str, between: int = 0) -> Node | None:
    leaves = [_leaf(piece, quoted=True) for piece in _PIECE.findall(text)]
    return _side_by_side(leaves, between)


def _word(text: str) -> Node | None:
    fuzzy = _FUZZY.fullmatch(text)
    pieces = _PIECE.findall(fuzzy.group(1) if fuzzy else text)
    if fuzzy and len(pieces) == 1 and "*" not in pieces[0] and "?" not in pieces[0]:
        return _fuzzy(fold(pieces[0]), fuzzy.group(2))
    return _side_by_side([_leaf(piece) for piece in pieces])


def _fuzzy(word: str, asked: str) -> Leaf:
    """As many wrong letters as asked for (0–2), or as a word of this length bears."""
    distance = min(int(asked), 2) if asked else (1 if len(word) < 6 else 2)
    return Fuzzy(word, min(distance, (len(word) - 1) // 2))


def _leaf(piece: str, quoted: bool = False) -> Leaf | None:
    """One word of a query. A question mark that ends it is punctuation."""
    piece = re.sub(r"\*+", "*", piece.rstrip("?"))
    if not piece.strip("*?"):
        return None
    if "?" in piece or "*" in piece[:-1]:
        return Wildcard(fold(piece))
    if piece.endswith("*"):
        return Prefix(fold(piece[:-1]))
    return Exact(fold(piece)) if quoted else Word(fold(piece))


def _side_by_side(leaves: list[Leaf | None], between: int = 0) -> Node | None:
    parts = tuple(leaf for leaf in leaves if leaf is not None)
    if len(parts) > 1:
        return Phrase(parts, between)
    return parts[0] if parts else None


def _without_function_words(parts: list[Node], asked: set[int]) -> list[Node]:
    """The parts without "yang" or "the", unless nothing else is asked for or AND stands beside."""
    light = [isinstance(part, Word) and part.text in function_words() for part in parts]
    if not any(
        not isinstance(part, Not) and not weak for part, weak in zip(parts, light, strict=True)
    ):
        return parts
    return [part for at, part in enumerate(parts) if at in asked or not light[at]]


def _joined(parts: list[Node]) -> Node | None:
    if len(parts) > 1:
        return And(tuple(parts))
    return parts[0] if parts else None


def _joined_or(parts: list[Node]) -> Node | None:
    if len(parts) > 1:
        return Or(tuple(parts))
    return parts[0] if parts else None
