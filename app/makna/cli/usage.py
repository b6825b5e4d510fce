"""What click finds wrong with a command line, in our own words."""

from __future__ import annotations

import click

from makna.domain.errors import UserError


def user_error(error: click.ClickException) -> UserError:
    """The error of the command line as one that a line can say."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "makna"
    if isinstance(error, click.NoSuchOption):
        known = ", ".join(_options(context)) if context else "--help"
        return UserError("no_option", command=command, option=error.option_name, options=known)
    if isinstance(error, click.MissingParameter):
        return UserError("missing_argument", command=command, argument=_named(error, context))
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Option):
        return _wrong_value(error, error.param, command)
    if isinstance(error, click.BadOptionUsage):
        return UserError("option_without_value", command=command, option=error.option_name)
    reason = " ".join(error.format_message().split()).rstrip(".")
    return UserError("bad_usage", command=command, reason=reason)


def _wrong_value(error: click.BadParameter, option: click.Option, command: str) -> UserError:
    """An option whose value is none that it takes."""
    said = {"command": command, "option": option.opts[0], "given": _given(error)}
    if isinstance(option.type, click.Choice):
        choices = ", ".join(str(choice) for choice in option.type.choices)
        return UserError("option_not_one_of", **said, choices=choices)
    if isinstance(option.type, click.types.IntParamType):
        least = option.type.min if isinstance(option.type, click.IntRange) else None
        return UserError("option_no_number", **said, least=int(1 if least is None else least))
    reason = " ".join(error.format_message().split()).rstrip(".")
    return UserError("bad_usage", command=command, reason=reason)


def _given(error: click.BadParameter) -> str:
    """The value, which click puts into its sentence only: `'fr' is not one of …`."""
    value = error.message.partition(" is not ")[0]
    return value[1:-1] if value.startswith("'") and value.endswith("'") else value


def _named(error: click.MissingParameter, context: click.Context | None) -> str:
    parameter = error.param
    if parameter is None:
        return "?"
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    metavar = parameter.make_metavar(context) if context else str(parameter.name)
    return metavar.strip("[]")


def _options(context: click.Context) -> list[str]:
    parameters = context.command.get_params(context)
    return [p.opts[0] for p in parameters if isinstance(p, click.Option)]
