"""`python -m tests.judges`: ask every judge at hand about every leaflet, and say whom nobody could ask.

Exits with 1 where a judge has a message; a judge that is missing, or that cannot work here, fails nothing.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Error as BrowserError

from tests.judges.files import make_files
from tests.judges.judge import JUDGES, MissingError


def main() -> int:
    """Ask all, and return the exit code."""
    messages = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_files(folder, ("html", "epub"))
        files = len(list(folder.iterdir())) // 2
        for judge, ask in JUDGES.items():
            start = time.monotonic()
            try:
                found = list(ask(folder))
            except MissingError as missing:
                say(f"{judge}: not asked, {missing} is not at hand")
                continue
            except (OSError, ValueError, KeyError, subprocess.SubprocessError, BrowserError) as error:
                say(f"{judge}: not asked, it does not work here ({str(error)[:200]})")
                continue
            seconds = time.monotonic() - start
            say("\n  ".join([f"{judge}: {len(found)} messages on {files} leaflets, {seconds:.0f} s", *found]))
            messages += len(found)
    return 1 if messages else 0


def say(line: str) -> None:
    """Tell on the terminal, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
