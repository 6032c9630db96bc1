"""The screens at which medicines are picked, sized and printed: what each address answers."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from leaflet.serve.api.bodies import sent_run
from leaflet.serve.api.making import MEDIA_TYPES, form_response, made_size_sheet, name_of, pdf_response
from leaflet.serve.counter import Counter
from leaflet.serve.printer import PrinterError, send_to_printer
from leaflet.serve.refusals import Refusal
from leaflet.serve.screens import FRAGMENT, Screens, preview_of
from leaflet.serve.sent_forms import make_order, read_form, sent_order, texts
from leaflet.serve.work import Bench


def page_routes(counter: Counter, screens: Screens, bench: Bench) -> list[Route]:
    """Return the routes of the desk."""
    desk = _Desk(counter, screens, bench)
    return [
        Route("/", desk.home, methods=["GET"]),
        Route("/search", desk.search, methods=["GET"]),
        Route("/medicines/{id}", desk.medicine, methods=["GET"]),
        Route("/medicines/{id}/preview", desk.preview, methods=["POST"]),
        Route("/medicines/{id}/sheets", desk.sheets, methods=["POST"]),
        Route("/medicines/{id}/leaflet", desk.leaflet, methods=["POST"]),
        Route("/medicines/{id}/forms/{form}", desk.form, methods=["POST"]),
        Route("/print", desk.print_run, methods=["POST"]),
        Route("/print/direct", desk.print_direct, methods=["POST"]),
        Route("/reading-test", desk.reading, methods=["GET"]),
        Route("/reading-test/{paper}.pdf", desk.sheet, methods=["GET"]),
    ]


class _Desk:
    """Answers each address; what takes the processor is done on the bench."""

    def __init__(self, counter: Counter, screens: Screens, bench: Bench) -> None:
        self._counter = counter
        self._screens = screens
        self._bench = bench

    async def home(self, request: Request) -> Response:
        typed = request.query_params.get("q", "")
        await self._bench.look(self._counter.shelf.refresh)
        return HTMLResponse(await self._bench.look(lambda: self._screens.home(typed)))

    async def search(self, request: Request) -> Response:
        typed = request.query_params.get("q", "")
        await self._bench.look(self._counter.shelf.refresh)
        return HTMLResponse(await self._bench.look(lambda: self._screens.results(typed)))

    async def medicine(self, request: Request) -> Response:
        await self._bench.look(self._counter.shelf.refresh)
        name, language = request.path_params["id"], request.query_params.get("language", "")
        medicine = await self._bench.look(lambda: self._counter.medicine(name, language))
        asked, drawn = dict(request.query_params), FRAGMENT not in request.headers
        work = self._bench.make if drawn else self._bench.look
        return HTMLResponse(await work(lambda: self._screens.medicine(medicine, asked, drawn=drawn)))

    async def preview(self, request: Request) -> Response:
        name, fields = request.path_params["id"], texts(await read_form(request))
        try:
            order = make_order(fields, name)
        except Refusal as refusal:
            slip = refusal  # Python forgets the name at the end of its block
            slots = await self._bench.look(lambda: self._screens.refused_slots(slip, fields, name))
            return HTMLResponse(preview_of(slots), refusal.status)
        slots = await self._bench.make(lambda: self._screens.slots(order), request.is_disconnected)
        status = HTTPStatus.OK if "pages" in slots else HTTPStatus.UNPROCESSABLE_ENTITY
        return HTMLResponse(preview_of(slots), status)

    async def sheets(self, request: Request) -> Response:
        order = await sent_order(request, request.path_params["id"])
        counted = await self._bench.make(lambda: self._counter.sheets(order), request.is_disconnected)
        return JSONResponse(counted)

    async def leaflet(self, request: Request) -> Response:
        order = await sent_order(request, request.path_params["id"])
        leaflet = await self._bench.make(lambda: self._counter.fill(order))
        return pdf_response(leaflet.pdf, name_of(order))

    async def form(self, request: Request) -> Response:
        form = request.path_params["form"]
        if form not in MEDIA_TYPES:
            raise Refusal(HTTPStatus.NOT_FOUND, "The counter has no such form of a leaflet.")
        order = await sent_order(request, request.path_params["id"])
        return form_response(await self._bench.make(lambda: self._counter.write(order, form)), order, form)

    async def print_run(self, request: Request) -> Response:
        orders = await sent_run(request)
        run = await self._bench.make(lambda: self._counter.fill_all(orders))
        return pdf_response(run.pdf, name_of(orders[0]) if len(orders) == 1 else "leaflets.pdf")

    async def print_direct(self, request: Request) -> Response:
        printer = (await self._bench.look(self._counter.settings.read)).printer
        if not printer:
            raise Refusal(HTTPStatus.CONFLICT, "The settings name no printer.", kind="printer")
        orders = await sent_run(request)
        run = await self._bench.make(lambda: self._counter.fill_all(orders))
        # Of several leaflets the copies are in the file already.
        copies = orders[0].copies if len(orders) == 1 else 1
        both_sides = orders[0].sides == "both"
        try:
            await self._bench.look(
                lambda: send_to_printer(run.pdf, printer, both_sides=both_sides, copies=copies)
            )
        except PrinterError as slip:
            raise Refusal(HTTPStatus.BAD_GATEWAY, str(slip), kind="printer") from None
        sheets = f"{run.sheets} {'sheet' if run.sheets == 1 else 'sheets'}"
        return PlainTextResponse(f"Sent to {printer}: {sheets}.")

    async def reading(self, _: Request) -> Response:
        return HTMLResponse(await self._bench.look(self._screens.reading))

    async def sheet(self, request: Request) -> Response:
        paper = request.path_params["paper"]
        pdf = await made_size_sheet(self._bench, paper)
        disposition = f'inline; filename="reading-test-{paper}.pdf"'
        return Response(pdf, media_type="application/pdf", headers={"Content-Disposition": disposition})
