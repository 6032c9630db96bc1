"""Sentences written by kind, the dangerous beside the safe: `by_kind.txt`.

A line begins with `-` where it is dangerous and with `+` where it is safe. `{a|b|c}` stands for any of its
choices, so that one line teaches what its sentences share, and not one wording of it.
"""

import random
import re
from collections.abc import Iterator
from math import prod
from pathlib import Path

_CHOICE = re.compile(r"\{([^{}]*)\}")
_MOST = 6  # sentences made from a line


def made_by_kind() -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Yield for each line whether it is dangerous, and the sentences it stands for."""
    for line in Path(__file__).with_name("by_kind.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(("- ", "+ ")):
            yield line[0] == "-", tuple(dict.fromkeys(_made(line[2:])))


def _made(line: str) -> Iterator[str]:
    parts = _CHOICE.split(line)
    choices = [part.split("|") for part in parts[1::2]]
    ways = prod(map(len, choices))
    for way in random.Random(line).sample(range(ways), min(ways, _MOST)):  # noqa: S311 - a choice, no secret
        words, left = parts[0], way
        for chosen, after in zip(choices, parts[2::2], strict=True):
            left, number = divmod(left, len(chosen))
            words += chosen[number] + after
        yield words[:1].upper() + words[1:]
