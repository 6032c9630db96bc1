"""What the process does that all sandboxes are forked from, by importing this: everything that no file asks.

Each of them then starts with the modules, the rules and the copier's noise at hand, shares that memory, and
need not look through it for garbage. What is imported stays, so nothing of it is looked through, either.
"""

import gc
from importlib import import_module

_MODULES = (
    "leaflet.proof.sandbox", "leaflet.proof.library", "leaflet.proof.prove_file", "leaflet.proof.catalogue",
    "leaflet.braille.translator", "leaflet.rendering.encoder", "page", "pypdf.filters",
    "reportlab.pdfgen.pathobject", "PIL.ImageFile",
)  # fmt: skip

gc.disable()
for _module in _MODULES:
    import_module(_module)
import_module("leaflet.proof.catalogue").all_rules()
import_module("leaflet.proof.copier").noise()
gc.freeze()
