"""Words as shaped glyphs: the unit that is measured, broken between, and painted.

Each word is shaped once; a leaflet's words are mostly looked up.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import category

from leaflet.document.tree import Phrase, Shift
from leaflet.languages.expansions import Expansion
from leaflet.text.fonts import Face
from leaflet.text.runs import GlyphRun, pairs_of, set_run

REGULAR, BOLD, UNDERLINED = range(3)


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


def moved(expansions: Iterable[Expansion], by: int) -> tuple[Expansion, ...]:
    """Return expansions so many characters further on."""
    return tuple([Expansion(start + by, end + by, full) for start, end, full in expansions])


def join(parts: Sequence[Word], *, spaced: bool | None = None) -> Word:
    """Set shaped words side by side as one, with a space after it as after the last where nothing is said."""
    joined = Word.of_runs(
        "".join(part.text for part in parts),
        tuple(run for part in parts for run in part.runs),
        tuple(missing for part in parts for missing in part.missing),
        spaced=bool(parts[-1].space) if spaced is None else spaced,
    )
    joined.underlines = tuple(underlines([Part(part) for part in parts]))
    at, expansions = 0, list[Expansion]()
    for part in parts:
        expansions += moved(part.expansions, at)
        at += len(part.text)
    joined.expansions = tuple(expansions)
    return joined


def underlines(parts: Sequence[Part]) -> Iterator[tuple[float, float]]:
    """Yield where a word is underlined: its underlined parts, and the addresses in it, as links are."""
    start = 0.0
    for word, phrase, _ in parts:
        if phrase is not None and phrase.target:
            yield start, word.advance
        else:
            yield from [(start + left, length) for left, length in word.underlines]
        start += word.advance


def across(text: str, chain: Sequence[Face], *, spaced: bool) -> Word:
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
