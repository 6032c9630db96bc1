"""The leaflet as one HTML page, written from the same tree: the same words for a screen.

elements  the nodes of the tree as elements, for pages and books
write    Document → bytes: one self-contained file
read     bytes → the words that it says, to hold against the tree
style    its style sheet: light, dark and print
"""

from leaflet.html.page_words import read_html
from leaflet.html.write_page import write_html

__all__ = ["read_html", "write_html"]
