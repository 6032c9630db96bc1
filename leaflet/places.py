"""Where the shipped typefaces and monographs are: beside the package, or inside it once installed."""

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


def content_folder() -> Path:
    """Return the folder of the shipped monographs."""
    return _DATA / "content"
