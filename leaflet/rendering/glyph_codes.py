"""Which code of a file stands for which glyph and which text: the one map that is written and read by.

A glyph's code is its id, as long as it stands for the character that its face gives it. A glyph that stands
for anything else, and a letter that is one glyph with its marks, get a code of their own for just that text:
so a reader finds each character of the leaflet, and nothing that one word needs changes how another is read.
"""

import re
from collections.abc import Iterable
from functools import cache

from leaflet.precompiled import expression
from leaflet.text.fonts import Face
from leaflet.text.runs import PAIRED, Composite, Glyph

Pair = tuple[Face, Glyph, str]
"""A glyph of a face, and the characters it stands for."""

Entry = tuple[int, Glyph, str]
"""A code, its glyph, and the characters that a reader gets."""

# Moves of the pen, and the start and end of what is told in full.
_MOVES = expression(rb">(?:\]TJ/Span<</E\((?:\\.|[^\\)])*\)>>BDC\[|[^<]*)<", re.DOTALL)
_UNREADABLE = "\ufffd"


class Texts(dict[int, str]):
    """The characters that each code of a font stands for; U+FFFD for a code that has none."""

    def __missing__(self, code: int) -> str:
        return _UNREADABLE

    def read(self, data: bytes) -> str:
        """Return what a reader gets from codes in an open hex string, with moves and expansions between."""
        digits = (_MOVES.sub(b"", data) if b">" in data else data).decode("ascii")
        return bytes.fromhex(digits).decode("utf-16-be", "surrogatepass").translate(self)


@cache
def common_texts(face: Face) -> Texts:
    """Return the codes every file has of a face; of a face that only helps out, the space."""
    characters = {" "} if face.name.startswith("Noto") else PAIRED & face.characters
    return Texts({face.glyph_of[ord(character)]: character for character in sorted(characters)})


def read_common(face: Face, data: bytes) -> str:
    """Return what a reader gets from a word of common letters, whatever file it stands in."""
    return common_texts(face).read(data)


def is_nominal(pair: Pair) -> bool:
    """Tell whether a glyph stands for the character that its face gives it."""
    face, glyph, text = pair
    return not isinstance(glyph, Composite) and face.character_of.get(glyph) == text


class FileCodes:
    """The codes of one file, given out as its words are written."""

    def __init__(self) -> None:
        self._texts: dict[Face, Texts] = {}
        self._own: dict[Pair, int] = {}
        self._glyphs: dict[tuple[Face, int], Glyph] = {}  # of a face's codes that are no ids

    def add(self, pairs: Iterable[Pair]) -> None:
        """Take in glyphs that are nominal, under their ids."""
        for face, glyph, text in pairs:
            if not isinstance(glyph, Composite):
                self.texts(face)[glyph] = text

    def code(self, pair: Pair) -> int:
        """Return the code of a glyph with the text it stands for here."""
        face, glyph, text = pair
        if not isinstance(glyph, Composite) and is_nominal(pair):
            self.texts(face)[glyph] = text
            return glyph
        code = self._own.get(pair)
        if code is None:
            code = self._own[pair] = face.glyph_count + len(self._own)
            self._glyphs[face, code] = glyph
            self.texts(face)[code] = text
        return code

    def texts(self, face: Face) -> Texts:
        """Return the map of one face's codes to text, as the file will hold it."""
        found = self._texts.get(face)
        if found is None:
            found = self._texts[face] = Texts(common_texts(face))
        return found

    def entries(self, face: Face) -> tuple[Entry, ...]:
        """Return the codes of a face beyond the common ones, in order."""
        found = self._texts.get(face)
        common = common_texts(face)
        if found is None or len(found) == len(common):
            return ()
        rare = sorted(found.keys() - common.keys())
        return tuple([(code, self._glyphs.get((face, code), code), found[code]) for code in rare])
