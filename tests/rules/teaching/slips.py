"""One-word slips that make a safe sentence dangerous: what a tired editor's hand does."""

import re
from collections.abc import Iterator

_DOCTOR = r"(?=(?:your|a|the) (?:doctor|pharmacist|nurse|dentist|clinic))"
_SLIPS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\b(?:[Dd]o not|[Nn]ever) (?=[a-z])", ""),
        (r"\b(?:must|should) not\b", "may"),
        (r"\bcannot\b", "can"),
        (
            r"\b(?:immediately|right away|straight away|at once|as soon as possible|without delay)\b",
            "when it suits you",
        ),
        (
            r"\b(?:immediately|right away|straight away|at once|as soon as possible|without delay)\b",
            "one of these days",
        ),
        (r"(?<!to )(?<!not )\b(tell|ask|call|contact|talk to|speak to|see|ring) " + _DOCTOR, r"do not \1 "),
        (r"\b(?:Tell|Ask|Call|Contact|Talk to|Speak to|See|Ring) (?:your|a|the)", "Do not bother your"),
        (r"\bAlways (?=[a-z])", "Never "),
        (r"\bmust (?!not)", "need not "),
        (r"\bshould (?!not)", "need not "),
        (r"\b[Ii]t is important\b", "it is not important"),
        (r"\b[Mm]ake sure that you do not\b", "make sure that you"),
        (r"\bunless (your|the) doctor\b", r"even if \1 doctor"),
        (r"\bwithout (talking|speaking|asking|checking)", r"instead of \1"),
        (r"\bDo not wait\b", "Wait"),
        (r"\b(dangerous|harmful)\b", r"not \1"),
        (r"\bkeep taking\b", "stop taking"),
        (r"\bKeep taking\b", "Stop taking"),
        (r"\bslowly\b", "suddenly"),
        (r"\bgradually\b", "overnight"),
        (r"\b(?:smaller|lower) dose\b", "bigger dose"),
        (r"\bless of it\b", "more of it"),
        (r"\bmore (sleepy|dizzy)\b", r"less \1"),
        (r"\b(worse|stronger)\b", "milder"),
        (r"\b(?:raise|increase)s? the risk\b", "lowers the risk"),
        (r"\bbefore you (?=take|use|start|drive|drink|stop|breastfeed|change|have)", "after you "),
        (r"\bunless\b", "if"),
        (r"\bunless\b", "especially if"),
        (r"\beven if\b", "only if"),
        (r"\b[Ww]ith (the|a) (syringe|spoon|spacer)\b", r"without \1 \2"),
        (r"\bthe same day\b", "the same year"),
        (r"\b(?:at once|straight away|immediately)\b", "next month"),
        (r"\b(?:emergency|medical) help\b", "some advice in due course"),
        (r"\bNobody\b", "Everybody"),
        (r"\bNever\b", "Always"),
        (r"\bAvoid\b", "Have"),
        (r"\bOnly your doctor\b", "Not only your doctor"),
        (r"\bOnly\b(?= (?:a|the|your) (?:doctor|nurse))", "Not only"),
        (r"\b(your|a) doctor(?= (?:will|can|may|should|has|tells))", r"\1 friend"),
        (r"\bif your doctor (?:agrees|approves|says so)\b", "whatever your doctor says"),
        (r"\bout of the (sight and )?reach\b", "within the reach"),
        (r"\b[Dd]o not forget\b", "Forget"),
        (r"\b[Rr]emember to\b", "Forget to"),
    )
)


def endangered(words: str) -> Iterator[str]:
    """Yield a safe sentence with each of the slips that fit it; some leave it harmless, as slips do."""
    for pattern, instead in _SLIPS:
        slipped = pattern.sub(instead, words, count=1)
        if slipped != words:
            yield slipped[:1].upper() + slipped[1:]
