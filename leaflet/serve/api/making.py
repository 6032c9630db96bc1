"""Leaflets for programs: one as PDF or in another form, several in one file, and the sheets of sizes."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from leaflet.forms import FORMS
from leaflet.paper import PAPERS
from leaflet.serve.api.bodies import sent_order, sent_orders
from leaflet.serve.counter import Counter
from leaflet.serve.order import Order
from leaflet.serve.refusals import Refusal
from leaflet.serve.work import Bench
from leaflet.size_sheet import make_size_sheet

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {name: form.media for name, form in FORMS.items() if form.media}
)
"""The forms beside PDF that the interface gives, with their media types."""


def making_routes(counter: Counter, bench: Bench) -> list[Route]:
    """Return the routes that make something."""

    async def _leaflet(request: Request) -> Response:
        order = await sent_order(request, await bench.look(counter.settings.read))
        leaflet = await bench.make(lambda: counter.fill(order))
        sheets = order.wish.sheets(leaflet.pages)
        return pdf_response(leaflet.pdf, name_of(order), _counts(leaflet.pages, sheets))

    async def _pack(request: Request) -> Response:
        orders = await sent_orders(request, await bench.look(counter.settings.read))
        run = await bench.make(lambda: counter.fill_all(orders))
        return pdf_response(run.pdf, "leaflets.pdf", _counts(run.pages, run.sheets))

    async def _sheet(request: Request) -> Response:
        paper = request.path_params["paper"]
        return pdf_response(await made_size_sheet(bench, paper), f"size-sheet-{paper}.pdf")

    return [
        Route("/api/v1/leaflets", _leaflet, methods=["POST"]),
        *(_form_route(counter, bench, form) for form in MEDIA_TYPES),
        Route("/api/v1/packs", _pack, methods=["POST"]),
        Route("/api/v1/size-sheets/{paper}", _sheet, methods=["GET"]),
    ]


def _form_route(counter: Counter, bench: Bench, form: str) -> Route:
    async def _form(request: Request) -> Response:
        order = await sent_order(request, await bench.look(counter.settings.read))
        return form_response(await bench.make(lambda: counter.write(order, form)), order, form)

    return Route(f"/api/v1/leaflets/{form}", _form, methods=["POST"])


async def made_size_sheet(bench: Bench, paper: str) -> bytes:
    """Return the sheet that tries which size somebody can read; refuse a paper that there is not."""
    if paper not in PAPERS:
        raise Refusal(HTTPStatus.NOT_FOUND, "There is no sheet for this paper.", kind="unknown-paper")
    return await bench.make(lambda: make_size_sheet(paper))


def name_of(order: Order) -> str:
    """Return the name of a finished file; it says what it is, and nothing of whom it is for."""
    return f"{order.id}-{order.profile}-{order.paper}.pdf"


def pdf_response(pdf: bytes, name: str, headers: Mapping[str, str] = MappingProxyType({})) -> Response:
    """Return a finished file."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(pdf, media_type="application/pdf", headers={**disposition, **headers})


def form_response(data: bytes, order: Order, form: str) -> Response:
    """Return a finished file of another form than PDF."""
    disposition = {"Content-Disposition": f'attachment; filename="{order.id}{FORMS[form].ending}"'}
    return Response(data, media_type=MEDIA_TYPES[form], headers=disposition)


def _counts(pages: int, sheets: int) -> dict[str, str]:
    return {"Leaflet-Pages": str(pages), "Leaflet-Sheets": str(sheets)}
