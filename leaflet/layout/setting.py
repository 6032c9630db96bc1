"""Set nodes as fragments: lines measured and ready to place, and what must stay together.

A primitive takes a node and returns its fragments, at least one, its spacing above the first. The cost
of a page break lies with the fragment that would start the new page; `FORBIDDEN` keeps orphans, widows
and headings where they belong.
"""

from collections.abc import Callable, Mapping, Sequence
from math import inf
from operator import attrgetter

from leaflet.diagnostics import Finding
from leaflet.document.styles import FORBIDDEN, SECTION, Display
from leaflet.document.tree import Node, Owner, Text
from leaflet.layout.boxes import Fragment, LineBox
from leaflet.layout.scale import Scale
from leaflet.layout.spacing import CLOSE, Spacing, spacing_between
from leaflet.text.shaper import Shaper
from leaflet.text.slugs import Slug, slugs_of
from leaflet.text.words import Word
from leaflet.values import Value, altered

_SHORT = 1 / 3  # × the paper's height: what is no taller is one thought
_lacking = attrgetter("missing")


class Column(Value):
    """Where lines may stand, in points: from x on, counted from the fragment's start edge."""

    x: float
    measure: float

    def indented(self, indent: float) -> "Column":
        """Return the column with white at its start."""
        return Column(self.x + indent, self.measure - indent)


class Setter:
    """Sets nodes in given columns by the primitives, collecting what is wrong on the way."""

    def __init__(self, scale: Scale, shaper: Shaper, primitives: "Primitives", continued: str = "") -> None:
        self.scale = scale
        self.findings: list[Finding] = []
        self.labels: dict[str, Slug] = {}  # bullets and numbers
        self.heads: dict[Node, Fragment] = {}  # of the warnings
        self.baseline = scale.baseline(scale.body)
        # What stands after words that stand again.
        self.continued = Slug(shaper.words(Text.of(continued))) if continued else None
        self._shaper = shaper
        self._primitives = primitives

    def node(self, node: Node, column: Column, spacing: Spacing) -> list[Fragment]:
        """Set one node, `spacing` above it."""
        return self._primitives[node.style.display](self, node, column, spacing)

    def row(self, nodes: Sequence[Node], column: Column, most_white: float = inf) -> list[Fragment]:
        """Set nodes under one another, with at most so much white between them."""
        fragments: list[Fragment] = []
        before = None
        for node in nodes:
            spacing = spacing_between(before, node.style, self.scale)
            if spacing.gap > most_white:
                spacing = Spacing(most_white, spacing.break_cost)
            fragments += self.node(node, column, spacing)
            before = node.style
        return fragments

    def words(self, node: Node) -> tuple[Word, ...]:
        """Return the shaped words of a leaf in its own style; none of an empty one."""
        if node.text is None or not node.text.plain:
            return ()
        text = node.text
        if node.style.strong:
            text = altered(text, runs=tuple([run._replace(strong=True) for run in text.runs]))
        return self.shape(text)

    def shape(self, text: Text, strong: int | None = None) -> tuple[Word, ...]:
        """Return the shaped words of a text, noting every character no face has."""
        shaped = self._shaper.words(text, self.scale.strong if strong is None else strong)
        if any(map(_lacking, shaped)):
            self.findings += [_missing(word, text) for word in shaped if word.missing]
        return shaped

    def lines(
        self, words: tuple[Word, ...], owner: Owner, column: Column, size: float, text: Text
    ) -> list[LineBox]:
        """Break the words of a text into lines that lie on the baseline of a fragment of their own."""
        units = column.measure * 1000 / size
        return self._boxes(slugs_of(words, units), units, owner, column.x, size, text)

    def paragraph(
        self, text: Text, owner: Owner, column: Column, size: float, strong: int | None = None
    ) -> list[LineBox]:
        """Shape a text and break it into lines, as `shape` and `lines` do."""
        units = column.measure * 1000 / size
        slugs = self._shaper.slugs(text, self.scale.strong if strong is None else strong, units)
        for slug in slugs:
            if slug.lacks:
                self.findings += [_missing(word, text) for word in slug.words if word.missing]
        return self._boxes(slugs, units, owner, column.x, size, text)

    def _boxes(
        self, slugs: Sequence[Slug], units: float, owner: Owner, x: float, size: float, text: Text
    ) -> list[LineBox]:
        baseline = self.baseline if size == self.scale.body else self.scale.baseline(size)
        scale = size / 1000
        boxes = []
        for slug in slugs:
            if slug.width > units and len(slug.words) == 1:
                self.findings.append(_too_wide(slug.words[0], text, self.scale.profile.name))
            boxes.append(LineBox(slug, x, baseline, slug.width * scale, size, owner))
        return boxes


Primitive = Callable[[Setter, Node, Column, Spacing], list[Fragment]]
Primitives = Mapping[Display, Primitive]


def stack(fragments: Sequence[Fragment], y: float = 0.0) -> Fragment:
    """Put fragments under one another into one that no page break cuts, its content moved down by y."""
    lines: list[LineBox] = []
    marks = []
    height = y
    for index, fragment in enumerate(fragments):
        height += fragment.gap if index else 0.0
        lines += [
            LineBox(line.slug, line.x, line.y + height, line.width, line.size, line.owner, line.white)
            for line in fragment.lines
        ]
        marks += [altered(mark, y=mark.y + height) for mark in fragment.marks]
        height += fragment.height
    return Fragment(height, 0.0, FORBIDDEN, tuple(lines), tuple(marks))


def held_together(setter: Setter, fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments of a short section or table so that it stays whole where that costs no sheet."""
    if sum([each.gap + each.height for each in fragments]) > _SHORT * setter.scale.sheet.height:
        return list(fragments)
    return [
        altered(each, break_cost=SECTION) if index and each.break_cost < SECTION else each
        for index, each in enumerate(fragments)
    ]


def _missing(word: Word, text: Text) -> Finding:
    letter = word.missing[0]
    at = text.plain.find(letter)
    codes = " ".join([f"U+{ord(character):04X}" for character in letter])
    what = "the character" if len(letter) == 1 else "these marks on their letter:"
    return Finding(
        code="L002",
        message=f"no typeface here has {what} {letter!r} ({codes})",
        hint="write it in words, or with characters of a supported script",
        span=text.locate(at, at + len(letter)),
    )


def _too_wide(word: Word, text: Text, profile: str) -> Finding:
    at = max(0, text.plain.find(word.text))
    return Finding(
        code="L003",
        message=f"{word.text!r} is wider than a line at profile {profile!r}",
        hint="use a shorter word or larger paper: words are never split",
        span=text.locate(at, at + len(word.text)),
    )


__all__ = ["CLOSE", "Column", "Primitive", "Primitives", "Setter", "held_together", "stack"]
