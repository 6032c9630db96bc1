"""`leaflet verify`: prove finished files, rule by rule."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.terminal import Trouble, say, say_aside, working_on

if TYPE_CHECKING:
    from leaflet.prove.results import Report, Result
    from leaflet.prove.verify import Proved

_FORMATS = ("text", "json", "html")
_HELP = """Prove finished PDF files: read them back and hold them against monograph, profile and standards.

PATH is a PDF file, or a folder of them. Profile, paper and region are read from the file itself, and its
monograph is found by its hash. A file of another maker gets every rule that needs no monograph. Variants
of one monograph are compared with each other.

\b
Exit codes: 0 every file passes, 1 a rule is broken, 2 a file cannot be read.

\b
Examples:
  leaflet verify dist
  leaflet verify dist/baclofen-en-large-a4.pdf --monograph content
  leaflet verify dist --no-photocopy --format html -o proof.html
"""


@click.command("verify", help=_HELP, short_help="Prove finished PDF files.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH ...")
@click.option(
    "--monograph",
    "source",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Where the monographs are.  [default: ./content, or those that come with Leaflet]",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="text", help="How to report.  [default: text]"
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to a file."
)
@click.option(
    "--photocopy/--no-photocopy", default=True, help="Also judge simulated photocopies.  [default: yes]"
)
@click.option("--verapdf/--no-verapdf", default=True, help="Ask a veraPDF on the PATH.  [default: yes]")
@click.option(
    "--all", "everything", is_flag=True, help="List the rules that pass too, as for one file alone."
)
def command(
    paths: tuple[Path, ...],
    source: Path | None,
    form: str,
    output: Path | None,
    photocopy: bool,
    verapdf: bool,
    everything: bool,
) -> int:
    """Prove and report; return the exit code."""
    from leaflet.prove.guard import Guard
    from leaflet.prove.reading.validators import verapdf_path
    from leaflet.prove.sameness import compare
    from leaflet.prove.verify import Depth

    files = _files(paths)
    monographs = _monographs(source)
    depth = Depth(copies=photocopy, verapdf=verapdf and bool(verapdf_path()), pictures=form == "html")
    proved: list[Proved] = []
    with Guard(monographs, depth) as guard:
        for path in files:
            with working_on(str(path)):
                proved.append(guard.prove(str(path), path.read_bytes()))
    shared = compare([each.variant for each in proved if each.variant is not None])
    _report(proved, shared, form, output, everything=everything or len(files) == 1)
    return _exit_code([each.report for each in proved], shared)


def _files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files named and all PDF files in the folders named, each once."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                each for each in path.rglob("*") if each.suffix.lower() == ".pdf" and each.is_file()
            )
            if not inside:
                raise Trouble(f"there is no PDF in {path}", "build some with 'leaflet build'")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise Trouble(f"there is no file {path}", "name a PDF file, or a folder of them")
    return tuple(dict.fromkeys(found))


def _monographs(source: Path | None) -> tuple[Path, ...]:
    from leaflet.batch.sources import find_monographs
    from leaflet.places import content_folder

    here = Path("content")
    chosen = source or (here if here.is_dir() else content_folder())
    if not chosen.exists():
        raise Trouble(f"there is no monograph {chosen}", "name a YAML file, or a folder of them")
    return find_monographs([chosen])


def _report(
    proved: Sequence["Proved"],
    shared: Sequence["Result"],
    form: str,
    output: Path | None,
    *,
    everything: bool,
) -> None:
    from leaflet.files import write_named
    from leaflet.prove.reports.plain import summary, to_json, to_text

    reports = [each.report for each in proved]
    if form == "html":
        from leaflet.prove.reports.page import to_html

        text = to_html(proved, shared)
    elif form == "json":
        text = to_json(reports, shared)
    else:
        text = to_text(reports, shared, everything=everything)
    if output is None:
        say(text.rstrip("\n"))
        return
    write_named(output, (text.rstrip("\n") + "\n").encode("utf-8", "replace"))
    say_aside("\n".join(summary(report) for report in reports))


def _exit_code(reports: Sequence["Report"], shared: Sequence["Result"]) -> int:
    if any(report.unreadable for report in reports):
        return 2
    broken = any(not report.passes for report in reports) or any(
        result.verdict == "fail" for result in shared
    )
    return 1 if broken else 0
