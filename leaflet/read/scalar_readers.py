"""Read one word or line: each form has a reader, made once from its row of the table."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from leaflet.inline import InlineError, Text, find_markup, has_words
from leaflet.model import OPEN_WORDS, Scalar
from leaflet.precompiled import expression
from leaflet.read import telling
from leaflet.read.reading import Holder, Reading, Step

_LONGEST = 100  # characters of a word or number that has no bound of its own

Reader = Callable[[Reading, Any, Holder, Step], Any]
"""Return what a typed value stands for, or `REFUSED` once the reason is noted."""


def text_reader(*, required: bool) -> Reader:
    """Return a reader of words with markup."""

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if not isinstance(value, str):
            return to.refuse(telling.no_text(value), value, holder, step)
        try:
            text = Text.parse(value)
        except InlineError as slip:
            return to.refuse(telling.bad_markup(slip, value), value, holder, step)
        if OPEN_WORDS in text.plain:
            to.leave_open(value, holder, step)
        if has_words(text.plain):
            return text
        said = telling.no_words(value) if value.strip() else telling.empty(step, required=required)
        return to.refuse(said, value, holder, step)

    return read


def cell_reader() -> Reader:
    """Return a reader of words that may be none at all."""
    words = text_reader(required=True)

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if isinstance(value, str) and not value.strip():
            return Text.verbatim(value)
        return words(to, value, holder, step)

    return read


def literal_reader(allowed: tuple[str, ...], *, required: bool) -> Reader:
    """Return a reader of one word of a list."""
    known = {word: word for word in allowed}  # so that the model holds plain words

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if isinstance(value, str):
            word = known.get(value)
            if word is not None:
                return word
            if not value.strip():
                return to.refuse(telling.empty(step, required=required), value, holder, step)
        return to.refuse(telling.not_allowed(value, step, allowed), value, holder, step)

    return read


def truth_reader(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
    """Read true or false."""
    if value in ("true", "false"):
        return value == "true"
    return to.refuse(telling.not_allowed(value, step, ("true", "false")), value, holder, step)


def scalar_reader(scalar: Scalar, *, required: bool) -> Reader:
    """Return a reader of a value of one form."""
    if scalar.form == "line":
        return _line_reader(scalar, required=required)
    made_of = _MADE_OF.get(scalar.form, str)
    matches = expression(scalar.pattern).fullmatch

    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if isinstance(value, str) and not value.strip():
            return to.refuse(telling.empty(step, required=required), value, holder, step)
        fits = isinstance(value, str) and matches(value) and len(value) <= (scalar.longest or len(value))
        made = made_of(value) if fits and made_of is not None else value
        if (
            not fits
            or made is None
            or (scalar.most and len(value) > 6)
            or (scalar.most and made > scalar.most)
        ):
            return to.refuse(telling.bad_scalar(value, step, scalar), value, holder, step)
        if scalar.form == "source":
            to.named.append(value)
        return made

    return read


_OPENING, _CLOSING = "“„‟‘‚«", "”“’‘»"  # in the languages of leaflets


def _line_reader(scalar: Scalar, *, required: bool) -> Reader:
    def read(to: Reading, value: Any, holder: Holder, step: Step) -> Any:
        if not isinstance(value, str):
            return to.refuse(telling.no_text(value), value, holder, step)
        if not value.strip():
            said = telling.empty(step, required=required)
        elif "\n" in value or value != value.strip():
            said = telling.not_one_line(step)
        elif len(value) > scalar.longest:
            said = telling.too_long(value, step, scalar.longest)
        elif not has_words(value):
            said = telling.no_words(value)
        elif value[0] in _OPENING and value[-1] in _CLOSING:
            said = telling.in_curly_quotes(value, step)
        elif (at := find_markup(value)) is not None:
            said = telling.markup_in_line(value, step, at)
        else:
            if OPEN_WORDS in value:
                to.leave_open(value, holder, step)
            return value
        return to.refuse(said, value, holder, step)

    return read


def _day(value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None


_MADE_OF: dict[str, Callable[[str], Any]] = {"day": _day, "count": int, "amount": Decimal}
