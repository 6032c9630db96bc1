"""What a proof says: judgements of rules, with what was required and measured, and where."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from leaflet.diagnostics import Finding
from leaflet.prove.reading.marks import Box
from leaflet.values import Value

Verdict = Literal["pass", "fail", "needs a person"]


class Place(NamedTuple):
    """A place on a page, the page counted from 1; without a box, the page as a whole."""

    page: int
    box: Box | None = None


class Fault(NamedTuple):
    """One thing that breaks a rule: what was measured, and where."""

    measured: str
    place: Place | None = None


class Judgement(NamedTuple):
    """What one rule finds in one file; without faults it passes, unless only a person can tell."""

    required: str
    measured: str
    faults: tuple[Fault, ...] = ()
    person: str = ""  # what a person has to look at

    @property
    def verdict(self) -> Verdict:
        """The verdict: a fault outweighs the need for a person."""
        if self.faults:
            return "fail"
        return "needs a person" if self.person else "pass"


def judged(required: str, measured: str, faults: Iterable[Fault] = ()) -> Judgement:
    """Return a judgement that passes where there are no faults."""
    return Judgement(required, measured, tuple(faults))


class Result(Value, kw_only=True):
    """A rule's judgement, with the rule's code, title and source."""

    code: str
    title: str
    group: str
    source: str
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        """The judgement's verdict."""
        return self.judgement.verdict


class Identity(Value, kw_only=True):
    """What a file says it is, in words; "" where it does not say."""

    title: str = ""
    monograph: str = ""
    version: str = ""
    profile: str = ""
    paper: str = ""
    region: str = ""
    pages: int = 0


class Report(Value, kw_only=True):
    """All that was found about one file; `unreadable` says why there are no results."""

    name: str
    identity: Identity
    results: tuple[Result, ...]
    unreadable: str = ""

    @property
    def failures(self) -> tuple[Result, ...]:
        """The rules that the file breaks."""
        return tuple(result for result in self.results if result.verdict == "fail")

    @property
    def passes(self) -> bool:
        """Tell whether the file could be read and breaks no rule."""
        return not self.unreadable and not self.failures

    def count(self, verdict: Verdict) -> int:
        """Return how many rules have a verdict."""
        return sum(result.verdict == verdict for result in self.results)


def findings_of(report: Report) -> tuple[Finding, ...]:
    """Return a report's failures as findings, one a rule: what a build says of a file it does not keep."""
    if report.unreadable:
        return (Finding(code="V628", message=f"the finished file cannot be read back: {report.unreadable}"),)
    return tuple(
        Finding(
            code=result.code,
            message=f"{result.title[:1].lower()}{result.title[1:]}: {_worst(result.judgement)}",
            hint=f"see 'leaflet explain {result.code}'",
        )
        for result in report.failures
    )


def _worst(judgement: Judgement) -> str:
    first, *others = judgement.faults
    page = f"page {first.place.page}: " if first.place else ""
    return f"{page}{first.measured}" + (f", and {len(others)} more" if others else "")
