"""The leaflet as a Braille file (BRF) in Unified English Braille, grade 2 or 1, from the same tree.

passages    Document → stretches of words, with what only the eye would see
proven      passages → cells, each translated back and compared; plainer where it is read otherwise
translator  liblouis in a process apart (`child`, which alone loads `liblouis`)
blocks      cells → rows, in the places of headings, paragraphs, lists and boxes
pages       rows → pages of 25 × 40 with numbers, and back
signs       cells, their characters in a file, and the signs that Braille does not tell apart
"""

from leaflet.braille.braille_passages import words_felt
from leaflet.braille.write_brf import made_by, read_braille, write_braille

__all__ = ["made_by", "read_braille", "words_felt", "write_braille"]
