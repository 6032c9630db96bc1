"""Whether words that speak of stopping or changing a medicine prompt the patient to do it.

They do not where they are negated, where a doctor directs, where they only describe, and where they
ask. What looks negated but opens a way out ("do not stop unless you feel sick") does prompt. Every
search looks at a bounded window beside the act, so that the work stays linear on any text.
"""

import re

from leaflet.check.acts import Found
from leaflet.check.direction import directed
from leaflet.check.negation import ADVERBS, COORDINATED, leaves_way_out, negated
from leaflet.check.patterns import Pattern

_WINDOW = 300  # characters of the canonical sentence looked at on either side

_AUXILIARIES = (
    "have|had|has|having|do|did|does|not|are|is|was|were|been|be|being|want|wants|wanted|wish|wishes"
    "|decide|decides|decided|need"
    "|needs|plan|planning|try|tries|trying|choose|intend|would|like|to|going|think|thinking|of|about"
    "|that|must|should|can"
    "|could|may|might|will|start|feel|tempted|able|ready|cannot|you|they|ought|worried|prefer"
)
_SUBJECT = (
    "you|people|patients|anyone|someone|somebody|they|we|i|he|she|your child|your baby|a person|adults"
    "|children"
    "|it|med|the dose|your dose|some people|many people|doctor"
)
_DESCRIBED = Pattern(
    r"(?:(?<!so )\b(?:if|when|whenever|before|after|while|because|since|unless|whether|how|once|in case"
    r"|why|until|as|what|where"
    rf"|than if|what happens if|(?:if|when|before|after) [a-z]{{1,12}}) (?:{_SUBJECT})"
    rf"|\b(?:who|which|medicines that|med that|how to|whether to|when to|why to|what to do to))"
    rf"(?:(?: (?:{_AUXILIARIES}|{ADVERBS})){{0,8}}|(?: (?:{_AUXILIARIES}|{ADVERBS}"
    rf"|{COORDINATED})){{1,14}} (?:or|nor|and)(?: (?:{ADVERBS}))?) $"
)
_CONDITION_AND = Pattern(r"(?:^|, )(?:if|when|once) you\b[^,.;:!?]{0,80}\b(?:and|or)(?: then)? $")
_INNOCENT_TO = Pattern(
    r"\b(?:dangerous|unsafe|harmful|risky|wrong|unwise|bad|told|asked|advised|instructed|tempted|temptation"
    r"|tempting|unable|hard|difficult|decision|reason|reasons|deciding|wanting|wishing|hoping|planning"
    r"|doctor"
    r"|trying|due|refuse|illegal|a mistake|urge|when and how|how|whether|you|plan|ready|not|impossible"
    r"|time comes|help you|them|her|him|want|wants|like|wish) to $"
)
_WANTS = Pattern(
    r"\b(?:may|might|can|could|should|will) (?:want|wish|like|choose|decide|prefer) to $|(?:(?:allow"
    r"|permit|let)s?|enables?) you to $"
)
_DOCTOR = Pattern(r"\bdoctor\b")
_DOCTOR_ASKED = Pattern(
    r"\b(?:ask|talk|speak|check|consult|contact|see|tell|discuss|agree|call|phone|plan|decide|advice"
    r"|help|advise\w?)\b[^.;!?]{0,60}\bdoctor\b"
)

_ADVISED_GERUND = Pattern(
    r"(?:\b(?:try|consider|recommend\w{0,3}|suggest\w{0,3}|advise|worth|think about|start|keep|begin"
    r"|mind|how about|what about"
    r"|go ahead with|benefit from|feel better (?:by|after)|answer is|best thing is|solution is|help"
    r"|fine about|means)"
    r"|(?<!caused )(?<!triggered )(?<!worse )(?<!about )(?<!on )(?<!off )(?<!started )\bby)(?: (?:just"
    r"|simply|slowly|gradually|then))? $"
)
_PRAISED = Pattern(
    r"^(?:[^.;:!?,]{0,40})? (?:is|are|will be|can be|would be)(?: (?:usually|perfectly|quite|completely"
    r"|often|always|generally|the|a))*"
    r" (?:fine|ok|safe|best|helpful|good|harmless|all right|no problem|answer|easy|simple|right|sensible)\b"
    r"|^[^.;:!?,]{0,40} (?:(?:usually|often|always|will|can|may) )?(?:helps?|works|clears|cures?"
    r"|(?:will )?make you (?:feel )?better|does no harm|will not (?:hurt|harm))\b"
)

_HARMLESS = Pattern(
    r"\bunlikely to (?:harm|hurt|do harm|be a problem|cause (?:any )?(?:harm|problems?))\b"
    r"|\b(?:not|no|nothing|never|hardly) (?:\w+ )?(?:mind|care|matters?|hurts?|harm|harms|object|problem"
    r"|happens?|happen|difference|worse)\b"
    r"|\b(?<!not )(?:it|that|this|which|you|things?) (?:is|are|will be|would be"
    r"|should be) (?:perfectly |quite |completely |absolutely |usually |all |also |totally |just )*"
    r"(?:fine|ok|safe|harmless|right|allowed|acceptable|sensible|reasonable|permitted)\b"
)
_UNASKED = Pattern(
    r"\b(?:need not|does not need to|not have to) (?:be told|know|be asked)\b|\b(?:no need|not need"
    r"|not have|not necessary|unnecessary|without needing|without having) to (?:ask|tell|see|talk|speak"
    r"|check|consult|inform|wait|contact|call)\b"
    r"|\bwithout (?:asking|telling|seeing|talking|speaking|checking|consulting|informing"
    r"|contacting) (?:to |with )?doctor\b"
)
_QUESTION = Pattern(r"\? ?$")
_RHETORICAL = Pattern(r"^(?:why (?:not|do not)|how about|what about|feeling|want a)\b")
_CANNOT_ACT = Pattern(
    r"(?:^|[,;:.] |\band )(?:(?:the|your|a|an|these|those|this|it|they|some|most|many|all|side"
    r"|symptoms?|pain|spasms?|effects?"
    r"|bleeding|breathing|vomiting|hiccups|fits|seizures|both) )(?!\bmed\b)(?:(?!you\b|people\b"
    r"|patients\b|please\b|call\b"
    r"|tell\b|take\b)[\w']+ ){0,10}$"
)
_NOUN_BEFORE = Pattern(r"\b(?:a|an|full|bus|next|last|sudden|complete|abrupt|come to the) $")


_THAT_DOSE = Pattern(r"^(?!.*\bnext\b).*\b(?:that|the|it|one|missed|forgotten|dose should be)\b")
_MISSED = Pattern(
    r"\b(?:missed|forgotten|forgot|late)\b|\bnext dose (?:at|when)\b|\b(?:usual|right|normal) time\b"
)
_SUBORDINATED = Pattern(r"\b(?:if|when|whether|once|before|after|until|unless|how|why|because) $")


def prompts(canonical: str, found: Found) -> bool:
    """Tell whether the act found prompts the patient to do it on their own."""
    left = canonical[max(0, found.start - _WINDOW) : found.start]
    right = canonical[found.end : found.end + _WINDOW]
    if _asks(canonical, left, right):
        return False
    if found.form != "release" and negated(left, right):
        return leaves_way_out(right)
    if _UNASKED.search(left[-120:]) or _UNASKED.search(right[:120]):
        return True
    if directed(left, right):
        return False
    if found.act == "skip" and _makes_good(left, right, canonical[found.start : found.end]):
        return False
    if found.form == "gerund":
        return bool(_ADVISED_GERUND.search(left) or _PRAISED.search(right)) or _harmless(left, right)
    return _harmless(left, right) or not _described(left, right, found, canonical)


def _harmless(left: str, right: str) -> bool:
    return bool(_HARMLESS.search(left[-120:]) or _HARMLESS.search(right[:120]))


def _asks(canonical: str, left: str, right: str) -> bool:
    if not _QUESTION.search(canonical[-3:]) or _RHETORICAL.search(canonical[:40]):
        return False
    return not any(mark in right[:-1] for mark in ".!") and len(left) < _WINDOW


def _makes_good(left: str, right: str, act: str) -> bool:
    """Tell whether a dose to skip is one that was missed already: "skip that dose", and go on as usual."""
    return bool(_THAT_DOSE.search(act)) and bool(_MISSED.search(left) or _MISSED.search(right))


def _described(left: str, right: str, found: Found, canonical: str) -> bool:
    if _DESCRIBED.search(left) or (found.form == "passive" and _SUBORDINATED.search(left)):
        return True
    condition = _CONDITION_AND.search(left)
    if condition and re.match(r"[^.;:!?]{0,80},", right):
        return True
    if left.endswith("to "):
        if _WANTS.search(left):
            return False
        purpose = re.search(r"(?:^|[,;:.] )to $", left)
        if purpose:
            return bool(_DOCTOR.search(right))
        return bool(_INNOCENT_TO.search(left) or _DOCTOR_ASKED.search(left))
    bare = found.act == "stop" and " " not in canonical[found.start : found.end]
    return bare and bool(_CANNOT_ACT.search(left) or _NOUN_BEFORE.search(left))
