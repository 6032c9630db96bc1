"""Decode pictures in a process of its own: ten seconds and 600 MB a picture, whatever is in it.

A picture that makes it spin, swell or crash is refused with a sentence; the next one has a new process.
"""

from typing import Literal

from msgspec import MsgspecError, msgpack

from leaflet.apart import Apart
from leaflet.handout import Logo
from leaflet.images.limits import LogoError
from leaflet.values import Value

SECONDS = 10.0
MOST_MEMORY = 600_000_000
"""Bytes that the process may hold: four layers of the largest picture, and the program."""

Kind = Literal["logo", "figure"]
_TOO_MUCH = "The picture needs more time or memory than one may take. Save it smaller."


class Asked(Value):
    """A picture to decode, and what it is to be."""

    kind: Kind
    data: bytes


class Answer(Value):
    """The picture as plain pixels; or a sentence on why it cannot be printed."""

    logo: Logo | None = None
    refused: str = ""


def develop(kind: Kind, data: bytes) -> Logo:
    """Return the picture in a file; raise `LogoError` for what is none, or takes too much."""
    try:
        answer = msgpack.decode(_ROOM.ask(msgpack.encode(Asked(kind, data)), SECONDS), type=Answer)
    except (EOFError, MsgspecError):
        raise LogoError(_TOO_MUCH) from None
    if answer.logo is None:
        raise LogoError(answer.refused)
    return answer.logo


_ROOM = Apart("leaflet.images.child")
