"""Build one leaflet: read its monograph, make it, and write it whole or not at all."""

from dataclasses import dataclass

from leaflet.batch.failures import Failure, failure_of
from leaflet.batch.plan import Job
from leaflet.batch.sources import load_monograph
from leaflet.files import write_whole
from leaflet.making import Leaflet, make
from leaflet.paper import PAPERS

# What is refused because the paper is small: lines too short, a word or a panel too large for it.
_DOES_NOT_FIT = {"L001", "L003", "L004", "L005"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a job: a file of so many pages; or a failure, which may just mean passed over."""

    job: Job
    pages: int = 0
    sheets: int = 0
    failure: Failure | None = None
    skipped: bool = False


def build(job: Job) -> Result:
    """Do a job and return its result; whatever goes wrong is in it, and the old file stays."""
    try:
        leaflet = _made(job)
    except Exception as error:  # noqa: BLE001 - one bad leaflet stops nothing else
        failure = failure_of(error, f"making {job.output.name} from {job.source.path}")
        return Result(job=job, failure=failure, skipped=job.may_skip and _paper_is_too_small(job, failure))
    if leaflet is None:
        sentence = f"{job.source.path} changed while it was being built; build it again"
        return Result(job=job, failure=Failure(sentence=sentence))
    try:
        write_whole(job.output, leaflet.pdf)
    except OSError as error:
        return Result(job=job, failure=failure_of(error, f"writing {job.output}"))
    return Result(job=job, pages=leaflet.pages, sheets=leaflet.sheets)


def _made(job: Job) -> Leaflet | None:
    """Return the leaflet; None where the monograph is no longer the one that was planned with."""
    monograph = load_monograph(job.source.path)
    if monograph.sha256 != job.source.sha256:
        return None
    return make(monograph, profile=job.profile, paper=job.paper, region=job.region, colour=job.colour)


def _paper_is_too_small(job: Job, failure: Failure) -> bool:
    """Tell whether the leaflet was refused for its small paper alone.

    Large print is set on A4 or Letter, not squeezed onto less; what these cannot hold is no matter of
    paper, but a fault in the content.
    """
    codes = {finding.code for finding in failure.findings}
    return bool(codes) and codes <= _DOES_NOT_FIT and PAPERS[job.paper].size.width < PAPERS["a4"].size.width
