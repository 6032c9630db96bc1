"""Twelve invented medicines, one for each form in which medicines differ; nothing in them is true."""

from pathlib import Path

HERE = Path(__file__).parent
MEDICINES = tuple(sorted(HERE.glob("*.yaml")))
"""The files of the monographs; the pictures that they name lie beside them."""
