"""A leaflet, or each of a print run, as this program lays it out by what its file says."""

from collections.abc import Mapping
from typing import NamedTuple

from leaflet.document.tree import Document
from leaflet.handout import NO_HANDOUT, Handout
from leaflet.layout.boxes import Layout
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.profiles import Profile
from leaflet.proof.print_runs import Choose, pages_taken, part_at_hand, parts_of
from leaflet.proof.products import PRODUCTS


class Design(NamedTuple):
    """A leaflet as this program lays it out, and where it starts in its file."""

    document: Document
    layout: Layout
    colour: bool
    pages_before: int = 0


def profile_of(own: Mapping[str, str]) -> Profile | None:
    """Return what the print of a file is measured by: the profile that it names, or a card's own."""
    return PRODUCTS.get(own.get("product", ""), PRODUCTS["leaflet"]).numbers(own)


def designed(own: Mapping[str, str], monograph: Monograph, handout: Handout) -> tuple[Design, ...]:
    """Lay a leaflet out as its file says; () where the file was made from other words or by others."""
    product = PRODUCTS.get(own.get("product", ""))
    if product is None or product.design is None or own.get("monographSHA256") != monograph.sha256:
        return ()
    try:
        return (Design(*product.design(own, monograph, handout), own.get("colour") == "True"),)
    except (LayoutError, ValueError, KeyError):
        return ()


def designs_of_run(own: Mapping[str, str], choose: Choose) -> tuple[Design, ...]:
    """Lay out the leaflets of a print run as it tells of them; () where one is not at hand."""
    designs: list[Design] = []
    pages = 0
    try:
        for part in parts_of(own["parts"]):
            _, monograph = part_at_hand(part, choose)
            made = designed(part, monograph, NO_HANDOUT) if monograph is not None else ()
            if not made:
                return ()
            designs.append(made[0]._replace(pages_before=pages))
            pages += pages_taken(part, len(made[0].layout.pages))
    except ValueError:
        return ()
    return tuple(designs)
