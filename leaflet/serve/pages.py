"""The screens for people: what each address answers."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from leaflet.handout import HandoutError, tidy
from leaflet.images import LogoError, read_logo, to_png
from leaflet.paper import PAPERS
from leaflet.regions import REGIONS
from leaflet.serve.api.making import name_of, pdf_response
from leaflet.serve.counter import Counter
from leaflet.serve.forms import read_form, sent_order, texts, upload
from leaflet.serve.refusals import Refusal
from leaflet.serve.screens import Screens
from leaflet.serve.settings import Settings
from leaflet.serve.work import Bench
from leaflet.size_sheet import make_size_sheet

_TEXTS = ("name", "address", "phone", "hours")


def page_routes(counter: Counter, screens: Screens, bench: Bench) -> list[Route]:
    """Return the routes of every screen but the authors'."""
    desk = _Desk(counter, screens, bench)
    return [
        Route("/", desk.home),
        Route("/search", desk.search),
        Route("/medicines/{id}", desk.medicine),
        Route("/medicines/{id}/preview", desk.preview, methods=["POST"]),
        Route("/medicines/{id}/leaflet", desk.leaflet, methods=["POST"]),
        Route("/reading-test", desk.reading),
        Route("/reading-test/{paper}.pdf", desk.sheet),
        Route("/settings", desk.settings, methods=["GET", "POST"]),
        Route("/settings/logo.png", desk.logo),
    ]


class _Desk:
    """Answers each address; what takes the processor is done on the bench."""

    def __init__(self, counter: Counter, screens: Screens, bench: Bench) -> None:
        self._counter = counter
        self._screens = screens
        self._bench = bench

    async def home(self, request: Request) -> Response:
        await self._bench.look(self._counter.shelf.refresh)
        typed = request.query_params.get("q", "")
        return HTMLResponse(await self._bench.look(lambda: self._screens.home(typed)))

    async def search(self, request: Request) -> Response:
        typed = request.query_params.get("q", "")
        await self._bench.look(self._counter.shelf.refresh)
        return HTMLResponse(await self._bench.look(lambda: self._screens.results(typed)))

    async def medicine(self, request: Request) -> Response:
        await self._bench.look(self._counter.shelf.refresh)
        language = request.query_params.get("language", "")
        medicine = self._counter.medicine(request.path_params["id"], language)
        asked = dict(request.query_params)
        return HTMLResponse(await self._bench.make(lambda: self._screens.medicine(medicine, asked)))

    async def preview(self, request: Request) -> Response:
        order = await sent_order(request, request.path_params["id"])
        return HTMLResponse(
            await self._bench.make(lambda: self._screens.preview(order), request.is_disconnected)
        )

    async def leaflet(self, request: Request) -> Response:
        order = await sent_order(request, request.path_params["id"])
        leaflet = await self._bench.make(lambda: self._counter.fill(order))
        return pdf_response(leaflet.pdf, name_of(order))

    async def reading(self, _: Request) -> Response:
        return HTMLResponse(await self._bench.look(self._screens.reading))

    async def sheet(self, request: Request) -> Response:
        paper = request.path_params["paper"]
        if paper not in PAPERS:
            raise Refusal(HTTPStatus.NOT_FOUND, "There is no sheet for this paper.")
        pdf = await self._bench.make(lambda: make_size_sheet(paper))
        disposition = f'inline; filename="reading-test-{paper}.pdf"'
        return Response(pdf, media_type="application/pdf", headers={"Content-Disposition": disposition})

    async def settings(self, request: Request) -> Response:
        if request.method == "POST":
            return await self._save_settings(request)
        saved = request.query_params.get("saved") == "1"
        settings = await self._bench.look(self._counter.settings.read)
        return HTMLResponse(await self._bench.look(lambda: self._screens.settings(settings, saved=saved)))

    async def _save_settings(self, request: Request) -> Response:
        form = await read_form(request)
        fields, sent = {name: values[-1] for name, values in texts(form).items()}, await upload(form, "logo")
        await form.close()
        before = await self._bench.look(self._counter.settings.read)
        settings, slips = await self._bench.look(lambda: _settings(fields, sent, before))
        if not slips:
            try:
                await self._bench.look(lambda: self._counter.settings.write(settings))
            except OSError as slip:
                slips = {"name": f"the settings cannot be written: {slip.strerror}"}
        if slips:
            filled = await self._bench.look(lambda: self._screens.settings(settings, slips=slips))
            return HTMLResponse(filled, HTTPStatus.UNPROCESSABLE_ENTITY)
        return RedirectResponse("/settings?saved=1", HTTPStatus.SEE_OTHER)

    async def logo(self, _: Request) -> Response:
        settings = await self._bench.look(self._counter.settings.read)
        logo = settings.logo
        if logo is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "There is no logo.")
        return Response(await self._bench.look(lambda: to_png(logo)), media_type="image/png")


def _settings(fields: Mapping[str, str], sent: bytes, before: Settings) -> tuple[Settings, dict[str, str]]:
    """Return the settings a form makes, and what is wrong with them, by field."""
    said: dict[str, str] = {}
    slips: dict[str, str] = {}
    for name in _TEXTS:
        try:
            said[name] = tidy(name, fields.get(name, ""))
        except HandoutError as slip:
            slips[name] = str(slip)
    if not said.get("name", "?"):
        slips["name"] = "a pharmacy needs a name"
    for name, table in (("paper", {*PAPERS}), ("region", {"", *REGIONS})):
        said[name] = fields.get(name, getattr(before, name))
        if said[name] not in table:
            slips[name] = "this is none of the choices"
            said[name] = getattr(before, name)
    logo = None if fields.get("no_logo") == "yes" else before.logo
    try:
        logo = read_logo(sent) if sent else logo
    except LogoError as slip:
        slips["logo"] = str(slip)
    texts_said = {name: said.get(name, "") for name in _TEXTS}
    return Settings(**texts_said, logo=logo, paper=said["paper"], region=said["region"]), slips
