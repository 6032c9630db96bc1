"""Compose what is no word of the monograph: the pharmacist's words, lines to write on, whom to call.

Each text says whose it is by its attribution and by the heading over it, so that nobody takes the
pharmacist's words for the monograph's.
"""

from collections.abc import Iterator, Sequence

from leaflet.compose.pieces import heading_of, labelled, lead_of, lines_of, panel_of, paragraph_of, section_of
from leaflet.document.styles import STYLES
from leaflet.document.tree import Node, Phrase, Role, Run, Tag, Text
from leaflet.handout import Handout, Personal, Pharmacy
from leaflet.languages import Language
from leaflet.model import Monograph, Panel, Schedule, WriteIn
from leaflet.regions import Region
from leaflet.values import altered

_HOW = frozenset({"how_to_take", "instructions"})  # the topics that tell how the medicine is used


def personal_of(language: Language, handout: Handout) -> tuple[Node, ...]:
    """Return the pharmacist's words to one patient: the most read, right after the warnings."""
    personal = handout.personal
    return (_personal(language, personal),) if personal else ()


def dose_line(monograph: Monograph, language: Language, handout: Handout) -> tuple[Node, ...]:
    """Return the line on which a patient's dose is written; none where it is told, or has a place.

    The pharmacist may have typed it, and the monograph may give it as a field: the dose among its facts, a
    plan of doses, or a line of its own to write on, these two where it tells how to use the medicine. A
    vaccine is given by somebody else.
    """
    if handout.personal is not None and handout.personal.dose:
        return ()
    using = [block for each in monograph.sections if _HOW.intersection(each.topics) for block in each.blocks]
    inside = [inner for block in using if isinstance(block, Panel) for inner in block.blocks]
    has_place = any(isinstance(block, Schedule | WriteIn) for block in (*using, *inside))
    if has_place or monograph.facts.dose is not None or "vaccine" in monograph.route:
        return ()
    return (lines_of(Text.of(language.say("dose")), 1, language),)


def help_of(language: Language, region: Region | None, handout: Handout) -> tuple[Node, ...]:
    """Return whom to call: the region's numbers, and the pharmacy's or a line to write it on."""
    say, pharmacy = language.say, handout.pharmacy
    kids = [heading_of(Text.of(say("help")), 2)]
    if region is not None:
        # The heading says where, once: the labels are short, so that the numbers stand beside them.
        kids = [heading_of(Text.of(say("help_here", region=language.region_name(region.name)), "region"), 2)]
        said = [(say("help_emergency"), say("or").join(region.emergency), "")]
        if region.advice:
            name = language.region_advice(region.name)
            said.append((say("help_advice"), region.advice, say("in_brackets", words=name)))
        kids.append(_rows(said))
    if pharmacy is None or not pharmacy.phone:
        kids.append(lines_of(Text.of(say("phone")), 1, language))
    return (section_of(kids),) if len(kids) > 1 else ()


def _rows(said: Sequence[tuple[str, str, str]]) -> Node:
    """Return labels with their numbers, and after each what is no number."""
    items = []
    for label, number, rest in said:
        runs = (Run(number, strong=True), Run(f" {rest}")) if rest else (Run(number, strong=True),)
        body = Node(Tag(Role.BODY), STYLES["number"], text=Text(runs, "region"))
        name = Node(Tag(Role.LABEL), STYLES["term"], text=Text.of(label, "region"))
        items.append(Node(Tag(Role.ITEM), STYLES["row"], (name, body)))
    return Node(Tag(Role.LIST, numbering="None"), STYLES["rows"], tuple(items))


def pharmacy_of(language: Language, handout: Handout) -> tuple[Node, ...]:
    """Return the pharmacy's own lines, where it has given them."""
    return () if handout.pharmacy is None else (_pharmacy(language, handout.pharmacy),)


def online_of(monograph: Monograph, language: Language, handout: Handout) -> Iterator[Node]:
    """Yield where the page for screens is, in words and as a code for cameras."""
    own, pharmacy = monograph.online, handout.pharmacy
    address = own or (pharmacy.online if pharmacy else "")
    if not address:
        return
    from leaflet.images.matrix_code import matrix_code  # few are on a page for screens, too

    link = Phrase(Tag(Role.LINK), target=address)
    words = (Run(f"{language.say('online')} "), Run(address, phrase=link))
    yield lead_of(Text(words, "monograph" if own else "pharmacy"))
    alt = language.say("online_code", address=address)
    yield Node(Tag(Role.FIGURE, alt=alt), STYLES["matrix code"], image=matrix_code(address))


def for_medicine(monograph: Monograph, handout: Handout) -> Handout:
    """Return a handout as it is printed for one medicine: with the address of its page for screens.

    An address of the monograph's own wins, and that of the pharmacy is then not printed.
    """
    pharmacy = handout.pharmacy
    if pharmacy is None or not pharmacy.online:
        return handout
    address = pharmacy.online.replace("{id}", monograph.id).replace("{language}", monograph.language)
    online = "" if monograph.online else address
    return altered(handout, pharmacy=altered(pharmacy, online=online))


def _personal(language: Language, personal: Personal) -> Node:
    heading = heading_of(Text.of(language.say("from_pharmacist")), 2)
    said = (("for_patient", personal.patient), ("your_dose", personal.dose), ("note", personal.note))
    large, plain = STYLES["personal"], STYLES["paragraph"]
    paragraphs = [labelled(language.say(label), words, "pharmacist") for label, words in said if words]
    paragraphs = [altered(each, style=large) if each.style is plain else each for each in paragraphs]
    return panel_of([heading, *paragraphs], STYLES["from pharmacist"])


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
