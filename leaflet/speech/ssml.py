"""Write a document as SSML 1.1 (W3C, 2010): the text to listen to, with pauses and stress."""

from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree

from leaflet.document.linear import Line
from leaflet.document.tree import Document
from leaflet.document.warnings import WARNINGS
from leaflet.speech.spoken_words import spoken_text
from leaflet.speech.write_text import paused, spoken_lines

_START = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis"'
)
_BEFORE_HEADING, _AFTER_HEADING = '<break time="900ms"/>', '<break time="400ms"/>'
_AROUND_WARNING = '<break time="1200ms"/>'


def write_ssml(document: Document) -> bytes:
    """Return the file as UTF-8; warnings are said slowly, headings and actions with stress."""
    identity = paused(spoken_text(document.furniture.identity, document.language))
    body = "\n".join([*_elements(document), f"<p><s>{escape(identity)}</s></p>"])
    return f'{_START} xml:lang="{escape(document.language)}">\n{body}\n</speak>\n'.encode()


def read_ssml(data: bytes) -> tuple[str, ...]:
    """Return what a file of ours says, sentence by sentence; raises `ValueError`."""
    if b"<!" in data:
        raise ValueError("SSML that this program writes declares no types and has no comments")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - nothing is declared in it, as was just seen
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    return tuple(["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2001/10/synthesis}s")])


def _elements(document: Document) -> Iterator[str]:
    for line, said in spoken_lines(document):
        if line.kind == "open" and line.box in WARNINGS:
            yield f'{_AROUND_WARNING}<prosody rate="slow">'
        elif line.kind == "close" and line.box in WARNINGS:
            yield f"</prosody>{_AROUND_WARNING}"
        elif said:
            yield _sentence(line, said)


def _sentence(line: Line, said: str) -> str:
    words = escape(said)
    if line.kind == "heading":
        stressed = f'<p><s><emphasis level="strong">{words}</emphasis></s></p>'
        return f"{_BEFORE_HEADING}{stressed}{_AFTER_HEADING}"
    if all(run.strong for run in line.text.runs):
        words = f"<emphasis>{words}</emphasis>"
    return f"<p><s>{words}</s></p>"
