"""What the commands share: sentences for people, and names chosen from a table."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TextIO

import click

_CONTROLS = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
_OFTEN_SAID = {"gb": "uk", "usa": "us"}  # of countries
_work: ContextVar[str] = ContextVar("work", default="")


class Trouble(click.ClickException):
    """Why a command cannot go on: a sentence and a way out. The exit code is 2."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def say(text: str) -> None:
    """Print a result; where its reader, such as `head`, has seen enough, the work goes on unlisted."""
    try:
        click.echo(printable(text))
    except BrokenPipeError:
        send_nowhere(sys.stdout)


def send_nowhere(stream: TextIO) -> None:
    """Let what is still written to a stream go nowhere, so that the interpreter does not fail at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say_aside(text: str) -> None:
    """Print what is no result, such as a note, a finding or a summary: to stderr."""
    click.echo(printable(text), err=True)


def say_error(message: str, hint: str = "") -> None:
    """Print an error and its hint to stderr."""
    say_aside(f"error: {message}" + (f"\n  hint: {hint}" if hint else ""))


def printable(text: str) -> str:
    """Return `text` with control and direction characters spelled out.

    No file name and no word of a monograph may command the terminal.
    """
    if all(map(str.isprintable, text.split("\n"))):
        return text  # as nearly always
    return re.sub(_CONTROLS, lambda found: ascii(found[0])[1:-1], text)


@contextmanager
def working_on(what: str) -> Iterator[None]:
    """Remember what is worked on; after an error it is what the error's sentence names."""
    _work.set(what)
    yield
    _work.set("")


def work_at_hand() -> str:
    """Return what `working_on` was told last, where that did not end well; else ""."""
    return _work.get()


def pick(kind: str, names: Iterable[str], table: Iterable[str]) -> tuple[str, ...]:
    """Return the names, each once, where the table has them all; raise `Trouble` where it has not."""
    known = tuple(table)
    picked = tuple(dict.fromkeys(names))
    for name in picked:
        if name not in known:
            import difflib  # only where a name is wrong: it takes longer to load than most commands

            lower = name.lower()
            near = difflib.get_close_matches(_OFTEN_SAID.get(lower, lower), known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}"
            raise Trouble(f"there is no {kind} {name!r}", hint)
    return picked


def count(number: int, noun: str) -> str:
    """Return "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
