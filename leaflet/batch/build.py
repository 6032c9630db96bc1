"""Build one leaflet: read its monograph, make it, and write it whole or not at all."""

from dataclasses import dataclass

from leaflet.batch.entries import PROOF, Entry, entry_of
from leaflet.batch.failures import Failure, failure_of
from leaflet.batch.plan import Job
from leaflet.batch.sources import load_monograph, understood
from leaflet.diagnostics import Finding
from leaflet.files import write_whole
from leaflet.making import make
from leaflet.model import Monograph
from leaflet.paper import PAPERS

# What is refused because the paper is small: lines too short, a word or a panel too large for it.
_DOES_NOT_FIT = {"L001", "L003", "L004", "L005"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a job: a file of so many pages; or a failure, which may just mean passed over."""

    job: Job
    entry: Entry | None = None
    failure: Failure | None = None
    skipped: bool = False
    unchanged: bool = False  # nothing was made: the file is already as it should be

    @property
    def pages(self) -> int:
        """The pages of the file; 0 where there is none."""
        return self.entry.pages if self.entry else 0

    @property
    def sheets(self) -> int:
        """The sheets of the file; 0 where there is none."""
        return self.entry.sheets if self.entry else 0


def build(job: Job) -> Result:
    """Do a job and return its result; whatever goes wrong is in it, and the old file stays."""
    return written(*made(job))


def written(result: Result, pdf: bytes) -> Result:
    """Write a leaflet that was made, and return its result."""
    job = result.job
    if result.failure is None:
        try:
            write_whole(job.output, pdf, safe_from_power_cuts=False)
        except (OSError, MemoryError) as error:
            return Result(job=job, failure=failure_of(error, f"writing {job.output}"))
    return result


def try_out(job: Job) -> Result:
    """Make a leaflet in memory and return its result, writing nothing."""
    return made(job)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A job with its monograph's bytes: all that a machine without the files needs."""

    job: Job
    data: bytes


def made_afar(parcel: Parcel) -> tuple[Result, bytes]:
    """Make a leaflet from a parcel and return its result and its bytes, for another to write."""
    return made(parcel.job, parcel.data)


def made(job: Job, data: bytes | None = None) -> tuple[Result, bytes]:
    """Make a leaflet and return its result and its bytes, b"" where it could not be made.

    `data` are the monograph's bytes, where its file is not at hand.
    """
    try:
        path = job.source.path
        monograph = load_monograph(path) if data is None else understood(data, str(path))
        if monograph.sha256 != job.source.sha256:
            sentence = f"{job.source.path} changed while it was being built; build it again"
            return Result(job=job, failure=Failure(sentence=sentence)), b""
        leaflet = make(monograph, profile=job.profile, paper=job.paper, region=job.region, colour=job.colour)
    except Exception as error:  # noqa: BLE001 - one bad leaflet stops nothing else
        failure = failure_of(error, f"making {job.output.name} from {job.source.path}")
        skipped = job.may_skip and _paper_is_too_small(job, failure)
        return Result(job=job, failure=failure, skipped=skipped), b""
    proved, broken = _verified(leaflet.pdf, monograph) if job.verify else (PROOF, ())
    if broken:
        return Result(job=job, failure=Failure(findings=broken)), b""
    return Result(job=job, entry=entry_of(job, monograph, leaflet, proved)), leaflet.pdf


def _verified(pdf: bytes, monograph: Monograph) -> tuple[str, tuple[Finding, ...]]:
    """Put a finished file through every rule; return a summary, and the rules it breaks."""
    from leaflet.prove.results import findings_of
    from leaflet.prove.verify import verify_bytes

    report = verify_bytes(pdf, monograph)
    return f"{report.count('pass')} of {len(report.results)} rules of leaflet verify pass", findings_of(
        report
    )


def _paper_is_too_small(job: Job, failure: Failure) -> bool:
    """Tell whether the leaflet was refused for its small paper alone.

    Large print is set on A4 or Letter, not squeezed onto less; what these cannot hold is no matter of
    paper, but a fault in the content.
    """
    codes = {finding.code for finding in failure.findings}
    return bool(codes) and codes <= _DOES_NOT_FIT and PAPERS[job.paper].size.width < PAPERS["a4"].size.width
