"""Every address of the interface."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from leaflet.serve.api.describe import describe
from leaflet.serve.api.imports import import_route
from leaflet.serve.api.making import making_routes
from leaflet.serve.api.medicines import Catalogue
from leaflet.serve.counter import Counter
from leaflet.serve.work import Bench


def api_routes(counter: Counter, bench: Bench, public_origin: str) -> list[Route]:
    """Return the routes under /api; `public_origin` is that of a proxy, "" for none."""

    async def _openapi(request: Request) -> Response:
        return JSONResponse(describe(public_origin or f"http://{request.headers['host']}"))

    return [
        import_route(bench),
        *Catalogue(counter, bench).routes(),
        *making_routes(counter, bench),
        Route("/api/v1/openapi.json", _openapi, methods=["GET"]),
    ]
