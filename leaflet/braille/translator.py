"""Words to cells and back, by liblouis in a process apart: what a stranger wrote meets no C library here."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import MsgspecError, msgpack

from leaflet.apart import Apart
from leaflet.values import Value

Grade = Literal[1, 2]
"""Uncontracted or contracted."""
SPELT, STRONG = 1, 2
"""Ways to write a character, to be added up: without contractions; marked as bold."""
SECONDS = 20.0
MOST_MEMORY = 400_000_000


class NoBrailleError(ValueError):
    """No liblouis, or none that serves; the message says what to do."""


class Asked(Value, kw_only=True):
    """What to do with texts; `ways` has, for each text to translate, how each character is written."""

    kind: Literal["version", "translate", "back"]
    grade: Grade = 2
    texts: tuple[str, ...] = ()
    ways: tuple[bytes, ...] = ()


class Answer(Value):
    """A text for each one asked; or a sentence on why there is none."""

    texts: tuple[str, ...] = ()
    refused: str = ""


def translate(texts: Sequence[str], ways: Sequence[bytes], grade: Grade) -> tuple[str, ...]:
    """Return each text as cells; raises `NoBrailleError`."""
    return _asked(Asked(kind="translate", grade=grade, texts=tuple(texts), ways=tuple(ways)))


def back(cells: Sequence[str], grade: Grade) -> tuple[str, ...]:
    """Return what cells say, each text by itself; raises `NoBrailleError`."""
    return _asked(Asked(kind="back", grade=grade, texts=tuple(cells)))


@lru_cache(maxsize=1)
def liblouis_version() -> str:
    """Return the version of this machine's liblouis; raises `NoBrailleError` where there is none."""
    return _asked(Asked(kind="version"))[0]


def _asked(asked: Asked) -> tuple[str, ...]:
    answer = _HERE[0](asked) if _HERE else _answer_apart(asked)
    if answer.refused:
        raise NoBrailleError(answer.refused)
    return answer.texts


def work_here() -> None:
    """Call liblouis in this process from now on: it is one that may start no other and is bounded itself."""
    from leaflet.braille.liblouis_child import answer  # which loads liblouis

    answer(Asked(kind="version"))
    _HERE[:] = [answer]


def _answer_apart(asked: Asked) -> Answer:
    try:
        return msgpack.decode(_ROOM.ask(msgpack.encode(asked), SECONDS), type=Answer)
    except (EOFError, MsgspecError):
        raise NoBrailleError("liblouis needs more time or memory than a leaflet may take") from None


_HERE: list[Callable[[Asked], Answer]] = []  # what answers in this process, where it is to
_ROOM = Apart("leaflet.braille.liblouis_child")
