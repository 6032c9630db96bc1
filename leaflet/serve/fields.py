"""The kinds of field that an order has: each takes one value as JSON has it, and says what it takes.

Strict, as monographs are read: no value is bent into another kind, and what was typed is never repeated.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from leaflet.handout import LONGEST, HandoutError, tidy
from leaflet.values import Value


class SlipError(ValueError):
    """A value that a field does not take; the message says why, `hint` what to do if not the field's."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Field(Value, kw_only=True):
    """One field of an order."""

    read: Callable[[object], Any]  # raises `SlipError`
    schema: Mapping[str, Any]  # JSON Schema of what it takes
    about: str
    hint: str = "look at /api/v1/openapi.json"
    default: Any = None
    required: bool = False

    @property
    def described(self) -> dict[str, Any]:
        """The field's JSON Schema with what it is about.

        It names no default: generated clients would send that, and so overrule the pharmacy's settings.
        """
        return {**self.schema, "description": self.about}


def choice(names: Iterable[str], default: str, about: str, *, hint: str = "") -> Field:
    """Return a field that takes one of some names."""
    known = tuple(names)

    def _read(value: object) -> str:
        if not isinstance(value, str):
            raise SlipError("this is no text")
        if value not in known:
            raise SlipError("this is none of the choices")
        return value

    return Field(
        read=_read,
        schema={"type": "string", "enum": list(known)},
        about=about,
        hint=hint or f"choose one of {', '.join(filter(None, known))}",
        default=default,
    )


def pattern(form: str, longest: int, about: str, *, hint: str, default: str | None = None) -> Field:
    """Return a field that takes a text of one form; required where there is no default."""
    wanted = re.compile(form)

    def _read(value: object) -> str:
        if not isinstance(value, str):
            raise SlipError("this is no text")
        if len(value) > longest or not wanted.fullmatch(value):
            raise SlipError("this does not have its form")
        return value

    return Field(
        read=_read,
        schema={"type": "string", "pattern": form, "maxLength": longest},
        about=about,
        hint=hint,
        default=default,
        required=default is None,
    )


def words(name: str, about: str, hint: str) -> Field:
    """Return a field of the pharmacist's words, bounded and taken in like all typed text."""

    def _read(value: object) -> str:
        if not isinstance(value, str):
            raise SlipError("this is no text")
        try:
            return tidy(name, value)
        except HandoutError as slip:
            raise SlipError(str(slip), slip.hint) from None

    longest = LONGEST[name]
    about = f"{about}, at most {longest} characters. Never stored."
    return Field(
        read=_read, schema={"type": "string", "maxLength": longest}, about=about, hint=hint, default=""
    )


def number(least: int, most: int, default: int, about: str) -> Field:
    """Return a field that takes a whole number within bounds."""

    def _read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise SlipError("this is no whole number")
        if not least <= value <= most:
            raise SlipError(f"this is not from {least} to {most}")
        return value

    return Field(
        read=_read,
        schema={"type": "integer", "minimum": least, "maximum": most},
        about=about,
        hint=f"type a number from {least} to {most}",
        default=default,
    )


def truth(about: str) -> Field:
    """Return a field that takes true or false, and starts as false."""

    def _read(value: object) -> bool:
        if not isinstance(value, bool):
            raise SlipError("this is neither true nor false")
        return value

    return Field(
        read=_read, schema={"type": "boolean"}, about=about, hint="give true or false", default=False
    )


def marks(form: str, most: int, about: str) -> Field:
    """Return a field that takes a few texts of one form, in a list."""
    wanted = re.compile(form)

    def _read(value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise SlipError("this is no list")
        if len(value) > most:
            raise SlipError(f"these are more than {most}")
        if not all(isinstance(each, str) and wanted.fullmatch(each) for each in value):
            raise SlipError("one of these does not have its form")
        return tuple(value)

    items = {"type": "string", "pattern": form}
    return Field(
        read=_read,
        schema={"type": "array", "items": items, "maxItems": most},
        about=about,
        hint="repeat each confirmation as the refusal gave it",
        default=(),
    )
