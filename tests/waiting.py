"""Wait for a state: a test holds what comes about, and never how soon, which is the machine's affair."""

import time
from collections.abc import Callable

PATIENCE = 120.0
"""Seconds after which what never comes is given up: many times what a busy machine takes."""


def wait_until(holds: Callable[[], object]) -> None:
    """Wait until something holds; fail where it never does."""
    given_up = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < given_up, "what was waited for has not come"
        time.sleep(0.02)
