"""Where the shipped typefaces, monographs and tables are: beside the package, or inside it once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent
_DATA = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _CHECKOUT


def fonts_folder() -> Path:
    """Return the folder of the typefaces."""
    return _DATA / "fonts"


def schema_file() -> Path:
    """Return the JSON Schema of a monograph, as shipped."""
    return _PACKAGE / "monograph.schema.json"


def colour_profile() -> bytes:
    """Return the shipped colour profile, sRGB (IEC 61966-2-1) as an ICC profile of our own making."""
    return (_PACKAGE / "rendering" / "srgb.icc").read_bytes()


def content_folder() -> Path:
    """Return the folder of the shipped monographs."""
    return _DATA / "content"
