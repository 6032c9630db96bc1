"""Write a document as plain text that a speech engine reads without loss, a sentence or item a line."""

from collections.abc import Iterator

from leaflet.document.linear import Line, linear
from leaflet.document.tree import Document, Text
from leaflet.languages import language_of
from leaflet.speech.spoken_words import spoken_text


def write_text(document: Document) -> bytes:
    """Return the text as UTF-8, headings with a white line above; the same document gives the same bytes."""
    lines: list[str] = []
    for line, said in spoken_lines(document):
        if line.kind in {"heading", "open", "close"} and lines and lines[-1]:
            lines.append("")
        if said:
            lines.append(said)
    lines += ["", paused(spoken_text(document.furniture.identity, document.language))]
    return ("\n".join(lines).strip() + "\n").encode()


def read_text(data: bytes) -> tuple[str, ...]:
    """Return what a text says, line by line; raises `ValueError` where it is no UTF-8."""
    return tuple([line for line in data.decode().splitlines() if line])


def spoken_words(document: Document) -> tuple[str, ...]:
    """Return what every form for listening says of a document, in order."""
    said = [each for _, each in spoken_lines(document) if each]
    return (*said, paused(spoken_text(document.furniture.identity, document.language)))


def spoken_lines(document: Document) -> Iterator[tuple[Line, str]]:
    """Yield each line with what is said of it, "" where a warning or a panel starts or ends."""
    language = document.language
    for line in linear(document):
        yield line, _said(line, language) if line.kind not in {"open", "close"} else ""


def _said(line: Line, language: str) -> str:
    if line.kind == "picture":
        return paused(spoken_text(Text.of(_phrase(language, "picture", alt=line.words)), language))
    words = spoken_text(line.text, language)
    if line.kind == "item" and line.mark[:1].isdigit():
        return paused(f"{line.mark} {words}")
    if line.kind == "cell" and line.heads:
        over = ", ".join([spoken_text(head, language) for head in line.heads])
        return paused(f"{over}: {words or line.empty}")
    return paused(words) if words else ""


def _phrase(language: str, key: str, **values: str) -> str:
    known = language_of(language)
    assert known is not None, "a document is composed in a language that the program speaks"  # noqa: S101
    return known.say(key, **values)


def paused(words: str) -> str:
    """Return words with a full stop, at which an engine pauses: a heading would run into what it heads."""
    return words if words[-1] in ".:;!?" else f"{words}."
