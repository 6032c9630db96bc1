"""Located values to a `Monograph`: what the model refuses becomes a finding at its place."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from leaflet.diagnostics import Finding
from leaflet.model import Monograph
from leaflet.read.problems import closest, problem
from leaflet.read.slips import Slip, locate
from leaflet.read.wording import word
from leaflet.source import SourceText

_MANY_KEYS = 100  # a mapping of more is no slip of the pen, and comparing them all takes long


def validate(root: Any, source: SourceText) -> tuple[Monograph | None, tuple[Finding, ...]]:
    """Return the monograph that the values make, or None and every reason why they make none."""
    try:
        return Monograph.model_validate(root), ()
    except ValidationError as slips:
        errors = slips.errors(include_url=False, include_input=False)
        return None, tuple(_findings(root, source, errors))


def _findings(root: Any, source: SourceText, errors: list[Any]) -> Iterator[Finding]:
    for error in errors:
        slip = locate(root, error)
        if not _follows_from_another(slip):
            wording = word(slip)
            yield problem(source, wording.code, wording.span or slip.span, wording.message, wording.hint)


def _follows_from_another(slip: Slip) -> bool:
    """Tell whether the slip is only the echo of one that is reported anyway.

    A list is "too short" where its items are wrong, and a key is missing where it is mistyped. Characters
    that are refused were found at their places before the model saw them.
    """
    if slip.kind == "missing" and slip.holder is not None and len(slip.holder) <= _MANY_KEYS:
        known = slip.model.model_fields
        return any(closest(key, known) == slip.key for key in slip.holder if key not in known)
    return slip.kind == "character" or (slip.kind == "too_short" and bool(slip.value))
