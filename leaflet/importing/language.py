"""The language of a document: as it declares, unless its letters and words say otherwise."""

import re
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
    found = _by_words(document) if script in ("LATIN", "CYRILLIC") else _SCRIPTS.get(script, "")
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


# Some of the commonest words of each language, in what leaflets say; a leaflet has hundreds of them.
_COMMON = {
    "bg": "и на да се не за от ако или при",
    "cs": "je se na pokud nebo při jsou lékaře přípravek léčivý",
    "da": "og du det ikke til med af den eller hvis",
    "de": "sie und der die nicht das mit ist oder wenn",
    "el": "και το να του την με για σας εάν από",
    "en": "the of to you your and with if or are",
    "es": "que el los para una con de su si la",
    "et": "ja ei on või kui teie arst ravimi see teil",
    "fi": "ja tai sinun jos olet ei että ota lääkettä voi",
    "fr": "vous les des est pas de la ou votre si",
    "hr": "je se ili ako na liječnik lijek može vas što",
    "hu": "az és vagy nem ha hogy orvos meg szedje",
    "it": "che il della non per di se con questo la",
    "lt": "ir ar jeigu vaistas yra gali gydytojas su kad vaisto",
    "lv": "un vai ja ir jums zāles ar ārsts ka nav",
    "ms": "anda dan atau jika yang untuk ini doktor dengan ubat",
    "nl": "het een niet van met de en of u als",
    "no": "og du det ikke til med av hvis eller legen",
    "pl": "się nie należy lub leku jest jeśli lekarza do przed",
    "pt": "não com uma este para você se ou do seu",
    "ro": "și să nu sau dacă dumneavoastră este cu pentru medicul",
    "sk": "sa je na alebo ak lekár liek vás pri ste",
    "sl": "in je se ali če zdravilo zdravnik lahko na ste",
    "sv": "och du att inte som eller om med av kan",
}
_CLEAR_OF_OTHERS = 1.2


def _by_words(document: Document) -> str:
    """Return which language's commonest words occur most; "" where none stands out."""
    words = Counter(re.findall(r"[^\W\d_]+", _beginning(document, 20_000).lower()))
    counts = {tag: sum(words[word] for word in common.split()) for tag, common in _COMMON.items()}
    best, second = sorted(counts, key=lambda tag: counts[tag], reverse=True)[:2]
    is_clear = counts[best] >= 2 and counts[best] >= _CLEAR_OF_OTHERS * counts[second]
    return best if is_clear and counts[best] > words.total() // 50 else ""
