"""`leaflet build`: print leaflets."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from leaflet.cli.days import latest_day
from leaflet.cli.monographs import monographs_named
from leaflet.cli.terminal import Trouble, pick, working_on
from leaflet.files import write_named
from leaflet.paper import CARDS, PAPERS
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS
from leaflet.values import Value

if TYPE_CHECKING:
    from leaflet.batch.plan import Shard, Variants
    from leaflet.batch.survey import Order

_HELP = f"""Make leaflets from monographs: PDFs to print, and the same words in other forms.

MONOGRAPH is a YAML file, or a folder of them. Without one, all of ./content is built, or the
monographs that come with Leaflet where there is no such folder. A file is called
ID-LANGUAGE-PROFILE-PAPER.pdf, with -summary or -booklet at its end where it is one, and a card
ID-LANGUAGE-card.pdf; the other forms end in .html, .epub, .brf and .txt after the language. It is
written whole or not at all; when one leaflet is refused, the others are still built. What has not changed
since the last build is left as it is; manifest.json lists what is in the folder.

\b
Profiles: {", ".join(PROFILES)}
Papers:   {", ".join(PAPERS)}
Regions:  {", ".join(REGIONS)}

\b
Examples:
  leaflet build
  leaflet build content/baclofen.yaml --profile large --paper letter --region us
  leaflet build --profile standard --profile giant -o print/
  leaflet build --profile all --paper all
  leaflet build --product summary --product card --booklet
  leaflet build --check
"""


@click.command("build", help=_HELP, short_help="Print leaflets.")
@click.argument("monographs", nargs=-1, type=click.Path(path_type=Path), metavar="[MONOGRAPH ...]")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    default="dist",
    metavar="DIR",
    help="Where the files go; made where it is not there.  [default: dist]",
)
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    default=["standard"],
    metavar="NAME|all",
    help="A print profile; may be given more than once.  [default: standard]",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    default=["a4"],
    metavar="NAME|all",
    help="A paper; may be given more than once.  [default: a4]",
)
@click.option(
    "--region", metavar="NAME", help="Whose emergency numbers to print; without it, none is printed."
)
@click.option("--colour", is_flag=True, help="Give the warnings a signal colour; nothing else changes.")
@click.option(
    "-j",
    "--jobs",
    "processes",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes share a large build.  [default: the cores]",
)
@click.option(
    "--verify", is_flag=True, help="Put each finished file through all of 'leaflet verify' before it is kept."
)
@click.option(
    "--format",
    "forms",
    type=click.Choice(("pdf", "html", "epub", "braille", "text")),
    multiple=True,
    default=["pdf"],
    help="A form of the leaflet; may be given more than once.  [default: pdf]",
)
@click.option(
    "--standard",
    "standards",
    type=click.Choice(("ua1", "ua2")),
    multiple=True,
    default=["ua1"],
    help="What a PDF keeps: ua1 is PDF/UA-1 with PDF/A-2a, ua2 is PDF/UA-2 with Well-Tagged PDF and PDF/A-4, "
    "its name ending in -ua2; may be given more than once.  [default: ua1]",
)
@click.option(
    "--product",
    "products",
    type=click.Choice(("leaflet", "summary", "card")),
    multiple=True,
    default=["leaflet"],
    help="What is printed; may be given more than once. A summary is one page and comes with the leaflet; "
    "a card for the wallet is a PDF and a PNG, or of A6 with '--paper a6'.  [default: leaflet]",
)
@click.option(
    "--booklet", is_flag=True, help="Make each leaflet as a booklet, too: two pages a side, to be folded."
)
@click.option(
    "--ssml", is_flag=True, help="Write the text to listen to as SSML, with pauses and stress, for an engine."
)
@click.option(
    "--grade",
    type=click.IntRange(1, 2),
    metavar="1|2",
    help="The grade of Braille: 2 is contracted, 1 spells every word out.  [default: 2]",
)
@click.option(
    "--proof-copy",
    is_flag=True,
    help="Print any monograph that can be read, for its reviewers: marked on each page, codes in the margin.",
)
@click.option("--force", is_flag=True, help="Build what has not changed as well.")
@click.option(
    "--check",
    "checks",
    is_flag=True,
    help="Write nothing; exit with 1 where the folder is not what the content says.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Make the leaflets on a Dask cluster; 'local' starts one here."
)
@click.option(
    "--shard",
    metavar="K/N",
    help="Build part K of N parts of the plan; 'auto/N' asks JOB_COMPLETION_INDEX or SLURM_ARRAY_TASK_ID.",
)
@click.option("--strict", is_flag=True, help="Take every finding about the words for an error.")
@click.option(
    "--junit", "junit_file", type=click.Path(path_type=Path), metavar="FILE", help="Write a JUnit report too."
)
def command(**typed: Any) -> int:
    """Plan, build and report; return the exit code."""
    return _build(Wish(**typed))


class Wish(Value, kw_only=True):
    """What was typed."""

    monographs: tuple[Path, ...]
    folder: Path
    profiles: tuple[str, ...]
    papers: tuple[str, ...]
    region: str | None
    colour: bool
    processes: int | None
    verify: bool
    forms: tuple[str, ...]
    standards: tuple[str, ...]
    products: tuple[str, ...]
    booklet: bool
    ssml: bool
    grade: int | None
    proof_copy: bool
    force: bool
    checks: bool
    scheduler: str | None
    shard: str | None
    strict: bool
    junit_file: Path | None


def _build(wish: Wish) -> int:
    from leaflet.batch.workers import cores
    from leaflet.cli.building import build_afar, build_here, compare_here
    from leaflet.cli.outcome import junit, report

    if wish.folder.exists() and not wish.folder.is_dir():
        raise Trouble(f"{wish.folder} is a file", "name a folder for -o")
    order = _order(wish)
    paths = order.paths
    if wish.proof_copy:
        from leaflet.cli.proof_copies import build_proof_copies

        variants, day = order.variants, order.asked.on
        return build_proof_copies(
            paths, wish.folder, variants.prints, variants.region, colour=variants.colour, on=day
        )
    processes = wish.processes or cores()
    with working_on(str(paths[0]) if len(paths) == 1 else f"{len(paths)} monographs"):
        if wish.checks:
            outcome = compare_here(order, processes)
        elif wish.scheduler is None:
            outcome = build_here(order, processes)
        else:
            outcome = build_afar(order, processes, wish.scheduler)
    if wish.junit_file is not None:
        write_named(wish.junit_file, junit(outcome.refusals, outcome.results, outcome.differences))
    code = report(outcome.refusals, outcome.results, outcome.differences)
    if outcome.trouble is not None:
        raise Trouble(outcome.trouble.sentence, "see that the folder can be written and the disk has room")
    return code


def _order(wish: Wish) -> "Order":
    from leaflet.batch.soundness import Asked
    from leaflet.batch.survey import Order

    return Order(
        variants=_variants(wish),
        shard=_part(wish.shard),
        paths=monographs_named(wish.monographs),
        folder=wish.folder,
        asked=Asked(on=latest_day(), strict=wish.strict),
        force=wish.force or wish.checks,
    )


def _variants(wish: Wish) -> "Variants":
    from leaflet.batch.plan import Variants

    return Variants(
        profiles=_chosen("profile", wish.profiles, PROFILES),
        papers=_papers(wish),
        forms=_forms(wish),
        standards=wish.standards,
        products=_products(wish),
        card_papers=tuple(paper for paper in wish.papers if paper in CARDS) or ("card",),
        region=pick("region", [wish.region], REGIONS)[0] if wish.region is not None else None,
        colour=wish.colour,
        verify=wish.verify,
        sweeping="all" in {*wish.profiles, *wish.papers},
    )


def _papers(wish: Wish) -> tuple[str, ...]:
    """Return the papers of leaflets: those of cards are chosen apart, and A4 stands for none."""
    named = [paper for paper in wish.papers if paper not in CARDS]
    if len(named) < len(wish.papers) and "card" not in wish.products:
        raise Trouble("this paper is for cards alone", "add '--product card'")
    return _chosen("paper", named or ["a4"], PAPERS)


def _products(wish: Wish) -> tuple[str, ...]:
    """Return what is printed, in the order of the files; a summary goes out with the whole."""
    wanted = {*wish.products, *(["leaflet"] if "summary" in wish.products else [])}
    wanted |= {"booklet"} if wish.booklet else set()
    return tuple(each for each in ("leaflet", "summary", "booklet", "card") if each in wanted)


def _forms(wish: Wish) -> tuple[str, ...]:
    """Return the forms by their names in the plan, in which an option may change what is written."""
    if wish.ssml and "text" not in wish.forms:
        raise Trouble("--ssml is a way to write the text to listen to", "add '--format text'")
    if wish.grade is not None and "braille" not in wish.forms:
        raise Trouble("--grade is a grade of Braille", "add '--format braille'")
    if "braille" in wish.forms:
        _see_to_braille()
    ways = {"text": "ssml" if wish.ssml else "text", "braille": "braille1" if wish.grade == 1 else "braille"}
    return tuple([ways.get(form, form) for form in wish.forms])


def _see_to_braille() -> None:
    """Say at once, and once, what this machine lacks for Braille."""
    from leaflet.braille.translator import NoBrailleError, liblouis_version

    try:
        liblouis_version()
    except NoBrailleError as error:
        why, _, hint = str(error).partition("; ")
        raise Trouble(why, hint) from error


def _part(typed: str | None) -> "Shard":
    """Return which of how many parts "2/5" asks for; the whole where nothing was asked."""
    from leaflet.batch.plan import WHOLE, Shard

    if typed is None:
        return WHOLE
    number, _, total = typed.partition("/")
    if number == "auto":
        number, total = _part_of_job(total)
    if not (number.isdecimal() and total.isdecimal() and 1 <= int(number) <= int(total)):
        raise Trouble(f"there is no part {typed!r}", "write '--shard 2/5' for the second of five parts")
    return Shard(int(number), int(total))


def _part_of_job(total: str) -> tuple[str, str]:
    """Return which part is this job's, counted from 1, and of how many, as its scheduler says it.

    An indexed job of Kubernetes counts from 0 in JOB_COMPLETION_INDEX and does not say of how many; a job
    array of Slurm has SLURM_ARRAY_TASK_ID, _MIN and _COUNT.
    """
    told = os.environ
    if (index := told.get("JOB_COMPLETION_INDEX", "")).isdecimal() and total:
        return str(int(index) + 1), total
    task, first = told.get("SLURM_ARRAY_TASK_ID", ""), told.get("SLURM_ARRAY_TASK_MIN", "1")
    if task.isdecimal() and first.isdecimal():
        return str(int(task) - int(first) + 1), total or told.get("SLURM_ARRAY_TASK_COUNT", "")
    raise Trouble(
        "the scheduler does not say which part this is",
        "write '--shard 2/5', or '--shard auto/5' where JOB_COMPLETION_INDEX or SLURM_ARRAY_TASK_ID is set",
    )


def _chosen(kind: str, names: Sequence[str], table: Iterable[str]) -> tuple[str, ...]:
    return tuple(table) if "all" in names else pick(kind, names, table)
