"""Which characters a text may hold: those that are assigned, can be seen, and stay where they are put.

All others are refused. Some would hide a danger from whoever reads or checks the text ("dou­ble dose" with a
soft hyphen inside), some would change the order of reading (Unicode TR36, 3.1), some look different on
every machine or have lost what they stood for.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal
from unicodedata import category, name

from leaflet.precompiled import expression
from leaflet.values import Value

Trouble = Literal["control", "invisible", "order", "lost", "unknown"]

# Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties.txt) beyond the categories refused below;
# the fillers of Hangul and the blank Braille pattern look like spaces and are none.
_IGNORABLE = expression(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
# The marks and isolates that turn the direction of reading, and the line ends that editors count differently.
_ORDER = expression("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
_LOST = "\ufffc\ufffd"
_NAMELESS = {"control": "a control character", "unknown": "a character without a name"}
_ASCII_CONTROL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

MENDING: dict[Trouble, str] = {
    "control": "delete it; it may have come with pasted text",
    "invisible": "delete it, or type the words around it anew; it may have come with pasted text",
    "order": "delete it; it may have come with pasted text, and changes the order in which words are read",
    "lost": "type the character that was lost; the text was saved or read in a wrong encoding",
    "unknown": "type the character that is meant; this one looks different on every machine, or like nothing",
}
"""What to do about a refused character."""


class Stranger(Value):
    """A refused character, where it first stands, and why it is refused."""

    index: int
    character: str
    trouble: Trouble


def strangers(text: str) -> Iterator[Stranger]:
    """Yield each refused character of a text once, at its first place; tabs and line ends are not refused."""
    if text.isascii():
        found = set(_ASCII_CONTROL.findall(text))
    else:
        found = {character for character in set(text) if trouble_of(character)}
    for index, character in sorted((text.index(character), character) for character in found):
        trouble = trouble_of(character)
        if trouble:
            yield Stranger(index, character, trouble)


@lru_cache(maxsize=4096)
def trouble_of(character: str) -> Trouble | None:
    """Return why a character is refused; None for one that may stand in a text."""
    kind = category(character)
    if character in _LOST:
        return "lost"
    if _ORDER.match(character):
        return "order"
    if kind == "Cf" or _IGNORABLE.match(character):
        return "invisible"
    if kind == "Cc":
        return None if character in "\t\n\r" else "control"
    return "unknown" if kind in ("Cs", "Co", "Cn") else None


def describe(character: str) -> str:
    """Return how a message names a character: U+202E (RIGHT-TO-LEFT OVERRIDE)."""
    trouble = trouble_of(character) or "unknown"
    return f"U+{ord(character):04X} ({name(character, _NAMELESS.get(trouble, 'a character without a name'))})"


def harmless(text: str) -> str:
    """Return the text with a mark for each character that could steer a terminal or reorder its line."""
    if text.isascii():
        return _ASCII_CONTROL.sub("\ufffd", text)
    return "".join(["\ufffd" if trouble_of(character) else character for character in text])
