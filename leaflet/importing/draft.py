"""A draft: what will be typed, and its YAML with a comment where the source had a title or says nothing."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leaflet.inline import Text
from leaflet.values import Value

Typed = dict[str, Any]
OPEN = "~  # import: the source does not say"
_WIDTH = 100
# A word that YAML would not read as a text, or that starts what is not one.
_PLAIN = re.compile(r"[^\W\d_][^\n]*")
_UNSAFE = re.compile(r": |:$| #|\t|^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$", re.IGNORECASE)
_COMMENTED = {"version", "date", "legal", "route", "purpose", "heading", "alt", "classes", "action"}


class DraftSection(Value):
    """A section as it is typed, with the source's title for a comment."""

    comment: str
    typed: Typed


class Draft(Value, kw_only=True):
    """A monograph to be: its head, warnings and sections, and the pictures beside it."""

    head: Typed
    warnings: tuple[Typed, ...]
    sections: tuple[DraftSection, ...]
    pictures: dict[str, bytes]

    def texts(self) -> Iterator[str]:
        """Yield every text of warnings and sections as it is printed, markup gone."""
        for warning in self.warnings:
            yield from said_by(warning)
        for section in self.sections:
            yield from printed(section.typed.get("heading"), "heading")
            yield from printed(section.typed.get("what_to_do"))
            for block in section.typed["blocks"]:
                yield from printed({key: value for key, value in block.items() if key != "from"})


_NOT_PRINTED = {"from", "file", "row_heads", "source", "seriousness"}
_LINES = {"heading", "panel", "term", "write_in"}


def said_by(warning: Typed) -> Iterator[str]:
    """Yield the texts of a warning as they are printed, markup gone."""
    for key in ("hazard", "signs", "action", "consequence"):
        yield from printed(_cases(warning.get(key)))


def _cases(value: Any) -> Any:
    """Return the texts of an action; conditions are typed as keys and printed as well."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [text for case in value for pair in case.items() for text in pair]
    return value


def printed(value: Any, key: str = "") -> Iterator[str]:
    """Yield the texts of typed values as they are printed."""
    if isinstance(value, str):
        runs = Text.parse(value).runs if key not in _LINES else Text.verbatim(value).runs
        yield "".join([run.text for run in runs])
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _NOT_PRINTED:
                yield from printed(inner, name)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from printed(inner, key)


def to_yaml(draft: Draft, notes: Sequence[str] = ()) -> str:
    """Return the draft as YAML that reads back to the same words; `notes` are comments at its top."""
    lines = [f"# {_comment(note)}" for note in notes]
    for key, value in draft.head.items():
        lines += _entry(key, value, 0)
    if draft.warnings:
        lines += ["", "warnings:", *[line for warning in draft.warnings for line in _item(warning, 2)]]
    lines += ["", "sections:"]
    for index, section in enumerate(draft.sections):
        lines += [
            *([""] if index else []),
            *([f"  # {_comment(section.comment)}"] if section.comment else []),
            *_item(section.typed, 2),
        ]
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any, indent: int) -> list[str]:
    """Return the lines of a key and its value."""
    is_word = re.fullmatch(r"[a-z][a-z0-9_-]*", key)
    start = f"{' ' * indent}{key if is_word else json.dumps(key, ensure_ascii=False)}:"
    if value is None:
        return [f"{start} {OPEN if key in _COMMENTED else '~'}"]
    if isinstance(value, bool | int):
        return [f"{start} {str(value).lower()}"]
    if isinstance(value, str):
        return _text(start, value, indent + 2)
    if isinstance(value, Mapping):
        inside = [line for name, inner in value.items() for line in _entry(name, inner, indent + 2)]
        return [start, *inside] if inside else [f"{start} {{}}"]
    if not value or key in (
        "columns",
        "topics",
        "classes",
        "route",
        "strengths",
        "other_names",
        "doses",
        "times",
    ):
        return [f"{start} {_flow(value)}"]
    return [start, *[line for inner in value for line in _item(inner, indent + 2)]]


def _item(value: Any, indent: int) -> list[str]:
    """Return the lines of an item of a list."""
    space = " " * indent
    if isinstance(value, Mapping):
        lines = [line for key, inner in value.items() for line in _entry(key, inner, indent + 2)]
        return [f"{space}- {lines[0].lstrip()}", *lines[1:]]
    if isinstance(value, list | tuple):
        return [f"{space}- {_flow(value)}"]
    if value is None:
        return [f"{space}- ~"]
    return _text(f"{space}-", str(value), indent + 2)


def _text(start: str, text: str, indent: int) -> list[str]:
    if len(start) + len(text) + 1 > _WIDTH and re.fullmatch(r"\S.*\S", text) and "  " not in text:
        wrapped = textwrap.wrap(
            text, _WIDTH - indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )
        if " ".join(wrapped) == text:
            return [f"{start} >-", *[f"{' ' * indent}{line}" for line in wrapped]]
    return [f"{start} {_scalar(text)}"]


def _scalar(text: str) -> str:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    if _PLAIN.fullmatch(text) and not _UNSAFE.search(text) and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)


def _flow(values: Sequence[str | None]) -> str:
    return f"[{', '.join(map(_flow_scalar, values))}]"


def _flow_scalar(value: str | None) -> str:
    if value is None:
        return "~"
    if re.fullmatch(r"[a-z_]+", value) and not _UNSAFE.search(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _comment(text: str) -> str:
    return " ".join(text.split())[:200]
