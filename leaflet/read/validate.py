"""Typed values to a `Monograph`: what the model's table refuses becomes a finding at its place."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.inline import Text
from leaflet.intake.characters import MENDING, describe, strangers
from leaflet.intake.folding import fold
from leaflet.model import Monograph
from leaflet.read.problems import did_you_mean, quoted
from leaflet.read.reading import REFUSED, Reading, Wording
from leaflet.read.shapes import node_reader
from leaflet.source import LocatedStr, SourceText
from leaflet.values import altered

_MOST_NAMES = 20  # in a hint


def validate(root: Any, source: SourceText | None) -> tuple[Monograph | None, tuple[Finding, ...]]:
    """Return the monograph that the values make, or None and every reason why they make none."""
    to = Reading(source)
    made = node_reader(Monograph)(to, root, None, None)
    for name, wording in _unknown_sources(to, root):
        to.report(wording, name.span if isinstance(name, LocatedStr) else None)
    if made is REFUSED or to.findings:
        return None, tuple(to.findings)
    return (altered(made, open_fields=tuple(to.open)) if to.open else made), ()


def _unknown_sources(to: Reading, root: Any) -> Iterator[tuple[str, Wording]]:
    """Yield each name of a source that the monograph does not give, also where other things are wrong."""
    given = root.get("sources") if isinstance(root, dict) else None
    if not isinstance(given, dict) or not given:
        return
    names = ", ".join(quoted(name) for name in islice(given, _MOST_NAMES))
    for name in to.named:
        if name not in given:
            message = f"the source {quoted(name)} is not among the monograph's sources"
            hint = did_you_mean(name, given) or f"add it under 'sources', where there are: {names}"
            yield name, Wording("M020", message, hint)


def plain_values(values: Any) -> tuple[Any, tuple[Finding, ...]]:
    """Return values of a program as an author would type them, and the characters that cannot be printed.

    These are texts in their one spelling, lists and mappings; None says that a key is not there.
    """
    findings: list[Finding] = []
    return _plain(values, findings), tuple(dict.fromkeys(findings))


def _plain(value: Any, findings: list[Finding]) -> Any:
    if isinstance(value, Mapping):
        kept = {key: each for key, each in value.items() if each is not None}
        return {_plain(key, findings): _plain(each, findings) for key, each in kept.items()}
    if isinstance(value, list | tuple):
        return [_plain(each, findings) for each in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    words = str(value.typed if isinstance(value, Text) else value)
    findings += [
        Finding(
            code="M033",
            message=f"the character {describe(stranger.character)} cannot be printed",
            hint=MENDING[stranger.trouble],
        )
        for stranger in strangers(words)
    ]
    return fold(words).text
