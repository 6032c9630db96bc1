"""Sentences made from frames: the same act permitted and forbidden, the same duty asked for and denied.

What a frame does to an act is what the second reader must learn; the acts stand in for all others.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

_FRAMES = Path(__file__).with_name("frames.txt")
_MADE = (
    (True, "risk allowed", "risks"),
    (False, "risk barred", "risks"),
    (True, "duty denied", "duties"),
    (False, "duty asked", "duties"),
    (True, "danger waved away", "dangers"),
    (False, "danger named", "dangers"),
)


def made_from_frames() -> Iterator[tuple[bool, str]]:
    """Yield each sentence with whether it is dangerous."""
    lines = _sections()
    for dangerous, frames, fillings in _MADE:
        for frame in lines[frames]:
            for filling in lines[fillings]:
                base, _, gerund = filling.partition("|")
                yield dangerous, frame.format(b=base, B=_capital(base), g=gerund, G=_capital(gerund))


def _sections() -> dict[str, Sequence[str]]:
    """Return the lines under each heading."""
    found: dict[str, list[str]] = {}
    for line in _FRAMES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            under = found.setdefault(line[2:], [])
        else:
            under.append(line)
    return {heading: lines for heading, lines in found.items() if lines}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
