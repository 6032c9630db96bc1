"""Footnotes that a source types by hand: a mark at a word, and the note that begins with it, come together.

A note is a line that begins with a raised mark, or with a sign such as † that ended a word before.
It becomes a note under the block that bears its mark, and keeps the mark. What has no partner is told.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from leaflet.importing.book import Book
from leaflet.importing.inline_marks import split_lines
from leaflet.importing.original import Block, Callout, Cell, Note, Paragraph, Table, Words, block_texts
from leaflet.values import altered

_MARK = re.compile(r"[(\[]?(?P<mark>\d{1,2}|[a-z]|[*†‡§¶#]{1,3})[)\].:,]*")
_SIGN = re.compile(
    r"(?<=[^\W_])[)\].,;:]?(?P<mark>[*†‡§¶]{1,3})(?![^\W_])|(?<=[^\W_] )(?P<apart>[†‡§¶]{1,3})(?=\s|$)"
)
_STARTS = re.compile(r"(?P<mark>[*†‡§¶]{1,3})(?!\*)\s*(?=\w)|[(\[](?P<numbered>\d{1,2}|[a-z])[)\]]\s*(?=\w)")
_LETTERED = re.compile(r"(?P<mark>[a-z])[.:)]\s+(?=\w)")
_NUMBER = re.compile(r"(?<!\b10)(?<=\d)$")  # of ten, a raised digit is a power
_POWERED = frozenset({"m", "mm", "cm", "dm", "km", "s", "h", "in", "ft"})
_ORDINALS = frozenset("oer#")  # nº, 1ᵉ, Mʳ
_FAR = "a footnote stands away from its mark, under other text: does it say what it is about?"
_SEVERAL = "notes without marks stand under one text: which of its words does each belong to?"
_BEHIND_A_NUMBER = "a raised digit behind a number: is it a power, or the mark of a note?"
_ALONE = "the mark of a footnote whose note is not in this part: write the note, or take the mark out"


def with_notes(blocks: Sequence[Block], book: Book) -> tuple[Block, ...]:
    """Return blocks with each footnote under the block that bears its mark."""
    lines = list(_lines(blocks))
    marks = [set(_marks(block)) for block in lines]
    bearing = Counter(mark for found in marks for mark in found)
    starts = [_start(block, bearing) for block in lines]
    starts = _without_lists(lines, starts)
    noted = {start for start in starts if start}
    noted |= {mark for block, start in zip(lines, starts, strict=True) if start for mark in _inside(block)}
    _tell_of_doubts(lines, book)
    for block, found in zip(lines, marks, strict=True):
        for mark in sorted(found - noted):
            if _is_sure(block, mark):
                book.enter("decision", next(block_texts(block)).address, mark, _ALONE)
    if not noted:
        return tuple(blocks)
    return _placed(lines, marks, starts, book)


def _tell_of_doubts(lines: Sequence[Block], book: Book) -> None:
    """Enter where notes stand under one text without their marks, or a raised digit behind a number."""
    for first, second in pairwise(lines):
        if isinstance(first, Note) and isinstance(second, Note):
            book.enter("decision", second.words.address, second.words.plain, _SEVERAL)
    for words in [words for block in lines for words in _each_text(block)]:
        for before, span in pairwise(words.spans):
            is_doubtful = _NUMBER.search(before.text) and re.fullmatch(r"\d", span.text)
            if span.style == "raised" and is_doubtful:
                book.enter("decision", words.address, before.text[-20:] + span.text, _BEHIND_A_NUMBER)


def _placed(
    lines: Sequence[Block], marks: Sequence[set[str]], starts: Sequence[str], book: Book
) -> tuple[Block, ...]:
    """Return the blocks with each note behind the last block before it that bears its mark."""
    under: dict[int, list[Block]] = {}
    stays: dict[int, Block] = {}
    for index, start in enumerate(starts):
        block = lines[index]
        if not start or not isinstance(block, Paragraph):
            continue
        bearers = [at for at in range(index) if start in marks[at] and not starts[at]]
        note = Note(block.words, is_marked=True)
        between = [at for at in range(bearers[-1] + 1, index) if not starts[at]] if bearers else []
        if len(bearers) == 1 and between:
            under.setdefault(bearers[0], []).append(note)
            book.enter("moved", block.words.address, block.words.plain, "a footnote stands under its mark")
        else:
            stays[index] = note
            if between or not bearers:
                book.enter("decision", block.words.address, block.words.plain, _FAR)
    placed: list[Block] = []
    for index, block in enumerate(lines):
        if index in stays:
            placed.append(stays[index])
        elif not starts[index]:
            placed += [block, *under.get(index, [])]
    return tuple(placed)


def _lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, a paragraph cut at its line breaks where each line begins with a raised mark."""
    for block in blocks:
        parts = split_lines(block.words) if isinstance(block, Paragraph) else []
        if len(parts) > 1 and all(map(_raised_start, parts)):
            yield from map(Paragraph, parts)
        elif isinstance(block, Table):
            yield from _without_foot(block)
        else:
            yield block


def _without_foot(table: Table) -> Iterator[Block]:
    """Yield a table, and behind it the notes that stand in its last rows, each over all columns."""
    rows = list(table.rows)
    notes: list[Block] = []
    while len(rows) > 1 and (note := _note_of(rows[-1])) is not None:
        notes.insert(0, note)
        rows.pop()
    yield altered(table, rows=tuple(rows)) if notes else table
    yield from notes


def _note_of(row: Sequence[Cell]) -> Paragraph | None:
    """Return the note that a row is: one cell of one paragraph that begins with a mark."""
    said = [cell for cell in row if cell.blocks]
    if len(said) != 1 or len(said[0].blocks) != 1 or (len(row) == 1 and said[0].across < 2):
        return None
    block = said[0].blocks[0]
    if not isinstance(block, Paragraph):
        return None
    starts = _raised_start(block.words) or _STARTS.match(block.words.plain.lstrip())
    return block if starts else None


def _start(block: Block, bearing: Counter[str]) -> str:
    """Return the mark that a note begins with; "" where a block is none."""
    if not isinstance(block, Paragraph):
        return ""
    raised = _raised_start(block.words)
    if raised:
        return raised
    said = block.words.plain.lstrip()
    for pattern in (_STARTS, _LETTERED):
        found = pattern.match(said)
        mark = next(filter(None, found.groups()), "") if found else ""
        if mark and bearing[mark]:
            return mark
    return ""


def _without_lists(lines: Sequence[Block], starts: Sequence[str]) -> list[str]:
    """Take back starts that are bullets: one sign at the head of several paragraphs."""
    counts = Counter(start for start in starts if start)
    return [
        "" if counts[start] > 1 and isinstance(block, Paragraph) and not _raised_start(block.words) else start
        for block, start in zip(lines, starts, strict=True)
    ]


def _raised_start(words: Words) -> str:
    said = [span for span in words.spans if span.text.strip()]
    if len(said) < 2 or said[0].style != "raised":
        return ""
    found = _MARK.fullmatch(said[0].text.strip())
    return found["mark"] if found else ""


def _marks(block: Block) -> Iterator[str]:
    """Yield the marks that stand behind words of a block."""
    for words in _each_text(block):
        before = ""
        for span in words.spans:
            said = span.text.strip()
            if span.style == "raised" and before.strip():
                yield from _several(said)
            elif span.style != "raised":
                yield from (
                    found["mark"] or found["apart"] for found in _SIGN.finditer(before[-1:] + span.text)
                )
            before += span.text


def _inside(block: Block) -> Iterator[str]:
    """Yield the marks of further notes in a note: "* once † twice"."""
    for words in block_texts(block):
        for span in words.spans:
            if span.style == "raised":
                yield from _several(span.text.strip())
            else:
                yield from re.findall(r"[†‡§¶]", span.text)


def _several(said: str) -> Iterator[str]:
    """Yield the marks of a raised text: "1,2" are two."""
    for part in said.replace(",", " ").split():
        found = _MARK.fullmatch(part)
        if found:
            yield found["mark"]


def _each_text(block: Block) -> Iterator[Words]:
    if isinstance(block, Callout):
        for inner in block.blocks:
            yield from _each_text(inner)
    else:
        yield from block_texts(block)


def _is_sure(block: Block, mark: str) -> bool:
    """Tell whether a mark without a note is one: a raised letter or number behind a word, not a unit."""
    for words in _each_text(block):
        before = ""
        for span in words.spans:
            if span.style == "raised" and mark in _several(span.text.strip()):
                word = re.search(r"([^\W\d_]+)[.,;:)]?\s*$", before)
                return word is not None and word[1] not in _POWERED and mark not in _ORDINALS
            before += span.text
    return mark in "†‡§¶"
