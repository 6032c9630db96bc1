"""Survey a build: which leaflets it comes to, with no more reading than it takes to know that.

A monograph is skimmed for what names its leaflets, which takes a hundredth of the time of reading it; it
is read and checked by the worker that makes its leaflets. Only those are read beforehand that cannot be
skimmed, or that seem to ask for the same names: of these, the sound ones decide.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from leaflet.batch.entries import program_digest
from leaflet.batch.failures import Failure
from leaflet.batch.plan import WHOLE, Job, Shard, Variants, plan
from leaflet.batch.record import Record
from leaflet.batch.soundness import Asked, stem_of
from leaflet.batch.sources import CLASH, Refusal, Source, read_bytes, read_source, told_apart
from leaflet.batch.workers import Crew, Task
from leaflet.files import is_stream
from leaflet.model.typed_values import LONGEST_ID
from leaflet.pictures import sum_of
from leaflet.values import Value, field

Listener = Callable[[int, int, str], None]
"""Is told how many are done, of how many, and the name of the last."""


_LONGEST_STEM = LONGEST_ID + len("-abc")


class Order(Value, kw_only=True):
    """What a build was asked for."""

    paths: tuple[Path, ...]
    folder: Path
    folders: tuple[Path, ...] = ()  # of monographs, of those that were named
    asked: Asked
    variants: Variants = field(default_factory=Variants)
    shard: Shard = WHOLE
    force: bool = False  # make what need not be made, too
    prune: bool = False  # delete what an earlier build made of monographs that are gone


class Survey(Value, kw_only=True):
    """The leaflets of a build in the order of the plan, and the monographs that have none."""

    jobs: tuple[Job, ...]
    refusals: tuple[Refusal, ...]
    stems: Mapping[Path, str]  # what each monograph that could be read calls its leaflets, of all parts


def survey(order: Order, record: Record, crew: Crew, listen: Listener) -> Survey:
    """Return what an order comes to.

    A shard refuses the same clashes as the whole, though it reads only what it builds and what seems to
    clash with that.
    """
    cut = order.shard.cut(len(order.paths), len(order.variants.settings))
    stretches = {order.paths[index]: stretch for index, stretch in cut.items()}
    crew.begin(sum(map(len, stretches.values())) - (0 if order.force else len(record.notes)))
    found = {path: _glance(path, order, record) for path in order.paths}
    found |= _read([path for path, each in found.items() if each is None], order, crew, listen)
    makers = Counter(each.stem for each in found.values() if isinstance(each, Source))
    wanted = {each.stem for path in stretches if isinstance(each := found[path], Source)}
    rivals = {
        path: each
        for path, each in found.items()
        if isinstance(each, Source) and makers[each.stem] > 1 and each.stem in wanted
    }
    found |= _read([path for path, each in rivals.items() if each.sound is None], order, crew, listen)
    heard = [
        each for path, each in found.items() if each is not None and (path in stretches or path in rivals)
    ]
    sources, refusals = told_apart(heard)
    mine = [source for source in sources if source.path in stretches]
    return Survey(
        jobs=plan(mine, order.variants, order.folder, stretches),
        refusals=tuple(each for each in refusals if each.path in stretches or _is_clash(each)),
        stems={path: each.stem for path, each in found.items() if isinstance(each, Source)},
    )


def _glance(path: Path, order: Order, record: Record) -> Source | Refusal | None:
    """Return what a file seems to hold; None where it must be read to say so."""
    try:
        data = read_bytes(path)
    except OSError:
        return None
    sha256, program = sum_of(data, path.parent), program_digest()
    known = None if order.force else record.sound.get(sha256)
    if known is not None and known.program == program:
        sound = known if known.answers(order.asked, program) else None
        return Source(path=path, sha256=sha256, stem=known.stem, size=len(data), sound=sound)
    from leaflet.read.skim import skim  # where nothing is new, nothing need be read

    named = skim(data)
    stem = stem_of(*named) if named else ""
    if not 0 < len(stem) <= _LONGEST_STEM:  # whoever reads it refuses it
        return None
    return Source(path=path, sha256=sha256, stem=stem, size=len(data))


def _read(
    paths: Sequence[Path], order: Order, crew: Crew, listen: Listener
) -> dict[Path, Source | Refusal | None]:
    task: Task[Path, Source | Refusal] = Task(
        partial(read_source, asked=order.asked, program=program_digest()), _weight, _given_up
    )
    found: dict[Path, Source | Refusal | None] = {path: task.do(path) for path in paths if is_stream(path)}
    files = [path for path in paths if path not in found]
    for done, (index, answer) in enumerate(crew.share(task, files), start=1):
        found[files[index]] = answer
        listen(done, len(files), files[index].name)
    return found


def _weight(_: Path) -> float:
    return 1.0


def _given_up(path: Path, cause: str) -> Refusal:
    return Refusal(path=path, failure=Failure(sentence=f"the worker that read {path} {cause}"))


def _is_clash(refusal: Refusal) -> bool:
    return any(finding.code == CLASH for finding in refusal.failure.findings)
