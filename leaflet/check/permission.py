"""Whether words that speak of stopping or changing a medicine prompt the patient to do it.

They do not where they are negated, where a doctor directs, where they only describe, and where they
ask. What looks negated but opens a way out ("do not stop unless you feel sick") does prompt. Every
search looks at a bounded window beside the act, so that the work stays linear on any text.
"""

import re

from leaflet.check.acts import Found

_WINDOW = 300  # characters of the canonical sentence looked at on either side

_ADVERBS = (
    "just|ever|simply|suddenly|abruptly|also|either|even|really|immediately|quickly|normally|usually|yourself"
    "|generally|then|still|always|only|alone|on your own|by yourself|intentionally|deliberately|accidentally"
)
_AUXILIARIES = (
    "have|had|has|having|do|did|does|not|are|is|was|were|been|be|being|want|wants|wanted|wish|wishes|decide|decides|decided|need"
    "|needs|plan|planning|try|tries|trying|choose|intend|would|like|to|going|think|thinking|of|about|that|must|should|can"
    "|could|may|might|will|start|feel|tempted|able|ready|cannot|you|they|ought|worried|prefer"
)
# What may stand between "not" and the act it forbids: other acts of the same list, joined by "or".
_COORDINATED = (
    "change|changing|alter|altering|adjust|adjusting|reduce|reducing|increase|increasing|lower|lowering|raise"
    "|raising|halve|halving|double|doubling|skip|skipping|miss|missing|stop|stopping|start|starting|take|taking|use"
    "|using|give|share|cut|split|crush|restart|two|both|one|more|less|extra|fewer|higher|lower|dose|med|it|them|this|the|your|a|an|any|or|and|nor|,|how|much"
    "|many|often|than|prescribed|too|in|of|for|longer|up|down|out|off|by|half|run|forget|advice|advised|told|doctor|'s|without|speaking|talking|first|asking|checking|with"
)
_GRANTED = "safe|wise|advisable|recommended|necessary|sensible|a good idea|good|idea|ok|right|best|a|the|allowed|need|have|to|be|you|need to|attempt|try|trying|for you|agree|want|advise|recommend|let"
_NEGATORS = (
    r"\b(?:(?:do|does|did|must|should|shall|may|can|could|need|will|would|are|is|be|been|have|has|or|and|,|but|if possible|definitely)? ?"
    r"(?:not|never)|nor|neither|avoid|avoids|avoiding|without|rather than|instead of|against|unsafe|dangerous|harmful|risky|unwise|no one should|nobody should|no patient should)"
)
_NEGATED = re.compile(rf"{_NEGATORS}(?P<fill>(?: (?:{_ADVERBS}|{_GRANTED}|{_COORDINATED}|to)){{0,16}}) $")
# "Do not drink alcohol or stop taking it": "or" carries the negation over any short words.
_NEGATED_OR = re.compile(
    r"\b(?:(?:do|must|should|can|may|shall) not|never)(?: (?!(?:if|when|because|but|so|unless|then|and)\b)[\w']+,?){1,12}"
    rf" (?:or|nor)(?: (?:{_ADVERBS}))* $"
)
_WHY_NOT = re.compile(r"\b(?:why|whether or|not only|or)(?: do| not)?$")
_JOINS = re.compile(rf"(?:\b(?:or|nor|and|to|be|,)|^)(?: (?:{_ADVERBS}))*$")
_BARE_FILL = re.compile(rf"^(?: (?:{_ADVERBS}|{_GRANTED}|try|start|take))*$")
_LATER_OR = re.compile(r"\b(?:or|nor)\b")

_DOCTOR_SAYS = (
    r"(?:tells?|told|says?|said|asks?|asked|advis\w{1,4}|recommend\w{0,3}|wants?|wanted|decid\w{1,3}|thinks?|suggest\w{0,3}"
    r"|instruct\w{0,3}|agrees?|agreed|direct\w{0,3}|prefers?|approv\w{1,3}|confirm\w{0,3}|orders?|ordered)"
)
_MODAL = r"(?:may|might|will|can|could|should|would|must|needs? to|has to|is likely to|is going to|has|is)"
# "Your doctor may lower …": the doctor acts. Not "will not mind if", and no new subject in between.
_DOCTOR_ACTS = re.compile(
    rf"\b(?:doctor|(?:he|she|they)(?= (?:may|might|will|can|could|would|should|tell)))(?: or doctor)?(?: \w+ly)?(?: (?:also|then|usually|probably))?"
    rf" (?:{_MODAL}(?: (?:also|then|usually|first|slowly|gradually|need to|have to|want to|decide to|help you|help you to))*|{_DOCTOR_SAYS}|helps? you(?: to)?|slowly|gradually)"
    r"(?! (?:not (?!want|advise|recommend|tell|ask|let|allow|suggest|agree|think|wish)|be (?:away|busy|closed|on holiday|shut)|never know))"
    r"(?P<rest>[^.;:!?]{0,200})$"
)
_NEW_SUBJECT = re.compile(
    r"(?:,|\band|\bso|\bbut|\bthen)(?: then)? (?:you|simply|just|please)\b|\bso\b|\bbut\b|, (?:then )?$"
    r"|\bknows? you\b|\b(?:doctor|they) (?:has|have|is|are) (?:busy|away)"
)
_DOCTOR_SUBORDINATE = (
    r"(?:if|when|once|after|as|where|because|only if|since)(?: (?!unless|even)\w+){0,4} doctor"
    rf"(?: (?!not\b|never\b|been\b)\w+){{0,2}} {_DOCTOR_SAYS}\b(?! (?:you (?:that )?you have|about))"
)
_DIRECTION = re.compile(
    rf"(?:{_DOCTOR_SUBORDINATE}"
    r"|\bas (?:directed|advised|told|instructed|agreed|recommended|explained)\b"
    r"|\b(?:if|when|once|only if) (?:you (?:are|have been|were) )?(?:told|advised|asked|instructed)\b"
    r"|\bon (?:the )?(?:advice|instructions?|orders?)(?: of| from)? doctor|\b(?:on|with|by|under|following) doctor (?:'s )?"
    r"(?:advice|instructions?|help|agreement|permission|approval|guidance|support|supervision|care|direction|orders?)"
    r"|\b(?:with|under)(?: the)? (?:help|agreement|advice|approval|guidance|support|supervision|care|direction)(?: of| from) doctor"
    r"|\bunder (?:close |careful |strict )?(?:medical|clinical) (?:supervision|care|guidance)|\b(?:with|on) medical advice"
    r"|\b(?:by|with) doctor\b(?! (?:or alone|or without))"
    r"|\b(?:after|once|until)(?: you have| you 've| having)?(?: first)? (?:talk|spok|speak|ask|check|agree|discuss|consult|seen|seeing|got)\w{0,4}\b[^.;:!?]{0,30}\bdoctor"
    r"|\bdoctor (?:'s )?(?:advice|instructions|says so|has told you|tells you|told you)(?! (?:that )?you have)"
    r"|\b(?:ask|talk to|speak to|speak with|talk with|check with|consult|contact|see) doctor (?:first|before|about))"
)
_UNDERCUT = re.compile(
    r"\b(?:even|unless|whether or not|no matter|regardless|although|though|without|whatever|before|until)(?: \w+){0,3}$"
)

_SUBJECT = (
    "you|people|patients|anyone|someone|somebody|they|we|i|he|she|your child|your baby|a person|adults|children"
    "|it|med|the dose|your dose|some people|many people|doctor"
)
_DESCRIBED = re.compile(
    r"(?:(?<!so )\b(?:if|when|whenever|before|after|while|because|since|unless|whether|how|once|in case|why|until|as|what|where"
    rf"|than if|what happens if|(?:if|when|before|after) [a-z]{{1,12}}) (?:{_SUBJECT})"
    rf"|\b(?:who|which|medicines that|med that|how to|whether to|when to|why to|what to do to))"
    rf"(?:(?: (?:{_AUXILIARIES}|{_ADVERBS})){{0,8}}|(?: (?:{_AUXILIARIES}|{_ADVERBS}|{_COORDINATED})){{1,14}} (?:or|nor|and)(?: (?:{_ADVERBS}))?) $"
)
_CONDITION_AND = re.compile(r"(?:^|, )(?:if|when|once) you\b[^,.;:!?]{0,80}\b(?:and|or)(?: then)? $")
_INNOCENT_TO = re.compile(
    r"\b(?:dangerous|unsafe|harmful|risky|wrong|unwise|bad|told|asked|advised|instructed|tempted|temptation"
    r"|tempting|unable|hard|difficult|decision|reason|reasons|deciding|wanting|wishing|hoping|planning|doctor"
    r"|trying|due|refuse|illegal|a mistake|urge|when and how|how|whether|you|plan|ready|not|impossible|time comes|help you|them|her|him|want|wants|like|wish) to $"
)
_WANTS = re.compile(
    r"\b(?:may|might|can|could|should|will) (?:want|wish|like|choose|decide|prefer) to $|(?:(?:allow|permit|let)s?|enables?) you to $"
)
_DOCTOR = re.compile(r"\bdoctor\b")
_DOCTOR_ASKED = re.compile(
    r"\b(?:ask|talk|speak|check|consult|contact|see|tell|discuss|agree|call|phone|plan|decide|advice|help|advise\w?)\b[^.;!?]{0,60}\bdoctor\b"
)

_ADVISED_GERUND = re.compile(
    r"(?:\b(?:try|consider|recommend\w{0,3}|suggest\w{0,3}|advise|worth|think about|start|keep|begin|mind|how about|what about"
    r"|go ahead with|benefit from|feel better (?:by|after)|answer is|best thing is|solution is|help|fine about|means)"
    r"|(?<!caused )(?<!triggered )(?<!worse )(?<!about )(?<!on )(?<!off )(?<!started )\bby)(?: (?:just|simply|slowly|gradually|then))? $"
)
_PRAISED = re.compile(
    r"^(?:[^.;:!?,]{0,40})? (?:is|are|will be|can be|would be)(?: (?:usually|perfectly|quite|completely|often|always|generally|the|a))*"
    r" (?:fine|ok|safe|best|helpful|good|harmless|all right|no problem|answer|easy|simple|right|sensible)\b"
    r"|^[^.;:!?,]{0,40} (?:(?:usually|often|always|will|can|may) )?(?:helps?|works|clears|cures?|(?:will )?make you (?:feel )?better|does no harm|will not (?:hurt|harm))\b"
)

_HARMLESS = re.compile(
    r"\b(?:not|no|nothing|never|hardly) (?:\w+ )?(?:mind|care|matters?|hurts?|harm|harms|object|problem|happens?|happen|difference|worse)\b"
    r"|\b(?<!not )(?:it|that|this|which|you|things?) (?:is|are|will be|would be|should be) (?:perfectly |quite |completely |absolutely |usually |all |also |totally |just )*"
    r"(?:fine|ok|safe|harmless|right|allowed|acceptable|sensible|reasonable|permitted)\b"
)
_UNASKED = re.compile(
    r"\b(?:need not|does not need to|not have to) (?:be told|know|be asked)\b|\b(?:no need|not need|not have|not necessary|unnecessary|without needing|without having) to (?:ask|tell|see|talk|speak|check|consult|inform|wait|contact|call)\b"
    r"|\bwithout (?:asking|telling|seeing|talking|speaking|checking|consulting|informing|contacting) (?:to |with )?doctor\b"
)
_WAY_OUT = re.compile(r"\b(?:unless|until|except (?:if|when|for)|for (?:more|longer) than)\b")
_SOUND_WAY_OUT = re.compile(
    r"\bdoctor\b|\b(?:told|advised|directed|instructed|asked|prescribed|recommended|agreed|medical)\b"
    r"|\b(?:finish\w{0,4}|complet\w{1,3}|end of|used up|all of it|all of them|time for|you have (?:talked|spoken|checked))\b"
)
_QUESTION = re.compile(r"\? ?$")
_RHETORICAL = re.compile(r"^(?:why (?:not|do not)|how about|what about|feeling|want a)\b")
_CANNOT_ACT = re.compile(
    r"(?:^|[,;:.] |\band )(?:(?:the|your|a|an|these|those|this|it|they|some|most|many|all|side|symptoms?|pain|spasms?|effects?"
    r"|bleeding|breathing|vomiting|hiccups|fits|seizures|both) )(?!\bmed\b)(?:(?!you\b|please\b|call\b|tell\b|take\b)[\w']+ ){0,10}$"
)
_NOUN_BEFORE = re.compile(r"\b(?:a|an|full|bus|sudden|complete|abrupt|come to the) $")


def prompts(canonical: str, found: Found) -> bool:
    """Tell whether the act found prompts the patient to do it on their own."""
    left = canonical[max(0, found.start - _WINDOW) : found.start]
    right = canonical[found.end : found.end + _WINDOW]
    if _asks(canonical, left, right):
        return False
    harmless = bool(_HARMLESS.search(left[-120:]) or _HARMLESS.search(right[:120]))
    if found.form != "release" and _negated(left, right):
        return _leaves_way_out(right)
    unasked = bool(_UNASKED.search(left[-120:]) or _UNASKED.search(right[:120]))
    if unasked:
        return True
    if _directed(left, right):
        return False
    if found.form == "gerund":
        return bool(_ADVISED_GERUND.search(left) or _PRAISED.search(right)) or harmless
    if harmless:
        return True
    return not _described(left, right, found, canonical)


def _asks(canonical: str, left: str, right: str) -> bool:
    if not _QUESTION.search(canonical[-3:]) or _RHETORICAL.search(canonical[:40]):
        return False
    return not any(mark in right[:-1] for mark in ".!") and len(left) < _WINDOW


def _negated(left: str, right: str) -> bool:
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


def _leaves_way_out(right: str) -> bool:
    """Tell whether a prohibition ends in an exception that is the patient's own to judge."""
    clause = re.split(r"[.;!?]", right, maxsplit=1)[0]
    way_out = _WAY_OUT.search(clause)
    return bool(way_out and not _SOUND_WAY_OUT.search(clause, way_out.start()))


def _directed(left: str, right: str) -> bool:
    acts = _last(_DOCTOR_ACTS, left)
    if acts and not _NEW_SUBJECT.search(acts["rest"]) and not _undercut(left, acts.start()):
        return True
    for side in (left, right):
        direction = _DIRECTION.search(side)
        if direction and not _undercut(side, direction.start()):
            return True
    return False


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the match that starts closest to the end: at the last doctor named."""
    starts = [match.start() for match in re.finditer(r"\b(?:doctor|he|she|they)\b", text)]
    for start in reversed(starts[-4:]):
        match = pattern.match(text, start)
        if match:
            return match
    return None


def _undercut(text: str, position: int) -> bool:
    return bool(_UNDERCUT.search(text[max(0, position - 60) : position].rstrip()))


def _described(left: str, right: str, found: Found, canonical: str) -> bool:
    if _DESCRIBED.search(left):
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
