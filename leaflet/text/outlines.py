"""The outlines of glyphs: those of a shipped typeface, and those of a font program that a file embeds."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from leaflet.text.fonts import Face, load_faces

Outline = tuple[tuple[str, tuple[int, ...]], ...]
"""Commands and their coordinates, in units of the font."""

_KNOWN_TABLES = frozenset((
    "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post", "prep",
))  # fmt: skip
_INSTRUCTIONS = frozenset(("cvt ", "fpgm", "prep"))  # they move points while a page is drawn
_CHECKED_TABLES = _KNOWN_TABLES - _INSTRUCTIONS


class Program:
    """A font program as HarfBuzz reads it: nothing of it is run."""

    def __init__(self, data: bytes) -> None:
        self._face: Any = hb.Face(hb.Blob(data))
        self._font: Any = hb.Font(self._face)
        self.units: int = self._face.upem
        self.glyph_count: int = self._face.glyph_count
        self.strange_tables: tuple[str, ...] = tuple(
            sorted(str(tag) for tag in self._face.table_tags if str(tag) not in _CHECKED_TABLES)
        )

    def outline(self, glyph: int) -> Outline:
        """Return a glyph's outline; () of one that paints nothing or is not there."""
        return _outline(self._font, glyph) if glyph < self.glyph_count else ()

    def advance(self, glyph: int) -> float:
        """Return a glyph's advance in 1/1000 em."""
        return float(self._font.get_glyph_h_advance(glyph)) * 1000 / (self.units or 1000)


def face_called(name: str) -> Face | None:
    """Return the shipped face of a PostScript name."""
    return next((face for face in load_faces().all if face.name == name), None)


def units_of(face: Face) -> int:
    """Return how many units an em of a face has."""
    return round(1000 / face.scale)


@lru_cache(maxsize=20_000)
def face_outline(face: Face, glyph: int) -> Outline:
    """Return the outline that a glyph has in a shipped face."""
    return _outline(face.hb_font, glyph)


@lru_cache(maxsize=2_000)
def shaped(face: Face, text: str) -> tuple[tuple[int, int, int], ...]:
    """Return the glyphs that a face has for a text, each with its place, in units of the font."""
    buffer: Any = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, {})
    placed, across = [], 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        placed.append((info.codepoint, across + position.x_offset, position.y_offset))
        across += position.x_advance
    return tuple(placed)


def shaped_outline(face: Face, text: str) -> Outline:
    """Return the outlines of all glyphs of a text at their places, as one."""
    return tuple(command for each in _moved(face, text) for command in each)


def _moved(face: Face, text: str) -> Iterator[Outline]:
    for glyph, dx, dy in shaped(face, text):
        yield tuple(
            (name, tuple(value + (dy if index % 2 else dx) for index, value in enumerate(places)))
            for name, places in face_outline(face, glyph)
        )


class _Pen:
    """Notes what HarfBuzz draws."""

    def __init__(self) -> None:
        self.commands: list[tuple[str, tuple[int, ...]]] = []

    def moveTo(self, place: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol's names
        self._note("m", place)

    def lineTo(self, place: tuple[float, float]) -> None:  # noqa: N802
        self._note("l", place)

    def qCurveTo(self, *places: tuple[float, float]) -> None:  # noqa: N802
        self._note("q", *places)

    def curveTo(self, *places: tuple[float, float]) -> None:  # noqa: N802
        self._note("c", *places)

    def closePath(self) -> None:  # noqa: N802
        self._note("h")

    def _note(self, name: str, *places: tuple[float, float]) -> None:
        self.commands.append((name, tuple(round(value) for place in places for value in place)))


def _outline(font: Any, glyph: int) -> Outline:
    pen = _Pen()
    font.draw_glyph_with_pen(glyph, pen)
    return tuple(pen.commands)
