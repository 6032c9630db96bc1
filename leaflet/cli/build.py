"""`leaflet build`: print leaflets."""

from typing import Any

import click
from click.core import ParameterSource

from leaflet.cli.options import A_PATH, Whole
from leaflet.cli.terminal import Trouble, working_on
from leaflet.cli.wishes import Wish, order_of
from leaflet.files import write_named
from leaflet.forms import FORMS
from leaflet.paper import PAPERS
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS

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
@click.argument("monographs", nargs=-1, type=A_PATH, metavar="[MONOGRAPH ...]")
@click.option(
    "-o",
    "--output",
    "folder",
    type=A_PATH,
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
    "--region",
    "regions",
    multiple=True,
    metavar="NAME",
    help="Whose emergency numbers to print, one region a folder; without it, none is printed.",
)
@click.option("--colour", is_flag=True, help="Give the warnings a signal colour; nothing else changes.")
@click.option(
    "-j",
    "--jobs",
    "processes",
    type=Whole(min=1),
    metavar="N",
    help="How many processes share a large build.  [default: the cores]",
)
@click.option(
    "--verify", is_flag=True, help="Put each finished file through all of 'leaflet verify' before it is kept."
)
@click.option(
    "--format",
    "forms",
    type=click.Choice(("pdf", *[name for name, form in FORMS.items() if not form.way_of])),
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
    type=Whole(1, 2),
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
    "--prune",
    is_flag=True,
    help="Delete the leaflets that an earlier build made of monographs which are gone.",
)
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
@click.option("--junit", "junit_file", type=A_PATH, metavar="FILE", help="Write a JUnit report too.")
def command(**typed: Any) -> int:
    """Plan, build and report; return the exit code."""
    wish = Wish(**typed)
    _refuse_misfits(wish)
    return _build(wish)


def _refuse_misfits(wish: Wish) -> None:
    """Refuse options that were typed and that nothing would come of."""
    from leaflet.cli.fitting import refuse_misfits

    context = click.get_current_context()
    names = {each.name: each.opts[-1] for each in context.command.params if each.name is not None}
    typed = [name for name in names if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    refuse_misfits(wish, frozenset(typed), names)


def _build(wish: Wish) -> int:
    from leaflet.batch.workers import cores
    from leaflet.cli.building import build_afar, build_here, compare_here
    from leaflet.cli.outcome import junit, report, say_notes

    if wish.folder.exists() and not wish.folder.is_dir():
        raise Trouble(f"{wish.folder} is a file", "name a folder for -o")
    order = order_of(wish)
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
    say_notes(wish.folder, outcome)
    if outcome.trouble is not None:
        raise Trouble(outcome.trouble.sentence, "see that the folder can be written and the disk has room")
    return code
