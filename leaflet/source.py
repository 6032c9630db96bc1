"""Values that remember where in a file they were typed.

The reader makes them; the model and the content rules ask them for places. To everybody else they
are plain strings, mappings and lists.
"""

from bisect import bisect_right
from functools import cached_property
from typing import Any

from leaflet.diagnostics import Span
from leaflet.precompiled import expression
from leaflet.scalars import Pieces, pieces_of
from leaflet.values import Value

_LINE_END = expression(r"\r\n?|\n")


class SourceText(Value, dict=True):
    """The decoded text of one file, by which an offset becomes a line and a column."""

    path: str
    text: str

    def __repr__(self) -> str:
        return f"<{self.path}>"

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(end.end() for end in _LINE_END.finditer(self.text)))

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end; "" past the end of the file."""
        if not 0 < number <= len(self._line_starts):
            return ""
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[self._line_starts[number - 1] : end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place given by its line, from 1, and the characters before it there."""
        return self._line_starts[line - 1] + column

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters from offset `start` up to `end`."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(self.path, line, column, end_line, end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


class LocatedStr(str):
    """A scalar as typed: the value it stands for, and the stretch of source it came from.

    `where` is the source, the offsets of the first character and behind the last, and how the scalar is
    written: YAML's style (a quote, "|" or ">" for block text, "" for plain), or the pieces themselves.
    Pieces say where quotes, escapes and folded lines part the value from its source: each is the position
    of a character in the value and the source offset it was typed at, and holds up to the next. They are
    worked out when a place inside the value is asked for, which of most texts nobody does.
    """

    __slots__ = ("where",)
    where: tuple[SourceText, int, int, "str | Pieces"]

    def __new__(
        cls, value: str, source: SourceText, start: int, end: int, style: "str | Pieces" = ()
    ) -> "LocatedStr":
        """Make the string `value`, typed at characters `start` to `end` of `source`."""
        made = super().__new__(cls, value)
        made.where = (source, start, end, style)
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return LocatedStr, (str(self), *self.where)

    @property
    def source(self) -> SourceText:
        """The text of the file."""
        return self.where[0]

    @property
    def start(self) -> int:
        """The offset of the first character, quotes included."""
        return self.where[1]

    @property
    def end(self) -> int:
        """The offset behind the last character, quotes included."""
        return self.where[2]

    @property
    def span(self) -> Span:
        """Where the whole scalar stands, quotes included."""
        source, start, end, _ = self.where
        return source.span(start, end)

    def locate(self, start: int, end: int) -> Span:
        """Return where characters `start` to `end` of this value stand in the file."""
        first = self.offset(start)
        last = self.offset(end - 1) + 1 if end > start else first
        return self.source.span(first, max(first, last))

    def offset(self, index: int) -> int:
        """Return the source offset at which character `index` of the value was typed."""
        source, offset, end, pieces = self.where
        if isinstance(pieces, str):
            pieces = pieces_of(self, source.text, offset, end, pieces)
            self.where = (source, offset, end, pieces)
        at = 0
        if pieces:
            after = bisect_right(pieces, index, key=lambda piece: piece[0])
            at, offset = pieces[max(0, after - 1)]
        return min(offset + index - at, end)


class LocatedDict(dict[str, Any]):
    """A mapping as typed; its keys know their places, and `where` is source, start and end of the whole."""

    __slots__ = ("where",)
    where: tuple[SourceText, int, int]

    @property
    def span(self) -> Span:
        """Where the mapping stands in its file."""
        source, start, end = self.where
        return source.span(start, end)

    def span_of(self, key: str) -> Span | None:
        """Return where a key was typed; None where it was not."""
        return next((typed.span for typed in self if typed == key and isinstance(typed, LocatedStr)), None)


class LocatedList(list[Any]):
    """A sequence as typed; `where` is its source, start and end."""

    __slots__ = ("where",)
    where: tuple[SourceText, int, int]

    @property
    def span(self) -> Span:
        """Where the list stands in its file."""
        source, start, end = self.where
        return source.span(start, end)
