"""The command line is a contract: commands, options and keys stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from makna.cli.main import COMMANDS, cli
from makna.domain.wording import PHRASES

CONTRACT = {
    "demo": "--copy-to",
    "new": "PROJECT --language --frame --coder",
    "info": "PROJECT",
    "import": "PROJECT PATH… --kind --case --language --turns --posts --column --sheet",
    "sources": "PROJECT",
    "text": "PROJECT SOURCE",
    "source": "PROJECT SOURCE --rename --set",
    "remove": "PROJECT SOURCE…",
    "speaker": "PROJECT SOURCE [NAME] --rename --case",
    "reread": "PROJECT SOURCE --encoding --turns --asks",
    "frames": "",
    "codes": "PROJECT",
    "add-code": "PROJECT PATH… --color --definition",
    "edit-code": "PROJECT PATH --rename --under --top --merge-into --delete --color --definition",
    "apply": "PROJECT --source --code --span --quote --nth --memo --coder",
    "uncode": "PROJECT --source --code --span",
    "autocode": "PROJECT QUERY --code --regex --exact --unit --dry-run",
    "memo": "PROJECT --title --text --kind --link",
    "memos": "PROJECT",
    "case": "PROJECT NAME --set --source --delete",
    "cases": "PROJECT",
    "edit": "PROJECT SOURCE --span --with",
    "search": "PROJECT QUERY --regex --exact --limit",
    "retrieve": "PROJECT --where --include-subcodes",
    "export": "PROJECT WHAT OUT --code --where --template --reference --preset --refresh",
    "line-numbers": "PROJECT [SOURCE]… --renew --dry-run",
    "pseudonyms": "PROJECT --add --kind --remove --candidates --check",
    "comments": "PROJECT FILE --source --new-codes --several --correct --remove --dry-run",
    "history": "PROJECT",
    "undo": "PROJECT --steps",
    "redo": "PROJECT --steps",
    "check": "PROJECT --repair",
    "backup": "PROJECT [OUT]",
    "restore": "BACKUP OUT",
    "backups": "[PROJECT]",
    "erase": "PROJECT --source --case",
}


def command(name: str) -> tuple[click.Command, click.Context]:
    context = click.Context(cli)
    found = cli.get_command(context, name)
    assert found is not None
    return found, click.Context(found)


def test_the_contract_names_every_command() -> None:
    assert set(CONTRACT) == set(COMMANDS)


@pytest.mark.parametrize("name", CONTRACT)
def test_a_command_has_the_arguments_and_options_of_the_contract(name: str) -> None:
    found, context = command(name)
    assert found.name == name
    arguments = [p.make_metavar(context) for p in found.params if isinstance(p, click.Argument)]
    options = {o for p in found.params if isinstance(p, click.Option) for o in p.opts}
    wanted = CONTRACT[name].split()
    assert arguments == [each for each in wanted if not each.startswith("--")]
    assert {each for each in wanted if each.startswith("--")} <= options
    assert "--json" in options


@pytest.mark.parametrize("name", CONTRACT)
def test_a_command_explains_itself(name: str, makna: Callable[..., Any]) -> None:
    said = makna(name, "--help")
    assert said.code == 0
    found, _ = command(name)
    assert found.help
    assert all(COMMANDS[name]), "module and summary"


def test_help_lists_every_command_with_what_it_does(makna: Callable[..., Any]) -> None:
    lines = makna("--help").out.splitlines()
    for name, (_, summary) in COMMANDS.items():
        assert any(line.split() == [name, *summary.split()] for line in lines), name


KEYS = {
    "info": "name language sources characters codes passages codings memos cases schema coder",
    "sources": "guid name kind media_type characters passages codings case",
    "frames": "id name status codes",
    "codes": "guid path color definition codings sources codable",
    "memos": "guid title kind text links",
    "cases": "guid name values sources",
    "search": "type guid source start end text before after score",
    "retrieve": "passage source start end place text codes codings cases paragraph line_from"
    " line_to memo star",
    "history": "id at coder label counts undone",
    "text": "text blocks runs turns",
    "speaker": "name turns case",
}


@pytest.fixture
def full(study: Path, makna: Callable[..., Any]) -> Path:
    """The study with something in every list."""
    makna("apply", study, "--source", "I1", "--code", "cat", "--span", "0:5")
    makna("memo", study, "--title", "T", "--text", "x")
    makna("case", study, "Informan 1")
    return study


@pytest.mark.parametrize("name", KEYS)
def test_json_has_the_keys_of_the_contract(
    name: str, full: Path, makna: Callable[..., Any]
) -> None:
    more = {"search": ["humas"], "text": ["I1"], "speaker": ["I1"]}.get(name, [])
    project = [] if name == "frames" else [full]
    value = makna(name, *project, *more, "--json").json
    first = value[0] if isinstance(value, list) else value
    assert set(KEYS[name].split()) <= set(first)


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("language", ["en", "id"])
def test_people_get_headings_in_their_language(
    name: str, language: str, full: Path, makna: Callable[..., Any], monkeypatch: Any
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    more = {"search": ["humas"], "text": ["I1"], "speaker": ["I1"]}.get(name, [])
    said = makna(name, *([] if name == "frames" else [full]), *more)
    assert said.code == 0
    assert said.out.strip()
    assert not [key for key in PHRASES if key.startswith(("shown_", "said_")) and key in said.out]
    assert "shown_" not in said.out
