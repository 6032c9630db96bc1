"""The text an author types: plain words, `**strong**` words and `[term](explanation)`; no other markup.

A backslash takes the meaning from the next `*`, `[` or backslash. White space runs together to one
space. A term is printed as "term (explanation)".
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from leaflet.diagnostics import Span
from leaflet.source import LocatedStr

Style = Literal["plain", "strong", "term", "explanation"]

_TOKEN = re.compile(
    r"\\(?P<escaped>[*\[\]()\\])|(?P<strong>\*\*)|\[(?P<term>[^\[\]]*)\]\((?P<meaning>[^()]*)\)"
)
_STRAY = re.compile(r"[\[\]]|\*\*")
_SPACE = re.compile(r"[ \t\r\n]+")


class InlineError(ValueError):
    """A slip in inline markup; `offset` counts characters of the typed value."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Run:
    """Printed characters of one style; `offset` is where they start in the typed value."""

    text: str
    style: Style
    offset: int


@dataclass(frozen=True)
class Text:
    """A text of the monograph: what is printed, how it is set, and where it was typed."""

    runs: tuple[Run, ...]
    typed: str

    @classmethod
    def parse(cls, typed: str) -> "Text":
        """Read the inline markup of `typed`; raise `InlineError` where it does not add up."""
        return cls(_tidy(_tokens(typed)), typed)

    @classmethod
    def verbatim(cls, typed: str) -> "Text":
        """Take `typed` as it stands: a line of the monograph that knows no markup."""
        return cls((Run(str(typed), "plain", 0),), typed)

    @cached_property
    def plain(self) -> str:
        """The words as they are printed, markup gone and explanations in brackets."""
        return "".join(run.text for run in self.runs)

    def __str__(self) -> str:
        return self.plain

    @property
    def span(self) -> Span | None:
        """Where the whole text stands in its file; None for a text made in a program."""
        return self.locate(0, len(self.plain))

    def locate(self, start: int, end: int) -> Span | None:
        """Return where characters `start` to `end` of `plain` were typed."""
        if not isinstance(self.typed, LocatedStr):
            return None
        return self.typed.locate(self._typed_offset(start), self._typed_offset(max(start, end - 1)) + 1)

    def _typed_offset(self, offset: int) -> int:
        position = 0
        for run in self.runs:
            if offset < position + len(run.text):
                return run.offset + offset - position
            position += len(run.text)
        return max(0, len(self.typed) - 1)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read a `Text` from a typed string."""
        return core_schema.no_info_plain_validator_function(_validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe a text as a non-empty string to editors."""
        return {"type": "string", "minLength": 1}


def _validate(value: Any) -> Text:
    if isinstance(value, Text):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("text_type", "a text is expected here")
    if not value.strip():
        raise PydanticCustomError("text_empty", "a text is expected here, and there is none")
    try:
        return Text.parse(value)
    except InlineError as slip:
        raise PydanticCustomError(
            "text_markup", "{slip}", {"slip": str(slip), "offset": slip.offset}
        ) from slip


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
        elif token["strong"]:
            strong_since = token.start() if strong_since < 0 else -1
        elif not token["term"].strip() or not token["meaning"].strip():
            raise InlineError("a [term](explanation) with an empty half", token.start())
        else:
            runs.append(Run(token["term"], "term", token.start("term")))
            runs.append(Run(" (", "plain", token.end("term") + 1))
            runs.append(Run(token["meaning"], "explanation", token.start("meaning")))
            runs.append(Run(")", "plain", token.end("meaning")))
    if strong_since >= 0:
        raise InlineError("** opens strong words here and nothing closes them", strong_since)
    _add_words(runs, typed, at, len(typed), "plain")
    return runs


def _add_words(runs: list[Run], typed: str, start: int, end: int, style: Style) -> None:
    stray = _STRAY.search(typed, start, end)
    if stray:
        raise InlineError(
            f"a stray {stray.group()!r}: it is not part of a [term](explanation)", stray.start()
        )
    if start < end:
        runs.append(Run(typed[start:end], style, start))


def _tidy(runs: list[Run]) -> tuple[Run, ...]:
    """Run white space together to single spaces and drop it at both ends."""
    tidied: list[Run] = []
    after_space = True
    for run in runs:
        position = 0
        for gap in [*_SPACE.finditer(run.text), None]:
            stop = gap.start() if gap else len(run.text)
            if position < stop:
                tidied.append(Run(run.text[position:stop], run.style, run.offset + position))
                after_space = False
            if gap:
                if not after_space:
                    tidied.append(Run(" ", run.style, run.offset + gap.start()))
                    after_space = True
                position = gap.end()
    while tidied and tidied[-1].text == " ":
        tidied.pop()
    return tuple(_joined(tidied))


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
