"""Why something was not done: findings, or a sentence for a person."""

import errno
import os
from pathlib import Path

from leaflet.diagnostics import Finding
from leaflet.files import way_out
from leaflet.values import Value


class Failure(Value, kw_only=True):
    """Findings about the content; or else a sentence about files, or about a fault in the program."""

    findings: tuple[Finding, ...] = ()
    sentence: str = ""
    hint: str = ""  # the way out, of a sentence
    traceback: str = ""  # of a fault in the program; shown only on request


def failure_of(error: Exception, work: str) -> Failure:
    """Return what to tell about an error met during `work`, such as "reading content/baclofen.yaml"."""
    from leaflet.layout.scale import LayoutError  # before anything fails they need not be loaded
    from leaflet.read import MonographError

    if isinstance(error, MonographError | LayoutError):
        return Failure(findings=error.findings)
    if isinstance(error, MemoryError):
        return Failure(sentence=f"{work} ran out of memory; build with fewer --jobs")
    if isinstance(error, OSError):
        reason = (error.strerror or str(error)).lower()
        return Failure(sentence=f"{work} failed: {reason}{_place(error)}", hint=way_out(error))
    import traceback  # as above

    fault = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Failure(
        sentence=f"{work} met a fault in the program ({fault})",
        traceback="".join(traceback.format_exception(error)),
    )


def failure_to_write(error: OSError | MemoryError, path: Path) -> Failure:
    """Return what to tell of a file that could not be written; what ails its folder is told of the folder."""
    if isinstance(error, OSError) and error.errno in _OF_THE_FOLDER:
        reason = (error.strerror or str(error)).lower()
        return Failure(sentence=f"writing into {path.parent} failed: {reason}", hint=way_out(error))
    return failure_of(error, f"writing {path}")


_OF_THE_FOLDER = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
if os.name == "posix":  # elsewhere it may be the file, which another program has open
    _OF_THE_FOLDER |= {errno.EACCES, errno.EPERM}


def _place(error: OSError) -> str:
    return f" ({error.filename})" if isinstance(error.filename, str) else ""
