"""Read what programs send, strictly; answer with a tag by which they know what they have already."""

import hashlib
import json
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from leaflet.diagnostics import Finding
from leaflet.serve.order import Order, of_form, read_order
from leaflet.serve.refusals import Objection, Refusal
from leaflet.serve.settings import Settings

LARGEST = 20_000  # bytes of an order
LARGEST_PACK = 200_000
MOST_IN_PACK = 20


async def sent_order(request: Request, usual: Settings) -> Order:
    """Return an order; what it does not say is as the pharmacy's settings have it, like on the page."""
    return read_order(await _sent(request, LARGEST), _defaults(usual))


async def sent_orders(request: Request, usual: Settings) -> tuple[Order, ...]:
    """Return the orders of one print; raise `Refusal` with a pointer for each mistake."""
    listed = await _leaflets(request)
    return tuple(
        read_order(each, _defaults(usual), f"/leaflets/{number}") for number, each in enumerate(listed)
    )


async def sent_run(request: Request) -> tuple[Order, ...]:
    """Return the orders of one print as the page's forms have them: each field a list of texts."""
    listed = await _leaflets(request)
    return tuple(read_order(_of_page(each), {}, f"/leaflets/{number}") for number, each in enumerate(listed))


def _of_page(given: object) -> object:
    fields = given if isinstance(given, dict) else {}
    sound = all(
        isinstance(values, list) and values and all(isinstance(each, str) for each in values)
        for values in fields.values()
    )
    return of_form(fields) if fields and sound else None


async def _leaflets(request: Request) -> list[object]:
    """Return what is sent of several leaflets; raise `Refusal` where that is not a list of some."""
    given = await _sent(request, LARGEST_PACK)
    listed = given.get("leaflets") if isinstance(given, dict) and set(given) == {"leaflets"} else None
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_IN_PACK:
        message = f"a pack has leaflets: 1 to {MOST_IN_PACK}, and no other field"
        slip = Finding(code="O001", message=message, hint="look at /api/v1/openapi.json")
        raise Refusal(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "The pack has mistakes.",
            (Objection(finding=slip, pointer="/leaflets"),),
            kind="order",
        )
    return listed


def _defaults(usual: Settings) -> dict[str, str]:
    return {"paper": usual.paper, "region": usual.region}


async def _sent(request: Request, largest: int) -> Any:
    """Return a body as JSON has it; a name that stands twice in an object is refused."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        detail = "Send the order as application/json."
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, kind="media-type")
    body = await request.body()
    if len(body) > largest:
        detail = f"An order here has at most {largest:,} bytes."
        raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail, kind="too-large")
    try:
        return json.loads(body.decode(), object_pairs_hook=_told_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refusal(HTTPStatus.BAD_REQUEST, "The order is not sound JSON.", kind="json") from None


def _told_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def _no_constant(_: str) -> object:
    raise ValueError("JSON has no such number")


def tagged(request: Request, answer: object) -> Response:
    """Return an answer as JSON with its entity tag; nothing but the tag where the program has it already."""
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if tag in known or "*" in known:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
