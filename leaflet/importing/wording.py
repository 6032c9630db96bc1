"""Words as the ledger counts them: NFC, white space folded, nothing invisible in them."""

import re
import unicodedata
from collections import Counter

# What a reader never sees and what would make two equal words differ: controls, soft hyphens, zero-width
# spaces and joins of Latin words, marks of direction, tags, variation selectors (Unicode 16, 23.2 to 23.4).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
# Joiners shape Arabic and Indic letters; beside anything else they are left over from typesetting.
_STRAY_JOINER = re.compile(
    "(?<![\u0600-\u07ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u07ff\u0900-\u0dff])"
)
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n ?")


def fold(text: str) -> str:
    """Return `text` in NFC, without invisible characters, white space as single spaces; line feeds stay."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _STRAY_JOINER.sub("", _INVISIBLE.sub("", text)))
        text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", " ")
    else:
        text = _INVISIBLE.sub("", text)
    return _BREAKS.sub("\n", _SPACES.sub(" ", text))


def words(text: str) -> list[str]:
    """Return the words of `text`: what stands between white space."""
    return fold(text).split()


def tally(*texts: str) -> Counter[str]:
    """Return how often each word occurs in some texts."""
    return Counter([word for text in texts for word in words(text)])


def total(counted: Counter[str]) -> int:
    """Return how many words a tally holds."""
    return sum(counted.values())
