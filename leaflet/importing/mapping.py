"""An Original becomes sections in the source's order; titles name their topics."""

import re
from collections.abc import Sequence
from typing import Any

from leaflet.importing.chapter_starts import chapter_starts
from leaflet.importing.draft import DraftSection
from leaflet.importing.draft_head import is_generic
from leaflet.importing.drafted_blocks import LONGEST_LINE, Placer, Typed
from leaflet.importing.inline_marks import line
from leaflet.importing.notes import with_notes
from leaflet.importing.original import Block, Heading, Paragraph, Section, Span, Words, same_letters
from leaflet.importing.page_tables import unlaid
from leaflet.importing.paragraphs import restored
from leaflet.importing.proposed_warnings import proposed
from leaflet.importing.section_codes import compare_codes, without_lies
from leaflet.importing.topics import of_codes, of_title
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


_TOPICS_OF_A_DOCUMENT = 3
_NAME = "the name of the document, which is its head"
_NO_TEXT = "a title with no text under it"
_KEPT = "a title with no text under it: write what belongs there, or delete it if it says nothing by itself"
_TO_PROFESSIONALS = re.compile(
    r"(intended|information|following is) (only )?for (medical|health\s?care|health)[^.]{0,30}professionals?"
    r"|destinada (únicamente )?a(l)? (médicos|profesional)|únicamente a profesionales"
    r"|nur für (medizinisches )?fachpersonal|exclusivement aux professionnels|uitsluitend bestemd voor"
    r"|professionisti? sanitari|wyłącznie dla fachowego|kun til .*sundheds|kun for helsepersonell",
    re.IGNORECASE,
)


class Chapter(Value):
    """A section of the draft to be: a title of the source and all the blocks under it."""

    title: Words | None
    codes: tuple[str, ...]
    blocks: tuple[Block, ...]
    address: str
    gathers: bool = False
    """Whether its title only stands over parts with titles of their own, which name its topics."""


def map_sections(
    sections: Sequence[Section], language: str, placer: Placer
) -> tuple[tuple[Typed, ...], tuple[DraftSection, ...]]:
    """Return the warnings that the source proposes, and its sections."""
    warnings: list[Typed] = []
    drafted: list[DraftSection] = []
    sections = without_lies(sections, placer.book)
    for chapter in _titled(_split(_chapters(sections, placer), placer), placer):
        found, rest = proposed(chapter.blocks, _topics(chapter), chapter.title, language, placer)
        warnings += found
        if found and not rest:
            continue
        section = _section(altered(chapter, blocks=rest), placer, is_first=not drafted)
        if section is not None:
            drafted.append(section)
    if not any(map(_says_something, drafted)):
        return tuple(warnings), ()
    return tuple(warnings), tuple(drafted)


def _says_something(section: DraftSection) -> bool:
    return any(
        value is not None
        for block in section.typed["blocks"]
        for key, value in block.items()
        if key != "from"
    )


def _ask_whom_it_is_for(chapter: Chapter, placer: Placer) -> None:
    """Enter where a part says of itself that it speaks to professionals."""
    said = [chapter.title] if chapter.title is not None else []
    said += [block.words for block in chapter.blocks if isinstance(block, Heading | Paragraph)]
    for words in said:
        if len(words.plain) <= LONGEST_LINE and _TO_PROFESSIONALS.search(words.plain):
            reason = "from here on the source speaks to professionals: should patients get it? Else delete it"
            placer.book.enter("decision", words.address, words.plain, reason)


def _chapters(sections: Sequence[Section], placer: Placer) -> list[Chapter]:
    """Return the chapters of a document: sections with a topic keep their parts."""
    chapters: list[Chapter] = []
    for section in sections:
        if section.sections and not _own_topics(section.title, section.codes):
            is_whole = section.title is not None and is_generic(section.title.plain)
            if section.title is None or section.blocks or is_whole or _is_document(section):
                title = None if _says_the_name(section, placer) else section.title
                chapters.append(Chapter(title, section.codes, section.blocks, section.address))
                chapters += _chapters(section.sections, placer)
            else:
                blocks = _folded(section, 1, placer)
                chapters.append(Chapter(section.title, section.codes, blocks, section.address, gathers=True))
        else:
            blocks = _folded(section, 1, placer)
            chapters.append(Chapter(section.title, section.codes, blocks, section.address))
    return chapters


def _is_document(section: Section) -> bool:
    """Tell whether a section is a document in itself: its parts are about several topics."""
    own = {_own_topics(inner.title, inner.codes) for inner in section.sections} - {()}
    return len(own) >= _TOPICS_OF_A_DOCUMENT


def _says_the_name(section: Section, placer: Placer) -> bool:
    """Leave out the title of a document inside the document where it only says the medicine's name."""
    if section.title is None or section.blocks:
        return False
    if not is_generic(section.title.plain) and not same_letters(section.title, _line_of(placer.medicine)):
        return False
    placer.drop(section.title, _NAME)
    return True


def _line_of(text: str) -> Words:
    return Words((Span(text),), "")


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
        parts = unlaid(chapter.blocks, placer.book)
        blocks = restored(with_notes(parts, placer.book), placer.book)
        cuts = chapter_starts(blocks)
        if _own_topics(chapter.title, chapter.codes) or len(cuts) < 2:
            split.append(altered(chapter, blocks=tuple(blocks)))
            continue
        split.append(altered(chapter, blocks=tuple(blocks[: cuts[0]])))
        for start, end in zip(cuts, [*cuts[1:], len(blocks)], strict=True):
            heading = blocks[start]
            assert isinstance(heading, Heading)  # noqa: S101 - cuts are headings
            split.append(Chapter(heading.words, (), tuple(blocks[start + 1 : end]), heading.words.address))
    return split


def _titled(chapters: Sequence[Chapter], placer: Placer) -> list[Chapter]:
    """Join what has neither title nor topic to the chapter before it."""
    joined: list[Chapter] = []
    for chapter in chapters:
        if (
            chapter.title is None
            and not _topics(chapter)
            and chapter.blocks
            and joined
            and "." in chapter.address
        ):
            placer.book.enter(
                "merged", chapter.address, "", "a section without a title joins the one before it"
            )
            joined[-1] = altered(joined[-1], blocks=(*joined[-1].blocks, *chapter.blocks))
        elif chapter.title is not None or chapter.blocks:
            joined.append(chapter)
    return joined


def _sentence(title: Words, placer: Placer) -> Paragraph:
    placer.book.enter("decision", title.address, title.plain, _KEPT)
    return Paragraph(title)


def _section(chapter: Chapter, placer: Placer, *, is_first: bool) -> DraftSection | None:
    title, blocks = _without_copy(chapter, placer)
    topics = _topics(chapter) or ("other",)
    placed = placer.place(blocks)
    if not placed:
        is_name = title is not None and is_first and same_letters(title, _line_of(placer.medicine))
        if title is None or is_name or is_generic(title.plain) or not has_words(title.plain):
            if title is not None:
                placer.drop(title, _NAME if is_name else _NO_TEXT)
            return None
        placer.book.enter("decision", title.address, title.plain, _KEPT)
        placed = [{"paragraph": None, "from": chapter.address}]
    compare_codes(chapter.title, chapter.codes, chapter.address, placer.book)
    _ask_whom_it_is_for(chapter, placer)
    typed: dict[str, Any] = {"topics": list(topics)}
    before: list[Typed] = []
    if title is not None:
        heading, before = _heading(title, placer)
        typed |= {"heading": heading} if heading else {}
    if "heading" not in typed and topics[0] == "other":
        typed["heading"] = _named(chapter, placer, is_first=is_first)
    typed |= {"source": "original", "from": chapter.address, "blocks": before + placed}
    return DraftSection(title.plain if title is not None else "", typed)


def _named(chapter: Chapter, placer: Placer, *, is_first: bool) -> str | None:
    """Return what the file calls a part without a title: by its code, or as the whole; else it stays open."""
    named = _CODE_NAMES.get(next(iter(chapter.codes), "")) or (placer.medicine if is_first else "")
    if not named:
        placer.book.enter("open", chapter.address, "heading", "the source gives this part no title")
        return None
    placer.book.add(chapter.address, named, "a heading for a part that has none")
    placer.book.enter("decision", chapter.address, named, "the source gives this part no title")
    return named


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
    if title is not None and is_generic(title.plain):
        return ()  # it names a document, whatever the code beside it says
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
    if chapter.gathers and not own:
        return tuple(dict.fromkeys(topic for topic in inside if topic != "other"))
    if not own or own[0] == "other":
        return own
    return tuple(dict.fromkeys((*own, *[topic for topic in inside if topic != "other"])))
