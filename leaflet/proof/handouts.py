"""Find in a finished file what a pharmacy added: its words stand in marked places, and nowhere else.

The metadata does not repeat them, so they are read from the structure tree. Whatever else a file says
is still held against its monograph, word by word.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from leaflet.handout import Handout, Logo, Personal, Pharmacy
from leaflet.languages import Language
from leaflet.model import Monograph
from leaflet.proof.reading.structure_tree import Node
from leaflet.values import altered

_STAND_IN = Logo(width=1, height=1, rgb=b"\0\0\0", grey=b"\0")  # for a logo that cannot be read


class Spoken(Protocol):
    """An element with its words, as a proof's subject has them."""

    @property
    def node(self) -> Node:
        """The structure element."""
        ...

    @property
    def words(self) -> str:
        """Its text with single spaces."""
        ...


def read_handout(
    leaves: Iterable[Spoken], language: Language, logo: Logo | None, monograph: Monograph
) -> Handout:
    """Return the handout whose composed words would be those of the marked places; `logo` is the file's."""
    sections: dict[Node | None, list[Spoken]] = {}
    for leaf in leaves:
        sections.setdefault(leaf.node.parent, []).append(leaf)
    pharmacy, personal = None, None
    for heading, *rest in sections.values():
        if heading.node.standard != "H2" or not rest:
            continue
        if heading.words == language.say("from_pharmacist"):
            personal = _personal(rest, language)
        elif heading.words == language.say("pharmacy"):
            pharmacy = _pharmacy(rest, language, logo or _STAND_IN)
    if pharmacy is not None and not monograph.online:
        said = _labelled(
            [leaf for some in sections.values() for leaf in some], {"online": "online"}, language
        )
        pharmacy = altered(pharmacy, **said)
    return Handout(pharmacy=pharmacy, personal=personal)


def _personal(leaves: Sequence[Spoken], language: Language) -> Personal:
    said = _labelled(leaves, {"for_patient": "patient", "your_dose": "dose", "note": "note"}, language)
    return Personal(**said)


def _pharmacy(leaves: Sequence[Spoken], language: Language, logo: Logo) -> Pharmacy:
    texts = [leaf for leaf in leaves if leaf.node.standard != "Figure"]
    said = _labelled(texts, {"pharmacy_phone": "phone", "pharmacy_hours": "hours"}, language)
    name, *others = [leaf.words for leaf in texts[: len(texts) - len(said)]] or [""]
    shown = logo if len(texts) < len(leaves) else None
    return Pharmacy(name=name, address=others[0] if others else "", logo=shown, **said)


def _labelled(leaves: Sequence[Spoken], labels: dict[str, str], language: Language) -> dict[str, str]:
    """Return the texts that a label begins, without it."""
    said = {}
    for leaf in leaves:
        for phrase, field in labels.items():
            label = f"{language.say(phrase)} "
            if leaf.words.startswith(label):
                said[field] = leaf.words.removeprefix(label)
    return said
