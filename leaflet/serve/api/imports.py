"""Take a document of the field by upload: the answer is a draft and its account; nothing is stored."""

import base64
import re
from http import HTTPStatus
from importlib.util import find_spec
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from leaflet.model.typed_values import IDENTIFIER_PATTERN
from leaflet.serve.guard import IMPORTS
from leaflet.serve.refusals import Refusal
from leaflet.serve.work import Bench

if TYPE_CHECKING:
    from leaflet.importing.importer import Wish


def import_route(bench: Bench) -> Route:
    """Return the route that imports: the body is the file, `name` says what it was called."""

    async def _import(request: Request) -> Response:
        if find_spec("lxml") is None:
            detail = "Importing needs an extra: pip install -e '.[import]' in Leaflet's folder."
            raise Refusal(HTTPStatus.NOT_IMPLEMENTED, detail, kind="import")
        name = PurePath(request.query_params.get("name", "")).name
        wish, data = _wish(request), await request.body()
        return JSONResponse(await bench.make(lambda: _imported(data, name, wish)))

    return Route(IMPORTS, _import, methods=["POST"])


def _wish(request: Request) -> "Wish":
    from leaflet.importing.importer import Wish

    ident, number = request.query_params.get("id", ""), request.query_params.get("composition", "")
    if ident and not re.fullmatch(IDENTIFIER_PATTERN, ident):
        detail = "An id has a to z, 0 to 9, and single hyphens between them."
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, kind="import")
    if number and not re.fullmatch("[1-9][0-9]{0,3}", number):
        detail = "The number of a document in the file counts from 1."
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, kind="import")
    return Wish(ident=ident, composition=int(number) if number else None)


def _imported(data: bytes, name: str, wish: "Wish") -> dict[str, Any]:
    from leaflet.importing.draft import to_yaml
    from leaflet.importing.importer import import_bytes
    from leaflet.importing.refusal import RefusedError
    from leaflet.importing.report import as_data

    try:
        imported = import_bytes(data, name, wish)
    except RefusedError as refused:
        detail = f"This file is not imported: {refused}; {refused.hint}."
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, detail, kind="import") from None
    pictures = imported.draft.pictures.items()
    return {
        "draft": to_yaml(imported.draft),
        "pictures": {name: base64.b64encode(picture).decode() for name, picture in pictures},
        "report": as_data(imported),
    }
