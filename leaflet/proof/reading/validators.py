"""Ask page-validation whether a file keeps a standard."""

import re
from io import BytesIO

import pikepdf

from leaflet.proof.reading.bounds import number_of

_OF_LENGTHS = ("PDFA2A-STREAM-LENGTH-001", "PDFA2A-STREAM-EOL-001")
_STREAM, _END = re.compile(rb">>\s*stream(?:\r\n|\n)"), re.compile(rb"(?:\r\n|\n|\r)endstream\b")


def validate(data: bytes, standard: str) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Return how many rules of a standard (`ua1`, `2a`) page-validation checked, and each failure."""
    import page

    profile = page.ValidationProfile.PDF_UA_1 if standard == "ua1" else page.ValidationProfile.PDF_A_2A
    try:
        report = page.validate_pdf_bytes(data, profile=profile)
    except page.PageError as error:
        return 0, (("unreadable", str(error)),)
    failures = tuple((failure.rule_id, failure.message) for failure in report.failures)
    if any(code in _OF_LENGTHS for code, _ in failures) and _lengths_are_right(data):
        failures = tuple(each for each in failures if each[0] not in _OF_LENGTHS)
    return report.rules.total, failures


def _lengths_are_right(data: bytes) -> bool:
    """Tell whether each stream has the length that it says, and an end of line after it.

    page-validation takes a stream that ends in the byte of a line feed for one that is too short
    (ISO 19005-2, 6.1.7.1 goes by Length).
    """
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as file:
            streams = [each for each in file.objects if isinstance(each, pikepdf.Stream)]
            return all(_length_is_right(data, stream) for stream in streams)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return False


def _length_is_right(data: bytes, stream: pikepdf.Stream) -> bool:
    heads = list(re.finditer(rb"(?<!\d)%d %d obj\b" % stream.objgen, data))
    start = _STREAM.search(data, heads[0].end()) if len(heads) == 1 else None
    length = number_of(stream.get("/Length"), -1.0)
    return start is not None and length >= 0 and _END.match(data, start.end() + int(length)) is not None
