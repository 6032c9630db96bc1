"""Read content streams through qpdf: marked content, the strings shown in it, and how it nests."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pikepdf

from leaflet.proof.reading.bounds import MOST_BYTES, number_of, read_stream, text_of
from leaflet.proof.reading.embedded_fonts import Font, read_font
from leaflet.proof.reading.opened import instructions
from leaflet.values import Value

_PAINTING = frozenset(["f", "F", "f*", "B", "B*", "b", "b*", "s", "S", "sh", "BI", "INLINE", "IMAGE", "EI"])
_SHOWING = frozenset(("Tj", "TJ", "'", '"'))
_DEEPEST, _MOST_OPERATORS, _MOST_PICTURES = 6, 400_000, 500


class Shown(NamedTuple):
    """One shown string as its codes say it."""

    text: str
    page: int
    mcid: int  # -1 where no marked content with an id holds it
    is_artifact: bool
    font: Font | None
    codes: tuple[int, ...]
    told: tuple[int, str] | None  # where it is abbreviated: which expansion tells it, and its words


class Picture(NamedTuple):
    """A picture of pixels that a page paints."""

    page: int
    mcid: int  # -1 where no marked content with an id holds it
    matrix: tuple[float, ...]  # the last that was set before it
    width: int
    height: int
    sha256: str  # of its pixels


class Slip(NamedTuple):
    """A fault of nesting, or something painted outside all marked content."""

    page: int
    kind: str  # nesting, untagged
    what: str


class Content(Value, kw_only=True):
    """What the content streams of a file say."""

    shown: tuple[Shown, ...]
    mcids: tuple[tuple[int, int, str], ...]  # page, id, tag: in painting order
    slips: tuple[Slip, ...]
    fonts: tuple[Font, ...]
    pictures: tuple[Picture, ...]


def read_content(pages: Iterable[pikepdf.Page]) -> Content:
    """Return the content of pages, the first numbered 1."""
    reader = _Reader()
    for number, page in enumerate(pages, start=1):
        reader.page(number, page)
    return Content(
        shown=tuple(reader.shown),
        mcids=tuple(reader.mcids),
        slips=tuple(reader.slips),
        fonts=tuple(reader.fonts.values()),
        pictures=tuple(reader.pictures),
    )


class _Open(NamedTuple):
    """An open marked-content sequence."""

    tag: str
    mcid: int
    told: tuple[int, str] | None


class _Reader:
    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self.mcids: list[tuple[int, int, str]] = []
        self.slips: list[Slip] = []
        self.fonts: dict[object, Font] = {}
        self.pictures: list[Picture] = []
        self._sums: dict[object, str] = {}  # of pictures, by their object
        self._matrix: tuple[float, ...] = ()
        self._number = 0
        self._operators = 0
        self._marks: list[_Open] = []
        self._font: Font | None = None

    def page(self, number: int, page: pikepdf.Page) -> None:
        """Read one page's streams."""
        self._number, self._marks, self._font = number, [], None
        resources = page.obj.get("/Resources")
        if not isinstance(resources, pikepdf.Dictionary):
            try:
                resources = page.resources
            except (pikepdf.PdfError, AttributeError, KeyError, ValueError, TypeError):
                resources = pikepdf.Dictionary()
        contents = page.obj.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        data = b"\n".join(read_stream(part) for part in parts[:64] if isinstance(part, pikepdf.Stream))
        self._stream(data[:MOST_BYTES], resources, 0)
        for mark in self._marks:
            self._slip("nesting", f"/{mark.tag} BDC is never closed")

    def _slip(self, kind: str, what: str) -> None:
        if len(self.slips) < 1000:
            self.slips.append(Slip(self._number, kind, what))

    def _stream(self, data: bytes, resources: pikepdf.Dictionary, depth: int) -> None:
        fonts = self._fonts(resources)
        levels = {"q": 0, "BT": 0}
        for operator, operands in self._parsed(data):
            self._operators += 1
            if self._operators > _MOST_OPERATORS:
                self._slip("nesting", "the content stream is too long to be read whole")
                return
            if operator == "Tf" and operands:
                self._font = fonts.get(text_of(operands[0]))
            elif operator == "Do" and operands:
                self._form(text_of(operands[0]), resources, depth)
            elif operator == "cm":
                self._matrix = tuple(number_of(each) for each in operands)
            elif operator in _SHOWING:
                self._show(operands, operator)
            else:
                self._level(operator, levels)
                self._mark(operator, operands, resources)
        for name, level in levels.items():
            if level > 0:
                self._slip("nesting", f"{name} is never closed")

    def _parsed(self, data: bytes) -> Sequence[tuple[str, list[Any]]]:
        """Return the instructions of a stream; none where it cannot be read."""
        try:
            found = instructions(data)
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
            self._slip("nesting", "the content stream cannot be read")
            return ()
        if found.is_cut:
            self._slip("nesting", "the content stream ends in the middle of something")
        return found.rows

    def _level(self, operator: str, levels: dict[str, int]) -> None:
        """Count q and Q, BT and ET."""
        opens = {"Q": "q", "ET": "BT"}.get(operator)
        if operator in levels:
            levels[operator] += 1
        elif opens is not None:
            levels[opens] -= 1
            if levels[opens] < 0:
                self._slip("nesting", f"{operator} closes nothing")
                levels[opens] = 0

    def _mark(self, operator: str, operands: Any, resources: pikepdf.Dictionary) -> None:
        """Open and close marked content, and note what is painted outside of it."""
        if operator in ("BDC", "BMC"):
            self._begin(operands, resources)
        elif operator == "EMC":
            self._end()
        elif operator in _PAINTING and not self._marks:
            self._slip("untagged", "a path or picture")

    def _begin(self, operands: Any, resources: pikepdf.Dictionary) -> None:
        tag = text_of(operands[0]).removeprefix("/") if operands else ""
        mcid, told = -1, None
        if len(operands) > 1:
            named = operands[1]
            if isinstance(named, pikepdf.Name):
                table = resources.get("/Properties")
                named = table.get(str(named)) if isinstance(table, pikepdf.Dictionary) else None
            if isinstance(named, pikepdf.Dictionary):
                found = named.get("/MCID")
                mcid = int(found) if isinstance(found, int) else -1
                told = (self._operators, text_of(named.get("/E"))) if "/E" in named else None
        if mcid >= 0:
            self.mcids.append((self._number, mcid, tag))
            if any(mark.mcid >= 0 or mark.tag == "Artifact" for mark in self._marks):
                self._slip("nesting", f"/{tag} with MCID {mcid} stands inside other marked content")
        elif tag == "Artifact" and any(mark.mcid >= 0 for mark in self._marks):
            self._slip("nesting", "an artifact stands inside tagged content")
        if len(self._marks) < 256:
            self._marks.append(_Open(tag, mcid, told))

    def _end(self) -> None:
        if self._marks:
            self._marks.pop()
        else:
            self._slip("nesting", "EMC closes nothing")

    def _show(self, operands: Any, operator: str) -> None:
        shown = operands[-1] if operands else b""
        parts = shown if operator == "TJ" and isinstance(shown, list) else [shown]
        data = b"".join([bytes(part) for part in parts if isinstance(part, pikepdf.String)])
        font = self._font
        text, codes = font.read(data) if font is not None else ("\ufffd" * len(data), ())
        mcid = self._mcid
        is_artifact = any(mark.tag == "Artifact" for mark in self._marks)
        if mcid < 0 and not is_artifact:
            self._slip("untagged", repr(text))
        told = next((mark.told for mark in reversed(self._marks) if mark.told), None)
        self.shown.append(Shown(text, self._number, mcid, is_artifact, font, codes, told))

    def _form(self, name: str, resources: pikepdf.Dictionary, depth: int) -> None:
        table = resources.get("/XObject")
        form = table.get(name) if isinstance(table, pikepdf.Dictionary) and name else None
        if not isinstance(form, pikepdf.Stream):
            return
        if text_of(form.get("/Subtype")) != "/Form":
            if not self._marks:
                self._slip("untagged", "a picture")
            self._picture(form)
            return
        if depth < _DEEPEST:
            own = form.get("/Resources")
            inner = own if isinstance(own, pikepdf.Dictionary) else resources
            self._stream(read_stream(form), inner, depth + 1)

    def _picture(self, image: pikepdf.Stream) -> None:
        if len(self.pictures) >= _MOST_PICTURES:
            return
        if image.objgen not in self._sums:
            self._sums[image.objgen] = hashlib.sha256(read_stream(image)).hexdigest()
        width, height = (int(number_of(image.get(key))) for key in ("/Width", "/Height"))
        self.pictures.append(
            Picture(self._number, self._mcid, self._matrix, width, height, self._sums[image.objgen])
        )

    @property
    def _mcid(self) -> int:
        """The id of the innermost marked content that has one."""
        return next((mark.mcid for mark in reversed(self._marks) if mark.mcid >= 0), -1)

    def _fonts(self, resources: pikepdf.Dictionary) -> Mapping[str, Font]:
        table = resources.get("/Font")
        if not isinstance(table, pikepdf.Dictionary):
            return {}
        found: dict[str, Font] = {}
        for index, (name, font) in enumerate(table.items()):
            if not isinstance(font, pikepdf.Dictionary) or index > 200:
                continue
            key: object = font.objgen if font.is_indirect else (self._number, name)
            if key not in self.fonts:
                self.fonts[key] = read_font(font, self._number)
            found[str(name)] = self.fonts[key]
        return found
