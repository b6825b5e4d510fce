"""The command `makna`: finds the command, and says in one line what went wrong.

Exit codes: 0 done, 1 a bug, 2 something the user can mend, 130 stopped with Ctrl+C. Modules of
commands are imported when their command is called, so that a start takes no longer than it must.
"""

from __future__ import annotations

import difflib
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from makna import __version__
from makna.domain.errors import UserError
from makna.domain.wording import Language

AnyCommand = TypeVar("AnyCommand", bound=click.Command)

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("projects", "Open the demo project, or copy it."),
    "new": ("projects", "Make a project."),
    "info": ("projects", "Counts and settings of a project."),
    "check": ("projects", "See whether a project is sound."),
    "backup": ("projects", "Make a verified copy of a project."),
    "restore": ("projects", "Make a project from a backup."),
    "backups": ("projects", "List the backups and what they hold."),
    "erase": ("projects", "Remove a source or a case for good."),
    "import": ("importing", "Import files, folders or a text."),
    "sources": ("sources", "List the sources."),
    "source": ("sources", "Show, rename and describe a source."),
    "text": ("sources", "Print the text of a source."),
    "remove": ("sources", "Remove sources."),
    "edit": ("sources", "Correct the text of a source."),
    "speaker": ("speakers", "List, rename, merge and link speakers."),
    "reread": ("speakers", "Read a source in another encoding, or find its turns anew."),
    "case": ("cases", "Make, describe and delete a case."),
    "cases": ("cases", "List the cases."),
    "frames": ("codebook", "List the built-in code frames."),
    "codes": ("codebook", "List the codes."),
    "add-code": ("codebook", "Make codes."),
    "edit-code": ("codebook", "Rename, move, merge, describe or delete a code."),
    "apply": ("coding", "Code a passage."),
    "uncode": ("coding", "Take a code off a passage."),
    "autocode": ("coding", "Code everything that a search finds."),
    "memo": ("memos", "Write a memo."),
    "memos": ("memos", "List the memos."),
    "search": ("finding", "Search texts and memos."),
    "retrieve": ("finding", "Read out coded passages."),
    "export": ("documents", "Write a document."),
    "line-numbers": ("editions", "Line numbers that are kept since they were printed."),
    "pseudonyms": ("pseudonyms", "Names and what stands for them in exports."),
    "comments": ("comments", "Take in the comments of a Word file."),
    "history": ("trail", "List what was done."),
    "undo": ("trail", "Take back the latest steps."),
    "redo": ("trail", "Do undone steps again."),
}
"""Command → module of `makna.cli`, and what it does."""


class Makna(click.Group):
    """The commands; a path in the place of a command is a project to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"makna.cli.{COMMANDS[cmd_name][0]}")
        found: click.Command = module.COMMANDS[cmd_name]
        return _spoken(found) if ctx.obj == "id" else found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, *rest = args
        command = self.get_command(ctx, name)
        if command is not None:
            return name, command, rest
        if _is_project(name):
            return "open", _open, args
        near = difflib.get_close_matches(name, COMMANDS, n=3)
        raise UserError("no_command", name=name, commands=", ".join(near or COMMANDS))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from makna.domain.wording.help import in_indonesian

        said = in_indonesian if ctx.obj == "id" else str
        with formatter.section("Commands"):
            formatter.write_dl([(name, said(summary)) for name, (_, summary) in COMMANDS.items()])


def _spoken(command: AnyCommand) -> AnyCommand:
    """The command with its help in Indonesian."""
    from makna.cli.help import indonesian

    return indonesian(command)


def _is_project(name: str) -> bool:
    path = Path(name)
    return path.suffix.lower() == ".makna" or path.exists() or len(path.parts) > 1


@click.group(cls=Makna, invoke_without_command=True, subcommand_metavar="[PROJECT | COMMAND …]")
@click.version_option(__version__, message="makna %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Code interviews and documents offline.

    Without a command the window opens, on PROJECT where one is given.
    """
    if context.invoked_subcommand is None:
        open_window(None)


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
def _open(project: Path) -> None:
    """Open the window on a project."""
    if not project.is_file():
        raise UserError("no_file", name=str(project))
    open_window(project)


def open_window(project: Path | None) -> NoReturn:
    """Run the window; ends the program with its exit code."""
    if _without_screen():
        raise UserError("no_screen")
    try:
        # By name: commands neither need Qt nor may depend on the window.
        window = import_module("makna.ui.app")
    except ImportError as error:
        if (error.name or "").startswith("makna"):
            raise
        raise UserError("no_window", reason=str(error)) from error
    raise click.exceptions.Exit(window.run(project))


def _without_screen() -> bool:
    """Whether Qt would find nothing to show a window on, and end the process without a word."""
    places = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    return sys.platform == "linux" and not any(os.environ.get(place) for place in places)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The console entry `makna`: runs a command and ends the program."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        # In a bundle the processes that read files are started as this very program.
        multiprocessing.freeze_support()
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code. Whatever happens is said in one line on stderr."""
    _speak_utf8()
    try:
        # Only now: the settings, and the words, are read for nothing else.
        spoken = language() if "--help" in arguments else None
        group = _spoken(cli) if spoken == "id" else cli
        with group.make_context("makna", list(arguments), obj=spoken) as context:
            status = group.invoke(context)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except BrokenPipeError:
        return _reader_went_away()
    except (KeyboardInterrupt, click.Abort):
        return _complain(UserError("stopped"), 130)
    except UserError as error:
        return _complain(error, 2)
    except click.ClickException as error:
        from makna.cli.usage import user_error

        return _complain(user_error(error), 2)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return _complain(UserError("refused", name=str(error.filename or "?"), reason=reason), 2)
    except Exception as error:
        from makna.cli.crash import write_down

        return _complain(write_down(error, arguments), 1)


def language() -> Language:
    """The language to speak: of the settings, else of the system."""
    from makna import paths
    from makna.services.settings import Settings, interface_language, load_settings

    try:
        settings = load_settings(paths.config_dir())
    except OSError:  # no home to keep settings in
        settings = Settings()
    return interface_language(settings)


def _complain(error: UserError, status: int) -> int:
    print(f"makna: {error.line(language())}.", file=sys.stderr)
    return status


def _speak_utf8() -> None:
    """UTF-8 with bare line feeds on every system; what is no character is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _reader_went_away() -> int:
    """`makna text … | head`: nothing is wrong, but nothing more can be said."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (a device, not a file of ours)
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return 0
