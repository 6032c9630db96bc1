"""The leaflet as an EPUB 3.3 book, from the same tree: for readers that set its type and read it aloud.

write    Document and Monograph → bytes: one chapter, its style, its pictures, and how to find one's way
package  what the book says of itself: its metadata, with what makes it accessible, and its navigation
archive  files → a zip file, always the same
read     bytes → the words that it says, to hold against the tree
"""

from leaflet.epub.book_words import read_epub
from leaflet.epub.write_book import write_epub

__all__ = ["read_epub", "write_epub"]
