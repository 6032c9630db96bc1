"""What was typed for `leaflet build`, made into an order."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.cli.days import latest_day
from leaflet.cli.monographs import monographs_in, monographs_wanted
from leaflet.cli.terminal import Trouble, pick
from leaflet.paper import CARDS, PAPERS
from leaflet.profiles import PROFILES
from leaflet.regions import REGIONS
from leaflet.values import Value

if TYPE_CHECKING:
    from leaflet.batch.plan import Shard, Variants
    from leaflet.batch.survey import Order


class Wish(Value, kw_only=True):
    """What was typed."""

    monographs: tuple[Path, ...]
    folder: Path
    profiles: tuple[str, ...]
    papers: tuple[str, ...]
    regions: tuple[str, ...]
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
    prune: bool
    checks: bool
    scheduler: str | None
    shard: str | None
    strict: bool
    junit_file: Path | None


def order_of(wish: Wish) -> "Order":
    """Return the order; raise `Trouble` where what was typed asks for nothing that can be made."""
    from leaflet.batch.soundness import Asked
    from leaflet.batch.survey import Order

    wanted = monographs_wanted(wish.monographs)
    paths = monographs_in(wanted)
    return Order(
        variants=_variants(wish),
        shard=_part(wish.shard),
        paths=paths,
        folders=tuple(path for path in wanted if path.is_dir()),
        folder=wish.folder,
        asked=Asked(on=latest_day(), strict=wish.strict),
        force=wish.force or wish.checks,
        prune=wish.prune,
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
        region=_region(wish.regions),
        colour=wish.colour,
        verify=wish.verify,
        sweeping="all" in {*wish.profiles, *wish.papers},
    )


def _region(names: Sequence[str]) -> str | None:
    """Return the one region; no file name tells regions apart, so they need folders of their own."""
    picked = pick("region", names, REGIONS)
    if len(picked) > 1:
        raise Trouble(
            f"{len(picked)} regions for one folder, and no file name tells them apart",
            f"build once for each: '--region {picked[0]} -o dist/{picked[0]}'",
        )
    return picked[0] if picked else None


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
