"""The interface for dispensing software: JSON in, a PDF or a problem document out."""

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from leaflet.serve.counter import Counter
from leaflet.serve.imports import import_route
from leaflet.serve.medicine import Medicine
from leaflet.serve.openapi import describe
from leaflet.serve.order import Order, read_order
from leaflet.serve.refusals import Refusal
from leaflet.serve.settings import Settings
from leaflet.serve.work import Bench

_LARGEST = 20_000  # bytes of an order

Handler = Callable[[Request], Awaitable[Response]]


def api_routes(counter: Counter, bench: Bench) -> list[Route]:
    """Return the routes under /api."""

    async def _monographs(_: Request) -> Response:
        def _entries() -> list[dict[str, object]]:
            counter.shelf.refresh()
            return [_entry(counter, medicine) for medicine in counter.shelf.medicines]

        return JSONResponse({"monographs": await bench.do(_entries)})

    async def _leaflets(request: Request) -> Response:
        usual = await bench.do(counter.settings.read)
        order = _order(request.headers.get("content-type", ""), await request.body(), usual)
        leaflet = await bench.do(lambda: counter.fill(order))
        sheets = order.wish.sheets(leaflet.pages)
        return pdf_response(
            leaflet.pdf, order, {"Leaflet-Pages": str(leaflet.pages), "Leaflet-Sheets": str(sheets)}
        )

    async def _openapi(_: Request) -> Response:
        return JSONResponse(describe())

    return [
        Route("/api/v1/monographs", _monographs, methods=["GET"]),
        Route("/api/v1/leaflets", _leaflets, methods=["POST"]),
        import_route(bench),
        Route("/api/v1/openapi.json", _openapi, methods=["GET"]),
    ]


def pdf_response(pdf: bytes, order: Order, headers: dict[str, str] | None = None) -> Response:
    """Return a finished file; its name says what it is, and nothing of whom it is for."""
    name = f"{order.id}-{order.profile}-{order.paper}.pdf"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(pdf, media_type="application/pdf", headers={**disposition, **(headers or {})})


def _entry(counter: Counter, medicine: Medicine) -> dict[str, object]:
    monograph, review = medicine.monograph, medicine.monograph.review
    return {
        "id": monograph.id,
        "name": monograph.name,
        "other_names": list(monograph.other_names),
        "purpose": monograph.purpose.plain,
        "language": monograph.language,
        "version": monograph.version,
        "date": monograph.dated,
        "standing": medicine.standing(counter.today()),
        "standing_reason": counter.standing_sentence(medicine),
        "review_due": review.due.isoformat() if review.due else None,
    }


def _order(content_type: str, body: bytes, usual: Settings) -> Order:
    """Return an order; what it does not say is as the pharmacy's settings have it, like on the page."""
    return read_order(_json(content_type, body), {"paper": usual.paper, "region": usual.region})


def _json(content_type: str, body: bytes) -> object:
    """Return a body as JSON has it; a name that stands twice in an object is refused."""
    if content_type.partition(";")[0].strip().lower() != "application/json":
        detail = "Send the order as application/json."
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, kind="media-type")
    if len(body) > _LARGEST:
        raise Refusal(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "An order has at most 20,000 bytes.", kind="too-large"
        )
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
