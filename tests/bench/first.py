"""Compare first builds: a folder of monographs that all differ, and one process that makes them all.

Leaflet reads YAML, checks it against all content rules, composes, sets, proves and writes each leaflet, with
manifest and record. Typst is given sources that are ready, of the same words, and does nothing but typeset
them. The time is CPU seconds of the whole process (POSIX only).
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from leaflet.read import load
from tests.bench.folders import write_monographs
from tests.bench.measure import OURS
from tests.bench.processes import lines_of, used
from tests.bench.rivals import RIVALS, document_of

_ONE, _FOUR = ("standard",), ("standard", "clear", "large", "aph")
RIVAL = "Typst"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstBuild:
    """What an engine's process took for so many monographs in so many profiles."""

    engine: str
    monographs: int
    profiles: int
    cpu: float  # seconds
    peak: int  # bytes that were resident

    @property
    def each(self) -> float:
        """CPU seconds a leaflet."""
        return self.cpu / (self.monographs * self.profiles)


def first_builds(count: int, seed: int) -> list[FirstBuild]:
    """Build `count` monographs in one profile and in four, by Leaflet and by Typst, each process once."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_monographs(folder / "content", count, seed)
        found = []
        for profiles in (_ONE, _FOUR):
            found.append(_ours(folder, count, profiles))
            if RIVALS[RIVAL].version:
                found.append(_theirs(folder, count, profiles))
        return found


def _ours(folder: Path, count: int, profiles: Sequence[str]) -> FirstBuild:
    wished = [part for profile in profiles for part in ("--profile", profile)]
    build = [sys.executable, "-m", "leaflet", "build", str(folder / "content"), *wished, "-j", "1"]
    took = used([*build, "-o", str(folder / f"dist-{len(profiles)}")])
    return FirstBuild(engine=OURS, monographs=count, profiles=len(profiles), cpu=took.cpu, peak=took.peak)


def _theirs(folder: Path, count: int, profiles: Sequence[str]) -> FirstBuild:
    sources = folder / f"sources-{len(profiles)}"
    sources.mkdir()
    for path in sorted((folder / "content").iterdir()):
        document = document_of(load(path))
        for profile in profiles:
            source = RIVALS[RIVAL].source(document, profile, "a4")
            (sources / f"{path.stem}-{profile}").write_bytes(source)
    (line,) = lines_of(RIVAL, sources, 1)
    took = used(line)
    return FirstBuild(engine=RIVAL, monographs=count, profiles=len(profiles), cpu=took.cpu, peak=took.peak)
