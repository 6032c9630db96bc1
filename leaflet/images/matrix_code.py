"""An address as a QR code (ISO/IEC 18004): plain pixels, with the white around it that a camera needs."""

from leaflet.handout import Logo

_QUIET = 4  # modules of white on each side (ISO/IEC 18004, 5.3.8)
_PIXELS = 8  # a module wide, so that no viewer blurs its edges


def matrix_code(address: str) -> Logo:
    """Return the code of an address; up to 15 % of it may be lost to a copier (level M)."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(address)
    code.make()
    modules = range(-_QUIET, code.getModuleCount() + _QUIET)
    held = range(code.getModuleCount())
    rows = []
    for row in modules:
        dark = [row in held and column in held and bool(code.isDark(row, column)) for column in modules]
        rows.append(b"".join([(b"\x00" if each else b"\xff") * _PIXELS for each in dark]) * _PIXELS)
    grey, side = b"".join(rows), len(modules) * _PIXELS
    return Logo(width=side, height=side, rgb=bytes([each for each in grey for _ in range(3)]), grey=grey)
