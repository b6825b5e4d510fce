"""Opening the project of a command, and finding in it what the command line names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import click

from makna import bootstrap
from makna.cli.main import language
from makna.domain.errors import BadFile, DamagedProject, NotFound, UserError
from makna.domain.model import Code
from makna.domain.regions import Region
from makna.services import projects
from makna.storage.connection import world_errors
from makna.storage.project import Project

project_argument = click.argument("project", type=click.Path(path_type=Path))


@contextmanager
def reading(path: Path) -> Iterator[Project]:
    """The project, for reading: also while it is open elsewhere, and on a read-only disk."""
    with _way_on(path) as opened:
        project = bootstrap.open_project(path, read_only=True)
        opened.append(project)
        try:
            with world_errors(path), projects.read_as_ours(project):
                yield project
        finally:
            project.close()


@contextmanager
def writing(path: Path, coder: str | None = None) -> Iterator[Project]:
    """The project, for writing; steps and codings are those of `coder` where one is named.

    Raises ProjectLocked when it is open elsewhere.
    """
    with _way_on(path) as opened:
        project = bootstrap.open_project(path)
        opened.append(project)
        try:
            with world_errors(path), projects.read_as_ours(project):
                warn_of_folder(project)
                if coder is not None:
                    work_as(project, coder)
                yield project
        finally:
            project.close()


@contextmanager
def _way_on(path: Path) -> Iterator[list[Project]]:
    """What is damaged, or no project any more, is told with the newest good backup of it."""
    project: list[Project] = []
    try:
        yield project
    except DamagedProject as error:
        raise projects.way_on(path, bootstrap.backup_folder(), error) from error
    except BadFile as error:
        if project:
            # Another file that the command was given.
            raise
        raise projects.way_on(path, bootstrap.backup_folder(), error) from error


def work_as(project: Project, name: str) -> None:
    """From now on the coder of that name works, who is added when the project has none such."""
    clean = " ".join(name.split())
    if not clean:
        raise UserError("empty_name", thing="coder")
    key = projects.coder_named(project, clean)
    coder = next(coder for coder in project.overview.coders() if coder.id == key)
    project.overview.work_as(coder)


def warn_of_folder(project: Project) -> None:
    """Say on stderr that a cloud client or a network drive holds the project, or that nothing of
    the user's can be kept."""
    from makna.services.whereabouts import word_of_warning

    warning = word_of_warning(project)
    if warning is not None:
        click.echo(f"makna: {warning.text(language())}", err=True)
    problem = bootstrap.home_problem()
    if problem is not None:
        click.echo(f"makna: {problem.line(language())}.", err=True)


def find_code(project: Project, path: str) -> Code:
    """By GUID, path, or a name that only one code has. Raises NotFound."""
    tree = project.codes.tree(counted=False)
    by_guid = next((code for code in tree.ordered if code.guid == path), None)
    return by_guid or tree.find(path)


def span(written: str) -> tuple[int, int]:
    """`120:168` as two positions; whether they lie in the text is for the service to say."""
    match = re.fullmatch(r"\s*(-?\d{1,12})\s*:\s*(-?\d{1,12})\s*", written)
    if match is None:
        raise UserError("bad_span_form", span=written)
    return int(match[1]), int(match[2])


def rectangle(written: str) -> Region:
    """`1:100:100:400:250` as a rectangle; whether it lies on the page is for the service to say."""
    if re.fullmatch(r"\s*\d{1,9}(?::-?\d{1,9}){4}\s*", written) is None:
        raise UserError("bad_rect_form", rect=written)
    return Region(*(int(part) for part in written.split(":")))


def assignments(written: Sequence[str]) -> dict[str, str]:
    """`NAME=VALUE` of each; the value may be empty, the name may not."""
    found: dict[str, str] = {}
    for given in written:
        name, equals, value = given.partition("=")
        if not equals or not name.strip():
            raise UserError("bad_assignment", given=given)
        found[name.strip()] = value
    return found


def refuse_guid(name: str, thing: str) -> None:
    """A GUID that nothing has is a slip, and no name for something new. Raises NotFound."""
    try:
        UUID(name)
    except ValueError:
        return
    raise NotFound("not_found", thing=thing, name=name)


def only_one(**given: object) -> str:
    """The one option that is given. Raises UserError when it is none or several.

    Keywords are the names of the options with `_` for `-`; None, False and empty are not given.
    """
    options = {f"--{name.replace('_', '-')}": value for name, value in given.items()}
    chosen = [name for name, value in options.items() if value is not None and value is not False]
    if not chosen:
        raise UserError("one_option_needed", options=", ".join(options))
    if len(chosen) > 1:
        raise UserError("options_clash", options=", ".join(chosen))
    return chosen[0]
