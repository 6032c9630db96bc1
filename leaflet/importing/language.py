"""The language of a document: as it declares, unless its letters and words say otherwise."""

import unicodedata
from collections import Counter

from leaflet.importing.book import Book
from leaflet.importing.original import Document, texts

# Scripts by the first word of Unicode's names for their letters, and a language that is written in them.
_SCRIPTS = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "HANGUL": "ko",
    "THAI": "th",
    "GREEK": "el",
    "CYRILLIC": "",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
}
_WRITTEN_IN = {
    **{tag: script for script, tag in _SCRIPTS.items()},
    **dict.fromkeys(("ar", "fa", "ur"), "ARABIC"),
    **dict.fromkeys(("ru", "uk", "bg", "sr"), "CYRILLIC"),
    "ja": "CJK",
}


def language_of(document: Document, book: Book) -> str:
    """Return the language that is declared, unless the letters say that this is not so."""
    declared = document.publication.language.strip().replace("_", "-")
    base = declared.split("-")[0].lower()
    script, share = _script(_beginning(document, 8_000))
    written = _WRITTEN_IN.get(base, "LATIN")
    is_japanese = base == "ja" and script in ("HIRAGANA", "KATAKANA", "CJK")
    if declared and (script == written or is_japanese or share < 0.5):
        return "-".join([base, *declared.split("-")[1:]])
    found = "en" if script == "LATIN" and not declared else _SCRIPTS.get(script, "")
    if script == "LATIN":
        found = _by_words(document)
    said = f"the file declares {declared!r}" if declared else "the file declares no language"
    book.enter("guessed", "", found or "und", f"{said}; the language is taken from its letters and words")
    return found or "und"


def _script(text: str) -> tuple[str, float]:
    """Return the script that most letters of a text have, and their share."""
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha():
            script = "LATIN" if char.isascii() else unicodedata.name(char, "LATIN").split()[0]
            counts[script] += times
    if not counts:
        return "LATIN", 0.0
    script = max(counts, key=lambda each: counts[each])
    return script, counts[script] / counts.total()


def _beginning(document: Document, length: int) -> str:
    """Return about the first `length` characters of a document, its texts on lines of their own."""
    begun: list[str] = []
    so_far = 0
    for words in texts(document.sections):
        begun.append(words.plain)
        so_far += len(words.plain)
        if so_far >= length:
            break
    return "\n".join(begun)[:length]


# Some of the commonest words of each language; a leaflet has hundreds of them.
_COMMON = {
    "en": "the you your with this are",
    "es": "que el los para una con",
    "pt": "não com uma este para você",
    "de": "sie und der die nicht",
    "fr": "vous les des est pas",
    "it": "che il della non per",
    "da": "og du det ikke til",
    "nl": "het een niet van met",
    "fi": "ja on ei tai sinun",
    "sv": "och du att inte som",
}


def _by_words(document: Document) -> str:
    """Return which language's commonest words occur most; "" where none stands out."""
    words = _beginning(document, 20_000).lower().split()
    counts = {tag: sum(words.count(word) for word in common.split()) for tag, common in _COMMON.items()}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] > len(words) // 50 else ""
