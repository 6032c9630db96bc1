"""The garbage collector, kept at rest while a leaflet is made.

What a leaflet is made of holds no cycles and goes with its last user: the collector would walk through
thousands of living things several times a leaflet, and find nothing.
"""

import gc
from threading import Lock

_lock = Lock()
_resting = False


def put_to_rest() -> bool:
    """Stop the collector and return True; False where it is at rest already, by whomever.

    Who gets True wakes it: of many threads one at a time, so that it is never kept from its work for long.
    """
    global _resting
    with _lock:
        if _resting or not gc.isenabled():
            return False
        _resting = True
        gc.disable()
        return True


def wake() -> None:
    """Let the collector run again."""
    global _resting
    with _lock:
        _resting = False
        gc.enable()
