"""Whether a doctor directs an act: by acting, by saying so, or because the patient asks first."""

import re

from leaflet.check.patterns import Pattern

_DOCTOR_SAYS = (
    r"(?:tells?|told|says?|said|asks?|asked|advis\w{1,4}|recommend\w{0,3}|wants?|wanted|decid\w{1,3}"
    r"|thinks?|suggest\w{0,3}"
    r"|instruct\w{0,3}|agrees?|agreed|direct\w{0,3}|prefers?|approv\w{1,3}|confirm\w{0,3}|orders?|ordered)"
)
_MODAL = r"(?:may|might|will|can|could|should|would|must|needs? to|has to|is likely to|is going to|has|is)"
# "Your doctor may lower …": the doctor acts. Not "will not mind if", and no new subject in between.
_DOCTOR_ACTS = Pattern(
    rf"\b(?:doctor|(?:he|she|they)(?= (?:may|might|will|can|could|would|should"
    rf"|tell)))(?: or doctor)?(?: \w+ly)?(?: (?:also|then|usually|probably))?"
    rf" (?:{_MODAL}(?: (?:also|then|usually|first|slowly|gradually|need to|have to|want to|decide to"
    rf"|help you|help you to))*|{_DOCTOR_SAYS}|helps? you(?: to)?|slowly|gradually)"
    r"(?! (?:not (?!want|advise|recommend|tell|ask|let|allow|suggest|agree|think|wish)|be (?:away|busy"
    r"|closed|on holiday|shut)|never know))"
    r"(?P<rest>[^.;:!?]{0,200})$"
)
_NEW_SUBJECT = Pattern(
    r"(?:,|\band|\bso|\bbut|\bthen)(?: then)? (?:you|simply|just|please)\b|\bso\b|\bbut\b|, then $"
    r"|\bknows? you\b|\b(?:doctor|they) (?:has|have|is|are) (?:busy|away)"
)
_DOCTOR_SUBORDINATE = (
    r"(?:if|when|once|after|as|where|because|only if|since)(?: (?!unless|even)\w+){0,4} doctor"
    rf"(?: (?!not\b|never\b|been\b)\w+){{0,2}} {_DOCTOR_SAYS}\b(?! (?:(?:you )?(?:that )?you (?:have"
    rf"|are|had)\b|you about|about))"
)
_DIRECTION = Pattern(
    rf"(?:{_DOCTOR_SUBORDINATE}"
    r"|\bas (?:directed|advised|told|instructed|agreed|recommended|explained)\b"
    r"|\b(?:if|when|once|only if) (?:you (?:are|have been|were) )?(?:told|advised|asked|instructed)\b"
    r"|\bon (?:the )?(?:advice|instructions?|orders?)(?: of| from)? doctor|\b(?:on|with|by|under"
    r"|following) doctor (?:'s )?"
    r"(?:advice|instructions?|help|agreement|permission|approval|guidance|support|supervision|care"
    r"|direction|orders?)"
    r"|\b(?:with|under)(?: the)? (?:help|agreement|advice|approval|guidance|support|supervision|care"
    r"|direction)(?: of| from) doctor"
    r"|\bunder (?:close |careful |strict )?(?:medical|clinical) (?:supervision|care|guidance)|\b(?:with"
    r"|on) medical advice"
    r"|\b(?:by|with) doctor\b(?! (?:or alone|or without))"
    r"|\b(?:after|once|until)(?: you have| you 've| having)?(?: first)? (?:talk|spok|speak|ask|check"
    r"|agree|discuss|consult|seen|seeing|got)\w{0,4}\b[^.;:!?]{0,30}\bdoctor"
    r"|\bdoctor (?:'s )?(?:advice|instructions|says so"
    r"|(?:has told|tells|told) you(?: (?:to|how|when|so|otherwise|(?:that )?you (?:can|may|should"
    r"|must))\b| ?$| [.,;!?]))"
    r"|\b(?:ask|talk to|speak to|speak with|talk with|check with|consult|contact|see) doctor (?:first"
    r"|before|about))"
)
_UNDERCUT = Pattern(
    r"\b(?:even|unless|whether or not|no matter|regardless|although|though|without|whatever|before"
    r"|until)(?: \w+){0,3}$"
)


def directed(left: str, right: str) -> bool:
    """Tell whether the words beside an act leave it to a doctor."""
    acts = _last(_DOCTOR_ACTS, left)
    if acts and not _turns_away(acts["rest"], right) and not _undercut(left, acts.start()):
        return True
    for side in (left, right):
        direction = _DIRECTION.search(side)
        if direction and not _undercut(side, direction.start()):
            return True
    return False


def _turns_away(rest: str, right: str) -> bool:
    """Tell whether what follows the doctor's verb speaks to the patient; a comma may also list acts."""
    if rest.endswith(", "):
        return not re.search(r"\b(?:or|and)\b", right[:80])
    return bool(_NEW_SUBJECT.search(rest))


def _last(pattern: Pattern, text: str) -> re.Match[str] | None:
    """Return the match that starts closest to the end: at the last doctor named."""
    starts = [
        match.start()
        for match in re.finditer(r"(?<!many )(?<!most )(?<!some )\b(?:doctor|he|she|they)\b", text)
    ]
    for start in reversed(starts[-4:]):
        match = pattern.match(text, start)
        if match:
            return match
    return None


def _undercut(text: str, position: int) -> bool:
    return bool(_UNDERCUT.search(text[max(0, position - 60) : position].rstrip()))
