"""What `--help` says, in the user's language."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from makna.domain.wording.help import HEADINGS, in_indonesian

AnyCommand = TypeVar("AnyCommand", bound=click.Command)


class _Formatter(click.HelpFormatter):
    """Headings are click's own, in English only."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or HEADINGS["Usage: "])

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(HEADINGS.get(name, name)):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


def indonesian(command: AnyCommand) -> AnyCommand:
    """The same command with its help in Indonesian; the one that is given stays as it is."""
    said = copy.copy(command)
    said.help = in_indonesian(inspect.cleandoc(command.help or ""))
    said.params = [_said(param) for param in command.params]
    said.options_metavar = "[PILIHAN]"
    said.context_class = _Context
    said.add_help_option = False
    click.help_option("--help", help=in_indonesian("Show this message and exit."))(said)
    return said


def _said(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option) or not param.help:
        return param
    said = copy.copy(param)
    said.help = in_indonesian(param.help)
    return said
