"""How names and codes are compared: folded, without what a pack says beside a name, release words kept."""

import re
import unicodedata
from collections.abc import Iterable

# Words that tell no medicine from another.
_DULL = frozenset(
    {"a", "an", "and", "for", "in", "is", "it", "medicine", "of", "or", "that", "the", "to", "with"}
)

# What a pack says beside the name, and tells no medicine from another of the same name.
_UNITS = frozenset(
    {
        *(
            "mg",
            "g",
            "mcg",
            "μg",
            "microgram",
            "micrograms",
            "nanograms",
            "ml",
            "mmol",
            "iu",
            "unit",
            "units",
        ),
        *("per", "percent", "dose"),
    }
)
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
_NUMBER = re.compile(r"[0-9]+(?:x[0-9]+)*")  # as `_glued` leaves it
_STRENGTH = re.compile(rf"[0-9x]+(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})")
_GS1 = re.compile(r"^(?:\]d2|\]c1|\]e0|\x1d)?(?:\(01\)|01)([0-9]{14})")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text worth searching for, each once, folded."""
    return tuple(dict.fromkeys(word for word in folded(text).split() if word not in _DULL))


def folded(text: str) -> str:
    """Return text in small letters without accents or punctuation."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char if char.isalnum() else " " for char in letters if not unicodedata.combining(char))


def bare_name(text: str) -> str:
    """Return a name as it is compared: folded, without strength, form and unit, release words kept.

    A number is a strength where a unit stands behind it. Any other is part of the name: co-codamol 8/500 is
    not co-codamol 30/500.
    """
    kept: list[str] = []
    before_unit = False
    for word in reversed(folded(_glued(text)).split()):
        is_unit = word in _UNITS
        is_strength = _STRENGTH.fullmatch(word) or (before_unit and _NUMBER.fullmatch(word))
        if not (is_unit or is_strength or word in _FORMS):
            kept.append(word)
        before_unit = is_unit
    return " ".join(reversed(kept))


def _glued(text: str) -> str:
    """Return a text in which a number is one word when it is folded: 1,000 and 2.5 and 8/500."""
    whole = re.sub(r"(?<=[0-9])[.,](?=[0-9])", "", text.replace("%", " percent "))
    return re.sub(r"(?<=[0-9])/(?=[0-9])", "x", whole)


def without_strengths(name: str, strengths: Iterable[str]) -> str:
    """Return a name as `bare_name` gives it without the numbers that a medicine's strengths have."""
    known = {number for each in strengths for number in re.findall(r"[0-9]+", _glued(each))}
    return " ".join(
        [word for word in name.split() if not (is_number(word) and known.issuperset(word.split("x")))]
    )


def is_number(word: str) -> bool:
    """Tell whether a word of a name, as `bare_name` gives it, is a number."""
    return _NUMBER.fullmatch(word) is not None


def code_of(text: str) -> str:
    """Return what was typed or scanned as a code: digits and letters alone, a GS1 bar code's GTIN."""
    scanned = _GS1.match(text.strip().lower())
    code = scanned[1] if scanned else re.sub(r"[^0-9a-z]", "", text.lower())
    return code.zfill(14) if code.isdecimal() and 8 <= len(code) <= 14 else code
