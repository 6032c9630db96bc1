"""Skim a monograph for what names its leaflets, in a hundredth of the time that reading it takes."""

from leaflet.read.plain_yaml import LOADER
from leaflet.read.pyyaml import yaml

_WANTED = ("id", "language")


def skim(data: bytes) -> tuple[str, str] | None:
    """Return id and language as typed; None where the file does not plainly have both.

    What stands after the two is not looked at: whether the monograph is sound, reading it must tell.
    """
    typed: dict[str, str] = {}
    key: str | None = None  # of the mapping that the file is, whose value is due
    depth = 0
    try:
        for event in yaml.parse(data.decode("utf-8").removeprefix("\ufeff"), Loader=LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth != 1 or not isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                continue
            value = event.value if isinstance(event, yaml.ScalarEvent) and event.value.isascii() else ""
            if key in _WANTED and value:
                typed.setdefault(key, value)
            if len(typed) == len(_WANTED):
                return typed["id"], typed["language"]
            key = value if key is None else None
    except (UnicodeDecodeError, yaml.YAMLError):
        return None
    return None
