"""Words as the ledger counts them: in intake's one spelling, white space folded, nothing unseen in them."""

import re
from collections import Counter
from unicodedata import normalize

from leaflet.intake.characters import trouble_of
from leaflet.intake.folding import fold as one_spelling

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# What is frequent in a source is folded here, at once; the rest, character by character, by intake.
_FREQUENT = str.maketrans(
    {
        **dict.fromkeys("\u2028\u2029\x85\x0b\x0c", "\n"),
        **dict.fromkeys([chr(code) for code in (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)], " "),
        **dict.fromkeys("\u2010\u2011", "-"),
    }
)
_UNSEEN = ("control", "invisible", "order")  # what intake refuses, and no reader of the source ever saw
_SHIFTED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()ni0123456789+-=()")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n ?")


def fold(text: str) -> str:
    """Return a text in intake's spelling, without characters that nobody sees; line feeds stay."""
    if text.isascii():
        text = _CONTROL.sub("", text)
    else:
        text = normalize("NFC", text.translate(_FREQUENT))
        unseen = {character for character in set(text) if trouble_of(character) in _UNSEEN}
        if unseen:
            text = "".join([char for char in text if char not in unseen])
        # Word by word: the few that are spelled otherwise take the long way, and none takes much memory.
        text = " ".join([one_spelling(word).text for word in text.split(" ")])
    return _BREAKS.sub("\n", _SPACES.sub(" ", text))


def words(text: str) -> list[str]:
    """Return the words of `text`: what stands between white space; raised and lowered digits as digits."""
    folded = fold(text)
    return (folded if folded.isascii() else folded.translate(_SHIFTED)).split()


def tally(*texts: str) -> Counter[str]:
    """Return how often each word occurs in some texts."""
    return Counter([word for text in texts for word in words(text)])


def total(counted: Counter[str]) -> int:
    """Return how many words a tally holds."""
    return sum(counted.values())
