"""Write files whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, *, safe_from_power_cuts: bool = True) -> None:
    """Write `data` to `path` in one step, making its folder where there is none.

    The bytes go to a hidden file beside it, which takes the name only once it is complete and on the
    disk. Whatever happens before that, what was there stays. Raises `OSError` where it cannot be done.
    Who looks at the bytes again before they are used, as a build does, need not wait for the disk.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.parent / f".{path.name[:100]}.{secrets.token_hex(8)}.part"
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            if safe_from_power_cuts:
                # Without it a power cut soon after could leave the new name with no bytes behind it.
                os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
