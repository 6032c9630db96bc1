"""Options that commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_Command = Callable[..., Any]


def in_words(ctx: click.Context, param: click.Parameter, value: str) -> str:  # noqa: ARG001 - click's signature
    """Return what was typed for an option that wants words; refuse blank ones as wrong usage."""
    if not value.strip():
        raise click.BadParameter("it says nothing")
    return value


def joined_file(told: str) -> Callable[[_Command], _Command]:
    """Return the option that names the file into which a command joins others, as `path`."""
    kind = click.Path(path_type=Path)
    return click.option("-o", "--output", "path", type=kind, required=True, metavar="FILE", help=told)
