"""What goes along with one reading: the mistakes found so far, the sources named, the fields left open."""

from typing import Any, NamedTuple

from leaflet.diagnostics import Finding, Span
from leaflet.model import OpenField
from leaflet.read.problems import problem
from leaflet.source import LocatedDict, LocatedList, LocatedStr, SourceText

Holder = dict[str, Any] | list[Any] | None
"""The mapping or list that a value stands in; None for the file as a whole."""
Step = str | int | None
"""The key or index at which it stands there."""


class Wording(NamedTuple):
    """What a finding says; `span` only where the mistake stands inside the value."""

    code: str
    message: str
    hint: str
    span: Span | None = None


class Refused:
    """What stands for a value that could not be read; why is among the findings."""


REFUSED = Refused()


class Reading:
    """Collects what reading one file comes upon."""

    def __init__(self, source: SourceText | None) -> None:
        self.source = source  # None for values made in a program
        self.findings: list[Finding] = []
        self.named: list[str] = []  # names of sources, where they are used
        self.open: list[OpenField] = []

    def refuse(self, wording: Wording, value: Any, holder: Holder, step: Step) -> Refused:
        """Note why a value cannot be read."""
        self.report(wording, wording.span or place_of(value, holder, step))
        return REFUSED

    def refuse_key(self, wording: Wording, holder: Holder, step: str) -> Refused:
        """Note what is wrong with a key itself."""
        self.report(wording, key_span(holder, step))
        return REFUSED

    def report(self, wording: Wording, span: Span | None) -> None:
        """Note a mistake at a place."""
        code, message, hint, _ = wording
        if self.source is None or span is None:
            self.findings.append(Finding(code=code, message=message, hint=hint))
        else:
            self.findings.append(problem(self.source, code, span, message, hint))

    def leave_open(self, value: Any, holder: Holder, step: Step) -> None:
        """Note a field whose value nobody has stated yet."""
        self.open.append(OpenField(key=str(step), span=place_of(value, holder, step)))


def place_of(value: Any, holder: Holder, step: Step) -> Span | None:
    """Return the place to point at: the value; its key where it is empty; else what it stands in."""
    if value == "" and isinstance(step, str):
        found = key_span(holder, step)
        if found is not None:
            return found
    for each in (value, holder):
        if isinstance(each, LocatedStr | LocatedDict | LocatedList):
            return each.span
    return None


def key_span(holder: Holder, step: str) -> Span | None:
    """Return where a key was typed; the place of its mapping where it was not."""
    if isinstance(
        step, LocatedStr
    ):  # the key as it was typed: a file of strange keys is not searched for each
        return step.span
    return (holder.span_of(step) or holder.span) if isinstance(holder, LocatedDict) else None
