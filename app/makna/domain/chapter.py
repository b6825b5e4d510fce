"""A chapter as its author puts it together: sections from codes, passages to quote, settings.

What the author did not decide has no row: a code is a section as it stands in the tree, and a
passage is quoted as it stands in its source.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, NewType

from makna.domain.errors import UserError
from makna.domain.model import CodeId, MemoId, PassageId
from makna.domain.quote_edits import Edit
from makna.domain.quoting import Omission, border
from makna.domain.reference_styles import ReferenceStyle

ChapterId = NewType("ChapterId", int)
SectionId = NewType("SectionId", int)
QuotationId = NewType("QuotationId", int)

DEEPEST_START = 6
"""The deepest heading at which a chapter's sections may begin."""


class State(StrEnum):
    """What the author decided about a passage in a section."""

    UNDECIDED = ""
    USED = "used"
    LEFT_OUT = "left-out"


class Form(StrEnum):
    """How a passage is quoted; AUTOMATIC by its length."""

    AUTOMATIC = ""
    INLINE = "inline"
    BLOCK = "block"


class Translations(StrEnum):
    """What becomes of the translations of passages."""

    NONE = "none"
    BENEATH = "beneath"
    INSTEAD = "instead"


class Chosen(StrEnum):
    """Which passages of a section are printed; those left out never are."""

    ALL = "all"
    STARRED = "starred"
    USED = "used"


@dataclass(frozen=True)
class ChapterSettings:
    """How a chapter is written; the defaults are those of a chapter that nobody has touched."""

    language: str = ""
    """`id` or `en`; empty: the project's."""
    reference: str = "code-line"
    """Name of a preset, or a template; see `domain.references`."""
    references: tuple[tuple[str, str], ...] = ()
    """Kind of source and the template for it, where that is another one."""
    quotation: str = "40-words"
    """Name of a border between inline and block; see `domain.quoting.PRESETS`."""
    omission: Omission = Omission.BRACKETS
    translations: Translations = Translations.NONE
    passages: Chosen = Chosen.ALL
    page: str = ""
    """Name of a page preset; empty: the usual one."""
    heading_level: int = 1
    """Level of the headings of codes at the top, 1–6."""
    contents: bool = False
    number: str = ""
    """Number of the chapter, with which headings are numbered; empty: not numbered here."""
    empty_sections: bool = False
    """Print headings that nothing stands under."""
    template: str = ""
    """SHA-256 of the Word file whose styles win."""
    template_name: str = ""
    styles: tuple[tuple[str, str], ...] = ()
    """Id of a style of ours, and of the style in the template that stands for it."""
    without_introduction: tuple[str, ...] = ()
    """GUIDs of codes whose section begins with its quotations."""
    unknown: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """What a newer Makna wrote, kept as JSON."""


_KINDS: dict[str, Any] = {
    "omission": Omission,
    "translations": Translations,
    "passages": Chosen,
}
_PAIRS = ("references", "styles")


def settings_to_json(settings: ChapterSettings) -> str:
    """Only what differs from the defaults."""
    plain = ChapterSettings()
    told = {
        each.name: value
        for each in fields(ChapterSettings)
        if each.name != "unknown"
        and (value := getattr(settings, each.name)) != getattr(plain, each.name)
    }
    kept = {name: json.loads(value) for name, value in settings.unknown}
    return json.dumps({**kept, **told}, ensure_ascii=False, sort_keys=True)


def settings_from_json(stored: str) -> ChapterSettings:
    """The inverse of `settings_to_json`; what this Makna does not know is kept for another."""
    data: dict[str, Any] = json.loads(stored)
    known = {each.name for each in fields(ChapterSettings)} - {"unknown"}
    values: dict[str, Any] = {}
    unknown: list[tuple[str, str]] = []
    for name, value in sorted(data.items()):
        if name in known and _understood(name, value):
            values[name] = _read(name, value)
        else:
            unknown.append((name, json.dumps(value, ensure_ascii=False)))
    return ChapterSettings(**values, unknown=tuple(unknown))


def _understood(name: str, value: Any) -> bool:
    return name not in _KINDS or value in list(_KINDS[name])


def _read(name: str, value: Any) -> Any:
    if name in _KINDS:
        return _KINDS[name](value)
    if name in _PAIRS:
        return tuple((str(first), str(second)) for first, second in value)
    return tuple(value) if isinstance(value, list) else value


def check_settings(settings: ChapterSettings) -> None:
    """Raises UserError for what cannot be: a level, a language, a form of quoting or reference."""
    if not 1 <= settings.heading_level <= DEEPEST_START:
        raise UserError("bad_heading_level", level=settings.heading_level, deepest=DEEPEST_START)
    if settings.language not in ("", "en", "id"):
        raise UserError("bad_chapter_language", given=settings.language)
    border(settings.quotation)
    ReferenceStyle.of(settings.reference, "en", settings.references)


@dataclass(frozen=True)
class Chapter:
    id: ChapterId
    guid: str
    title: str
    position: int
    settings: ChapterSettings


@dataclass(frozen=True)
class SectionChoice:
    """What the author decided on the section of a code."""

    id: SectionId
    guid: str
    code: CodeId
    position: int | None = None
    left_out: bool = False
    title: str = ""
    introduction: MemoId | None = None
    closing: MemoId | None = None


@dataclass(frozen=True)
class QuotationChoice:
    """What the author decided on one passage in one section."""

    id: QuotationId
    guid: str
    code: CodeId
    passage: PassageId
    position: int | None = None
    state: State = State.UNDECIDED
    form: Form = Form.AUTOMATIC
    edits: tuple[Edit, ...] = ()
    edited_sha256: str = ""
