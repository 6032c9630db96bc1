"""The screen of the pharmacy's own settings: shown, taken in, and stored whole or not at all."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from leaflet.handout import HandoutError
from leaflet.images import LogoError, read_logo, to_png
from leaflet.paper import PAPERS
from leaflet.regions import REGIONS
from leaflet.serve.counter import Counter
from leaflet.serve.printer import is_printer
from leaflet.serve.refusals import Refusal
from leaflet.serve.screens import Screens
from leaflet.serve.sent_forms import read_form, texts, upload
from leaflet.serve.settings import TEXTS, Settings
from leaflet.serve.work import Bench
from leaflet.values import altered

_NO_COUNTRY = "none"  # said by somebody, which is not the same as left open


def pharmacy_routes(counter: Counter, screens: Screens, bench: Bench) -> list[Route]:
    """Return the routes of the pharmacy's settings."""
    office = _Office(counter, screens, bench)
    return [
        Route("/settings", office.settings, methods=["GET", "POST"]),
        Route("/settings/region", office.region, methods=["POST"]),
        Route("/settings/logo.png", office.logo, methods=["GET"]),
    ]


class _Office:
    """Answers each address."""

    def __init__(self, counter: Counter, screens: Screens, bench: Bench) -> None:
        self._counter = counter
        self._screens = screens
        self._bench = bench

    async def settings(self, request: Request) -> Response:
        if request.method == "POST":
            return await self._saved(request)
        saved = request.query_params.get("saved") == "1"
        settings = await self._bench.look(self._counter.settings.read)
        return HTMLResponse(await self._bench.look(lambda: self._screens.settings(settings, saved=saved)))

    async def region(self, request: Request) -> Response:
        """Take the country that is asked for before the first leaflet."""
        form = await read_form(request)
        region = texts(form).get("region", [""])[-1]
        if region not in {_NO_COUNTRY, *REGIONS}:
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "This is none of the countries.")
        region = "" if region == _NO_COUNTRY else region
        before = await self._bench.look(self._counter.settings.read)
        try:
            await self._bench.look(lambda: self._counter.settings.write(altered(before, region=region)))
        except OSError as slip:
            detail = f"The settings cannot be written: {slip.strerror}."
            raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, detail) from None
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)

    async def _saved(self, request: Request) -> Response:
        form = await read_form(request)
        fields = {name: values[-1] for name, values in texts(form).items()}
        sent = await upload(form, "logo")
        await form.close()
        before = await self._bench.look(self._counter.settings.read)
        settings, slips = await self._bench.make(lambda: _settings(fields, sent, before))
        if not slips:
            try:
                await self._bench.look(lambda: self._counter.settings.write(settings))
            except OSError as slip:
                slips = {"name": f"the settings cannot be written: {slip.strerror}"}
        if slips:
            filled = await self._bench.look(
                lambda: self._screens.settings(settings, typed=fields, slips=slips)
            )
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
    for name, read in TEXTS.items():
        try:
            said[name] = read(fields.get(name, ""))
        except HandoutError as slip:
            slips[name] = str(slip)
    if not said.get("name", "?"):
        slips["name"] = "a pharmacy needs a name"
    for name, table in (("paper", {*PAPERS}), ("region", {"", *REGIONS})):
        said[name] = fields.get(name, getattr(before, name))
        if said[name] not in table:
            slips[name] = "this is none of the choices"
            said[name] = getattr(before, name)
    printer = fields.get("printer", before.printer).strip()
    if printer and not is_printer(printer):
        slips["printer"] = "this is no name of a printer: it has letters, digits, _, . and - only"
        printer = before.printer
    logo = None if fields.get("no_logo") == "yes" else before.logo
    try:
        logo = read_logo(sent) if sent else logo
    except LogoError as slip:
        slips["logo"] = str(slip)
    words = {name: said.get(name, "") for name in TEXTS}
    return (
        Settings(**words, logo=logo, paper=said["paper"], region=said["region"], printer=printer),
        slips,
    )
