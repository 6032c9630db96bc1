"""The leaflet as text to listen to, from the same tree: units in words, emergency numbers by digits."""

from leaflet.speech.write import write_text

__all__ = ["write_text"]
