"""What a sentence tells the reader to take: how much, how often, the most of a day, the hours between."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.measures import NUMBER, UNIT, Measure, count_of, in_kind, measures
from leaflet.rules.patterns import Pattern, Texts
from leaflet.rules.stated_doses import Stated, frequencies
from leaflet.values import Value

ORDER = expression(
    r"\b(?:take|use|inject|inhale|breathe in|swallow|apply|give|chew|suck|put|place|squeeze|instil|drip"
    r"|drop|spray"
    r"|insert|stick|drink|(?<!you )have|need|measure(?: out)?|draw up|dissolve|(?:dial|set) (?:your "
    r"|the )?dose (?:to|at)|dose (?:is|of)|dose:)(?P<next>\s+[\w'’-]+(?:\s+[\w'’-]+)?)",
    re.IGNORECASE,
)
# What makes a dose one that facts are not of: that of other people, another step, the past, a case.
ELSEWISE = expression(
    r"\b(?:start\w*|begin\w*|initial\w*|first(?! thing)|loading|then|next|later|after that|gradual\w*"
    r"|increas\w*"
    r"|rais\w*|lower\w*|reduc\w*|adjust\w*|change[ds]?|once you|contains?|comes? (?:in|as)|available|took"
    r"|taken"
    r"|missed|forg[eo]t\w{0,3}|double|extra|(?:doctor|nurse|prescriber|specialist|pharmacist|team|clinic)"
    r" (?:may|might|will|can|could|should)|by mistake|accident\w*|stud(?:y|ies)"
    r"|(?<!your )child(?:ren)?|(?<!your )bab(?:y|ies)|infants?|teenagers?|adults?|adolescents?"
    r"|older|elderly|aged|years?"
    r"|kidney|liver"
    r"|pregnan\w+|weigh\w*|kg|(?:day|week|month|step|stage) \d+|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)days?"
    r"|if (?:you|your|the|it|this)|unless|instead|each attack|some people|other people|test"
    r"|prime|priming|into the air|for example|such as|travel\w*"
    r"|before (?:surgery|the operation))\b",
    re.IGNORECASE,
)
_USUAL = expression(r"\b(?:usual|usually|normal|normally|recommended|most people|generally)\b", re.IGNORECASE)
FORBIDDING = expression(r"\b(?:not|never|don['’]t|avoid|cannot|nobody)\b", re.IGNORECASE)
_BOUNDING = expression(
    r"\b(?:(?:no|not) more than|no more|up to|at most|less than|fewer than|maximum(?: of)?|most(?: is)?)"
    r" (?:a total of |about )?$",
    re.IGNORECASE,
)
# An order that is none: "before you take", "how to use".
_ASIDE = expression(
    r"\b(?:when|whenever|before|while|after|if|how|as|that|people|patients|who)(?: you| to| people"
    r"| patients){0,2} $",
    re.IGNORECASE,
)
_TOTAL_BEFORE = expression(
    r"\b(?:daily dose|total(?: daily)?(?: dose)?|weekly dose)(?: of| is|:)? $", re.IGNORECASE
)
_A_DAY = expression(
    r" (?:(?:a|per|each|every|in a|in one) day\b(?! or)|daily\b|in 24 hours|in total\b|in all\b)",
    re.IGNORECASE,
)
_OTHER_OFTEN = expression(
    rf"\b(?:(?P<meals>with|after|before|at) (?:each|every) meal|(?P<alternate>(?:on )?alternate days)"
    rf"|(?P<thrice>thrice) (?:a day|daily)"
    rf"|(?P<fortnight>every fortnight|fortnightly|once a fortnight)|(?P<hours>{NUMBER})[- ]hourly)\b",
    re.IGNORECASE,
)
_OFTEN = {
    "meals": Fraction(3),
    "alternate": Fraction(1, 2),
    "thrice": Fraction(3),
    "fortnight": Fraction(1, 14),
}
_DILUTING = expression(r"\b(?:in|into|with|to) (?:about |at least |around )?$", re.IGNORECASE)
_PERIOD = (
    r"(?: (?:in total|in all|altogether))?(?P<period> (?:(?:a|each|per|every|in a|in one|in any one"
    r"|in any) (?:day|week|month)"
    r"|daily|weekly|monthly|in (?:any |a )?24 hours)| (?:at a time|at once|in one go|at one time|in (?:a"
    r"|one|any one) dose))"
)
_MOST = expression(
    r"\b(?:more than|exceed|go over|go above|at most|up to|maximum(?: daily| weekly)?(?: dose"
    r"| amount)?(?: is| of|:)?"
    r"|(?:highest|largest) (?:daily |weekly )?(?:dose|amount)(?: is|:)?|limit(?: is| of)?"
    r"|the most (?:that )?(?:is|you (?:can|may|should) (?:take|use|have|inject|give)(?: is)?))"
    rf" (?:a total of |any more than )?(?P<count>{NUMBER}) ?(?P<unit>{UNIT}){_PERIOD}\b"
    rf"|\b(?:maximum|most|highest|largest) (?P<daily>daily|weekly) (?:dose|amount)(?: is| of"
    rf"|:)? (?P<count2>{NUMBER}) ?(?P<unit2>{UNIT})\b",
    re.IGNORECASE,
)
_DOSES = r"(?:doses?|tablets?|capsules?|puffs?|injections?|sachets?|patches|suppositories)"
_GAP = expression(
    rf"\b(?P<hours>{NUMBER})(?: (?:full|whole))? hours?(?: or more| at least)? (?:between (?:(?:the|your"
    rf"|two|each|any|one) )?(?:{_DOSES}|them)"
    r"|before (?:the|your|another|any other|a second) (?:next |other |following )?(?:one|dose|tablet"
    r"|capsule|injection|sachet)"
    r"|before (?:you )?(?:take|taking|give|giving|inject|injecting|use|using|have|having) (?:another"
    r"|the next|your next|any more|more|it again))"
    rf"|\b{_DOSES} (?:must be |should be |are )?(?:at least |not less than "
    rf"|no less than )?(?P<hours2>{NUMBER}) hours? apart",
    re.IGNORECASE,
)
_NEEDED = (
    "take|use|inject|inhale|breathe|swallow|apply|give|chew|suck|put|place|squeeze|instil"
    "|drip|drop|spray|insert|stick|drink|have|need|measure|draw|dissolve|dose|more than|exceed"
    "|go over|go above"
    "|at most|up to|maximum|highest|largest|limit|the most|most daily|most weekly"
    "|hour"
)
_TELLING = Pattern(_NEEDED, re.IGNORECASE, needs=_NEEDED)
_MEASURES = (
    "mg|mcg|gram| g|ml|milli|lit|spoon|unit|tablet|capsule|caplet|pill|puff|inhal|drop|spray|sachet|patch"
    "|supposit|pessar|lozenge|ampoule|vial|inject|syringe|pen|day|daily|hour|week|month|night|morning"
    "|evening|noon|breakfast|lunch|dinner|supper|tea|bedtime"
)
_MEASURED = Pattern(_MEASURES, re.IGNORECASE, needs=_MEASURES)
_WORDS = "eight|nine|ten|eleven|twel|teen|twenty|thirty|forty|fifty|sixty|seventy|ninety|hundred|thousand"
_LARGE = Pattern(_WORDS, re.IGNORECASE, needs=_WORDS)
_BOUND = expression(
    r"(?<!even )\bif you (?:have|are|weigh|also)\b|\b(?:unless|kidney|liver|child\w*|older|other medicine"
    r"|antacid"
    r"|hospital|specialist|drink|alcohol|caffeine|salt|water)\b",
    re.IGNORECASE,
)
_TIMES_OF_DAY = expression(
    r"\b(?:(?P<morning>morning|breakfast)|(?P<noon>lunch(?:time)?|noon|midday|afternoon)"
    r"|(?P<evening>evening|dinner|supper|tea(?:time)?|night|bedtime))\b",
    re.IGNORECASE,
)
_OR = expression(r"\bor\b", re.IGNORECASE)
_CLAUSE = expression(r"[;:]|\. |, but ")
_REACH = 160  # characters
_PERIODS = {"week": 7, "month": 30, "dose": 0}


class Most(Value):
    """The most of a kind that may be taken in so many days; 0 days for one dose."""

    kind: str
    value: Fraction
    days: int
    start: int
    end: int


class Told(Value):
    """What a text tells to take; `said` are the words behind its verb, "" where it orders nothing."""

    said: str
    amounts: tuple[Measure, ...]
    daily: tuple[Measure, ...]  # what comes to a day
    often: tuple[Stated, ...]  # times a day
    up_to: tuple[Measure, ...]  # amounts that may be taken, and not more
    up_to_often: tuple[Stated, ...]
    most: tuple[Most, ...]
    gaps: tuple[Stated, ...]  # hours
    named_times: int  # how many times of day it names
    is_elsewise: bool  # for others, another step, another time
    is_usual: bool  # of most readers


def told_doses(texts: Texts) -> Mapping[int, Told]:
    """Return what each text tells to take, or to take at most."""
    measured = set(texts.holding(_MEASURED))
    return _told_in(texts, [number for number in texts.holding(_TELLING) if number in measured])


def large_doses(texts: Texts) -> Mapping[int, Told]:
    """Return what those texts tell to take that hold a number of some size."""
    large = sorted({*texts.with_digits, *texts.holding(_LARGE)})
    return _told_in(texts, [number for number in large if ORDER.search(texts.typed[number])])


def _told_in(texts: Texts, numbers: Sequence[int]) -> Mapping[int, Told]:
    told = ((number, _told(texts.typed[number])) for number in numbers)
    return {number: each for number, each in told if each is not None}


def _told(text: str) -> Told | None:
    """Return what a text tells; None where that is nothing."""
    most, gaps = tuple(_mosts(text)), tuple(_gaps(text))
    order = next((each for each in ORDER.finditer(text) if _is_order(text, each.start())), None)
    limits = [*[(each.start, each.end) for each in most], *[(each.start, each.end) for each in gaps]]
    amounts = [each for each in measures(text) if each.start >= order.start()] if order else []
    often = [*frequencies(text), *_other_often(text)] if order else []
    amounts = [each for each in amounts if not (_within(each, limits) or _dilutes(text, each))]
    often = [each for each in often if not _within(each, limits)]
    taken = [each for each in amounts if not _denied(text, each.start)]
    times = [each for each in often if not _denied(text, each.start)]
    up_to = [each for each in amounts if _is_end(text, each.start)]
    up_to_often = [each for each in often if _is_end(text, each.start)]
    named = 0 if _OR.search(text) else len({each.lastgroup for each in _TIMES_OF_DAY.finditer(text)})
    if not (taken or times or up_to or up_to_often or most or gaps or named):
        return None
    daily = [each for each in taken if _is_daily(text, each)]
    return Told(
        said=order["next"].strip().lower() if order else "",
        amounts=tuple([each for each in taken if each not in daily]),
        daily=tuple(daily),
        often=tuple(times),
        up_to=tuple(up_to),
        up_to_often=tuple(up_to_often),
        most=most,
        gaps=gaps,
        named_times=named,
        is_elsewise=ELSEWISE.search(text) is not None,
        is_usual=_USUAL.search(text) is not None,
    )


def _before(text: str, at: int) -> str:
    """Return what stands before a place, as far as it can change what stands there."""
    return text[max(0, at - _REACH) : at]


def _other_often(text: str) -> Iterator[Stated]:
    """Yield frequencies in other words: "with each meal", "on alternate days", "six-hourly"."""
    for match in _OTHER_OFTEN.finditer(text):
        kind = match.lastgroup or ""
        value = Fraction(24) / count_of(match["hours"]) if kind == "hours" else _OFTEN[kind]
        yield Stated("frequency", value, *match.span())


def clause_before(text: str, at: int) -> str:
    """Return what stands before a place in its clause."""
    return _CLAUSE.split(_before(text, at))[-1]


def _is_order(text: str, at: int) -> bool:
    """Tell whether a verb tells the reader to do something: "before you take" and "do not take" do not."""
    clause = clause_before(text, at)
    return not (FORBIDDING.search(clause) or _ASIDE.search(clause))


def _denied(text: str, at: int) -> bool:
    """Tell whether what stands at a place is forbidden, or a bound: "no more than"."""
    clause = clause_before(text, at)
    return bool(FORBIDDING.search(clause) or _BOUNDING.search(clause))


def _is_end(text: str, at: int) -> bool:
    """Tell whether what stands at a place is the end of what may be taken: "up to"."""
    clause = clause_before(text, at)
    return _BOUNDING.search(clause) is not None and FORBIDDING.search(clause) is None


def _dilutes(text: str, each: Measure) -> bool:
    """Tell whether an amount is what a dose is taken in: "in 100 ml of water"."""
    return each.kind == "ml" and _DILUTING.search(_before(text, each.start)) is not None


def _is_daily(text: str, each: Measure) -> bool:
    """Tell whether an amount is what the doses of a day come to."""
    after = _A_DAY.match(text, each.end)
    return after is not None or _TOTAL_BEFORE.search(_before(text, each.start)) is not None


def _within(each: Measure | Stated, places: list[tuple[int, int]]) -> bool:
    return any(start <= each.start and each.end <= end for start, end in places)


def _mosts(text: str) -> Iterator[Most]:
    for match in _MOST.finditer(text):
        if _BOUND.search(text):
            return
        period = (match["period"] or match["daily"]).lower()
        kind, value = in_kind(count_of(match["count"] or match["count2"]), match["unit"] or match["unit2"])
        one = any(word in period for word in ("time", "once", "go", "dose"))
        days = next((days for word, days in _PERIODS.items() if word in period), 1)
        yield Most(kind, value, 0 if one else days, *match.span())


def _gaps(text: str) -> Iterator[Stated]:
    if "hour" not in text.lower() or _BOUND.search(text):
        return
    for match in _GAP.finditer(text):
        hours = match["hours"] or match["hours2"]
        yield Stated("hours", count_of(hours), *match.span())
