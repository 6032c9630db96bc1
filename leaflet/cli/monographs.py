"""The monographs that a command was asked for, by name or by default."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.cli.terminal import Trouble, say_aside, working_on
from leaflet.files import STANDARD_INPUT
from leaflet.paper import PAPERS
from leaflet.places import content_folder
from leaflet.profiles import PROFILES

if TYPE_CHECKING:
    from leaflet.model import Monograph


def monographs_wanted(named: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return what was named, or the folder that is meant; say so where that is not the folder at hand."""
    _check_arguments(named)
    if named:
        return named
    meant = content_at_hand()
    if meant.is_absolute():
        say_aside(
            f"note: there is no folder content here; taking the monographs that came with Leaflet, in {meant}"
        )
    return (meant,)


def monographs_in(wanted: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the monographs to build."""
    from leaflet.batch.sources import find_monographs

    paths = find_monographs(wanted)
    if not paths:
        places = ", ".join(str(path) for path in wanted)
        raise Trouble(f"there is no monograph (*.yaml) in {places}", "write one with 'leaflet new NAME'")
    return paths


def monographs_to_prove_by(source: Path | None) -> tuple[Path, ...]:
    """Return the monographs by which finished files are proved: of a file or folder, or of the usual one."""
    from leaflet.batch.sources import find_monographs

    chosen = source or content_at_hand()
    if not chosen.exists():
        raise Trouble(f"there is no monograph {chosen}", "name a YAML file, or a folder of them")
    return find_monographs([chosen])


def monograph_named(path: Path) -> "Monograph | None":
    """Return the monograph in a file; None where it cannot be read, after saying why."""
    from leaflet.diagnostics import to_text
    from leaflet.read import MonographError, load

    if not path.is_file():
        raise Trouble(f"there is no monograph {path}", "name a YAML file")
    with working_on(str(path)):
        try:
            return load(path)
        except MonographError as error:
            for finding in error.findings:
                say_aside(to_text(finding))
            return None


def _check_arguments(paths: Sequence[Path]) -> None:
    for path in paths:
        if path.exists() or path == STANDARD_INPUT:
            continue
        for option, table in (("--profile", PROFILES), ("--paper", PAPERS)):
            if str(path) in table:
                raise Trouble(f"there is no monograph {path}", f"did you mean '{option} {path}'?")
        raise Trouble(f"there is no monograph {path}", "name a YAML file, or a folder of them")


def content_at_hand() -> Path:
    """Return the folder that is meant where none is named."""
    here = Path("content")
    return here if here.is_dir() else content_folder()
