"""Two files that claim to be one medicine: nobody could say which of them is meant, so both are blocked."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from leaflet.diagnostics import Finding, Span
from leaflet.serve.medicine import Medicine
from leaflet.values import altered

Name = tuple[str, str]
"""An id and a language without its region."""


def name_of(monograph_id: str, language: str) -> Name:
    """Return what a file is told from another by: two languages of one id are no twins."""
    return monograph_id, language.lower().split("-")[0]


def with_twins_blocked(medicines: Iterable[Medicine], names: Mapping[Path, Name]) -> tuple[Medicine, ...]:
    """Return the medicines by name, each blocked whose id and language another file has, too.

    `names` are those of all files, read or not: a backup copy must not be printed for the real leaflet.
    """
    paths: dict[Name, list[Path]] = {}
    for path, name in names.items():
        paths.setdefault(name, []).append(path)
    found = []
    for each in medicines:
        others = [path for path in paths.get(names[each.path], ()) if path != each.path]
        told = (_twin(each.path, others),) if others else ()
        found.append(each if told == each.told else altered(each, told=told))
    return tuple(sorted(found, key=lambda each: (each.monograph.name.casefold(), each.id, each.path)))


def _twin(path: Path, others: Sequence[Path]) -> Finding:
    return Finding(
        code="O002",
        message=f"{path.name} and {', '.join(other.name for other in others)} have the same id and language",
        hint="take away all but one, or give each monograph an id of its own",
        span=Span.of_file(str(path)),
    )
