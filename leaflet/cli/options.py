"""Options that commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_Command = Callable[..., Any]


def joined_file(told: str) -> Callable[[_Command], _Command]:
    """Return the option that names the file into which a command joins others, as `path`."""
    kind = click.Path(path_type=Path)
    return click.option("-o", "--output", "path", type=kind, required=True, metavar="FILE", help=told)
