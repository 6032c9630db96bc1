"""Export monographs to forms of the field: FHIR R5 ePI, as JSON and as XML.

`bundle_of` makes the bundle as plain values; the same monograph gives the same bytes. What FHIR has no place
for travels in extensions, so that `leaflet import` reads an export back as the same monograph.
"""

from leaflet.exporting.bundle import ExportError, bundle_of, to_json
from leaflet.exporting.fhir_xml import to_xml

__all__ = ["ExportError", "bundle_of", "to_json", "to_xml"]
