"""Run the command line: `leaflet`, or `python -m leaflet`."""

import atexit
import gc
import os
import sys
import threading
from contextlib import suppress
from time import time
from typing import NoReturn

from leaflet.program import ROUNDS

# The process is the program's own: whoever imports the package keeps their own rounds.
gc.set_threshold(*ROUNDS)

from leaflet.cli import run  # noqa: E402 - the rounds are rarer before anything is loaded


def main() -> NoReturn:
    """Run the command line; it ends by leaving the process."""
    code = run(sys.argv[1:])
    if precompiled := sys.modules.get("leaflet.precompiled"):  # asked for by a command
        precompiled.keep(time())
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process; the system takes its memory back at once, where Python would free each object."""
    at_end = getattr(atexit, "_run_exitfuncs", None)  # private: a Python without it clears up as it likes
    if at_end is None or threading.active_count() > 1:
        sys.exit(code)  # which waits for threads
    at_end()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # said by `run` where anybody is there to hear it
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
