"""Brings the chapter that the author is writing in Word up to date with the project."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from makna.domain.controls import ControlTag, Part
from makna.domain.errors import UserError
from makna.domain.model import Code, Passage
from makna.domain.refreshing import Action, Decision
from makna.domain.report import Report
from makna.domain.wording import Language, Message
from makna.formats.locks import held_open
from makna.formats.refreshing.chapter import Occasion, Outcome, refreshed
from makna.formats.writers import write_report
from makna.scratch_files import private_folder, unfinished
from makna.services.editions import freeze
from makna.services.export_options import ExportOptions
from makna.services.exporting import build
from makna.services.file_copies import back_up
from makna.services.retrieval import retrieve
from makna.storage.project import Project

Clock = Callable[[], datetime]
"""The moment, with a zone."""
_WORDS_SHOWN = 60


@dataclass(frozen=True)
class Change:
    """One thing that a refresh does in the file."""

    action: Action
    tag: str
    words: str
    """The new words, or those in the file of what the chapter has no longer."""


@dataclass(frozen=True)
class Refreshed:
    """What a refresh did, or (`preview`) would do."""

    path: Path
    backup: Path | None
    """The file as it was; None when nothing was changed."""
    items: int
    """Passages in the chapter as the project has it."""
    updated: int
    added: int
    told: int
    """Comments that show a new version beside words that the author edited."""
    kept_edited: int
    """Controls that the author edited, with or without a new comment."""
    lost: int
    """Comments that say that something is no longer in the chapter."""
    unchanged: int
    deleted: int
    """Controls that the author took out, and that stay out."""
    problems: tuple[Message, ...] = ()
    changes: tuple[Change, ...] = field(default=(), repr=False)

    @property
    def nothing(self) -> bool:
        """Whether the file is as the project has it."""
        return not (self.updated or self.added or self.told or self.lost)


def refresh(
    project: Project,
    path: Path,
    options: ExportOptions | None = None,
    *,
    report: Report | None = None,
    clock: Clock = lambda: datetime.now(UTC),
    keep_numbers: bool = True,
    before_writing: Callable[[], object] = lambda: None,
) -> Refreshed:
    """Update the author's file in place; the file as it was is kept beside it.

    `report` is the chapter where it was built already; otherwise it is built with `options`.
    Line numbers that it prints are kept from now on, unless the caller does that.
    `before_writing` is called before the file is touched, and may still raise.
    The file changes whole or not at all, and not at all when there is nothing to do. Raises
    UserError: `refresh_no_file`, `refresh_open`, `cannot_write`, and what makes it no chapter.
    """
    check_closed(path)
    before = _read(path)
    fresh = report or _chapter(project, options)
    outcome = _compared(project, path.name, before, fresh, clock())
    backup = None
    if outcome.data is not None:
        before_writing()
        backup = _replace(path, before, outcome.data, fresh.language, clock())
        if keep_numbers:
            freeze(project, fresh.prints_numbers_of)
    return _result(project, path, backup, fresh, outcome)


def preview(
    project: Project,
    path: Path,
    options: ExportOptions | None = None,
    *,
    report: Report | None = None,
    clock: Clock = lambda: datetime.now(UTC),
) -> Refreshed:
    """What `refresh` would do now; the file may be open elsewhere and is only read."""
    fresh = report or _chapter(project, options)
    outcome = _compared(project, path.name, _read(path), fresh, clock())
    return _result(project, path, None, fresh, outcome)


def _chapter(project: Project, options: ExportOptions | None) -> Report:
    return build(project, "chapter", options or ExportOptions())[0]


def check_closed(path: Path) -> None:
    """Raises UserError when Word or LibreOffice says that it has the file open."""
    if held := held_open(path):
        raise UserError("refresh_open", name=path.name, program=held[0], lock=held[1])


def _compared(project: Project, name: str, data: bytes, fresh: Report, moment: datetime) -> Outcome:
    occasion = Occasion(
        project.overview.info().guid,
        fresh.language,
        moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        Reasons(project, fresh.language),
    )
    return refreshed(data, name, _written(fresh), occasion)


def _written(report: Report) -> bytes:
    with private_folder() as folder:
        path = folder / "chapter.docx"
        write_report(report, path)
        return path.read_bytes()


class Reasons:
    """Says of a tag why the chapter no longer has it."""

    def __init__(self, project: Project, language: Language) -> None:
        self._project, self._language = project, language

    def __call__(self, tag: str) -> str:
        return self._reason(tag).text(self._language)

    @cached_property
    def _codes(self) -> dict[str, Code]:
        return {code.guid: code for code in self._project.codes.tree(counted=False).ordered}

    @cached_property
    def _passages(self) -> dict[str, Passage]:
        return {each.guid: each for each in self._project.passages.by_ids(retrieve(self._project))}

    def _reason(self, tag: str) -> Message:
        parsed = ControlTag.parse(tag)
        code = self._codes.get(parsed.section) if parsed else None
        if code and parsed and parsed.part is Part.HEADING:
            return Message.of("refresh_empty_section")
        if parsed is None or parsed.part is Part.TABLE or (code and not parsed.passage):
            return Message.of("refresh_left_out")
        passage = self._passages.get(parsed.passage)
        if parsed.passage and passage is None:
            return Message.of("refresh_lost_passage")
        if code is None or passage is None:
            return Message.of("refresh_lost_section")
        if all(coding.code != code.id for coding in passage.codings):
            return Message.of("refresh_lost_code", code=code.name)
        return Message.of("refresh_left_out")


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise UserError("refresh_no_file", name=path.name)
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError("file_unreadable", name=path.name, reason=_reason(error)) from error


def _replace(path: Path, before: bytes, after: bytes, language: Language, moment: datetime) -> Path:
    """Put the new file in the place of the old one, and the old one beside it."""
    try:
        with unfinished(path.with_name(f".{path.name}.{os.getpid()}.part")) as partial:
            with partial.open("wb") as file:
                file.write(after)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(path, partial)
            if path.read_bytes() != before:
                raise UserError("refresh_changed_meanwhile", name=path.name)
            backup = back_up(path, before, "refresh_backup", language, moment)
            partial.replace(path)
    except OSError as error:
        raise UserError("cannot_write", name=path.name, reason=_reason(error)) from error
    return backup


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _result(
    project: Project, path: Path, backup: Path | None, fresh: Report, outcome: Outcome
) -> Refreshed:
    counts = Counter(decision.action for decision in outcome.done)
    edited = sum(
        decision.edited and decision.action in (Action.KEEP, Action.TELL)
        for decision in outcome.done
    )
    changes = tuple(
        Change(decision.action, decision.tag, outcome.words[decision.tag])
        for decision in outcome.done
        if decision.action is not Action.KEEP
    )
    return Refreshed(
        *(
            path,
            backup,
            fresh.items,
            counts[Action.REPLACE],
            counts[Action.ADD],
            counts[Action.TELL],
        ),
        *(edited, counts[Action.LOST], counts[Action.KEEP] - _kept(outcome.done), outcome.deleted),
        (*_problems(project, outcome), *fresh.remarks),
        changes,
    )


def _kept(done: Iterable[Decision]) -> int:
    return sum(decision.edited and decision.action is Action.KEEP for decision in done)


def _problems(project: Project, outcome: Outcome) -> Iterable[Message]:
    if not outcome.recorded:
        yield Message.of("refresh_no_record")
        added = sum(decision.action is Action.ADD for decision in outcome.done)
        if added:
            yield Message.of("refresh_added_unsure", count=added)
    names = {code.guid: code.name for code in project.codes.tree(counted=False).ordered}
    sections = Counter(
        parsed.section
        for tag in outcome.unplaced
        if (parsed := ControlTag.parse(tag)) is not None and parsed.passage
    )
    for section, count in sections.items():
        name = names.get(section, "?")
        yield Message.of("refresh_section_gone", count=count, section=name)
    for tag in outcome.mute:
        words = outcome.words[tag]
        short = words if len(words) <= _WORDS_SHOWN else f"{words[: _WORDS_SHOWN - 1]}…"
        yield Message.of("refresh_mute", words=short)
    if not outcome.notes_in_order:
        yield Message.of("refresh_notes_mixed")
    if outcome.deleted:
        yield Message.of("refresh_deleted", count=outcome.deleted)
