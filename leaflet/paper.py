"""The sheets a leaflet is printed on: ISO 216 and ANSI sizes, upright."""

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
        Paper(name="a3", title="A3", size=Size(mm(297), mm(420)), source="ISO 216"),
        Paper(name="a5", title="A5", size=Size(mm(148), mm(210)), source="ISO 216"),
    )
}
