"""What a command says on stdout: one JSON value for programs, tables and sentences for people."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from makna.cli.main import language
from makna.domain.dates import number
from makna.domain.wording import Language, Message, phrase

Row = Mapping[str, Any]
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028]+")


@dataclass(frozen=True)
class Screen:
    """Where results go, and how."""

    language: Language
    as_json: bool = False

    def json(self, value: object) -> bool:
        """Print the value if JSON was asked for; says whether it was."""
        if self.as_json:
            sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
        return self.as_json

    def say(self, key: str, **args: str | int) -> None:
        """Print a sentence of the catalogue on a line of its own."""
        sys.stdout.write(clean(phrase(key, self.language, **args)) + "\n")

    def text(self, message: Message) -> str:
        return message.text(self.language)

    def rows(self, rows: Sequence[Row], *columns: str) -> None:
        """Print a list: all of it as JSON, or these columns for people."""
        if self.json(rows):
            return
        if not rows:
            self.say("said_nothing")
            return
        headings = [phrase(f"shown_{column}", self.language) for column in columns]
        cells = [[self._cell(row[column]) for column in columns] for row in rows]
        if sys.stdout.isatty():
            _draw(headings, cells, [_is_number(rows[0][column]) for column in columns])
            return
        # Into a pipe or a file: for spreadsheets and awk.
        for line in (headings, *cells):
            sys.stdout.write("\t".join(line) + "\n")

    def fields(self, value: Row) -> None:
        """Print one thing, a line a field."""
        if self.json(value):
            return
        headings = {name: phrase(f"shown_{name}", self.language) for name in value}
        width = max(len(heading) for heading in headings.values())
        for name, heading in headings.items():
            cell = self._cell(value[name])
            sys.stdout.write(f"{heading.ljust(width)}  {cell}".rstrip() + "\n")

    def _cell(self, value: Any) -> str:
        if isinstance(value, bool):
            return phrase("report_yes" if value else "report_no", self.language)
        if isinstance(value, int):
            return number(value, self.language) if sys.stdout.isatty() else str(value)
        if isinstance(value, Mapping):
            return clean(", ".join(f"{name}: {said}" for name, said in value.items()))
        if isinstance(value, list | tuple):
            return clean("; ".join(map(str, value)))
        return "" if value is None else clean(str(value))


def screen(as_json: bool = False) -> Screen:
    return Screen(language(), as_json)


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")


def clean(text: str) -> str:
    """On one line, and without what would steer a terminal."""
    return _CONTROLS.sub(" ", text)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _draw(headings: Sequence[str], cells: Sequence[Sequence[str]], right: Sequence[bool]) -> None:
    """A table as wide as the terminal, long cells wrapped."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading, is_number in zip(headings, right, strict=True):
        table.add_column(Text(heading), justify="right" if is_number else "left", overflow="fold")
    for row in cells:
        # As Text: square brackets in names and quotations are no markup.
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout).print(table)
