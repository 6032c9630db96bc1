"""The document: what a leaflet says, as one tree of tagged and styled nodes; nothing in it has a size."""
