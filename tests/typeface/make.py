"""Make Leaflet Sans: Atkinson Hyperlegible with a plain zero, under a name of its own.

The slash of the zero blurs into an 8 ("10 mg", "18 mg"), and the face has no other zero. The outer contour
and the width stay; the two halves of the counter become one, drawn from the arcs that are there. The OFL
lets changed builds go on under another name, with the licence beside them. Run once, at development time:

    pip install fonttools
    python -m tests.typeface.make FOLDER-OF-ATKINSON-HYPERLEGIBLE fonts/leaflet-sans
"""

import sys
from pathlib import Path
from typing import Any

FAMILY = "Leaflet Sans"
_ORIGIN = "Atkinson Hyperlegible 1.006"
_CHANGE = f"{FAMILY}, a changed build of {_ORIGIN}: the zero has no slash; hinting left out."
# Tables of the automatic hinting, which knows the old contours, and a signature that no longer holds.
_DROPPED = ("DSIG", "cvt ", "fpgm", "prep")
_Point = tuple[int, int, bool]
"""x, y, and whether the contour goes through it or only bends towards it."""


def remake(source: Path, target: Path, weight: str) -> None:
    """Write the face of one weight; the same source gives the same bytes."""
    from fontTools.ttLib import TTFont

    font: Any = TTFont(source, recalcTimestamp=False)
    for tag in _DROPPED:
        if tag in font:
            del font[tag]
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        glyphs[name].removeHinting()
    glyphs["zero"] = _plain(glyphs["zero"])
    _rename(font["name"], weight)
    font.save(target, reorderTables=True)


def _plain(zero: Any) -> Any:
    """Return the zero with its outer contour and one counter in place of the two halves."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    points = [(x, y, bool(flag & 1)) for (x, y), flag in zip(zero.coordinates, zero.flags, strict=True)]
    ends = zero.endPtsOfContours
    outer, right, left = points[: ends[0] + 1], points[ends[0] + 1 : ends[1] + 1], points[ends[1] + 1 :]
    middle = outer[0][0]  # of the lowest point: the zero is as wide to either side
    # Each half holds one whole quarter: from the right edge to the top, from the left edge to the foot.
    top = max(range(len(right)), key=lambda index: (right[index][1], right[index][2]))
    upper, lower = right[top - 3 : top + 1], [*left[-3:], left[0]]
    counter = [
        *_mirrored(lower, middle)[::-1][:-1],
        *upper[:-1],
        *_mirrored(upper, middle)[::-1][:-1],
        *lower[:-1],
    ]
    pen = TTGlyphPen(None)
    for contour in (outer, counter):
        _draw(pen, contour)
    return pen.glyph()


def _mirrored(points: list[_Point], middle: int) -> list[_Point]:
    return [(2 * middle - x, y, on) for x, y, on in points]


def _draw(pen: Any, contour: list[_Point]) -> None:
    """Draw a closed contour that begins with a point on it."""
    pen.moveTo(contour[0][:2])
    waiting: list[tuple[int, int]] = []
    for x, y, on in (*contour[1:], contour[0]):
        waiting.append((x, y))
        if on:
            pen.qCurveTo(*waiting)
            waiting = []
    pen.closePath()


def _rename(table: Any, weight: str) -> None:
    """Give the face a name of its own in every record that shows one; credits and licence stay."""
    whole = f"{FAMILY} {weight}"
    texts = {
        0: f"{table.getDebugName(0)} {_CHANGE}",
        1: FAMILY,
        3: f"1.006;{whole}",
        4: whole,
        5: "Version 1.006; plain zero",
        6: whole.replace("Sans ", "Sans-").replace(" ", ""),
        10: _CHANGE,
        16: FAMILY,
    }
    for record in list(table.names):
        if record.nameID in texts:
            table.setName(texts[record.nameID], record.nameID, *_place(record))
    for record in [record for record in table.names if record.nameID == 1]:
        table.setName(_CHANGE, 10, *_place(record))


def _place(record: Any) -> tuple[int, int, int]:
    return record.platformID, record.platEncID, record.langID


if __name__ == "__main__":
    folder, made = map(Path, sys.argv[1:])
    for each in ("Regular", "Bold"):
        remake(folder / f"AtkinsonHyperlegible-{each}.ttf", made / f"LeafletSans-{each}.ttf", each)
