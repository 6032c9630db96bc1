"""Rule S117: a missed dose is not taken together with the next one, which is a double dose in other words."""

import re
from collections.abc import Iterable, Mapping

from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import digest
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit, rule

_DOSE = r"(?:doses?|tablets?|capsules?|pills?|puffs?|injections?|patch(?:es)?|sachets?|drops|ones?)"
_LATE = r"(?:missed|forgotten|late|overdue|delayed|skipped|left-out|omitted)"
_NEXT = (
    r"(?:next|following|usual|normal|regular|ordinary|coming|scheduled|tomorrow['’]s|today['’]s|later|second"
    r"|other|morning|evening|night|bedtime)"
)
_WITH = (
    r"(?:(?:together|along|combined|at the same time|in one go) (?:with|as)|with|on top of|as well as"
    r"|in addition to|besides|next to)"
)
_TOGETHER = Pattern(
    rf"\b(?:take|use|give|inject|have|swallow|put)\b[^.;:,]{{0,30}}?\b(?:{_LATE}(?: {_DOSE})?|(?:it|them))"
    rf"(?: [\w-]+){{0,2}}? {_WITH} (?:(?:the|your|a|his|her|their) )?(?:\w+ )?{_NEXT} (?:\w+ )?{_DOSE}\b"
    rf"|\b(?:take|use|give|inject|have|swallow)\b (?:the |your )?{_NEXT} {_DOSE} {_WITH} "
    rf"(?:(?:the|your) )?{_LATE} {_DOSE}\b"
    rf"|\b(?:take|use|give|inject|have|swallow) (?:both|the two|two)(?: {_DOSE})? "
    rf"(?:together|at once|at the same time|in one go)\b"
    rf"|\b(?:take|use|give|inject|have|swallow) (?:it|(?:the|a|your) (?:{_LATE} )?{_DOSE}(?: (?:that )?you "
    rf"(?:missed|forgot))?) when you (?:take|use|have|give|inject) (?:the|your) {_NEXT} {_DOSE}\b"
    rf"|\b(?:take|use|give|inject|have|swallow) (?:two|double|twice)\b[^.;:,]{{0,25}} (?:the|your) next "
    rf"(?:time|{_DOSE})\b"
    rf"|\badd (?:it|(?:the|your|a) {_LATE} {_DOSE}) to (?:the|your) {_NEXT} {_DOSE}\b",
    re.IGNORECASE,
    needs="take|use|give|inject|have|swallow|put|add ",
)
_DENIED = Pattern(r"\b(?:not|never|don['’]t|avoid|cannot|instead of|rather than)\b", re.IGNORECASE)
# "It is dangerous to take both at once", "If you take both at once by mistake": said of it, not asked for.
_FEARED = Pattern(
    r"\b(?:dangerous|harmful|unsafe)\b[^,]*$|\b(?:if|when) (?:you|someone|he|she|they)"
    r"(?: accidentally| ever| do)? $",
    re.IGNORECASE,
)
# "If you have not taken it, …" denies nothing of what follows.
_CASE = Pattern(r"^(?:if|when)\b[^,;:.]*, ", re.IGNORECASE)
_ASKS = Pattern(r"\b(?:doctor|nurse|prescriber|clinic|pharmacist) (?:may|might|will|can|tells?|says?)\b")
_MISSED = Pattern(
    r"\b(?:miss\w{0,4}|forg[eo]t\w{0,3}|late|overdue|skipped|omitted)\b",
    re.IGNORECASE,
    needs="miss|forg|late|overdue|skipped|omitted",
)


def taken_together(texts: Texts) -> Mapping[int, tuple[int, int]]:
    """Return where each text has a dose taken together with the next one."""
    found: dict[int, tuple[int, int]] = {}
    for number, match in texts.matches(_TOGETHER):
        text = texts.typed[number]
        case = _CASE.match(text)
        clause = max(text.rfind(mark, 0, match.start()) for mark in (";", ".", ":", " but ", ", just "))
        clause = max(clause, case.end() if case and case.end() <= match.start() else 0)
        denied = _DENIED.search(text, clause, match.end()) or _ASKS.search(text)
        denied = denied or _FEARED.search(text, clause, match.start())
        if not denied:
            found[number] = match.span()
    return found


@rule(
    "S117",
    "a missed dose taken together with the next one",
    reason="two doses at once are a double dose, whatever they are called",
    bad="Take the missed dose together with your next dose.",
    good="If it is nearly time for your next dose, skip the missed dose. Do not take two doses at once.",
    source="UK HMR 2012 Schedule 27 paragraph 9(f); Medicines for Children: never take a double dose",
)
def doubled(manuscript: Manuscript) -> Iterable[Hit]:
    """Find missed doses made up for with the next; nobody signs where the facts say never to double."""
    missed = manuscript.monograph.facts.missed_dose
    is_never = missed is not None and missed.double == "never"
    for sentence, (start, end) in manuscript.found_in_sentences(taken_together):
        if sentence.passage.topic != "missed_dose" and not _MISSED.search(sentence.text):
            continue
        if _DENIED.search(sentence.lead):
            continue
        against = ", and the facts say never to take two" if is_never else ""
        yield Hit(
            message=f"{sentence.text[start:end]!r} makes a double dose{against}",
            hint="say to skip the missed dose, or how long to wait before the next"
            + ("" if is_never else "; if the source says so, a pharmacist may sign for it"),
            span=sentence.locate(start, end),
            words_sha256="" if is_never else digest(sentence.text, sentence.lead),
        )


RULES = (doubled,)
