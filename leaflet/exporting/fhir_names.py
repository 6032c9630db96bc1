"""Names that export writes and import knows: extensions, code systems, classes of XHTML."""

HEAD = "urn:leaflet:head"
"""Extension of a Composition: the head of the monograph that FHIR has no place for, as JSON."""
WARNING = "urn:leaflet:warning"
"""Extension of a section: what makes it a warning of page 1, as JSON."""
SECTION = "urn:leaflet:section"
"""Extension of a section: its source, as JSON."""
FACTS = "urn:leaflet:facts"
"""Extension of a section that the program words itself, from the facts in the head."""
FACT = "fact"
"""Class of a paragraph that the program words itself."""
NO_DOSE = "no-dose"
"""Class of a plan's cell that says in the program's words that there is no dose."""
TOPICS = "urn:leaflet:topic"
"""Code system of the topics that a section covers."""
MONOGRAPHS = "urn:leaflet:monograph"
"""System of the identifiers of monographs."""
DOCUMENT_TYPES = "https://spor.ema.europa.eu/v1/lists/100000155531"
SECTION_TYPES = "https://spor.ema.europa.eu/v1/lists/200000029659"
LEAFLET = "100000155538"
"""EMA's code of the document type "package leaflet"."""

NATIVE = ("name", "language", "version", "date")
"""Keys of a monograph's head that FHIR has fields for."""
OPEN = "~"
"""How an open field is typed."""

# EMA's QRD codes by topic (SPOR list 200000029659), for a section's first topic.
QRD = {
    "about": "200000029895",
    "uses": "200000029895",
    "before_you_take": "200000029896",
    "contraindications": "200000029897",
    "precautions": "200000029898",
    "children": "200000029899",
    "interactions": "200000029900",
    "food_and_drink": "200000029901",
    "alcohol": "200000029901",
    "pregnancy": "200000029902",
    "breastfeeding": "200000029902",
    "fertility": "200000029902",
    "driving": "200000029903",
    "excipients": "200000029904",
    "how_to_take": "200000029905",
    "overdose": "200000029907",
    "missed_dose": "200000029908",
    "withdrawal": "200000029909",
    "side_effects": "200000029910",
    "reporting": "200000029912",
    "storage": "200000029913",
    "contents": "200000029914",
    "maker": "200000029917",
}
