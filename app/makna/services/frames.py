"""Built-in code frames: theories as ready-made codes, with their citations."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from makna.domain.changes import Outcome
from makna.domain.errors import NotFound
from makna.domain.identity import new_guid
from makna.domain.model import CodeId, CodeOrigin
from makna.domain.palette import child_color, next_color
from makna.domain.text import one_line
from makna.domain.wording import Language, Message
from makna.paths import resources_dir
from makna.services.codebook import new_code
from makna.storage.project import Project


@dataclass(frozen=True)
class FrameCode:
    """A code of a frame in one language."""

    id: str
    name: str
    definition: str
    when_to_use: str
    when_not: str
    citation: str
    """Its own, where it has one besides the frame's."""
    status: str
    """A child without its own inherits its frame's."""
    note: str = ""
    children: tuple[FrameCode, ...] = ()


@dataclass(frozen=True)
class Frame:
    """A built-in frame in one language; `codes` are the top ones, below the frame's own name."""

    id: str
    group: str
    name: str
    definition: str
    citation: str
    status: str
    """How sure the citation is: `primary`, `secondary`, `unverified` or `house`."""
    seen_at: tuple[str, ...]
    note: str
    optional: bool
    """Kept behind "more"."""
    for_memos: bool
    """Meant for memos or for grouping codes, not for coding text."""
    codes: tuple[FrameCode, ...]

    @property
    def size(self) -> int:
        """Codes in it, at all levels."""
        return sum(1 + _size(code) for code in self.codes)


def _size(code: FrameCode) -> int:
    return sum(1 + _size(child) for child in code.children)


@cache
def frames(language: Language) -> tuple[Frame, ...]:
    """All built-in frames, in the order in which they are offered."""
    path = resources_dir() / "frames" / "code_frames.json"
    data: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["frames"]
    return tuple(_frame(entry, language) for entry in data)


def frame(frame_id: str, language: Language) -> Frame:
    """Raises NotFound."""
    for found in frames(language):
        if found.id == frame_id:
            return found
    raise NotFound("not_found", thing="frame", name=frame_id)


def insert_frame(project: Project, frame_id: str, language: Language) -> Outcome[CodeId]:
    """Put a frame into the code tree; from then on its codes are ordinary ones.

    A frame whose name the tree already has at the top is put in under a numbered name.
    Returns the category that holds it.
    """
    chosen = frame(frame_id, language)
    with project.transact(Message.of("step.insert_frame", frame=chosen.name)) as step:
        top = new_code(
            project,
            _free_name(project, chosen.name),
            origin=CodeOrigin.DEDUCTIVE,
            description=chosen.definition,
            citation=cited(chosen.citation, chosen.status, language),
            codable=0,
        )
        colors = [code.color for code in project.codes.tree(counted=False).ordered]
        for rank, code in enumerate(chosen.codes):
            colors.append(next_color(colors))
            _insert(project, code, (top, rank, colors[-1]), chosen, language)
    return Outcome(top, step.changes)


def cited(citation: str, status: str, language: Language) -> str:
    """The citation with how sure it is: what was not checked says so wherever it is printed."""
    status_text = Message.of(f"citation.{status}").text(language)
    return f"{citation} ({status_text})" if citation else status_text


def _insert(
    project: Project,
    code: FrameCode,
    place: tuple[CodeId, int, str],
    whole: Frame,
    language: Language,
) -> None:
    """A code of the frame with its children, at (parent, position, colour).

    Nothing is in the tree below the frame's name yet, so nothing is asked of the tree: reading it
    for each of forty codes took a tenth of a second.
    """
    parent, position, color = place
    made = project.codes.add(
        guid=new_guid(),
        parent_id=parent,
        position=position,
        name=one_line(code.name),
        color=color,
        origin=str(CodeOrigin.DEDUCTIVE),
        description=code.definition,
        when_to_use=code.when_to_use,
        when_not=code.when_not,
        citation=cited(code.citation or whole.citation, code.status, language),
        # No memo: that is the researcher's word, and becomes the introduction of a section.
    )
    for rank, child in enumerate(code.children):
        _insert(project, child, (made, rank, child_color(color, rank)), whole, language)


def _free_name(project: Project, name: str) -> str:
    tree = project.codes.tree(counted=False)
    found, number = name, 2
    while tree.child_named(None, found) is not None:
        found, number = f"{name} ({number})", number + 1
    return found


def _frame(entry: dict[str, Any], language: Language) -> Frame:
    source = entry.get("source", {})
    status = source.get("status", "house")
    return Frame(
        id=entry["id"],
        group=entry.get("group", ""),
        name=_said(entry, "name", language),
        definition=_said(entry, "definition", language),
        citation=source.get("citation", ""),
        status=status,
        seen_at=tuple(source.get("seen_at", ())),
        note=source.get("note", ""),
        optional=bool(entry.get("optional")),
        for_memos=bool(entry.get("applies_to")),
        codes=tuple(_code(child, language, status) for child in entry.get("children", ())),
    )


def _code(entry: dict[str, Any], language: Language, inherited: str) -> FrameCode:
    source = entry.get("source", {})
    status = entry.get("status") or source.get("status") or inherited
    return FrameCode(
        id=entry["id"],
        name=_said(entry, "name", language),
        definition=_said(entry, "definition", language),
        when_to_use=_said(entry, "use_when", language),
        when_not=_said(entry, "not_when", language),
        citation=source.get("citation", ""),
        status=status,
        note=_said(entry, "note", language),
        children=tuple(_code(child, language, status) for child in entry.get("children", ())),
    )


def _said(entry: dict[str, Any], field: str, language: Language) -> str:
    said = entry.get(field, "")
    if isinstance(said, str):
        return said
    return str(said.get(language) or said.get("en") or "")
