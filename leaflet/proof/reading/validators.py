"""Ask other programs whether a file keeps a standard: page-validation, and veraPDF where there is one."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from leaflet.proof.reading.bounds import number_of

_VERAPDF_SECONDS = 60
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


@cache
def verapdf_path() -> str:
    """Return the path of veraPDF; "" where there is none on the PATH."""
    return shutil.which("verapdf") or ""


def verapdf_failures(data: bytes, flavours: Sequence[str]) -> tuple[str, ...]:
    """Return what veraPDF finds wrong, a line a rule; a sentence where it cannot say."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "leaflet.pdf"
        path.write_bytes(data)
        found: list[str] = []
        for flavour in flavours:
            command = [verapdf_path(), "--flavour", flavour, str(path)]
            try:
                with _without_bounds():
                    done = subprocess.run(  # noqa: S603 - a program the user put on the PATH, no shell
                        command,
                        capture_output=True,
                        text=True,
                        timeout=_VERAPDF_SECONDS,
                        check=False,
                        cwd=folder,
                    )
            except (OSError, subprocess.TimeoutExpired) as error:
                return (f"veraPDF gave no answer: {type(error).__name__}",)
            if done.returncode:
                said = (done.stdout or done.stderr).replace(str(path), "the file")
                lines = [line.strip() for line in said.splitlines() if line.strip()]
                found += [f"{flavour}: {line}" for line in lines[:20]] or [f"{flavour}: fails"]
    return tuple(found)


@contextmanager
def _without_bounds() -> Iterator[None]:
    """Lift the bound on memory, which the process of the readers has, for a program that starts now."""
    try:
        import resource
    except ImportError:  # not on Windows
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
