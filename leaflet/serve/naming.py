"""How names and codes are compared: folded, without what a pack says beside a name, release words kept."""

import re
import unicodedata

# Words that tell no medicine from another.
_DULL = frozenset(
    {"a", "an", "and", "for", "in", "is", "it", "medicine", "of", "or", "that", "the", "to", "with"}
)

# What a pack says beside the name, and tells no medicine from another of the same name.
_UNITS = {
    "mg",
    "g",
    "mcg",
    "microgram",
    "micrograms",
    "nanograms",
    "ml",
    "unit",
    "units",
    "per",
    "percent",
    "dose",
}
_FORMS = {
    *(
        "tablet",
        "tablets",
        "capsule",
        "capsules",
        "caplet",
        "caplets",
        "solution",
        "suspension",
        "syrup",
        "oral",
    ),
    *(
        "cream",
        "ointment",
        "gel",
        "lotion",
        "drops",
        "eye",
        "ear",
        "nasal",
        "spray",
        "inhaler",
        "patch",
        "patches",
    ),
    *("injection", "pen", "cartridge", "vial", "sachet", "sachets", "powder", "granules", "suppositories"),
    *("film", "coated", "and", "for", "of", "in"),
}
_NUMBER = re.compile(r"[0-9][0-9.,/]*(?:mg|g|mcg|ml)?$")
_GS1 = re.compile(r"^(?:\]d2|\]c1|\]e0|\x1d)?(?:\(01\)|01)([0-9]{14})")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text worth searching for, each once, folded."""
    return tuple(dict.fromkeys(word for word in folded(text).split() if word not in _DULL))


def folded(text: str) -> str:
    """Return text in small letters without accents or punctuation."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char if char.isalnum() else " " for char in letters if not unicodedata.combining(char))


def bare_name(text: str) -> str:
    """Return a name as it is compared: folded, without strength, form and unit, release words kept."""
    # Taken off as a pack has them: a number with what follows it, and words of a form anywhere.
    words = [
        word for word in folded(text).split() if not (word in _FORMS or word in _UNITS or _NUMBER.match(word))
    ]
    return " ".join(words)


def code_of(text: str) -> str:
    """Return what was typed or scanned as a code: digits and letters alone, a GS1 bar code's GTIN."""
    scanned = _GS1.match(text.strip().lower())
    code = scanned[1] if scanned else re.sub(r"[^0-9a-z]", "", text.lower())
    return code.zfill(14) if code.isdecimal() and 8 <= len(code) <= 14 else code
