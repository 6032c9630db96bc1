"""`leaflet import`: a draft from a document of the field, with an account of every word."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.options import A_PATH
from leaflet.cli.terminal import Trouble, count, say, say_aside, working_on

if TYPE_CHECKING:
    from leaflet.importing.importer import Imported, Wish

_HELP = """Write a draft monograph from FILE, and an account of where each of its words went.

FILE is a FHIR ePI bundle (XML or JSON), an SPL label, an openFDA or NHS answer in JSON, PharmaLedger XML,
HTML or a Word document. The leaflet for patients in it is taken. What the source does not say stays open as
"~": nothing is made up, and nothing is fetched. Pictures are written beside the draft.

The draft goes to content/ID.yaml, or to ID.yaml where there is no folder content; without -o, a file that is
already there is not overwritten. With --check, a draft that was edited is held against FILE again.

\b
Exit codes:
  0  all text is placed and nothing is left to decide
  1  the draft is written; the account names what a person decides
  2  refused: for professionals only, hostile, or not readable

\b
Examples:
  leaflet import testol-epi.xml -o content/testol.yaml --report testol.html
  leaflet import label.xml --class opioid --report account.json
  leaflet import --check content/testol.yaml testol-epi.xml
"""
_HOW_TO_GET_IT = "install it: pip install -e '.[import]' in Leaflet's folder"
_MOST_SHOWN = 20


@click.command("import", help=_HELP, short_help="Write a draft from a document of the field.")
@click.argument("path", type=A_PATH, metavar="FILE")
@click.option("-o", "--output", type=A_PATH, metavar="OUT.yaml", help="Where the draft goes.")
@click.option(
    "--report",
    type=A_PATH,
    metavar="FILE",
    help="Write the account there: as JSON or, to a name that ends in .html, as a page.",
)
@click.option(
    "--id", "ident", default="", metavar="ID", help="The draft's id; without it, made from the name."
)
@click.option("--class", "classes", multiple=True, metavar="CLASS", help="What it is; may be repeated.")
@click.option(
    "--composition", type=int, metavar="N", help="Take the Nth document of the file, whatever it is."
)
@click.option("--check", "checked", type=A_PATH, metavar="DRAFT", help="Compare DRAFT with FILE.")
def command(
    path: Path,
    output: Path | None,
    report: Path | None,
    ident: str,
    classes: tuple[str, ...],
    composition: int | None,
    checked: Path | None,
) -> int:
    """Import and write, or compare; return the exit code."""
    if find_spec("lxml") is None:
        raise Trouble("importing needs lxml, which is not installed", _HOW_TO_GET_IT)
    if checked is not None and output is not None:
        raise Trouble("--output: with --check no draft is written", "leave out one of them")
    _check_names(ident, classes)
    from leaflet.importing.importer import Wish

    imported = import_file(path, Wish(ident=ident, classes=classes, composition=composition))
    target = _target(imported, output) if checked is None else None
    if report is not None:
        _write_report(imported, report)
    if checked is not None:
        return _compare(imported, checked)
    if target is not None:
        _write_draft(imported, path, target)
    _tell(imported)
    return 1 if imported.needs_decision else 0


def _check_names(ident: str, classes: tuple[str, ...]) -> None:
    import re
    from typing import get_args

    from leaflet.cli.terminal import pick
    from leaflet.model import MedicineClass
    from leaflet.model.typed_values import IDENTIFIER_PATTERN

    if ident and not re.fullmatch(IDENTIFIER_PATTERN, ident):
        raise Trouble(f"{ident!r} cannot be an id", "use a to z, 0 to 9, and single hyphens between them")
    pick("class", classes, get_args(MedicineClass))


def import_file(path: Path, wish: "Wish") -> "Imported":
    """Return the import of a file; raise `Trouble` with a sentence where there is none to be had."""
    if find_spec("lxml") is None:
        raise Trouble("importing needs lxml, which is not installed", _HOW_TO_GET_IT)
    from leaflet.importing.importer import import_bytes
    from leaflet.importing.readers import LARGEST
    from leaflet.importing.refusal import RefusedError

    if not path.is_file():
        raise Trouble(f"there is no file {path}", "name the document to import")
    with working_on(str(path)):
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        try:
            return import_bytes(data, path.name, wish, _beside(path))
        except RefusedError as refused:
            raise Trouble(f"{path}: {refused}", refused.hint) from None


def _beside(path: Path) -> Callable[[str], bytes]:
    """Return what reads a picture that lies in the file's own folder, by its bare name."""
    from leaflet.pictures import LARGEST_PICTURE

    def lookup(name: str) -> bytes:
        picture = path.parent / name
        if not name or name != Path(name).name or picture.is_symlink() or not picture.is_file():
            return b""
        with picture.open("rb") as file:
            data = file.read(LARGEST_PICTURE + 1)
        return data if len(data) <= LARGEST_PICTURE else b""

    return lookup


def _target(imported: "Imported", output: Path | None) -> Path:
    """Return where the draft goes; raise `Trouble` where a file is there that nobody named."""
    folder = Path("content") if Path("content").is_dir() else Path()
    target = output or folder / f"{imported.draft.head['id']}.yaml"
    if output is None and target.exists():
        raise Trouble(f"{target} is already there", "name where the draft goes with -o")
    return target


def _write_draft(imported: "Imported", path: Path, target: Path) -> None:
    from leaflet.files import write_whole
    from leaflet.importing.draft import to_yaml

    notes = (f"A draft, imported from {path.name}. A pharmacist decides what is open (~).",)
    with working_on(str(target)):
        for name, data in imported.draft.pictures.items():
            write_whole(target.parent / name, data)
        write_whole(target, to_yaml(imported.draft, notes).encode())
    say(str(target))


def _write_report(imported: "Imported", report: Path) -> None:
    from leaflet.files import write_whole
    from leaflet.importing.report import to_json
    from leaflet.importing.report_page import to_html

    is_page = report.suffix.lower() in (".html", ".htm")
    with working_on(str(report)):
        write_whole(report, to_html(imported) if is_page else to_json(imported))


def _tell(imported: "Imported") -> None:
    """Say how the words add up, and what a person decides."""
    words = imported.words
    say_aside(
        f"{count(words.source, 'word')} in the source = {words.placed} placed + {words.dropped} dropped"
        f" - {words.added} added"
    )
    for part in imported.left_out:
        say_aside(f"not imported: {part.title}, {count(part.words, 'word')}: {part.reason}")
    asked = [entry for entry in imported.entries if entry.kind in ("decision", "open", "guessed")]
    for entry in asked[:_MOST_SHOWN]:
        said = (entry.address, entry.text[:80], entry.reason)
        say_aside(": ".join([entry.kind, *filter(None, said)]))
    if len(asked) > _MOST_SHOWN:
        say_aside(f"and {len(asked) - _MOST_SHOWN} more; write them all with --report")


def _compare(imported: "Imported", checked: Path) -> int:
    from leaflet.diagnostics import to_text
    from leaflet.importing.draft_check import compare
    from leaflet.read import MonographError, load

    if not checked.is_file():
        raise Trouble(f"there is no draft {checked}", "name the YAML file to compare")
    with working_on(str(checked)):
        try:
            monograph = load(checked)
        except MonographError as error:
            for finding in error.findings:
                say_aside(to_text(finding))
            return 1
    differences = compare(imported, monograph)
    for difference in differences:
        say(f"{difference.kind} {difference.address}: {difference.text}")
    changed = {
        kind: sum(each.kind == kind for each in differences) for kind in ("added", "changed", "missing")
    }
    say_aside(", ".join(f"{number} {kind}" for kind, number in changed.items()))
    return 1 if differences else 0
