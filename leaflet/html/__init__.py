"""The leaflet as one HTML page, written from the same tree: the same words for a screen.

write    Document → bytes: one self-contained file
style    its style sheet: light, dark and print
"""

from leaflet.html.write import write_html

__all__ = ["write_html"]
