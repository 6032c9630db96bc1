"""The text an author types: plain words, and five kinds of markup.

`**strong**` words, `[term](explanation)`, `<https://…>` a link, `^{2}` raised and `_{2}` lowered
characters. A backslash takes the meaning from the sign behind it. White space runs together to one space.
A term is printed as "term (explanation)"; its two halves hold no markup of their own.
"""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Literal

from leaflet.diagnostics import Span
from leaflet.precompiled import expression
from leaflet.source import LocatedStr
from leaflet.values import Value

Style = Literal["plain", "strong", "term", "explanation", "link", "raised", "lowered"]

_TOKEN = expression(
    r"\\(?P<escaped>[*\[\]()\\<>^_{}])|(?P<strong>\*\*)"
    r"|\[(?P<term>[^\[\]]*)\]\((?P<meaning>[^()]*)\)"
    r"|<(?P<link>https://[^\s<>]+)>|(?P<shift>[\^_])\{(?P<shifted>[^{}]*)\}"
)
_INNER = expression(r"\*\*|\\|[\^_]\{")
_STRAY = expression(r"[\[\]]|\*\*|[\^_]\{|<https?://")
_MARKUP = expression(r"\*\*|\[[^\[\]]*\]\(|<https://|[\^_]\{")
_ORDINARY = expression(r"[\\*\[\]<^_\t\r\n]|  |^ | $|^$")
# What a reader of the words alone, a rule or a listener among them, must not take for 109 or H2O.
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_TWINS: dict[str, dict[int, int]] = {"raised": _RAISED, "lowered": _LOWERED}
_SHIFTS: dict[str, Literal[-1, 0, 1]] = {"raised": 1, "lowered": -1}
_TO_SPACE = str.maketrans("\t\r\n", "   ")
_SURPLUS = expression(r"(?<= ) +")


class InlineError(ValueError):
    """A slip in inline markup; `offset` counts characters of the typed value."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class Run(Value):
    """Printed characters of one style; `offset` is where they start in the typed value."""

    text: str
    style: Style
    offset: int

    @property
    def plain(self) -> str:
        """The characters as words alone show them: raised and lowered ones by their twins of Unicode.

        Only where each has a twin: of "nd" one letter alone would be small.
        """
        twins = _TWINS.get(self.style)
        return self.text.translate(twins) if twins and twins.keys() >= set(map(ord, self.text)) else self.text

    @property
    def shift(self) -> Literal[-1, 0, 1]:
        """How characters without twins are set: lowered, on the line, or raised."""
        return _SHIFTS.get(self.style, 0) if self.plain is self.text else 0


class Text(Value, dict=True):
    """A text of the monograph: what is printed, how it is set, and where it was typed."""

    runs: tuple[Run, ...]
    typed: str
    plain: str
    """The words as they are printed, markup gone and explanations in brackets."""

    @classmethod
    def of(cls, runs: tuple[Run, ...], typed: str) -> "Text":
        """Return the text of some runs."""
        return cls(runs, typed, "".join([run.plain for run in runs]))

    @classmethod
    def parse(cls, typed: str) -> "Text":
        """Read the inline markup of `typed`; raise `InlineError` where it does not add up."""
        if _ORDINARY.search(typed) is None:
            return cls.verbatim(typed)
        return cls.of(_tidy(_tokens(typed)), typed)

    @classmethod
    def verbatim(cls, typed: str) -> "Text":
        """Take `typed` as it stands: a line of the monograph that knows no markup."""
        plain = str(typed)
        return cls((Run(plain, "plain", 0),), typed, plain)

    def __str__(self) -> str:
        return self.plain

    @property
    def span(self) -> Span | None:
        """Where the whole text stands in its file; None for a text made in a program."""
        return self.locate(0, len(self.plain))

    def run_at(self, offset: int) -> Run:
        """Return the run that holds character `offset` of `plain`."""
        return self.runs[bisect_right(self._starts, offset, hi=len(self.runs)) - 1]

    def locate(self, start: int, end: int) -> Span | None:
        """Return where characters `start` to `end` of `plain` were typed."""
        if not isinstance(self.typed, LocatedStr):
            return None
        return self.typed.locate(self._typed_offset(start), self._typed_offset(max(start, end - 1)) + 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where in `plain` each run starts, and behind the last one where it ends."""
        return tuple(accumulate((len(run.text) for run in self.runs), initial=0))

    def _typed_offset(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        if index >= len(self.runs):
            return max(0, len(self.typed) - 1)
        return self.runs[index].offset + offset - self._starts[index]


def has_words(text: str) -> bool:
    """Tell whether `text` says anything: a lone dash, dots or "null" must not stand in for an action."""
    return any(char.isalnum() for char in text) and text.strip().lower() != "null"


def find_markup(typed: str) -> int | None:
    """Return where in `typed` the first markup stands; None in plain words."""
    found = _MARKUP.search(typed)
    return found.start() if found else None


def _tokens(typed: str) -> list[Run]:
    """Cut the typed text into runs, white space still as typed."""
    runs: list[Run] = []
    strong_since, at = -1, 0
    for token in _TOKEN.finditer(typed):
        style: Style = "strong" if strong_since >= 0 else "plain"
        _add_words(runs, typed, at, token.start(), style)
        at = token.end()
        if token["escaped"]:
            runs.append(Run(token["escaped"], style, token.start("escaped")))
        elif not token["strong"]:
            runs.extend(_apart(token))
        elif strong_since < 0:
            strong_since = token.start()
        elif typed[strong_since + 2 : token.start()].strip():
            strong_since = -1
        else:
            raise InlineError("** opens strong words here and closes again before any", strong_since)
    if strong_since >= 0:
        raise InlineError("** opens strong words here and nothing closes them", strong_since)
    _add_words(runs, typed, at, len(typed), "plain")
    return runs


def _apart(token: re.Match[str]) -> list[Run]:
    """Return the runs of what has a style of its own."""
    if token["link"]:
        return [Run(token["link"], "link", token.start("link"))]
    if token["shift"]:
        if not token["shifted"].strip():
            raise InlineError(f"{token.group()!r} with nothing in it", token.start())
        style: Style = "raised" if token["shift"] == "^" else "lowered"
        return [Run(token["shifted"], style, token.start("shifted"))]
    return _term(token)


def _term(token: re.Match[str]) -> list[Run]:
    """Return the runs of a term, its explanation and the brackets printed around that."""
    for half in ("term", "meaning"):
        if not token[half].strip():
            raise InlineError("a [term](explanation) with an empty half", token.start())
        inner = _INNER.search(token[half])
        if inner:
            raise InlineError(
                f"{inner.group()!r} inside a [term](explanation), which holds plain words only",
                token.start(half) + inner.start(),
            )
    return [
        _trimmed(token, "term", "term"),
        Run(" (", "plain", token.end("term")),
        _trimmed(token, "meaning", "explanation"),
        Run(")", "plain", token.end("meaning")),
    ]


def _trimmed(token: re.Match[str], half: str, style: Style) -> Run:
    words = token[half]
    return Run(words.strip(), style, token.start(half) + len(words) - len(words.lstrip()))


def _add_words(runs: list[Run], typed: str, start: int, end: int, style: Style) -> None:
    stray = _STRAY.search(typed, start, end)
    if stray:
        raise InlineError(_stray_message(stray.group()), stray.start())
    if start < end:
        runs.append(Run(typed[start:end], style, start))


def _stray_message(sign: str) -> str:
    if sign[0] == "<":
        return f"a stray {sign!r}: a link is typed as <https://…>, without spaces, and closed by '>'"
    if sign[0] in "^_":
        return f"a stray {sign!r}: what is raised or lowered is closed by a brace"
    return f"a stray {sign!r}: it is not part of a [term](explanation)"


def _tidy(runs: list[Run]) -> tuple[Run, ...]:
    """Run white space together to single spaces and drop it at both ends."""
    tidied: list[Run] = []
    after_space = True
    for run in runs:
        words = run.text.translate(_TO_SPACE)
        position = len(words) - len(words.lstrip(" ")) if after_space else 0
        for surplus in _SURPLUS.finditer(words, position):
            tidied.append(_part(run, words, position, surplus.start()))
            position = surplus.end()
        if position < len(words):
            tidied.append(_part(run, words, position, len(words)))
        after_space = words.endswith(" ") if words else after_space
    if tidied and after_space:
        last = tidied.pop()
        tidied += [_part(last, last.text, 0, len(last.text) - 1)] if len(last.text) > 1 else []
    return tuple(_joined(tidied))


def _part(run: Run, words: str, start: int, end: int) -> Run:
    return Run(words[start:end], run.style, run.offset + start)


def _joined(runs: list[Run]) -> list[Run]:
    """Put neighbouring runs of one style together where their places in the typed text meet."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.style == run.style and last.offset + len(last.text) == run.offset:
            joined[-1] = Run(last.text + run.text, run.style, last.offset)
        else:
            joined.append(run)
    return joined
