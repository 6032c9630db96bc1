"""Compose what stands after the monograph's words: the pharmacist's words, lines to write on, the pharmacy.

Each text says whose it is by its attribution and by the heading over it, so that nobody takes the
pharmacist's words for the monograph's.
"""

from leaflet.compose.pieces import heading_of, labelled, lines_of, panel_of, paragraph_of, section_of
from leaflet.document.styles import STYLES
from leaflet.document.tree import Node, Role, Tag, Text
from leaflet.handout import Handout, Personal, Pharmacy
from leaflet.languages import Language
from leaflet.values import altered


def compose_end(language: Language, handout: Handout) -> tuple[Node, ...]:
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
        parts.append(section_of([lines_of(Text.of(label), 1) for label in labels]))
    if pharmacy is not None:
        parts.append(_pharmacy(language, pharmacy))
    return tuple(parts)


def _personal(language: Language, personal: Personal) -> Node:
    heading = heading_of(Text.of(language.say("from_pharmacist")), 2)
    said = (("for_patient", personal.patient), ("your_dose", personal.dose), ("note", personal.note))
    paragraphs = [labelled(language.say(label), words, "pharmacist") for label, words in said if words]
    return panel_of([heading, *paragraphs])


def _pharmacy(language: Language, pharmacy: Pharmacy) -> Node:
    kids = [heading_of(Text.of(language.say("pharmacy")), 2)]
    if pharmacy.logo is not None:
        alt = language.say("logo", name=pharmacy.name)
        kids.append(Node(Tag(Role.FIGURE, alt=alt), STYLES["picture"], image=pharmacy.logo))
    kids.append(paragraph_of(Text.of(pharmacy.name, "pharmacy", strong=True)))
    if pharmacy.address:
        kids.append(paragraph_of(Text.of(pharmacy.address, "pharmacy")))
    said = (("pharmacy_phone", pharmacy.phone), ("pharmacy_hours", pharmacy.hours))
    kids += [labelled(language.say(label), words, "pharmacy") for label, words in said if words]
    # Name, address, telephone and hours are one thing, which no page break cuts.
    lead, plain = STYLES["lead"], STYLES["paragraph"]
    kids[:-1] = [altered(kid, style=lead) if kid.style is plain else kid for kid in kids[:-1]]
    return section_of(kids)
