"""Bytes to text: only a UTF-8 text file of sane size and characters goes further."""

from leaflet.diagnostics import Finding, Span
from leaflet.intake.characters import MENDING, describe, strangers
from leaflet.intake.file_bytes import plain_bytes
from leaflet.read.problems import problem
from leaflet.source import SourceText

LARGEST = 1024 * 1024  # bytes; baclofen's monograph is about 1 % of it

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
BEGIN = "begin with 'leaflet new NAME'"
_SAVE_AS = "save it as plain text in UTF-8"


def decode(data: bytes, path: str) -> tuple[SourceText | None, tuple[Finding, ...]]:
    """Return the text of a file without its byte order mark, or None and why it cannot be read.

    Every line ends in a line feed: lines and columns stay what they are.
    """
    refusal = _refusal(data, path)
    if refusal:
        return None, (refusal,)
    source = SourceText(path, plain_bytes(data).decode("utf-8"))
    refused = _strangers(source)
    return (None if refused else source), refused


def _refusal(data: bytes, path: str) -> Finding | None:
    """Return why the bytes are no text that could be a monograph."""
    if len(data) > LARGEST:
        hint = "keep one medicine to a file; is this the right one?"
        return _of_file(path, "M030", "the file is larger than 1 MiB", hint)
    if data.startswith(_UTF16_MARKS):
        return _of_file(path, "M032", "the file is in UTF-16, not in UTF-8", _SAVE_AS)
    if b"\0" in data:
        return _of_file(path, "M031", "this is not a text file", f"is it a Word file or a PDF? {_SAVE_AS}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as slip:
        return _not_utf8(data, path, slip.start)
    if not text.removeprefix("\ufeff").strip():
        return _of_file(path, "M034", "the file is empty", BEGIN)
    return None


def _of_file(path: str, code: str, message: str, hint: str) -> Finding:
    return Finding(code=code, message=message, hint=hint, span=Span.of_file(path))


def _not_utf8(data: bytes, path: str, offset: int) -> Finding:
    source = SourceText(path, data.decode("utf-8", "replace").removeprefix("\ufeff"))
    at = len(data[:offset].decode("utf-8").removeprefix("\ufeff"))
    message = f"byte 0x{data[offset]:02X} is not UTF-8 (offset {offset} in the file)"
    return problem(source, "M032", source.span(at, at + 1), message, _SAVE_AS)


def _strangers(source: SourceText) -> tuple[Finding, ...]:
    """Report each refused character once, at its first place, with how often it stands there."""
    return tuple(
        problem(
            source,
            "M033",
            source.span(stranger.index, stranger.index + 1),
            f"the character {describe(stranger.character)} has no place in a monograph; "
            f"the file holds it {_times(source.text.count(stranger.character))}",
            MENDING[stranger.trouble],
        )
        for stranger in strangers(source.text)
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
