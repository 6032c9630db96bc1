"""For authors: watch the content, and tell every open page when something changed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from leaflet.serve.counter import Counter
from leaflet.serve.guard import EVENTS
from leaflet.serve.refusals import Refusal
from leaflet.serve.screens import Screens
from leaflet.serve.work import Bench

_MOST_LISTENERS = 16
_HEARTBEAT = 15.0  # seconds between signs of life


class Watch:
    """Reads the shelf again when a file changes, and wakes whoever listens."""

    def __init__(self, content: Path, counter: Counter, bench: Bench) -> None:
        self._content = content
        self._counter = counter
        self._bench = bench
        self._listeners: set[asyncio.Event] = set()

    async def run(self) -> None:
        """Watch until cancelled."""
        from watchfiles import awatch

        watched = self._content if self._content.is_dir() else self._content.parent
        async for _ in awatch(watched, debounce=100, step=50, recursive=self._content.is_dir()):
            if await self._bench.look(self._counter.shelf.look_through):
                for listener in self._listeners:
                    listener.set()

    def routes(self, screens: Screens) -> list[Route]:
        """Return the authors' routes."""

        async def _events(_: Request) -> Response:
            if len(self._listeners) >= _MOST_LISTENERS:
                raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "Too many pages watch at once.")
            return StreamingResponse(self._stream(), media_type="text/event-stream")

        async def _findings(request: Request) -> Response:
            medicine = self._counter.medicine(request.path_params["id"])
            return HTMLResponse(await self._bench.look(lambda: screens.findings(medicine)))

        async def _source(request: Request) -> Response:
            medicine = self._counter.medicine(request.path_params["id"])
            return HTMLResponse(await self._bench.look(lambda: screens.source(medicine)))

        return [
            Route(EVENTS, _events),
            Route("/medicines/{id}/findings", _findings),
            Route("/medicines/{id}/source", _source),
        ]

    async def _stream(self) -> AsyncIterator[str]:
        listener = asyncio.Event()
        self._listeners.add(listener)
        try:
            yield "retry: 1000\n\n"
            while True:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_HEARTBEAT):
                        await listener.wait()
                yield "event: change\ndata:\n\n" if listener.is_set() else ": alive\n\n"
                listener.clear()
        finally:
            self._listeners.discard(listener)
