"""Put files into a zip file as EPUB wants it (OCF 3.3): the same files give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

MIMETYPE = "application/epub+zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows
_ANYONE_READS = 0o644 << 16
_UNIX = 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return the container with its type first and then the files as they come.

    They are stored, not packed: zlib has several makers and so several bytes, and a leaflet is small.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as book:
        for name, data in {"mimetype": MIMETYPE.encode(), **files}.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = _UNIX, _ANYONE_READS
            book.writestr(entry, data)
    return out.getvalue()
