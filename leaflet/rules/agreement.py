"""Rule S213: a leaflet states one dose for one thing."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from leaflet.precompiled import expression
from leaflet.rules.adding_up import SUMS, adding_up
from leaflet.rules.dose_facts import against_facts
from leaflet.rules.dose_tables import beyond_the_table
from leaflet.rules.earlier_doses import EarlierDoses, value_of
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.patterns import Texts
from leaflet.rules.rule import Hit, rule
from leaflet.rules.sentences import Sentence
from leaflet.rules.stated_doses import (
    COUNT,
    DOSING,
    UNIT,
    Stated,
    may_state,
    number_of,
    plain_unit,
    stated,
)
from leaflet.rules.tabled_doses import tabled_doses
from leaflet.rules.two_measures import TWO_MEASURES, Clash, in_two_measures, times_a_day
from leaflet.values import Value, altered

_NO_DOSE = expression(
    r"\b(?:contains?|each (?:tablet|capsule|m[lL])|comes? (?:in|as)|available|took|taken|missed"
    r"|forg[eo]t\w{0,3}|do not|never|don['’]t"
    r"|(?:doctor|nurse|prescriber|specialist|pharmacist|team|clinic) (?:may|might|will|can|could|should)"
    r"|may (?:lower|raise|change|increase|go up)|(?:is|are|be) (?:raised|lowered|increased|reduced)"
    r"|if you|unless|by mistake|study|before|after|apart|within"
    r"|last|stays?|reading)\b",
    re.IGNORECASE,
)
_LIMIT = expression(
    rf"\b(?:(?:no|not|never|do not) (?:take |use |give |have )?(?:any )?more than|at most|up to"
    rf"|maximum(?: daily)?(?: dose)?(?: of| is|:)?|(?:not|never) (?:exceed|go over|go above)"
    rf"|the most (?:is|you (?:can|may) (?:take|use|have) is))(?: a total of)?"
    rf" (?P<count>{COUNT}) ?(?P<unit>{UNIT}|times) "
    r"(?:(?:a|each|per|in a|every|in one) day|daily|in 24 hours)"
    r"|(?:maximum|most|highest|total) daily (?:dose|amount)(?: is| of|:)? "
    r"(?P<count3>\d[\d.,]{0,12}) ?(?P<unit3>m?g|mcg|tablets?|capsules?|units?|m[lL])\b"
    r"|(?:no|not|never)(?: take| use)? more than (?P<count2>\d[\d.,]{0,12}) ?(?P<unit2>"
    + UNIT
    + r") in 24 hours",
    re.IGNORECASE,
)
# What makes two doses doses of different things: who, when, for what, which step.
_SETTING = expression(
    r"\b(?:alternative|single|adults?|child(?:ren)?|bab(?:y|ies)|teenagers?|older|elderly|kidney"
    r"|liver|pregnan\w+|start\w*"
    r"|first|second|third|then|next|later|maximum|most|up to|no more than|at least|not more|morning"
    r"|noon|lunch\w*"
    r"|afternoon|evening|night|bedtime|day \d+|week \d+|month \d+|step \d+|stage \d+|weeks?|monday"
    r"|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|liquid|syrup|capsules?|injection|patch|under|over|aged|years?"
    r"|inject|apply|cream|gel|ointment|drops?|spray|puffs?|inhale"
    r"|slow|long|fast|modified"
    r"|release|low|high|for [a-z]{4,20}|to (?:treat|prevent) [a-z]{3,20})\b",
    re.IGNORECASE,
)  # fmt: skip


@rule(
    "S213",
    "two different doses for the same thing",
    reason="a patient who finds two doses takes one of them, and it may be the wrong one",
    bad="Take 5 mg 3 times a day. … Take 10 mg 3 times a day.",
    good="Take 5 mg 3 times a day, said the same way in both places.",
    source="ISMP; house rule: a dose is stated once, or for whom and when",
)
def two_doses(manuscript: Manuscript) -> Iterable[Hit]:
    """Find a second amount or frequency for what has one already, and sums beyond the most allowed."""
    known = EarlierDoses()
    yield from against_facts(manuscript)
    yield from beyond_the_table(manuscript)
    yield from tabled_doses(manuscript)
    told_of = [
        (sentence, dosed)
        for sentence, dosed in manuscript.found_in_sentences(all_dosed)
        if sentence.passage.topic
    ]
    yield from _beyond_the_most(told_of)
    for sentence, dosed in told_of:
        for clash in dosed.clashes:
            span = sentence.locate(clash.start, clash.end)
            yield Hit(message=clash.message, hint=clash.hint, span=span)
        if not dosed.is_dose:
            continue
        found = dosed.stated
        setting = _setting(f"{sentence.lead} {sentence.text}") if sentence.lead else dosed.setting
        things = {each.thing for each in found}
        told: set[str] = set()
        for each in found:
            thing, value = value_of(each)
            if thing in told:
                continue
            told.add(thing)
            key = "dose" if thing == "frequency" and len(things) > 1 else thing
            said_so = (value, sentence.text)
            first, earlier = known.compare(key, setting, said_so, is_daily="frequency" in things)
            if first != value and not _is_each_day(sentence.text, each, first):
                said = (
                    f"{sentence.text[each.start : each.end]!r} differs from what was stated before: "
                    f"{earlier!r}"
                )
                yield Hit(
                    message=said,
                    hint="state a dose once, or say for whom or when each of the two is meant",
                    span=sentence.locate(each.start, each.end),
                )


def _beyond_the_most(told_of: Iterable[tuple[Sentence, "_Dosed"]]) -> Iterator[Hit]:
    """Yield doses that come to more a day than another sentence allows, for the same reader."""
    most: dict[str, tuple[Fraction, Sentence]] = {}
    taken: list[tuple[str, Fraction, Sentence, Stated]] = []
    for sentence, dosed in told_of:
        if sentence.lead:
            continue
        if dosed.most is not None and not dosed.setting - _LIMITING:
            unit, value = dosed.most
            most[unit] = min(most.get(unit, (value, sentence)), (value, sentence), key=lambda each: each[0])
        elif dosed.is_dose and not dosed.setting and (daily := _of_a_day(dosed.stated)):
            taken.append((daily[0].thing, daily[1], sentence, daily[0]))
    for unit, value, sentence, each in taken:
        if unit in most and value > most[unit][0] and most[unit][1] is not sentence:
            yield Hit(
                message=f"this dose comes to more a day than is allowed: {most[unit][1].text!r}",
                hint="correct the dose, the frequency or the most",
                span=sentence.locate(each.start, each.end),
            )


def _of_a_day(found: Sequence[Stated]) -> tuple[Stated, Fraction] | None:
    """Return the one amount of a text, and what it comes to a day by its one frequency."""
    often = [each for each in found if each.thing == "frequency"]
    amounts = [each for each in found if each.thing != "frequency"]
    if len(often) == 1 and len(amounts) == 1:
        return amounts[0], amounts[0].value * often[0].value
    return None


class _Dosed(Value):
    """What a text on dosing states."""

    stated: Sequence[Stated]
    clashes: Sequence[Clash]
    is_dose: bool  # to take, not one that was missed or is in a tablet
    setting: frozenset[str]
    most: tuple[str, Fraction] | None = None  # the unit and the most of it that may be taken in a day


def all_dosed(texts: Texts) -> Mapping[int, _Dosed]:
    """Return what each text on dosing states."""
    found: dict[int, _Dosed] = {}
    for number in may_state(texts) & set(texts.holding(DOSING)):
        text = texts.typed[number]
        if said := tuple(stated(text)):
            clashes = (*_beside_each_other(text, said), *_at_meals(text, said))
            found[number] = _Dosed(said, clashes, not _NO_DOSE.search(text), _setting(text), _most(text))
    for number, sums in _sums(texts, found):
        if not sums:
            continue
        dosed = found.get(number, _Dosed((), (), False, frozenset()))
        found[number] = altered(dosed, clashes=(*dosed.clashes, *sums))
    return found


def _sums(texts: Texts, known: Mapping[int, _Dosed]) -> Iterator[tuple[int, Sequence[Clash]]]:
    """Yield what does not come out in a text, on dosing or not."""
    for number in texts.holding(SUMS):
        text = texts.typed[number]
        if SUMS.search(text):
            said = tuple(stated(text))
            beside: Sequence[Clash] = ()
            if number not in known:
                beside = *_beside_each_other(text, said), *_at_meals(text, said)
            yield number, (*adding_up(text, said), *beside)
    for number in texts.with_digits:
        text = texts.typed[number]
        if TWO_MEASURES.search(text):
            yield number, tuple(in_two_measures(text, times_a_day(tuple(stated(text)))))


def _setting(text: str) -> frozenset[str]:
    return frozenset([match.group().lower().rstrip("s") for match in _SETTING.finditer(text)])


def _is_each_day(text: str, each: Stated, first: Fraction) -> bool:
    """Tell whether "every day" says that no day is left out, of what is taken once a day or more often."""
    return text[each.start : each.end].lower() in ("every day", "daily") and first >= 1


def _beside_each_other(text: str, found: Sequence[Stated]) -> Iterator[Clash]:
    """Yield two frequencies joined in one sentence, and amounts that add up to more than its limit."""
    times = [each for each in found if each.thing == "frequency"]
    for first, second in itertools.pairwise(times):
        if first.value != second.value and re.fullmatch(
            r",? (?:(?:or|and then|then|and) )?|, ", text[first.end : second.start]
        ):
            yield Clash(
                message=f"{text[first.start : second.end]!r} states two frequencies",
                hint="state one",
                start=first.start,
                end=second.end,
            )
    limit, allowed = _LIMIT.search(text), _most(text)
    if limit is None or allowed is None:
        return
    unit, most = allowed
    outside = [each for each in found if each.end <= limit.start() or each.start >= limit.end()]
    amount = next((each.value for each in outside if each.thing == unit), None)
    often = next((each.value for each in outside if each.thing == "frequency"), None)
    if amount is not None and often is not None and amount * often > most:
        yield Clash(
            message=f"the doses of this sentence add up to more than {limit.group()!r}",
            hint="correct the dose, the frequency or the most",
            start=limit.start(),
            end=limit.end(),
        )


def _most(text: str) -> tuple[str, Fraction] | None:
    """Return the unit and the most of it that a text allows in a day."""
    limit = _LIMIT.search(text)
    if limit is None or _ON_CONDITION.search(text):
        return None
    unit = plain_unit(limit["unit"] or limit["unit2"] or limit["unit3"])
    return unit, number_of(limit["count"] or limit["count2"] or limit["count3"])


_LIMITING = frozenset(["maximum", "most", "up to", "no more than", "not more"])
_ON_CONDITION = expression(r"\b(?:hospital|specialist|if you (?:have|are))\b", re.IGNORECASE)
_TIME = (
    r"(?:(?:in |at |with |before |after |your |the ){0,4}(?:breakfast|morning|lunch(?:time)?|noon|midday"
    r"|dinner|supper|tea(?:time)?|evening|night|bedtime|afternoon)(?: meal)?)"
)
_TIMES = expression(rf"\b{_TIME}(?:(?:, ?| )(?:and )?{_TIME}){{1,4}}(?! or\b)", re.IGNORECASE)
_NAMED_TIME = expression(
    r"breakfast|morning|lunch|noon|midday|dinner|supper|tea|evening|night|bedtime|afternoon", re.IGNORECASE
)
_APART = expression(r"\b(?:or|then|but|another|other|second|if|when|until|instead|first|after that)\b|;")
_MEALS = 3  # more frequent doses are not told by meals alone


def _at_meals(text: str, found: Sequence[Stated]) -> Iterator[Clash]:
    """Yield a frequency that the times of day named beside it do not come to."""
    times = _TIMES.search(text)
    often = [each for each in found if each.thing == "frequency"]
    if times is None or not often or _APART.search(text) or often[0].value > _MEALS:
        return
    named = len(set(_NAMED_TIME.findall(times.group().lower())))
    days = [each for each in often if text[each.start : each.end].lower() not in _EACH_DAY]
    if len(days) == 1 and named > 1 and days[0].value != named:
        yield Clash(
            message=f"{text[days[0].start : days[0].end]!r} does not fit {times.group().strip()!r}",
            hint="correct the frequency or the times of day",
            start=times.start(),
            end=times.end(),
        )


_EACH_DAY = ("every day", "each day", "daily", "a day", "nightly")


RULES = (two_doses,)
