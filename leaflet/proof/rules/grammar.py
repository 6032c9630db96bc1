"""File: its grammar. A leaflet's file has these keys, operators and bytes, and says one thing everywhere."""

from io import BytesIO

import pikepdf

from leaflet.document.outline import outline
from leaflet.handout import PrintWish
from leaflet.proof.grammar.operators import misplaced
from leaflet.proof.grammar.walk import grammar_faults
from leaflet.proof.reading.frame import file_faults
from leaflet.proof.reading.painted import MOST_PAGES
from leaflet.proof.reading.parsers import apart
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
from leaflet.proof.rules.texts import difference, differences
from leaflet.proof.subject import Subject

_OWN = "house rule: a leaflet's file is what the program writes, and nothing beside it"


@rule(
    "V120",
    "Three readers read the same",
    need="leaflet",
    reason="A page with two contents is one thing on the screen and another on the printer.",
    bad="a page dictionary with two Contents keys",
    good="Build the file anew; never edit a finished PDF.",
    source=f"ISO 32000-1, 7.3.7: no key twice; {_OWN}",
)
def same_for_all(subject: Subject) -> Judgement:
    """Compare what qpdf and pypdf find of pages, codes and fonts; PDFium's words have their own rules."""
    faults = [Fault(told) for told in apart(subject.data)]
    return judged(
        "the same pages, contents and fonts by qpdf and pypdf", f"{len(faults)} differences", faults
    )


@rule(
    "V630",
    "Every byte of the file belongs to it, once",
    need="leaflet",
    reason="What lies between or behind is not seen, and can be an older dose or a patient's name.",
    bad="an earlier revision left in the file",
    good="Build the file anew; never edit a finished PDF.",
    source=f"ISO 32000-1, 7.5; {_OWN}",
)
def every_byte(subject: Subject) -> Judgement:
    """Read the file byte by byte: header, objects once each, cross-references, end; and all are reached."""
    faults = [Fault(told) for told in file_faults(subject.data)]
    return judged("header, objects, end", f"{len(subject.data)} bytes", faults)


@rule(
    "V631",
    "The file's dictionaries have a leaflet's keys, and no others",
    need="leaflet",
    reason="Layers, page boxes, print ranges, scripts and the rest change what is shown, and to whom.",
    bad="a TrimBox of the lower half with PrintArea TrimBox",
    good="Build the file anew; never edit a finished PDF.",
    source=f"ISO 32000-1; ISO 19005-2; {_OWN}",
)
def known_keys(subject: Subject) -> Judgement:
    """Go through catalogue, pages, fonts, structure and bookmarks by the grammar."""
    faults = [Fault(told) for told in grammar_faults(subject.data)]
    return judged("the keys of a leaflet", f"{len(faults)} others", faults)


@rule(
    "V632",
    "Pages are painted with a leaflet's operators, in their order",
    need="leaflet",
    reason="Clips, patterns, modes and nested marks change what is seen or heard of the same words.",
    bad="Tz 70: a paragraph condensed to 70 %",
    good="Build the file anew; never edit a finished PDF.",
    source=f"ISO 32000-1, 8.2 and 14.6; {_OWN}",
)
def known_operators(subject: Subject) -> Judgement:
    """Read each page's operators by the grammar."""
    with pikepdf.open(BytesIO(subject.data), suppress_warnings=True) as file:
        found = misplaced(list(file.pages[:MOST_PAGES]))
    faults = [Fault(each.told, Place(each.page)) for each in found]
    return judged("the operators of a leaflet", f"{len(faults)} others", faults)


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
    wanted = {"Title": said.title, "Creator": said.creator, "Producer": said.producer}
    faults = [
        Fault(f"the information says {key} {said.info.get(key)!r} where the XMP says {value!r}")
        for key, value in wanted.items()
        if said.info.get(key) != value
    ]
    faults += [Fault(f"the information says {key}") for key in said.info if key not in wanted]
    if said.language != subject.objects.language:
        faults.append(Fault(f"dc:language is {said.language!r} and Lang {subject.objects.language!r}"))
    faults += [Fault(told) for told in _against_the_leaflet(subject)]
    return judged("one story", f"{len(faults)} contradictions", faults)


@rule(
    "V634",
    "Bookmarks are the leaflet's headings, in order, each to its place",
    need="layout",
    reason="A bookmark with another's name leads to the wrong warning.",
    bad="the titles of two bookmarks exchanged",
    good="Build the file anew; never edit a finished PDF.",
    source="WCAG 2.2, 2.4.5; ISO 32000-1, 12.3.3",
)
def true_bookmarks(subject: Subject) -> Judgement:
    """Compare each bookmark's name and page with the heading's."""
    pages = {
        line.owner: page.number
        for page in reversed(subject.the_layout.pages)
        for placed in page.fragments
        for line in placed.fragment.lines
    }
    wanted = [f"{name} (page {pages.get(node, 0)})" for name, node in outline(subject.the_document)]
    found = [f"{name} (page {page})" for name, page in subject.objects.bookmarks]
    faults = [Fault(difference(wanted[a:b], found[c:d])) for _, a, b, c, d in differences(wanted, found)]
    return judged(f"{len(wanted)} headings", f"{len(found)} bookmarks", faults)


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
    asked = (wish.copies, wish.both_sides) if wish else None
    if subject.objects.printing != asked:
        told.append("it asks for other copies or sides than its metadata say")
    if bool(own.get("addedSHA256")) != (
        subject.handout.pharmacy is not None or bool(subject.handout.personal)
    ):
        told.append("what a pharmacy added is not what the metadata say")
    return told
