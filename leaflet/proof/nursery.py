"""What the process does that all sandboxes are forked from, by importing this: everything that no file asks.

Each of them then starts with the modules, the rules and the copier's noise at hand, shares that memory, and
need not look through it for garbage.
"""

import gc
from importlib import import_module

from leaflet.proof.catalogue import all_rules
from leaflet.proof.copier import noise

for _module in (
    "leaflet.proof.sandbox", "leaflet.proof.library", "leaflet.proof.prove_file",
    "leaflet.braille.translator", "leaflet.rendering.encoder", "page", "pypdf.filters",
    "reportlab.pdfgen.pathobject",
):  # fmt: skip
    import_module(_module)
all_rules()
noise()
gc.collect()
gc.freeze()
