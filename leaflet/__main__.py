"""Run the command line: `leaflet`, or `python -m leaflet`."""

import gc
import sys
from typing import NoReturn

# The process is the program's own, and the four hundred modules of a start hold sixty thousand objects that
# stay: rarer rounds of the garbage collector save a tenth. Whoever imports the package keeps their own.
gc.set_threshold(100_000, 20, 50)

from leaflet.cli import main as _run  # noqa: E402 - the rounds are rarer before anything is loaded


def main() -> NoReturn:
    """Run the command line; it ends by leaving the process."""
    try:
        _run()
    finally:
        if precompiled := sys.modules.get("leaflet.precompiled"):  # asked for by a command
            precompiled.keep()
        gc.freeze()  # nothing is looked through once more at the end: another tenth


if __name__ == "__main__":
    main()
