"""A print run is proved by making each of its leaflets again, and joining them again."""

from collections.abc import Callable, Mapping

from msgspec import MsgspecError, json

from leaflet.handout import NO_HANDOUT
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.print_run import PackError, Part, pack
from leaflet.proof.products import PRODUCTS

Choose = Callable[[Mapping[str, str]], Monograph | None]
_MOST_PARTS = 2000


class NotAtHandError(ValueError):
    """What a part would be made from is not at hand; the message says what."""


def run_again(parts: str, title: str, choose: Choose) -> bytes:
    """Return the print run of the leaflets that `parts` tells of, as JSON.

    Raises `NotAtHandError` where something is not at hand, and `ValueError` where they cannot be made or
    joined.
    """
    try:
        told = json.decode(parts, type=list[dict[str, str]])
    except MsgspecError as error:
        raise ValueError("what it says of its parts cannot be read") from error
    if len(told) > _MOST_PARTS:
        raise ValueError(f"it says that it has more than {_MOST_PARTS} parts")
    made = [Part(str(number), _part(own, choose)) for number, own in enumerate(told, start=1)]
    try:
        return pack(made, title)
    except PackError as error:
        raise ValueError(str(error)) from error


def _part(own: Mapping[str, str], choose: Choose) -> bytes:
    named = own.get("monograph", "")
    product = PRODUCTS.get(own.get("product", ""))
    if product is None or any(key not in own for key in product.says):
        raise ValueError(f"there is no {own.get('product', '')!r}")
    if own.get("addedSHA256") or own.get("seal"):
        raise NotAtHandError(f"what a pharmacy added to {named!r} is not at hand")
    monograph = choose(own)
    if product.has_monograph and (monograph is None or monograph.sha256 != own.get("monographSHA256")):
        raise NotAtHandError(f"the monograph {named!r} is not at hand")
    try:
        return product.make(own, monograph, NO_HANDOUT)
    except LayoutError as error:
        raise ValueError(str(error)) from error
