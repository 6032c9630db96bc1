"""A print run is proved by making each of its leaflets again, and joining them again."""

from collections.abc import Callable, Mapping

from msgspec import MsgspecError, json

from leaflet.handout import NO_HANDOUT, PrintWish
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.print_run import PackError, Part, pack
from leaflet.proof.products import PRODUCTS, Product

Choose = Callable[[Mapping[str, str]], Monograph | None]
"""Finds the monograph of a file by what the file says of itself."""

_MOST_PARTS = 2000


class NotAtHandError(ValueError):
    """What a part would be made from is not at hand; the message says what."""


def run_again(parts: str, title: str, choose: Choose) -> bytes:
    """Return the print run of the leaflets that `parts` tells of, as JSON.

    Raises `NotAtHandError` where something is not at hand, and `ValueError` where they cannot be made or
    joined.
    """
    made = [Part(str(number), _part(own, choose)) for number, own in enumerate(parts_of(parts), start=1)]
    try:
        return pack(made, title)
    except PackError as error:
        raise ValueError(str(error)) from error


def parts_of(told: str) -> list[dict[str, str]]:
    """Return what a print run says of each of its leaflets; raise `ValueError` where it cannot be read."""
    try:
        parts = json.decode(told, type=list[dict[str, str]])
    except MsgspecError as error:
        raise ValueError("what it says of its parts cannot be read") from error
    if len(parts) > _MOST_PARTS:
        raise ValueError(f"it says that it has more than {_MOST_PARTS} parts")
    return parts


def pages_taken(own: Mapping[str, str], pages: int) -> int:
    """Return how many pages of a run a leaflet of so many takes: a sheet is not begun on another's back."""
    wish = PrintWish.from_told(own.get("printing", ""))
    return pages + pages % 2 if wish is None or wish.both_sides else pages


def _part(own: Mapping[str, str], choose: Choose) -> bytes:
    product, monograph = part_at_hand(own, choose)
    try:
        return product.make(own, monograph, NO_HANDOUT)
    except LayoutError as error:
        raise ValueError(str(error)) from error


def part_at_hand(own: Mapping[str, str], choose: Choose) -> tuple[Product, Monograph | None]:
    """Return what a part of a run is made as, and from which monograph; raises as `run_again` does."""
    named = own.get("monograph", "")
    product = PRODUCTS.get(own.get("product", ""))
    if product is None or any(key not in own for key in product.says):
        raise ValueError(f"there is no {own.get('product', '')!r}")
    if own.get("addedSHA256") or own.get("seal"):
        raise NotAtHandError(f"what a pharmacy added to {named!r} is not at hand")
    monograph = choose(own)
    if product.has_monograph and (monograph is None or monograph.sha256 != own.get("monographSHA256")):
        raise NotAtHandError(f"the monograph {named!r} is not at hand")
    return product, monograph
