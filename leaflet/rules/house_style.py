"""Rules P301 to P304, P401 and P402: headings, capitals, emphasis, lists."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from leaflet.inline import Text
from leaflet.model import Block, Bullets, EffectsBlock, Item, Panel, Steps
from leaflet.passages import passages_of
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern
from leaflet.rules.rule import Hit, rule
from leaflet.rules.wordlists import word_set

_NHS = "NHS content standard"
_HEADING_LIMIT = 65  # characters


@rule(
    "P301",
    "a heading of more than 65 characters",
    reason="a heading is found by a glance; a long one is read like text, or not at all",
    bad="heading: What you and your family need to know before you start to take this medicine",
    good="heading: Before you take it",
    source=_NHS,
    english=False,
)
def long_heading(manuscript: Manuscript) -> Iterable[Hit]:
    """Find headings with too many characters."""
    for passage in manuscript.passages:
        length = len(passage.plain)
        if passage.role in ("heading", "subheading", "caption") and length > _HEADING_LIMIT:
            yield Hit(
                message=f"this heading has {length} characters; {_HEADING_LIMIT} are the most",
                hint="keep the words a reader would look for",
                span=passage.locate(0, length),
            )


@rule(
    "P302",
    "a heading that skips the levels",
    reason="strong words on a line of their own look like a heading, and no screen reader finds them",
    bad="paragraph: '**Driving**'",
    good="a section with the heading Driving",
    source="WCAG 2.2 1.3.1; NHS content standard: no skipped heading levels",
    english=False,
)
def false_heading(manuscript: Manuscript) -> Iterable[Hit]:
    """Find paragraphs that are nothing but a few strong words without a full stop."""
    for passage in manuscript.passages:
        strong = all(run.style == "strong" or not run.text.strip() for run in passage.text.runs)
        if passage.role == "paragraph" and strong and not passage.plain.endswith((".", "!", "?", ":")):
            yield Hit(
                message=f"{passage.plain!r} looks like a heading and stands on no level",
                hint="make it the heading of a section or of a panel, or a sentence",
                span=passage.locate(0, len(passage.plain)),
            )


_ACRONYMS = word_set(
    """
    ADHD AIDS BNF CBD CBT CNS COPD COVID CT DNA ECG ECT EEG EU GP GPs HIV HPV HRT IBS ICU ISMP IU IUD IV
    MAOI MAOIs MHRA MRI MRSA MS NHS NICE NSAID NSAIDs OTC PPI PPIs PTSD SSRI SSRIs TB TIA TV UK UN US
    USA UTI WHO A&E
    """
)
_CAPITALS = Pattern(r"\b[A-Z][A-Z'’-]{0,40}[A-Z]\b(?:[ ,]{1,2}[A-Z][A-Z'’-]{0,40}[A-Z]\b){0,40}")


@rule(
    "P303",
    "words in capitals",
    reason="capitals all have the same shape, are read slowly, and are spelled out by some screen readers",
    bad="DO NOT drive.",
    good="**Do not drive.**",
    source="UKAAF G003; RNIB Clear Print",
    english=False,
)
def capitals(manuscript: Manuscript) -> Iterable[Hit]:
    """Find runs of capitals that are no acronym."""
    for passage in manuscript.passages:
        for match in _CAPITALS.finditer(passage.plain):
            words = [word for word in re.split(r"[ ,]+", match.group()) if word not in _ACRONYMS]
            if manuscript.names.fullmatch(match.group()):
                continue  # some makers write their name so
            if len(words) > 1 or any(len(word) > 3 for word in words):
                yield Hit(
                    message=f"{match.group()!r} is in capitals",
                    hint="write it in small letters; make it strong if it must stand out",
                    span=passage.locate(*match.span()),
                )


_STRONG_SHARE = 0.25  # of a section's words
_FEW_WORDS = 20


@rule(
    "P304",
    "emphasis overused",
    reason="where everything is strong, nothing stands out, and the warnings drown",
    bad="**Take it with food. Take it with water.** Take it **3 times a day**, and **do not stop**.",
    good="Take it with food and water, 3 times a day. **Do not stop.**",
    source="NHS content standard: bold sparingly",
    english=False,
)
def emphasis(manuscript: Manuscript) -> Iterable[Hit]:
    """Find sections of which more than a quarter is strong."""
    for section in manuscript.monograph.sections:
        counted: Counter[bool] = Counter()
        for passage in passages_of(section):
            for run in passage.text.runs:
                counted[run.style == "strong"] += len(run.text.split())
        total = counted.total()
        if total >= _FEW_WORDS and counted[True] > total * _STRONG_SHARE:
            yield Hit(
                message=f"{counted[True]} of the {total} words of this section are strong",
                hint="keep it for the one thing that must not be missed",
                span=section.span_of("topic"),
            )


@rule(
    "P401",
    "a list of one",
    reason="a bullet promises more to come",
    bad="bullets: [dizziness]",
    good="paragraph: It can make you dizzy.",
    source="NHS content style guide, lists",
    english=False,
)
def list_of_one(manuscript: Manuscript) -> Iterable[Hit]:
    """Find lists with a single item."""
    for items in _lists(manuscript):
        if len(items) == 1:
            yield Hit(
                message="this list has one item",
                hint="make it a sentence, or list what is missing",
                span=items[0].span,
            )


_IMPERATIVE = Pattern(
    r"^(?:do not|don['’]t|never|always|take|tell|ask|call|get|go|keep|use|store|drink|eat|avoid|check"
    r"|read|wash|swallow|follow|contact"
    r"|talk|speak|put|open|close|wait|stay|see|make|write|bring|show|carry)\b(?! (?:of|or|and)\b)",
    re.IGNORECASE,
)
_GERUND = Pattern(
    r"^(?:taking|using|stopping|driving|drinking|eating|getting|changing|missing|doubling|smoking"
    r"|starting)\b",
    re.IGNORECASE,
)


def _shape(text: str) -> str:
    if text[:1].isupper() and text.endswith((".", "!", "?")):
        return "a sentence"
    if _GERUND.match(text):
        return "an -ing form"
    if text.lower().startswith("to "):
        return "a 'to' form"
    if _IMPERATIVE.match(text):
        return "an instruction"
    return "a few words"


@rule(
    "P402",
    "a list item that changes the grammar",
    reason="items that do not go on like the first must be read twice",
    bad="bullets: [kidney disease, a mood disorder, Tell us about drugs.]",
    good="bullets: [kidney disease, a mood disorder, use of drugs]",
    source="NHS content style guide, lists",
)
def changed_grammar(manuscript: Manuscript) -> Iterable[Hit]:
    """Find items shaped unlike the others of their list."""
    for items in _lists(manuscript):
        shapes = [_shape(item.plain) for item in items]
        (usual, count), *_ = Counter(shapes).most_common(1)
        if count == len(items) or (len(items) > 2 and count * 2 <= len(items)):  # no shape rules the list
            if count == len(items):
                continue
            usual = shapes[0]
        odd = next(item for item, shape in zip(items, shapes, strict=True) if shape != usual)
        yield Hit(
            message=f"this item is {_shape(odd.plain)}; the others are {usual}",
            hint="let every item go on the same way, with the same ending",
            span=odd.span,
        )


def _lists(manuscript: Manuscript) -> Iterator[Sequence[Text]]:
    """Yield the texts of every list, nested ones after theirs."""
    for section in manuscript.monograph.sections:
        for block in section.blocks:
            if isinstance(block, EffectsBlock):
                yield block.side_effects.effects
            elif isinstance(block, Panel):
                for inner in block.blocks:
                    yield from _lists_in(inner)
            else:
                yield from _lists_in(block)


def _lists_in(block: Block) -> Iterator[Sequence[Text]]:
    if not isinstance(block, Bullets | Steps):
        return
    items = block.bullets if isinstance(block, Bullets) else block.steps
    yield [item.item[0] if isinstance(item, Item) else item for item in items]
    for item in items:
        if isinstance(item, Item):
            yield item.bullets or item.steps or item.item


RULES = (long_heading, false_heading, capitals, emphasis, list_of_one, changed_grammar)
