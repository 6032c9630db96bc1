"""Values that remember where in a file they were typed.

The reader makes them; the model and the content rules ask them for places. To everybody else they
are plain strings, mappings and lists.
"""

from dataclasses import dataclass, field
from typing import Any

from leaflet.diagnostics import Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """The decoded text of one file, by which an offset becomes a line and a column."""

    path: str
    text: str = field(repr=False)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end; "" past the end of the file."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters from offset `start` up to `end`."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(self.path, line, column, end_line, end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        before = self.text.rfind("\n", 0, offset)
        return self.text.count("\n", 0, offset) + 1, offset - before


class LocatedStr(str):
    """A scalar as typed: the value YAML gives it, and the stretch of source it came from."""

    __slots__ = ("end", "source", "start")
    source: SourceText
    start: int
    end: int

    def __new__(cls, value: str, source: SourceText, start: int, end: int) -> "LocatedStr":
        """Make the string `value`, typed at characters `start` to `end` of `source`."""
        made = super().__new__(cls, value)
        made.source, made.start, made.end = source, start, end
        return made

    def locate(self, start: int, end: int) -> Span:
        """Return where characters `start` to `end` of this value stand in the file.

        YAML folds lines and drops quotes; the value is matched against the source, white space for
        white space, so that the place is exact in plain, quoted and folded scalars.
        """
        offsets = self._offsets(max(start, end - 1))
        first = offsets[start] if start < len(offsets) else self.end
        last = offsets[end - 1] + 1 if 0 < end <= len(offsets) else first
        return self.source.span(first, max(first, last))

    def _offsets(self, upto: int) -> list[int]:
        """Return the source offset of each character of the value, up to and including `upto`."""
        raw, at, offsets = self.source.text, self.start, []
        for char in self[: upto + 1]:
            if char.isspace():
                while at < self.end and not raw[at].isspace():
                    at += 1
                offsets.append(at)
                while at < self.end and raw[at].isspace():
                    at += 1
            else:
                while at < self.end and raw[at] != char:
                    at += 1
                offsets.append(min(at, self.end))
                at += 1
        return offsets


class LocatedDict(dict[str, Any]):
    """A mapping as typed, with its span and the span of each key."""

    def __init__(self, items: dict[str, Any], span: Span, keys: dict[str, Span]) -> None:
        super().__init__(items)
        self.span = span
        self.keys_at = keys


class LocatedList(list[Any]):
    """A sequence as typed, with its span."""

    def __init__(self, items: list[Any], span: Span) -> None:
        super().__init__(items)
        self.span = span
