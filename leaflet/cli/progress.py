"""How far a build is: a line that moves on a terminal, and a line every few seconds in a log."""

import sys
import time

import click

from leaflet.cli.terminal import printable

_BAR = 20  # characters
_SECONDS_ON_A_TERMINAL, _SECONDS_IN_A_LOG = 0.1, 5.0


class Progress:
    """Says on stderr how many of how many are done, how many a second, and how long the rest may take."""

    def __init__(self, verb: str) -> None:
        self._verb = verb
        self._width = 0
        self._is_terminal = sys.stderr.isatty()
        self._pause = _SECONDS_ON_A_TERMINAL if self._is_terminal else _SECONDS_IN_A_LOG
        self._start = self._said = time.monotonic()

    def show(self, done: int, total: int, what: str) -> None:
        """Say that `done` of `total` are done, the last of them `what`, unless it was said a moment ago."""
        now = time.monotonic()
        if now - self._said < self._pause:
            return
        self._said = now
        rate = done / (now - self._start)
        left = _span((total - done) / rate)
        line = f"{self._verb} {done} of {total}, {rate:.0f} a second, {left} left"
        if not self._is_terminal:
            click.echo(line, err=True)
            return
        filled = _BAR * done // max(1, total)
        line = printable(f"[{'#' * filled:{_BAR}}] {line}  {what}")[:100]
        click.echo("\r" + line.ljust(self._width), nl=False, err=True)
        self._width = len(line)

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
