"""What the program makes besides leaflets, and how each is designed and made again from what its file says.

A product that is not in the table is not proved. A new one gets a row.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypedDict

from leaflet.api import Design, Maker, design, make
from leaflet.booklet import design_booklet, make_booklet
from leaflet.card import card_profile, design_card, make_card
from leaflet.diagnostics import Finding
from leaflet.document.tree import Document
from leaflet.handout import Handout, PrintWish
from leaflet.layout.boxes import Layout
from leaflet.layout.imposition import side_by_side
from leaflet.model import Monograph
from leaflet.profiles import PROFILES, Profile
from leaflet.proof_copy import design_proof_copy, make_proof_copy
from leaflet.rendering.metadata import PRINT_RUN
from leaflet.size_sheet import make_size_sheet
from leaflet.summary import design_summary, make_summary

Own = Mapping[str, str]
"""What a file says of itself, by key."""

_LEAFLET = ("monograph", "profile", "paper", "colour")


class _Settings(TypedDict):
    """What a product is made as, by the names of the tables."""

    profile: str
    paper: str
    region: str | None


def _named_profile(own: Own) -> Profile | None:
    return PROFILES.get(own.get("profile", ""))


def _card_profile(own: Own) -> Profile | None:
    name = own.get("profile", "")
    return card_profile(own.get("paper", ""), name) if not name or name in PROFILES else None


class Product(NamedTuple):
    """A kind of file that the program makes.

    `says` are the keys that it has a value for; `make` and `design` raise `LayoutError` or `ValueError` where
    it cannot be made, `design` is None where there is no monograph to hold its pages against. `exempt` are
    the rules that are about leaflets for patients alone.
    """

    says: tuple[str, ...]
    make: Callable[[Own, Monograph | None, Handout], bytes]
    design: Callable[[Own, Monograph, Handout], tuple[Document, Layout]] | None
    exempt: frozenset[str] = frozenset()
    may_say: tuple[str, ...] = ()  # keys that only some files of it have a value for
    across: int = 1  # pages beside one another on a side
    numbers: Callable[[Own], Profile | None] = _named_profile  # what it is measured by
    abridged: bool = False  # it says less than the leaflet, and is given out with it

    @property
    def has_monograph(self) -> bool:
        """Tell whether it is made from a monograph."""
        return "monograph" in self.says


def _make_leaflet(own: Own, monograph: Monograph | None, handout: Handout) -> bytes:
    return make(
        _given(monograph),
        **_settings(own),
        colour=own["colour"] == "True",
        standard=own["standard"],
        pharmacy=handout.pharmacy,
        personal=handout.personal,
        wish=PrintWish.from_told(own.get("printing", "")),
        key=b"any" if own.get("seal") else b"",
    ).pdf


def _design_leaflet(own: Own, monograph: Monograph, handout: Handout) -> tuple[Document, Layout]:
    return design(monograph, **_settings(own), handout=handout)


def _settings(own: Own) -> _Settings:
    return {"profile": own["profile"], "paper": own["paper"], "region": own.get("region") or None}


def _made(make: Maker) -> Callable[[Own, Monograph | None, Handout], bytes]:
    return lambda own, monograph, _: make(
        _given(monograph), **_settings(own), colour=own["colour"] == "True"
    )[0]


def _designed(design: Design) -> Callable[[Own, Monograph, Handout], tuple[Document, Layout]]:
    return lambda own, monograph, _: design(monograph, **_settings(own))


def _make_proof_copy(own: Own, monograph: Monograph | None, _: Handout) -> bytes:
    given, colour = _given(monograph), own["colour"] == "True"
    return make_proof_copy(given, findings_of(given), **_settings(own), colour=colour)[0]


def _design_proof_copy(own: Own, monograph: Monograph, _: Handout) -> tuple[Document, Layout]:
    return design_proof_copy(monograph, findings_of(monograph), **_settings(own))


def _design_booklet(own: Own, monograph: Monograph, _: Handout) -> tuple[Document, Layout]:
    document, layout = design_booklet(monograph, **_settings(own))
    return document, side_by_side(layout)


def findings_of(monograph: Monograph) -> tuple[Finding, ...]:
    """Return what the rules find in the words of a monograph, which is the same on every day."""
    from leaflet.rules import check  # of proof copies alone, and many modules

    return tuple(check(monograph, on=monograph.date or datetime.date.min))


def _make_size_sheet(own: Own, _: Monograph | None, __: Handout) -> bytes:
    return make_size_sheet(own["paper"])


def _given(monograph: Monograph | None) -> Monograph:
    if monograph is None:
        raise ValueError("its monograph is not at hand")
    return monograph


# The codes in the margin of a proof copy are small and outside on purpose; V116 holds each to its place.
_CODES = frozenset({"V114", "V201", "V202", "V206", "V510"})

# Two pages share a side of a booklet, each with its own edge, order down the page, number and foot; V116 and
# V117 hold every word and mark to its place.
_FOLDED = frozenset({"V102", "V103", "V114", "V207", "V302", "V306", "V501", "V510"})
# Most words of a page of warnings are actions, which are larger than the text that V214 measures signs by;
# its name has a heading's size where a warning would not fit else.
_SHORT = frozenset({"V203", "V214"})
# A card has its own sizes and no page number, and its patient's lines stand wherever there is room.
# It is folded: the first warning may stand on its second face.
_CARD = frozenset({"V102", "V103", "V203", "V206", "V214", "V306", "V308", "V501", "V624", "V635"})

PRODUCTS: Mapping[str, Product] = {
    "leaflet": Product(_LEAFLET, _make_leaflet, _design_leaflet),
    "proof copy": Product(_LEAFLET, _make_proof_copy, _design_proof_copy, _CODES),
    "summary": Product(_LEAFLET, _made(make_summary), _designed(design_summary), _SHORT, abridged=True),
    "booklet": Product(_LEAFLET, _made(make_booklet), _design_booklet, _FOLDED, across=2),
    "card": Product(
        ("monograph", "paper", "colour"),
        _made(make_card),
        _designed(design_card),
        _CARD,
        may_say=("profile",),
        numbers=_card_profile,
        abridged=True,
    ),
    "size sheet": Product(("paper", "colour"), _make_size_sheet, None, frozenset({"V624"})),
}

# Each leaflet of a print run has its own size, pages and name.
_ONE_LEAFLET = frozenset({"V214", "V501", "V617"})

EXEMPT: Mapping[str, frozenset[str]] = {
    **{name: product.exempt for name, product in PRODUCTS.items()},
    PRINT_RUN: _ONE_LEAFLET,
}
"""The rules of one leaflet for a patient that a product is not held to."""
