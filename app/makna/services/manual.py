"""The manual: its pages in both languages, and what is found in them.

A page is one task in `resources/manual/<language>/NN-name.md`, the same names in both languages.
A first line `<!-- for: export, codes -->` names the views of the window that the page is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from makna.domain.pausing import Pausing, carried_out
from makna.domain.wording import LANGUAGES, Language
from makna.paths import resources_dir

_FOR = re.compile(r"\A<!-- for: (.*?) -->\n")
_TITLE = re.compile(r"^# .+$", re.MULTILINE)
_WORD = re.compile(r"\w+")
SNIPPET = 120
"""Characters of text that a hit shows, about."""
_IN_TITLE, _IN_HEADING, _IN_TEXT, _IN_OTHER_TITLE, _IN_OTHER_TEXT = 100, 30, 10, 20, 1
_MOST_COUNTED = 5
"""A word that recurs in a page counts so often at most."""


@dataclass(frozen=True)
class Page:
    """One task of the manual in one language."""

    name: str
    """`03-interview`: the same in both languages."""
    language: Language
    views: tuple[str, ...]
    """Views of the window for which this is the page to open."""
    markdown: str

    @cached_property
    def title(self) -> str:
        """The first heading; the contents list it, so nothing else is read for it."""
        found = _TITLE.search(self.markdown)
        said = _texts(_parser().parse(found[0])) if found else ()
        return next((text for _tag, text in said), self.name)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        return tuple(text for tag, text in self._said if tag.startswith("h") and tag != "h1")

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The text without marks: paragraphs, entries of lists, cells of tables."""
        return tuple(text for tag, text in self._said if not tag.startswith("h"))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where links lead, as they are written."""
        return tuple(_values(self._tokens, "link_open", "href"))

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The pictures, as they are written."""
        return tuple(_values(self._tokens, "image", "src"))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What stands in bold: words as the window shows them."""
        return tuple(_bold(self._tokens))

    def html(self) -> str:
        """For a text widget; addresses stay relative to the page."""
        rendered = str(_parser().render(self.markdown))
        # A picture in a paragraph of widely set lines would have a gap below it.
        return rendered.replace("<p><img ", '<p class="picture"><img ')

    @cached_property
    def _tokens(self) -> list[Token]:
        return _parser().parse(self.markdown)

    @cached_property
    def _said(self) -> tuple[tuple[str, str], ...]:
        return tuple(_texts(self._tokens))


class Hit(NamedTuple):
    """A page that has every word that was asked for."""

    page: Page
    snippet: str
    """Where the words stand, or how the page begins."""
    score: int


@dataclass(frozen=True)
class Manual:
    """All pages in one language, in their order, beside those in the other."""

    language: Language
    pages: tuple[Page, ...]
    others: tuple[Page, ...]

    def page(self, name: str) -> Page | None:
        return next((page for page in self.pages if page.name == name), None)

    def for_view(self, view: str) -> Page | None:
        """The page about a view of the window."""
        return next((page for page in self.pages if view in page.views), None)

    def search(self, query: str) -> list[Hit]:
        """The pages in which every word of the query begins a word, the best first.

        A title counts more than a heading, a heading more than text; words of the other language
        find the page as well, but count less.
        """
        return carried_out(self.searching(query))

    def searching(self, query: str) -> Pausing[list[Hit]]:
        """The same, a page at a time: a page is read when it is first searched."""
        asked = words_of(query)
        others = {page.name: page for page in self.others}
        hits = []
        for page in self.pages if asked else ():
            scores = [_score(page, others.get(page.name), word) for word in asked]
            if all(scores):
                hits.append(Hit(page, _snippet(page, asked), sum(scores)))
            yield None
        return sorted(hits, key=lambda hit: (-hit.score, hit.page.name))


@cache
def manual(language: Language) -> Manual:
    """The manual as it was shipped; read once."""
    return read_manual(resources_dir() / "manual", language)


def read_manual(folder: Path, language: Language) -> Manual:
    """The pages below a folder. A page that is missing in a language is missing in that manual."""
    other = next(each for each in LANGUAGES if each != language)
    return Manual(language, tuple(_pages(folder, language)), tuple(_pages(folder, other)))


def words_of(text: str) -> list[str]:
    """The words of a query, in small letters."""
    return [word.casefold() for word in _WORD.findall(text)]


def marks(text: str, asked: Sequence[str]) -> list[tuple[int, int]]:
    """Where words of a text begin with one of these: what is to be highlighted."""
    return [
        found.span()
        for found in _WORD.finditer(text)
        if any(found.group().casefold().startswith(word) for word in asked)
    ]


def _pages(folder: Path, language: Language) -> Iterator[Page]:
    for path in sorted((folder / language).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = _FOR.match(text)
        views = tuple(view.strip() for view in found[1].split(",")) if found else ()
        yield Page(path.stem, language, views, text[found.end() :] if found else text)


def _score(page: Page, other: Page | None, word: str) -> int:
    """How much a page is about a word; 0 where it does not have it."""
    score = _IN_TITLE * _has(page.title, word)
    score += _IN_HEADING * any(_has(text, word) for text in page.headings)
    counted = sum(_has(text, word) for text in page.paragraphs)
    score += _IN_TEXT * min(counted, _MOST_COUNTED)
    if other is not None:
        score += _IN_OTHER_TITLE * _has(other.title, word)
        score += _IN_OTHER_TEXT * any(_has(text, word) for text in other.paragraphs)
    return score


def _has(text: str, word: str) -> bool:
    return any(found.startswith(word) for found in words_of(text))


def _snippet(page: Page, asked: Sequence[str]) -> str:
    """The paragraph with most of the words, from a little before the first of them."""
    best = max(page.paragraphs, key=lambda text: _richness(text, asked), default="")
    found = marks(best, asked)
    if not found or len(best) <= SNIPPET:
        return _shortened(best, 0)
    return _shortened(best, max(0, found[0][0] - SNIPPET // 3))


def _richness(text: str, asked: Sequence[str]) -> int:
    return sum(_has(text, word) for word in asked)


def _shortened(text: str, start: int) -> str:
    if start:
        start = text.find(" ", start) + 1
    end = start + SNIPPET
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return before + text[start:end].strip() + after


# Markdown.


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _texts(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """(tag, plain text) of everything that has text."""
    tag = ""
    for token in tokens:
        if token.nesting == 1:
            tag = token.tag
        elif token.type == "inline":
            text = "".join(_plain(token.children or []))
            if text.strip():
                yield tag, " ".join(text.split())
        elif token.type in ("fence", "code_block"):
            yield "pre", token.content


def _plain(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "


def _values(tokens: Sequence[Token], kind: str, name: str) -> Iterator[str]:
    for token in tokens:
        if token.type == kind:
            yield str(token.attrs.get(name, ""))
        yield from _values(token.children or [], kind, name)


def _bold(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        said: list[str] | None = None
        for child in token.children or []:
            if child.type == "strong_open":
                said = []
            elif child.type == "strong_close" and said is not None:
                yield " ".join("".join(said).split())
                said = None
            elif said is not None:
                said.extend(_plain([child]))
