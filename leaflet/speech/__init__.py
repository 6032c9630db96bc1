"""The leaflet to listen to, from the same tree: nothing is spelt out that a person would say in words.

words    a text → what is said: units and signs written out, telephone numbers digit by digit
write    Document → plain text, a sentence or item a line
ssml     Document → SSML, with pauses and stress for engines that know them
"""

from leaflet.speech.ssml import read_ssml, write_ssml
from leaflet.speech.write_text import read_text, spoken_words, write_text

__all__ = ["read_ssml", "read_text", "spoken_words", "write_ssml", "write_text"]
