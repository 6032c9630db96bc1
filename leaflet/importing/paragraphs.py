"""Find what a source only drew: headings in bold, bullets and numbers typed by hand, lines that break."""

import re
from collections.abc import Sequence

from leaflet.importing.book import Book
from leaflet.importing.columns import tabbed
from leaflet.importing.inline_marks import is_strong, split_lines, without_start
from leaflet.importing.original import Block, Figure, Heading, Listing, Note, Paragraph, Span, Table, Words
from leaflet.importing.topics import of_title

# Signs that stand for a bullet, also those of symbol fonts (private use), and numbers of a list.
_BULLET = re.compile(r"(?:[•●○◦▪▫■□◾⁃∙·*‣➢✓–—-]|[\ue000-\uf8ff]|o(?= {2,}))(?=\s|[^\W\d_])(?!\w+-)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)](?=\s|[^\W\d_])")
_CIRCLE = re.compile(r"o(?= \w)")
_SET_APART = re.compile(r":\s+(?P<mark>[*•●▪])\s")  # bullets in one line, after what leads to them
MARK = "a mark typed by hand; the list prints its own"
_LONGEST_HEADING = 120
_LONGEST_LINE = 100
_MOST_TOGETHER = 2  # bold paragraphs in a row that are a heading and one below it; more of them are a list


def restored(blocks: Sequence[Block], book: Book) -> list[Block]:
    """Return blocks with typed lists as lists, bold lines as headings, long broken lines apart."""
    return _headings(_lists(_broken(tabbed(blocks, book)), book))


def _broken(blocks: Sequence[Block]) -> list[Block]:
    """Cut a paragraph at its line breaks where they part more than lines of one thing."""
    cut: list[Block] = []
    for block in map(_in_lines, blocks):
        if isinstance(block, Paragraph) and "\n" in block.words.plain:
            parts = split_lines(block.words)
            if len(parts) == 1 or (parts and _is_more_than_lines(parts)):
                cut += [Paragraph(part) for part in parts]
                continue
        cut.append(block)
    return cut


def _in_lines(block: Block) -> Block:
    """Return a paragraph with its list, whose bullets stand within one line, in lines: "if you: * … * …"."""
    found = _SET_APART.search(block.words.plain) if isinstance(block, Paragraph) else None
    if found is None or not isinstance(block, Paragraph):
        return block
    mark = re.compile(rf"\s+(?={re.escape(found['mark'])}\s)")
    spans = [Span(mark.sub("\n", span.text), span.style, span.link) for span in block.words.spans]
    return Paragraph(Words(tuple(spans), block.words.address))


def _is_more_than_lines(lines: Sequence[Words]) -> bool:
    """Tell whether lines are paragraphs: long ones, typed bullets, or a heading over others."""
    texts = [line.plain.strip() for line in lines]
    if any(len(text) > _LONGEST_LINE or _BULLET.match(text) for text in texts):
        return True
    return is_strong(lines[0]) and not all(map(is_strong, lines))


def _lists(blocks: Sequence[Block], book: Book) -> list[Block]:
    found: list[Block] = []
    index = 0
    while index < len(blocks):
        marks = _run_of_marks(blocks, index)
        if not marks:
            found.append(blocks[index])
            index += 1
            continue
        items: list[tuple[Block, ...]] = []
        for block, mark in zip(blocks[index : index + len(marks)], marks, strict=True):
            assert isinstance(block, Paragraph)  # noqa: S101 - a run of marks is one of paragraphs
            items.append((Paragraph(without_start(block.words, len(mark))),))
            enter_mark(block.words, mark, book)
        first = blocks[index]
        assert isinstance(first, Paragraph)  # noqa: S101 - as above
        found.append(Listing(tuple(items), marks[0][0].isdigit(), first.words.address))
        index += len(marks)
    return found


def mark_of(text: str) -> str:
    """Return the bullet that a text begins with, "" where it has none."""
    found = _BULLET.match(text)
    return found.group() if found and text[found.end() :].strip() else ""


def is_mark(text: str) -> bool:
    """Tell whether a text is a bullet alone."""
    return text == "o" or mark_of(f"{text} x") == text


def enter_mark(words: Words, mark: str, book: Book) -> None:
    """Enter a typed mark; one that is glued to its word changes that word."""
    word = words.plain.split()[0]
    if word == mark:
        book.enter("printed", words.address, mark, MARK)
    else:
        book.enter("dropped", words.address, word, MARK)
        book.add(words.address, word[len(mark) :], MARK)


def _run_of_marks(blocks: Sequence[Block], start: int) -> list[str]:
    """Return the typed marks of the list that begins here: bullets, or at least two numbers from 1 on."""
    circles = _run_of_circles(blocks, start)
    if circles:
        return circles
    bullets: list[str] = []
    numbers: list[str] = []
    for index in range(start, len(blocks)):
        block = blocks[index]
        text = block.words.plain if isinstance(block, Paragraph) else ""
        bullet, number = _BULLET.match(text), _NUMBER.match(text)
        if bullet and not numbers and text[bullet.end() :].strip():
            bullets.append(bullet.group())
        elif number and not bullets and int(number["number"]) == len(numbers) + 1:
            numbers.append(number.group())
        else:
            break
    return bullets or (numbers if len(numbers) > 1 else [])


def _run_of_circles(blocks: Sequence[Block], start: int) -> list[str]:
    """Return the letters o that stand for bullets: at several lines under a list or a colon."""
    before = blocks[start - 1] if start else None
    if not isinstance(before, Listing) and not (
        isinstance(before, Paragraph) and before.words.plain.rstrip().endswith(":")
    ):
        return []
    circles: list[str] = []
    for block in blocks[start:]:
        found = _CIRCLE.match(block.words.plain) if isinstance(block, Paragraph) else None
        if found is None:
            break
        circles.append(found.group())
    return circles if len(circles) > 1 else []


def _headings(blocks: Sequence[Block]) -> list[Block]:
    """Turn a bold line over a text into a heading."""
    found: list[Block] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and _is_heading(block.words) and _stands_over(blocks, index):
            found.append(Heading(block.words, 9))
        else:
            found.append(block)
    return found


def _is_heading(words: Words) -> bool:
    text = words.plain.strip()
    if not is_strong(words) or len(text) > _LONGEST_HEADING or "\n" in text:
        return False
    return not text.endswith((".", ",", ";", "!")) or (len(text) < 60 and bool(of_title(text)))


def _stands_over(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a text follows, and few bold lines stand together."""
    start = end = index
    while start > max(0, index - _MOST_TOGETHER) and _is_bold(blocks[start - 1]):
        start -= 1
    while end < min(len(blocks), index + _MOST_TOGETHER + 1) and _is_bold(blocks[end]):
        end += 1
    follows = end < len(blocks) and isinstance(blocks[end], Paragraph | Listing | Table | Figure | Note)
    return follows and end - start <= _MOST_TOGETHER


def _is_bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and _is_heading(block.words)
