"""What a proof says: judgements of rules, with what was required and measured, and where."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from leaflet.diagnostics import Finding
from leaflet.proof.reading.painted_marks import Box
from leaflet.values import Value

Verdict = Literal["pass", "fail", "not proved"]
RuleVerdict = Literal["pass", "fail", "not proved", "does not apply"]
"""A rule that has nothing to measure does not apply; one that cannot measure has not proved anything."""

REMADE = "V901"
"""The code of the rule that makes a leaflet again."""


class Place(NamedTuple):
    """A place on a page, the page counted from 1; without a box, the page as a whole."""

    page: int
    box: Box | None = None


class Fault(NamedTuple):
    """One thing that breaks a rule: what was measured, and where."""

    measured: str
    place: Place | None = None


class Judgement(NamedTuple):
    """What one rule finds in one file; without faults it passes, where it could measure something."""

    required: str
    measured: str
    faults: tuple[Fault, ...] = ()
    unproved: str = ""  # why it could not be measured
    applies: bool = True

    @property
    def verdict(self) -> RuleVerdict:
        """The verdict: a fault outweighs all else."""
        if self.faults:
            return "fail"
        if self.unproved:
            return "not proved"
        return "pass" if self.applies else "does not apply"


def judged(required: str, measured: str, faults: Iterable[Fault] = ()) -> Judgement:
    """Return a judgement that passes where there are no faults."""
    return Judgement(required, measured, tuple(faults))


def nothing_to_judge(required: str, why: str) -> Judgement:
    """Return the judgement of a rule that finds nothing it is about."""
    return Judgement(required, why, applies=False)


def not_measured(required: str, why: str) -> Judgement:
    """Return the judgement of a rule that lacks what it would judge by."""
    return Judgement(required, "not measured", unproved=why)


class Result(Value, kw_only=True):
    """A rule's judgement, with the rule's code, title and source."""

    code: str
    title: str
    group: str
    source: str
    judgement: Judgement

    @property
    def verdict(self) -> RuleVerdict:
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
    def verdict(self) -> Verdict:
        """The verdict on the file: a broken rule fails it, and only what was all measured passes.

        A leaflet that was made again and came out the same is proved, whatever rule had nothing to
        measure by.
        """
        if self.unreadable or self.failures:
            return "fail"
        said = {result.code: result.verdict for result in self.results}
        if REMADE in said:
            return "pass" if said[REMADE] == "pass" else "not proved"
        return "pass" if said and "not proved" not in said.values() else "not proved"

    @property
    def unproved(self) -> tuple[Result, ...]:
        """The rules that could not be measured."""
        return tuple(result for result in self.results if result.verdict == "not proved")

    def count(self, verdict: RuleVerdict) -> int:
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
