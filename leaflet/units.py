"""Lengths and places on paper.

Every length is a float in points (1 pt = 1/72 in). x runs right and y runs down from the top left
corner; only the PDF renderer turns y round.
"""

from leaflet.values import Value

PT_PER_INCH = 72.0
PT_PER_MM = PT_PER_INCH / 25.4


def mm(length: float) -> float:
    """Return `length` millimetres in points."""
    return length * PT_PER_MM


def inch(length: float) -> float:
    """Return `length` inches in points."""
    return length * PT_PER_INCH


class Size(Value):
    """The width and height of something, in points."""

    width: float
    height: float


class Insets(Value):
    """Distances kept free inside the four edges of something, in points."""

    top: float
    right: float
    bottom: float
    left: float
