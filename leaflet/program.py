"""The program's name and version, where nothing else need be imported to know them."""

VERSION = "0.1.0"
PROGRAM = f"Leaflet {VERSION}"
EDITION = "2"
"""The edition of the monograph's format that this program reads."""
ROUNDS = (100_000, 20, 50)
"""After how many objects a process of its own collects garbage: the four hundred modules of a start hold
sixty thousand that stay, and rarer rounds save a tenth."""
