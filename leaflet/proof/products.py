"""What the program makes besides leaflets, and how each is designed and made again from what its file says.

A product that is not in the table is not proved. A new one gets a row.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import NamedTuple

from leaflet.api import design, make
from leaflet.diagnostics import Finding
from leaflet.document.tree import Document
from leaflet.handout import Handout, PrintWish
from leaflet.layout.boxes import Layout
from leaflet.model import Monograph
from leaflet.proof_copy import design_proof_copy, make_proof_copy
from leaflet.rendering.metadata import PRINT_RUN
from leaflet.rules import check
from leaflet.size_sheet import make_size_sheet

Own = Mapping[str, str]
"""What a file says of itself, by key."""

_LEAFLET = ("monograph", "profile", "paper", "colour")


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

    @property
    def has_monograph(self) -> bool:
        """Tell whether it is made from a monograph."""
        return "monograph" in self.says


def _make_leaflet(own: Own, monograph: Monograph | None, handout: Handout) -> bytes:
    return make(
        _given(monograph),
        profile=own["profile"],
        paper=own["paper"],
        region=own.get("region") or None,
        colour=own["colour"] == "True",
        standard=own["standard"],
        pharmacy=handout.pharmacy,
        personal=handout.personal,
        wish=PrintWish.from_told(own.get("printing", "")),
        key=b"any" if own.get("seal") else b"",
    ).pdf


def _design_leaflet(own: Own, monograph: Monograph, handout: Handout) -> tuple[Document, Layout]:
    return design(
        monograph,
        profile=own["profile"],
        paper=own["paper"],
        region=own.get("region") or None,
        handout=handout,
    )


def _make_proof_copy(own: Own, monograph: Monograph | None, _: Handout) -> bytes:
    given = _given(monograph)
    pdf, _pages = make_proof_copy(
        given,
        findings_of(given),
        profile=own["profile"],
        paper=own["paper"],
        region=own.get("region") or None,
        colour=own["colour"] == "True",
    )
    return pdf


def _design_proof_copy(own: Own, monograph: Monograph, _: Handout) -> tuple[Document, Layout]:
    return design_proof_copy(
        monograph,
        findings_of(monograph),
        profile=own["profile"],
        paper=own["paper"],
        region=own.get("region") or None,
    )


def findings_of(monograph: Monograph) -> tuple[Finding, ...]:
    """Return what the rules find in the words of a monograph, which is the same on every day."""
    return tuple(check(monograph, on=monograph.date or datetime.date.min))


def _make_size_sheet(own: Own, _: Monograph | None, __: Handout) -> bytes:
    return make_size_sheet(own["paper"])


def _given(monograph: Monograph | None) -> Monograph:
    if monograph is None:
        raise ValueError("its monograph is not at hand")
    return monograph


# The codes in the margin of a proof copy are small and outside on purpose; V116 holds each to its place.
_CODES = frozenset({"V114", "V201", "V202", "V206", "V510"})

PRODUCTS: Mapping[str, Product] = {
    "leaflet": Product(_LEAFLET, _make_leaflet, _design_leaflet),
    "proof copy": Product(_LEAFLET, _make_proof_copy, _design_proof_copy, _CODES),
    "size sheet": Product(("paper", "colour"), _make_size_sheet, None, frozenset({"V624"})),
}

# Each leaflet of a print run has its own size, pages and name.
_ONE_LEAFLET = frozenset({"V214", "V501", "V617"})

EXEMPT: Mapping[str, frozenset[str]] = {
    **{name: product.exempt for name, product in PRODUCTS.items()},
    PRINT_RUN: _ONE_LEAFLET,
}
"""The rules of one leaflet for a patient that a product is not held to."""
