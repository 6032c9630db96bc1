"""Overwrite what was sent, once it was answered, where the runtime lets us.

Bytes cannot be changed in Python, but in CPython the buffer of an object that nobody shares can be.
This takes the bodies of requests out of memory. What it cannot reach: the texts that were made of them, the
finished file, and the network's buffers; these are freed with the request and overwritten as memory is used
again.
"""

import ctypes
import sys
from collections.abc import Iterable

# Empty bytes and single ones are shared by the whole program, and must never be touched.
_SHARED = 2
_OURS = 2  # references to what was just received: the argument's, and the count's own
_HEAD = bytes.__basicsize__ - 1  # where the buffer starts; the object counts one byte for its final zero


def can_wipe() -> bool:
    """Tell whether this runtime keeps bytes where we know them."""
    return sys.implementation.name == "cpython"


def own(body: bytes) -> bytes:
    """Return bytes that nobody else holds, and that may be wiped: a copy, where somebody does."""
    return body if sys.getrefcount(body) <= _OURS else bytes(bytearray(body))


def wipe(bodies: Iterable[bytes]) -> None:
    """Overwrite bytes with zeros; who holds one of them still, holds zeros."""
    if not can_wipe():
        return
    for body in bodies:
        if len(body) >= _SHARED:
            ctypes.memset(id(body) + _HEAD, 0, len(body))
