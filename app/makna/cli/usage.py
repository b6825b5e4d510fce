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
    reason = " ".join(error.format_message().split()).rstrip(".")
    return UserError("bad_usage", command=command, reason=reason)


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
