"""Do what takes the processor beside the event loop, a few pieces at a time, so that nobody waits long."""

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread

_AT_ONCE = 2
_Made = TypeVar("_Made")


class Bench:
    """The few threads that make leaflets and pictures."""

    def __init__(self) -> None:
        self._limiter: anyio.CapacityLimiter | None = None

    async def do(self, work: Callable[[], _Made]) -> _Made:
        """Return what `work` returns; it runs in a thread."""
        if self._limiter is None:  # made inside the event loop that uses it
            self._limiter = anyio.CapacityLimiter(_AT_ONCE)
        return await anyio.to_thread.run_sync(work, limiter=self._limiter)
