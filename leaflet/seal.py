"""Seal a file with a counter's key, so that the counter notices any edit of what it printed.

The seal is an HMAC-SHA256 (RFC 2104) over the whole file, written where 64 zeros stood in the metadata.
Whoever has no key can neither make nor check one: it says nothing to strangers, and names nobody.
"""

UNSEALED = "0" * 64
"""What stands for the seal while it is worked out."""

_OPEN, _CLOSE = b"<leaflet:seal>", b"</leaflet:seal>"


def sealed(pdf: bytes, key: bytes) -> bytes:
    """Return a file that was rendered with `UNSEALED` with its seal; raise `ValueError` where it was not."""
    start = _place(pdf)
    if start < 0 or pdf[start : start + len(UNSEALED)] != UNSEALED.encode():
        raise ValueError("the file has no room for a seal")
    return _with(pdf, start, _seal(pdf, key))


def seal_holds(pdf: bytes, key: bytes) -> bool:
    """Tell whether a file's seal was made with the key for just these bytes."""
    start = _place(pdf)
    if start < 0:
        return False
    found = pdf[start : start + len(UNSEALED)]
    import hmac

    return hmac.compare_digest(found, _seal(unsealed(pdf), key))


def unsealed(pdf: bytes) -> bytes:
    """Return a sealed file as it was before it was sealed; any other as it is."""
    start = _place(pdf)
    return pdf if start < 0 else _with(pdf, start, UNSEALED.encode())


def with_seal(pdf: bytes, seal: str) -> bytes:
    """Return a file with a seal that another one has, whoever made it; as it is where that is no seal."""
    start, written = _place(pdf), seal.encode("ascii", "replace")
    return pdf if start < 0 or len(written) != len(UNSEALED) else _with(pdf, start, written)


def _place(pdf: bytes) -> int:
    """Return where the seal starts; -1 where there is none, or more than one place for it."""
    start = pdf.find(_OPEN) + len(_OPEN)
    end = pdf.find(_CLOSE, start)
    once = pdf.count(_OPEN) == 1 and end - start == len(UNSEALED)
    return start if once else -1


def _with(pdf: bytes, start: int, seal: bytes) -> bytes:
    return pdf[:start] + seal + pdf[start + len(seal) :]


def _seal(pdf: bytes, key: bytes) -> bytes:
    import hmac  # without a counter there is no seal

    return hmac.new(key, pdf, "sha256").hexdigest().encode()
