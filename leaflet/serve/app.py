"""Put the counter together: what it is made from, its routes, and the guard before them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import date
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from leaflet.diagnostics import Finding
from leaflet.model import Monograph
from leaflet.places import fonts_folder
from leaflet.rules import check
from leaflet.serve.api.routes import api_routes
from leaflet.serve.counter import Counter
from leaflet.serve.counter_pages import page_routes
from leaflet.serve.door import Door
from leaflet.serve.guard import Guard
from leaflet.serve.makers import Here, Maker, Processes
from leaflet.serve.pharmacy_pages import pharmacy_routes
from leaflet.serve.refusals import Refusal
from leaflet.serve.screens import Screens
from leaflet.serve.settings import SettingsFile
from leaflet.serve.shelf import Shelf
from leaflet.serve.watching import Watch
from leaflet.serve.work import Bench
from leaflet.values import Value

_FIRST_PAGE = 2.0  # seconds: nothing is read in the background before, so that the first page comes first
_SCRIPTS = (
    "serve.js",
    "ways.js",
    "patient.js",
    "search.js",
    "order.js",
    "viewer.js",
    "bar.js",
    "keys.js",
)
_STATIC = {
    **dict.fromkeys(("serve.css", "desk.css"), "text/css; charset=utf-8"),
    **dict.fromkeys(_SCRIPTS, "text/javascript; charset=utf-8"),
    "mark.svg": "image/svg+xml",
}
_FACES = ("LeafletSans-Regular.ttf", "LeafletSans-Bold.ttf")


class Setup(Value, kw_only=True):
    """What a counter is opened with."""

    content: Path  # a monograph, or a folder of them
    settings: Path  # the folder of the pharmacy's settings
    door: Door
    watch: bool = False
    today: Callable[[], date] = date.today
    tell: Callable[[tuple[Path, ...]], None] = lambda _: (
        None
    )  # is told of files of which nothing can be printed
    makers: int = 0  # processes that make leaflets; 0 makes them in this one


def open_counter(setup: Setup) -> Guard:
    """Return the application, ready to serve; reads the content once."""
    shelf = Shelf(setup.content, _judge, setup.today)
    maker = Processes(setup.makers) if setup.makers else Here()
    settings = SettingsFile(setup.settings)
    counter = Counter(shelf=shelf, settings=settings, today=setup.today, maker=maker)
    screens, bench = Screens(counter, watching=setup.watch), Bench(maker.at_once)
    watch = Watch(setup.content, counter, bench) if setup.watch else None
    routes = [
        *page_routes(counter, screens, bench),
        *pharmacy_routes(counter, screens, bench),
        *api_routes(counter, bench, setup.door.public_origin),
        *(watch.routes(screens) if watch else ()),
        Route("/static/{name}", _static_answers()),
    ]

    def _refused(request: Request, refusal: Exception) -> Response:
        return screens.refused(request, _as_refusal(refusal))

    # Not Starlette's whole application: its outermost layer would answer faults before the guard sees them.
    router = Router(routes, lifespan=_lifespan(shelf, setup, maker, bench, watch))
    app = ExceptionMiddleware(router, handlers={Refusal: _refused, HTTPException: _refused})
    return Guard(app, setup.door, screens.refused)


def _judge(monograph: Monograph, today: date) -> tuple[Finding, ...]:
    return check(monograph, on=today)


def _as_refusal(slip: Exception) -> Refusal:
    if isinstance(slip, Refusal):
        return slip
    if not isinstance(slip, HTTPException):
        return Refusal(HTTPStatus.BAD_REQUEST, "This request is damaged.")
    status = HTTPStatus(slip.status_code)
    sentences = {
        HTTPStatus.NOT_FOUND: "There is nothing at this address.",
        HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take such a request.",
    }
    detail = sentences.get(status, "This request is damaged.")
    return Refusal(status, detail, headers=slip.headers or {})


def _static_answers() -> Callable[[Request], Response]:
    """Return a handler of the page's own files, read once; no path ever comes from a request."""
    own = files("leaflet.serve") / "static"
    kept = {name: ((own / name).read_bytes(), kind) for name, kind in _STATIC.items()}
    folder = fonts_folder() / "leaflet-sans"
    kept |= {name: ((folder / name).read_bytes(), "font/ttf") for name in _FACES}

    def _static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in kept:
            raise Refusal(HTTPStatus.NOT_FOUND, "There is nothing at this address.")
        data, kind = kept[name]
        lasting = "max-age=86400" if kind == "font/ttf" else "no-cache"
        return Response(data, media_type=kind, headers={"Cache-Control": lasting})

    return _static


async def _read_on(shelf: Shelf, setup: Setup, maker: Maker, bench: Bench) -> None:
    """Read and judge what is left of a large folder, now and whenever there is more; who asks comes first."""
    told: set[Path] = set()
    await asyncio.sleep(_FIRST_PAGE)
    await bench.look(maker.warm_up)
    while True:
        more = await bench.look(shelf.read_on) or await bench.look(shelf.judge_on)
        if not more and (blocked := shelf.blocked) and not told.issuperset(blocked):
            setup.tell(tuple(path for path in blocked if path not in told))
            told.update(blocked)
        await asyncio.sleep(0.02 if more else 0.5)


def _lifespan(
    shelf: Shelf, setup: Setup, maker: Maker, bench: Bench, watch: Watch | None
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def _run(_: object) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(_read_on(shelf, setup, maker, bench))]
        if watch:
            tasks.append(asyncio.create_task(watch.run()))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    return _run
