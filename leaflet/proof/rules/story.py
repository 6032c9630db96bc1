"""File: one story. What the metadata, the catalogue and the monograph say of the file is the same."""

import re
from collections.abc import Iterator, Mapping

from leaflet.handout import PrintWish
from leaflet.program import EDITION, PROGRAM
from leaflet.proof.compare import canonical_packet
from leaflet.proof.products import PRODUCTS
from leaflet.proof.reading.said import Said
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, judged
from leaflet.proof.subject import Subject
from leaflet.rendering.metadata import packet_of
from leaflet.seal import UNSEALED

_SEAL = re.compile("[0-9a-f]{64}")
_NAMES = ("monograph", "profile", "paper", "colour")
_OWN = "house rule: a leaflet's file is what the program writes, and nothing beside it"


@rule(
    "V633",
    "All that the file says of itself agrees",
    need="leaflet",
    reason="An archive believes the metadata: a draft that says approved is handed out.",
    bad="status 'approved' in the XMP of a draft",
    good="Build the file anew; never edit a finished PDF.",
    source="ISO 19005-2, 6.6; ISO 14289-1, 7.1",
)
def one_story(subject: Subject) -> Judgement:
    """Compare XMP, document information, catalogue and the leaflet."""
    said = subject.objects.said
    told = {"Title": said.title, "Creator": said.creator, "Producer": said.producer}
    wanted = told if subject.standard.has_information else {}
    faults = [
        Fault(f"the information says {key} {said.info.get(key)!r} where the XMP says {value!r}")
        for key, value in wanted.items()
        if said.info.get(key) != value
    ]
    faults += [Fault(f"the information says {key}") for key in said.info if key not in wanted]
    if said.language != subject.objects.language:
        faults.append(Fault(f"dc:language is {said.language!r} and Lang {subject.objects.language!r}"))
    faults += [Fault(told) for part in (_against_the_leaflet, _against_the_program) for told in part(subject)]
    return judged("one story", f"{len(faults)} contradictions", faults)


def _against_the_leaflet(subject: Subject) -> list[str]:
    """Return where the metadata say something else than the monograph and the file's own preferences."""
    own, told = subject.objects.said.own, []
    if subject.monograph is not None and own.get("monographSHA256") == subject.monograph.sha256:
        monograph = subject.monograph
        facts = {
            "monograph": monograph.id,
            "version": monograph.version,
            "date": monograph.date.isoformat() if monograph.date else "",
            "status": monograph.review.status,
        }
        told += [
            f"its {key} is {own.get(key)!r} and the monograph's {value!r}"
            for key, value in facts.items()
            if own.get(key) != value
        ]
    wish = PrintWish.from_told(own.get("printing", ""))
    if subject.objects.printing != (wish.copies if wish else 0, _sides(own, wish)):
        told.append("it asks for other copies or sides than its metadata say")
    shows = subject.handout.pharmacy is not None or bool(subject.handout.personal)
    if subject.monograph is not None and bool(own.get("addedSHA256")) != shows:
        told.append("what a pharmacy added is not what the metadata say")
    return told


def _sides(own: Mapping[str, str], wish: PrintWish | None) -> str:
    """Return how a print dialog turns the sheets: what is folded across, over its short edge."""
    product = PRODUCTS.get(own.get("product", ""))
    if wish is not None:
        return "DuplexFlipLongEdge" if wish.both_sides else "Simplex"
    return "DuplexFlipShortEdge" if product and product.across > 1 else "DuplexFlipLongEdge"


def _against_the_program(subject: Subject) -> Iterator[str]:
    """Yield where the metadata say what this program does not write of such a file."""
    said, own = subject.objects.said, subject.objects.said.own
    product = PRODUCTS.get(own.get("product", ""))
    if product is not None:
        strange = [name for name in _NAMES if own.get(name) and name not in (*product.says, *product.may_say)]
        yield from (f"a {own['product']} has no {name}" for name in strange)
    if own.get("standard") and own["standard"] != f"ua{said.ua_part}":
        yield f"it is tagged by {own['standard']!r} and claims part {said.ua_part} of PDF/UA"
    wish = PrintWish.from_told(own.get("printing", ""))
    if own.get("printing", "") != (wish.told if wish else ""):
        yield f"nobody can ask for {own['printing']!r} prints"
    if own.get("seal") == UNSEALED:
        yield "its seal is empty: no counter sealed it"
    elif own.get("seal") and not _SEAL.fullmatch(own["seal"]):
        yield "what it has for a seal is none"
    if said.producer == PROGRAM:
        if own.get("edition") != EDITION:
            yield f"it is of edition {own.get('edition')!r} of the format, not of {EDITION!r}"
        if not _is_own_packet(said):
            yield "its XMP packet has more, or less, or other things than the program writes"


def _is_own_packet(said: Said) -> bool:
    """Tell whether the XMP packet is the one that the program writes for what the file says."""
    try:
        own = packet_of(said.title, said.language, said.producer, said.own)
    except ValueError:
        return False
    return own == said.packet or canonical_packet(own) == canonical_packet(said.packet)
