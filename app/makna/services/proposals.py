"""What a file would become, to be looked at and changed before it is imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from makna.domain.document import Layout, ParsedDocument, ParsedTurn
from makna.domain.errors import BadFile
from makna.domain.model import SourceKind
from makna.domain.post_columns import Roles, chosen_roles
from makna.domain.sheet import Table
from makna.domain.turn_forms import AUTOMATIC, NONE, recognised, speakers
from makna.domain.wording import Message
from makna.formats.table_files import table_in
from makna.services.import_plan import ImportOptions
from makna.services.importing import read_file, read_one
from makna.services.rereading import ENCODED
from makna.services.storing import asks, guessed_kind

PARAGRAPHS = 120
"""As many are looked at; of a table as many rows."""
CHARACTERS = 20_000
_TABLE_ERRORS = ("table_no_text", "table_text_empty")


@dataclass(frozen=True)
class Beginning:
    """The first paragraphs of a text, with the turns that begin in them."""

    text: str
    layout: Layout
    turns: tuple[ParsedTurn, ...]


@dataclass(frozen=True)
class Speaking:
    """Who speaks: how often, and whether it asks the questions."""

    name: str
    turns: int
    asks: bool


@dataclass(frozen=True)
class Proposal:
    """What a file was recognised as."""

    path: Path
    beginning: Beginning
    characters: int
    turns: int
    speakers: tuple[Speaking, ...]
    form: str
    """Of the turns (`domain.turn_forms`), as found automatically."""
    kind: SourceKind
    media_type: str
    date: str
    facts: tuple[tuple[str, str], ...]
    warnings: tuple[Message, ...]
    encoded: bool
    """Whether the file does not say its encoding."""
    encoding: str = ""
    """What it was guessed to be in; empty where it is certain."""
    table: Table | None = None
    """Its first rows."""
    roles: Roles = ()
    problem: BadFile | None = None
    """Why it cannot be imported like this, where another choice may help."""

    @property
    def shape(self) -> tuple[str, object]:
        """What files have in common that one decision is for."""
        columns = self.table.header if self.table is not None else self.form
        return self.path.suffix.lower(), columns


def propose(path: Path, options: ImportOptions) -> Proposal:
    """Read a file and say what it would become; called here or in a process of its own.

    Raises UserError for a file that no choice can help.
    """
    try:
        data, document = read_file(path, options.reading())
    except BadFile as error:
        if error.key not in _TABLE_ERRORS:
            raise
        return _table_without_text(path, options, error)
    found = proposal_of(path, document, options)
    table = table_in(data, path.name, options.reading()) if document.from_table else None
    if table is not None:
        return replace(found, table=_first(table), roles=_roles(table, options, path))
    # What is found automatically is said also while another form is looked at.
    if options.turns != AUTOMATIC:
        automatic = replace(options.reading(), turns=AUTOMATIC)
        return replace(found, form=_form(read_one(data, path.name, automatic)))
    return found


def proposal_of(path: Path, document: ParsedDocument, options: ImportOptions) -> Proposal:
    """The proposal for a document that was read."""
    counts = speakers(document.turns)
    encodings = [dict(w.args)["encoding"] for w in document.warnings if _is_guess(w)]
    return Proposal(
        path=path,
        beginning=beginning(document.text, document.layout, document.turns),
        characters=len(document.text),
        turns=len(document.turns),
        speakers=tuple(Speaking(name, n, asks(name, options)) for name, n in counts.items()),
        form=_form(document),
        kind=options.kind or guessed_kind(document),
        media_type=document.media_type,
        date=document.date,
        facts=document.facts,
        warnings=document.warnings,
        encoded=document.media_type in ENCODED,
        encoding=str(encodings[0]) if encodings else "",
    )


def beginning(text: str, layout: Layout, turns: Sequence[ParsedTurn]) -> Beginning:
    """As much of a text as one looks at."""
    at, kept = 0, 0
    for block in layout[:PARAGRAPHS]:
        if at > CHARACTERS:
            break
        at += block.length + 1
        kept += 1
    end = max(0, at - 1)
    inside = tuple(turn for turn in turns if turn.start < end)
    return Beginning(text[:end], layout[:kept], inside)


def _form(document: ParsedDocument) -> str:
    if document.from_table or not document.turns:
        return NONE
    return recognised(document.text, document.layout)


def _table_without_text(path: Path, options: ImportOptions, error: BadFile) -> Proposal:
    table = table_in(path.read_bytes(), path.name, options.reading())
    if table is None:
        raise error
    empty = proposal_of(path, ParsedDocument("", (), from_table=True), options)
    roles = _roles(table, options, path)
    return replace(empty, table=_first(table), roles=roles, problem=error, encoded=_is_csv(path))


def _roles(table: Table, options: ImportOptions, path: Path) -> Roles:
    return chosen_roles(table, options.columns, path.name)


def _first(table: Table) -> Table:
    return replace(table, rows=table.rows[:PARAGRAPHS])


def _is_guess(warning: Message) -> bool:
    return warning.key == "txt_encoding_guessed"


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() in (".csv", ".tsv")
