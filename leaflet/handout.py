"""What a pharmacy adds to one leaflet: who it is, what the pharmacist says to the patient, how to print.

None of it belongs to the monograph. A leaflet shows it in marked places, and nothing here is kept: the
patient's words live as long as the call that sets them.
"""

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import json

from leaflet.intake.characters import MENDING, describe, strangers
from leaflet.intake.folding import fold
from leaflet.intake.suspicions import Kind, suspicions
from leaflet.precompiled import expression
from leaflet.values import Value, as_dict

_SUSPECTED: Mapping[Kind, str] = MappingProxyType(
    {
        "encoding": "were read in a wrong encoding; type them again",
        "markup": "are left over from a web page; type the words again",
        "left_over": "are left over from a template or a program; type the words that belong here",
        "alphabets": "mix two alphabets in one word; type it again",
    }
)

LONGEST: Mapping[str, int] = MappingProxyType(
    {"patient": 60, "dose": 160, "note": 240, "name": 80, "address": 200, "phone": 40, "hours": 200}
)
"""The most characters of each text: so long that its panel still fits a page of giant print whole."""
LONGEST_ONLINE = 150
"""The most characters of the address of a pharmacy's pages for screens."""
MOST_COPIES = 20


class Logo(Value, kw_only=True):
    """A decoded picture on white, row by row from the top: no transparency, no profile, no file format."""

    width: int  # pixels
    height: int
    rgb: bytes  # three bytes a pixel
    grey: bytes  # one byte a pixel

    def __post_init__(self) -> None:
        area = self.width * self.height
        if not area or len(self.rgb) != 3 * area or len(self.grey) != area:
            raise ValueError("a logo's bytes do not match its width and height")

    def __repr__(self) -> str:
        return f"<Logo {self.width} x {self.height}>"


class Pharmacy(Value, kw_only=True):
    """The pharmacy that hands the leaflet out, as the leaflet prints it; "" for what it does not say."""

    name: str
    address: str = ""
    phone: str = ""
    hours: str = ""
    logo: Logo | None = None
    online: str = ""  # where its pages for screens are, with {id} and {language} for a medicine's own


class Personal(Value, kw_only=True):
    """The pharmacist's words to one patient, for one print; "" for what is not said."""

    patient: str = ""
    dose: str = ""
    note: str = ""

    def __bool__(self) -> bool:
        return self != Personal()

    def __repr__(self) -> str:
        return "<Personal>"  # a patient's words reach no log and no report of a crash


_SIDES = {True: "both sides", False: "one side"}


class PrintWish(Value, kw_only=True):
    """What a reader's print dialog starts with (ISO 32000-1, 12.2): copies, sides, real size."""

    copies: int = 1
    both_sides: bool = True

    @property
    def told(self) -> str:
        """The wish in words, as a file's metadata have it."""
        return f"{self.copies} {_SIDES[self.both_sides]}"

    @classmethod
    def from_told(cls, told: str) -> "PrintWish | None":
        """Return the wish that `told` has in words; None where it is none."""
        copies, _, sides = told.partition(" ")
        known = {name: both for both, name in _SIDES.items()}
        if sides not in known or not re.fullmatch(r"[1-9]\d?", copies, re.ASCII):
            return None
        return cls(copies=int(copies), both_sides=known[sides])

    def sheets(self, pages: int) -> int:
        """Return the sheets of paper that all copies of so many pages take."""
        return self.copies * ((pages + 1) // 2 if self.both_sides else pages)


class Handout(Value, kw_only=True):
    """All that is added to one leaflet's words."""

    pharmacy: Pharmacy | None = None
    personal: Personal | None = None


NO_HANDOUT = Handout()


def digest_of(handout: Handout, *, colour: bool) -> str:
    """Return the SHA-256, in hex, of what is printed of a handout; "" where nothing is.

    Of a logo it covers the pixels that a leaflet in colour, or one without, shows.
    """
    pharmacy, personal = handout.pharmacy, handout.personal
    if pharmacy is None and not personal:
        return ""
    texts: list[object] = [None, as_dict(personal) if personal else None]
    if pharmacy is not None:
        logo = pharmacy.logo
        pixels = (logo.rgb if colour else logo.grey) if logo else b""
        size = (logo.width, logo.height) if logo else (0, 0)
        texts[0] = {**as_dict(pharmacy), "logo": (*size, hashlib.sha256(pixels).hexdigest())}
    return hashlib.sha256(json.encode(texts, order="deterministic")).hexdigest()


class HandoutError(ValueError):
    """A text that cannot be printed as typed; `field` names it, and the message never repeats it.

    `hint` is the way out, "" where the message or the field tells it.
    """

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.field = name
        self.hint = hint


_ONLINE = expression(
    r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9][0-9]{0,4})?"
    r"/(?:[A-Za-z0-9._~/?=&+%-]|\{id\}|\{language\})*"
)


def read_online(typed: str) -> str:
    """Return the address of a pharmacy's pages for screens: by HTTPS, with {id} for the medicine.

    It may hold {language}, too, and no other field. "" for none. Raises `HandoutError`.
    """
    address = typed.strip()
    if not address:
        return ""
    if len(address) > LONGEST_ONLINE:
        raise HandoutError("online", f"this is {len(address)} characters long, and {LONGEST_ONLINE} fit")
    if not _ONLINE.fullmatch(address) or "{id}" not in address:
        example = "https://example.org/{id}-{language}.html"
        raise HandoutError(
            "online", f"write an address as {example}: by https, with {{id}}, and no other field"
        )
    return address


def tidy(name: str, typed: str) -> str:
    """Return a typed text on one line, single-spaced and in its one spelling (`leaflet.intake`).

    `name` is its field, by which `LONGEST` bounds it. Raises `HandoutError` where it is too long, holds a
    character that is refused, or something that nobody meant to type.
    """
    for stranger in strangers(typed):
        said = f"character {stranger.index + 1} is {describe(stranger.character)}"
        mending = MENDING[stranger.trouble]
        raise HandoutError(name, f"{said}, which cannot be printed; {mending}", mending)
    text = " ".join(fold(typed).text.split())
    if len(text) > LONGEST[name]:
        raise HandoutError(name, f"this is {len(text)} characters long, and {LONGEST[name]} fit")
    for suspicion in suspicions(text):
        said = f"characters {suspicion.start + 1} to {suspicion.end} {_SUSPECTED[suspicion.kind]}"
        raise HandoutError(name, said, "take that out: what is typed here is printed as it stands")
    return text
