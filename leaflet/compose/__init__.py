"""Compose a monograph into a document: every word in reading order, each owned by an element.

The words depend on the monograph, its language and the region; never on the profile or the paper, so
that every variant says the same (Directive 2001/83/EC, art. 56a).
"""

from leaflet.compose.parts import compose

__all__ = ["compose"]
