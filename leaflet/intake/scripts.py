"""Which script a text is in, by the names that Unicode gives its letters, and which a page can set."""

from functools import lru_cache
from unicodedata import bidirectional, category, name

from leaflet.values import Value

SET = frozenset({"LATIN", "GREEK", "CYRILLIC"})
"""The scripts whose letters the typefaces have, and whose words the setting knows to break and to order."""

# Marks and modifiers that belong to every script, and letters that stand for a quantity.
_OF_NONE = (
    "MODIFIER",
    "COMBINING",
    "MICRO",
    "FEMININE",
    "MASCULINE",
    "OHM",
    "KELVIN",
    "ANGSTROM",
    "DOUBLE-STRUCK",
)
_CALLED = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "DEVANAGARI": "Devanagari",
}


class Script(Value):
    """A script that no page sets yet."""

    called: str  # such as: Arabic
    from_right: bool  # whether it runs from right to left


def unset_script(text: str) -> tuple[int, Script] | None:
    """Return the place of the first letter of a script that no page sets, with the script."""
    if text.isascii():
        return None
    for index, character in enumerate(text):
        script = None if character.isascii() else _unset(character)
        if script is not None:
            return index, script
    return None


@lru_cache(maxsize=4096)
def _unset(character: str) -> Script | None:
    from_right = bidirectional(character) in ("R", "AL", "AN")
    if not from_right and category(character)[0] not in "LM":
        return None
    first = name(character, "").partition(" ")[0]
    if not first or first in SET or first.startswith(_OF_NONE):
        return None
    return Script(_CALLED.get(first.partition("-")[0], first.capitalize()), from_right)
