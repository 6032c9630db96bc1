"""The typefaces: one family in two weights, a wider family for what it lacks, and signs that both lack.

Only `leaflet.text` knows HarfBuzz, which takes longer to load than a leaflet to make: it is loaded for what
is not kept from earlier processes. Loaded faces never change and are shared by every thread.
"""

from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from leaflet.places import fonts_folder
from leaflet.precompiled import table
from leaflet.values import Value

_REGULAR = ("leaflet-sans/LeafletSans-Regular.ttf", "noto-sans/NotoSans-Regular.ttf")
_BOLD = ("leaflet-sans/LeafletSans-Bold.ttf", "noto-sans/NotoSans-Bold.ttf")
_SIGNS = "noto-sans-signs/NotoSansSigns-Regular.ttf"  # arrows, operators, shapes: one weight for both

# What only shaping and installing need: the page carries glyphs already shaped.
_SHAPING_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"DSIG", b"STAT", b"kern", b"name", b"OS/2")

# Characters of plain English in short sentences, per thousand, capitals and stops included: by them a
# measure in points becomes a number of characters.
_ENGLISH = {
    " ": 160,
    "e": 95,
    "t": 70,
    "a": 61,
    "o": 59,
    "i": 54,
    "n": 53,
    "s": 52,
    "r": 51,
    "h": 43,
    "l": 36,
    "d": 34,
    "c": 30,
    "u": 25,
    "m": 22,
    "f": 18,
    "p": 18,
    "g": 16,
    "w": 16,
    "y": 17,
    "b": 15,
    "v": 8,
    "k": 9,
    ".": 15,
    ",": 7,
    "(": 3,
    ")": 3,
    "B": 5,
    "T": 5,
    "D": 4,
    "S": 3,
    "Y": 3,
    "I": 2,
}


class Face(Value, kw_only=True, eq=False, dict=True):
    """One typeface in one weight. Metrics are in 1/1000 em, measured up from the baseline.

    What it knows of each glyph is worked out when first asked for: few leaflets need the wider family,
    which has thousands.
    """

    number: int  # its place among all faces: the name of the font on a page is made from it
    name: str  # PostScript name
    bold: bool
    ascent: float
    descent: float  # negative
    x_height: float
    cap_height: float
    scale: float  # 1/1000 em in a unit of the font
    path: str

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @cached_property
    def hb_face(self) -> Any:
        """The typeface as HarfBuzz has it."""
        import uharfbuzz as hb

        return hb.Face(hb.Blob.from_file_path(self.path))

    @cached_property
    def hb_font(self) -> Any:
        """The font of that, which HarfBuzz asks for glyphs and their measures."""
        import uharfbuzz as hb

        return hb.Font(self.hb_face)

    @cached_property
    def glyph_of(self) -> dict[int, int]:
        """Code point → glyph id."""
        return table(f"glyphs of {self.name}", self._glyphs)

    def _glyphs(self) -> dict[int, int]:
        return {code: self.hb_font.get_nominal_glyph(code) for code in self.hb_face.unicodes}

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that it has."""
        return frozenset(map(chr, self.glyph_of))

    @cached_property
    def character_of(self) -> dict[int, str]:
        """Glyph id → the character it is drawn for; of several the first by its code point."""
        return {glyph: chr(code) for code, glyph in sorted(self.glyph_of.items(), reverse=True)}

    @cached_property
    def glyph_count(self) -> int:
        """The number of glyphs: their ids are below it."""
        return int(self.hb_face.glyph_count)

    @cached_property
    def advances(self) -> tuple[float, ...]:
        """The advance of each glyph, by its id."""
        return table(f"advances of {self.name}", self._advances)

    def _advances(self) -> tuple[float, ...]:
        advance, scale = self.hb_font.get_glyph_h_advance, self.scale
        return tuple([advance(glyph) * scale for glyph in range(self.hb_face.glyph_count)])

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """The box that holds the letters every leaflet may use: left, bottom, right, top."""
        extents = [self.hb_font.get_glyph_extents(self.glyph_of[code]) for code in range(0x21, 0x7F)]
        boxes = [
            (e.x_bearing, e.y_bearing + e.height, e.x_bearing + e.width, e.y_bearing) for e in extents if e
        ]
        left, bottom = (min(box[side] for box in boxes) * self.scale for side in (0, 1))
        right, top = (max(box[side] for box in boxes) * self.scale for side in (2, 3))
        return left, bottom, right, top

    def advance(self, character: str) -> float:
        """Return the advance of a character the face has."""
        return self.advances[self.glyph_of[ord(character)]]


class Faces(Value, eq=False):
    """The faces in the order in which they are asked for a glyph, by weight."""

    regular: tuple[Face, ...]
    bold: tuple[Face, ...]

    def chain(self, *, bold: bool) -> tuple[Face, ...]:
        """Return the faces of a weight, the first choice first."""
        return self.bold if bold else self.regular

    @property
    def all(self) -> tuple[Face, ...]:
        """Every face, at the place that its number gives."""
        return tuple(sorted({*self.regular, *self.bold}, key=lambda face: face.number))

    @property
    def body(self) -> Face:
        """The face of the running text."""
        return self.regular[0]

    @property
    def character_width(self) -> float:
        """The average advance of a character of English text, space included, in 1/1000 em."""
        return _character_width(self.body)


@cache
def _character_width(face: Face) -> float:
    total: float = sum(count * face.advance(letter) for letter, count in _ENGLISH.items())
    return total / sum(_ENGLISH.values())


@cache
def load_faces() -> Faces:
    """Load the shipped typefaces once; raise OSError where one is missing."""
    folder = fonts_folder()
    names = (*_REGULAR, *_BOLD, _SIGNS)
    faces = [_load(folder / name, number, bold=name in _BOLD) for number, name in enumerate(names)]
    regular, bold, signs = faces[: len(_REGULAR)], faces[len(_REGULAR) : -1], faces[-1]
    return Faces((*regular, signs), (*bold, signs))


def _load(path: Path, number: int, *, bold: bool) -> Face:
    measures = table(f"measures of {path.stem}", partial(_measures, path))
    return Face(number=number, name=path.stem, bold=bold, path=str(path), **measures)


def _measures(path: Path) -> dict[str, float]:
    """Return the metrics of a typeface as the fields of its `Face`; raise OSError where it is missing."""
    import uharfbuzz as hb

    hb_face = hb.Face(hb.Blob.from_file_path(str(path)))
    hb_font = hb.Font(hb_face)
    scale: float = 1000 / hb_face.upem
    extents = hb_font.get_font_extents("ltr")

    def metric(tag: Any) -> float:
        return float(hb_font.get_metric_position(tag)) * scale

    return {
        "ascent": extents.ascender * scale,
        "descent": extents.descender * scale,
        "x_height": metric(hb.OTMetricsTag.X_HEIGHT),
        "cap_height": metric(hb.OTMetricsTag.CAP_HEIGHT),
        "scale": scale,
    }


def subset(face: Face, glyphs: frozenset[int]) -> bytes:
    """Return the font file of `face` with only `glyphs`, each under the id it had.

    HarfBuzz writes the same bytes for the same glyphs, without a time stamp.
    """
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
    wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _SHAPING_TABLES)
    made: bytes = hb.subset(face.hb_face, wanted).blob.data
    return made
