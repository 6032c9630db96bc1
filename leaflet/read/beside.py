"""Read a monograph from its file, with the pictures that lie beside it; say which are missing."""

from collections.abc import Iterator
from pathlib import Path

from leaflet import model
from leaflet.diagnostics import Finding, in_order
from leaflet.handout import Logo
from leaflet.pictures import LARGEST_PICTURE, read_picture, sum_of
from leaflet.read.decode import LARGEST
from leaflet.read.problems import problem, quoted
from leaflet.read.whole_monograph import MonographError, read_monograph
from leaflet.source import LocatedStr
from leaflet.values import altered

_JPEG = b"\xff\xd8\xff"
_BEGINS = {"svg": b"<", "png": b"\x89PNG\r\n\x1a\n", "jpg": _JPEG, "jpeg": _JPEG}


def load(path: Path) -> model.Monograph:
    """Return the monograph in the file `path`, with the pictures beside it.

    Raise `MonographError` with all findings where it is not sound, and `OSError` where the file
    cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)  # enough to know that it is too large
    monograph, findings = read_with_pictures(data, path)
    if monograph is None:
        raise MonographError(findings)
    return monograph


def read_with_pictures(data: bytes, path: Path) -> tuple[model.Monograph | None, tuple[Finding, ...]]:
    """Return the monograph in `data` with its pictures, or None and all that is wrong.

    The pictures are looked for beside `path`, which is what the findings call the file.
    """
    monograph, findings = read_monograph(data, str(path))
    if monograph is None:
        return None, findings
    # A picture that only a comment names counts in this sum as in that of who does not read so closely.
    digest = sum_of(data, path.parent)
    figures = tuple(_figures(monograph))
    if not figures:
        return (monograph if digest == monograph.sha256 else altered(monograph, sha256=digest)), ()
    taken: dict[str, Logo] = {}
    found = tuple(wrong for each in figures if (wrong := _take(each, path.parent, taken)) is not None)
    if found:
        return None, in_order(found)
    return altered(monograph, pictures=taken, sha256=digest), ()


def _figures(monograph: model.Monograph) -> Iterator[model.Picture]:
    for section in monograph.sections:
        for block in section.blocks:
            if isinstance(block, model.Figure):
                yield block.figure


def _take(figure: model.Picture, folder: Path, taken: dict[str, Logo]) -> Finding | None:
    """Decode a picture; return why it cannot be printed, or None."""
    from leaflet.images import LogoError, read_figure  # brings what draws, which most monographs do without

    name, data = quoted(figure.file), read_picture(folder, figure.file)
    if data is None:
        hint = "put the picture there, or correct its name; capitals count"
        return _at(figure, "M051", f"there is no file {name} beside the monograph", hint)
    if len(data) > LARGEST_PICTURE:
        return _at(figure, "M052", f"{name} is larger than 5 MiB", "make the picture smaller")
    begins = _BEGINS[figure.file.rpartition(".")[2]]
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(begins):
        hint = "save it as what its name ends in: SVG, PNG or JPEG"
        return _at(figure, "M052", f"{name} is not the kind of picture that its name says", hint)
    try:
        taken[figure.file] = read_figure(data)
    except LogoError as slip:
        said, _, mend = str(slip).partition(". ")
        message = f"{name} cannot be printed: {said[:1].lower()}{said[1:].rstrip('.')}"
        return _at(figure, "M052", message, mend.rstrip(".").lower() or "draw it anew")
    return None


def _at(figure: model.Picture, code: str, message: str, hint: str) -> Finding:
    typed = figure.typed("file")
    if isinstance(typed, LocatedStr):
        return problem(typed.source, code, typed.span, message, hint)
    return Finding(code=code, message=message, hint=hint)
