"""A scalar's characters: taken in like any typed text, each with its place; and what is wrong with them."""

import re
from collections.abc import Iterator
from itertools import islice

from leaflet.diagnostics import Finding
from leaflet.intake.characters import describe, strangers
from leaflet.intake.folding import fold
from leaflet.intake.suspicions import Suspicion, suspicions
from leaflet.precompiled import expression
from leaflet.read.problems import problem, quoted
from leaflet.source import LocatedStr, SourceText

_MOST = 20  # suspicions in one scalar; a text with more is no monograph's
_ODD = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
# A space that is none to YAML, where a key, its colon or a list's dash wants a plain one.
ODD_SPACE = expression(_ODD)
_MISPLACED = expression(rf"^[ \t-]*(?P<before>{_ODD})|^[ \t-]*[\w-]+{_ODD}*:(?P<after>{_ODD})", re.MULTILINE)
_KEY_AND_ODD = expression(rf"[\w-]+:{_ODD}")
_PLAIN_SPACES = "YAML knows plain spaces only: put plain ones in its place"


def take_in(scalar: LocatedStr, style: str) -> tuple[LocatedStr, tuple[Finding, ...]]:
    """Return a scalar in its one spelling, and what is wrong with its characters; `style` is YAML's."""
    found = (*_refused(scalar, style), *_run_together(scalar), *_suspected(scalar))
    if style == "" and _KEY_AND_ODD.match(scalar):
        found += tuple(filter(None, [misplaced_space(scalar)]))
    folded = fold(scalar)
    if folded.text == scalar:
        return scalar, found
    text, origins = folded.text, folded.origins or range(len(scalar))
    if style == "":
        # YAML takes plain spaces from both ends of a text without quotes; others are no more than that.
        kept = text.strip(" ")
        first = text.index(kept)
        text, origins = kept, origins[first : first + len(kept)]
    pieces = tuple(_pieces(scalar, origins))
    return LocatedStr(text, scalar.source, scalar.start, scalar.end, pieces), found


def misplaced_space(key: LocatedStr) -> Finding | None:
    """Return the finding for a key that a space of another kind touches; None for any other key."""
    if key.source.text.isascii():
        return None
    span = key.span
    return misplaced_in(key.source, span.line, span.end_line)


def misplaced_in(source: SourceText, first: int, last: int) -> Finding | None:
    """Return the finding for the first space on some lines that YAML takes for a letter; None without one."""
    for number in range(max(1, first), last + 1):
        found = _MISPLACED.match(source.line(number))
        if found:
            column = max(found.start("before"), found.start("after"))
            at = source.offset(number, column)
            span = source.span(at, at + 1)
            message = f"the space here is {describe(source.text[at])}, which YAML takes for a letter"
            return problem(source, "M035", span, message, _PLAIN_SPACES)
    return None


def _pieces(scalar: LocatedStr, origins: "range | tuple[int, ...]") -> Iterator[tuple[int, int]]:
    """Pair places in the folded text with places in the file, wherever the two part."""
    expected = -1
    for position, index in enumerate(origins):
        offset = scalar.offset(index)
        if offset != expected:
            yield position, offset
        expected = offset + 1


def _refused(scalar: LocatedStr, style: str) -> Iterator[Finding]:
    """Yield what only an escape in double quotes can bring in: the file itself was looked through before."""
    for stranger in strangers(scalar) if style == '"' else ():
        message = f"this text holds the character {describe(stranger.character)}"
        yield problem(scalar.source, "M033", scalar.span, message, "delete the escape that makes it")


def _run_together(scalar: LocatedStr) -> Iterator[Finding]:
    """Yield the first line end inside a text: white space is printed as one space, so lines would run on."""
    words = scalar.rstrip()
    if "\n" not in words:
        return
    at = words.find("\n", len(words) - len(words.lstrip()))
    if at < 0:
        return
    yield problem(
        scalar.source,
        "M039",
        scalar.locate(at, at + 1),
        "the line ends here, and the next line would be printed as one with it",
        "make each line a block or a list item of its own, or put them under 'lines:'; "
        "where they belong together, write the text without '|' and without empty lines",
    )


def _suspected(scalar: LocatedStr) -> Iterator[Finding]:
    for suspicion in islice(suspicions(scalar), _MOST):
        code, message, hint = _WORDINGS[suspicion.kind]
        words = quoted(scalar[suspicion.start : suspicion.end])
        meant = f"; is it {quoted(suspicion.meant)}?" if suspicion.meant.strip() else ""
        yield problem(
            scalar.source,
            code,
            scalar.locate(suspicion.start, suspicion.end),
            message.format(words=words),
            hint + (meant if code != "M037" else _sign(suspicion)),
        )


def _sign(suspicion: Suspicion) -> str:
    """Return what an entity of HTML stands for."""
    if not suspicion.meant:
        return ""
    return f": {suspicion.meant}" if suspicion.meant.strip() else ": a space"


_WORDINGS = {
    "encoding": (
        "M036",
        "{words} is a character that was read in a wrong encoding",
        "type the character that is meant",
    ),
    "markup": (
        "M037",
        "{words} is left over from a web page and would be printed",
        "write the sign itself, or delete it",
    ),
    "left_over": (
        "M037",
        "{words} is left over from a template or a program and would be printed",
        "write the words that belong here",
    ),
    "alphabets": (
        "M038",
        "{words} has letters of two alphabets that look alike",
        "type the word anew; it may have come with pasted text",
    ),
}
