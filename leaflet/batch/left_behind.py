"""What an earlier build made and this one does not: of monographs refused now, or for another region."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from leaflet.batch.make_one import Result
from leaflet.batch.plan import Variants
from leaflet.batch.record import Record
from leaflet.batch.soundness import stem_of
from leaflet.batch.sources import Refusal, read_bytes
from leaflet.batch.survey import Order
from leaflet.files import is_stream
from leaflet.read.skim import skim


def left_behind(
    folder: Path, variants: Variants, refusals: Iterable[Refusal], results: Iterable[Result]
) -> tuple[Path, ...]:
    """Return the files that this build would have replaced, and did not."""
    wanted = [path for refusal in refusals for path in _outputs(refusal.path, folder, variants)]
    wanted += [each.job.output for each in results if each.failure is not None]
    return tuple(dict.fromkeys(path for path in wanted if path.is_file()))


def _outputs(monograph: Path, folder: Path, variants: Variants) -> Iterator[Path]:
    """Yield the files of a refused monograph, as far as it can be read who it is."""
    try:
        named = None if is_stream(monograph) else skim(read_bytes(monograph))
    except OSError:
        return
    if named is not None:
        yield from (folder / f"{stem_of(*named)}{setting.ending}" for setting in variants.settings)


def of_other_regions(order: Order, record: Record, results: Iterable[Result]) -> dict[str, list[str]]:
    """Return what stands in the folder of the same monographs for other regions, file names by region."""
    made = {each.entry.file: each.entry for each in results if each.entry is not None}
    monographs = {entry.monograph for entry in made.values()}
    found: dict[str, list[str]] = {}
    for name, note in sorted(record.notes.items()):
        if note.entry is None or note.withdrawn or name in made or note.entry.monograph not in monographs:
            continue
        if note.entry.region != (order.variants.region or "") and (order.folder / name).is_file():
            found.setdefault(note.entry.region, []).append(name)
    return found
