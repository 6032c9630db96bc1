"""Layout: a document's blocks set as lines and boxes, and poured into pages. It knows no PDF."""
