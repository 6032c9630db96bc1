"""Shape words once each, and look them up ever after: what keeps the words of a language by their style."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from leaflet.document.tree import Phrase, Run, Shift, Text
from leaflet.languages.expansions import Expand, Expansion, Voice
from leaflet.text.breaks import glue, may_hold_address
from leaflet.text.fonts import Face, Faces
from leaflet.text.runs import END, Pairs, Reader, Writer, pairs_in
from leaflet.text.slugs import Slug, slugs_of
from leaflet.text.unbroken import JOINT, chunked, pieces_of
from leaflet.text.words import BOLD, REGULAR, UNDERLINED, Part, Word, across, join, moved, underlines

_NO_BREAK = "\u00a0"
_MOST_WORDS = 12_000  # a cache past this is emptied, so that a run of any length stays in bounds
_MOST_PARAGRAPHS = 800
_advance, _written = itemgetter(0), itemgetter(1)  # of a letter before another
_Pieces = tuple[tuple[int, str], ...]  # of a word: characters in their styles
_Look = tuple[int, Phrase | None, Shift]  # a style, what the characters belong to, and their height
_Paragraph = tuple[tuple[Run, ...], bool, int, float]
_NOTHING_MORE: tuple[Shift, None] = (0, None)  # of a run: its shift and its phrase


class Hand(NamedTuple):
    """How a renderer writes words, and how a reader of the file will read them."""

    write: Writer
    read: Reader
    told: Callable[[Sequence[bytes], Sequence[Expansion]], list[bytes]]
    """Writes, round the letters of a word, what of it is abbreviated."""


class _Known(dict[str, Word]):
    """The words of one style by their text, each shaped when it is first asked for."""

    def __init__(self, chain: Sequence[Face], hand: Hand, expand: Expand, *, underlined: bool) -> None:
        super().__init__()
        self._chain = chain
        self._hand = hand
        self._expand = expand
        self._pairs = Pairs(chain[0], hand.write)
        self._space = self._pairs[" ", END]
        self._underlined = underlined

    def __missing__(self, text: str) -> Word:
        word = self.shaped(text)
        if len(self) >= _MOST_WORDS:
            self.clear()
        return self.setdefault(text, word)  # at once, so that all threads have the same word

    def shaped(self, text: str, expansions: tuple[Expansion, ...] | None = None) -> Word:
        """Return a word that is not remembered; `expansions` are its own where it is part of another."""
        pairs, (space, written_space) = self._pairs, self._space
        text = text.replace(_NO_BREAK, " ")
        if text.endswith(JOINT):
            text, space, written_space = text[:-1], 0.0, b""
        if expansions is None:
            expansions = self._expand(text)
        try:
            steps = list(map(pairs.__getitem__, pairs_in(text)))
        except KeyError:
            word = across(text, self._chain, spaced=bool(space))
        else:
            word = Word(text, sum(map(_advance, steps)), space, pairs.face)
            letters = list(map(_written, steps))
            if expansions:
                letters = self._hand.told(letters, expansions)
            word.ink = b"".join(letters) + written_space
            word.reads = self._hand.read(pairs.face, word.ink)
        word.expansions = expansions
        return word.underlined() if self._underlined else word


class Shaper:
    """Turns words into shaped words, remembering them; usable from many threads.

    All its words are of one language, which `voice` knows.
    """

    def __init__(self, faces: Faces, hand: Hand, voice: Voice) -> None:
        self.faces = faces
        self._words, self._called = (_Styles(faces, hand, expand) for expand in voice)
        self._paragraphs: dict[_Paragraph, tuple[Slug, ...]] = {}

    def words(self, text: Text, strong: int = BOLD) -> tuple[Word, ...]:
        """Return the shaped words of a text; `strong` is the style that strong words take.

        Words between which no line may end come as one.
        """
        return (self._called if text.attribution == "region" else self._words).all(text, strong)

    def slugs(self, text: Text, strong: int, measure: float) -> tuple[Slug, ...]:
        """Return a text as lines in a column so wide, in 1/1000 em; `strong` is as for `words`.

        A paragraph is remembered unless it is about a patient, or has parts that are a leaflet's own.
        """
        key = text.runs, text.attribution == "region", strong, measure
        found = self._paragraphs.get(key)
        if found is not None and not text.is_private:
            return found
        slugs = slugs_of(self.words(text, strong), measure)
        if not text.is_private and not any(run.phrase for run in text.runs):
            if len(self._paragraphs) >= _MOST_PARAGRAPHS:
                self._paragraphs.clear()
            self._paragraphs[key] = slugs
        return slugs

    def word(self, text: str, style: int) -> Word:
        """Return one shaped word in one style."""
        return self._words.known[style][text]


class _Styles:
    """The words that are told in full alike, style by style."""

    def __init__(self, faces: Faces, hand: Hand, expand: Expand) -> None:
        self.known = tuple(
            _Known(faces.chain(bold=style == BOLD), hand, expand, underlined=style == UNDERLINED)
            for style in (REGULAR, BOLD, UNDERLINED)
        )
        self._expand = expand
        self._joined: dict[_Pieces, Word] = {}

    def all(self, text: Text, strong: int) -> tuple[Word, ...]:
        runs = text.runs
        if len(runs) > 1 or text.is_private or runs[0][2:] != _NOTHING_MORE:
            styles = [strong if run.strong else REGULAR for run in runs]
            if any(run[2:] != _NOTHING_MORE for run in runs):
                looks = [(style, run.phrase, run.shift) for style, run in zip(styles, runs, strict=True)]
                return tuple([self._parted(word, text) for word in pieces_of(text.plain, runs, looks)])
            make = self._passing_word if text.is_private else self._word_of
            return tuple([make(each) for each in pieces_of(text.plain, runs, styles)])
        run = runs[0]
        known = self.known[strong if run.strong else REGULAR]
        parts = glue(run.text).split(" ")
        if may_hold_address(run.text):
            parts = [chunk for word in parts for chunk in chunked(word)]
        return tuple(map(known.__getitem__, parts if "" not in parts else filter(None, parts)))

    def _word_of(self, pieces: _Pieces) -> Word:
        """Return a word whose pieces may differ in style, such as `**stop**.` with its full stop."""
        if len(pieces) == 1:
            style, text = pieces[0]
            return self.known[style][text]
        found = self._joined.get(pieces)
        if found is None:
            if len(self._joined) >= _MOST_WORDS:
                self._joined.clear()
            found = self._joined.setdefault(pieces, join(self._shaped(pieces)))
        return found

    def _parted(self, pieces: Sequence[tuple[_Look, str]], text: Text) -> Word:
        """Return a word of which parts are links, or raised or lowered; it is not remembered."""
        spaced = not pieces[-1][1].endswith(JOINT)
        alone = [(style, characters.removesuffix(JOINT) + JOINT) for (style, _, _), characters in pieces]
        words = self._shaped(alone, remembers=not text.is_private)
        parts = [Part(word, *look[1:]) for word, (look, _) in zip(words, pieces, strict=True)]
        word = join(words, spaced=spaced)
        word.parts, word.passing = tuple(parts), text.is_private
        word.underlines = tuple(underlines(parts))
        return word

    def _passing_word(self, pieces: _Pieces) -> Word:
        """Return a word of the pharmacist to a patient, shaped anew and never remembered."""
        parts = self._shaped(pieces, remembers=False)
        word = parts[0] if len(parts) == 1 else join(parts)
        word.passing = True
        return word

    def _shaped(self, pieces: Sequence[tuple[int, str]], *, remembers: bool = True) -> list[Word]:
        """Return the pieces of one word, shaped: what is abbreviated is seen in the whole of it."""
        texts = [text.removesuffix(JOINT).replace(_NO_BREAK, " ") for _, text in pieces]
        found = self._expand("".join(texts))
        if not found and remembers:
            return [self.known[style][text] for style, text in pieces]
        words, at = list[Word](), 0
        for (style, text), plain in zip(pieces, texts, strict=True):
            own = [each for each in found if at <= each.start and each.end <= at + len(plain)]
            words.append(self.known[style].shaped(text, moved(own, -at)))
            at += len(plain)
        return words
