"""Do what takes the processor beside the event loop, so that nobody waits long.

Making leaflets and looking things up have threads of their own: a search never waits for a rendering.
"""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TypeVar

import anyio
import anyio.to_thread

from leaflet.serve.refusals import Refusal

_LOOKING = 4
_MOST_WAITING = 60  # for a leaflet; whoever comes then is told at once to come again
_Made = TypeVar("_Made")


class Bench:
    """The few threads that make leaflets and pictures, and those that look things up."""

    def __init__(self, making: int) -> None:
        self._at_once = making
        self._making: anyio.CapacityLimiter | None = None
        self._looking: anyio.CapacityLimiter | None = None

    async def look(self, work: Callable[[], _Made]) -> _Made:
        """Return what `work` returns, which takes milliseconds; it runs in a thread."""
        if self._looking is None:  # made inside the event loop that uses it
            self._looking = anyio.CapacityLimiter(_LOOKING)
        return await anyio.to_thread.run_sync(work, limiter=self._looking)

    async def make(
        self, work: Callable[[], _Made], is_gone: Callable[[], Awaitable[bool]] | None = None
    ) -> _Made:
        """Return what `work` makes; refuse where too many wait, or the one who asked is gone by then."""
        if self._making is None:
            self._making = anyio.CapacityLimiter(self._at_once)
        if self._making.statistics().tasks_waiting >= _MOST_WAITING:
            raise Refusal(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "Too many leaflets are asked for at once. Try again in a moment.",
                kind="busy",
                headers={"Retry-After": "1"},
            )
        async with self._making:
            if is_gone is not None and await is_gone():
                raise Refusal(HTTPStatus.REQUEST_TIMEOUT, "Nobody waits for this any more.")
            # The place at the bench is taken already; the thread needs no limit of its own.
            return await anyio.to_thread.run_sync(work, limiter=anyio.CapacityLimiter(1))
