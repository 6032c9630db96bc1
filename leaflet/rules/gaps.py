"""Rules C102 and C103: the panel of gaps stays honest."""

import re
from collections.abc import Iterable

from leaflet.coverage import Coverage, coverage
from leaflet.model import Topic
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Pattern
from leaflet.rules.rule import Hit, rule

_SOURCE = "UK HMR 2012 Schedule 27"
_NO_REASON = Pattern(
    r"^\W*(?:n/?a|none|todo|tb[acd]|unknown|because|not needed|not relevant|later|\w{1,4})\W*$", re.IGNORECASE
)


def _coverage(manuscript: Manuscript) -> tuple[Coverage, ...]:
    return coverage(manuscript.monograph)


@rule(
    "C102",
    "a silence that silences nothing",
    reason="a reason kept for a gap that is gone, or given twice, misleads the next editor",
    bad="not_covered: [{topic: uses, reason: given in hospital only}], beside a section uses",
    good="not_covered: [{topic: driving, reason: given in hospital only}]",
    source=_SOURCE,
    english=False,
)
def idle_silence(manuscript: Manuscript) -> Iterable[Hit]:
    """Find silenced topics that are covered, or silenced twice."""
    entries = manuscript.recall(_coverage)
    uncovered = {entry.item.topic for entry in entries if entry.place is None}
    seen: set[Topic] = set()
    for silence in manuscript.monograph.not_covered:
        if silence.topic in seen or silence.topic not in uncovered:
            said = "silenced twice" if silence.topic in seen else "covered, or the panel never names it"
            yield Hit(
                message=f"the topic {silence.topic} is {said}",
                hint="take this entry out",
                span=silence.span_of("topic"),
            )
        seen.add(silence.topic)


@rule(
    "C103",
    "a gap silenced without a reason",
    reason="a gap may be left out of the panel only for a reason that a reader of the file can judge",
    bad="not_covered: [{topic: driving, reason: n/a}]",
    good="not_covered: [{topic: driving, reason: given in hospital only}]",
    source=_SOURCE,
    english=False,
    severity="error",
)
def silence_reason(manuscript: Manuscript) -> Iterable[Hit]:
    """Find reasons that give none."""
    for silence in manuscript.monograph.not_covered:
        if _NO_REASON.match(silence.reason):
            yield Hit(
                message=f"{silence.reason!r} is no reason to leave {silence.topic} out of the panel of gaps",
                hint="write why the patient need not know",
                span=silence.span_of("reason"),
            )


RULES = (idle_silence, silence_reason)
