"""Stand before every handler: who asks, from where, how much and how slowly; and what every answer says.

A page elsewhere may make the browser ask this server (cross-site posts), or pretend to be it by a name
that changes its address (DNS rebinding). Host and origin tell both apart from the counter's own page.
"""

import asyncio
import logging
import secrets
import traceback
from collections.abc import Callable
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from leaflet.serve.door import SAFE, Door, Tries
from leaflet.serve.makers import MakerFault
from leaflet.serve.refusals import Refusal
from leaflet.serve.wiping import own, wipe

log = logging.getLogger("leaflet.serve")

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src blob:",  # the finished file, from which the page prints
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_LARGEST_BODY = 1_100_000  # a logo and its form
_LARGEST_IMPORT = 16_000_000  # a document of the field with its pictures
_BODY_SECONDS = 10.0
_ANSWER_SECONDS = 30.0
_MOST_AT_ONCE = 400
EVENTS = "/events"
"""The one answer that lasts: a stream of changes for authors."""

IMPORTS = "/api/v1/monographs:import"
"""Where whole documents of the field are sent."""

Answer = Callable[[Request, Refusal], Response]


class Guard:
    """Wraps the application; the only place that reads a body, and the last that sees an error."""

    def __init__(self, app: ASGIApp, door: Door, answer: Answer) -> None:
        self._app = app
        self._door = door
        self._answer = answer
        self._tries = Tries()
        self._at_once = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        scope["app"] = (
            self._app
        )  # by which Starlette's router raises what it cannot find, and does not answer
        answering = _Answering(send)
        try:
            self._door.admit(scope, self._tries)
            if self._at_once >= _MOST_AT_ONCE:
                raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "Too many ask at once. Try again in a moment.")
            self._at_once += 1
            try:
                await self._hand_on(scope, receive, answering)
            finally:
                self._at_once -= 1
        except Refusal as refusal:
            await self._refuse(scope, refusal, answering)
        except TimeoutError:
            await self._refuse(scope, Refusal(HTTPStatus.REQUEST_TIMEOUT, "This took too long."), answering)
        except _Gone:
            return
        except Exception as fault:  # noqa: BLE001 - whoever asked gets a sentence and a number
            await self._refuse(scope, _incident(fault), answering)

    async def _hand_on(self, scope: Scope, receive: Receive, answering: "_Answering") -> None:
        """Read the body, have it answered, and overwrite it: it may tell of a patient."""
        if scope["path"] == EVENTS:
            await self._app(scope, receive, answering)
            return
        parts: list[bytes] = []
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                await _read(scope, receive, parts)
            parts.append(b"".join(parts))
            async with asyncio.timeout(_ANSWER_SECONDS):
                await self._app(scope, _replay(parts[-1], receive), answering)
        finally:
            wipe(parts)

    async def _refuse(self, scope: Scope, refusal: Refusal, answering: "_Answering") -> None:
        if answering.has_begun:
            return  # the connection ends short, and the client sees that it did
        response = self._answer(Request(scope), refusal)
        response.headers.update(refusal.headers)
        if scope["method"] not in SAFE:
            response.headers["Connection"] = "close"  # the body may not have been read
        await response(scope, _nothing, answering)


class _Answering:
    """Adds the headers of every answer, and knows whether one has begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.has_begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)


class _Gone(Exception):  # noqa: N818 - not an error: the client left
    """The client closed the connection."""


async def _read(scope: Scope, receive: Receive, parts: list[bytes]) -> None:
    """Read the whole body into `parts`, bounded before and while it is read."""
    largest = _LARGEST_IMPORT if scope["path"] == IMPORTS else _LARGEST_BODY
    detail = f"This is more than the counter takes: {largest // 1_000_000} MB."
    too_large = Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)
    said = Headers(scope=scope).get("content-length", "0")
    if not said.isdecimal() or len(said) > 9 or int(said) > largest:
        raise too_large
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        more = message.get("more_body", False)
        part = own(message.pop("body", b""))
        size += len(part)
        parts.append(part)
        if size > largest:
            raise too_large
        if not more:
            return


def _replay(body: bytes, receive: Receive) -> Receive:
    """Return a `receive` that gives the body once, and afterwards what the connection says."""
    given = False

    async def _give() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return _give


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


def _incident(fault: Exception) -> Refusal:
    """Log where a fault is, never what was asked for, and return a number to find it by."""
    number = secrets.token_hex(4)
    frames = traceback.extract_tb(fault.__traceback__)
    places = " < ".join(f"{frame.name} line {frame.lineno}" for frame in reversed(frames[-6:]))
    apart = f" ({fault})" if isinstance(fault, MakerFault) else ""
    log.error("incident %s: %s in %s%s", number, type(fault).__name__, places, apart)
    detail = f"Something went wrong in the program. Its number is {number}."
    return Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, detail, kind="incident")
