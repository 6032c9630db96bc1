"""What the workers of the tests do with their items; in a module, since other processes import it."""

import os
import signal
from pathlib import Path


def double(item: int) -> int:
    """Return twice the item."""
    return 2 * item


def die_once(item: tuple[int, Path]) -> int:
    """Die at item 3 the first time, which a file remembers."""
    number, folder = item
    if number == 3 and not (folder / "died").exists():
        (folder / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def always_die(item: int) -> int:
    """Die at item 3."""
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def heaviest(item: float) -> float:
    """Return the item as its own weight."""
    return item


def exhaust_memory(item: int) -> int:
    """Run out of memory at item 3."""
    if item == 3:
        raise MemoryError
    return item


def process_of(_: object) -> int:
    """Return the number of the process that does it."""
    return os.getpid()
