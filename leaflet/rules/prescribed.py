"""Hold the dose that a pharmacist types for one patient against what the leaflet says of doses.

A doctor may prescribe another dose than the usual one. So what merely differs is asked back, since the page
then says both; what is above the most, closer than the interval, or does not come out, is refused.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from leaflet.rules.agreement import all_dosed, two_doses
from leaflet.rules.dose_facts import DoseFact, dose_fact, is_ours
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.meaning import digest
from leaflet.rules.measures import Measure, measures
from leaflet.rules.rule import ContentRule, Hit
from leaflet.rules.strength_values import Strength, converted, head_of, is_one_of
from leaflet.rules.told_doses import FORBIDDING, Most, Told, told_doses
from leaflet.values import Value

_DAY_LONG = 24  # hours
_HOW = frozenset(["how_to_take", "instructions"])
_LOWER = "type a dose within it, or have the prescriber asked and hand the leaflet out without a dose"
_ASKED = "compare it with the prescription"


class _Limits(Value):
    """What a leaflet says of doses: the most, the hours between, the doses it states, the largest amounts."""

    most: Sequence[tuple[Most, str]]
    gaps: Sequence[tuple[Fraction, str]]
    doses: Sequence[tuple[Told, str]]
    largest: Sequence[Measure]
    fact: DoseFact | None
    strengths: frozenset[Strength]


def _limits(ours: Manuscript) -> _Limits:
    told = [
        (sentence, each)
        for sentence, each in ours.found_in_sentences(told_doses)
        if sentence.passage.topic or sentence.passage.warning
    ]
    fact = dose_fact(ours)
    most = [(limit, repr(sentence.text)) for sentence, each in told for limit in each.most]
    gaps = [(gap.value, repr(sentence.text)) for sentence, each in told for gap in each.gaps]
    if fact is not None and fact.most is not None:
        most.append((Most(fact.kind, fact.most, fact.days, 0, 0), "the maximum of facts"))
    if fact is not None and fact.dose.interval is not None:
        gaps.append((Fraction(str(fact.dose.interval)), "the interval of facts"))
    doses = [
        (each, repr(sentence.text))
        for sentence, each in told
        if (each.amounts or each.often) and not (each.is_elsewise or each.is_usual) and is_ours(ours, each)
        if not FORBIDDING.search(sentence.lead) and sentence.passage.topic in _HOW
    ]
    cells = [each.plain for each in ours.passages if each.topic in _HOW and each.role == "cell"]
    told_amounts = [
        amount
        for sentence, each in told
        if sentence.passage.topic in _HOW and is_ours(ours, each)
        for amount in each.amounts
    ]
    return _Limits(
        most=most,
        gaps=gaps,
        doses=doses,
        largest=[*told_amounts, *[each for cell in cells for each in measures(cell) if not each.of]],
        fact=fact,
        strengths=ours.recall(head_of).known,
    )


def _prescribed(dictation: Manuscript) -> Iterable[Hit]:
    """Find what a dictated text says of doses otherwise than the leaflet."""
    limits = _limits(Manuscript(dictation.monograph, dictation.on))
    for _, dosed in dictation.found_in_sentences(all_dosed):
        for clash in dosed.clashes:
            yield Hit(message=clash.message, hint=clash.hint, span=None)
    told = [each for _, each in dictation.found_in_sentences(told_doses) if is_ours(dictation, each)]
    refused = [*_too_much(told, limits), *_too_often(told, limits)]
    yield from refused
    if not refused and (said := _difference(told, limits)):
        words = " ".join(passage.plain for passage in dictation.passages)
        yield Hit(message=said, hint=_ASKED, span=None, words_sha256=digest(words))


def _too_much(told: Sequence[Told], limits: _Limits) -> Iterator[Hit]:
    for most, where in limits.most:
        ends = [end for each in told for end in each.most if end.days == most.days]
        amounts = [*_in_all(told, most, limits.strengths), *_ends(ends, most, limits.strengths)]
        if amounts and all(each > most.value for each in amounts):
            yield Hit(message=f"this dose is more than the leaflet allows: {where}", hint=_LOWER, span=None)
            return


def _in_all(told: Sequence[Told], most: Most, strengths: Iterable[Strength]) -> Sequence[Fraction]:
    """Return what doses come to at a time or in a period, one value for each strength that may be meant."""
    totals: list[Fraction] = []
    parts: dict[str, Fraction] = {}
    for each in told:
        taken = [amount for amount in (*each.amounts, *each.up_to) if not amount.of]
        for amount in each.daily if most.days else ():
            parts[amount.kind] = parts.get(amount.kind, Fraction(0)) + amount.value * most.days
        if not taken:
            continue
        if most.days == 0:
            totals += _turned(taken[0], most.kind, strengths)
            continue
        often = max([one.value for one in (*each.often, *each.up_to_often)], default=None)
        times = Fraction(max(1, each.named_times)) if often is None else often
        several = each.named_times > 1 and often is None and len(taken) == each.named_times
        for kind in {amount.kind for amount in taken}:
            same = [amount.value for amount in taken if amount.kind == kind]
            daily = sum(same) if several else max(same) * times
            parts[kind] = parts.get(kind, Fraction(0)) + daily * most.days
    for kind, value in parts.items():
        totals += [value] if kind == most.kind else sorted(converted(kind, value, most.kind, strengths))
    return totals


def _ends(ends: Iterable[Most], most: Most, strengths: Iterable[Strength]) -> Iterator[Fraction]:
    """Yield what a dictated most comes to: "up to 8 tablets a day"."""
    for end in ends:
        if end.kind == most.kind:
            yield end.value
        else:
            yield from converted(end.kind, end.value, most.kind, strengths)


def _turned(amount: Measure, kind: str, strengths: Iterable[Strength]) -> list[Fraction]:
    if amount.kind == kind:
        return [amount.value]
    return sorted(converted(amount.kind, amount.value, kind, strengths))


def _too_often(told: Sequence[Told], limits: _Limits) -> Iterator[Hit]:
    often = max([each.value for one in told for each in (*one.often, *one.up_to_often)], default=Fraction(0))
    for hours, where in limits.gaps:
        if often * hours > _DAY_LONG:
            message = f"these doses are closer to each other than the leaflet says: {where}"
            yield Hit(message=message, hint=_LOWER, span=None)
            return


def _difference(told: Sequence[Told], limits: _Limits) -> str:
    """Return what makes a dictated dose another than those of the leaflet; "" where nothing does."""
    amounts = [amount for each in told for amount in (*each.amounts, *each.up_to) if not amount.of]
    often = [each.value for one in told for each in one.often]
    fact = limits.fact
    if fact is not None:
        others = [each for each in amounts if (known := fact.values_of(each.kind)) and not _is(each, known)]
        if others or any(each != fact.often for each in often):
            return f"the leaflet's own dose is another: {fact.told}"
    stated = [(each, where) for each, where in limits.doses if _are_comparable(each, amounts, often, limits)]
    if stated and not any(_agrees(each, amounts, often, limits) for each, _ in stated):
        return f"the leaflet states another dose, and prints both: {stated[0][1]}"
    for amount in amounts:
        largest = [each for one in limits.largest for each in _turned(one, amount.kind, limits.strengths)]
        if largest and amount.value > max(largest):
            return "this is more than any dose of the leaflet"
    return ""


def _are_comparable(
    stated: Told, amounts: Sequence[Measure], often: Sequence[Fraction], limits: _Limits
) -> bool:
    """Tell whether a stated dose says of the same what the dictated one does."""
    measured = any(
        _turned(each, amount.kind, limits.strengths) for each in stated.amounts for amount in amounts
    )
    return measured or bool(stated.often and often and not stated.amounts)


def _agrees(stated: Told, amounts: Sequence[Measure], often: Sequence[Fraction], limits: _Limits) -> bool:
    for amount in amounts:
        known = [value for each in stated.amounts for value in _turned(each, amount.kind, limits.strengths)]
        ranged = [each for each in stated.amounts if each.kind == amount.kind and each.holds(amount.value)]
        if known and not ranged and not is_one_of(amount.value, known):
            return False
    return not (stated.often and often) or {each.value for each in stated.often} >= set(often)


def _is(amount: Measure, known: Iterable[Fraction]) -> bool:
    return is_one_of(amount.value, known) and is_one_of(amount.least, known)


PRESCRIBED = ContentRule(explanation=two_doses.explanation, severity="error", judge=_prescribed)
"""S213 for one patient's dose, which is asked of no monograph."""
