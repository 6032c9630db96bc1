"""Check a picture by its content, never by its name, and decode it to plain pixels on white.

Bounded in bytes, pixels and parts, drawn without scripts, typefaces or anything fetched. Only the process of
`darkroom` calls this: what decodes is written in C and Rust.
"""

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leaflet.handout import Logo
from leaflet.images.limits import LogoError

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 4_000 * 4_000
_WIDEST = 1_000  # pixels kept: 600 an inch at the size it is printed
_MOST_ELEMENTS = 5_000
_SHAPE = 20  # times as wide as high, or as high as wide
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = r"[-+]?[\d.]{1,12}"

# What draws, and nothing that scripts, fetches, repeats or asks this machine for a typeface.
_DRAWING = frozenset(
    f"{_SVG}{name}"
    for name in (
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "title"),
        *("desc", "metadata", "linearGradient", "radialGradient", "stop", "clipPath", "style"),
    )
)
_DANGER = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:|expression\(|\\", re.IGNORECASE)


def decode_logo(data: bytes) -> Logo:
    """Return the picture in a PNG or SVG file; raise `LogoError` for anything else."""
    if data.startswith(_PNG):
        return _decode(data, "PNG")
    if _is_drawing(data):
        return _decode(_draw(data), "PNG")
    raise LogoError("This is neither a PNG nor an SVG picture. Save it as one of them.")


def decode_figure(data: bytes) -> Logo:
    """Return the picture in an SVG, PNG or JPEG file; raise `LogoError` for anything else."""
    if data.startswith(_JPEG):
        return _decode(data, "JPEG")
    if data.startswith(_PNG):
        return _decode(data, "PNG")
    if _is_drawing(data):
        return _decode(_draw(data), "PNG")
    raise LogoError("This is no SVG, PNG or JPEG picture. Save it as one of them.")


def _is_drawing(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _decode(data: bytes, form: str) -> Logo:
    """Decode a picture of pixels, lay it on white and bring it to a sensible size."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=[form]) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise LogoError("The picture has too many pixels. Save it with at most 4,000 by 4,000.")
            picture = _on_white(opened.convert("RGBA"))
    except LogoError:
        raise
    except Exception:  # noqa: BLE001 - a decoder may fail in any way on a broken file
        raise LogoError(f"The {form} picture is damaged. Save it anew.") from None
    _check_shape(picture.width, picture.height)
    if picture.width > _WIDEST or picture.height > _WIDEST:
        picture.thumbnail((_WIDEST, _WIDEST))
    return Logo(
        width=picture.width, height=picture.height, rgb=picture.tobytes(), grey=picture.convert("L").tobytes()
    )


def _on_white(picture: "Image") -> "Image":
    from PIL import Image

    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture)
    return white.convert("RGB")


def _check_shape(width: float, height: float) -> None:
    if not width > 0 or not height > 0 or max(width / height, height / width) > _SHAPE:
        raise LogoError("The picture is too long and thin to print.")


def _draw(data: bytes) -> bytes:
    """Return an SVG drawing as a PNG file; refuse what could do more than draw."""
    import resvg_py

    root = _parsed(data)
    for index, element in enumerate(root.iter()):
        if index > _MOST_ELEMENTS:
            raise LogoError("The SVG drawing has too many parts. Simplify it, or save it as PNG.")
        _check_element(element)
    width, height = _size(root)
    _check_shape(width, height)
    scale = _WIDEST / max(width, height)
    try:
        return resvg_py.svg_to_bytes(
            svg_string=ET.tostring(root, encoding="unicode"),
            background="white",
            skip_system_fonts=True,
            width=max(1, round(width * scale)),
            height=max(1, round(height * scale)),
        )
    except (ValueError, RuntimeError):
        raise LogoError("The SVG drawing cannot be drawn. Save it as PNG.") from None


def _parsed(data: bytes) -> ET.Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LogoError("The SVG drawing is not UTF-8 text. Save it anew.") from None
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise LogoError("The SVG drawing has a document type. Save it as plain SVG, or as PNG.")
    try:
        root = ET.fromstring(text)  # noqa: S314 - no DTD is left that could expand or fetch
    except (ET.ParseError, ValueError, RecursionError):
        raise LogoError("The SVG drawing is not well-formed. Save it anew, or as PNG.") from None
    if root.tag != f"{_SVG}svg":
        raise LogoError("This is no SVG drawing. Save the picture as PNG or SVG.")
    return root


def _check_element(element: ET.Element) -> None:
    """Refuse an element or attribute that does more than draw; editors' own namespaces are passed over."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag.startswith(_SVG) and tag not in _DRAWING:
        name = tag.removeprefix(_SVG)[:30]
        raise LogoError(f"The SVG drawing has <{name}> in it, which is not allowed. Save it as PNG.")
    for value in _spoken(element):
        if _DANGER.search(value):
            raise LogoError("The SVG drawing refers to something outside it. Save it as PNG.")
    for name, value in element.attrib.items():
        local = name.rsplit("}", 1)[-1].lower()
        if local.startswith("on") or (local == "href" and not value.startswith("#")):
            raise LogoError("The SVG drawing has a script or a link in it. Save it as PNG.")


def _spoken(element: ET.Element) -> Iterator[str]:
    yield element.text or ""
    yield from element.attrib.values()


def _size(root: ET.Element) -> tuple[float, float]:
    """Return the drawing's width and height, from its view box or its own size."""
    box = re.fullmatch(
        rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*", root.get("viewBox", "")
    )
    pair = box.groups() if box else (root.get("width", ""), root.get("height", ""))
    try:
        width, height = (float(re.sub(r"(?:px|pt|mm|cm|in)$", "", side.strip())) for side in pair)
    except ValueError:
        raise LogoError("The SVG drawing says no size. Give it a viewBox, or save it as PNG.") from None
    return width, height
