"""What text to listen to may hold, so that an engine reads it without loss, and what SSML may (SSML 1.1)."""

import re
import unicodedata
from collections.abc import Iterator
from xml.etree import ElementTree

from leaflet.languages import LANGUAGES

_NAMESPACE = "{http://www.w3.org/2001/10/synthesis}"
_ELEMENTS = {
    "speak": {"version", "{http://www.w3.org/XML/1998/namespace}lang"},
    "p": set[str](),
    "s": set[str](),
    "emphasis": {"level"},
    "break": {"time"},
    "prosody": {"rate"},
}
_UNITS = {unit for language in LANGUAGES.values() for unit in language.spoken}
_LEFT = re.compile(
    rf"\d[ \u00a0\u202f]?({'|'.join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))})(?!\w)"
)
_PAUSES = ".:;!?"


def text_faults(data: bytes) -> Iterator[str]:
    """Yield in sentences what is wrong with a text to listen to."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield "it is no UTF-8"
        return
    if not text.endswith("\n"):
        yield "its last line is not ended"
    yield from _words(text)
    for line in filter(None, text.splitlines()):
        if line[-1] not in _PAUSES:
            yield f"no pause ends {line[:40]!r}"


def ssml_faults(data: bytes) -> Iterator[str]:
    """Yield in sentences what is wrong with a file for a speech engine."""
    if b"<!" in data:
        yield "it declares types or has comments"
        return
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - nothing is declared in it, as was just seen
    except ElementTree.ParseError as error:
        yield f"it is no XML: {error}"
        return
    if root.tag != f"{_NAMESPACE}speak":
        yield "it is no SSML"
    for element in root.iter():
        name = element.tag.removeprefix(_NAMESPACE)
        strange = set(element.attrib) - _ELEMENTS.get(name, set())
        if name not in _ELEMENTS or strange:
            yield f"<{name}> {' '.join(sorted(strange))} is no part of a leaflet".replace("  ", " ")
    yield from _words("".join(root.itertext()))


def _words(text: str) -> Iterator[str]:
    if unicodedata.normalize("NFC", text) != text:
        yield "its letters are not composed (Unicode NFC)"
    hidden = sorted({each for each in text if unicodedata.category(each) in {"Cc", "Cf"} and each != "\n"})
    yield from [f"it holds U+{ord(each):04X}, which nobody says" for each in hidden]
    for found in _LEFT.finditer(text):
        yield f"{found[0]!r} is left in letters"
