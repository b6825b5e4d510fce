"""Projects as a whole: demo, new, info, check, backup, restore."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from makna import bootstrap
from makna.cli.main import open_window
from makna.cli.opening import project_argument, reading
from makna.cli.screen import json_option, screen
from makna.cli.shapes import info_shape
from makna.domain.errors import DamagedProject, UserError
from makna.domain.wording import Language
from makna.services import projects
from makna.services.settings import interface_language
from makna.storage.project_file import SUFFIX


@click.command()
@click.option("--copy-to", type=click.Path(path_type=Path), help="Only copy it there.")
@click.option("--language", type=click.Choice(["id", "en"]), help="By default the window's.")
def demo(copy_to: Path | None, language: str | None) -> None:
    """Open the demo project, or only copy it.

    It opens as a copy of your own, which later calls open again.
    """
    wanted = language or interface_language(bootstrap.settings())
    target = bootstrap.copy_demo(wanted, copy_to)
    if copy_to is None:
        open_window(target)
    screen().say("said_copied", path=str(target))


@click.command()
@project_argument
@click.option("--language", type=click.Choice(["id", "en"]), default="id", show_default=True)
@click.option("--frame", "frames", multiple=True, metavar="ID", help="A built-in code frame.")
@click.option("--coder", default="", metavar="NAME", help="Who works.")
@json_option
def new(project: Path, language: str, frames: Sequence[str], coder: str, as_json: bool) -> None:
    """Make a project, with the built-in code frames that are named (`makna frames` lists them)."""
    from makna.services.frames import frames as built_in
    from makna.services.frames import insert_frame

    _check_name(project)
    spoken: Language = "id" if language == "id" else "en"
    known = [frame.id for frame in built_in(spoken)]
    for each in frames:
        if each not in known:
            raise UserError("no_frame", name=each, frames=", ".join(known))
    made = bootstrap.create_project(project, language=language, coder=" ".join(coder.split()))
    try:
        for each in dict.fromkeys(frames):
            insert_frame(made, each, spoken)
        screen(as_json).fields(info_shape(made.overview.info()))
    finally:
        made.close()


@click.command()
@project_argument
@json_option
def info(project: Path, as_json: bool) -> None:
    """Counts and settings of a project."""
    with reading(project) as opened:
        screen(as_json).fields(info_shape(opened.overview.info()))


@click.command()
@project_argument
@click.option("--repair", is_flag=True, help="Not possible yet.")
@json_option
def check(project: Path, repair: bool, as_json: bool) -> int:
    """See whether a project is sound; the exit code is 0 only if it is, else 2.

    SQLite's own checks, references between rows, every passage inside its text and no two at one
    place, layouts that fit, originals that match their hashes, an index that agrees with the texts.
    """
    if repair:
        raise UserError("not_yet", what="check --repair")
    shown = screen(as_json)
    found = _problems(project, shown.language)
    if not shown.json({"ok": not found, "problems": found}):
        for problem in found:
            click.echo(problem)
        if not found:
            shown.say("said_sound")
    if found:
        raise UserError("not_sound", name=project.name, count=len(found))
    return 0


@click.command()
@project_argument
@click.argument("out", type=click.Path(path_type=Path), required=False)
@json_option
def backup(project: Path, out: Path | None, as_json: bool) -> None:
    """Make a verified copy of a project, also while it is open elsewhere.

    Without OUT it goes into the folder of the backups, whose old ones are thinned out; if OUT is a
    folder it goes there under a name with the time.
    """
    with reading(project) as opened:
        if out is None or out.is_dir():
            path = projects.back_up(opened, out or bootstrap.backup_folder())
        else:
            path = projects.save_copy(opened, out)
    _tell(path, as_json)


@click.command()
@click.argument("backup", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@json_option
def restore(backup: Path, out: Path, as_json: bool) -> None:
    """Make the project OUT from a backup. Nothing is overwritten."""
    _check_name(out)
    _tell(projects.restore(backup, out), as_json)


def _check_name(project: Path) -> None:
    if project.suffix.lower() != SUFFIX:
        example = project.name.rstrip(". ") + SUFFIX
        raise UserError("not_named_makna", name=project.name, example=example)


def _problems(project: Path, language: Language) -> list[str]:
    try:
        with reading(project) as opened:
            return [problem.text(language) for problem in projects.check_project(opened)]
    except DamagedProject as error:
        return [error.line(language)]


def _tell(path: Path, as_json: bool) -> None:
    shown = screen(as_json)
    if not shown.json({"path": str(path)}):
        shown.say("said_copied", path=str(path))


COMMANDS = {
    "demo": demo,
    "new": new,
    "info": info,
    "check": check,
    "backup": backup,
    "restore": restore,
}
