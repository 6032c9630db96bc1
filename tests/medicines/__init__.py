"""Twelve invented medicines, one for each form in which medicines differ; nothing in them is true."""

from functools import cache
from pathlib import Path

from leaflet.model import Monograph
from leaflet.read import load

HERE = Path(__file__).parent
MEDICINES = tuple(sorted(HERE.glob("*.yaml")))
"""The files of the monographs; the pictures that they name lie beside them."""


@cache
def loaded(path: Path) -> Monograph:
    """Return the monograph in a file, read once with its pictures for all tests: nothing changes one."""
    return load(path)
