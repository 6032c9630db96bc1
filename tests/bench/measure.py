"""Time the engines turn by turn on leaflets new to all, and take the medians.

A turn is twenty leaflets: an engine that has just made way for the others first finds its own code and data
gone from the processor's caches, which no batch and no counter ever meets. The time is the processor's, of
all threads of this process, so that other programs on the machine change little; garbage is collected as
rarely as the program's own processes do.
"""

import gc
import io
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from time import process_time

from pypdf import PdfReader

from leaflet.api import make
from leaflet.model import Monograph
from leaflet.profiles import PROFILES
from leaflet.program import ROUNDS
from tests.bench.rivals import RIVALS, document_of
from tests.bench.varied import monographs

OURS = "Leaflet"
_TURN = 20  # leaflets; the first turn of each engine does not count, it has its typefaces to get ready


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What an engine did: medians of seconds and bytes a leaflet, and the pages of the last one."""

    seconds: float
    bytes: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All engines at one profile, on the same leaflets."""

    profile: str
    points: float
    new_words: bool
    leaflets: int
    tallies: Mapping[str, Tally]  # by engine, ours first

    def ratio(self, rival: str) -> float:
        """Return how many leaflets Leaflet makes in the time in which the rival makes one."""
        return self.tallies[rival].seconds / self.tallies[OURS].seconds


def compare(
    profile: str,
    *,
    leaflets: int,
    seed: int,
    rivals: Sequence[str],
    new_words: bool = False,
    paper: str = "a4",
) -> Comparison:
    """Make `leaflets` leaflets by all engines, each as often first as last; each leaflet is new to all."""
    gc.set_threshold(*ROUNDS)
    engines = [_Leaflet(profile, paper), *(_Rival(name, profile, paper) for name in rivals)]
    # Each profile has leaflets of its own: words shaped for one size need not be shaped for another.
    corpus = monographs(f"{seed} {profile}", new_words=new_words)
    for turn, batch in enumerate(_batches(islice(corpus, _TURN + leaflets))):
        first = turn % len(engines)
        for engine in (*engines[first:], *engines[:first]):
            engine.take_turn(batch)
    return Comparison(
        profile=profile,
        points=PROFILES[profile].body,
        new_words=new_words,
        leaflets=leaflets,
        tallies={engine.name: engine.tally() for engine in engines},
    )


def _batches(monographs: Iterator[Monograph]) -> Iterator[list[Monograph]]:
    while batch := list(islice(monographs, _TURN)):
        yield batch


class _Engine:
    """One engine at one profile, with the time each leaflet took and the last file."""

    def __init__(self, name: str, profile: str, paper: str) -> None:
        self.name = name
        self.profile = profile
        self.paper = paper
        self._times: list[float] = []
        self._sizes: list[int] = []
        self._pdf = b""

    def take_turn(self, batch: Sequence[Monograph]) -> None:
        """Make leaflets and note the times; what the engine is given is prepared before the clock runs."""
        for job in [self.prepared(monograph) for monograph in batch]:
            start = process_time()
            self._pdf = job()
            self._times.append(process_time() - start)
            self._sizes.append(len(self._pdf))

    def tally(self) -> Tally:
        """Return the medians of what was made after the warm-up."""
        return Tally(
            seconds=statistics.median(self._times[_TURN:]),
            bytes=round(statistics.median(self._sizes[_TURN:])),
            pages=len(PdfReader(io.BytesIO(self._pdf)).pages),
        )

    def prepared(self, monograph: Monograph) -> Callable[[], bytes]:
        """Return what makes the leaflet."""
        raise NotImplementedError


class _Leaflet(_Engine):
    def __init__(self, profile: str, paper: str) -> None:
        super().__init__(OURS, profile, paper)

    def prepared(self, monograph: Monograph) -> Callable[[], bytes]:
        return lambda: make(monograph, profile=self.profile, paper=self.paper).pdf


class _Rival(_Engine):
    def __init__(self, name: str, profile: str, paper: str) -> None:
        super().__init__(name, profile, paper)
        self._rival = RIVALS[name]
        self._print = self._rival.engine()

    def prepared(self, monograph: Monograph) -> Callable[[], bytes]:
        # Composed, not laid out: a layout would shape these words and so do part of Leaflet's turn.
        source = self._rival.source(document_of(monograph), self.profile, self.paper)
        return lambda: self._print(source)
