"""Plan a build: which leaflets, from what, into which files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from leaflet.batch.sources import Source
from leaflet.values import Value


class Variants(Value, kw_only=True):
    """The settings a build was asked for, by the names of their tables."""

    profiles: tuple[str, ...] = ("standard",)
    papers: tuple[str, ...] = ("a4",)
    region: str | None = None
    colour: bool = False
    verify: bool = False
    sweeping: bool = False  # all profiles or papers were asked for: what does not fit is passed over

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """Each profile on each paper."""
        return tuple((profile, paper) for profile in self.profiles for paper in self.papers)


class Job(Value, kw_only=True):
    """One leaflet to make: from what, with which settings, into which file."""

    source: Source
    output: Path
    profile: str
    paper: str
    region: str | None
    colour: bool
    verify: bool = False  # put the finished file through every rule of `leaflet verify` before it is kept
    may_skip: bool  # pass over it where a small paper cannot hold the profile


class Shard(Value):
    """One of several builds that share a plan: `number`, from 1, of `count`."""

    number: int = 1
    count: int = 1

    def cut(self, files: int, settings: int) -> Mapping[int, range]:
        """Return which settings of which files are this shard's, all by their indexes.

        The leaflets of all files stand in one row, which is cut into stretches that differ by one leaflet
        at the most; so a file is read by as few shards as can be, and no file need be read to cut.
        """
        total = files * settings
        start, stop = (total * number // self.count for number in (self.number - 1, self.number))
        return {
            index: range(max(start - index * settings, 0), min(stop - index * settings, settings))
            for index in range(start // settings, -(-stop // settings))
        }


WHOLE = Shard()


def plan(
    sources: Sequence[Source],
    variants: Variants,
    folder: Path,
    stretches: Mapping[Path, range] | None = None,
) -> tuple[Job, ...]:
    """Return a job for each source, profile and paper, in that order; each writes a file of its own.

    `stretches` says which of the settings are wanted of each source, by its path; without it all are.
    """
    settings = variants.settings
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
        for profile, paper in (settings if stretches is None else _of(settings, stretches[source.path]))
    )


def _of(settings: Sequence[tuple[str, str]], stretch: range) -> Sequence[tuple[str, str]]:
    return settings[stretch.start : stretch.stop]
