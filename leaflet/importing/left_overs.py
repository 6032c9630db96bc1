"""What a suspicious stretch of a source stands for, where that is beyond doubt."""

import re

from leaflet.intake.suspicions import Suspicion

# Letters that look alike in Latin, Greek and Cyrillic, in one order.
_TO_LATIN = {
    **dict(zip("ΑΒΕΚΜΗΟΡϹΤΧΥΖΙΝϲορχν", "ABEKMHOPCTXYZINcopxv", strict=True)),
    **dict(zip("АВЕКМНОРСТХУасеорхуіІ", "ABEKMHOPCTXYaceopxyiI", strict=True)),
}
_TO_GREEK = dict(zip("ABEKMHOPTXYZINov", "ΑΒΕΚΜΗΟΡΤΧΥΖΙΝον", strict=True))
_TO_CYRILLIC = dict(zip("ABEKMHOPCTXaceopxyi", "АВЕКМНОРСТХасеорхуі", strict=True))
_FORMATS = re.compile(r"</?(?:b|i|u|em|strong|span|font|div|p|small|sup|sub|a)\b[^<>]*>", re.IGNORECASE)
_BREAKS = re.compile(r"<(?:br|hr|li|ul|ol|tr|td|p|/p|/li|div|/div)\b[^<>]*>", re.IGNORECASE)
_WORDS = re.compile(r"<(?P<words>[^\W\d_][^<>=\"/]*)>")
_LEADER = re.compile(r"\.{4,}")


def meaning_of(suspicion: Suspicion, text: str) -> str | None:
    """Return what a stretch stands for, "" where it says nothing; None where only people can tell."""
    said = text[suspicion.start : suspicion.end]
    if suspicion.meant:
        return None if "\ufffd" in suspicion.meant else suspicion.meant
    if suspicion.kind == "alphabets":
        return _in_one_alphabet(said)
    if suspicion.kind == "markup":
        meant = _without_signs(said)
        glued = meant and meant.strip() and re.match(r"[\w<]", text[suspicion.end :])
        return f"{meant} " if glued and _WORDS.fullmatch(said) else meant
    if _LEADER.fullmatch(said) and text[suspicion.end :].strip() and text[: suspicion.start].strip():
        return " "
    return None


def _without_signs(said: str) -> str | None:
    if _BREAKS.fullmatch(said):
        return " "
    if _FORMATS.fullmatch(said):
        return ""
    found = _WORDS.fullmatch(said)
    return found["words"] if found else None


def _in_one_alphabet(word: str) -> str | None:
    """Return a word with its stray lookalikes in the alphabet of its other letters."""
    for table in (_TO_LATIN, _TO_GREEK, _TO_CYRILLIC):
        changed = "".join([table.get(letter, letter) for letter in word])
        if changed != word and _is_of_one(changed):
            return changed
    return None


def _is_of_one(word: str) -> bool:
    from unicodedata import name

    return len({name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}) == 1
