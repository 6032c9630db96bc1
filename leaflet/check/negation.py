"""Whether "not" reaches an act: over adverbs, and along a list of acts joined by "or"."""

import re

from leaflet.check.patterns import Pattern

ADVERBS = (
    "just|ever|simply|suddenly|abruptly|also|either|even|really|immediately|quickly|normally|usually"
    "|yourself"
    "|generally|then|still|always|only|alone|on your own|by yourself|intentionally|deliberately"
    "|accidentally"
)
# What may stand between "not" and the act it forbids: other acts of the same list, joined by "or".
COORDINATED = (
    r"change|changing|alter|altering|adjust|adjusting|reduce|reducing|increase|increasing|lower|lowering"
    "|raise"
    "|raising|halve|halving|double|doubling|skip|skipping|miss|missing|stop|stopping|start|starting"
    "|take|taking|use"
    r"|using|give|share|cut|split|crush|restart|two|both|one|\d+|next|day|double|given|more|less|extra"
    "|fewer|higher|lower|dose|med"
    "|it|them|this|the|your|a|an|any|or|and|nor|,|how|much"
    "|many|often|than|prescribed|too|in|of|for|longer|up|down|out|off|by|half|run|forget|advice|advised"
    "|told|doctor|'s|without|speaking|talking|first|asking|checking|with"
)
_GRANTED = (
    "safe|wise|advisable|recommended|necessary|sensible|good|idea|ok|right|best|a|the|allowed|need|have"
    "|to|be"
    "|you|attempt|try|trying|for|agree|want|advise|recommend|let"
)
_NEGATORS = (
    r"\b(?:(?:do|does|did|must|should|shall|may|can|could|need|will|would|are|is|be|been|have|has|or"
    r"|and|,|but|if possible|definitely)? ?"
    r"(?:not|never)|nor|neither|avoid|avoids|avoiding|without|rather than|instead of|against|unsafe"
    r"|dangerous|harmful|risky|unwise|no one should|nobody should|no patient should)"
)
_NEGATED = Pattern(rf"{_NEGATORS}(?P<fill>(?: (?:{ADVERBS}|{_GRANTED}|{COORDINATED}|to)){{0,16}}) $")
# "Do not drink alcohol or stop taking it": "or" carries the negation over any short words.
_NEGATED_OR = Pattern(
    r"\b(?:(?:do|must|should|can|may|shall) not|not to|never)(?: (?!(?:if|when|because|but|so|unless|then"
    r"|and)\b)[\w']+,?){1,12}"
    rf" (?:or|nor)(?: (?:{ADVERBS}))* $"
)
_WHY_NOT = Pattern(r"\b(?:why|whether or|not only|or)(?: do| not)?$")
_JOINS = Pattern(rf"(?:\b(?:or|nor|and|to|be|,)|^)(?: (?:{ADVERBS}))*$")
_BARE_FILL = Pattern(rf"^(?: (?:{ADVERBS}|{_GRANTED}|try|start|take))*$")
_LATER_OR = Pattern(r"\b(?:or|nor)\b")

_WAY_OUT = Pattern(r"\b(?:unless|until|except (?:if|when|for)|for (?:more|longer) than)\b")
_SOUND_WAY_OUT = Pattern(
    r"\bdoctor\b|\b(?:told|advised|directed|instructed|asked|prescribed|recommended|agreed|medical)\b"
    r"|\b(?:finish\w{0,4}|complet\w{1,3}|end of|used up|all of it|all of them|time for"
    r"|you have (?:talked|spoken|checked))\b"
)


def negated(left: str, right: str) -> bool:
    """Tell whether the words left of an act forbid it."""
    if _NEGATED_OR.search(left):
        return True
    negated = _NEGATED.search(left)
    if negated is None or _WHY_NOT.search(left[: negated.start()].rstrip()):
        return False
    fill = negated["fill"]
    if _BARE_FILL.match(fill):
        return True
    if fill.endswith(","):
        return bool(_LATER_OR.search(right[:80]))
    return bool(_JOINS.search(fill))


def leaves_way_out(right: str) -> bool:
    """Tell whether a prohibition ends in an exception that is the patient's own to judge."""
    clause = re.split(r"[.;!?]", right, maxsplit=1)[0]
    way_out = _WAY_OUT.search(clause)
    return bool(way_out and not _SOUND_WAY_OUT.search(clause, way_out.start()))
