"""Read monographs: bytes become text, text becomes values with places, and these a `Monograph`.

Reading is strict and safe. A scalar stays the text that was typed, whatever YAML would make of it;
nothing in a file can run, refer outside it, or make reading slow. Every mistake is a finding with
a code of `format_codes`, and one run reports them all. The stages, in order:

    decode    bytes → SourceText           size, encoding, characters
    nodes     SourceText → located values  YAML, with `plain` and `syntax`; `characters` takes each text in
    validate  located values → Monograph   by the model's table (`shapes`), in plain words (`wording`)
"""

from leaflet.read.beside import load, read_with_pictures
from leaflet.read.whole_monograph import MonographError, monograph_of, read_monograph

__all__ = [
    "MonographError",
    "load",
    "monograph_of",
    "read_monograph",
    "read_with_pictures",
]
