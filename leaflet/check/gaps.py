"""Rules C101 to C104: the panel of gaps stays honest."""

import re
from collections.abc import Iterable, Mapping

from leaflet.check.manuscript import Manuscript
from leaflet.check.patterns import Pattern
from leaflet.check.rules import Hit, rule
from leaflet.coverage import Coverage, coverage
from leaflet.model import Topic

_SOURCE = "UK HMR 2012 Schedule 27"
# Words that tell about a topic. "Abuse of drugs or alcohol" in a medical history tells nothing about
# drinking while on the medicine, so alcohol asks for more than its name.
_TOLD: Mapping[Topic, Pattern] = {
    "driving": Pattern(
        r"\b(?:driv(?:e|ing)|us(?:e|ing) (?:machines|tools|machinery))\b",
        re.IGNORECASE,
        needs="drive|driving|machine|tools",
    ),
    "alcohol": Pattern(
        r"\b(?:drink(?:ing)? (?:any )?(?:alcohol|wine|beer)|avoid alcohol|alcohol (?:with|while|can|may"
        r"|makes))\b",
        re.IGNORECASE,
        needs="alcohol|wine|beer",
    ),
    "breastfeeding": Pattern(r"\bbreast-?\s?(?:feed(?:ing)?|fed|milk)\b", re.IGNORECASE, needs="breast"),
    "pregnancy": Pattern(r"\bpregnan(?:t|cy)\b", re.IGNORECASE, needs="pregnan"),
    "children": Pattern(r"\bchild(?:ren)?\b(?!['’]s? (?:reach|sight))", re.IGNORECASE, needs="child"),
    "older_people": Pattern(
        r"\b(?:older (?:people|adults|patients)|the elderly|(?:over|aged) 65)\b",
        re.IGNORECASE,
        needs="older|elderly|65",
    ),
    "missed_dose": Pattern(
        r"\b(?:(?:miss(?:ed)?|forg[eo]t(?:ten)?) (?:a|your|the|to take) )", re.IGNORECASE, needs="miss|forg"
    ),
    "storage": Pattern(
        r"\b(?:stor(?:e|ed|age) (?:it|below|in|at|the)|keep (?:it |them |the \w+ )?(?:below|out of"
        r"|in (?:the|a) (?:fridge|box|pack)))\b",
        re.IGNORECASE,
        needs="stor|keep",
    ),
}
_OUT_OF_REACH = Pattern(r"\breach\b", re.IGNORECASE)
_NO_REASON = Pattern(
    r"^\W*(?:n/?a|none|todo|tb[acd]|unknown|because|not needed|not relevant|later|\w{1,4})\W*$", re.IGNORECASE
)


def _coverage(manuscript: Manuscript) -> tuple[Coverage, ...]:
    return coverage(manuscript.monograph)


@rule(
    "C101",
    "a topic told under another",
    reason="the panel of gaps goes by topics: it would say that the leaflet does not tell what it does tell",
    bad="under precautions: Do not drive if you feel sleepy.",
    good="a section with topic: driving, that says: Do not drive if you feel sleepy.",
    source=_SOURCE,
)
def told_elsewhere(manuscript: Manuscript) -> Iterable[Hit]:
    """Find words about a topic that the panel of gaps would name as not covered."""
    open_topics = {entry.item.topic for entry in manuscript.recall(_coverage) if entry.is_gap}
    for topic, pattern in _TOLD.items():
        if topic not in open_topics:
            continue
        for passage in manuscript.passages_for(pattern):
            match = pattern.search(passage.plain)
            if match and not (topic == "children" and _OUT_OF_REACH.search(passage.plain)):
                yield Hit(
                    message=f"{match.group()!r} tells about {topic}, and the panel of gaps will deny it",
                    hint=f"move it to a section with topic: {topic}, or silence the topic with a reason",
                    span=passage.locate(*match.span()),
                )
                break


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


@rule(
    "C104",
    "a language whose words nobody checked",
    reason="the rules that read sentences know English; in another language a dangerous one would pass",
    bad="language: es",
    good="language: en, or a pharmacist who reads the language and --ignore C104",
    source="House rule: this program says what it cannot check",
    english=False,
)
def unread_language(manuscript: Manuscript) -> Iterable[Hit]:
    """Find monographs in a language that the sentence rules cannot read."""
    if not manuscript.is_english:
        yield Hit(
            message=f"no rule here reads sentences in {manuscript.monograph.language!r}, only in English",
            hint="have the words checked by a pharmacist who reads the language",
            span=manuscript.monograph.span_of("language"),
        )


RULES = (told_elsewhere, idle_silence, silence_reason, unread_language)
