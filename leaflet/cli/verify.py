"""`leaflet verify`: prove finished files, by making them again and rule by rule."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.monographs import monographs_to_prove_by
from leaflet.cli.options import A_PATH, Whole
from leaflet.cli.signed_manifests import with_signatures
from leaflet.cli.terminal import Trouble, say, say_aside
from leaflet.values import Value

if TYPE_CHECKING:
    from leaflet.proof.answers import Proved, Trusted
    from leaflet.proof.results import Report, Result

_PICTURE = ".png"  # of a card, beside its PDF
_FORMATS = ("text", "json", "html")
_HELP = """Prove finished leaflets: make each again from its monograph, and hold it against every rule.

PATH is a PDF file, a leaflet in another form as 'leaflet build' names it, or a folder of them. Profile,
paper and region are read from a PDF itself, and its monograph is found by its hash; that of another form by
its name. A file that came out the same is proved. A file whose monograph is not at hand is not proved,
whatever it says; one of another maker is held against the standards. Files of one monograph are compared with
each other, prints and other forms.

\b
Exit codes: 0 every file is proved, 1 a rule is broken, 2 a file cannot be read, 3 a file is not proved;
of several files the first of 1, 2, 3, 0 that occurs.

\b
Examples:
  leaflet verify dist
  leaflet verify dist/baclofen-en-large-a4.pdf --monograph content
  leaflet verify dist --no-remake --format html -o proof.html
  leaflet verify dist --signature clinic.public.pem
"""


class _Options(Value, kw_only=True):
    """How to report."""

    form: str
    output: Path | None
    everything: bool


@click.command("verify", help=_HELP, short_help="Prove finished leaflets.")
@click.argument("paths", nargs=-1, required=True, type=A_PATH, metavar="PATH ...")
@click.option(
    "--monograph",
    "source",
    type=A_PATH,
    metavar="FILE|DIR",
    help="Where the monographs are.  [default: ./content, or those that come with Leaflet]",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="text", help="How to report.  [default: text]"
)
@click.option("-o", "--output", type=A_PATH, metavar="FILE", help="Write the report to a file.")
@click.option("--remake/--no-remake", default=True, help="Make each file again and compare.  [default: yes]")
@click.option("--rules/--no-rules", default=True, help="Judge by every rule.  [default: yes]")
@click.option(
    "--photocopy/--no-photocopy", default=True, help="Also judge simulated photocopies.  [default: yes]"
)
@click.option("--verapdf/--no-verapdf", default=True, help="Ask a veraPDF on the PATH.  [default: yes]")
@click.option("--jobs", type=Whole(1, 64), metavar="N", help="Files at once.  [default: the cores]")
@click.option("--pharmacy", type=A_PATH, metavar="FILE", help="The pharmacy.toml of a counter.")
@click.option(
    "--signature",
    type=A_PATH,
    metavar="FILE",
    help="The public key by which the manifest beside the files is signed.",
)
@click.option("--key", type=A_PATH, metavar="FILE", help="The key of a counter's seals.")
@click.option(
    "--all", "everything", is_flag=True, help="List the rules that pass too, as for one file alone."
)
def command(
    paths: tuple[Path, ...],
    source: Path | None,
    form: str,
    output: Path | None,
    remake: bool,
    rules: bool,
    photocopy: bool,
    verapdf: bool,
    jobs: int | None,
    pharmacy: Path | None,
    key: Path | None,
    signature: Path | None,
    everything: bool,
) -> int:
    """Prove and report; return the exit code."""
    from leaflet.proof.answers import Depth
    from leaflet.proof.forms.alike import compare_forms
    from leaflet.proof.sameness import compare, compare_regions
    from leaflet.proof.sandbox import Orders, prove_all

    if not (remake or rules):
        raise Trouble("nothing is asked for", "leave out --no-remake or --no-rules")
    files = _files(paths)
    depth = Depth(remake=remake, rules=rules, copies=photocopy, verapdf=verapdf, pictures=form == "html")
    monographs = tuple(str(path) for path in monographs_to_prove_by(source))
    orders = Orders(monographs=monographs, depth=depth, trusted=_trusted(pharmacy, key))
    proved = prove_all(files, orders, jobs or os.cpu_count() or 1)
    if signature is not None:
        proved = with_signatures(proved, files, signature)
    shared = [
        *compare([each.variant for each in proved if each.variant is not None]),
        *compare_forms([each.said for each in proved if each.said is not None]),
        *compare_regions([each.report for each in proved]),
    ]
    _report(proved, shared, _Options(form=form, output=output, everything=everything or len(files) == 1))
    return exit_code([each.report for each in proved], shared)


def _files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files named and all leaflets in the folders named, each once."""
    from leaflet.batch.plan import is_leaflet

    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                each
                for each in path.rglob("*")
                if is_leaflet(each.name.lower()) and each.suffix.lower() != _PICTURE and each.is_file()
            )
            if not inside:
                raise Trouble(f"there is no leaflet in {path}", "build some with 'leaflet build'")
            found += inside
        elif path.suffix.lower() == _PICTURE:
            raise Trouble(f"{path} is a picture, which says no words", "name the card's PDF, which it shows")
        elif path.exists():
            found.append(path)
        else:
            raise Trouble(f"there is no file {path}", "name a leaflet, or a folder of them")
    return tuple(dict.fromkeys(found))


def _trusted(pharmacy: Path | None, key: Path | None) -> "Trusted":
    """Return what a counter knows of its own prints."""
    from leaflet.proof.answers import Trusted
    from leaflet.proof.intake import IntakeError, read_bounded
    from leaflet.serve.settings import SettingsFile

    settings = None
    if pharmacy is not None:
        settings = SettingsFile(pharmacy.parent).read() if pharmacy.name == "pharmacy.toml" else None
        if settings is None or settings.pharmacy is None:
            raise Trouble(f"{pharmacy} holds no pharmacy's settings", "name the pharmacy.toml of a counter")
    try:
        secret = read_bounded(key).strip() if key is not None else b""
    except IntakeError as error:
        raise Trouble(f"the key {key}: {error}", "name the file that holds the counter's key") from error
    return Trusted(key=secret, pharmacy=settings.pharmacy if settings else None)


def _report(proved: Sequence["Proved"], shared: Sequence["Result"], options: _Options) -> None:
    from leaflet.files import write_named
    from leaflet.proof.reports.plain_text import summary, to_json, to_text

    reports = [each.report for each in proved]
    if options.form == "json":
        data = to_json(reports, shared)
    else:
        if options.form == "html":
            from leaflet.proof.reports.page import to_html

            text = to_html(proved, shared)
        else:
            text = to_text(reports, shared, everything=options.everything)
        data = (text.rstrip("\n") + "\n").encode("utf-8", "replace")
    if options.output is not None:
        write_named(options.output, data)
        say_aside("\n".join(summary(report) for report in reports))
    elif options.form == "json":
        # Bytes for a program: what spells out control characters for a terminal would break them.
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        say(data.decode("utf-8").rstrip("\n"))


def exit_code(reports: Sequence["Report"], shared: Sequence["Result"]) -> int:
    """Return the first of 1 failed, 2 unreadable, 3 not proved, 0 proved that occurs."""
    verdicts = {report.verdict for report in reports if not report.unreadable}
    if "fail" in verdicts or any(result.verdict == "fail" for result in shared):
        return 1
    if any(report.unreadable for report in reports):
        return 2
    return 3 if "not proved" in verdicts else 0
