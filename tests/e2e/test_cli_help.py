"""`--help` speaks the user's language, every command and option of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import click
import pytest

from makna.cli.main import COMMANDS, cli
from makna.domain.wording.help import INDONESIAN, in_indonesian

Makna = Callable[..., Any]


def texts() -> Iterator[str]:
    """Everything that helps say, in English."""
    context = click.Context(cli)
    yield inspect.cleandoc(cli.help or "")
    for name, (_, summary) in COMMANDS.items():
        command = cli.get_command(context, name)
        assert command is not None
        yield summary
        yield inspect.cleandoc(command.help or "")
        for option in command.params:
            if isinstance(option, click.Option) and option.help:
                yield option.help


def paragraphs() -> set[str]:
    whole = {text for text in texts() if text not in INDONESIAN}
    return {" ".join(part.split()) for text in whole for part in text.split("\n\n")}


def test_every_help_has_its_indonesian() -> None:
    untold = {text for text in paragraphs() if in_indonesian(text) == text}
    assert untold <= set(INDONESIAN), "add it to domain/wording/help.py"


def test_no_indonesian_is_left_over() -> None:
    said = set(texts()) | paragraphs()
    begins = [key for key in INDONESIAN if any(text.startswith(key) for text in said)]
    of_click = {"Show this message and exit.", "Show the version and exit."}
    assert set(INDONESIAN) - set(begins) == of_click


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_in_the_language_of_the_settings(
    makna: Makna, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    english = makna(*command, "--help")
    assert english.code == 0
    assert english.out.startswith("Usage: makna")
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    indonesian = makna(*command, "--help")
    assert indonesian.code == 0
    assert indonesian.out.startswith("Pemakaian: makna")
    assert "Tampilkan bantuan ini" in indonesian.out
    for option in ("--json", "--source", "--where"):
        assert (option in english.out) == (option in indonesian.out)
