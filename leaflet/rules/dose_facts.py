"""The dose of `facts` against itself, and every dose of the text against it."""

import re
from collections.abc import Container, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from leaflet.diagnostics import Span
from leaflet.model import Dose, Plan, Schedule, Table
from leaflet.precompiled import expression
from leaflet.rules.manuscript import Manuscript
from leaflet.rules.measures import Measure, in_kind, measures
from leaflet.rules.rule import Hit
from leaflet.rules.stated_doses import DAYS, frequencies
from leaflet.rules.strength_values import Strength, converted, head_of, is_one_of
from leaflet.rules.told_doses import ELSEWISE, FORBIDDING, Most, Told, told_doses
from leaflet.rules.wordlists import word_set
from leaflet.values import Value

_DAY_LONG = 24  # hours
_HINT = "state the dose once: correct this, or facts.dose, or say for whom or when it is meant"
# What stands behind the verb where the medicine itself, or an amount of it, is its object.
_OURS = word_set(
    """
    it them up no one two three four five six seven eight nine ten twelve half each every once twice only just
    exactly about another in on into onto under with daily medicine medicines tablets tablet capsules
    capsule drops drop puffs puff injection injections insulin patch patches spray sprays cream ointment
    gel liquid syrup suspension solution units sachet sachets at before after by inside regularly always
    both dose doses suppository pessary lozenge child baby next whole full single prescribed usual daily
    same correct right left affected total of is
    """
)
_FORMS = word_set(
    "tablets capsules drops puffs patches injection injections spray sprays cream ointment syrup inhaler"
)
_DETERMINERS = word_set("this these those the your a an his her their")
DOSE_HEAD = expression(
    r"\b(?:dose|how (?:much|many|often)|amount|units|tablets|drops|take|use|inject)\b", re.IGNORECASE
)
_NO_DAY_LEFT_OUT = ("every day", "each day", "daily", "a day", "nightly")
_EACH_DAY = expression(r"\b(?:every|each) (?:morning|evening|night|day)\b", re.IGNORECASE)


class DoseFact(Value):
    """The dose of `facts`, in the unit of its kind."""

    dose: Dose
    kind: str
    amount: Fraction
    often: Fraction  # times a day
    strengths: frozenset[Strength]

    @property
    def days(self) -> int:
        """The days of its period."""
        return DAYS[self.dose.per]

    @property
    def most(self) -> Fraction | None:
        """The most that may be taken in its period."""
        most = self.dose.maximum
        return None if most is None else in_kind(Fraction(str(most)), self.dose.unit)[1]

    @property
    def told(self) -> str:
        """The dose in a few words, for a message."""
        dose = self.dose
        often = {1: "once", 2: "twice"}.get(dose.times, f"{dose.times} times")
        return f"{dose.amount:f} {dose.unit} {often} a {dose.per}"

    def values_of(self, kind: str) -> frozenset[Fraction]:
        """Return what the amount is in a kind: none where no strength tells."""
        return frozenset([self.amount]) if kind == self.kind else self.turned(self.amount, kind)

    def turned(self, value: Fraction, kind: str) -> frozenset[Fraction]:
        """Return what a value in the fact's own unit comes to in another kind."""
        return frozenset([value]) if kind == self.kind else converted(self.kind, value, kind, self.strengths)


def dose_fact(manuscript: Manuscript) -> DoseFact | None:
    """Return the dose that the facts of a monograph state."""
    dose = manuscript.monograph.facts.dose
    if dose is None:
        return None
    kind, amount = in_kind(Fraction(str(dose.amount)), dose.unit)
    often = Fraction(dose.times, DAYS[dose.per])
    return DoseFact(dose, kind, amount, often, manuscript.recall(head_of).known)


def against_facts(manuscript: Manuscript) -> Iterator[Hit]:
    """Yield facts of the dose that contradict each other, and doses of the text that contradict them."""
    fact = dose_fact(manuscript)
    if fact is None:
        return
    yield from _among_themselves(fact)
    for sentence, told in manuscript.found_in_sentences(told_doses):
        passage = sentence.passage
        if not (passage.topic or passage.warning) or FORBIDDING.search(sentence.lead):
            continue
        for start, end, what in contradicting(manuscript, fact, told, sentence.text):
            said = f"{sentence.text[start:end]!r} {what}"
            yield Hit(message=said, hint=_HINT, span=sentence.locate(start, end))
    for section in manuscript.monograph.sections:
        for block in section.blocks:
            if isinstance(block, Schedule):
                yield from _planned(fact, block.schedule)
            elif isinstance(block, Table) and len(block.table.rows) == 1:
                yield from _tabled(fact, block)


def _among_themselves(fact: DoseFact) -> Iterator[Hit]:
    dose, most = fact.dose, fact.most
    if most is not None and fact.amount * dose.times > most:
        yield _hit(
            f"{fact.told} come to more than the maximum of {dose.maximum:f} {dose.unit} a {dose.per}",
            dose.span_of("maximum"),
        )
    hours = _DAY_LONG * fact.days
    if dose.interval is not None and Fraction(str(dose.interval)) * dose.times > hours:
        yield _hit(
            f"{dose.times} doses a {dose.per} are not {dose.interval} hours apart", dose.span_of("interval")
        )


def _hit(message: str, span: Span | None) -> Hit:
    hint = "correct the amount, the times, the maximum or the interval in facts.dose"
    return Hit(message=message, hint=hint, span=span)


_Clash = tuple[int, int, str]  # where, and what is wrong


def contradicting(manuscript: Manuscript, fact: DoseFact, told: Told, text: str) -> Iterator[_Clash]:
    """Yield what a text, with its lead-in, tells otherwise than the facts."""
    yield from _bounds(fact, told)
    others = [
        each.of for each in (*told.amounts, *told.daily) if each.of and not names_it(manuscript, each.of)
    ]
    if told.is_elsewise or others or not is_ours(manuscript, told):
        return
    for _, group in groupby(told.amounts, key=lambda each: each.start):
        # "One 10 mg tablet" is 10 mg, whatever the usual tablet holds: its milligrams come last.
        amounts = [each for each in group if fact.values_of(each.kind)]
        if amounts and not _is_dose(fact, amounts[-1]):
            yield amounts[-1].start, amounts[-1].end, f"is not the dose of facts: {fact.told}"
    for each in told.daily:
        values = fact.turned(fact.amount * fact.often, each.kind)
        if fact.often >= 1 and values and not is_one_of(each.value, values):
            yield each.start, each.end, f"is not what a day of facts comes to: {fact.told}"
    yield from _otherwise_often(fact, told, text)


def _is_dose(fact: DoseFact, amount: Measure) -> bool:
    """Tell whether an amount is the dose, or a range that it lies in, or one that nothing tells it from."""
    values = fact.values_of(amount.kind)
    return not values or any(map(amount.holds, values)) or is_one_of(amount.value, values)


def is_ours(manuscript: Manuscript, told: Told) -> bool:
    """Tell whether what a text tells to take is this medicine, as far as the words behind its verb say."""
    words = told.said.split()
    whose = words[0] if words else ""
    while words and words[0] in _DETERMINERS:
        del words[0]
    if words and whose == "your" and words[0] in _FORMS:
        ours = {form for form in _FORMS if names_it(manuscript, form, frozenset())}
        return not ours or words[0] in ours  # "your tablets", in a leaflet on drops, are others
    return not words or words[0][0].isdigit() or names_it(manuscript, words[0])


def names_it(manuscript: Manuscript, word: str, others: Container[str] = _OURS) -> bool:
    """Tell whether a word may stand for the medicine: one of its names, its form, or one of some others."""
    monograph = manuscript.monograph
    names = (*manuscript.all_names, monograph.called, monograph.form or "")
    return word in others or any(word in name.lower().split() for name in names)


def _bounds(fact: DoseFact, told: Told) -> Iterator[_Clash]:
    for most in told.most:
        if what := _other_most(fact, most):
            yield most.start, most.end, what
    dose = fact.dose
    for gap in told.gaps:
        if dose.interval is not None and gap.value != Fraction(str(dose.interval)):
            yield gap.start, gap.end, f"is not the interval of facts: {dose.interval} hours"
        elif dose.interval is None and gap.value * dose.times > _DAY_LONG * fact.days:
            yield gap.start, gap.end, f"leaves no room for the dose of facts: {fact.told}"


def _other_most(fact: DoseFact, most: Most) -> str:
    """Return what is wrong with the most that a text allows; "" where nothing is."""
    if fact.most is not None and most.days == fact.days:
        values = fact.turned(fact.most, most.kind)
        told = f"{fact.dose.maximum:f} {fact.dose.unit} a {fact.dose.per}"
        return f"is not the maximum of facts: {told}" if values and not is_one_of(most.value, values) else ""
    times = max(Fraction(1), fact.often * most.days)
    needed = fact.turned(fact.amount * times, most.kind)
    too_little = bool(needed) and all(each > most.value for each in needed)
    return f"is less than the dose of facts: {fact.told}" if too_little else ""


def _otherwise_often(fact: DoseFact, told: Told, text: str) -> Iterator[_Clash]:
    several = [each for each in told.often if each.value != 1] or told.often
    for each in several:
        is_each_day = text[each.start : each.end].lower() in _NO_DAY_LEFT_OUT and fact.often >= 1
        if each.value != fact.often and not is_each_day:
            yield each.start, each.end, f"is not how often facts say: {fact.told}"
    if told.often or not told.amounts:
        return
    each_day = _EACH_DAY.search(text)
    if each_day and fact.often < 1:
        yield *each_day.span(), f"is not how often facts say: {fact.told}"
    elif told.named_times > 1 and told.named_times != fact.often:
        first, last = told.amounts[0], told.amounts[-1]
        yield first.start, last.end, f"is at {told.named_times} times of the day, but facts say {fact.told}"


def _planned(fact: DoseFact, plan: Plan) -> Iterator[Hit]:
    """Yield rows of a plan that come to more than the maximum, and a plan of one row that is another dose."""
    for row in plan.rows:
        doses = [(cell, found[0]) for cell in row.doses if (found := tuple(measures(cell.plain)))]
        total = _total(fact, [each for _, each in doses])
        if total is None or not doses:
            continue
        span, said = doses[0][0].span, f"the doses of {row.when.plain!r}"
        is_fact = len(doses) == fact.often and all(_is_dose(fact, each) for _, each in doses)
        if fact.most is not None and fact.days == 1 and total > fact.most:
            yield Hit(message=f"{said} come to more than the maximum of facts", hint=_HINT, span=span)
        elif len(plan.rows) == fact.days == 1 and not is_fact:
            yield Hit(message=f"{said} are not the dose of facts: {fact.told}", hint=_HINT, span=span)


def _total(fact: DoseFact, doses: Sequence[Measure]) -> Fraction | None:
    """Return what doses come to in the fact's unit; None where no one strength tells."""
    total = Fraction(0)
    for each in doses:
        same = each.kind == fact.kind
        values = [each.value] if same else [*converted(each.kind, each.value, fact.kind, fact.strengths)]
        if len(values) != 1:
            return None
        total += values[0]
    return total


def _tabled(fact: DoseFact, block: Table) -> Iterator[Hit]:
    """Yield the cells of a table of one row that tell another dose: with no other row, it is the reader's."""
    (row,) = block.table.rows
    if ELSEWISE.search(" ".join([each.plain for each in row])):
        return
    for cell, head in zip(row, block.table.columns, strict=False):
        if DOSE_HEAD.search(head.plain):
            told = [each for each in measures(cell.plain) if not _is_dose(fact, each)]
            often = frequencies(cell.plain)
            if told or any(each.value != fact.often for each in often):
                said = f"{cell.plain!r} is not the dose of facts: {fact.told}"
                yield Hit(message=said, hint=_HINT, span=cell.span)
