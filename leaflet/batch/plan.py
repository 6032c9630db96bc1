"""Plan a build: which leaflets, from what, into which files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from leaflet.batch.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """The settings a build was asked for, by the names of their tables."""

    profiles: tuple[str, ...] = ("standard",)
    papers: tuple[str, ...] = ("a4",)
    region: str | None = None
    colour: bool = False
    verify: bool = False
    sweeping: bool = False  # all profiles or papers were asked for: what does not fit is passed over


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One leaflet to make: from what, with which settings, into which file."""

    source: Source
    output: Path
    profile: str
    paper: str
    region: str | None
    colour: bool
    verify: bool = False  # put the finished file through every rule of `leaflet verify` before it is kept
    may_skip: bool  # pass over it where a small paper cannot hold the profile


def plan(sources: Sequence[Source], variants: Variants, folder: Path) -> tuple[Job, ...]:
    """Return a job for each source, profile and paper, in that order; each writes a file of its own."""
    return tuple(
        Job(
            source=source,
            output=folder / f"{source.stem}-{profile}-{paper}.pdf",
            profile=profile,
            paper=paper,
            region=variants.region,
            colour=variants.colour,
            verify=variants.verify,
            may_skip=variants.sweeping,
        )
        for source in sources
        for profile in variants.profiles
        for paper in variants.papers
    )


def shard(jobs: Sequence[Job], number: int, count: int) -> tuple[Job, ...]:
    """Return part `number`, from 1, of `count` parts of a plan: as even as can be, and always the same."""
    return tuple(jobs[number - 1 :: count])
