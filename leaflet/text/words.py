"""Words as shaped glyphs: the unit that is measured, broken between, and painted.

Each word is shaped once; a leaflet's words are mostly looked up.
"""

import re
from collections.abc import Sequence
from threading import Lock

from leaflet.blocks import Words
from leaflet.text.fonts import Face, Faces
from leaflet.text.runs import GlyphRun, Pairs, pairs_of, shape_run

REGULAR, BOLD, UNDERLINED = range(3)

_NO_BREAK = "\u00a0"
_MOST_WORDS = 60_000  # a cache past this is emptied, so that a run of any length stays in bounds

# UKAAF G003: single facts are never split over two lines: a number and its unit, a telephone number.
# Each way begins with the space itself: the search leaps from space to space.
_FACT = re.compile(r" (?:(?<=\d )(?=[\w%°(])|(?<=\d[).-] )(?=\d)|(?<=No\. )(?=\d))")


class Word:
    """A word in one or more styles. Told apart by identity, so that it can key a cache."""

    __slots__ = ("_runs", "advance", "missing", "pairs", "passing", "space", "text", "underlines")

    def __init__(self, text: str, runs: tuple[GlyphRun, ...], missing: str, *, underlined: bool) -> None:
        self.text = text
        self._runs = runs
        self.pairs: Pairs | None = None  # of a word made of paired letters alone
        self.missing = missing  # characters no face has
        self.advance = sum([sum(run.advances) for run in runs])  # 1/1000 em
        self.space = runs[-1].face.advance(" ") if runs else 0.0  # of the space after it, 1/1000 em
        self.passing = False  # true of words about a patient, which no cache may keep
        self.underlines: tuple[tuple[float, float], ...] = ()  # start and length, 1/1000 em
        if underlined:
            self.underlines = ((0.0, self.advance),)

    @classmethod
    def of_pairs(cls, text: str, pairs: Pairs, *, underlined: bool) -> "Word":
        """Return the word that paired letters make."""
        word = cls(text, (), "", underlined=False)
        word.pairs = pairs
        word.advance = sum(pairs.advances(text))
        word.space = pairs[" "]
        if underlined:
            word.underlines = ((0.0, word.advance),)
        return word

    @property
    def runs(self) -> tuple[GlyphRun, ...]:
        """The word's glyphs, face by face."""
        return self._runs if self.pairs is None else (self.pairs.run(self.text),)

    def __repr__(self) -> str:
        return f"<{self.text}>"


class Shaper:
    """Turns words into shaped words, remembering them; usable from many threads."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._known: tuple[dict[str, Word], ...] = ({}, {}, {})
        self._joined: dict[tuple[tuple[int, str], ...], Word] = {}
        self._lock = Lock()

    def words(self, words: Words, strong: int = BOLD, unbroken: Sequence[str] = ()) -> list[Word]:
        """Return the shaped words of a text; `strong` is the style that strong words take.

        Words between which no line may end come as one.
        """
        text = glue(words.plain, unbroken)
        if words.origin.voice == "pharmacist":
            return [self._passing_word(pieces) for pieces in _pieces(text, words.runs, strong)]
        if len(words.runs) > 1:
            return [self._word_of(pieces) for pieces in _pieces(text, words.runs, strong)]
        style = strong if words.runs[0][1] else REGULAR
        known = self._known[style]
        return [known.get(word) or self.word(word, style) for word in text.split(" ") if word]

    def word(self, text: str, style: int) -> Word:
        """Return one shaped word in one style."""
        known = self._known[style]
        found = known.get(text)
        if found is not None:
            return found
        with self._lock:
            if len(known) >= _MOST_WORDS:
                known.clear()
            return known.setdefault(text, self._shape(text, style))

    def _word_of(self, pieces: tuple[tuple[int, str], ...]) -> Word:
        """Return a word whose pieces may differ in style, such as `**stop**.` with its full stop."""
        if len(pieces) == 1:
            style, text = pieces[0]
            return self._known[style].get(text) or self.word(text, style)
        found = self._joined.get(pieces)
        if found is None:
            parts = [self.word(text, style) for style, text in pieces]
            with self._lock:
                if len(self._joined) >= _MOST_WORDS:
                    self._joined.clear()
                found = self._joined.setdefault(pieces, _join(parts))
        return found

    def _passing_word(self, pieces: tuple[tuple[int, str], ...]) -> Word:
        """Return a word of the pharmacist to a patient, shaped anew and never remembered."""
        parts = [self._shape(text, style) for style, text in pieces]
        word = parts[0] if len(parts) == 1 else _join(parts)
        word.passing = True
        return word

    def _shape(self, text: str, style: int) -> Word:
        chain, text = self.faces.chain(bold=style == BOLD), text.replace(_NO_BREAK, " ")
        pairs = pairs_of(chain[0])
        if pairs.characters.issuperset(text):
            return Word.of_pairs(text, pairs, underlined=style == UNDERLINED)
        runs, missing = [], ""
        for face, characters in _by_face(text, chain):
            if face is None:
                missing += characters
            else:
                runs.append(shape_run(face, characters))
        if not runs:
            runs.append(GlyphRun(chain[0], (), ()))
        return Word(text, tuple(runs), missing, underlined=style == UNDERLINED)


def glue(text: str, unbroken: Sequence[str] = ()) -> str:
    """Put a no-break space wherever a line may not end; the text keeps its length."""
    for name in unbroken:
        text = text.replace(name, name.replace(" ", _NO_BREAK))
    return _FACT.sub(_NO_BREAK, text)


def _pieces(text: str, runs: Sequence[tuple[str, bool]], strong: int) -> list[tuple[tuple[int, str], ...]]:
    """Cut glued text into words, each a row of (style, characters)."""
    words: list[tuple[tuple[int, str], ...]] = []
    current: list[tuple[int, str]] = []
    at = 0
    for characters, is_strong in runs:
        style = strong if is_strong else REGULAR
        first, *others = text[at : at + len(characters)].split(" ")
        at += len(characters)
        if first:
            current.append((style, first))
        for part in others:
            if current:
                words.append(tuple(current))
            current = [(style, part)] if part else []
    if current:
        words.append(tuple(current))
    return words


def _join(parts: Sequence[Word]) -> Word:
    """Set shaped words side by side as one."""
    runs = tuple(run for part in parts for run in part.runs)
    joined = Word(
        "".join(part.text for part in parts), runs, "".join(part.missing for part in parts), underlined=False
    )
    start = 0.0
    underlines: list[tuple[float, float]] = []
    for part in parts:
        underlines += [(start + left, length) for left, length in part.underlines]
        start += part.advance
    joined.underlines = tuple(underlines)
    return joined


def _by_face(text: str, chain: Sequence[Face]) -> list[tuple[Face | None, str]]:
    """Cut text into stretches that one face can set: the first that has the character."""
    if chain[0].characters.issuperset(text):
        return [(chain[0], text)]
    stretches: list[tuple[Face | None, str]] = []
    for character in text:
        code = ord(character)
        face = next((face for face in chain if code in face.glyph_of), None)
        if stretches and stretches[-1][0] is face:
            stretches[-1] = (face, stretches[-1][1] + character)
        else:
            stretches.append((face, character))
    return stretches
