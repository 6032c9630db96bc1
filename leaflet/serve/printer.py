"""Send a finished file to a printer of CUPS, where the pharmacy's settings name one.

`lp` is started with a list of arguments, without a shell, and reads the file from its standard input: no file
is written here. CUPS holds a copy in its own spool until the job is done.
"""

import re
import shutil
import subprocess

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,126}")
_SECONDS = 20


class PrinterError(Exception):
    """The printer did not take the file; the message says why in a sentence."""


def is_printer(name: str) -> bool:
    """Tell whether a name has the form of a printer's in CUPS: nothing that `lp` takes for an option."""
    return _NAME.fullmatch(name) is not None


def can_print() -> bool:
    """Tell whether this machine has the command that prints."""
    return shutil.which("lp") is not None


def send_to_printer(pdf: bytes, printer: str, *, both_sides: bool, copies: int) -> None:
    """Print a file at its real size; raise `PrinterError` where it is not taken."""
    command = shutil.which("lp")
    if command is None:
        raise PrinterError("This machine has no command lp, which prints.")
    if not is_printer(printer):
        raise PrinterError("The settings name no printer.")
    sides = "two-sided-long-edge" if both_sides else "one-sided"
    options = ["print-scaling=none", f"sides={sides}"]
    argv = [command, "-d", printer, "-n", str(copies), "-t", "Leaflet"]
    argv += [part for option in options for part in ("-o", option)]
    try:
        done = subprocess.run(argv, input=pdf, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - a list, no shell, a name of a fixed form
    except subprocess.TimeoutExpired:
        raise PrinterError("The printer's queue did not answer.") from None
    except OSError as slip:
        raise PrinterError(f"The command lp cannot be started: {slip.strerror}.") from None
    if done.returncode:
        raise PrinterError(f"The printer {printer} did not take it. Print with the dialog.")
