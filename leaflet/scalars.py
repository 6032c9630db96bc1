"""Where each character of a scalar was typed: YAML drops quotes, resolves escapes and folds lines.

The pieces made here are those of `LocatedStr`: pairs of a position in the value and the source
offset from which the two run side by side. YAML 1.1, chapter 9, has the rules.
"""

import re
from collections.abc import Iterator

from leaflet.precompiled import expression

Pieces = tuple[tuple[int, int], ...]

_LINE_END = expression(r"\r\n?|\n")
_FOLD = r"(?P<fold>[ \t]*+[\r\n][ \t\r\n]*+)"
_BLANK = r"[ \t]++"  # taken whole where no line ends behind it, so that a long run is looked at once
_ESCAPE = r"(?P<escape>\\(?:x.{2}|u.{4}|U.{8}|[^\r\n]))"
_JOIN = r"(?P<join>\\[\r\n][ \t\r\n]*+)"  # a line end that a backslash takes away
_TURNS = {
    '"': expression(rf"{_FOLD}|{_BLANK}|{_ESCAPE}|{_JOIN}"),
    "'": expression(rf"{_FOLD}|{_BLANK}|(?P<escape>'')"),
    "": expression(rf"{_FOLD}|{_BLANK}"),
}


def pieces_of(value: str, text: str, start: int, end: int, style: str) -> Pieces:
    """Return the pieces of the scalar typed at `start` to `end`; none where it stands letter by letter.

    `style` is YAML's: a quote, "|" or ">" for block text, "" for plain.
    """
    if text[start:end] == value:
        return ()
    if style == "|":
        return tuple(_literal(value, text, start))
    if style == ">":
        return tuple(_folded(value, text, start, end))
    quotes = len(style)
    return tuple(_flowing(_TURNS[style], text, start + quotes, end - quotes))


def _flowing(turns: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Follow a plain or quoted scalar from one escape or line end to the next."""
    position, at = 0, start
    yield position, at
    for turn in turns.finditer(text, start, end):
        if turn.lastgroup is None:
            continue
        breaks = len(_LINE_END.findall(turn.group()))
        # One line end folds to a space; of several the first goes and the others stay.
        made = {"escape": 1, "join": breaks - 1, "fold": max(1, breaks - 1)}[turn.lastgroup]
        position += turn.start() - at + made
        at = turn.end()
        yield position, at


def _literal(value: str, text: str, start: int) -> Iterator[tuple[int, int]]:
    """Pair each line of the value with the source line that ends in it."""
    position = 0
    stop = _line_stop(text, start)
    for line in value.split("\n"):
        begin = _next_line(text, stop)
        stop = _line_stop(text, begin)
        yield position, stop - len(line)
        position += len(line) + 1


def _folded(value: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Follow the lines of a folded scalar: they join with a space unless one is blank or indented more."""
    indent = _indent_of(value, text, start, end)
    position, blanks, indented_more = 0, 0, None
    stop = _line_stop(text, start)
    while position < len(value) and stop < end:
        begin = _next_line(text, stop)
        stop = _line_stop(text, begin)
        words = min(begin + indent, stop)
        if words == stop:
            blanks += 1
            continue
        more = text[words] in " \t"
        if indented_more is None:
            position += blanks
        elif more or indented_more:
            position += blanks + 1
        else:
            position += max(1, blanks)
        yield position, words
        position, blanks, indented_more = position + stop - words, 0, more


def _indent_of(value: str, text: str, start: int, end: int) -> int:
    """Return how many spaces the block stands in from the margin."""
    begin = _next_line(text, _line_stop(text, start))
    lines = (line for line in _LINE_END.split(text[begin:end]) if line.strip())
    return _margin(next(lines, "")) - _margin(value.lstrip("\n"))


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line_stop(text: str, begin: int) -> int:
    """Return where the line that `begin` stands in stops, its line end not included."""
    line_end = _LINE_END.search(text, begin)
    return line_end.start() if line_end else len(text)


def _next_line(text: str, end: int) -> int:
    """Return where the line after the one that stops at `end` begins."""
    line_end = _LINE_END.match(text, end)
    return line_end.end() if line_end else end
