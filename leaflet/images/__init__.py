"""Pictures of others: a pharmacy's logo and the figures of a monograph, as plain pixels.

They are strangers to us, and what decodes them is written in C and Rust: that happens in a process of its
own with bounds (`darkroom`); here only plain pixels are handled.
"""

import io

from leaflet.handout import Logo
from leaflet.images.darkroom import develop
from leaflet.images.limits import LARGEST, LogoError

__all__ = ["LARGEST", "LogoError", "read_figure", "read_logo", "to_png"]


def read_logo(data: bytes) -> Logo:
    """Return the picture in a PNG or SVG file; raise `LogoError` for anything else."""
    if len(data) > LARGEST:
        raise LogoError("The picture is larger than 1 MB. Save it smaller.")
    return develop("logo", data)


def read_figure(data: bytes) -> Logo:
    """Return the picture in an SVG, PNG or JPEG file; raise `LogoError` for anything else."""
    return develop("figure", data)


def to_png(logo: Logo) -> bytes:
    """Return a logo as a PNG file of our own making."""
    from PIL import Image

    made = io.BytesIO()
    Image.frombytes("RGB", (logo.width, logo.height), logo.rgb).save(made, "PNG", optimize=True)
    return made.getvalue()
