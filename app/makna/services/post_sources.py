"""A table of posts as one source a post, all in one step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from makna.domain.changes import Outcome
from makna.domain.codetree import name_key
from makna.domain.document import ParsedDocument, Post, plain_layout
from makna.domain.identity import new_guid
from makna.domain.model import CaseId, SourceId, SourceKind
from makna.domain.text import one_line
from makna.domain.wording import Message
from makna.services.account_cases import case_named, cases_of_accounts
from makna.services.import_plan import Imported, ImportOptions, Part
from makna.storage.clock import now
from makna.storage.project import Project

WORDS_IN_NAME = 5


def store_posts(
    project: Project,
    path: str,
    wanted: str,
    original: tuple[str, bytes] | None,
    document: ParsedDocument,
    options: ImportOptions,
    group: str,
) -> Outcome[Imported]:
    """Each post becomes a source with its account, day, address and other columns.

    Written table by table: 5,000 posts take seconds, not minutes. The table itself is kept once,
    as the original of each.
    """
    posts = document.posts
    label = Message.of("step.import_posts", n=len(posts), name=Path(path).name)
    with project.transact(label, group=group) as step:
        names = _names(project, wanted, posts)
        language = options.language or project.overview.language()
        rows = [
            _source(post, name, document, options, language)
            for post, name in zip(posts, names, strict=True)
        ]
        sources = project.sources.add_many(rows)
        for source, post in zip(sources, posts, strict=True):
            project.texts.add(source, post.text, plain_layout(post.text))
        if original is not None:
            sha256 = project.blobs.add(original[1])
            file = {"sha256": sha256, "name": original[0], "role": "original"}
            project.sources.add_files([{"source_id": source, **file} for source in sources])
        cases = cases_of_accounts(project, document, options)
        turns = _add_turns(project, sources, posts, cases) if document.turns else 0
        project.facts.add({s: p.facts for s, p in zip(sources, posts, strict=True)})
        _link(project, sources, posts, cases, options)
    parts = tuple(
        Part(row["name"], row["guid"], source, len(post.text), int(bool(turns and post.account)))
        for row, source, post in zip(rows, sources, posts, strict=True)
    )
    first = parts[0]
    characters = sum(part.characters for part in parts)
    done = Imported(
        *(path, first.source, first.guid, first.id, characters, turns, document.warnings, parts)
    )
    return Outcome(done, step.changes)


def _names(project: Project, stem: str, posts: tuple[Post, ...]) -> list[str]:
    """`Komentar 0012 @warga`: in the order of the table; free in the project."""
    taken = {name.casefold() for name in project.sources.names()}
    width = len(str(len(posts)))
    found = []
    for number, post in enumerate(posts, 1):
        who = post.account or " ".join(post.text.split()[:WORDS_IN_NAME])[:60]
        wanted = name = one_line(f"{stem} {number:0{width}} {who}")
        again = 2
        while name.casefold() in taken:
            name, again = f"{wanted} ({again})", again + 1
        taken.add(name.casefold())
        found.append(name)
    return found


def _source(
    post: Post, name: str, document: ParsedDocument, options: ImportOptions, language: str
) -> dict[str, str]:
    return {
        "guid": new_guid(),
        "name": name,
        "kind": str(options.kind or SourceKind.SOCIAL_MEDIA),
        "media_type": document.media_type,
        "language": language,
        "date": post.date,
        "year": post.date[:4],
        "author": post.account,
        "url": post.url,
        "created_at": now(),
    }


def _add_turns(
    project: Project,
    sources: list[SourceId],
    posts: tuple[Post, ...],
    cases: Mapping[str, CaseId],
) -> int:
    said = [(source, post) for source, post in zip(sources, posts, strict=True) if post.account]
    speakers = project.sources.add_speakers(
        [
            {
                "guid": new_guid(),
                "source_id": source,
                "name": post.account,
                "case_id": cases.get(name_key(post.account)),
                "interviewer": 0,
            }
            for source, post in said
        ]
    )
    project.sources.add_turns(
        [
            {
                "source_id": source,
                "speaker_id": speaker,
                "start": 0,
                "end": len(post.text),
                "time_ms": post.time_ms,
            }
            for (source, post), speaker in zip(said, speakers, strict=True)
        ]
    )
    return len(said)


def _link(
    project: Project,
    sources: list[SourceId],
    posts: tuple[Post, ...],
    cases: Mapping[str, CaseId],
    options: ImportOptions,
) -> None:
    """Each post is about its account where accounts are cases, and about the case named."""
    named = case_named(project, options.case) if options.case else None
    links = (
        (case, source)
        for source, post in zip(sources, posts, strict=True)
        for case in {cases.get(name_key(post.account)), named}
        if case is not None
    )
    project.sources.link_new(links)
