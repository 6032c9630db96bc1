"""Serve the counter over HTTP on this machine, until stopped; the server writes no log of requests."""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from leaflet.serve.guard import Guard

_HEAD_SECONDS = 10.0  # for a request's first lines to arrive whole
_IDLE_SECONDS = 15
_MOST_CONNECTIONS = 200
_LARGEST_HEAD = 16_384


class _Punctual(H11Protocol):
    """Closes a connection whose request line and headers do not arrive in time (slow clients)."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Start the clock with the connection."""
        super().connection_made(transport)
        self._clock: asyncio.TimerHandle | None = None
        self._idle_since = self.loop.time()
        self._start()
        if len(self.connections) > _MOST_CONNECTIONS:
            self._make_room()

    def data_received(self, data: bytes) -> None:
        """Stop the clock once a request's head is there; start it with the first byte of the next."""
        super().data_received(data)
        self._idle_since = self.loop.time()
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop()
        elif self._clock is None:
            self._start()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock with the connection."""
        self._stop()
        super().connection_lost(exc)

    @property
    def _is_spare(self) -> bool:
        is_idle = self.cycle is None or bool(self.cycle.response_complete)
        return is_idle and not self.transport.is_closing()

    def _make_room(self) -> None:
        """Close the connection on which nothing was asked for the longest; this one where all are at work."""
        # One that is closing is still among them: of many that come at once each makes room for one.
        idle = [each for each in self.connections if isinstance(each, _Punctual) and each._is_spare]
        oldest = min(idle, key=lambda each: each._idle_since, default=self)
        oldest._close()

    def _start(self) -> None:
        self._clock = self.loop.call_later(_HEAD_SECONDS, self._close)

    def _stop(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _close(self) -> None:
        self._stop()
        if not self.transport.is_closing():
            self.transport.close()


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; raise OSError where the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named TCP, so that asyncio sets TCP_NODELAY on every connection: it asks a socket for its protocol.
    opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two servers share a port
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
        opened.listen(512)
    except OSError:
        opened.close()
        raise
    return opened


def run(app: Guard, opened: socket.socket, when_ready: Callable[[], None]) -> None:
    """Serve on a listening socket until interrupted; call `when_ready` once requests are answered."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s", stream=sys.stderr)
    config = uvicorn.Config(
        app,
        http=_Punctual,
        ws="none",
        loop="asyncio",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        timeout_keep_alive=_IDLE_SECONDS,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
    )
    # Rendering holds the interpreter; a request that is ready to be read should not wait 5 ms for it.
    sys.setswitchinterval(0.0005)
    asyncio.run(_serve(_Server(config, when_ready), opened))


async def _serve(server: "uvicorn.Server", opened: socket.socket) -> None:
    await server.serve(sockets=[opened])


class _Server(uvicorn.Server):
    """Tells when it is ready."""

    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        if self.started:
            self._when_ready()
