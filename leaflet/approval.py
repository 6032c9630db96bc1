"""What a pharmacist approves: all words of a monograph, as one digest; and the lines that record it.

The digest covers the texts and the dangerous facts after intake, and the edition of the sentences in which
the program words those. It does not cover version, date and review, nor what a region, a profile or a
pharmacy adds.
"""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from leaflet.languages import language_of
from leaflet.model import Monograph, typed_of
from leaflet.precompiled import expression

_NOT_WORDS = {"review", "accepted", "codes", "version", "date", "id"}
_FROM = "from"  # the address of a block in the document it was imported from
_TOP_LEVEL = expression(r"^[^\s#-]", re.MULTILINE)


def words_sha256(monograph: Monograph) -> str:
    """Return the SHA-256 of the words that a review stands behind, in hex."""
    typed = {key: _words(value) for key, value in typed_of(monograph).items() if key not in _NOT_WORDS}
    language = language_of(monograph.language)
    import json  # a draft does without it

    covered = [typed, language.facts.edition if language is not None else ""]
    return hashlib.sha256(json.dumps(covered, sort_keys=True, default=str).encode()).hexdigest()


def _words(value: Any) -> Any:
    """Return a typed value without the addresses of blocks, which print nothing."""
    if isinstance(value, dict):
        return {key: _words(each) for key, each in value.items() if key != _FROM}
    if isinstance(value, list | tuple):
        return [_words(each) for each in value]
    return value


def with_mapping(text: str, key: str, lines: Sequence[str]) -> str:
    """Return the text of a monograph whose top-level `key` holds the lines given; all else stays as typed."""
    block = f"{key}:\n" + "".join(f"  {line}\n" for line in lines)
    span = _extent(text, key)
    if span is None:
        return f"{text.rstrip()}\n{block}"
    return text[: span[0]] + block + text[span[1] :]


def with_entry(text: str, key: str, lines: Sequence[str]) -> str:
    """Return the text with one entry more in the list of its top-level `key`; all else stays as typed."""
    first, *others = lines
    entry = f"  - {first}\n" + "".join(f"    {line}\n" for line in others)
    span = _extent(text, key)
    if span is None:
        return f"{text.rstrip()}\n{key}:\n{entry}"
    held = text[span[0] : span[1]]
    if "[" in held.splitlines()[0]:  # an empty list on one line
        held = f"{key}:\n"
    return f"{text[: span[0]]}{held.rstrip()}\n{entry}{text[span[1] :]}"


def _extent(text: str, key: str) -> tuple[int, int] | None:
    """Return where a top-level key starts and where the next one does."""
    found = re.search(rf"^{key}[ \t]*:", text, re.MULTILINE)
    if found is None:
        return None
    after = _TOP_LEVEL.search(text, found.end())
    end = after.start() if after else len(text)
    # Comments and white lines over the next key belong to it.
    held = text[found.start() : end]
    kept = re.sub(r"(?:\n[ \t]*(?:#[^\n]*)?)+\n?$", "\n", held)
    return found.start(), found.start() + len(kept)
