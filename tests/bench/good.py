"""Whether good files are called bad: `python -m tests.bench.good`, some minutes on one core.

Makes every kind of file that the program makes, proves each by remake and rules, and proves it again as
another program saves it, one program a file in turn. A file that fails is a false alarm, unless veraPDF,
where it is on the PATH, fails it as well. Prints counts and each false alarm, and exits with 1 where there
is one.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from leaflet.api import make
from leaflet.booklet import make_booklet
from leaflet.card import make_card
from leaflet.handout import Personal, Pharmacy
from leaflet.layout.scale import LayoutError
from leaflet.model import Monograph
from leaflet.print_run import Part, pack
from leaflet.profiles import PROFILES
from leaflet.proof.answers import Depth, Trusted
from leaflet.proof.products import findings_of
from leaflet.proof.prove_file import Asked, prove
from leaflet.proof.reading.verapdf import verapdf_failures, verapdf_path
from leaflet.proof_copy import make_proof_copy
from leaflet.read import load
from leaflet.regions import REGIONS
from leaflet.size_sheet import make_size_sheet
from leaflet.summary import make_summary
from tests.medicines import MEDICINES
from tests.proof.savers import SAVERS

_BACLOFEN = Path(__file__).parents[2] / "content" / "baclofen.yaml"
_DEPTH = Depth(remake=True, copies=True, verapdf=False)
_KEY = b"the key of a test counter"
_PHARMACY = Pharmacy(name="Test Pharmacy", address="1 Test Street", phone="0123 456789")
_PERSONAL = Personal(patient="A. Tester", dose="5 mg in the morning", note="Come back on Monday.")
_TOLD = 20  # files between two lines of progress
_PAPERS = ("a4", "letter", "a5")


class Good(NamedTuple):
    """A file as the program makes it."""

    name: str
    pdf: bytes


def good_files() -> Iterator[Good]:
    """Yield files of every kind; what no page can hold is refused and not counted."""
    monographs = [load(path) for path in (_BACLOFEN, *MEDICINES)]
    for name, made in _recipes(monographs):
        try:
            yield Good(name, made())
        except LayoutError:
            continue


def _recipes(monographs: list[Monograph]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    baclofen = monographs[0]
    for profile in PROFILES:
        for paper in _PAPERS:
            yield f"{profile} {paper}", partial(_leaflet, baclofen, profile=profile, paper=paper)
    for region in REGIONS:
        for standard in ("ua1", "ua2"):
            made = partial(_leaflet, baclofen, region=region, standard=standard, colour=True)
            yield f"{region} {standard}", made
    for region in REGIONS:
        yield f"{region} large", partial(_leaflet, baclofen, region=region, profile="large", paper="letter")
        yield f"{region} acb", partial(_leaflet, baclofen, region=region, profile="acb")
    for monograph in monographs:
        for index, profile in enumerate(PROFILES):
            made = partial(
                _leaflet, monograph, profile=profile, paper=_PAPERS[index % 2], colour=index % 3 == 0
            )
            yield f"{monograph.id} {profile}", made
        yield from _products(monograph)
    for paper in _PAPERS:
        yield f"sizes {paper}", partial(make_size_sheet, paper)
    for start in range(0, len(monographs), 4):
        yield f"run {start}", partial(_run, monographs[start : start + 4])


def _leaflet(
    monograph: Monograph,
    *,
    profile: str = "standard",
    paper: str = "a4",
    region: str = "uk",
    standard: str = "ua1",
    colour: bool = False,
) -> bytes:
    return make(monograph, profile=profile, paper=paper, region=region, standard=standard, colour=colour).pdf


def _products(monograph: Monograph) -> Iterator[tuple[str, Callable[[], bytes]]]:
    name = monograph.id
    yield f"{name} summary", lambda: make_summary(monograph, region="uk")[0]
    yield f"{name} booklet", lambda: make_booklet(monograph, region="uk")[0]
    yield f"{name} card", lambda: make_card(monograph, region="uk")[0]
    yield f"{name} card a6", lambda: make_card(monograph, paper="a6", profile="standard", region="uk")[0]
    yield f"{name} proof copy", lambda: make_proof_copy(monograph, findings_of(monograph))[0]
    yield (
        f"{name} handout",
        lambda: make(monograph, region="uk", pharmacy=_PHARMACY, personal=_PERSONAL, key=_KEY).pdf,
    )


def _run(monographs: list[Monograph]) -> bytes:
    return pack([Part(each.id, make(each).pdf) for each in monographs], "A print run")


@click.command()
@click.option("--every", default=1, show_default=True, help="Take each file of so many.")
def bench(every: int) -> None:
    """Prove good files, and the same saved again."""
    by_hash = {monograph.sha256: monograph for monograph in map(load, (_BACLOFEN, *MEDICINES))}
    asked = Asked(
        choose=lambda own: by_hash.get(own.get("monographSHA256", "")),
        depth=_DEPTH,
        trusted=Trusted(key=_KEY),
    )
    count, saved, alarms = 0, dict.fromkeys(SAVERS, 0), []
    with TemporaryDirectory() as folder:
        for index, (name, pdf) in enumerate(good_files()):
            if index % every:
                continue
            count += 1
            alarms += _alarms(name, pdf, asked)
            saver = list(SAVERS)[index % len(SAVERS)]
            again = SAVERS[saver](pdf, Path(folder))
            saved[saver] += 1
            alarms += _alarms(f"{name}, saved by {saver}", again, asked)
            if count % _TOLD == 0:
                click.echo(f"{count} files, {len(alarms)} false alarms", err=True)
    click.echo(f"{count} good files, {sum(saved.values())} saved again: {len(alarms)} false alarms")
    click.echo(", ".join(f"{number} by {saver}" for saver, number in saved.items()))
    for alarm in alarms:
        click.echo(alarm)
    sys.exit(1 if alarms else 0)


def _alarms(name: str, pdf: bytes, asked: Asked) -> list[str]:
    """Return what is said of a good file that is not proved; nothing where veraPDF says it fails."""
    report = prove("good.pdf", pdf, asked).report
    if report.verdict == "pass" or _fails_elsewhere(name, pdf):
        return []
    told = [
        f"{each.code} {[fault.measured for fault in each.judgement.faults[:2]]}" for each in report.failures
    ]
    told += [f"{each.code} {each.judgement.measured}" for each in report.unproved]
    return [f"{name}: {report.verdict} {report.unreadable} {'; '.join(told)}"]


def _fails_elsewhere(name: str, pdf: bytes) -> bool:
    flavours = ("ua2", "4") if " ua2" in name else ("ua1", "2a")
    return bool(verapdf_path() and verapdf_failures(pdf, flavours))


if __name__ == "__main__":
    bench()
