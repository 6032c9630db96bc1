"""Rows on pages of 25 lines of 40 cells, and back: what holds together does, and each page has its number.

The rules are those of Braille Formats (BANA, 2016). Pages are numbered from 1, at the right of their last
line, which holds nothing else (1.15.1). From page 2 on, line 1 has the leaflet's name in its middle (1.8.2),
so that a page alone tells what it belongs to; what needs a blank line before it has it there, too, and so a
heading, a list or a box starts on line 3 (1.8.2a, 4.3.2, 7.2.1a, 8.3.4b). A box that a page can hold stands
on one (7.3.1).
"""

from collections.abc import Iterator, Sequence

from leaflet.braille.braille_rows import BOTTOM, NESTING, TOP, WIDTH, Row
from leaflet.braille.signs import BLANK, GOES_ON, number, to_ascii, to_cells

HEIGHT = 25
_HEAD = 1  # line of the running head
_SIDES = 3  # blank cells at each side of it (1.8.2)
_FEED, _END = "\f", "\r\n"
_BOXES = (TOP, BOTTOM, NESTING)


def paged(rows: Sequence[Row], name: str) -> list[list[str]]:
    """Return the lines of each page, as cells; `name` heads each page but the first."""
    pages: list[list[str]] = [[]]
    for chunk in _chunks(rows):
        lines = [row.cells for row in chunk]
        if len(pages[-1]) + len(lines) > _room(len(pages)) and pages[-1]:
            pages.append([])
        if len(pages) == 1 and not pages[0] and not lines[0]:
            lines = lines[1:]
        while len(lines) > _room(len(pages)):
            room = _room(len(pages))
            pages[-1], lines = lines[:room], lines[room:]
            pages.append([])
        pages[-1] += lines
    return [_page(lines, index, name) for index, lines in enumerate(pages, start=1)]


def written(pages: Sequence[Sequence[str]]) -> bytes:
    """Return pages as a BRF file: ASCII Braille, each page ended by a form feed."""
    return "".join(
        [_END.join([to_ascii(line.rstrip(BLANK)) for line in page]) + _END + _FEED for page in pages]
    ).encode("ascii")


def stretches(data: bytes) -> tuple[str, ...]:
    """Return the cells of a BRF file between its blank lines and boxes, without heads and page numbers.

    Raises `ValueError` where a page is not as `written` makes it.
    """
    *pages, rest = data.decode("ascii").split(_FEED)
    if rest or not pages:
        raise ValueError("the last page is not ended")
    lines = [line for index, page in enumerate(pages, start=1) for line in _content(page, index)]
    return tuple(_joined(lines))


def _room(page: int) -> int:
    return HEIGHT - 1 - (_HEAD if page > 1 else 0)


def _chunks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows that stand on one page: those that hold to the next one, and a box that a page can hold."""
    chunk, rows = [], _held(rows)
    for row in rows:
        chunk.append(row)
        if not row.holds:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _held(rows: Sequence[Row]) -> list[Row]:
    """Let the rows of each box hold together, if a page can hold them; else its ends to a row within."""
    held = list(rows)
    opened: list[int] = []
    for index, row in enumerate(rows):
        if row.cells == TOP or (row.cells == NESTING and row.holds):
            opened.append(index)
        elif row.cells in _BOXES:
            start = opened.pop()
            first = start if index - start < _room(2) - 1 else index - 1  # a blank line is before it
            held[first:index] = [Row(each.cells, holds=True) for each in held[first:index]]
    return held


def _page(lines: Sequence[str], index: int, name: str) -> list[str]:
    head = [BLANK * ((WIDTH - len(name)) // 2) + name] if index > 1 else []
    full = [*head, *lines]
    full += [""] * (HEIGHT - 1 - len(full))
    return [*full, number(index).rjust(WIDTH, BLANK)]


def shortened(name: str) -> str:
    """Return as many whole words of a name as a running head holds, which is one line (1.8.2b, 1.8.2e)."""
    words = name.split(BLANK)
    while len(words) > 1 and len(BLANK.join(words)) > WIDTH - 2 * _SIDES:
        words.pop()
    return BLANK.join(words)[: WIDTH - 2 * _SIDES]


def _content(page: str, index: int) -> list[str]:
    lines = [to_cells(line) for line in page.removesuffix(_END).split(_END)]
    if len(lines) != HEIGHT:
        raise ValueError(f"page {index} has {len(lines)} lines, not {HEIGHT}")
    if max(map(len, lines)) > WIDTH:
        raise ValueError(f"page {index} has a line of more than {WIDTH} cells")
    if lines[-1].strip(BLANK) != number(index):
        raise ValueError(f"page {index} does not have its number at its foot")
    if index > 1 and not lines[0].startswith(BLANK * _SIDES):
        raise ValueError(f"page {index} has no running head")
    return lines[_HEAD if index > 1 else 0 : -1]


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield what stands between blank lines and boxes, each as one row of cells."""
    text = ""
    for line in [*lines, ""]:
        words = line.strip(BLANK)
        if words and line not in _BOXES:
            text = (
                f"{text.removesuffix(GOES_ON)}{words}" if text.endswith(GOES_ON) else f"{text}{BLANK}{words}"
            )
        elif text:
            yield text.lstrip(BLANK)
            text = ""
