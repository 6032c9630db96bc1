"""File: its grammar. A leaflet's file has these keys, operators and bytes, and says one thing everywhere."""

from leaflet.proof.differences import difference, differences, quote
from leaflet.proof.grammar.keys import GRAMMAR, GRAMMAR_2
from leaflet.proof.grammar.operators import misplaced
from leaflet.proof.grammar.walk import grammar_faults
from leaflet.proof.reading.frame import file_faults
from leaflet.proof.reading.opened import opened
from leaflet.proof.reading.painted import MOST_PAGES
from leaflet.proof.reading.parsers import apart
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, Place, judged
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
    source=f"ISO 32000-1, 7.5; ISO 19005-2, 6.1.2; {_OWN}",
)
def every_byte(subject: Subject) -> Judgement:
    """Read the file byte by byte: header, objects once each, cross-references, end; and all are reached."""
    faults = [Fault(told) for told in file_faults(subject.data, subject.standard.version)]
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
    grammar = GRAMMAR if subject.standard.part == 1 else GRAMMAR_2
    faults = [Fault(told) for told in grammar_faults(subject.data, grammar)]
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
    found = misplaced(list(opened(subject.data).pages[:MOST_PAGES]))
    faults = [Fault(each.told, Place(each.page)) for each in found]
    return judged("the operators of a leaflet", f"{len(faults)} others", faults)


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
    height = subject.the_layout.paper.height
    places = {
        line.owner: (page.number, height - placed.y - line.y, line.size)
        for page in reversed(subject.the_layout.pages)
        for placed in reversed(page.fragments)
        for line in reversed(placed.fragment.lines)
    }
    headings = [(name, places.get(node, (0, 0.0, 0.0))) for name, node in subject.the_document.outline]
    wanted = [f"{name} (page {page})" for name, (page, _, _) in headings]
    found = [f"{name} (page {page})" for name, page, *_ in subject.objects.bookmarks]
    faults = [Fault(difference(wanted[a:b], found[c:d])) for _, a, b, c, d in differences(wanted, found)]
    faults += [
        Fault(f"{quote(name)} leads to another height of its page")
        for (name, (_, foot, size)), mark in zip(headings, subject.objects.bookmarks, strict=False)
        if not foot <= mark.top <= foot + 2 * size
    ]
    return judged(f"{len(wanted)} headings", f"{len(found)} bookmarks", faults)
