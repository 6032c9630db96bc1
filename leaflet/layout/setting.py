"""Set blocks as slabs: lines measured and ready to place, and what must stay together.

Every method takes a block and returns its slabs. The cost of a page break lies with the slab that
would start the new page; `FORBIDDEN` keeps orphans, widows and headings where they belong.
"""

from collections.abc import Sequence

from leaflet.blocks import (
    Block,
    Heading,
    ListBlock,
    ListItem,
    Panel,
    Paragraph,
    Picture,
    PlainBlock,
    Words,
    WriteIn,
)
from leaflet.diagnostics import Finding
from leaflet.layout.boxes import FORBIDDEN, LineBox, Rule, Slab
from leaflet.layout.scale import Scale
from leaflet.structure import Artifact, Owner
from leaflet.text.lines import break_lines
from leaflet.text.words import BOLD, Shaper, Word

_BREAK_PARAGRAPH = 2.0
_BREAK_LIST = 2.0
_BREAK_BETWEEN = 1.0
_BREAK_BEFORE_HEADING = 0.0

_PANEL_GAP = 0.4  # lines of white above a panel
_LIST_INDENT = 1.3  # × body: the bullet's width and the white after it (hanging indent)
_STEP_INDENT = 1.8  # × body
_ITEM_GAP = 0.06  # lines of white between the items of a list
_WRITING_SPACE = 1.6  # lines of white over a line to write on
_WRITING_ROOM = 0.5  # × measure: the least length of a line to write on beside its label
_WRITING_LINE = 0.75  # pt


class Setter:
    """Sets blocks at given measures, collecting what is wrong on the way."""

    def __init__(self, scale: Scale, shaper: Shaper, unbroken: Sequence[str]) -> None:
        self.scale = scale
        self.findings: list[Finding] = []
        self._shaper = shaper
        self._unbroken = unbroken

    def blocks(self, blocks: Sequence[PlainBlock], measure: float) -> list[Slab]:
        """Set a row of blocks, each under the one before."""
        return self.row([(block, self.block(block, measure)) for block in blocks])

    def row(self, made: Sequence[tuple[Block, list[Slab]]]) -> list[Slab]:
        """Put set blocks under one another, with the white between them and the cost of breaking there."""
        slabs: list[Slab] = []
        before: Block | None = None
        for block, own in made:
            slabs.append(self._joined(own[0], before, block))
            slabs += own[1:]
            before = block
        return slabs

    def block(self, block: PlainBlock, measure: float) -> list[Slab]:
        """Set one block, at least one slab."""
        match block:
            case Paragraph():
                return self._paragraph(block.words, block.owner, measure)
            case Heading():
                return self._heading(block, measure)
            case ListBlock():
                return self._list(block, measure)
            case WriteIn():
                return [self._write_in(block, measure)]

    def _joined(self, slab: Slab, before: Block | None, block: Block) -> Slab:
        """Give a block's first slab the white above it, and the cost of a page break there."""
        profile, leading = self.scale.profile, self.scale.leading
        if before is None:
            return slab._replace(gap=0.0, break_cost=FORBIDDEN)
        gap, cost = profile.paragraph_gap * leading, _BREAK_BETWEEN
        if isinstance(block, Heading):
            lines = profile.heading_gap if block.level < 3 else profile.paragraph_gap
            gap, cost = lines * leading, _BREAK_BEFORE_HEADING
        elif isinstance(block, Panel):
            gap = _PANEL_GAP * leading
        if isinstance(before, Picture):
            cost = FORBIDDEN
        if isinstance(before, Heading):
            gap, cost = profile.below_heading * leading, FORBIDDEN
        elif slab.is_warning:
            cost = FORBIDDEN
        elif isinstance(before, Paragraph) and before.leads:
            gap = _ITEM_GAP * leading if isinstance(block, ListBlock) else gap
            cost = FORBIDDEN
        return slab._replace(gap=gap, break_cost=cost)

    def _heading(self, heading: Heading, measure: float) -> list[Slab]:
        profile = self.scale.profile
        size = max(
            self.scale.body, (profile.title_size, profile.heading, profile.subheading)[heading.level - 1]
        )
        words = self.shape(Words(((heading.words.plain, True),), heading.words.origin), BOLD)
        lines = self.lines(words, heading.owner, measure, size)
        return [self.line_slab(line, FORBIDDEN) for line in lines]

    def _paragraph(self, words: Words, owner: Owner, measure: float) -> list[Slab]:
        lines = self.lines(self.shape(words), owner, measure, self.scale.body)
        last = len(lines) - 1
        # No orphan, no widow: two lines stay together at either side of a page break.
        return [
            self.line_slab(line, _BREAK_PARAGRAPH if 1 < index < last else FORBIDDEN)
            for index, line in enumerate(lines)
        ]

    def _list(self, block: ListBlock, measure: float) -> list[Slab]:
        slabs: list[Slab] = []
        last = len(block.items) - 1
        for index, item in enumerate(block.items):
            made = (
                self._definition(item, measure)
                if block.form == "definitions"
                else self._item(item, block.form == "steps", measure)
            )
            # A list never leaves one item behind.
            cost = _BREAK_LIST if 1 < index < last else FORBIDDEN
            made[0] = made[0]._replace(gap=_ITEM_GAP * self.scale.leading, break_cost=cost)
            slabs += made
        return slabs

    def _item(self, item: ListItem, is_step: bool, measure: float) -> list[Slab]:
        """Set an item with a hanging indent, its label on the first line."""
        indent = (_STEP_INDENT if is_step else _LIST_INDENT) * self.scale.body
        body = [_shifted(slab, indent) for slab in self._paragraph(item.words, item.owner, measure - indent)]
        label = self.lines(self.shape(item.label), item.label_owner, indent, self.scale.body)[0]
        body[0] = body[0]._replace(lines=(label, *body[0].lines))
        if item.nested is not None:
            nested = self._list(item.nested, measure - indent)
            nested[0] = nested[0]._replace(break_cost=FORBIDDEN)
            body += [_shifted(slab, indent) for slab in nested]
        return body

    def _definition(self, item: ListItem, measure: float) -> list[Slab]:
        """Set a term with its meaning under it, indented."""
        indent = _LIST_INDENT * self.scale.body
        term = self.lines(self.shape(item.label), item.label_owner, measure, self.scale.body)
        meaning = self._paragraph(item.words, item.owner, measure - indent)
        return [
            *(self.line_slab(line, FORBIDDEN) for line in term),
            *(_shifted(slab, indent) for slab in meaning),
        ]

    def _write_in(self, block: WriteIn, measure: float) -> Slab:
        """Set a label with lines to write on, the first beside the label where there is room."""
        scale = self.scale
        label = self.stack(self._paragraph(block.label, block.owner, measure))
        start = label.lines[-1].width + 0.5 * scale.body
        beside = len(label.lines) == 1 and start <= (1 - _WRITING_ROOM) * measure
        height = label.height
        lines, marks = label.lines, []
        if beside:
            rise = (_WRITING_SPACE - 1) * scale.leading
            height += rise
            lines = tuple(line._replace(y=line.y + rise) for line in lines)
            foot = lines[-1].y + 0.1 * scale.body
            marks.append(Rule(start, foot, measure - start, _WRITING_LINE, Artifact.RULE))
        for _ in range(block.lines - beside):
            height += _WRITING_SPACE * scale.leading
            marks.append(Rule(0.0, height - _WRITING_LINE, measure, _WRITING_LINE, Artifact.RULE))
        return label._replace(height=height, lines=lines, marks=tuple(marks))

    def shape(self, words: Words, strong: int | None = None) -> list[Word]:
        """Return the shaped words of a text, noting every character no face has."""
        shaped = self._shaper.words(words, self.scale.strong if strong is None else strong, self._unbroken)
        for word in shaped:
            if word.missing:
                self.findings.append(_missing(word, words))
        return shaped

    def lines(self, words: Sequence[Word], owner: Owner, measure: float, size: float) -> list[LineBox]:
        """Break words into lines that lie on the baseline of a slab of their own."""
        units = measure * 1000 / size
        baseline = self.scale.baseline(size)
        boxes = []
        for start, stop in break_lines(words, units):
            if stop - start == 1 and words[start].advance > units:
                self.findings.append(_too_wide(words[start], self.scale.profile.name))
            boxes.append(LineBox(tuple(words[start:stop]), 0.0, baseline, size, owner))
        return boxes

    def line_slab(self, line: LineBox, break_cost: float) -> Slab:
        """Return a line as a slab of its own."""
        return Slab(self.scale.line_height(line.size), 0.0, break_cost, (line,))

    def stack(self, slabs: Sequence[Slab], x: float = 0.0, y: float = 0.0) -> Slab:
        """Put slabs under one another into one that no page break cuts, its content moved by x and y."""
        lines: list[LineBox] = []
        marks: list[Rule] = []
        height = y
        for index, slab in enumerate(slabs):
            height += slab.gap if index else 0.0
            lines += [line._replace(x=line.x + x, y=line.y + height) for line in slab.lines]
            marks += [
                mark._replace(x=mark.x + x, y=mark.y + height)
                for mark in slab.marks
                if isinstance(mark, Rule)
            ]
            height += slab.height
        return Slab(height, 0.0, FORBIDDEN, tuple(lines), tuple(marks))


def _shifted(slab: Slab, dx: float) -> Slab:
    return slab._replace(lines=tuple([line._replace(x=line.x + dx) for line in slab.lines]))


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
