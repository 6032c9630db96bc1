"""Ask veraPDF, a program of its own, about a file that the readers have reported on."""

from leaflet.forms import form_of
from leaflet.proof.answers import Depth, Proved
from leaflet.proof.reading.verapdf import verapdf_path
from leaflet.proof.results import REMADE
from leaflet.values import altered


def with_verapdf(found: Proved, pdf: bytes, depth: Depth) -> Proved:
    """Return what is found with veraPDF's answer, where it is asked for, on the PATH, and the file read."""
    report = found.report
    is_asked = depth.verapdf and depth.rules and form_of(report.name) is None
    if not (is_asked and verapdf_path()) or report.unreadable:
        return found
    from leaflet.proof.rules.file_standards import by_verapdf, verapdf_says  # with all that rules need

    results = (*report.results, by_verapdf.told(verapdf_says(pdf)))
    ordered = tuple(sorted(results, key=lambda result: (result.code != REMADE, result.code)))
    return altered(found, report=altered(report, results=ordered))
