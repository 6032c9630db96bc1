"""Render a laid-out leaflet as readable text: what stands where on each page, and who owns it.

Golden files are kept in this form, so that a person can read what a change did to the pages.
"""

from collections.abc import Iterator

from leaflet.document.tree import Artifact, Owner
from leaflet.layout.boxes import Bar, Frame, Image, Layout, LineBox, Mark, PlacedFragment, Rule, Symbol


def dump(layout: Layout) -> str:
    """Return the pages as lines of text: place in points from the top left, size, owner, words."""
    lines = [f"paper {layout.paper.width:.0f} × {layout.paper.height:.0f}, body {layout.body:g} pt"]
    for page in layout.pages:
        lines.append(f"\npage {page.number}")
        *headers, footer = page.furniture
        for placed in (*headers, *page.fragments, footer):
            lines += _fragment(placed)
    return "\n".join(lines) + "\n"


def _fragment(placed: PlacedFragment) -> Iterator[str]:
    for mark in placed.fragment.marks:
        x, y = placed.x + mark.x, placed.y + mark.y
        yield f"{x:7.1f} {y:7.1f}  {_drawn(mark)}"
    for line in placed.fragment.lines:
        yield f"{placed.x + line.x:7.1f} {placed.y + line.y:7.1f}  {_set(line)}"


def _set(line: LineBox) -> str:
    return f"{_name(line.owner):7} {line.size:5g}  {line.text}{' (white)' if line.white else ''}"


def _drawn(mark: Mark) -> str:
    match mark:
        case Frame():
            return (
                f"frame   {mark.width:.1f} × {mark.height:.1f}, border {mark.border:.2f}, {mark.style.name}"
            )
        case Bar():
            return f"bar     {mark.width:.1f} × {mark.height:.1f}, {mark.style.name}"
        case Rule():
            name = mark.style.name if mark.style is not None else "plain"
            return f"rule    {mark.width:.1f} × {mark.height:.1f}, {name}"
        case Image():
            return f"logo    {mark.width:.1f} × {mark.height:.1f}: {mark.owner.tag.alt}"
        case Symbol():
            said = _name(mark.owner) if isinstance(mark.owner, Artifact) else mark.owner.tag.alt
            return f"symbol  {mark.size:.1f}, {mark.style.symbol}: {said}"


def _name(owner: Owner) -> str:
    return owner.value if isinstance(owner, Artifact) else owner.tag.role.value
