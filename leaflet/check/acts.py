"""The acts no leaflet may prompt: to stop a medicine, to take less, to take more, to skip a dose.

Each is told here in all the ways English says it, over the canonical form of a sentence
(`leaflet.check.canon`). Whether an act found is forbidden is judged in `leaflet.check.permission`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

Act = Literal["stop", "less", "more", "skip"]
Form = Literal["base", "gerund", "passive", "release"]  # release: "no longer need to take"

_OBJ = r"(?:med|it|them|this|these|those)"
_DET = r"(?:(?:your|the|a|an|this|that|each|every|any|all|one|two|next|usual|normal|daily|full|whole|of|first|last|second|odd|occasional|single|few|some|morning|evening|night|bedtime|lunchtime|afternoon|following|prescribed|or|tomorrow 's|today 's|tonight 's) ){0,4}"
_DOSE = rf"{_DET}(?:dose|med)\b"
# After a bare "stop": the end of the clause or what tells when and how, so that "stop driving" is no match.
_CLAUSE_END = (
    r"(?=$| (?:[.,;:!?)–—-]|if|when|whenever|once|as|after|before|or|and(?! (?:rest|sit|lie|think|breathe))"
    r"|suddenly|abruptly|immediately|at once|at any time|straight|right away|early|now|today|tomorrow|for|any"
    r"|until|unless|completely|altogether|gradually|slowly|too|without|on your own|by yourself|yourself|sooner|then)\b"
    r"|$| [.,;:!?)])"
)
_NOT_PURPOSE = r"(?! (?:from\b|(?!during\b|morning\b|evening\b)\w{2,20}ing\b))"  # "stop it spreading"
_STOPS = ("stop", "quit", "ceas", "discontinu", "halt", "paus", "suspend", "interrupt", "abandon")
_REST = r"(?:rest|remainder|remaining|what is left|whatever is left|leftover|left over)"


def _verbs(stems: tuple[str, ...], form: Form) -> str:
    """Return the alternatives of regular verbs: base form or gerund."""
    silent_e = ("ceas", "discontinu", "paus", "halv", "doubl", "tripl", "reduc", "decreas", "increas", "rais")
    double = {"stop": "stopp", "quit": "quitt", "skip": "skipp", "omit": "omitt", "drop": "dropp", "cut": "cutt"}
    if form == "gerund":
        return "|".join(double.get(stem, stem) + "ing" for stem in stems)
    return "|".join(stem + "e" if stem in silent_e else stem for stem in stems)


def _stop(form: Form) -> str:
    stops = _verbs(_STOPS, form)
    give, come, get, go, stay, wean, leave, take, have, do, throw, put, end, drop = (
        ("giving", "coming", "getting", "going", "staying", "weaning", "leaving", "taking", "having", "doing",
         "throwing", "putting", "ending", "dropping")
        if form == "gerund"
        else ("give", "come", "get", "go", "stay", "wean", "leave", "take", "have", "do", "throw", "put", "end", "drop")
    )  # fmt: skip
    flush = "flushing|binning|destroying" if form == "gerund" else "flush|bin|destroy"
    return "|".join(
        (
            rf"(?:{stops}) (?:taking|swallowing|injecting|inhaling)\b(?! (?:part|care|place|notes?)\b)",
            rf"(?:{stops}) (?:using|having|applying|wearing|drinking) {_OBJ}\b",
            rf"(?:{stops}) (?:{_OBJ}|your dose|the dose)\b{_NOT_PURPOSE}",
            rf"(?:stop|quit|discontinue){_CLAUSE_END}" if form == "base" else rf"stopping{_CLAUSE_END}",
            rf"(?:{end}|{drop}) med\b",
            rf"{give} (?:up (?:taking )?{_OBJ}|{_OBJ} up)\b",
            rf"{give} up taking\b",
            rf"(?:{come}|{get}|{go}|{stay}) (?:right |straight |slowly |gradually )?off {_OBJ}\b",
            rf"{wean} (?:yourself|off|{_OBJ})\b",
            rf"{leave} off (?:taking )?{_OBJ}\b",
            rf"(?:{do}|{go}|manage) without {_OBJ}\b",
            rf"{throw} (?:away|out) (?:the |all |any )?(?:{_REST}|{_OBJ})\b(?! (?:after|when|that|if it|past|you have not))",
            rf"{throw} {_OBJ} (?:away|out)\b(?! (?:after|when|if it))",
            rf"(?:{flush}|{get} rid of|{leave}) (?:the )?(?:{_REST})\b",
            rf"(?:{flush}|{get} rid of) {_OBJ}\b",
            rf"{put} {_OBJ} (?:aside|away for good)\b",
            rf"{take} {_OBJ} no more\b|{take} no more\b(?! than| often)",
            rf"(?:{take}|{have}) (?:a |an |some |another |short |long |little |week 's |few )*"
            rf"(?:break|holiday|rest|time off|week off|day off|days off|weeks off) from (?:taking )?{_OBJ}\b",
            rf"{take} (?:a )?(?:drug|med) holiday\b",
            rf"let {_OBJ} run out\b",
            rf"{leave} {_OBJ} off\b",
            rf"(?:{'refraining' if form == 'gerund' else 'refrain'}|abstain) from (?:taking|using) {_OBJ}\b",
            rf"(?:holding|hold) off (?:on )?(?:taking|using|{_OBJ})\b",
            rf"{take} {_OBJ} (?:only )?(?:until|till) (?:you (?:feel|are)|the|your|they|it) [^.,;:!?]{{0,30}}?"
            r"\b(?:better|well|fine|gone|goes|go|stops?|eases?|settles?|improves?|disappears?|away)\b",
            rf"{take} {_OBJ} (?:only )?(?:while|as long as|so long as) you (?:feel|have pain|are ill|are in pain|need)\b",
        )
    )


_SKIP_RELEASE = "|".join(
    (
        rf"not (?:take|use) {_OBJ} (?:on (?:the )?(?:days?|weekends?|\w+days?)|at weekends|that day|today|tonight|tomorrow"
        r"|when you (?:drive|drink|feel|are (?:tired|sleepy|busy|going|out)))\b",
        r"not (?:take|use) another (?:dose|med) (?:if|when)\b",
        r"not (?:take|taking) (?:your|the|this|that|tonight 's|today 's|tomorrow 's)? ?"
        r"(?:next|morning|evening|night|bedtime|usual|following|second|daily) dose\b",
    )
)
_KEEP = r"(?:continue|carry on|keep|keep on|go on|persist)"
_RELEASE = "|".join(
    (
        rf"no longer (?:need|have|require)s?\b(?: to)?(?: {_KEEP})?(?: with)?(?: (?:take|taking|use|using))? {_OBJ}\b",
        r"no longer (?:need|have) to (?:take|use|continue|keep taking)\b",
        r"(?:med|it) is no longer (?:needed|necessary|required)\b",
        rf"not (?:need|have|necessary|required)(?: to)? {_KEEP}(?: (?:with|to take|to use|taking|using|{_OBJ}))",
        r"not (?:need|have) to (?:finish|complete|take|use) (?:all |every |each |any )?(?:med|it|them|dose)"
        r"(?! (?:with|before|after|on an|at the same|at a|whole|every day at|in water|[\d]))",
        rf"(?:need not|no need to|not necessary to|unnecessary to) {_KEEP}\b(?: (?:with|to take|taking|using))?"
        rf"(?: (?:any more|more|of|the|all|rest))* (?:{_OBJ}|dose|rest)\b",
        rf"(?:need not|no need to|not necessary to|unnecessary to) (?:finish|complete|take|use)\b"
        rf"(?: (?:any more|more|of|the|all|rest))* (?:{_OBJ}|dose|rest)\b"
        r"(?! (?:with|before|after|on an|at the same))",
        rf"not need {_OBJ} (?:any more|anymore|any longer|again|now)\b",
        rf"not (?:{_KEEP})(?: with)? (?:to (?:take|use)|taking|using|{_OBJ})\b",
        rf"not take any (?:more|further)(?: of)?(?: {_OBJ}| dose|{_CLAUSE_END})(?! than)",
        rf"not (?:take|use) {_OBJ} for (?:(?:the|a|an|one|two|three|\d+|several|some|few|rest|of|couple|next) ){{1,4}}(?:days?|weeks?|months?|while|time)\b",
        r"not bother (?:to )?(?:finish|with|complet|tak|us|continu|carry)",
        r"(?:will|do) not need med (?:once|when|after|as soon as|if)\b",
        rf"(?:not|never) (?:take|use) {_OBJ} (?:any more|anymore|any longer|again)\b(?! (?:than|until the next|before the next))",
        r"(?:can|may|should|could) (?:now )?do without med\b",
        r"(?:are|is) (?:done|finished|through) with med\b",
        r"not (?:renew|refill|collect|reorder|order more|pick up)\b[^.,;]{0,12} med\b",
    )
)

_RELEASES: dict[Act, str] = {"stop": _RELEASE, "skip": _SKIP_RELEASE}


def _change(act: Act, form: Form) -> str:
    gerund = form == "gerund"
    take = "(?:taking|using|having|giving)" if gerund else "(?:take|use|have|give)"
    amount = r"(?:the )?(?:amount|number|quantity)(?:(?: of)? (?:med|it|them|dose)(?! in\b)| (?:that )?you take)"
    how = r"how (?:much|many|often|long)(?: med)? you (?:take|use)"
    its = rf"(?:(?:your|the|this|that|each|every|any|daily|usual|next|morning|evening|night) ){{1,3}}dose|dose of med|med|{amount}|{how}"
    cut, bring = ("cutting", "bringing|stepping|tapering|scaling|easing|going") if gerund else (
        "cut", "bring|step|taper|scale|ease|go")  # fmt: skip
    if act == "less":
        verbs = _verbs(("halv", "reduc", "lower", "decreas", "lessen", "drop", "taper"), form)
        return "|".join(
            (
                rf"(?:{verbs}) (?:{its})\b|(?:{_verbs(('halv', 'reduc', 'decreas'), form)}) dose\b",
                rf"(?:{_verbs(('halv',), form)}) {_OBJ}\b",
                rf"{'reducing' if gerund else 'reduce'} (?:it|them)\b(?= (?:by|yourself|to|if|when|once|gradually|slowly|each|every|a))",
                rf"{cut} (?:{its}|{_OBJ}|dose) (?:in half|in two|down|back|by)\b",
                rf"{cut} (?:down|back)(?: on)? (?:{its}|{_OBJ}|dose|taking|yourself|gradually|slowly)\b",
                rf"(?:{bring}) (?:(?:down|off|back|up) )?(?:on )?(?:{its})(?: (?:down|back|off))?\b(?<! go med)",
                rf"(?:{bring}) {_OBJ} (?:down|back|off)\b",
                rf"{take} (?:only |just )?half (?:of )?(?:(?:your|the|a|that|usual|normal|this) )*(?:dose|it|them|as|amount)\b",
                rf"{take} (?:only |just )?half (?:of )?med (?=if|when|instead|until|for|once)",
                rf"{take} (?:a |an |only |just |your |the )*(?:less|fewer|smaller|lower|reduced|half)"
                rf"(?: (?:dose|amount)| of (?:it|med)| med| often| than prescribed| than your| of them|{_CLAUSE_END})",
                rf"{take} {_OBJ} (?:less|only (?:once|every other|every second))\b",
                rf"{take} (?:one|1) (?:med )?(?:instead of|rather than) (?:two|2|three|3)\b",
                rf"(?:one|1) (?:med |dose )?(?:instead of|rather than) (?:your )?(?:two|2|three|3)\b",
                rf"{take} only (?:one|1|two|2) of (?:your|the)\b",
                rf"{'getting by' if gerund else 'get by'} (?:on|with) (?:only )?(?:half|less|fewer|one)\b",
                rf"{'going' if gerund else 'go'} down to (?:one|1|a|half|two|2)\b",
                rf"{'dividing|splitting' if gerund else 'divide|split'} (?:{its}) (?:by|in|into)\b",
                r"(?:smaller|lower|reduced|half) dose (?:can|may|could|should) be (?:taken|used)\b",
                rf"{take} {_OBJ} (?:every other|every second|on alternate) days? (?:instead|if|when)",
            )
        )
    verbs = _verbs(("doubl", "tripl", "increas", "rais", "boost"), form)
    return "|".join(
        (
            rf"(?:{verbs}) (?:{its}|dose|up on (?:your |the )?(?:dose|med))\b",
            rf"{'doubling' if gerund else 'double'} (?:up|{_OBJ})\b",
            rf"(?:{bring}|putting|put|move|moving|push|pushing|turn|turning) (?:up )?(?:{its})(?: up)\b"
            rf"|(?:stepping|step|put|putting|up|upping) up (?:{its})\b|(?:upping|up) (?:your|the) dose\b",
            rf"{take} (?:(?:your|the|usual|normal|med|dose|it) )*(?:twice|double|triple|2 times|two times|three times|3 times) "
            rf"(?:as|the|your|dose|amount|med)\b(?! (?:day|week|month))",
            rf"{take} (?:a |an )?(?:double|triple|bigger|larger|higher|stronger|extra|additional|second|further)"
            rf" (?:strength )?(?:dose|med|one|amount|half)\b",
            rf"{take} another (?:dose|med|one)\b(?! (?:after|in|\d+ hours|at least|that|for))",
            rf"{take} (?:an |some )?(?:extra|additional)\b(?! (?:care|water|fluids?|precautions?|rest|salt|vitamins?|steps?))",
            rf"{take} (?:(?:some|even|a bit|a little|one|two|a few|\d+|much) )*more"
            rf"(?: (?:dose|of (?:it|them|med)|med|often|frequently|than (?:prescribed|your|the|you|it|doctor))|{_CLAUSE_END})",
            rf"{take} {_OBJ} (?:more often|more frequently|for longer|more than|twice as often)\b",
            rf"{take} (?:two|2|three|3|both|several) (?:dose|med)?(?: )?(?:together|at once|at the same time|at one time|in one go)\b",
            rf"{take} (?:the )?(?:next )?(?:two|2|both) dose\b",
            rf"if [^,.;:!?]{{0,40}} not (?:enough|work|help\w*|better)[^,.;:!?]{{0,20}}, {take} (?:two|2|three|3|another)\b",
            rf"{take} (?:it |them |med )?as (?:much|many|often)(?: of it| med)? as you (?:need|like|want|wish|feel)\b",
            r"add(?:ing)? (?:an |a |one )?(?:extra|another|more|second|further)(?: dose| med)?\b(?! (?:salt|sugar|water))",
            rf"{take} (?:your |the |a )?(?:missed|forgotten) (?:dose|med|one) (?:together )?(?:with|and) (?:your|the) next\b",
            rf"{'repeating' if gerund else 'repeat'} (?:your |the |that )?(?:dose|it) (?=if|when|until|at|straight|as)",
            r"(?:higher|larger|bigger|double|second|extra|stronger) dose (?:can|may|could|should) be (?:taken|used)\b",
            rf"(?:{'making' if gerund else 'make'} up (?:for )?|{'catching' if gerund else 'catch'} up (?:on |with |by taking )?){_DET}(?:missed |forgotten |lost )?(?:dose|med|it|one)\b",
        )
    )


def _skip(form: Form) -> str:
    gerund = form == "gerund"
    skips = _verbs(("skip", "miss", "omit", "forgo"), form)
    leave = "leaving" if gerund else "leave"
    one = rf"{_DET}(?:dose|med|one|day|days|ones)\b"
    missed = r"(?! (?:that )?you (?:have )?(?:missed|forgot))"
    rules = [
        rf"(?:{skips}) (?:out )?(?:on )?(?:taking )?(?:{one}|it|them)\b{missed}",
        rf"(?:{skips}) (?:taking )?(?:the )?next\b",
        rf"{leave} (?:out )?{_DET}dose(?: out)?\b(?<!leave dose){missed}",
        rf"{leave} (?:(?:it|them|med) out|out (?:{one}|it|them))\b{missed}",
        rf"(?:passing|pass) (?:on|over) {_DET}dose\b",
        rf"(?:forgetting|forget) about {_DET}(?:dose|med)\b",
        rf"(?:going|go) without {_DET}dose\b",
        rf"(?:going|go) (?:a|one|two|a few|\d+) days? without (?:taking )?{_OBJ}\b",
        rf"{'giving' if gerund else 'give'} (?:{_DET}(?:dose|med)|{_OBJ}) a miss\b",
        rf"{'taking' if gerund else 'take'} {_OBJ} only (?:on|when) (?:the )?(?:(?:bad|worst|some) )?(?:days|you feel)\b",
        rf"only {'taking' if gerund else 'take'} {_OBJ} (?:on (?:the )?(?:bad |worst |some )?days|when you feel)\b",
    ]
    return "|".join(rules)


_PASSIVE_VERBS: dict[Act, str] = {
    "stop": "stopped|discontinued|ceased|halted|withdrawn|given up|thrown away|suspended|interrupted|paused",
    "less": "halved|reduced|lowered|decreased|cut|cut down|cut in half|tapered",
    "more": "doubled|tripled|increased|raised|repeated",
    "skip": "skipped|missed|omitted|left out|missed out",
}


def _passive(act: Act) -> str:
    modal = "can|should|could|is best|are best"
    if act in ("stop", "skip"):
        modal += "|may|might|must|has to|have to|needs to|need to|is to|are to"
    return (
        rf"(?:med|dose|it|they|these|this) (?:(?!not\b|never\b)\w+ ){{0,2}}(?:{modal})(?: (?!not\b|never\b)\w+){{0,2}}"
        rf" (?:be )?(?:\w+ly )?(?:{_PASSIVE_VERBS[act]})\b"
    )


def _patterns(act: Act) -> Iterator[tuple[Form, re.Pattern[str]]]:
    forms: tuple[Form, Form] = ("base", "gerund")
    for form in forms:
        words = {"stop": _stop, "skip": _skip}.get(act, partial(_change, act))(form)
        yield form, re.compile(rf"\b(?:{words})")
    yield "passive", re.compile(rf"\b(?:{_passive(act)})")
    if act in _RELEASES:
        yield "release", re.compile(rf"\b(?:{_RELEASES[act]})")


@dataclass(frozen=True, slots=True)
class Found:
    """One act in a canonical sentence."""

    act: Act
    form: Form
    start: int
    end: int


_ACTS: tuple[Act, ...] = ("stop", "less", "more", "skip")
_PATTERNS = {act: tuple(_patterns(act)) for act in _ACTS}


def acts_in(canonical: str, act: Act) -> Iterator[Found]:
    """Yield every place where the canonical sentence speaks of `act`, forbidden or not."""
    for form, pattern in _PATTERNS[act]:
        for match in pattern.finditer(canonical):
            yield Found(act, form, match.start(), match.end())
