"""How a folder of real documents imports: words, losses with their reasons, open fields, time and memory.

    python -m tests.bench.imports FOLDER

Each document is imported in this process, three times; the median counts, beside the bare parse of the same
bytes by lxml or json, in time of the processor. Figures are decoded and not written; the size counts them.
The last lines sum up.
"""

import argparse
import json
import statistics
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

from leaflet.importing.draft import to_yaml
from leaflet.importing.importer import Imported, Wish, import_bytes
from leaflet.importing.refusal import RefusedError
from leaflet.read import read_monograph
from leaflet.values import Value, altered

_ENDINGS = (".xml", ".json", ".html", ".htm", ".docx")


class Trial(Value, kw_only=True):
    """What one document came to."""

    name: str
    size: int
    refused: str = ""
    source: int = 0
    dropped: int = 0
    added: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    open_fields: int = 0
    decisions: int = 0
    reads: bool = False
    seconds: float = 0.0
    bare: float = 0.0
    memory: int = 0

    def line(self) -> str:
        """Return the trial as a row of the table."""
        if self.refused:
            return f"{self.name} | refused: {self.refused}"
        losses = ", ".join(f"{reason} {number}" for reason, number in self.reasons) or "none"
        share = f"{100 * self.dropped / self.source:.1f} %"
        times = f"{self.seconds * 1000:.0f} ({self.bare * 1000:.0f}) ms"
        return (
            f"{self.name} | {self.source} | {self.dropped} ({share}) +{self.added} | {losses} | "
            f"{self.open_fields} | {self.decisions} | {times} | "
            f"{self.memory / max(self.size, 1):.0f}x{'' if self.reads else ' | DOES NOT READ'}"
        )


def trial(path: Path) -> Trial:
    """Return how one document imports."""
    data = path.read_bytes()
    name = f"{path.parent.name}/{path.name}"

    pictures: dict[str, bytes] = {}

    def beside(picture: str) -> bytes:
        found = path.parent / Path(picture).name
        pictures[picture] = found.read_bytes() if found.is_file() else b""
        return pictures[picture]

    try:
        imported = import_bytes(data, path.name, Wish(), beside)
    except RefusedError as refused:
        return Trial(name=name, size=len(data), refused=str(refused)[:80])
    tracemalloc.start()
    import_bytes(data, path.name, Wish(), beside)
    memory = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    size = len(data) + sum(map(len, pictures.values()))
    judged = _judged(name, data, imported, memory, lambda: import_bytes(data, path.name, Wish(), beside))
    return altered(judged, size=size)


def _judged(name: str, data: bytes, imported: Imported, memory: int, again: Callable[[], Imported]) -> Trial:
    reasons: Counter[str] = Counter()
    for entry in imported.entries:
        if entry.kind == "dropped":
            reasons[entry.reason.split(";")[0].split(":")[0][:40]] += len(entry.text.split())
    kinds = Counter(entry.kind for entry in imported.entries)
    monograph, _ = read_monograph(to_yaml(imported.draft).encode(), name)
    return Trial(
        name=name,
        size=len(data),
        source=imported.words.source,
        dropped=imported.words.dropped,
        added=imported.words.added,
        reasons=tuple(reasons.most_common(3)),
        open_fields=kinds["open"],
        decisions=kinds["decision"] + kinds["guessed"],
        reads=monograph is not None,
        seconds=_median(lambda: to_yaml(again().draft)),
        bare=_median(lambda: _bare(data)),
        memory=memory,
    )


def _bare(data: bytes) -> object:
    if data.lstrip()[:1] in (b"{", b"["):
        return json.loads(data)
    return etree.fromstring(data, etree.HTMLParser() if b"<html" in data[:2000].lower() else None)


def _median(act: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        started = time.process_time()
        act()
        times.append(time.process_time() - started)
    return statistics.median(times)


def summary(trials: Sequence[Trial]) -> list[str]:
    """Return the sums over all documents."""
    done = [each for each in trials if not each.refused]
    shares = [each.dropped / each.source for each in done]
    most = 100 * max(shares, default=0)
    times = [1000 * each.seconds for each in done]
    memory = max(each.memory / each.size for each in done)
    words, dropped = sum(each.source for each in done), sum(each.dropped for each in done)
    return [
        f"{len(trials)} documents: {len(done)} drafts, {len(trials) - len(done)} refused",
        f"{sum(each.reads for each in done)} of {len(done)} drafts read",
        f"words {words}, dropped {dropped}, most of one {most:.1f} %",
        f"time median {statistics.median(times):.0f} ms, most {max(times):.0f} ms",
        f"memory at most {memory:.0f} times the file",
    ]


def main() -> None:
    """Import every document of a folder and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    paths = sorted(path for path in parser.parse_args().folder.rglob("*") if path.suffix.lower() in _ENDINGS)
    print("document | words | dropped, added | reasons | open | to decide | time (bare parse) | memory")  # noqa: T201 - a table for a person
    trials = [trial(path) for path in paths]
    for each in trials:
        print(each.line())  # noqa: T201 - as above
    print("\n".join(summary(trials)))  # noqa: T201 - as above


if __name__ == "__main__":
    main()
