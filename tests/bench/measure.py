"""Time the engines turn by turn on leaflets new to both, and take the medians."""

import io
import statistics
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from time import perf_counter

from pypdf import PdfReader

from leaflet.compose import compose
from leaflet.languages import language_of
from leaflet.making import make
from leaflet.model import Monograph
from leaflet.profiles import PROFILES
from tests.bench.corpus import monographs
from tests.bench.html import html_source, weasyprint_engine
from tests.bench.peers import typst_engine, typst_source
from tests.bench.platypus import platypus_engine, platypus_source

_WARM_UP = 10  # leaflets made before the clock runs, so that each engine has its typefaces ready


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What an engine did: medians of seconds and bytes a leaflet, and the pages of the last one."""

    seconds: float
    bytes: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Both engines at one profile, on the same leaflets."""

    profile: str
    points: float
    leaflets: int
    ours: Tally
    theirs: Tally

    @property
    def ratio(self) -> float:
        """How many leaflets Leaflet makes in the time in which Typst makes one."""
        return self.theirs.seconds / self.ours.seconds


def compare(profile: str, *, leaflets: int, seed: int, paper: str = "a4", rival: str = "Typst") -> Comparison:
    """Make `leaflets` leaflets by both engines, in turn first and second; each leaflet is new to both."""
    engines = (_Leaflet(profile, paper), RIVALS[rival](profile, paper))
    # Each profile has leaflets of its own: words shaped for one size need not be shaped for another.
    corpus = monographs(f"{seed} {profile}")
    for number, monograph in enumerate(islice(corpus, _WARM_UP + leaflets)):
        for engine in engines if number % 2 else engines[::-1]:
            engine.make(monograph)
    ours, theirs = engines
    return Comparison(
        profile=profile,
        points=PROFILES[profile].body,
        leaflets=leaflets,
        ours=ours.tally(),
        theirs=theirs.tally(),
    )


class _Engine(ABC):
    """One engine at one profile, with the time each leaflet took and the last file."""

    def __init__(self, profile: str, paper: str) -> None:
        self.profile = profile
        self.paper = paper
        self._times: list[float] = []
        self._sizes: list[int] = []
        self._pdf = b""

    def make(self, monograph: Monograph) -> None:
        """Make a leaflet and note the time; what the engine is given is prepared before the clock runs."""
        job = self.prepared(monograph)
        start = perf_counter()
        self._pdf = job()
        self._times.append(perf_counter() - start)
        self._sizes.append(len(self._pdf))

    def tally(self) -> Tally:
        """Return the medians of what was made after the warm-up."""
        return Tally(
            seconds=statistics.median(self._times[_WARM_UP:]),
            bytes=round(statistics.median(self._sizes[_WARM_UP:])),
            pages=len(PdfReader(io.BytesIO(self._pdf)).pages),
        )

    @abstractmethod
    def prepared(self, monograph: Monograph) -> Callable[[], bytes]:
        """Return what makes the leaflet."""


class _Leaflet(_Engine):
    def prepared(self, monograph: Monograph) -> Callable[[], bytes]:
        return lambda: make(monograph, profile=self.profile, paper=self.paper).pdf


class _Typst(_Engine):
    def __init__(self, profile: str, paper: str) -> None:
        super().__init__(profile, paper)
        self._compile = typst_engine()

    def prepared(self, monograph: Monograph) -> Callable[[], bytes]:
        language = language_of(monograph.language)
        assert language is not None
        # Composed, not laid out: a layout would shape these words and so do part of Leaflet's turn.
        document = compose(monograph, language, None)
        source = typst_source(document, self.profile, self.paper)
        return lambda: self._compile(source)


class _WeasyPrint(_Engine):
    def __init__(self, profile: str, paper: str) -> None:
        super().__init__(profile, paper)
        self._print = weasyprint_engine()

    def prepared(self, monograph: Monograph) -> Callable[[], bytes]:
        language = language_of(monograph.language)
        assert language is not None
        source = html_source(compose(monograph, language, None), self.profile, self.paper)
        return lambda: self._print(source)


class _Platypus(_Engine):
    def __init__(self, profile: str, paper: str) -> None:
        super().__init__(profile, paper)
        self._build = platypus_engine()

    def prepared(self, monograph: Monograph) -> Callable[[], bytes]:
        language = language_of(monograph.language)
        assert language is not None
        source = platypus_source(compose(monograph, language, None), self.profile, self.paper)
        return lambda: self._build(source)


RIVALS: dict[str, type[_Engine]] = {"Typst": _Typst, "WeasyPrint": _WeasyPrint, "Platypus": _Platypus}
PACKAGES = {"Platypus": "reportlab"}
"""The packages of rivals that are not called as their packages are."""
"""The engines that Leaflet is compared with, by name."""
