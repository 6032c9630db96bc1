"""Headings of a Word document without styles for them: lines in bold or capitals, numbered ones above."""

import re
from collections.abc import Sequence

from leaflet.importing.inline_marks import is_strong
from leaflet.importing.original import Block, Heading, Listing, Paragraph, Span, Words
from leaflet.importing.spans import tidy
from leaflet.importing.topics import of_title

_NUMBERED = re.compile(r"\d{1,2}[.)]?\s+\S")
_LONGEST = 120
_ENDS = (".", ",", ";", ":", "!")
_TITLE, _CHAPTER, _PART = 1, 2, 3


def with_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with lines of a heading's look as headings; as they are where some are marked as such."""
    if any(isinstance(block, Heading) for block in blocks):
        return tuple(blocks)
    looks = [*map(_heading, blocks[:-1]), *[None for _ in blocks[-1:]]]  # a last line heads nothing
    looks = [_over_text(index, looks) for index in range(len(looks))]
    numbered = [
        words is not None and (isinstance(block, Listing) or _is_numbered(words))
        for block, words in zip(blocks, looks, strict=True)
    ]
    has_numbers = sum(numbered) > 1
    first = next((index for index, words in enumerate(looks) if words is not None), -1)
    headed: list[Block] = []
    for index, (block, words) in enumerate(zip(blocks, looks, strict=True)):
        if words is None:
            headed.append(block)
        elif index == first == 0 and not numbered[index] and not of_title(words.plain):
            headed.append(Heading(_plain(words), _TITLE))
        else:
            level = _PART if has_numbers and not numbered[index] else _CHAPTER
            headed.append(Heading(_plain(words), level))
    return tuple(headed)


def _over_text(index: int, looks: Sequence[Words | None]) -> Words | None:
    """Leave out a plain numbered line over another line of a heading's look: one of a list of contents."""
    words = looks[index]
    if words is None or any(span.style == "strong" for span in words.spans) or words.plain.isupper():
        return words
    return words if index + 1 < len(looks) and looks[index + 1] is None else None


def _heading(block: Block) -> Words | None:
    """Return the words of a line that looks like a heading; one that Word numbers comes as a list of one."""
    if isinstance(block, Listing):
        (item, *others) = block.items
        is_one = block.ordered and not others and len(item) == 1
        return _heading(item[0]) if is_one else None
    if not isinstance(block, Paragraph):
        return None
    words = block.words
    text = words.plain.strip()
    if len(text) > _LONGEST or "\n" in text or text.endswith(_ENDS) or not any(map(str.isalpha, text)):
        return None
    if any(span.style == "column" for span in words.spans):
        return None
    is_loud = is_strong(words) or (text.isupper() and sum(map(str.isalpha, text)) > 3)
    if not is_loud and not (_NUMBERED.match(text) and of_title(text)):
        return None
    return words


def _plain(words: Words) -> Words:
    """Return the words of a heading, which is strong by itself."""
    spans = [
        Span(each.text, "plain" if each.style == "strong" else each.style, each.link) for each in words.spans
    ]
    return Words(tidy(spans), words.address)


def _is_numbered(words: Words) -> bool:
    return _NUMBERED.match(words.plain) is not None
