"""The process that decodes pictures: reads them from its input, answers on its output, until that closes."""

import resvg_py
from msgspec import msgpack
from PIL import Image

from leaflet.apart import answer_all
from leaflet.containment import contain, let_work
from leaflet.images.darkroom import MOST_MEMORY, SECONDS, Answer, Asked
from leaflet.images.decoding import decode_figure, decode_logo
from leaflet.images.limits import LogoError


def main() -> None:
    """Answer picture after picture, with nothing at hand but this program."""
    Image.init()
    resvg_py.svg_to_bytes(svg_string='<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    contain(MOST_MEMORY)
    answer_all(_reply)


def _reply(message: bytes) -> bytes:
    let_work(SECONDS)
    return msgpack.encode(answer(msgpack.decode(message, type=Asked)))


def answer(asked: Asked) -> Answer:
    """Return a picture as plain pixels, or why it cannot be printed."""
    decode = decode_logo if asked.kind == "logo" else decode_figure
    try:
        return Answer(logo=decode(asked.data))
    except LogoError as slip:
        return Answer(refused=str(slip))


if __name__ == "__main__":
    main()
