"""What everything on the page is: elements of the logical structure, and artifacts.

`compose` makes the tree once, in reading order. Every painted item is owned by one element or is an
artifact of a closed set (ISO 14289-1, 7.1: all content is marked as one or the other).
"""

from enum import Enum, StrEnum

from leaflet.values import Value


class Role(StrEnum):
    """The standard structure types in use (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    FIGURE = "Figure"

    __hash__ = str.__hash__  # Enum's own is a Python function, and every element asks for it


class Artifact(Enum):
    """What is painted and not read out: the page's furniture and its drawing."""

    HEADER = "header"
    FOOTER = "footer"
    RULE = "rule"


class Element(Value, eq=False):
    """A node of the structure tree: it has kids, or it owns painted content; never both.

    Elements are told apart by identity. `alt` says in words what a figure shows; `numbering` is the
    ListNumbering of a list (ISO 32000-1, table 347).
    """

    role: Role
    kids: tuple["Element", ...] = ()
    alt: str = ""
    numbering: str = ""

    def __repr__(self) -> str:
        return f"<{self.role.value} {len(self.kids)} kids>"

    def walk(self) -> "list[Element]":
        """Return this element and all below it, in reading order."""
        found: list[Element] = []
        ahead = [self]
        while ahead:
            element = ahead.pop()
            found.append(element)
            if element.kids:
                ahead += element.kids[::-1]
        return found


Owner = Element | Artifact
