"""What a file with comments is compared with: its sources, the codes, what was taken in before."""

from __future__ import annotations

from makna.domain.codetree import CodeTree, name_key
from makna.domain.comment_file import CommentedFile
from makna.domain.comment_match import share_found
from makna.domain.comment_text import Names
from makna.domain.model import CodeId, MemoId, SourceId
from makna.domain.pseudonyms import Replacer
from makna.domain.text import paragraph_at, trimmed
from makna.services.pseudonyms import replacer
from makna.storage.project import Project

_SHARE = 0.3
"""Share of a file's text that must stand in a source, for the file to be about it."""


def finder_for(project: Project, file: CommentedFile) -> Replacer:
    """The names that were replaced in the file; when it does not say, what its text tells."""
    finder = replacer(project)
    if file.pseudonyms is not None:
        return finder if file.pseudonyms else Replacer(())
    names = len(finder.find(file.text))
    substitutes = sum(file.text.count(each.substitute) for each in project.pseudonyms.all())
    return finder if substitutes and not names else Replacer(())


def codes_by_name(tree: CodeTree, finder: Replacer) -> dict[Names, CodeId]:
    """Codes that can be applied, by their whole path, and by their name where only one has it."""
    found: dict[Names, CodeId] = {}
    alone: dict[Names, list[CodeId]] = {}
    for code in tree.ordered:
        if not code.codable:
            continue
        names = tree.names(code.id)
        for spelled in (names, tuple(finder.apply(name) for name in names)):
            key = tuple(name_key(name) for name in spelled)
            found.setdefault(key, code.id)
            alone.setdefault(key[-1:], []).append(code.id)
    for key, codes in alone.items():
        if len(set(codes)) == 1:
            found.setdefault(key, codes[0])
    return found


def known_comments(project: Project) -> tuple[dict[str, str], dict[str, tuple[MemoId, str]]]:
    """What was taken in: content by identity; and the memos made of comments, by identity."""
    taken: dict[str, str] = {}
    memos: dict[str, tuple[MemoId, str]] = {}
    for row in project.comment_memos.all():
        kind, _, rest = row.origin.partition(" ")
        for entry in rest.split():
            who, _, what = entry.partition(":")
            taken[who] = what
            if kind == "comment":
                memos[who] = (row.memo, row.body)
    return taken, memos


def sources_of(project: Project, file: CommentedFile) -> list[SourceId]:
    """The sources that the file is about, in the order in which it has them."""
    everything = {source.guid: source.id for source in project.sources.all()}
    named = [everything[guid] for guid in file.sources if guid in everything]
    if named:
        return named
    lines = [line for line in file.text.split("\n") if len(line) > 20]
    paragraphs = frozenset(lines)
    finder = finder_for(project, file)
    whole = sum(map(len, paragraphs))
    shares: dict[SourceId, int] = {}
    first: dict[SourceId, int] = {}
    for source in everything.values():
        text = finder.apply(project.texts.text(source))
        shares[source] = share_found(paragraphs, text)
        own = set(text.split("\n"))
        first[source] = next((i for i, line in enumerate(lines) if line in own), len(lines))
    best = max(shares.values(), default=0)
    if not whole or best < _SHARE * whole / max(1, sum(n > 0 for n in shares.values())):
        return []
    return sorted((s for s, n in shares.items() if n > 0.1 * best), key=lambda s: first[s])


def paragraph_near(text: str, position: int) -> tuple[int, int]:
    """The paragraph with words at `position` or before it, else the first one of the text."""
    at = min(position, len(text))
    start, end = paragraph_at(text, at)
    while start > 0 and not text[start:end].strip():
        start, end = paragraph_at(text, start - 1)
    if not text[start:end].strip():
        start = len(text) - len(text.lstrip())
        start, end = paragraph_at(text, start)
    return trimmed(text, start, end)
