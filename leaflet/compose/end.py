"""Compose what stands after the monograph's words: the pharmacist's words, lines to write on, the pharmacy.

Each text says whose it is by its origin and by the heading over it, so that nobody takes the
pharmacist's words for the monograph's.
"""

from leaflet.blocks import (
    OWN,
    PHARMACIST,
    PHARMACY,
    Heading,
    Origin,
    Panel,
    Paragraph,
    Picture,
    Words,
)
from leaflet.compose.pieces import Composed, gathered, heading_of, paragraph_of, write_in_of
from leaflet.handout import Handout, Personal, Pharmacy
from leaflet.languages import Language
from leaflet.structure import Element, Role
from leaflet.values import altered


def compose_end(language: Language, handout: Handout) -> tuple[Composed, ...]:
    """Return the parts in reading order; without a handout, two lines to write on and nothing else."""
    pharmacy, personal = handout.pharmacy, handout.personal
    parts = []
    if personal:
        parts.append(_personal(language, personal))
    labels = [
        language.say(label)
        for label, said in (("dose", personal and personal.dose), ("phone", pharmacy and pharmacy.phone))
        if not said
    ]
    if labels:
        parts.append(gathered([write_in_of(label, 1, OWN) for label in labels]))
    if pharmacy is not None:
        parts.append(_pharmacy(language, pharmacy))
    return tuple(parts)


def _personal(language: Language, personal: Personal) -> Composed:
    heading = heading_of(Words(((language.say("from_pharmacist"), False),)), 2)
    said = (("for_patient", personal.patient), ("your_dose", personal.dose), ("note", personal.note))
    paragraphs = tuple(_labelled(language.say(label), words, PHARMACIST) for label, words in said if words)
    kids = (heading.owner, *(paragraph.owner for paragraph in paragraphs))
    return (Panel("plain", heading, paragraphs),), Element(Role.SECTION, kids)


def _pharmacy(language: Language, pharmacy: Pharmacy) -> Composed:
    heading = heading_of(Words(((language.say("pharmacy"), False),)), 2)
    blocks: list[Heading | Picture | Paragraph] = [heading]
    if pharmacy.logo is not None:
        alt = language.say("logo", name=pharmacy.name)
        blocks.append(Picture(pharmacy.logo, Element(Role.FIGURE, alt=alt)))
    blocks.append(paragraph_of(Words(((pharmacy.name, True),), PHARMACY)))
    if pharmacy.address:
        blocks.append(paragraph_of(Words(((pharmacy.address, False),), PHARMACY)))
    said = (("pharmacy_phone", pharmacy.phone), ("pharmacy_hours", pharmacy.hours))
    blocks += [_labelled(language.say(label), words, PHARMACY) for label, words in said if words]
    # Name, address, telephone and hours are one thing, which no page break cuts.
    blocks[:-1] = [
        altered(block, leads=True) if isinstance(block, Paragraph) else block for block in blocks[:-1]
    ]
    return tuple(blocks), Element(Role.SECTION, tuple(block.owner for block in blocks))


def _labelled(label: str, words: str, origin: Origin) -> Paragraph:
    return paragraph_of(Words(((f"{label} ", True), (words, False)), origin))
