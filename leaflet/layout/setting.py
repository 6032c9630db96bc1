"""Set blocks as slabs: lines measured and ready to place, and what must stay together.

Every method takes a block and returns its slabs. The cost of a page break lies with the slab that
would start the new page; `FORBIDDEN` keeps orphans, widows and headings where they belong.
"""

from collections.abc import Sequence
from math import inf
from operator import attrgetter

from leaflet.blocks import (
    Block,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    PlainBlock,
    Words,
    WriteIn,
)
from leaflet.diagnostics import Finding
from leaflet.layout.boxes import FORBIDDEN, LineBox, Rule, Slab
from leaflet.layout.joints import CLOSE, ITEM_GAP, Joint, joint_of
from leaflet.layout.scale import Scale
from leaflet.structure import Artifact, Owner
from leaflet.text.lines import break_lines
from leaflet.text.words import BOLD, Shaper, Word
from leaflet.values import Value, altered

_BREAK_PARAGRAPH = 2.0
_BREAK_LIST = 2.0

_LIST_INDENT = 1.3  # × body: the bullet's width and the white after it (hanging indent)
_STEP_INDENT = 1.8  # × body
_WRITING_SPACE = 1.6  # lines of white over a line to write on
_WRITING_ROOM = 0.5  # × measure: the least length of a line to write on beside its label
_WRITING_LINE = 0.75  # pt

_lacking = attrgetter("missing")


class Column(Value):
    """Where lines may stand, in points: from x on, counted from the slab's left edge."""

    x: float
    measure: float

    def indented(self, indent: float) -> "Column":
        """Return the column with white at its left."""
        return Column(self.x + indent, self.measure - indent)


class Setter:
    """Sets blocks in given columns, collecting what is wrong on the way."""

    def __init__(self, scale: Scale, shaper: Shaper, unbroken: Sequence[str]) -> None:
        self.scale = scale
        self.findings: list[Finding] = []
        self._shaper = shaper
        self._unbroken = unbroken
        self._baseline = scale.baseline(scale.body)
        self._labels: dict[str, tuple[tuple[Word, ...], float]] = {}
        item_gap = ITEM_GAP * scale.leading
        # A list never leaves one item behind.
        self._between_items = Joint(item_gap, _BREAK_LIST)
        self._beside_end = Joint(item_gap, FORBIDDEN)

    def blocks(self, blocks: Sequence[PlainBlock], column: Column, most_white: float = inf) -> list[Slab]:
        """Set a row of blocks, each under the one before, with at most so much white between them."""
        slabs: list[Slab] = []
        before: Block | None = None
        for block in blocks:
            joint = joint_of(before, block, self.scale)
            if joint.gap > most_white:
                joint = Joint(most_white, joint.break_cost)
            slabs += self.block(block, column, joint)
            before = block
        return slabs

    def block(self, block: PlainBlock, column: Column, joint: Joint) -> list[Slab]:
        """Set one block, at least one slab, `joint` above the first."""
        match block:
            case Paragraph():
                return self._paragraph(block.words, block.owner, column, joint)
            case Heading():
                return self._heading(block, column, joint)
            case ListBlock():
                return self._list(block, column, joint)
            case WriteIn():
                return [self._write_in(block, column, joint)]

    def _heading(self, heading: Heading, column: Column, joint: Joint) -> list[Slab]:
        profile = self.scale.profile
        size = max(
            self.scale.body, (profile.title_size, profile.heading, profile.subheading)[heading.level - 1]
        )
        words = self.shape(Words(((heading.words.plain, True),), heading.words.origin), BOLD)
        return self._whole(self.lines(words, heading.owner, column, size), joint)

    def _paragraph(self, words: Words, owner: Owner, column: Column, joint: Joint) -> list[Slab]:
        return self._text(self.lines(self.shape(words), owner, column, self.scale.body), joint)

    def _text(self, lines: Sequence[LineBox], joint: Joint, label: tuple[LineBox, ...] = ()) -> list[Slab]:
        """Return lines of the body's size as slabs, `label` beside the first."""
        height = self.scale.leading
        slabs = [Slab(height, joint.gap, joint.break_cost, (*label, lines[0]))]
        last = len(lines) - 1
        # No orphan, no widow: two lines stay together at either side of a page break.
        for index in range(1, last + 1):
            cost = _BREAK_PARAGRAPH if 1 < index < last else FORBIDDEN
            slabs.append(Slab(height, 0.0, cost, (lines[index],)))
        return slabs

    def _whole(self, lines: Sequence[LineBox], joint: Joint) -> list[Slab]:
        """Return lines of one size as slabs between which no page breaks."""
        height = self.scale.line_height(lines[0].size)
        slabs = [Slab(height, joint.gap, joint.break_cost, (lines[0],))]
        slabs += [Slab(height, 0.0, FORBIDDEN, (line,)) for line in lines[1:]]
        return slabs

    def _list(self, block: ListBlock, column: Column, joint: Joint) -> list[Slab]:
        slabs: list[Slab] = []
        set_item = self._definition if block.form == "definitions" else self._item
        inner = column.indented((_STEP_INDENT if block.form == "steps" else _LIST_INDENT) * self.scale.body)
        last = len(block.items) - 1
        for index, item in enumerate(block.items):
            if index:
                joint = self._between_items if 1 < index < last else self._beside_end
            slabs += set_item(item, column, inner, joint)
        return slabs

    def _item(self, item: ListItem, column: Column, inner: Column, joint: Joint) -> list[Slab]:
        """Set an item with a hanging indent, its label on the first line."""
        lines = self.lines(self.shape(item.words), item.owner, inner, self.scale.body)
        slabs = self._text(lines, joint, (self._label(item, column.x),))
        if item.nested is not None:
            slabs += self._list(item.nested, inner, self._beside_end)
        return slabs

    def _label(self, item: ListItem, x: float) -> LineBox:
        """Set a bullet or a number; a list has the same ones over and over."""
        text = item.label.plain
        known = self._labels.get(text)
        if known is None:
            line = LineBox.of(self.shape(item.label), x, self._baseline, self.scale.body, item.label_owner)
            self._labels[text] = line.words, line.width
            return line
        return LineBox(known[0], x, self._baseline, known[1], self.scale.body, item.label_owner)

    def _definition(self, item: ListItem, column: Column, inner: Column, joint: Joint) -> list[Slab]:
        """Set a term with its meaning under it, indented."""
        term = self.lines(self.shape(item.label), item.label_owner, column, self.scale.body)
        return self._whole(term, joint) + self._paragraph(item.words, item.owner, inner, CLOSE)

    def _write_in(self, block: WriteIn, column: Column, joint: Joint) -> Slab:
        """Set a label with lines to write on, the first beside the label where there is room."""
        scale, x, measure = self.scale, column.x, column.measure
        label = stack(self._paragraph(block.label, block.owner, column, CLOSE))
        start = label.lines[-1].width + 0.5 * scale.body
        beside = len(label.lines) == 1 and start <= (1 - _WRITING_ROOM) * measure
        height = label.height
        lines, marks = label.lines, []
        if beside:
            rise = (_WRITING_SPACE - 1) * scale.leading
            height += rise
            lines = stack([label], rise).lines
            foot = lines[-1].y + 0.1 * scale.body
            marks.append(Rule(x + start, foot, measure - start, _WRITING_LINE, Artifact.RULE))
        for _ in range(block.lines - beside):
            height += _WRITING_SPACE * scale.leading
            marks.append(Rule(x, height - _WRITING_LINE, measure, _WRITING_LINE, Artifact.RULE))
        return Slab(height, joint.gap, joint.break_cost, lines, tuple(marks))

    def shape(self, words: Words, strong: int | None = None) -> tuple[Word, ...]:
        """Return the shaped words of a text, noting every character no face has."""
        shaped = self._shaper.words(words, self.scale.strong if strong is None else strong, self._unbroken)
        if any(map(_lacking, shaped)):
            self.findings += [_missing(word, words) for word in shaped if word.missing]
        return shaped

    def lines(self, words: tuple[Word, ...], owner: Owner, column: Column, size: float) -> list[LineBox]:
        """Break words into lines that lie on the baseline of a slab of their own."""
        x, measure = column.x, column.measure
        units = measure * 1000 / size
        baseline = self._baseline if size == self.scale.body else self.scale.baseline(size)
        boxes = []
        for start, stop, width in break_lines(words, units):
            if width > units and stop - start == 1:
                self.findings.append(_too_wide(words[start], self.scale.profile.name))
            boxes.append(LineBox(words[start:stop], x, baseline, width * size / 1000, size, owner))
        return boxes


def stack(slabs: Sequence[Slab], y: float = 0.0) -> Slab:
    """Put slabs of text under one another into one that no page break cuts, its content moved down by y."""
    lines: list[LineBox] = []
    marks: list[Rule] = []
    height = y
    for index, slab in enumerate(slabs):
        height += slab.gap if index else 0.0
        lines += [
            LineBox(line.words, line.x, line.y + height, line.width, line.size, line.owner)
            for line in slab.lines
        ]
        marks += [altered(mark, y=mark.y + height) for mark in slab.marks if isinstance(mark, Rule)]
        height += slab.height
    return Slab(height, 0.0, FORBIDDEN, tuple(lines), tuple(marks))


def _missing(word: Word, words: Words) -> Finding:
    character = word.missing[0]
    at = words.plain.find(character)
    text = words.origin.text
    return Finding(
        code="L002",
        message=f"no typeface here has the character {character!r} (U+{ord(character):04X})",
        hint="write it in words, or with characters of a supported script",
        span=text.locate(at, at + 1) if text is not None else None,
    )


def _too_wide(word: Word, profile: str) -> Finding:
    return Finding(
        code="L003",
        message=f"{word.text!r} is wider than a line at profile {profile!r}",
        hint="use a shorter word or larger paper: words are never split",
    )
