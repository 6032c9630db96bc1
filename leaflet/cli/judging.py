"""Judge monographs for `leaflet check`: by the rules, by what a page can set, and beside each other."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.diagnostics import Finding, Span
from leaflet.files import is_stream
from leaflet.values import Value, altered

if TYPE_CHECKING:
    from leaflet.cli.check_tables import Report


class Judged(Value, kw_only=True):
    """What was found about one file; what its leaflets would be called, "" where it is no monograph."""

    path: Path
    findings: tuple[Finding, ...]
    stem: str = ""
    report: "Report | None" = None


class Judge(Value, kw_only=True):
    """How to judge: on which day, how strictly, by which codes, and whether to measure the words."""

    on: datetime.date
    strict: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    measures: bool

    def one(self, path: Path) -> Judged:
        """Return what is found about one file; raises `OSError` where it cannot be read."""
        from leaflet.batch.soundness import stem_of
        from leaflet.batch.sources import read_bytes
        from leaflet.read import read_with_pictures
        from leaflet.rules import check
        from leaflet.settable import unsettable

        monograph, mistakes = read_with_pictures(read_bytes(path), path)
        if monograph is None:
            return Judged(path=path, findings=_placed(mistakes, path))
        words = check(monograph, on=self.on, strict=self.strict, select=self.select, ignore=self.ignore)
        found = (*words, *self._wanted(unsettable(monograph)))
        report = None
        if self.measures:
            from leaflet.cli.check_tables import Report

            report = Report(monograph, self.on)
        stem = "" if is_stream(path) else stem_of(monograph.id, monograph.language)
        return Judged(path=path, findings=_placed(found, path), stem=stem, report=report)

    def together(self, judged: Sequence[Judged]) -> tuple[Finding, ...]:
        """Return a finding for each name that two monographs would both give their leaflets."""
        from leaflet.batch.sources import clash

        named: dict[str, list[Path]] = {}
        for each in judged:
            if each.stem:
                named.setdefault(each.stem, []).append(each.path)
        found = [clash(stem, paths) for stem, paths in named.items() if len(paths) > 1]
        return tuple(self._wanted(found))

    def _wanted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield what no rule on words found, of the codes that are asked for."""
        for finding in findings:
            is_chosen = not self.select or finding.code.startswith(self.select)
            if is_chosen and not (self.ignore and finding.code.startswith(self.ignore)):
                yield altered(finding, severity="error") if self.strict else finding


def _placed(findings: Iterable[Finding], path: Path) -> tuple[Finding, ...]:
    whole = Span.of_file(str(path))
    return tuple(altered(finding, span=finding.span or whole) for finding in findings)


_EACH = "S114"  # asks for a signature under every sentence, and says of each the same


def gathered(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings for people to read: of a language that no rule reads, one a file with their number."""
    shown: list[Finding] = []
    unread: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code != _EACH or finding.signed_by or finding.span is None:
            shown.append(finding)
            continue
        alike = unread.setdefault(finding.span.path, [])
        if not alike:
            shown.append(finding)
        alike.append(finding)
    return [
        _of_many(unread[finding.span.path])
        if finding.code == _EACH and not finding.signed_by and finding.span is not None
        else finding
        for finding in shown
    ]


def _of_many(alike: Sequence[Finding]) -> Finding:
    first = alike[0]
    if len(alike) == 1 or first.span is None:
        return first
    lines = dict.fromkeys(str(each.span.line) for each in alike if each.span is not None)
    return altered(
        first,
        message=f"no rule here reads this language: {len(alike)} of its sentences need a signature each",
        hint="have a pharmacist who reads the language sign for each with 'leaflet accept', on lines "
        + ", ".join(lines),
    )
