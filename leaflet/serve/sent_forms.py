"""Read what a form sends: bounded in fields and sizes, and said back only as objections."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from leaflet.serve.order import Order, of_form, read_order
from leaflet.serve.refusals import Refusal

Fields = Mapping[str, Sequence[str]]
"""The texts of a form by their names; what stands twice has two."""
_MOST_FIELDS = 40
_LARGEST_FIELD = 20_000  # bytes
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def read_form(request: Request) -> FormData:
    """Return the fields of a form; refuse what is none."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _FORMS:
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "This takes a form.")
    try:
        return await request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=_LARGEST_FIELD)
    except (MultiPartException, UnicodeDecodeError, ValueError):
        raise Refusal(HTTPStatus.BAD_REQUEST, "This form is damaged. Send it again.") from None


def texts(form: FormData) -> dict[str, list[str]]:
    """Return the text fields by name; a line end counts one character, as in the browser."""
    found: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            found.setdefault(name, []).append(value.replace("\r\n", "\n"))
    return found


async def upload(form: FormData, name: str) -> bytes:
    """Return an uploaded file's bytes; b"" where none was chosen. Its name is never looked at."""
    sent = form.get(name)
    return await sent.read() if isinstance(sent, UploadFile) else b""


async def sent_order(request: Request, monograph_id: str) -> Order:
    """Return the order a form makes for a medicine; refuse with an objection for each field that is wrong."""
    return make_order(texts(await read_form(request)), monograph_id)


def make_order(fields: Fields, monograph_id: str) -> Order:
    """Return an order of text fields; refuse with an objection for each that is wrong."""
    return read_order({**of_form(fields), "id": monograph_id}, {})
