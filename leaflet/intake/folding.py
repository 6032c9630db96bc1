"""One spelling for what looks alike: composed letters, plain spaces, plain hyphens, no presentation forms.

Canonical composition is Unicode's NFC. Beyond it, only forms are folded that differ in looks and not in
meaning: ligatures, full-width and styled letters, units squeezed into one sign. A raised 2, a half or a
number in a circle mean something of their own and stay. Every kind of space becomes a plain one: where a
line may end is decided by the setting, which keeps a number with its unit however that was typed.
"""

from functools import lru_cache
from unicodedata import category, combining, decomposition, is_normalized, normalize

from leaflet.precompiled import expression
from leaflet.values import Value

# The tags of decompositions (Unicode, UnicodeData.txt) that say no more than how a character looks.
_LOOKS = frozenset(
    [
        *("<wide>", "<narrow>", "<small>", "<font>", "<square>", "<vertical>"),
        *("<initial>", "<medial>", "<final>", "<isolated>"),
    ]
)
_LIGATURES = range(0xFB00, 0xFB50)  # Latin, Armenian and Hebrew presentation forms
_HYPHENS = "\u2010\u2011"
# The Greek letter where the sign of a millionth is meant: rules must know "μg" however it was typed.
_MICRO = expression("(?<![\u0370-\u03ff\u1f00-\u1fff])\u03bc(?=(?:g|l|L|m|M|mol|mols|s|Sv|V|A|kat)\\b)")


class Folded(Value):
    """A text in its one spelling, and for each of its characters the index at which it was typed."""

    text: str
    origins: tuple[int, ...] = ()  # empty where every character stands where it was typed


def fold(typed: str) -> Folded:
    """Return a typed text in its one spelling."""
    if typed.isascii() or _is_folded(typed):
        return Folded(typed)
    text, origins = list[str](), list[int]()
    start = 0
    for end in (*_cluster_starts(typed), len(typed)):
        made = normalize("NFC", "".join(map(_look, typed[start:end])))
        text.append(made)
        origins += [min(start + index, end - 1) for index in range(len(made))]
        start = end
    in_place = origins == list(range(len(typed)))
    return Folded(_MICRO.sub("\u00b5", "".join(text)), () if in_place else tuple(origins))


def _is_folded(typed: str) -> bool:
    return (
        is_normalized("NFC", typed)
        and all(_look(character) == character for character in set(typed))
        and not _MICRO.search(typed)
    )


@lru_cache(maxsize=4096)
def _look(character: str) -> str:
    """Return what a character is written as; most stay what they are."""
    if character.isascii():
        return character
    if category(character) == "Zs":
        return " "
    if character in _HYPHENS:
        return "-"
    tag = decomposition(character).partition(" ")[0]
    looks_only = tag in _LOOKS or (tag == "<compat>" and ord(character) in _LIGATURES)
    return normalize("NFKC", character) if looks_only else character


def _cluster_starts(typed: str) -> list[int]:
    """Return where, behind the first character, something begins that no character before composes with."""
    return [index for index, character in enumerate(typed) if index and not _joins(character)]


def _joins(character: str) -> bool:
    """Tell whether a character may compose with the one before it: marks, and the inner letters of Hangul."""
    return (
        combining(character) > 0
        or category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or "\uff9e" <= character <= "\uffdc"
    )
