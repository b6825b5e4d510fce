"""Projects as a whole: demo, new, info, check, backup, restore."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from makna import bootstrap
from makna.cli.main import open_window
from makna.cli.opening import only_one, project_argument, reading, warn_of_folder, writing
from makna.cli.screen import json_option, screen
from makna.cli.shapes import info_shape
from makna.domain.errors import BadFile, DamagedProject, UserError
from makna.domain.wording import Language
from makna.services import projects
from makna.services.settings import interface_language
from makna.storage.project_file import SUFFIX
from makna.storage.sizes import sizes


@click.command()
@click.option("--copy-to", type=click.Path(path_type=Path), help="Only copy it there.")
@click.option("--language", type=click.Choice(["id", "en"]), help="By default the window's.")
@json_option
def demo(copy_to: Path | None, language: str | None, as_json: bool) -> None:
    """Open the demo project, or only copy it.

    It opens as a copy of your own, which later calls open again.
    """
    wanted = language or interface_language(bootstrap.settings())
    target = bootstrap.copy_demo(wanted, copy_to)
    if copy_to is None:
        open_window(target)
    shown = screen(as_json)
    if not shown.json({"path": str(target)}):
        shown.say("said_copied", path=str(target))


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
        warn_of_folder(made)
        screen(as_json).fields(info_shape(made.overview.info()))
    finally:
        made.close()


@click.command()
@project_argument
@click.option("--size", is_flag=True, help="Also how many bytes of the file are for what.")
@json_option
def info(project: Path, size: bool, as_json: bool) -> None:
    """Counts and settings of a project."""
    with reading(project) as opened:
        shown, value = screen(as_json), info_shape(opened.overview.info())
        parts = asdict(sizes(opened.raw)) if size else {}
    if size and shown.json({**value, "size": parts}):
        return
    shown.fields({**value, **{f"size_{name}": count for name, count in parts.items()}})


@click.command()
@project_argument
@click.option("--repair", is_flag=True, help="Mend what can be mended, after a backup.")
@json_option
def check(project: Path, repair: bool, as_json: bool) -> int:
    """See whether a project is sound; the exit code is 0 only if it is, else 2.

    SQLite's own checks, references between rows, every passage inside its text and no two at one
    place, layouts that fit, originals that match their hashes, an index that agrees with the texts.

    With --repair the index is made anew, layouts that do not fit become plain, passages outside
    their text are cut or removed with their memos kept, double and empty ones go, and so do rows
    that refer to nothing: as one step, which undo takes back. A file that SQLite cannot read stays
    as it is; what can be read of it goes into a new one beside it.
    """
    if repair:
        return _repair(project, as_json)
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


def _repair(project: Path, as_json: bool) -> int:
    from makna.services.repairing import repair_file

    shown = screen(as_json)
    folder = bootstrap.backup_folder()
    done = repair_file(project, folder, lambda: bootstrap.open_project(project))
    left = [problem.text(shown.language) for problem in done.left]
    repaired = [each.text(shown.language) for each in done.repaired]
    value = {
        "ok": done.sound,
        "problems": left,
        "repaired": repaired,
        "backup": str(done.backup) if done.backup else None,
        "path": str(done.salvaged or project),
    }
    if not shown.json(value):
        if done.backup is not None:
            shown.say("said_backup_first", path=str(done.backup))
        for each in repaired:
            shown.say("said_repaired", what=each)
        for each in left:
            shown.say("said_left", what=each)
        if done.salvaged is not None:
            shown.say("said_salvaged", path=str(done.salvaged))
        elif done.sound:
            shown.say("said_sound")
    if left:
        raise UserError("not_sound", name=(done.salvaged or project).name, count=len(left))
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


@click.command()
@click.argument("project", type=click.Path(path_type=Path), required=False)
@json_option
def backups(project: Path | None, as_json: bool) -> None:
    """List the backups, newest first, with what they hold; of one project when it is given."""
    guid = ""
    if project is not None:
        with reading(project) as opened:
            guid = opened.overview.info().guid
    rows = []
    for each in projects.list_backups(bootstrap.backup_folder(), guid):
        held = projects.backup_holdings(each.path)
        rows.append(
            {
                "backup": str(each.path),
                "project": each.project,
                "at": each.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "size": each.size,
                "sources": held.sources if held else None,
                "codings": held.codings if held else None,
                "steps": held.step if held else None,
            }
        )
    screen(as_json).rows(rows, "at", "project", "sources", "codings", "backup")


@click.command()
@project_argument
@click.option("--source", "-s", metavar="SOURCE", help="By GUID or name; also a removed one.")
@click.option("--case", "-c", metavar="CASE", help="With the sources that are this case's alone.")
@click.option("--delete-backups", is_flag=True, help="Delete the backups and logs that hold it.")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@json_option
def erase(
    project: Path,
    source: str | None,
    case: str | None,
    delete_backups: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Remove a source or a case for good, as when a participant withdraws.

    Texts, originals, images in the history, index and free pages of the file go; nothing before can
    be undone any more. Backups that still hold it are listed, and so are set-aside logs of another
    version.
    """
    from makna.services import erasing

    only_one(source=source, case=case)
    shown = screen(as_json)
    with reading(project) if dry_run else writing(project) as opened:
        plan = (
            erasing.plan_source(opened, source)
            if source is not None
            else erasing.plan_case(opened, case or "")
        )
        held = erasing.holding(opened, plan, *bootstrap.backup_folders())
        if not dry_run:
            erasing.erase(opened, plan)
            bootstrap.forget_people(plan.people)
        if not all(map(erasing.is_log, held)) and delete_backups and not dry_run:
            # Nobody should be left without any backup.
            projects.back_up(opened, bootstrap.backup_folder())
    gone = erasing.delete_backups(held) if delete_backups and not dry_run else []
    left = [backup for backup in held if backup not in gone]
    look_at = [each.text(shown.language) for each in plan.look_at]
    paths = [str(backup.path) for backup in left]
    if shown.json({"erased": plan.names, "backups": paths, "look_at": look_at}):
        return
    shown.say("said_would_erase" if dry_run else "said_erased", names=", ".join(plan.names))
    for each in look_at:
        shown.say("said_look_at", what=each)
    for backup in gone:
        said = "said_log_gone" if erasing.is_log(backup) else "said_backup_gone"
        shown.say(said, path=str(backup.path))
    for backup in left:
        said = "said_log_held" if erasing.is_log(backup) else "said_still_held"
        shown.say(said, path=str(backup.path))


def _check_name(project: Path) -> None:
    if project.suffix.lower() != SUFFIX:
        example = project.name.rstrip(". ") + SUFFIX
        raise UserError("not_named_makna", name=project.name, example=example)


def _problems(project: Path, language: Language) -> list[str]:
    try:
        with reading(project) as opened:
            return [problem.text(language) for problem in projects.check_project(opened)]
    except (DamagedProject, BadFile) as error:
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
    "backups": backups,
    "erase": erase,
}
