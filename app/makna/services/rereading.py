"""A source whose letters came in wrong, read again from its original in another encoding."""

from __future__ import annotations

from dataclasses import replace

from makna.domain.changes import Outcome
from makna.domain.document import ParsedDocument, ParsedTurn
from makna.domain.errors import BadFile, UserError
from makna.domain.model import PassageId, Source, SourceId
from makna.domain.rereading import Alignment, aligned
from makna.domain.spans import LayoutChange, Splice, minimal
from makna.domain.wording import Message
from makna.formats import ReadOptions
from makna.formats.encoding import ENCODINGS
from makna.formats.registry import read_document
from makna.services.places import merge_passages
from makna.services.sources import get_source
from makna.services.turns import replace_turns
from makna.storage.project import Project
from makna.storage.texts import Move

ENCODED = frozenset(("text/plain", "text/vtt", "text/csv", "text/markdown"))
"""Media types whose files do not say how their letters are encoded."""


def can_reread(project: Project, source: SourceId) -> bool:
    """Whether there is an original whose encoding was found out or chosen."""
    found = project.sources.plain(source)
    return (
        found is not None
        and found.media_type in ENCODED
        and project.sources.file(source, "original") is not None
        and not _shares_original(project, source)
    )


def reread(project: Project, source: SourceId, encoding: str) -> Outcome[None]:
    """Read the original of a source again in this encoding, as one step.

    Passages, memos on them and turns follow to the same words: encodings that are taken for each
    other differ in single letters. Raises UserError: `reread_no_original`, `reread_no_encoding`,
    `reread_corrected`, `reread_same`, `reread_moves_passages`, or what the reader finds wrong.
    """
    found = get_source(project, source)
    data, name = _original(project, found)
    old = project.texts.text(source)
    _refuse_corrected(project, found, data, name, old)
    new = read_document(data, name, ReadOptions(encoding=encoding))
    if new.text == old:
        raise UserError("reread_same", source=found.name, encoding=encoding)
    alignment = aligned(old, new.text)
    has_passages = bool(project.passages.of_source(source))
    if alignment is None and has_passages:
        raise UserError("reread_moves_passages", source=found.name, encoding=encoding)
    label = Message.of("step.reread", source=found.name, encoding=encoding)
    with project.transact(label) as step:
        if alignment is None:
            _exchange(project, source, old, new)
            replace_turns(project, source, new.turns)
        else:
            _follow(project, source, old, new, alignment)
        _correct_fields(project, found, new)
    return Outcome(None, step.changes)


def _original(project: Project, source: Source) -> tuple[bytes, str]:
    original = project.sources.file(source.id, "original")
    if original is None:
        raise UserError("reread_no_original", source=source.name)
    if not can_reread(project, source.id):
        raise UserError("reread_no_encoding", source=source.name)
    return project.blobs.get(original[0]), original[1]


def _shares_original(project: Project, source: SourceId) -> bool:
    """Whether the original is a table of which this source is one post."""
    original = project.sources.file(source, "original")
    return original is not None and len(project.sources.with_original(original[0])) > 1


def _refuse_corrected(project: Project, source: Source, data: bytes, name: str, text: str) -> None:
    """Raise UserError unless the text is a reading of the original as it is."""
    if project.texts.version(source.id) == 1:  # never touched
        return
    for encoding in ("", "latin-1", "iso-8859-2", *ENCODINGS):
        try:
            options = ReadOptions(encoding=encoding, find_turns=False)
            if read_document(data, name, options).text == text:
                return
        except BadFile:
            continue
    raise UserError("reread_corrected", source=source.name)


def _exchange(project: Project, source: SourceId, old: str, new: ParsedDocument) -> None:
    """Another text in the place of the old one, in which nothing is marked."""
    project.sources.delete_turns(project.sources.turn_keys(source))
    record = project.texts.record(source, minimal(Splice(0, old, new.text)))
    looks = LayoutChange(0, project.texts.layout(source), new.layout)
    project.splice(replace(record, layout=looks))


def _follow(
    project: Project, source: SourceId, old: str, new: ParsedDocument, alignment: Alignment
) -> None:
    """Exchange the letters that differ; every place goes where its words are now."""
    _merge(project, source, alignment)
    said = project.sources.turns(source)
    splice = minimal(Splice(0, old, new.text))
    record = project.texts.record(source, splice)
    looks = LayoutChange(0, project.texts.layout(source), new.layout)
    moves = tuple(Move(m.table, m.key, m.before, alignment.span(*m.before)) for m in record.moves)
    project.splice(replace(record, moves=moves, layout=looks))
    fresh = {turn.start: turn for turn in new.turns}
    if len(said) == len(new.turns):
        turns = [fresh.get(alignment.span(t.start, t.end)[0]) for t in said]
        if all(turn is not None for turn in turns):
            _rename_speakers(project, source, [turn for turn in turns if turn is not None])


def _merge(project: Project, source: SourceId, alignment: Alignment) -> None:
    """Passages that would come to lie on each other become one before they do."""
    kept: dict[tuple[int, int], PassageId] = {}
    for passage in project.passages.of_source(source):
        place = alignment.span(passage.start, passage.end)
        if place in kept and passage.start < passage.end:
            into, gone = project.passages.get(kept[place]), project.passages.get(passage.id)
            assert into is not None
            assert gone is not None
            merge_passages(project, into, gone)
        else:
            kept[place] = passage.id


def _rename_speakers(project: Project, source: SourceId, found: list[ParsedTurn]) -> None:
    """Speakers bear the name that the new reading has, unless the user gave them another one."""
    stored = project.sources.turns(source)
    for turn, read in zip(stored, found, strict=True):
        wrong = not turn.name.isascii()
        if wrong and turn.name != read.speaker and aligned(turn.name, read.speaker) is not None:
            project.sources.update_speaker(turn.speaker, name=read.speaker)


def _correct_fields(project: Project, source: Source, new: ParsedDocument) -> None:
    """Place and facts that the head of the transcript gave, where they were not changed since."""
    if source.place and aligned(source.place, new.place) is not None:
        project.sources.update(source.id, place=new.place)
    pairs = list(zip(source.facts, new.facts, strict=False))
    same = len(source.facts) == len(new.facts) and all(
        aligned("".join(old), "".join(read)) is not None for old, read in pairs
    )
    if same:
        project.facts.replace(source.id, new.facts)
