"""Slips that make a safe sentence dangerous: what a tired editor's hand, or a bad one, does to one word."""

import re
from collections.abc import Iterator

_WHO = r"(?:doctor|pharmacist|nurse|dentist|clinic|midwife|consultant|specialist|prescriber|GP)"
_NOW = (
    r"\b(?:immediately|right away|straight away|at once|as soon as possible|without delay|now|today"
    r"|the same day)\b"
)
_HARMS = r"(?=(?:cause|make|harm|affect|lead|bring|raise|be (?:dangerous|harmful|serious)))"
_ORDERS = (
    "take|use|keep|store|wash|shake|swallow|finish|tell|ask|call|wait|leave|put|give|rinse|drink|eat|check"
    "|measure|read|carry|follow|wear|stop|go|get|have|start|remove|close|throw|return|continue|avoid|see|talk"
    "|speak|stay|remember|apply|change|lower|protect|cover"
)
_LATER = ("when it suits you", "one of these days", "in due course", "next month", "later")
_SLIPS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        # "not" lost
        (r"\b(?:[Dd]o not|[Nn]ever|[Dd]on['’]t) (?=[a-z])", ""),
        (r"\b(must|should|may|can|will) (?:not|never)\b", r"\1"),
        (r"\b(?:must|should) not\b", "may"),
        (r"\bcannot\b", "can"),
        (r"\b(is|are|does|do|was|has|have) not\b", r"\1"),
        (r"\b(is|are|does|was)n['’]t\b", r"\1"),
        (r"\bno (?=more|other|alcohol)", ""),
        # "not" put in
        (r"\b(must|should|can|may|will|could) (?!not|never|be not)(?=[a-z])", r"\1 not "),
        (r"\b(is|are) (?=(?:important|dangerous|harmful|serious|necessary|safe|likely|the)\b)", r"\1 not "),
        (rf"^(?=(?i:{_ORDERS}) )", "Do not "),
        (rf"(?<=, )(?=(?:{_ORDERS}) )", "do not "),
        (rf"\bcan {_HARMS}", "cannot "),
        (rf"\bmay {_HARMS}", "will never "),
        # always and never
        (r"\bAlways (?=[a-z])", "Never "),
        (r"\balways (?=[a-z])", "never "),
        (r"\bNever\b", "Always"),
        (r"\bnever\b", "always"),
        (r"\bNobody\b", "Everybody"),
        (r"\b[Nn]o one\b", "anyone"),
        # a duty lost
        (r"\b(?:must|should) (?!not|never)", "need not "),
        (r"\b[Yy]ou need to\b", "you need not"),
        (r"\bneeds? (?=(?:a doctor|help|medical|to be))", "does not need "),
        (r"\b[Ii]t is (?:very )?important\b", "it is not important"),
        (r"\b[Ii]t is (?:very )?important to\b", "there is no need to"),
        (r"\b[Mm]ake sure that you do not\b", "make sure that you"),
        (r"\b[Mm]ake sure\b", "do not mind whether"),
        (rf"\b(?=(?:tell|ask|call|contact|talk to|speak to|see|ring) (?:your|a|the) {_WHO})", "do not "),
        (r"\b(?:Tell|Ask|Call|Contact|Talk to|Speak to|See|Ring) (?=your|a |the )", "Do not bother "),
        (r"\b(?:[Rr]emember to|[Bb]e sure to)\b", "forget to"),
        (r"\b[Dd]o not forget\b", "forget"),
        # when
        *((_NOW, later) for later in _LATER),
        (r"\b[Bb]efore\b", "after"),
        (r"\b[Aa]fter\b", "before"),
        (r"\buntil\b", "before"),
        (r"\b[Aa]s soon as\b", "long after"),
        (r"\b[Uu]nless\b", "if"),
        (r"\bunless\b", "especially if"),
        (r"\b[Ii]f\b", "unless"),
        (r"\b[Ee]ven if\b", "only if"),
        (r"\beven (?=when|if)", "except "),
        (r"\b[Ww]hile\b", "except while"),
        (r"\bonly if\b", "even if"),
        (r"\bonly (?:if|when|after)\b", "not only when"),
        # more and less
        (r"\bno more than\b", "no less than"),
        (r"\bat least\b", "at most"),
        (r"\bno longer than\b", "no shorter than"),
        (r"\bless than\b", "more than"),
        (r"\bmore than\b", "less than"),
        (r"\bmore (?=[a-z])", "less "),
        (r"\bless (?=[a-z])", "more "),
        (r"\b(?:smaller|lower)\b", "higher"),
        (r"\b(?:higher|larger|bigger)\b", "lower"),
        (r"\b(?:worse|stronger)\b", "milder"),
        (r"\b(?:raise|increase)s?\b", "lowers"),
        (r"\b(?:lower|reduce)s?\b", "raise"),
        (r"\bslowly\b", "suddenly"),
        (r"\bgradually\b", "overnight"),
        (r"\bsudden(ly)?\b", r"slow\1"),
        (r"\bstep by step\b", "in one step"),
        (r"\bserious\b", "trifling"),
        (r"\b(?:dangerous|harmful)\b", "harmless"),
        (r"\bsafe\b", "dangerous"),
        (r"\b(dangerous|harmful|serious)\b", r"not \1"),
        (r"\bout of (?:the )?(sight and )?reach\b", r"within the \1reach"),
        (r"\bwhole\b", "crushed"),
        (r"\bin one piece\b", "in small pieces"),
        # acts turned round
        (r"\bKeep (?=taking|using)|\bContinue (?=taking|using)", "Stop "),
        (r"\bkeep (?=taking|using)|\bcontinue (?=taking|using)", "stop "),
        (r"\b[Ss]top (?=taking|using)", "keep "),
        (r"\b[Ss]top\b", "start"),
        (r"\b[Ss]tart(?=ing|s)?\b", "stop"),
        (r"\b[Aa]void\b", "enjoy"),
        (r"\b[Ss]kip the missed\b", "double the missed"),
        (r"\b[Ff]inish\b", "abandon"),
        (r"\b[Ll]ock\b", "leave"),
        (r"\bmissed (?=dose|tablet)", "extra "),
        (r"\b[Ww]ith (?=(?:the|a|your) )", "without "),
        (r"\b[Ww]ithout (?=(?:the|a|your|food|[a-z]+ing)\b)", "with "),
        (r"\bwithout (talking|speaking|asking|checking)", r"instead of \1"),
        # who
        (rf"\b[Oo]nly (?=(?:your|a|the) {_WHO})", "Not only "),
        (rf"\b(your|a|the) {_WHO}(?= (?:will|can|may|should|has|tells|agrees|says|decides))", r"\1 friend"),
        (rf"\b(your|a|the) {_WHO}\b", r"\1 neighbour"),
        (r"\bif your doctor (?:agrees|approves|says so)\b", "whatever your doctor says"),
        (r"\b[Yy]our doctor (?=will|may|can|decides)", "you "),
        (r"\b(?:emergency|medical) help\b", "some advice in due course"),
        (r"\bunless (your|the) doctor\b", r"even if \1 doctor"),
        # by which way, and how often
        (r"\beyes?\b", "ear"),
        (r"\bears?\b", "eye"),
        (r"\bskin\b", "mouth"),
        (r"\bmouth\b", "eye"),
        (r"\bswallow\b", "chew"),
        (r"\binhale\b", "swallow"),
        (r"\bunder the skin\b", "into a vein"),
        (r"\bweekly\b", "daily"),
        (r"\bonce a week\b", "once a day"),
        (r"\bempty\b", "full"),
        (r"\bclean\b", "dirty"),
        (r"\bdry\b", "wet"),
        (r"\bcold\b", "hot"),
        (r"\bnew\b", "used"),
    )
)  # fmt: skip


def endangered(words: str) -> tuple[str, ...]:
    """Return a safe sentence with each of the slips that fit it; some leave it harmless, as slips do."""
    return tuple(dict.fromkeys(_slipped(words)))


def _slipped(words: str) -> Iterator[str]:
    for pattern, instead in _SLIPS:
        slipped = " ".join(pattern.sub(instead, words, count=1).split())
        if slipped != words and slipped:
            yield re.sub(
                r"(?<=Do not )[A-Z]", lambda first: first[0].lower(), slipped[:1].upper() + slipped[1:]
            )
