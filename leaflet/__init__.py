"""Leaflet turns a structured medicine monograph (YAML) into a tagged, proven patient leaflet (PDF).

The way of a leaflet, each step one verb in one place:

    read       YAML text → Monograph            leaflet.read
    check      Monograph → findings             leaflet.rules
    compose    Monograph → Document             leaflet.compose     meaning and reading order
    lay out    Document → Layout                leaflet.layout      lines, panels, pages
    prove      Layout → findings                leaflet.prove       before anything is written
    render     Layout → bytes                   leaflet.rendering   PDF/UA-1 and PDF/A-2a
    verify     bytes → findings                 leaflet.proof       the finished file, read back

In a program:

    import leaflet

    monograph = leaflet.load("content/baclofen.yaml")
    found = leaflet.check(monograph, on=datetime.date.today())
    pdf = leaflet.render(monograph, profile="large", paper="a4", region="uk")

Everything here may be called from many threads at once.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from leaflet.api import Leaflet, make
    from leaflet.diagnostics import Finding
    from leaflet.layout.scale import LayoutError
    from leaflet.model import Monograph
    from leaflet.read import MonographError
    from leaflet.rules import check

__all__ = [
    "Finding",
    "LayoutError",
    "Leaflet",
    "Monograph",
    "MonographError",
    "check",
    "load",
    "make",
    "render",
]

# Where each name is made. Imported on first use, so that `leaflet --help` loads no typeface.
_HOMES = {
    "Finding": "leaflet.diagnostics",
    "LayoutError": "leaflet.layout.scale",
    "Leaflet": "leaflet.api",
    "Monograph": "leaflet.model",
    "MonographError": "leaflet.read",
    "check": "leaflet.rules",
    "make": "leaflet.api",
}


def load(path: "str | Path") -> "Monograph":
    """Return the monograph in the file `path`.

    Raises `MonographError`, which carries every finding, where the file is no valid monograph, `OSError`
    where it cannot be read, and `ValueError` for a text in the place of a path. What the words say is
    judged by `check`, not here.
    """
    from pathlib import Path

    from leaflet.read import load as read_file

    if "\n" in str(path):
        raise ValueError("load takes the path of a file, and this is a text of several lines")

    return read_file(Path(path))


def render(
    monograph: "Monograph",
    *,
    profile: str = "standard",
    paper: str = "a4",
    region: str | None = None,
    colour: bool = False,
) -> bytes:
    """Return the leaflet as the bytes of a PDF file, the same bytes for the same input.

    The settings are names from `leaflet.profiles.PROFILES`, `leaflet.paper.PAPERS` and
    `leaflet.regions.REGIONS`; another name raises `ValueError` naming the known ones. Raises
    `LayoutError`, with findings, where the leaflet cannot be set whole or a field is left open, and
    `TypeError` for what is no monograph. It asks no rule about the words: `check` does, and `leaflet build`
    and the counter make no leaflet of a monograph with errors.
    """
    from leaflet.api import make

    return make(monograph, profile=profile, paper=paper, region=region, colour=colour).pdf


def __getattr__(name: str) -> Any:
    """Import a public name on its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'leaflet' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
