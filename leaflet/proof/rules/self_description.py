"""File, what it says of itself: title, language, standards, bookmarks, names, monograph."""

import re
from pathlib import PurePath

from leaflet.paper import CARDS, PAPERS
from leaflet.profiles import PROFILES
from leaflet.proof.differences import quote
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, judged, not_measured
from leaflet.proof.subject import Subject
from leaflet.rendering.standards import STANDARDS

_NAME = re.compile(
    r"(?P<id>.+)-(?P<language>[a-z]{2,3})"
    rf"(?:-(?P<profile>{'|'.join(PROFILES)})-(?P<paper>{'|'.join((*PAPERS, *CARDS))})"
    r"(?:-(?P<product>summary|booklet|proof-copy|card))?(?:-(?P<standard>ua2))?|-(?P<card>card))\.pdf"
)
"""A name as `leaflet build` gives it: id, language, profile, paper, product, standard."""
_TITLE = "ISO 14289-1, 7.1; WCAG 2.2, 2.4.2"


@rule(
    "V613",
    "The file has a title, the same everywhere, and shows it",
    reason="The title is the first thing a screen reader says.",
    bad="a title bar that says 'out_final2.pdf'",
    good="Set dc:title, and DisplayDocTitle.",
    source=_TITLE,
)
def title(subject: Subject) -> Judgement:
    """Compare the titles of XMP, information and leaflet."""
    said = subject.objects.said
    faults = []
    if not said.title:
        faults.append(Fault("the XMP packet has no dc:title"))
    if said.info_title and said.title and said.info_title != said.title:
        faults.append(Fault(f"the information says {quote(said.info_title)}"))
    if subject.document is not None and said.title != subject.document.title:
        faults.append(Fault(f"the leaflet is called {quote(subject.document.title)}"))
    if not subject.objects.shows_title:
        faults.append(Fault("DisplayDocTitle is not set"))
    return judged("one title, displayed", quote(said.title), faults)


@rule(
    "V614",
    "The file says which language it is in",
    reason="A screen reader with the wrong voice cannot be understood.",
    bad="no Lang, or Lang 'xx'",
    good="Set Lang in the catalog.",
    source="ISO 14289-1, 7.2; WCAG 2.2, 3.1.1",
)
def language(subject: Subject) -> Judgement:
    """Compare Lang with the leaflet's language."""
    said = subject.objects.language
    wanted = subject.document.language if subject.document else ""
    wrong = not said or (wanted and said != wanted)
    return judged(wanted or "a language", said or "none", (Fault(f"Lang is {said!r}"),) if wrong else ())


@rule(
    "V615",
    "The file says that it is tagged",
    reason="Without Marked a reader may ignore the structure.",
    bad="MarkInfo missing",
    good="Set Marked to true in MarkInfo.",
    source="ISO 14289-1, 6.2; ISO 32000-1, 14.7.1",
)
def marked(subject: Subject) -> Judgement:
    """Look for Marked."""
    is_marked = subject.objects.is_marked
    return judged("Marked true", str(is_marked).lower(), () if is_marked else (Fault("Marked is not true"),))


@rule(
    "V620",
    "The colours have an output intent",
    reason="Without one, black is whatever the printer takes it for.",
    bad="an RGB colour and no output intent",
    good="Add an sRGB output intent.",
    source="ISO 19005-2, 6.2.4",
)
def output_intent(subject: Subject) -> Judgement:
    """Look for an output intent in the catalog."""
    has = subject.objects.has_output_intent
    return judged("one", "one" if has else "none", () if has else (Fault("no output intent"),))


@rule(
    "V622",
    "The file says which standards it keeps",
    reason="Archives and checkers go by what the file claims.",
    bad="no pdfuaid:part",
    good="Write pdfuaid and pdfaid into the XMP packet.",
    source="ISO 14289-1, 5; ISO 19005-2, 6.6.4",
)
def claims(subject: Subject) -> Judgement:
    """Read the claims of the XMP packet."""
    said = subject.objects.said
    found = f"PDF/UA-{said.ua_part or '?'}, PDF/A-{said.a_part or '?'}{said.a_level.lower()}"
    right = (said.ua_part, said.a_part, said.a_level.upper()) in {each.claims for each in STANDARDS.values()}
    return judged("PDF/UA-1 and PDF/A-2a, or PDF/UA-2 and PDF/A-4", found, () if right else (Fault(found),))


@rule(
    "V623",
    "Bookmarks lead to the pages of their headings",
    need="tags",
    reason="A bookmark that leads nowhere, or elsewhere, is worse than none.",
    bad="a bookmark 'Side effects' that leads to page 1 of 3, where they are on page 2",
    good="Write bookmarks from the headings as they were placed.",
    source="WCAG 2.2, 2.4.5; ISO 32000-1, 12.3.3",
)
def bookmarks(subject: Subject) -> Judgement:
    """Compare each bookmark's page with that of the heading it names."""
    pages: dict[str, set[int]] = {}
    for leaf in subject.leaves:
        above = leaf.node.parent  # a warning's heading has two parts
        heads = (leaf.node, above) if above is not None else (leaf.node,)
        if leaf.glyphs and any(node.standard.startswith("H") for node in heads):
            pages.setdefault(leaf.words, set()).add(leaf.glyphs[0].page)
    faults = []
    for name, page, *_ in subject.objects.bookmarks:
        wanted = pages.get(" ".join(name.split())) or pages.get(name.split(":")[0])
        if page == 0 or (wanted and page not in wanted):
            faults.append(
                Fault(f"{quote(name)} leads to page {page}" if page else f"{quote(name)} leads nowhere")
            )
    return judged("each to its heading's page", f"{len(subject.objects.bookmarks)} bookmarks", faults)


@rule(
    "V624",
    "The file names its monograph, print profile and paper",
    need="leaflet",
    reason="Only what says what it is can be proved anew in a year.",
    bad="a profile 'huge' that is in no table",
    good="Build the file with a profile of this program.",
    source="house rule: every file can be proved from itself",
)
def named(subject: Subject) -> Judgement:
    """Look the names up."""
    own = subject.objects.said.own
    faults = [
        Fault(f"it does not name its {key}") for key in ("monograph", "version", "date") if not own.get(key)
    ]
    if own.get("profile") not in PROFILES:
        faults.append(Fault(f"no profile is called {quote(own.get('profile', ''))}"))
    if subject.paper is None:
        faults.append(Fault(f"no paper is called {quote(own.get('paper', ''))}"))
    told = ", ".join(own.get(key, "?") for key in ("monograph", "version", "profile", "paper"))
    return judged("known names", told, faults)


@rule(
    "V641",
    "A name of the kind that the program gives is the file's own",
    need="leaflet",
    reason="A leaflet is found, printed and handed out by its name: another medicine's is another leaflet.",
    bad="the leaflet of Weeklin called 'baclofen-en-standard-a4.pdf'; a summary called as the whole leaflet",
    good="Keep the name that the build gave, or take one that names no print.",
    source="house rule: every file can be proved from itself",
)
def file_name(subject: Subject) -> Judgement:
    """Take the name apart as the program puts it together, and compare each part with what the file says."""
    own, name = subject.objects.said.own, PurePath(subject.name).name.lower()
    found = _NAME.fullmatch(name)
    if found is None:
        return judged("a name that says nothing else", quote(name))
    product = "card" if found["card"] else (found["product"] or "leaflet").replace("-", " ")
    parts = {
        "monograph": found["id"],
        "language": found["language"],
        "profile": found["profile"] or "",
        "paper": found["paper"] or "card",
        "product": product,
        "standard": found["standard"] or "ua1",
    }
    said = {**own, "language": subject.objects.language.partition("-")[0]}
    faults = [
        Fault(f"it is called a file of {key} {quote(part)}, and is one of {quote(said.get(key, ''))}")
        for key, part in parts.items()
        if said.get(key, "") != part
    ]
    return judged("its own name", quote(name), faults)


@rule(
    "V801",
    "The monograph has not changed since",
    need="leaflet",
    reason="A leaflet of yesterday's words must not be handed out once they are mended.",
    bad="a PDF built before the last change of its monograph",
    good="Build it anew, and take the old prints away.",
    source="EU Readability Guideline: date of revision; NHS Accessible Information Standard: review",
)
def fresh(subject: Subject) -> Judgement:
    """Compare the monograph's SHA-256 with the one in the file."""
    built_from = subject.objects.said.own.get("monographSHA256", "")
    if subject.monograph is None:
        return not_measured(f"SHA-256 {built_from[:16]}…", "its monograph is not at hand")
    now = subject.monograph.sha256
    fault = (Fault(f"the monograph is now {now[:16]}…"),) if now != built_from else ()
    return judged(f"SHA-256 {built_from[:16]}…", f"{now[:16]}…", fault)
