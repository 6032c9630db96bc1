"""Listening: what somebody who hears the leaflet must hear first, and together."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from leaflet.languages import language_of
from leaflet.languages.expansions import Expand, voice_of
from leaflet.proof.differences import difference, differences, quote
from leaflet.proof.glyph_lines import around
from leaflet.proof.registry import rule
from leaflet.proof.results import Fault, Judgement, judged, not_measured
from leaflet.proof.rules.panels import name_of
from leaflet.proof.subject import Leaf, Subject, Warned
from leaflet.text.breaks import glue
from leaflet.text.unbroken import JOINT, chunked

_HEARD = "ISO 14289-1, 7.1 and 7.2; Matterhorn Protocol 09-001 (a person decides)"


@rule(
    "V635",
    "Title, draft notice and version are heard first",
    need="monograph",
    reason="Who hears a draft to its end before it is called one has taken it for approved.",
    bad="the draft notice as the last thing in the structure tree",
    good="Put the notice, the version and its date right after the title.",
    source=f"{_HEARD}; EU Readability Guideline: date of revision",
)
def identity_first(subject: Subject) -> Judgement:
    """Read the first elements: a heading of level 1, the notice of a draft, the version."""
    monograph = subject.monograph
    language = language_of(monograph.language) if monograph else None
    if monograph is None or language is None:
        return not_measured("the first elements", "its language is not known")
    heard = list(subject.leaves[:4])
    faults: list[Fault] = []
    title = heard.pop(0) if heard else None
    if title is None or title.node.standard != "H1":
        faults.append(Fault(f"it begins with {_told(title)} and not with its title"))
    if not monograph.is_approved:
        notice = heard.pop(0) if heard else None
        if notice is None or notice.words != language.say("draft"):
            faults.append(Fault(f"{_told(notice)} stands where the notice of a draft belongs"))
    version = heard.pop(0) if heard else None
    if version is None or monograph.version not in version.words.replace(",", " ").split():
        faults.append(Fault(f"{_told(version)} stands where the version belongs"))
    return judged("title, notice of a draft, version", ", ".join(map(_told, subject.leaves[:3])), faults)


@rule(
    "V636",
    "A warning's heading says its signal word and its hazard",
    need="monograph",
    reason="Who goes from heading to heading must hear what each warning is about, not 'Warning' alone.",
    bad="a panel whose heading is the signal word alone",
    good="Put signal word and hazard into one heading.",
    source=f"{_HEARD}; WCAG 2.2, 2.4.6",
)
def telling_headings(subject: Subject) -> Judgement:
    """Look at what the heading over each warning's signal word holds."""
    faults = [fault for warned in subject.warnings for fault in _heading_faults(subject, warned)]
    return judged("signal word and hazard in each", f"{len(subject.warnings)} warnings", faults)


def _heading_faults(subject: Subject, warned: Warned) -> Iterator[Fault]:
    if not warned.leaves:
        return  # V301 says so
    heading = warned.leaves[0].node.parent
    place = around(warned.leaves[0].glyphs)
    if heading is None or not (heading.standard[:1] == "H" and heading.standard[1:].isdigit()):
        yield Fault(f"{name_of(warned)} has no heading", place)
        return
    held = [leaf.words for leaf in subject.leaves if leaf.node.parent is heading]
    if held != list(warned.texts[:2]):
        yield Fault(f"the heading of {name_of(warned)} says {quote(' '.join(held))}", place)


@rule(
    "V637",
    "A symbol's words say what it signals",
    need="monograph",
    reason="'A solid triangle' is a shape; 'Emergency' is what it means.",
    bad="Alt 'triangle' beside the signal word 'Emergency'",
    good="Begin the symbol's words with its signal word.",
    source="ISO 14289-1, 7.3; WCAG 2.2, 1.1.1; ISO 3864-1",
)
def telling_symbols(subject: Subject) -> Judgement:
    """Compare the first word of each symbol's Alt with the signal word beside it."""
    faults = []
    for warned in subject.warnings:
        said = (warned.figure.node.alt or "") if warned.figure else ""
        if warned.figure is not None and not said.startswith(warned.texts[0]):
            faults.append(Fault(f"{quote(said)} beside {quote(warned.texts[0])}"))
    return judged("the signal word first", f"{len(subject.warnings)} symbols", faults)


@rule(
    "V640",
    "Abbreviations are told in full, and numbers to call digit by digit",
    need="words",
    reason="A voice says 'em gee' for mg, and nine hundred and ninety-nine for whom to call.",
    bad="mg in a marked content whose E says 'micrograms'",
    good="Build the file anew from its monograph; never edit a finished PDF.",
    source="ISO 32000-1, 14.9.5; WCAG 2.2, 3.1.4; Matterhorn Protocol, 11: a person decides",
)
def told_in_full(subject: Subject) -> Judgement:
    """Hold the expansion of every abbreviation, and where there is none, against its element's words."""
    language = language_of(subject.documents[0].language)
    if language is None:
        return not_measured("every abbreviation", "its language is not known")
    voice, called = voice_of(language), _words_of_regions(subject)
    told: dict[tuple[int, int], list[str]] = {}
    for content, letters, full in _expansions(subject):
        told.setdefault(content, []).append(f"{letters!r}: {full!r}")
    faults, count = list[Fault](), 0
    for leaf in subject.leaves:
        wanted = list(_in_full(leaf.text, voice.called if leaf.words in called else voice.words))
        found = [each for content in leaf.contents for each in told.get(content, ())]
        count += len(found)
        faults += [
            Fault(difference(wanted[a:b], found[c:d]), around(leaf.glyphs))
            for _, a, b, c, d in differences(wanted, found)
        ]
    return judged("each in the language's own words", f"{count} told", faults)


def _words_of_regions(subject: Subject) -> set[str]:
    """Return the texts that say whom to call in a region."""
    texts = [leaf.text for document in subject.documents for leaf, _ in document.leaves if leaf.text]
    return {" ".join(text.plain.split()) for text in texts if text.attribution == "region"}


def _expansions(subject: Subject) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Yield what is told in full on the pages: where it stands, its letters, and the words."""
    shown = [(each, each.told) for each in subject.objects.content.shown if each.told and each.mcid >= 0]
    for (page, mcid, told), parts in groupby(shown, lambda each: (each[0].page, each[0].mcid, each[1])):
        if told is not None:
            yield (page, mcid), "".join([part.text for part, _ in parts]), told[1]


def _in_full(text: str, expand: Expand) -> Iterator[str]:
    """Yield what is abbreviated in a text, word by word, as they are set."""
    for word in glue(" ".join(text.split())).split(" "):
        yield from _word_in_full(word, expand)


@lru_cache(maxsize=10_000)
def _word_in_full(word: str, expand: Expand) -> tuple[str, ...]:
    """Return what of a word is told in full, each with its letters; the same words stand in every file."""
    parts = [chunk.removesuffix(JOINT).replace("\u00a0", " ") for chunk in chunked(word)]
    return tuple([f"{part[start:end]!r}: {full!r}" for part in parts for start, end, full in expand(part)])


def _told(leaf: Leaf | None) -> str:
    return f"{leaf.node.role} {quote(leaf.words)}" if leaf else "nothing"
