"""Words as shaped glyphs: the unit that is measured, broken between, and painted.

Each word is shaped once; a leaflet's words are mostly looked up.
"""

from collections.abc import Sequence
from operator import itemgetter
from unicodedata import category

from leaflet.document.tree import Run, Text
from leaflet.text.breaks import chunks, glue, may_hold_address
from leaflet.text.fonts import Face, Faces
from leaflet.text.runs import END, GlyphRun, Pairs, Reader, Writer, pairs_in, pairs_of, set_run

REGULAR, BOLD, UNDERLINED = range(3)

_NO_BREAK = "\u00a0"
_MOST_WORDS = 60_000  # a cache past this is emptied, so that a run of any length stays in bounds

# Behind a chunk of an address: a line may end there without a space. No text that was taken in has it.
_JOINT = "\u200b"

_advance, _written = itemgetter(0), itemgetter(1)  # of a letter before another

_Pieces = tuple[tuple[int, str], ...]  # of a word: characters in their styles


class Word:
    """A word in one or more styles. Told apart by identity, so that it can key a cache."""

    __slots__ = (
        "_runs",
        "advance",
        "face",
        "ink",
        "missing",
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
        self.passing = False  # true of words about a patient, which no cache may keep
        self.underlines: tuple[tuple[float, float], ...] = ()  # start and length, 1/1000 em
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
        word.underlines = ((0.0, self.advance),)
        return word

    def __repr__(self) -> str:
        return f"<{self.text}>"


class _Known(dict[str, Word]):
    """The words of one style by their text, each shaped when it is first asked for."""

    def __init__(self, chain: Sequence[Face], write: Writer, read: Reader, *, underlined: bool) -> None:
        super().__init__()
        self._chain = chain
        self._read = read
        self._pairs = Pairs(chain[0], write)
        self._space = self._pairs[" ", END]
        self._underlined = underlined

    def __missing__(self, text: str) -> Word:
        word = self.shaped(text)
        if len(self) >= _MOST_WORDS:
            self.clear()
        return self.setdefault(text, word)  # at once, so that all threads have the same word

    def shaped(self, text: str) -> Word:
        """Return a word that is not remembered."""
        pairs, (space, written_space) = self._pairs, self._space
        text = text.replace(_NO_BREAK, " ")
        if text.endswith(_JOINT):
            text, space, written_space = text[:-1], 0.0, b""
        try:
            steps = list(map(pairs.__getitem__, pairs_in(text)))
        except KeyError:
            word = _across(text, self._chain, spaced=bool(space))
        else:
            word = Word(text, sum(map(_advance, steps)), space, pairs.face)
            word.ink = b"".join(map(_written, steps)) + written_space
            word.reads = self._read(pairs.face, word.ink)
        return word.underlined() if self._underlined else word


class Shaper:
    """Turns words into shaped words, remembering them; usable from many threads.

    `write` writes their letters as a renderer wants them, and `read` reads them as a reader of the file will.
    """

    def __init__(self, faces: Faces, write: Writer, read: Reader) -> None:
        self.faces = faces
        self._known = tuple(
            _Known(faces.chain(bold=style == BOLD), write, read, underlined=style == UNDERLINED)
            for style in (REGULAR, BOLD, UNDERLINED)
        )
        self._joined: dict[_Pieces, Word] = {}

    def words(self, text: Text, strong: int = BOLD) -> tuple[Word, ...]:
        """Return the shaped words of a text; `strong` is the style that strong words take.

        Words between which no line may end come as one.
        """
        runs = text.runs
        if len(runs) > 1 or text.is_private:
            pieces = _pieces(glue(text.plain), runs, strong)
            if may_hold_address(text.plain):
                pieces = [chunk for word in pieces for chunk in _chunked_pieces(word)]
            make = self._passing_word if text.is_private else self._word_of
            return tuple([make(each) for each in pieces])
        run = runs[0]
        known = self._known[strong if run.strong else REGULAR]
        parts = glue(run.text).split(" ")
        if may_hold_address(run.text):
            parts = [chunk for word in parts for chunk in _chunked(word)]
        return tuple(map(known.__getitem__, parts if "" not in parts else filter(None, parts)))

    def word(self, text: str, style: int) -> Word:
        """Return one shaped word in one style."""
        return self._known[style][text]

    def _word_of(self, pieces: _Pieces) -> Word:
        """Return a word whose pieces may differ in style, such as `**stop**.` with its full stop."""
        if len(pieces) == 1:
            style, text = pieces[0]
            return self._known[style][text]
        found = self._joined.get(pieces)
        if found is None:
            if len(self._joined) >= _MOST_WORDS:
                self._joined.clear()
            parts = [self.word(text, style) for style, text in pieces]
            found = self._joined.setdefault(pieces, _join(parts))
        return found

    def _passing_word(self, pieces: _Pieces) -> Word:
        """Return a word of the pharmacist to a patient, shaped anew and never remembered."""
        parts = [self._known[style].shaped(text) for style, text in pieces]
        word = parts[0] if len(parts) == 1 else _join(parts)
        word.passing = True
        return word


def _pieces(text: str, runs: Sequence[Run], strong: int) -> list[_Pieces]:
    """Cut glued text into words, each a row of (style, characters)."""
    words: list[_Pieces] = []
    open_word: list[tuple[int, str]] = []  # what stands since the last space
    at = 0
    for run in runs:
        style = strong if run.strong else REGULAR
        first, *others = text[at : at + len(run.text)].split(" ")
        at += len(run.text)
        if first:
            open_word.append((style, first))
        if others:
            if open_word:
                words.append(tuple(open_word))
            *whole, last = others
            words += [((style, word),) for word in whole if word]
            open_word = [(style, last)] if last else []
    if open_word:
        words.append(tuple(open_word))
    return words


def _chunked(word: str) -> list[str]:
    """Cut a long address where a line may end in it."""
    return [chunk.text if chunk.spaced else chunk.text + _JOINT for chunk in chunks(word)] if word else []


def _chunked_pieces(word: _Pieces) -> list[_Pieces]:
    """Cut a long address of one style where a line may end in it."""
    if len(word) > 1:
        return [word]
    ((style, text),) = word
    return [((style, chunk),) for chunk in _chunked(text)]


def _join(parts: Sequence[Word]) -> Word:
    """Set shaped words side by side as one."""
    joined = Word.of_runs(
        "".join(part.text for part in parts),
        tuple(run for part in parts for run in part.runs),
        tuple(missing for part in parts for missing in part.missing),
        spaced=bool(parts[-1].space),
    )
    start = 0.0
    underlines: list[tuple[float, float]] = []
    for part in parts:
        underlines += [(start + left, length) for left, length in part.underlines]
        start += part.advance
    joined.underlines = tuple(underlines)
    return joined


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
