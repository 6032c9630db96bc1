"""How two texts differ, in a report's words."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

_QUOTED = 70  # characters of a text that a report quotes
_MOST_COMPARED = 4000  # texts; two long strangers are told apart by their first difference

Change = tuple[str, int, int, int, int]  # kind, and where it starts and ends in either text


def quote(text: str) -> str:
    """Return a text in quotation marks, cut where it is long."""
    short = text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
    return f"“{short}”"


def differences(wanted: Sequence[str], found: Sequence[str]) -> Iterator[Change]:
    """Yield where two rows of texts differ."""
    if list(wanted) == list(found):
        return
    start = next(index for index, (one, other) in enumerate(zip_longest(wanted, found)) if one != other)
    if max(len(wanted), len(found)) - start > _MOST_COMPARED:
        yield "replace", start, min(len(wanted), start + 12), start, min(len(found), start + 12)
        return
    matcher = SequenceMatcher(None, wanted[start:], found[start:], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield kind, a + start, b + start, c + start, d + start


def difference(wanted: Sequence[str], found: Sequence[str]) -> str:
    """Say in words how a stretch of texts differs."""
    if not found:
        return f"{quote(' '.join(wanted))} is missing"
    if not wanted:
        return f"{quote(' '.join(found))} is too much"
    return f"{quote(' '.join(found))} stands for {quote(' '.join(wanted))}"
