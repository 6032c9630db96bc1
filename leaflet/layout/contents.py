"""The list of contents: from three pages on, the sections with their pages, where it costs no sheet.

A short leaflet needs none, and no sheet is spent on it. It stands after the warnings, whole, the numbers in
a column of their own beside the headings, so that no eye must cross the page; in two columns where they fit.
It is read out as a list of contents (TOC), and is no part of the leaflet's words, which are the same in
every print.
"""

from collections.abc import Mapping, Sequence

from leaflet.document.styles import STYLES
from leaflet.document.tree import Artifact, Document, Node, Role, Run, Tag, Text
from leaflet.layout.boxes import Fragment, LineBox, PlacedFragment, Rule
from leaflet.layout.scale import Scale
from leaflet.layout.set_text import text_lines
from leaflet.layout.setting import Column, Setter
from leaflet.text.slugs import Slug
from leaflet.values import Value

FROM_PAGES = 3
_GAP = 1.0  # × body, between headings and numbers, and twice that between columns
_UNDER_TITLE, _BETWEEN = 0.2, 0.1  # lines of white
_TITLE, _ENTRY, _LIST = (STYLES[name] for name in ("contents title", "contents entry", "contents"))


class _Entry(Value):
    """A section in the list: its heading's lines, and the number of its page."""

    lines: Sequence[LineBox]
    number: LineBox
    leaf: Node
    heading: Node


class Contents(Value):
    """A list of contents as it is set, and as it is read out."""

    fragment: Fragment
    nodes: tuple[Node, ...]


def pages_of(document: Document, pages: Sequence[Sequence[PlacedFragment]]) -> dict[Node, int]:
    """Return the number of the page on which each section's heading stands, in order."""
    headings = {node.kids[0] for node in document.root.kids if node.style.display == "section"}
    found: dict[Node, int] = {}
    for number, page in enumerate(pages, start=1):
        for placed in page:
            for line in placed.fragment.lines:
                if isinstance(line.owner, Node) and line.owner in headings:
                    found.setdefault(line.owner, number)
    return found


def set_contents(title: str, numbers: Mapping[Node, int], setter: Setter, column: Column) -> Contents | None:
    """Return the list of sections by their headings, each with the number of its page, as one fragment.

    None where a word of a heading, such as the medicine's name, is wider than the list.
    """
    for columns in _columns(column, setter.scale):
        entries = _entries(setter, numbers, columns[0].measure)
        if entries is not None:
            return _placed(title, entries, setter, column, columns)
    return None


def least_height(entries: int, column: Column, scale: Scale) -> float:
    """Return a height in points than which no list of so many entries takes less: a line for each."""
    return -(-entries // max(map(len, _columns(column, scale)))) * scale.leading


def _entries(setter: Setter, numbers: Mapping[Node, int], measure: float) -> list[_Entry] | None:
    """Return the entries of a column so wide; None where a word is wider."""
    widest = max([setter.shape(_number(each))[0].advance for each in set(numbers.values())], default=0.0)
    beside = measure - (_GAP + widest / 1000) * setter.scale.body
    entries = [_entry(setter, heading, number, beside) for heading, number in numbers.items()]
    too_wide = any(line.width > beside for entry in entries for line in entry.lines)
    return None if too_wide else entries


def _placed(
    title: str, entries: Sequence[_Entry], setter: Setter, column: Column, columns: Sequence[Column]
) -> Contents:
    scale = setter.scale
    head = Node(Tag(Role.PARAGRAPH), _TITLE, text=Text.of(title))
    rule = scale.profile.section_rule
    top = rule + 0.2 * scale.leading if rule else 0.0
    marks = (Rule(column.x - scale.hang, 0.0, scale.width, rule, Artifact.RULE),) if rule else ()
    lines, start = _title(setter, head, column, top)
    foot = top + len(lines) * scale.line_height(lines[0].size)
    for rows in _places(setter, entries, columns):
        y = start
        for entry, x, at in rows:
            lines += [_moved(line, x, y + index * scale.leading) for index, line in enumerate(entry.lines)]
            y += (len(entry.lines) + _BETWEEN) * scale.leading
            lines.append(_moved(entry.number, at, y - (1 + _BETWEEN) * scale.leading))
        foot = max(foot, y)
    items = [_item(entry) for entry in entries]
    gap = scale.profile.heading_gap * scale.leading
    fragment = Fragment(foot, gap, _LIST.break_cost, tuple(lines), marks)
    return Contents(fragment, (head, Node(Tag(Role.CONTENTS), _LIST, tuple(items))))


def _item(entry: _Entry) -> Node:
    """Return an entry as it is read out: a link to its section, in a paragraph of its own."""
    paragraph = Node(Tag(Role.PARAGRAPH), _LIST, (entry.leaf,))
    return Node(Tag(Role.CONTENTS_ITEM, refers=entry.heading), _LIST, (paragraph,))


def _title(setter: Setter, head: Node, column: Column, top: float) -> tuple[list[LineBox], float]:
    """Return the lines of the title, hung beside the list or above it, and where the list starts."""
    scale = setter.scale
    if scale.hang:
        lines = text_lines(setter, head, Column(column.x - scale.hang, scale.hang))
        rise = setter.baseline - scale.baseline(lines[0].size)
    else:
        lines, rise = text_lines(setter, head, column), 0.0
    height = scale.line_height(lines[0].size)
    placed = [_moved(line, 0.0, top + rise + index * height) for index, line in enumerate(lines)]
    return placed, top if scale.hang else top + height * len(lines) + _UNDER_TITLE * scale.leading


def _number(number: int) -> Text:
    return Text((Run(str(number), strong=True),))


def _entry(setter: Setter, heading: Node, number: int, measure: float) -> _Entry:
    """Return a heading with the number of its page, which is strong and stands on its last line."""
    words = heading.words
    text = Text((Run(f"{words} "), *_number(number).runs))
    leaf = Node(Tag(Role.LINK, refers=heading), _ENTRY, text=text)
    size = setter.scale.body
    lines = setter.paragraph(Text.of(words), leaf, Column(0.0, measure), size)
    label = LineBox.of(Slug(setter.shape(_number(number))), 0.0, setter.baseline, size, leaf)
    return _Entry(lines, label, leaf, heading)


def _columns(column: Column, scale: Scale) -> list[list[Column]]:
    """Return the columns of the list, the best first: two in the smaller sizes, whose headings hang."""
    if not scale.hang:
        return [[column]]
    between = 2 * _GAP * scale.body
    width = (column.measure - between) / 2
    return [[Column(column.x, width), Column(column.x + width + between, width)], [column]]


def _places(
    setter: Setter, entries: Sequence[_Entry], columns: Sequence[Column]
) -> list[list[tuple[_Entry, float, float]]]:
    """Return the entries by columns, each with where its heading and its number start."""
    per = -(-len(entries) // len(columns))
    places = []
    for index, column in enumerate(columns):
        mine = entries[index * per : (index + 1) * per]
        widest = max([line.width for entry in mine for line in entry.lines], default=0.0)
        places.append([(entry, column.x, column.x + widest + _GAP * setter.scale.body) for entry in mine])
    return places


def _moved(line: LineBox, x: float, y: float) -> LineBox:
    return LineBox(line.slug, line.x + x, line.y + y, line.width, line.size, line.owner)
