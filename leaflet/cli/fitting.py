"""Options of `leaflet build` that do not fit together: none is dropped without a word."""

from collections.abc import Callable, Iterable

from leaflet.cli.terminal import Trouble
from leaflet.cli.wishes import Wish
from leaflet.paper import CARDS
from leaflet.values import Value

_COPIED = frozenset({"monographs", "folder", "profiles", "papers", "regions", "colour", "proof_copy"})
"""The options that a proof copy heeds."""
_OF_PDF = ("profiles", "papers", "colour", "standards", "booklet")
_OF_PDF_PRODUCTS = frozenset({"summary", "card"})


class _Misfit(Value, kw_only=True):
    """A row: which options a choice leaves without effect, and the way out."""

    options: Callable[[Wish, frozenset[str]], Iterable[str]]  # of those that were typed
    why: str
    hint: str


def refuse_misfits(wish: Wish, typed: frozenset[str], names: dict[str, str]) -> None:
    """Raise `Trouble` for an option that was typed and that nothing would come of.

    `typed` are the parameters that were typed, and `names` how each is written.
    """
    for row in _MISFITS:
        idle = [names[each] for each in row.options(wish, typed)]
        if idle:
            raise Trouble(f"{', '.join(idle)}: {row.why}", row.hint)


def _without_pdf(wish: Wish, typed: frozenset[str]) -> Iterable[str]:
    if "pdf" in wish.forms:
        return ()
    of_products = ("products",) if _OF_PDF_PRODUCTS.intersection(wish.products) else ()
    return (*(each for each in _OF_PDF if each in typed), *of_products)


def _of_a_proof_copy(wish: Wish, typed: frozenset[str]) -> Iterable[str]:
    return sorted(typed - _COPIED) if wish.proof_copy else ()


def _of_a_lone_card(wish: Wish, typed: frozenset[str]) -> Iterable[str]:
    if {*wish.products} != {"card"} or wish.booklet:
        return ()
    on_a6 = any(paper in CARDS for paper in wish.papers)
    idle = {"standards", *(() if on_a6 else ("profiles", "papers"))}
    return sorted(typed & idle)


def _of_two_kinds_of_card(wish: Wish, _: frozenset[str]) -> Iterable[str]:
    """Name the papers beside A6 on which no card is printed, where cards are all that is asked for."""
    is_lone = {*wish.products} == {"card"} and not wish.booklet
    on_cards = [paper for paper in wish.papers if paper in CARDS]
    return ["papers"] if is_lone and on_cards and len(on_cards) < len(wish.papers) else ()


def _of_a_comparison(wish: Wish, typed: frozenset[str]) -> Iterable[str]:
    return sorted(typed & {"scheduler", "prune"}) if wish.checks else ()


_MISFITS = (
    _Misfit(
        options=_of_a_proof_copy,
        why="a proof copy has no such choice",
        hint="leave that out, or '--proof-copy'",
    ),
    _Misfit(options=_without_pdf, why="this is of PDFs, and none is asked for", hint="add '--format pdf'"),
    _Misfit(
        options=_of_a_lone_card,
        why="the card for the wallet has no such choice",
        hint="add '--paper a6' for a card of the profile's size, or '--product leaflet'",
    ),
    _Misfit(
        options=_of_two_kinds_of_card,
        why="no card is printed on one of these papers",
        hint="leave it out, or add '--product leaflet' for a leaflet on it",
    ),
    _Misfit(
        options=_of_a_comparison,
        why="--check compares on this machine and writes nothing",
        hint="leave one of them out",
    ),
)
