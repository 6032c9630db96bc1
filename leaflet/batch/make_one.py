"""Build one leaflet: read its monograph, make it, and write it whole or not at all."""

from typing import TYPE_CHECKING, Any

from leaflet.batch.entries import PROOF, Entry, entry_of
from leaflet.batch.failures import Failure, failure_of, failure_to_write
from leaflet.batch.plan import PRINTED, Job
from leaflet.batch.soundness import Asked, Sound, examined, soundness, stem_of
from leaflet.batch.sources import read_bytes
from leaflet.diagnostics import Finding
from leaflet.files import write_whole
from leaflet.paper import PAPERS
from leaflet.values import Value, altered

if TYPE_CHECKING:
    from leaflet.model import Monograph

# What is refused because the paper is small: lines too short, a word or a panel too large for it.
_DOES_NOT_FIT = {"L001", "L003", "L005"}


class Result(Value, kw_only=True):
    """What became of a job: a file of so many pages; or a failure, which may just mean passed over."""

    job: Job
    entry: Entry | None = None
    failure: Failure | None = None
    skipped: bool = False
    unchanged: bool = False  # nothing was made: the file is already as it should be
    refused: bool = False  # nothing at all is made of the monograph
    sound: Sound | None = None  # where the monograph was checked for this

    @property
    def pages(self) -> int:
        """The pages of the file; 0 where there is none."""
        return self.entry.pages if self.entry else 0

    @property
    def sheets(self) -> int:
        """The sheets of the file; 0 where there is none."""
        return self.entry.sheets if self.entry else 0


class Errand(Value, kw_only=True):
    """A job with all that is needed to do it here or elsewhere."""

    job: Job
    program: str  # digest of the program that is to do it
    asked: Asked | None = None  # what to hold the monograph to; None where it is known to be sound
    standing: Result | None = None  # what became of the job before, which holds if the monograph is sound
    data: bytes | None = None  # of the monograph, for a machine without the files


def build(errand: Errand) -> Result:
    """Run an errand and return the job's result; whatever goes wrong is in it, and the old file stays."""
    return written(*made(errand))


def build_briefly(errand: Errand) -> tuple[Any, ...]:
    """Do as `build`, and return what `brief` leaves of the result."""
    return brief(build(errand))


def brief(result: Result) -> tuple[Any, ...]:
    """Return all of a result but its job: the least that one process can tell another."""
    return result.entry, result.failure, result.skipped, result.unchanged, result.refused, result.sound


def told(job: Job, answer: tuple[Any, ...]) -> Result:
    """Return the result of a job from what `brief` left of it."""
    entry, failure, skipped, unchanged, refused, sound = answer
    return Result(
        job=job,
        entry=entry,
        failure=failure,
        skipped=skipped,
        unchanged=unchanged,
        refused=refused,
        sound=sound,
    )


def written(result: Result, data: bytes) -> Result:
    """Write a leaflet that was made, and return its result."""
    job = result.job
    if data and result.failure is None:
        try:
            write_whole(job.output, data, safe_from_power_cuts=False)
        except (OSError, MemoryError) as error:
            return altered(result, entry=None, failure=failure_to_write(error, job.output))
    return result


def try_out(errand: Errand) -> Result:
    """Make a leaflet in memory and return its result, writing nothing."""
    return made(errand)[0]


def made(errand: Errand) -> tuple[Result, bytes]:
    """Return a job's result, and the leaflet's bytes, b"" where none was made."""
    job, asked = errand.job, errand.asked
    monograph = _read(errand)
    if isinstance(monograph, Failure):
        return Result(job=job, failure=monograph, refused=True), b""
    sound = soundness(monograph, strict=asked.strict, program=errand.program) if asked is not None else None
    if errand.standing is not None:
        return altered(errand.standing, sound=sound), b""
    result, data = _made(job, monograph)
    return altered(result, sound=sound), data


def _read(errand: Errand) -> "Monograph | Failure":
    """Return the monograph, checked where that is asked, or why nothing is made of it."""
    source = errand.job.source
    try:
        data = errand.data if errand.data is not None else read_bytes(source.path)
        monograph = examined(data, str(source.path), errand.asked)
    except Exception as error:  # noqa: BLE001 - one bad monograph stops nothing else
        return failure_of(error, f"reading {source.path}")
    if isinstance(monograph, Failure):
        return monograph
    if monograph.sha256 != source.sha256 or stem_of(monograph.id, monograph.language) != source.stem:
        return Failure(sentence=f"{source.path} changed while it was being built; build it again")
    return monograph


def _made(job: Job, monograph: "Monograph") -> tuple[Result, bytes]:
    try:
        entry, data, broken = (_printed if job.form in PRINTED else _in_form)(job, monograph)
    except Exception as error:  # noqa: BLE001 - one bad leaflet stops nothing else
        failure = failure_of(error, f"making {job.output.name} from {job.source.path}")
        skipped = job.may_skip and _paper_is_too_small(job, failure)
        return Result(job=job, failure=failure, skipped=skipped), b""
    if broken:
        return Result(job=job, failure=Failure(findings=broken)), b""
    return Result(job=job, entry=entry), data


_Product = tuple[Entry, bytes, tuple[Finding, ...]]
"""A file's entry, its bytes, and what is wrong with it."""


def _printed(job: Job, monograph: "Monograph") -> _Product:
    from leaflet.batch.prints import printed

    pdf, data, layout = printed(job, monograph)
    proved, broken = _verified(pdf, monograph) if job.verify else (PROOF, ())
    entry = entry_of(
        job,
        monograph,
        data,
        proved,
        pages=len(layout.pages),
        sheets=layout.sheets,
        fill=layout.fill,
        lines_too_many=layout.lines_too_many,
    )
    return entry, data, broken


def _in_form(job: Job, monograph: "Monograph") -> _Product:
    from leaflet.api import composed
    from leaflet.forms import FORMS, proved

    document = composed(monograph, job.region)
    made = FORMS[job.form].write(document, monograph)
    proof, wrong = proved(job.form, document, made, by_reading=job.verify)
    entry = entry_of(job, monograph, made.data, proof, pages=made.pages)
    return entry, made.data, (Finding(code="V014", message=wrong),) if wrong else ()


def _verified(pdf: bytes, monograph: "Monograph") -> tuple[str, tuple[Finding, ...]]:
    """Put a finished file through every rule; return a summary, and the rules it breaks."""
    from leaflet.proof.prove_file import verify_bytes
    from leaflet.proof.results import findings_of

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
    if job.paper not in PAPERS:
        return False
    return bool(codes) and codes <= _DOES_NOT_FIT and PAPERS[job.paper].size.width < PAPERS["a4"].size.width
