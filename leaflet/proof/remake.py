"""Make a leaflet again from what its file says of itself, and hold the two against each other.

The same monograph and settings give the same bytes. So a file whose bytes come out again is proved, and so
is one that holds the same objects because another program has saved it. Of any other it is said what differs.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from leaflet.compose.end import for_medicine
from leaflet.explanations import Explanation
from leaflet.handout import NO_HANDOUT, Handout, digest_of
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.paper import CARDS, PAPERS
from leaflet.profiles import PROFILES
from leaflet.program import PROGRAM
from leaflet.proof.answers import NOBODY, Trusted
from leaflet.proof.compare import differences, same_objects
from leaflet.proof.pages_apart import pages_apart
from leaflet.proof.print_runs import Choose, NotAtHandError, run_again
from leaflet.proof.products import PRODUCTS
from leaflet.proof.reading.frame import file_faults
from leaflet.proof.reading.said import Said
from leaflet.proof.results import REMADE, Fault, Judgement, Place, Result, judged, not_measured
from leaflet.regions import REGIONS
from leaflet.rendering.metadata import PRINT_RUN
from leaflet.rendering.standards import STANDARDS
from leaflet.seal import UNSEALED, seal_holds, with_seal

EXPLANATION = Explanation(
    code=REMADE,
    title="The leaflet, made again, is the same file",
    reason="The same monograph and settings give the same bytes, so whatever differs was put in afterwards.",
    bad="a finished file in which 5 mg became 50 mg",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source="Directive 2001/83/EC, article 56a; house rule: the same input gives the same bytes",
)
_REQUIRED = "the bytes that the program makes, or the same objects"
_MOST_TOLD = 12


class Remaking(NamedTuple):
    """A file to be made again: its bytes, what it says of itself, and what it may be made from."""

    pdf: bytes
    said: Said
    monograph: Monograph | None
    handout: Callable[[], Handout]  # what the file shows of a pharmacy, read only where something was added
    choose: Choose  # finds the monograph of a part by what it says of itself
    trusted: Trusted = NOBODY


def remade(remaking: Remaking) -> Result:
    """Return the verdict of making a file again."""
    return Result(
        code=REMADE,
        title=EXPLANATION.title,
        group="Remake",
        source=EXPLANATION.source,
        judgement=_judged(remaking),
    )


def _judged(remaking: Remaking) -> Judgement:
    said, own = remaking.said, remaking.said.own
    if not said.is_ours:
        return not_measured(_REQUIRED, "it does not say that this program made it")
    missing = _missing(own)
    if missing:
        return judged(_REQUIRED, "not made again", [Fault(f"it does not say its {missing}")])
    stranger = _stranger(own)
    if stranger:
        return _another(said, f"there is no {stranger}")
    monograph = remaking.monograph
    if own["product"] == PRINT_RUN and own["seal"]:
        return _sealed_run(remaking)
    if own["product"] == PRINT_RUN:
        return _compared(remaking, lambda _: run_again(own["parts"], said.title, remaking.choose))
    product = PRODUCTS[own["product"]]
    if product.has_monograph and (monograph is None or monograph.sha256 != own["monographSHA256"]):
        named = f"{own['monograph']!r}, SHA-256 {own['monographSHA256'][:12]}…"
        return not_measured(_REQUIRED, f"its monograph ({named}) is not at hand")
    return _compared(remaking, lambda handout: product.make(own, monograph, handout))


def _sealed_run(remaking: Remaking) -> Judgement:
    """Return the judgement on a counter's print of several leaflets: each has words that only it knows."""
    required, trusted = "the bytes that the counter sealed", remaking.trusted
    if not trusted.key:
        return not_measured(required, "only its counter can tell whether it is as printed: give its --key")
    if seal_holds(remaking.pdf, trusted.key):
        return judged(required, "the same bytes, sealed by this counter")
    return judged(required, "another file", [Fault("its seal is not the one that this counter's key makes")])


def _missing(own: Mapping[str, str]) -> str:
    """Return what a file does not say of itself that it would be made from; "" where it says all."""
    product = PRODUCTS.get(own.get("product", ""))
    says = ("parts",) if own.get("product") == PRINT_RUN else product.says if product else ()
    needed = ("product", "standard", "edition", *says)
    present = ("monographSHA256", "region", "addedSHA256", "printing", "seal")  # and may be empty
    missing = [key for key in needed if not own.get(key)] + [key for key in present if key not in own]
    return missing[0] if missing else ""


def _stranger(own: Mapping[str, str]) -> str:
    """Return which setting of a file this program does not know."""
    tables: dict[str, Mapping[str, object]] = {
        "product": {**PRODUCTS, PRINT_RUN: None},
        "standard": STANDARDS,
        "profile": PROFILES,
        "paper": {**PAPERS, **CARDS},
        "region": REGIONS,
        "colour": {"True": None, "False": None},
    }
    said = {key: own[key] for key in tables if own.get(key)}
    return next((f"{key} {value!r}" for key, value in said.items() if value not in tables[key]), "")


def _another(said: Said, why: str) -> Judgement:
    """Return the judgement on what this program does not make: another version may have made it."""
    if said.producer not in ("", PROGRAM):
        return not_measured(_REQUIRED, f"{why} here: {said.producer!r} would prove it")
    return judged(_REQUIRED, "not made again", [Fault(why)])


def _compared(remaking: Remaking, make: Callable[[Handout], bytes]) -> Judgement:
    said, own = remaking.said, remaking.said.own
    handout = remaking.handout() if own.get("addedSHA256") else NO_HANDOUT
    try:
        again = make(handout)
    except NotAtHandError as error:
        return not_measured(_REQUIRED, str(error))
    except (LayoutError, ValueError) as error:
        return _another(said, f"it cannot be made again: {error}")
    if own.get("seal"):
        again = with_seal(again, own["seal"])
    if again == remaking.pdf:
        return _added(remaking, handout, again, "the same bytes")
    if said.producer != PROGRAM:
        return not_measured(_REQUIRED, f"{said.producer or 'another program'!r} made it and would prove it")
    loose = file_faults(remaking.pdf, STANDARDS[own["standard"]].version)
    if not loose and same_objects(remaking.pdf, again):
        return _added(remaking, handout, again, "the same objects, saved by another program")
    faults = [*map(Fault, loose), *_told(remaking.pdf, again)]
    return judged(_REQUIRED, "another file", faults or [Fault("its bytes differ")])


def _told(pdf: bytes, again: bytes) -> list[Fault]:
    """Say what differs: what is to be seen, page by page, and then which objects."""
    apart = pages_apart(pdf, again)
    objects = [
        Fault(f"{each.path} {each.told}", Place(each.page) if each.page else None)
        for each in differences(pdf, again)
    ]
    told = [*apart, *objects]
    rest = len(told) - _MOST_TOLD
    return [*told[:_MOST_TOLD], *([Fault(f"{rest} more differences")] if rest > 0 else [])]


def _added(remaking: Remaking, handout: Handout, again: bytes, measured: str) -> Judgement:
    """Return the judgement on a file that is as made, by whose word stands what a pharmacy added.

    The seal is held against the remade bytes, which are those that the counter sealed.
    """
    own, trusted = remaking.said.own, remaking.trusted
    if trusted.key and own.get("seal"):
        if seal_holds(again, trusted.key):
            return judged(_REQUIRED, f"{measured}, sealed by this counter")
        return judged(_REQUIRED, measured, [Fault("its seal is not the one that this counter's key makes")])
    if own.get("seal") == UNSEALED:
        return judged(_REQUIRED, measured, [Fault("its seal is empty: no counter sealed it")])
    if handout == NO_HANDOUT and own.get("seal"):
        return not_measured(
            _REQUIRED, f"{measured}, but only its counter can tell whether the seal is true: give its --key"
        )
    if handout == NO_HANDOUT:
        return judged(_REQUIRED, measured)
    settings = Handout(pharmacy=trusted.pharmacy)
    if remaking.monograph is not None:
        settings = for_medicine(remaking.monograph, settings)
    if trusted.pharmacy and digest_of(settings, colour=own["colour"] == "True") == own["addedSHA256"]:
        return judged(_REQUIRED, f"{measured}, with this pharmacy's own block")
    return not_measured(
        _REQUIRED,
        f"{measured}, but only the pharmacy can tell whether it added these words: "
        "give its --pharmacy file, or the --key of its counter",
    )
