"""The codebook: frames, codes, add-code, edit-code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from makna.cli.opening import find_code, only_one, project_argument, reading, writing
from makna.cli.screen import json_option, screen
from makna.cli.shapes import code_shapes
from makna.domain.codetree import split_path
from makna.domain.errors import UserError
from makna.domain.model import Code
from makna.domain.wording import Message
from makna.services import codebook as verbs
from makna.storage.project import Project

_LISTED = ("path", "codings", "sources", "codable", "definition")
_NAMED_IN_LABEL = 3

color_option = click.option("--color", metavar="#RRGGBB")
definition_option = click.option("--definition", metavar="TEXT")


@click.command()
@click.option("--language", type=click.Choice(["id", "en"]), help="Of their names.")
@json_option
def frames(language: str | None, as_json: bool) -> None:
    """List the built-in code frames, with how sure their citations are."""
    from makna.services.frames import frames as built_in

    shown = screen(as_json)
    spoken = shown.language if language is None else "id" if language == "id" else "en"
    found = [
        {
            "id": frame.id,
            "name": frame.name,
            "status": frame.status,
            "codes": frame.size,
            "group": frame.group,
            "optional": frame.optional,
        }
        for frame in built_in(spoken)
    ]
    shown.rows(found, "id", "name", "codes", "status")


@click.command()
@project_argument
@json_option
def codes(project: Path, as_json: bool) -> None:
    """List the codes in the order of the tree, with counts."""
    with reading(project) as opened:
        screen(as_json).rows(code_shapes(opened.codes.tree()), *_LISTED)


@click.command("add-code")
@project_argument
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@color_option
@definition_option
@json_option
def add_code(
    project: Path,
    paths: Sequence[str],
    color: str | None,
    definition: str | None,
    as_json: bool,
) -> None:
    """Make codes, with the codes above them as needed; `Theme > Code`, a `>` in a name is `\\>`.

    A code that is there already is only described. One step to undo.
    """
    described = {} if definition is None else {"description": definition}
    names = [split_path(path)[-1] for path in paths]
    shortened = ", ".join(names[:_NAMED_IN_LABEL]) + ("…" if len(names) > _NAMED_IN_LABEL else "")
    with writing(project) as opened:
        with opened.transact(Message.of("step.add_code", code=shortened)):
            for path in paths:
                verbs.add_path(opened, path, color=color, **described)
        found = code_shapes(opened.codes.tree())
    screen(as_json).rows(found, *_LISTED)


@click.command("edit-code")
@project_argument
@click.argument("path")
@click.option("--rename", metavar="N")
@click.option("--under", metavar="PATH", help="Move it below this code.")
@click.option("--top", is_flag=True, help="Move it to the top.")
@click.option("--merge-into", metavar="PATH", help="Its codings become that code's.")
@click.option("--delete", is_flag=True, help="Its codings go, codes below it move up.")
@color_option
@definition_option
@json_option
def edit_code(project: Path, path: str, as_json: bool, **asked: Any) -> None:
    """Change the code tree: rename, move, describe; or merge; or delete. One step to undo."""
    _check(asked)
    with writing(project) as opened:
        code = find_code(opened, path)
        changes = _changes(opened, code, asked)
        if len(changes) == 1:
            changes[0]()
        else:
            with opened.transact(Message.of("step.describe_code", code=code.name)):
                for change in changes:
                    change()
        found = code_shapes(opened.codes.tree())
    screen(as_json).rows(found, *_LISTED)


def _check(asked: dict[str, Any]) -> None:
    """Raises UserError unless something is asked for, and nothing that contradicts it."""
    given = [name for name, value in asked.items() if value is not None and value is not False]
    if not given or "merge_into" in given or "delete" in given:
        only_one(**asked)
    if asked["top"] and asked["under"] is not None:
        raise UserError("options_clash", options="--under, --top")


def _changes(project: Project, code: Code, asked: dict[str, Any]) -> list[Callable[[], object]]:
    described = {
        field: asked[option]
        for field, option in (("color", "color"), ("description", "definition"))
        if asked[option] is not None
    }
    changes: list[Callable[[], object]] = []
    if asked["rename"] is not None:
        changes.append(lambda: verbs.rename_code(project, code.id, asked["rename"]))
    if asked["under"] is not None:
        parent = find_code(project, asked["under"]).id
        changes.append(lambda: verbs.move_code(project, code.id, parent))
    if asked["top"]:
        changes.append(lambda: verbs.move_code(project, code.id, None))
    if asked["merge_into"] is not None:
        target = find_code(project, asked["merge_into"]).id
        changes.append(lambda: verbs.merge_codes(project, code.id, target))
    if asked["delete"]:
        changes.append(lambda: verbs.delete_codes(project, [code.id]))
    if described:
        changes.append(lambda: verbs.describe_code(project, code.id, **described))
    return changes


COMMANDS = {"frames": frames, "codes": codes, "add-code": add_code, "edit-code": edit_code}
