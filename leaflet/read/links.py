"""What one part of a monograph says of another: sources named and given, warnings of different kinds.

This looks at the values as typed, not at the model, so that it also sees a file with other mistakes.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.model import IDENTIFIER_PATTERN
from leaflet.read.problems import did_you_mean, problem, quoted
from leaflet.source import LocatedDict, LocatedList, LocatedStr, SourceText

_MOST_NAMES = 20  # in a hint


def check_links(root: Any, source: SourceText) -> tuple[Finding, ...]:
    """Return a finding for each source that is named but not given, and each warning given twice."""
    if not isinstance(root, LocatedDict):
        return ()
    return (*_unknown_sources(root, source), *_repeated_warnings(root, source))


def _unknown_sources(root: LocatedDict, source: SourceText) -> Iterator[Finding]:
    given = root.get("sources")
    if not isinstance(given, LocatedDict) or not given:
        return
    names = ", ".join(quoted(name) for name in islice(given, _MOST_NAMES))
    for name in _source_names(root):
        if name not in given and re.fullmatch(IDENTIFIER_PATTERN, name):
            message = f"the source {quoted(name)} is not among the monograph's sources"
            hint = did_you_mean(name, given) or f"add it under 'sources', where there are: {names}"
            yield problem(source, "M020", name.span, message, hint)


def _source_names(value: Any) -> Iterator[LocatedStr]:
    if isinstance(value, LocatedList):
        for item in value:
            yield from _source_names(item)
    elif isinstance(value, LocatedDict):
        for key, item in value.items():
            if key == "source" and isinstance(item, LocatedStr):
                yield item
            else:
                yield from _source_names(item)


def _repeated_warnings(root: LocatedDict, source: SourceText) -> Iterator[Finding]:
    first: dict[str, LocatedStr] = {}
    warnings = root.get("warnings")
    for warning in warnings if isinstance(warnings, LocatedList) else ():
        kind = warning.get("kind") if isinstance(warning, LocatedDict) else None
        if not isinstance(kind, LocatedStr) or not kind:
            continue
        if kind in first:
            message = f"a second warning of the kind {quoted(kind)}: the first is at {first[kind].span}"
            yield problem(source, "M021", kind.span, message, "put the two into one")
        first.setdefault(kind, kind)
