"""Render a laid-out leaflet as readable text: what stands where on each page, and who owns it.

Golden files are kept in this form, so that a person can read what a change did to the pages.
"""

from collections.abc import Iterator

from leaflet.layout.boxes import Frame, Image, Layout, LineBox, Mark, PlacedSlab, Rule, Symbol
from leaflet.structure import Artifact, Owner


def render_trace(layout: Layout) -> str:
    """Return the pages as lines of text: place in points from the top left, size, owner, words."""
    lines = [f"paper {layout.paper.width:.0f} × {layout.paper.height:.0f}, body {layout.body:g} pt"]
    for page in layout.pages:
        lines.append(f"\npage {page.number}")
        *headers, footer = page.furniture
        for placed in (*headers, *page.slabs, footer):
            lines += _slab(placed)
    return "\n".join(lines) + "\n"


def _slab(placed: PlacedSlab) -> Iterator[str]:
    for mark in placed.slab.marks:
        x, y = placed.x + mark.x, placed.y + mark.y
        yield f"{x:7.1f} {y:7.1f}  {_drawn(mark)}"
    for line in placed.slab.lines:
        yield f"{placed.x + line.x:7.1f} {placed.y + line.y:7.1f}  {_set(line)}"


def _set(line: LineBox) -> str:
    return f"{_name(line.owner):7} {line.size:5g}  {line.text}"


def _drawn(mark: Mark) -> str:
    match mark:
        case Frame():
            return f"frame   {mark.width:.1f} × {mark.height:.1f}, border {mark.border:.2f}, {mark.style}"
        case Rule():
            return f"rule    {mark.width:.1f} × {mark.height:.1f}, {mark.style}"
        case Image():
            return f"logo    {mark.width:.1f} × {mark.height:.1f}: {mark.owner.alt}"
        case Symbol():
            return f"symbol  {mark.size:.1f}, {mark.style}: {mark.owner.alt}"


def _name(owner: Owner) -> str:
    return owner.value if isinstance(owner, Artifact) else owner.role.value
