"""An Original becomes sections in the source's order; titles name their topics."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from leaflet.importing.blocks import LONGEST_LINE, Placer, Typed
from leaflet.importing.draft import DraftSection
from leaflet.importing.inline_marks import line
from leaflet.importing.naming import is_generic
from leaflet.importing.original import Block, Heading, Paragraph, Section, Span, Words, same_letters
from leaflet.importing.paragraphs import restored
from leaflet.importing.topics import disagree, misnumbered, of_codes, of_title
from leaflet.importing.warnings import proposed
from leaflet.inline import find_markup, has_words
from leaflet.values import Value, altered

# What LOINC calls the parts of a label that are documents of their own, short of "section".
_CODE_NAMES = {
    "42230-3": "Patient package insert",
    "42231-1": "Medication Guide",
    "59845-8": "Instructions for use",
    "68498-5": "Patient medication information",
}


# "2. What to know before you <take><use> What to know before you take it", as some agencies export it.
_TEMPLATE = re.compile(
    r"(?P<number>\d+\.\s+)?(?P<before>\w[^<>]*)(?P<fields>(?:<[^<>]+>\s*)+)(?P<after>\w.*)"
)


_ENOUGH_LIES = 2  # one is a slip; two mean that the file's codes are shifted or copied
_NO_TEXT = "a title with no text under it"
_KEPT = "a title with no text under it: kept as words, for it may say something; delete it if it does not"


class Chapter(Value):
    """A section of the draft to be: a title of the source and all the blocks under it."""

    title: Words | None
    codes: tuple[str, ...]
    blocks: tuple[Block, ...]
    address: str


def map_sections(
    sections: Sequence[Section], language: str, placer: Placer
) -> tuple[tuple[Typed, ...], tuple[DraftSection, ...]]:
    """Return the warnings that the source proposes, and its sections."""
    warnings: list[Typed] = []
    drafted: list[DraftSection] = []
    sections = _without_lies(sections, placer)
    for chapter in _titled(_split(_chapters(sections, placer), placer), placer):
        found, rest = proposed(chapter.blocks, _topics(chapter), chapter.title, language, placer)
        warnings += found
        if found and not rest:
            continue
        section = _section(altered(chapter, blocks=rest), placer)
        if section is not None:
            drafted.append(section)
    return tuple(warnings), tuple(drafted)


def _without_lies(sections: Sequence[Section], placer: Placer) -> tuple[Section, ...]:
    """Take the codes from titles that name no topic, where codes of the document are proved wrong."""
    proofs = list(_lies(sections))
    return (
        tuple(_uncoded(section, placer) for section in sections)
        if len(proofs) >= _ENOUGH_LIES
        else tuple(sections)
    )


def _lies(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        title = section.title.plain if section.title is not None else ""
        if disagree(of_title(title), of_codes(section.codes)) or misnumbered(title, section.codes):
            yield title
        yield from _lies(section.sections)


def _uncoded(section: Section, placer: Placer) -> Section:
    inner = tuple(_uncoded(each, placer) for each in section.sections)
    codes = section.codes
    if section.title is not None and not of_title(section.title.plain) and of_codes(codes):
        placer.book.enter(
            "guessed", section.address, section.title.plain,
            f"the code says {', '.join(of_codes(codes))}, but codes of this file are wrong: not believed",
        )  # fmt: skip
        codes = ()
    return altered(section, codes=codes, sections=inner)


def _chapters(sections: Sequence[Section], placer: Placer) -> list[Chapter]:
    """Return the chapters of a document: sections with a topic keep their parts."""
    chapters: list[Chapter] = []
    for section in sections:
        if section.sections and not _own_topics(section.title, section.codes):
            chapters.append(Chapter(section.title, section.codes, section.blocks, section.address))
            chapters += _chapters(section.sections, placer)
        else:
            blocks = _folded(section, 1, placer)
            chapters.append(Chapter(section.title, section.codes, blocks, section.address))
    return chapters


def _folded(section: Section, level: int, placer: Placer) -> tuple[Block, ...]:
    """Return the blocks of a section and of those inside it, each under its title."""
    blocks = list(section.blocks)
    for inner in section.sections:
        inside = _folded(inner, level + 1, placer)
        if inner.title is not None and inside:
            blocks.append(Heading(inner.title, level))
        elif inner.title is not None:
            blocks.append(_sentence(inner.title, placer))
        blocks += inside
    return tuple(blocks)


def _split(chapters: Sequence[Chapter], placer: Placer) -> list[Chapter]:
    """Cut a chapter without a topic where headings in it name some: a whole document in one section."""
    split: list[Chapter] = []
    for chapter in chapters:
        blocks = restored(chapter.blocks, placer.book)
        cuts = [index for index, block in enumerate(blocks) if isinstance(block, Heading) and _begins(block)]
        if _own_topics(chapter.title, chapter.codes) or len(cuts) < 2:
            split.append(altered(chapter, blocks=tuple(blocks)))
            continue
        split.append(altered(chapter, blocks=tuple(blocks[: cuts[0]])))
        for start, end in zip(cuts, [*cuts[1:], len(blocks)], strict=True):
            heading = blocks[start]
            assert isinstance(heading, Heading)  # noqa: S101 - cuts are headings
            split.append(Chapter(heading.words, (), tuple(blocks[start + 1 : end]), heading.words.address))
    return split


def _begins(heading: Heading) -> bool:
    """Tell whether a heading begins a chapter of a document in one piece."""
    return bool(of_title(heading.words.plain)) or heading.words.plain.rstrip().endswith("?")


def _titled(chapters: Sequence[Chapter], placer: Placer) -> list[Chapter]:
    """Join what has neither title nor topic to the chapter before it."""
    joined: list[Chapter] = []
    for chapter in _with_words(chapters, placer):
        if chapter.title is None and not _topics(chapter) and chapter.blocks and joined:
            placer.book.enter(
                "merged", chapter.address, "", "a section without a title joins the one before it"
            )
            joined[-1] = altered(joined[-1], blocks=(*joined[-1].blocks, *chapter.blocks))
        elif chapter.title is not None or chapter.blocks:
            joined.append(chapter)
    return joined


def _with_words(chapters: Sequence[Chapter], placer: Placer) -> list[Chapter]:
    """Give a title over nothing to the chapter after it, or before it, as words."""
    given: list[Chapter] = []
    words: list[Block] = []
    for chapter in chapters:
        title = chapter.title
        if title is not None and not chapter.blocks and not is_generic(title.plain):
            words.append(_sentence(title, placer))
        elif words and chapter.blocks:
            given.append(altered(chapter, blocks=(*words, *chapter.blocks)))
            words = []
        else:
            given.append(chapter)
    if words and given:
        given[-1] = altered(given[-1], blocks=(*given[-1].blocks, *words))
    elif words:
        given.append(Chapter(None, (), tuple(words), "s1"))
    return given


def _sentence(title: Words, placer: Placer) -> Paragraph:
    placer.book.enter("decision", title.address, title.plain, _KEPT)
    return Paragraph(title)


def _section(chapter: Chapter, placer: Placer) -> DraftSection | None:
    title, blocks = _without_copy(chapter, placer)
    topics = _topics(chapter) or ("other",)
    _compare(chapter, placer)
    placed = placer.place(blocks)
    if not placed:
        if title is not None:
            placer.drop(title, _NO_TEXT)
        return None
    typed: dict[str, Any] = {"topics": list(topics)}
    before: list[Typed] = []
    if title is not None:
        heading, before = _heading(title, placer)
        typed |= {"heading": heading} if heading else {}
    if "heading" not in typed and topics[0] == "other":
        typed["heading"] = _CODE_NAMES.get(next(iter(chapter.codes), ""), placer.medicine)
        placer.book.add(chapter.address, typed["heading"], "a heading for a part that has none")
        placer.book.enter(
            "decision", chapter.address, typed["heading"], "the source gives this part no title"
        )
    typed |= {"source": "original", "from": chapter.address, "blocks": before + placed}
    return DraftSection(title.plain if title is not None else "", typed)


def _heading(title: Words, placer: Placer) -> tuple[str | None, list[Typed]]:
    """Return a heading that the format takes, and what is left of a title that is too long for one."""
    said = _without_template(title, placer)
    if not has_words(said):
        placer.drop(title, "signs without a letter or a digit")
        return None, []
    if len(said) <= LONGEST_LINE and find_markup(said) is None:
        return said, []
    at = max(said.rfind(mark, 0, LONGEST_LINE) for mark in (". ", ": ", "? ", " "))
    if at <= 0 or find_markup(said[: at + 1]) is not None:
        return None, placer.paragraph(title)
    placer.book.enter(
        "split", title.address, said, "a title of more than 200 characters: its end stands under it"
    )
    rest = Words((Span(said[at + 1 :].strip(), "strong"),), title.address)
    return said[: at + 1].strip(), placer.paragraph(rest)


def _without_template(title: Words, placer: Placer) -> str:
    """Return a title without the template's own wording, where that was left before the filled-in one."""
    said = line(title)
    found = _TEMPLATE.match(said)
    if found is None or not found["after"].startswith(found["before"].split()[0]):
        return said
    reason = "the template's wording, which was left before the title"
    placer.book.enter("dropped", title.address, f"{found['before']}{found['fields']}", reason)
    return f"{found['number'] or ''}{found['after']}"


def _without_copy(chapter: Chapter, placer: Placer) -> tuple[Words | None, Sequence[Block]]:
    """Leave out a first block that says the title again."""
    first = chapter.blocks[0] if chapter.blocks else None
    if chapter.title is None or not isinstance(first, Paragraph | Heading) or len(chapter.blocks) < 2:
        return chapter.title, chapter.blocks
    if same_letters(first.words, chapter.title):
        placer.drop(first.words, "the title once more")
        return chapter.title, chapter.blocks[1:]
    return chapter.title, chapter.blocks


def _own_topics(title: Words | None, codes: Sequence[str]) -> tuple[str, ...]:
    return (of_title(title.plain) if title is not None else ()) or of_codes(codes)


def _topics(chapter: Chapter) -> tuple[str, ...]:
    """Return the topics of a chapter: its own, then those that headings inside it name."""
    own = _own_topics(chapter.title, chapter.codes)
    inside = [
        topic
        for block in chapter.blocks
        if isinstance(block, Heading)
        for topic in of_title(block.words.plain)
    ]
    if not own or own[0] == "other":
        return own
    return tuple(dict.fromkeys((*own, *[topic for topic in inside if topic != "other"])))


def _compare(chapter: Chapter, placer: Placer) -> None:
    """Enter where a code names another topic than the title does: the title wins."""
    by_title = of_title(chapter.title.plain) if chapter.title is not None else ()
    by_code = of_codes(chapter.codes)
    if disagree(by_title, by_code):
        reason = f"the code says {', '.join(by_code)}, the title {', '.join(by_title)}: the title wins"
        placer.book.enter(
            "guessed", chapter.address, chapter.title.plain if chapter.title is not None else "", reason
        )
    elif by_code and not by_title and chapter.title is not None:
        reason = f"the code alone says {', '.join(by_code)}; the title is in words that are not known"
        placer.book.enter("guessed", chapter.address, chapter.title.plain, reason)
    elif not by_title and not by_code:
        said = chapter.title.plain if chapter.title is not None else ""
        placer.book.enter(
            "guessed", chapter.address, said, "no topic of the format fits: kept under its own title"
        )
