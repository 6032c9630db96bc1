"""Rule S116: how often, how far apart and how fast a dose is taken stays within what medicines are taken at.

A dose that is swallowed, stuck on or injected has its pace in days or in several hours. Puffs, drops and
what is done by hand go by minutes, and so do emergencies and measurements: these are left alone.
"""

import re
from collections.abc import Iterable, Mapping

from leaflet.precompiled import expression
from leaflet.rules.absurd_amounts import absurd_amounts
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import digest
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.rule import Hit, rule
from leaflet.rules.unlikely import beyond_all, unlikely
from leaflet.rules.wordlists import word_set

Places = tuple[tuple[int, int], ...]  # starts and ends in a sentence

_TENS = word_set("nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_MANY = rf"(?:9|[1-9]\d{{1,3}}|{'|'.join(sorted(_TENS))}|twenty|thirty|forty|fifty)"
_COUNT = rf"(?:\d[\d.]{{0,5}}|an?|one|two|three|four|five|six|seven|eight|several|a few|{_MANY})"
_RANGE = rf"{_COUNT}(?: (?:to|or|and) {_COUNT})?"
_SHORT = r"(?:minutes?|seconds?)"
_DOSE = r"(?:doses?|tablets?|capsules?|patch(?:es)?|pills?|mg|mcg|grams?|g|units?|injections?)"
_DAILY = r"(?:an?|each|every|per|in an?|in one) day"
_PACES = tuple(
    Pattern(source, re.IGNORECASE, needs=needs)
    for source, needs in (
        (
            rf"\b(?:once|twice|{_RANGE} times) (?:an?|each|every|per|in an?) (?:hour|minute)\b",
            "once|twice|times&&hour|minute",
        ),
        (
            # "Every minute counts" is no pace.
            rf"\bevery (?:{_RANGE} )?{_SHORT}\b(?! (?:counts?|matters?|is|that|of|can|may|saves?|helps?)\b)",
            "every &&minute|second",
        ),
        (rf"\b{_RANGE} {_SHORT} (?:apart|between)\b", "minute|second&&apart|between"),
        (rf"\b{_MANY} times {_DAILY}\b", " times &&day"),
        (rf"\b{_MANY} times daily\b", " times daily"),
        (r"\b\d{1,3}-\d{1,3}-\d{1,3} times\b", " times"),
        (
            rf"\b{_DOSE} (?:in|within|per|an|each|every) (?:(?:one|an|1|a) )?(?:hour|minute)\b",
            "hour|minute",
        ),
        (
            (
                r"\b(?:lower|reduc|taper|wean|withdraw|com(?:e|ing) off|stop)\w{0,4} [^.;]{0,40}\bover "
                rf"(?:at (?:most|least) |about )?{_RANGE} (?:minutes?|hours?)\b"
            ),
            "over &&minute|hour",
        ),
        (
            rf"\b(?:[3-9]\d|\d{{3,4}}) (?:tablets|capsules|pills) {_DAILY}\b",
            " tablets | capsules | pills &&day",
        ),
        (
            (
                r"\b(?:take|swallow|use|give|have|dial|inhale) (?:up to |about |at least )?"
                r"(?:(?:1[3-9]|[2-9]\d|\d{3,5})|(?:[a-z]+|a) (?:dozen|hundred|thousand)) "
                r"(?:tablets|capsules|pills|puffs|patches|doses)\b"
            ),
            " tablets| capsules| pills| puffs| patches| doses&&take|swallow|use|give|have|dial|inhale",
        ),
        (r"\b(?:\d{2,3},\d{3}|\d{5,7}) ?mg\b", "mg"),
        (
            r"\b(?:digoxin|levothyroxine|thyroxine|fentanyl) (?:\w+ )?[1-9]\d{0,3} ?(?:mg|milligrams?|g)\b",
            "digoxin|thyroxine|fentanyl",
        ),
        (r"\b\d{1,4} ?(?:mg|ml|g) (?:of )?(?:\w+ )?insulin\b", "insulin"),
        (
            r"\bminus (?:\d{1,3}|one|two|three|four|five|six) (?:tablets?|capsules?|days?|doses?|mg|m[lL])\b",
            "minus ",
        ),
        (
            r"\b(?:tablet|capsule)s? (?:contains?|holds?) (?:[2-9]|\d\d{1,4}) (?:g|grams?|kg)\b",
            "contain|hold",
        ),
    )
)
# What only figures can say.
# A preparation that is drunk by the glass, as before an examination of the bowel.
_BY_THE_GLASS = expression(
    r"\b(?:glass(?:es)?|tumblers?|cups?|beakers?|[1-9]\d{2} ?m[lL]|(?:\d|half an?|one|two) lit(?:re|er)s?)\b",
    re.IGNORECASE,
)
_A_DOSE = expression(rf"\b{_DOSE}\b", re.IGNORECASE)
_ODD = expression(
    r"\b(?:(?:9|\d\d{1,2}) ?[x×]|\d{0,3}\.\d{1,4} times|(?:2[5-9]|[3-9]\d|\d{3}) hours(?: apart)?)"
    r" (?:daily\b|(?:a|each|every|per|of the) day\b)"
    r"|\b(?:3[2-9]|[4-9]\d|\d{3})[snrt][tdh] (?:of|day of) (?:each|every|the) month\b"
    r"|\b(?:[89]|\d{2,3})[snrt][tdh] day of (?:each|every|the) week\b"
    r"|\bpatch\w{0,2} (?:on |in place )?[^.;\d]{0,20}for (?:1[5-9]|[2-9]\d|\d{3}) days\b"
    r"|\b\d{3,4} (?:g|grams?) (?:once|twice|\w{1,5} times)\b"
    r"|\b(?:take|drink|swallow|give) \d{1,3} ?l(?:it\w{1,3})? (?:of (?:the |this |your )?(?:syrup"
    r"|medicine|liquid|suspension|mixture|drops)|(?:once|twice|\w{1,5} times) )"
    r"|\b(?:take|swallow|use|give|have|inject) (?:from )?(?P<least>[1-9]\d{0,3})(?: to |[–-])"
    r"(?P<most>\d{1,4}) (?:(?P<piece>tablets|capsules|pills|patches|puffs|sachets)|m?c?g|ml|units)\b",
    re.IGNORECASE,
)
# "1 to 10 tablets" is a list of strengths, or a slip; "5 to 20 mg" is a range.
_PIECES, _AMOUNTS = 4, 8  # how many times as much as the least a range may come to
_AT_ONCE = expression(
    r"\b(?:puff|spray|inhal|reliever|drop|999|911|112|ambulance|emergency|attack|blood|pulse|sugar|glucose|temperature"
    r"|check|measure|pump|drip|infus|vein|feed|bath|press|rinse|wash|breath|ointment|lozenge|hiccup|cough|stool|fits?\b"
    r"|seizure|pain starts|heart|beat|urine|toilet|contraction|stitch|sun)",
    re.IGNORECASE,
)


@rule(
    "S116",
    "a pace at which no dose is taken",
    reason="one wrong word turns three times a day into three times an hour",
    bad="Take one tablet 3 times an hour.",
    good="Take one tablet 3 times a day.",
    source="ISMP; house rule: doses go by days or by several hours",
)
def odd_pace(manuscript: Manuscript) -> Iterable[Hit]:
    """Find doses by the minute, too many a day, a withdrawal within hours, tablets of many grams."""
    for sentence, places in manuscript.found_in_sentences(paces):
        for start, end in places:
            yield Hit(
                message=f"{sentence.text[start:end]!r} is a pace or an amount at which no dose is taken",
                hint="correct the number or the unit; if the source says so, a pharmacist may sign for it",
                span=sentence.locate(start, end),
                words_sha256=digest(sentence.text, sentence.lead),
            )
    slips = [
        (sentence, each) for sentence, found in manuscript.found_in_sentences(unlikely) for each in found
    ]
    for sentence, each in (*slips, *beyond_all(manuscript)):
        yield Hit(
            message=each.message,
            hint="correct the number or the unit; if the source says so, a pharmacist may sign for it",
            span=sentence.locate(each.start, each.end),
            words_sha256=digest(sentence.text, sentence.lead),
        )
    yield from absurd_amounts(manuscript)


def paces(texts: Texts) -> Mapping[int, Places]:
    """Return where each text states a pace that no dose is taken at."""
    found: dict[int, Places] = {}
    for pattern in _PACES:
        for number, match in texts.matches(pattern):
            if not _is_drunk_slowly(texts.typed[number], match.group()):
                found[number] = (*found.get(number, ()), match.span())
    for number in texts.with_digits:
        for match in _ODD.finditer(texts.typed[number]):
            if not match["most"] or _is_wide(match):
                found[number] = (*found.get(number, ()), match.span())
    return {number: places for number, places in found.items() if not _AT_ONCE.search(texts.typed[number])}


def _is_drunk_slowly(text: str, pace: str) -> bool:
    """Tell whether a pace by the minute is one of glasses, and no dose is named beside it."""
    by_minute = pace.lower().startswith("every ")
    return by_minute and bool(_BY_THE_GLASS.search(text)) and not _A_DOSE.search(text)


def _is_wide(match: re.Match[str]) -> bool:
    """Tell whether a range goes from little to very much."""
    return int(match["most"]) > int(match["least"]) * (_PIECES if match["piece"] else _AMOUNTS)


RULES = (odd_pace,)
