"""Write a signature into a monograph: nothing else in the file changes, and what is written reads back."""

import datetime
import json
from pathlib import Path

from leaflet.cli.monographs import monograph_named
from leaflet.cli.terminal import Trouble, say_aside
from leaflet.files import write_named
from leaflet.model import Monograph


def load_sound(path: Path) -> tuple[str, Monograph]:
    """Return the text of a monograph and what it says; raise `Trouble` where it cannot be read."""
    monograph = monograph_named(path)
    if monograph is None:
        raise Trouble(f"{path} cannot be read as it is", "mend it first")
    return path.read_bytes().decode("utf-8"), monograph


def quoted(words: str) -> str:
    """Return words as a YAML scalar that means just them."""
    return json.dumps(words, ensure_ascii=False)


def write_back(path: Path, text: str, on: datetime.date | None) -> int:
    """Write the text where it reads as a monograph whose review `on` a day is sound; else print why not."""
    from leaflet.diagnostics import to_text
    from leaflet.read import read_monograph
    from leaflet.rules import check

    monograph, findings = read_monograph(text.encode(), str(path))
    if monograph is not None and on is not None:
        findings = tuple(each for each in check(monograph, on=on, select=("S6",)) if each.is_error)
    if findings:
        for finding in findings:
            say_aside(to_text(finding))
        return 1
    ends = "\r\n" if b"\r\n" in path.read_bytes() else "\n"  # as the author's editor has them
    write_named(path, text.replace("\r\n", "\n").replace("\n", ends).encode())
    return 0
