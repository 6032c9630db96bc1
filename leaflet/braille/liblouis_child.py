"""The process that calls liblouis: reads texts from its input, answers on its output, until that closes."""

from contextlib import suppress

from msgspec import msgpack

from leaflet.apart import answer_all
from leaflet.braille.liblouis import back, translate, version
from leaflet.braille.translator import MOST_MEMORY, SECONDS, Answer, Asked, NoBrailleError
from leaflet.containment import contain, let_work


def main() -> None:
    """Answer question after question, with nothing at hand but this program and the tables."""
    with suppress(NoBrailleError):
        version()  # found before no other process may be started: that is how ctypes looks for it
    contain(MOST_MEMORY)
    answer_all(_reply)


def _reply(message: bytes) -> bytes:
    let_work(SECONDS)
    return msgpack.encode(answer(msgpack.decode(message, type=Asked)))


def answer(asked: Asked) -> Answer:
    """Return what was asked for, or why there is none."""
    try:
        match asked.kind:
            case "version":
                return Answer((version(),))
            case "back":
                return Answer(tuple([back(each, asked.grade) for each in asked.texts]))
            case "translate":
                pairs = zip(asked.texts, asked.ways, strict=True)
                return Answer(tuple([translate(text, asked.grade, ways) for text, ways in pairs]))
    except NoBrailleError as error:
        return Answer(refused=str(error))


if __name__ == "__main__":
    main()
