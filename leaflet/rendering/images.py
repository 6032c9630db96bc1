"""A picture as an image object: grey pixels, or colour where the leaflet is in colour."""

import hashlib
from functools import lru_cache

from leaflet.handout import Logo
from leaflet.rendering.objects import stream


@lru_cache(maxsize=64)
def name_of(image: Logo) -> bytes:
    """Return the name of a figure's picture among a page's resources, which follows from its pixels."""
    return b"P" + hashlib.sha256(image.rgb).hexdigest()[:12].encode()


@lru_cache(maxsize=16)
def picture(logo: Logo, *, colour: bool) -> bytes:
    """Return the stream (ISO 32000-1, 8.9.5): opaque and not interpolated, as PDF/A wants it."""
    space, pixels = (b"DeviceRGB", logo.rgb) if colour else (b"DeviceGray", logo.grey)
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8"
    return stream(pixels, entries % (logo.width, logo.height, space))
