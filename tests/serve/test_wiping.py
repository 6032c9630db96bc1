"""What was sent about a patient is overwritten once it is answered."""

import asyncio
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from leaflet.serve.guard import Guard
from leaflet.serve.wiping import can_wipe, own, wipe
from tests.serve.conftest import DOOR

pytestmark = pytest.mark.skipif(not can_wipe(), reason="this runtime's bytes cannot be overwritten")


def _sent(*parts: str) -> list[bytes]:
    return [part.encode() for part in parts]


def test_bytes_are_overwritten_and_shared_ones_are_not() -> None:
    bodies = _sent("patient=Quackenbush", "x", "")
    wipe(bodies)
    assert bodies == [b"\0" * 19, b"x", b""]
    assert bytes([120]) == b"x"


@pytest.mark.parametrize("fails", [False, True])
def test_a_request_is_wiped_after_its_answer(*, fails: bool) -> None:
    parts, seen = _sent("patient=Quacken", "bush&dose=Take+10+mg"), []

    async def _app(_: Scope, receive: Receive, send: Send) -> None:
        body = (await receive())["body"]
        seen.append((bytes(bytearray(body)), body))
        if fails:
            raise ValueError
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})

    async def _ask() -> None:
        left = list(parts)

        async def _receive() -> Message:
            return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

        async def _send(_: Message) -> None:
            return None

        scope: dict[str, Any] = {
            "type": "http", "method": "POST", "path": "/medicines/x/preview", "query_string": b"",
            "headers": [(b"host", b"127.0.0.1:8765")],
        }  # fmt: skip
        await Guard(_app, DOOR, lambda *_: _answer())(scope, _receive, _send)

    asyncio.run(_ask())
    ((then, now),) = seen
    assert then == b"patient=Quackenbush&dose=Take+10+mg"
    assert not now.strip(b"\0")
    assert b"".join(parts) == then  # whoever sent them keeps what is theirs


def test_what_somebody_else_holds_is_copied_and_what_nobody_holds_is_not() -> None:
    held = b"patient=Quackenbush"
    copied = own(held)
    assert (copied, copied is held) == (held, False)
    sent: dict[str, bytes] = {"body": bytes(bytearray(held))}  # a constant would be held by its code
    address = id(sent["body"])
    kept = own(sent.pop("body"))
    assert id(kept) == address


def _answer() -> Any:
    from starlette.responses import Response

    return Response(status_code=500)


def test_a_screen_is_answered_with_words_though_its_request_is_wiped(client: Any) -> None:
    sent = {"patient": "Zoë Quackenbush"}
    assert "Zoë Quackenbush" in client.post("/medicines/approvol/preview", data=sent).text
