"""Sentences as rows of marks: each word, or phrase of several, becomes what it can mean.

All words of all rules stand in one table; a text is read once, from left to right, the longest phrase
first. The time taken grows with the text alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from leaflet.precompiled import expression, table
from leaflet.rules.english import everyday
from leaflet.rules.english import marks as m
from leaflet.values import Value

_TOKEN = expression(r"[a-zà-ÿ&]+(?:['-][a-zà-ÿ]+)*|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\w\s]")
_SPELLED = expression(r"\b(?:[a-z]\.){2,12}[a-z]?\b")
NAME = "<name>"
"""What stands for the medicine's own name among the words of a sentence."""
_LONGEST_GAP = 4  # words between the halves of "give … up"
_MARKS = {
    ",": m.COMMA, ";": m.STOP_MARK, ":": m.COLON, ".": m.STOP_MARK, "!": m.STOP_MARK, "?": m.QUESTION,
    "(": m.OPEN, ")": m.CLOSE, "[": m.OPEN, "]": m.CLOSE, "–": m.COMMA, "—": m.COMMA, "…": m.STOP_MARK,
    "/": m.OR, "-": m.COMMA, "•": m.STOP_MARK, "·": m.STOP_MARK,
}  # fmt: skip
_PLAIN_LETTERS = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "\xa0": " "}
    | dict(zip("àáâãäåèéêëìíîïòóôõöøùúûüýÿçñ", "aaaaaaeeeeiiiioooooouuuuyycn", strict=True))
    | {chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F)}  # of the width of a square
)
_ADDRESS = expression(r"https?://[^\s<>)]+")


class Phrases(Value):
    """What words mean, alone and in phrases."""

    meanings: Mapping[str, int]  # of a phrase, its words parted by spaces
    openings: AbstractSet[str]  # what a longer phrase starts with

    def begin_in(self, said: Iterable[str]) -> bool:
        """Tell whether a phrase may begin at one of the words."""
        return not (self.openings.isdisjoint(said) and self.meanings.keys().isdisjoint(said))

    def longest(self, said: Sequence[str], at: int) -> tuple[int, int]:
        """Return the meaning of the longest phrase that starts at a word, and how many words it takes.

        Where none does, the meaning is 0 and the word stands alone.
        """
        phrase = said[at]
        meaning, length, ahead = self.meanings.get(phrase, 0), 1, at + 1
        while phrase in self.openings and ahead < len(said):
            phrase = f"{phrase} {said[ahead]}"
            ahead += 1
            if longer := self.meanings.get(phrase):
                meaning, length = longer, ahead - at
        return meaning, length


Gapped = tuple[tuple[str, ...], tuple[str, ...], int]  # words before the gap, after it, and what it means
Sorted = tuple[dict[str, int], set[str], dict[str, list[Gapped]]]
"""What phrases mean, what longer ones start with, and those with a gap by their first word."""


class Lexicon(Value):
    """The words of all rules: those that stand together, and those with room for an object."""

    phrases: Phrases
    gapped: Mapping[str, Sequence[Gapped]]  # by the first word


@cache
def lexicon() -> Lexicon:
    """Return the words of all rules as one table."""
    meanings, openings, gapped = table("words", _sorted_words)
    return Lexicon(Phrases(meanings, openings), gapped)


def _sorted_words() -> Sorted:
    # With all lists of words: where the table is kept, nobody asks for them.
    from leaflet.rules.english.word_table import sorted_words

    return sorted_words()


def openings_of(phrases: Iterable[str]) -> set[str]:
    """Return every phrase that another one starts with."""
    found = set()
    for phrase in phrases:
        at = phrase.find(" ")
        while at > 0:
            found.add(phrase[:at])
            at = phrase.find(" ", at + 1)
    return found


def tokens(text: str) -> list[str]:
    """Cut a text into small-letter words and marks; a word spelled out with dots becomes one."""
    everyday = text.lower()
    if not everyday.isascii() or "`" in everyday:
        everyday = everyday.translate(_PLAIN_LETTERS)
    if "://" in everyday:
        everyday = _ADDRESS.sub("", everyday)
    if everyday.count(".") > 1:
        everyday = _SPELLED.sub(lambda match: match.group().replace(".", ""), everyday)
    return _TOKEN.findall(everyday)


def said_of(text: str, names: Phrases) -> list[str]:
    """Return the words and marks of a text, with `NAME` for each of the medicine's own names.

    What is said of one medicine is so judged, and learned, as what is said of another.
    """
    said = tokens(text)
    bare = bared(said)
    return named(said, bare, names) if names.begin_in(bare) else said


def bared(said: Sequence[str]) -> Sequence[str]:
    """Return words as names are looked for among them: without the "'s" of "Testol's"."""
    return [word.removesuffix("'s") for word in said]


def named(said: Sequence[str], bare: Sequence[str], names: Phrases) -> list[str]:
    """Return words with `NAME` for each name of a medicine; `bare` are the same words bared."""
    found: list[str] = []
    at = 0
    while at < len(said):
        meaning, length = names.longest(bare, at)
        found.append(NAME if meaning else said[at])
        at += length
    return found


def read(said: Sequence[str]) -> list[int]:
    """Return the marks of a sentence, phrase by phrase; `said` are its words as `said_of` gives them."""
    table = lexicon()
    phrases, gapped = table.phrases, table.gapped
    meanings, openings = phrases.meanings, phrases.openings
    row: list[int] = []
    at, end = 0, len(said)
    while at < end:
        word = said[at]
        if word in gapped and (wide := _gapped(said, at, gapped[word])):
            first, last, after, meaning = wide
            row.append(meaning)
            row.extend([meanings.get(each, 0) or _shape(each) for each in said[first:last]])
            at = last + after
        elif word in openings:
            meaning, length = phrases.longest(said, at)
            row.append(meaning or _shape(word))
            at += length
        else:
            row.append(meanings.get(word, 0) or _shape(word))
            at += 1
    return row


def _gapped(said: Sequence[str], at: int, alike: Sequence[Gapped]) -> tuple[int, int, int, int] | None:
    """Return where the object of "give … up" starts and ends, how many words follow, and the meaning."""
    for before, after, meaning in alike:
        start = at + 1 + len(before)
        if before and tuple(said[at + 1 : start]) != before:
            continue
        last = min(start + _LONGEST_GAP, len(said) - 1)
        for end in range(start, last + 1):
            if end > start and said[end] == after[0] and tuple(said[end : end + len(after)]) == after:
                return start, end, len(after), meaning
            if not (said[end][0].isalnum() or said[end] == NAME):
                break
    return None


@lru_cache(maxsize=4096)
def _shape(word: str) -> int:
    """Return what an unknown word or mark is by its shape."""
    if word in _MARKS:
        return _MARKS[word]
    if word[0].isdigit():
        return m.NUMBER
    if word.endswith("ly"):
        return m.ADVERB
    if not word[0].isalpha():
        return 0
    if word.endswith("'s") and (meaning := lexicon().phrases.meanings.get(word[:-2])):
        return meaning
    if word in everyday.WORDS or (len(word) >= everyday.SHORTEST_LEARNED and word.endswith(everyday.ENDINGS)):
        return m.UNKNOWN | m.PLAIN
    return m.UNKNOWN


def names_of(names: Sequence[str]) -> Phrases:
    """Return the names of a medicine as phrases."""
    known = lexicon().phrases
    found: dict[str, int] = {}
    for name in names:
        if said := tokens(name):
            found[" ".join(said)] = m.MEDICINE
            # "Testol 5 mg tablets" are called Testol, too, where that is a word of no other meaning.
            first = said[0]
            if _shape(first) == m.UNKNOWN and first not in known.meanings and first not in known.openings:
                found[first] = m.MEDICINE
    return Phrases(found, openings_of(found))
