"""Options that commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_Command = Callable[..., Any]


class _APath(click.Path):
    """A file or folder; whether it can be read is told by whoever reads it."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":  # which would be the folder at hand
            self.fail("it is empty, as a variable is that nobody set; name a file or a folder", param, ctx)
        return super().convert(value, param, ctx)


A_PATH = _APath()
"""What every option and argument takes that names a file or a folder."""


class Whole(click.IntRange):
    """A whole number in a range."""

    name = "whole number"


def in_words(ctx: click.Context, param: click.Parameter, value: str) -> str:  # noqa: ARG001 - click's signature
    """Return what was typed for an option that wants words; refuse blank ones as wrong usage."""
    if not value.strip():
        raise click.BadParameter("it says nothing")
    return value


def joined_file(told: str) -> Callable[[_Command], _Command]:
    """Return the option that names the file into which a command joins others, as `path`."""
    return click.option("-o", "--output", "path", type=A_PATH, required=True, metavar="FILE", help=told)
