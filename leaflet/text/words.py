"""Words as shaped glyphs: the unit that is measured, broken between, and painted.

Each word is shaped once; a leaflet's words are mostly looked up.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple
from unicodedata import category

from leaflet.document.tree import Phrase, Shift, Text
from leaflet.languages.expansions import Expand, Expansion, Voice
from leaflet.text.breaks import glue, may_hold_address
from leaflet.text.fonts import Face, Faces
from leaflet.text.runs import END, GlyphRun, Pairs, Reader, Writer, pairs_in, pairs_of, set_run
from leaflet.text.unbroken import JOINT, chunked, pieces_of

REGULAR, BOLD, UNDERLINED = range(3)

_NO_BREAK = "\u00a0"
_MOST_WORDS = 60_000  # a cache past this is emptied, so that a run of any length stays in bounds

_advance, _written = itemgetter(0), itemgetter(1)  # of a letter before another

_Pieces = tuple[tuple[int, str], ...]  # of a word: characters in their styles
_Look = tuple[int, Phrase | None, Shift]  # a style, what the characters belong to, and their height
_NOTHING_MORE: tuple[Shift, None] = (0, None)  # of a run: its shift and its phrase

RISE = 200
"""How far raised characters stand above their line, and lowered ones below it, in 1/1000 em.

They are as large as the words beside them, since nothing is smaller than the profile's body. Ink of its face
reaches from 192 below the line to 715 above it: the closest lines, 1.1 em apart, leave 193 between.
"""


class Part(NamedTuple):
    """A part of a word that is more than letters: a word without its space, and what more it is."""

    word: "Word"
    phrase: Phrase | None = None
    shift: Shift = 0


class Word:
    """A word in one or more styles. Told apart by identity, so that it can key a cache."""

    __slots__ = (
        "_runs",
        "advance",
        "expansions",
        "face",
        "ink",
        "missing",
        "parts",
        "passing",
        "printed",
        "reads",
        "space",
        "stride",
        "text",
        "underlines",
    )

    def __init__(self, text: str, advance: float, space: float, face: Face | None = None) -> None:
        self.text = text
        self.printed = f"{text} " if space else text  # with the space behind it, where there is one
        self.advance = advance  # 1/1000 em
        self.space = space  # of the space after it, 1/1000 em
        self.stride = advance + space
        self.face = face  # of a word made of paired letters alone, not underlined; None of any other
        self.ink = b""  # of a word with a face: its letters and the space after it, as written
        self.reads = ""  # of a word with `ink`: what a reader of the file gets from that
        self.missing: tuple[str, ...] = ()  # characters, with their marks, that no face sets
        self.expansions: tuple[Expansion, ...] = ()  # what of it is abbreviated, by places in `text`
        self.passing = False  # true of words about a patient, which no cache may keep
        self.underlines: tuple[tuple[float, float], ...] = ()  # start and length, 1/1000 em
        self.parts: tuple[Part, ...] = ()  # of a word with links in it, or raised or lowered characters
        self._runs: tuple[GlyphRun, ...] = ()

    @classmethod
    def of_runs(
        cls, text: str, runs: tuple[GlyphRun, ...], missing: tuple[str, ...] = (), *, spaced: bool = True
    ) -> "Word":
        """Return a word of shaped glyphs, at least one run of them."""
        space = runs[-1].face.advance(" ") if spaced else 0.0
        word = cls(text, sum([sum(run.advances) for run in runs]), space)
        word._runs = runs
        word.missing = missing
        return word

    @property
    def runs(self) -> tuple[GlyphRun, ...]:
        """The word's glyphs, face by face."""
        return self._runs if self.face is None else (pairs_of(self.face).run(self.text),)

    def underlined(self) -> "Word":
        """Return the word with a line under all of it."""
        word = Word.of_runs(self.text, self.runs, self.missing, spaced=bool(self.space))
        word.expansions = self.expansions
        word.underlines = ((0.0, self.advance),)
        return word

    def __repr__(self) -> str:
        return f"<{self.text}>"


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
            word = _across(text, self._chain, spaced=bool(space))
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

    def words(self, text: Text, strong: int = BOLD) -> tuple[Word, ...]:
        """Return the shaped words of a text; `strong` is the style that strong words take.

        Words between which no line may end come as one.
        """
        return (self._called if text.attribution == "region" else self._words).all(text, strong)

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
            found = self._joined.setdefault(pieces, _join(self._shaped(pieces)))
        return found

    def _parted(self, pieces: Sequence[tuple[_Look, str]], text: Text) -> Word:
        """Return a word of which parts are links, or raised or lowered; it is not remembered."""
        spaced = not pieces[-1][1].endswith(JOINT)
        alone = [(style, characters.removesuffix(JOINT) + JOINT) for (style, _, _), characters in pieces]
        words = self._shaped(alone, remembers=not text.is_private)
        parts = [Part(word, *look[1:]) for word, (look, _) in zip(words, pieces, strict=True)]
        word = _join(words, spaced=spaced)
        word.parts, word.passing = tuple(parts), text.is_private
        word.underlines = tuple(_underlines(parts))
        return word

    def _passing_word(self, pieces: _Pieces) -> Word:
        """Return a word of the pharmacist to a patient, shaped anew and never remembered."""
        parts = self._shaped(pieces, remembers=False)
        word = parts[0] if len(parts) == 1 else _join(parts)
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
            words.append(self.known[style].shaped(text, _moved(own, -at)))
            at += len(plain)
        return words


def _moved(expansions: Iterable[Expansion], by: int) -> tuple[Expansion, ...]:
    return tuple([Expansion(start + by, end + by, full) for start, end, full in expansions])


def _join(parts: Sequence[Word], *, spaced: bool | None = None) -> Word:
    """Set shaped words side by side as one, with a space after it as after the last where nothing is said."""
    joined = Word.of_runs(
        "".join(part.text for part in parts),
        tuple(run for part in parts for run in part.runs),
        tuple(missing for part in parts for missing in part.missing),
        spaced=bool(parts[-1].space) if spaced is None else spaced,
    )
    joined.underlines = tuple(_underlines([Part(part) for part in parts]))
    at, expansions = 0, list[Expansion]()
    for part in parts:
        expansions += _moved(part.expansions, at)
        at += len(part.text)
    joined.expansions = tuple(expansions)
    return joined


def _underlines(parts: Sequence[Part]) -> Iterator[tuple[float, float]]:
    """Yield where a word is underlined: its underlined parts, and the addresses in it, as links are."""
    start = 0.0
    for word, phrase, _ in parts:
        if phrase is not None and phrase.target:
            yield start, word.advance
        else:
            yield from [(start + left, length) for left, length in word.underlines]
        start += word.advance


def _across(text: str, chain: Sequence[Face], *, spaced: bool) -> Word:
    """Return a word that its first face cannot set alone, or not letter by letter.

    One face sets all of it, the first that does; only where none can do its letters come from several.
    """
    for face in chain:
        run = set_run(face, text)
        if run is not None:
            return Word.of_runs(text, (run,), spaced=spaced)
    runs, missing = list[GlyphRun](), list[str]()
    for helper, characters in _by_face(text, chain):
        run = set_run(helper, characters) if helper is not None else None
        if run is None:
            missing += _clusters(characters)
        else:
            runs.append(run)
    return Word.of_runs(text, tuple(runs) or (GlyphRun(chain[0], (), ()),), tuple(missing), spaced=spaced)


def _by_face(text: str, chain: Sequence[Face]) -> list[tuple[Face | None, str]]:
    """Cut text into stretches, letters with their marks, that one face can set: the first that does."""
    stretches: list[tuple[Face | None, str]] = []
    for cluster in _clusters(text):
        face = next((face for face in chain if set_run(face, cluster) is not None), None)
        if stretches and stretches[-1][0] is face:
            stretches[-1] = (face, stretches[-1][1] + cluster)
        else:
            stretches.append((face, cluster))
    return stretches


def _clusters(text: str) -> list[str]:
    """Cut a text into characters, each with the marks that stand on it."""
    clusters = list[str]()
    for character in text:
        if clusters and category(character)[0] == "M":
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
