"""The sheets a leaflet is printed on: ISO 216 and ANSI sizes, upright.

A3 is none of them: a column as wide is lost to the eye, and two A4 pages beside one another are a booklet.
"""

from leaflet.units import Size, inch, mm
from leaflet.values import Value


class Paper(Value, kw_only=True):
    """A sheet of paper by its name on the command line."""

    name: str
    title: str
    size: Size  # pt
    source: str


PAPERS: dict[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper(name="a4", title="A4", size=Size(mm(210), mm(297)), source="ISO 216"),
        Paper(name="letter", title="US Letter", size=Size(inch(8.5), inch(11)), source="ANSI/ASME Y14.1"),
        Paper(name="a5", title="A5", size=Size(mm(148), mm(210)), source="ISO 216"),
    )
}

CARDS: dict[str, Paper] = {
    paper.name: paper
    for paper in (
        # Two faces of ISO/IEC 7810 ID-1, one above the other, to be folded.
        Paper(name="card", title="a wallet card", size=Size(mm(85.6), mm(108)), source="ISO/IEC 7810"),
        Paper(name="a6", title="A6", size=Size(mm(105), mm(148)), source="ISO 216"),
    )
}
"""The sheets that a card is printed on."""
