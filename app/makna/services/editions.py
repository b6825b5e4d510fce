"""Line and paragraph numbers that were printed stay true: reference editions of sources.

The text of a source is frozen when its numbers are printed for the first time. From then on the
numbers of its places are those of the frozen lines, however the text is corrected, until somebody
renews the edition and has seen which references change.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from makna.domain.changes import Outcome
from makna.domain.edition import Edition, Line, carried, numbered
from makna.domain.model import SourceId
from makna.domain.text import LINE_COLUMNS, Lines, Paragraphs
from makna.domain.wording import Language, Message, phrase
from makna.storage.clock import now
from makna.storage.project import Project


class Numbering:
    """The numbers by which places of sources are cited; the editions are read once."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._editions = project.editions.all()

    def of(self, source: SourceId, text: str) -> tuple[Lines, Paragraphs]:
        """Lines and paragraphs of the source, whose text this is now.

        A source without an edition, or with an unchanged text, costs a wrap of its lines; a
        corrected one an alignment of both texts (5 million characters: about a second).
        """
        edition = self._editions.get(source)
        if edition is None or edition.sha256 == _digest(text):
            return Lines(text), Paragraphs(text)
        return carried(_frozen(self._project, edition), text)


def numbered_lines(project: Project, source: SourceId) -> Sequence[Line]:
    """The source's text as numbered lines: the same numbers as in references.

    What was put into a text after it was frozen makes a line longer, or gives it a paragraph more;
    a line whose words were all taken out is left out. Empty paragraphs have no line.
    """
    text = project.texts.text(source)
    return numbered(text, *Numbering(project).of(source, text))


def list_editions(project: Project) -> list[Edition]:
    """The editions there are, in the order in which they were frozen."""
    return sorted(project.editions.all().values(), key=lambda edition: edition.id)


def is_corrected(project: Project, edition: Edition) -> bool:
    """Whether the text is no longer what was frozen."""
    return edition.sha256 != _digest(project.texts.text(edition.source))


def freeze(project: Project, sources: Collection[SourceId]) -> Outcome[int]:
    """Keep the numbers of these sources from now on; returns how many were not kept before.

    For whoever prints line or paragraph numbers. Does nothing in a project opened for reading.
    """
    kept = project.editions.all()
    fresh = [source for source in dict.fromkeys(sources) if source not in kept]
    if not fresh or not project.writable:
        return Outcome(0)
    with project.transact(Message.of("step.freeze_lines", n=len(fresh))) as step:
        for source in fresh:
            text = project.texts.text(source)
            project.editions.add(
                source_id=source,
                sha256=project.blobs.add(text.encode("utf-8", "surrogatepass")),
                columns=LINE_COLUMNS,
                frozen_at=now(),
            )
    return Outcome(len(fresh), step.changes)


@dataclass(frozen=True)
class Changed:
    """A passage that is cited otherwise after its source's lines are numbered anew."""

    source: str
    passage: str
    """GUID."""
    text: str
    old_lines: tuple[int, int]
    new_lines: tuple[int, int]
    old_paragraph: int
    new_paragraph: int

    def old(self, language: Language) -> str:
        return _place(self.old_paragraph, self.old_lines, language)

    def new(self, language: Language) -> str:
        return _place(self.new_paragraph, self.new_lines, language)


def renewal(project: Project, sources: Collection[SourceId] | None = None) -> list[Changed]:
    """The references that would change if the editions (of these sources) were renewed now."""
    return [each for edition in _corrected(project, sources) for each in _changed(project, edition)]


def renew(project: Project, sources: Collection[SourceId] | None = None) -> Outcome[list[Changed]]:
    """Number the lines of corrected sources as they are now; returns the references that change.

    What was printed before does not agree any more: the author prints it again. One undo step.
    """
    stale = _corrected(project, sources)
    changed = [each for edition in stale for each in _changed(project, edition)]
    with project.transact(Message.of("step.renew_lines", n=len(stale))) as step:
        for edition in stale:
            text = project.texts.text(edition.source)
            project.editions.update(
                edition.id,
                sha256=project.blobs.add(text.encode("utf-8", "surrogatepass")),
                frozen_at=now(),
            )
    return Outcome(changed, step.changes)


def _corrected(project: Project, sources: Collection[SourceId] | None) -> list[Edition]:
    return [
        edition
        for edition in list_editions(project)
        if (sources is None or edition.source in sources) and is_corrected(project, edition)
    ]


def _changed(project: Project, edition: Edition) -> list[Changed]:
    text = project.texts.text(edition.source)
    source = project.sources.plain(edition.source)
    assert source is not None
    lines, paragraphs = carried(_frozen(project, edition), text)
    new_lines, new_paragraphs = Lines(text), Paragraphs(text)
    found: list[Changed] = []
    for passage in project.passages.of_source(edition.source):
        if passage.region is not None:
            continue
        changed = Changed(
            source.name,
            passage.guid,
            text[passage.start : passage.end],
            lines.span(passage.start, passage.end),
            new_lines.span(passage.start, passage.end),
            paragraphs.number(passage.start),
            new_paragraphs.number(passage.start),
        )
        if (changed.old_lines, changed.old_paragraph) != (changed.new_lines, changed.new_paragraph):
            found.append(changed)
    return found


def _place(paragraph: int, lines: tuple[int, int], language: Language) -> str:
    first, last = lines
    said = (
        phrase("reference_line", language, line=first)
        if first == last
        else phrase("reference_lines", language, first=first, last=last)
    )
    return f"{phrase('reference_paragraph', language, number=paragraph)}, {said}"


def _frozen(project: Project, edition: Edition) -> str:
    return project.blobs.get(edition.sha256).decode("utf-8", "surrogatepass")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
