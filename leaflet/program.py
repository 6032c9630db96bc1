"""The program's name and version, where nothing else need be imported to know them."""

VERSION = "0.1.0"
PROGRAM = f"Leaflet {VERSION}"
EDITION = "2"
"""The edition of the monograph's format that this program reads."""
