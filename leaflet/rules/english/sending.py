"""How a reader is sent for help: whom to ask, in what order, how firmly, and on what condition.

An order to get help is safe in one form: it names somebody to ask, at once or at no stated time, before the
act that it guards, on a condition of illness and not of convenience. What differs is a finding.
"""

from collections.abc import Iterator

from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import clause_of
from leaflet.rules.english.sentence_reading import Act, Clause, Reading, Status

_CALLS = m.TELL | m.HELP
_GUARDED = m.START | m.TAKE | m.RISKS | m.DRIVE | m.DRINK | m.CONTINUE
_GRAVE = m.CRISIS | m.DANGER
_ILL = m.CRISIS | m.DANGER | m.EFFECT | m.MILD | m.HAZARD | m.MISSED | m.PREGNANT


def sending(reading: Reading) -> Iterator[str]:
    """Judge the forms in which the reader is sent for help."""
    if not reading.marks & (_CALLS | m.HELP | m.DOCTOR | m.DIRECTED):
        return
    calls = [act for act in reading.acts if act.marks & _CALLS and not act.subject & m.DOCTOR]
    if (
        any(_is_bad_call(reading, act) for act in calls)
        or _on_a_whim(reading, calls)
        or _waits_for_harm(reading)
        or _is_skipped(reading)
    ):
        yield "S108"


def _is_bad_call(reading: Reading, act: Act) -> bool:
    return (
        _asks_nobody(reading, act)
        or _comes_late(reading, act)
        or _waits_for_a_date(reading, act)
        or _is_weak(reading, act)
    )


def _asks_nobody(reading: Reading, act: Act) -> bool:
    """Tell whether "no" stands before the one to ask: "ask no pharmacist"."""
    if act.status not in (Status.ORDER, Status.ALLOW):
        return False
    near = reading.row[act.at + 1 : act.at + 3]
    return bool(near) and bool(near[0] & m.NO) and not near[0] & m.RELEASE


def _comes_late(reading: Reading, act: Act) -> bool:
    """Tell whether help is asked for after the act that it should come before: "ask after taking"."""
    if act.status is not Status.ORDER or act.marks & m.ING:
        return False
    before = clause_of(reading, act)
    for clause in reading.clauses[act.clause + 1 :]:
        if clause.intro & m.AFTER and not before.intro and not clause.marks & _ILL & ~m.EFFECT:
            return bool(clause.marks & (_GUARDED | m.DELAY))
        before = clause
    return False


def _waits_for_a_date(reading: Reading, act: Act) -> bool:
    """Tell whether help in danger is asked for by the calendar: "before the summer", "in a few weeks"."""
    if act.status is not Status.ORDER or not act.marks & m.BASE or not reading.marks & m.CRISIS:
        return False
    clause = clause_of(reading, act)
    after = reading.clauses[act.clause + 1 : act.clause + 2]
    dated = [each for each in (clause, *after) if not each.intro & ~(m.BEFORE | m.AFTER)]
    return not clause.intro and any(each.marks & m.CALENDAR for each in dated)


def _is_weak(reading: Reading, act: Act) -> bool:
    """Tell whether help is only suggested: "you might like to", "consider asking", "could be treated"."""
    clause = clause_of(reading, act)
    if clause.intro or act.status in (Status.DOCTOR, Status.WITHOUT):
        return False
    led = 0
    for mark in reading.row[clause.start : act.at]:
        led |= mark
    near = reading.row[max(clause.start, act.at - 2) : act.at]
    if any(mark & m.WEAK for mark in near):
        return True
    lay = act.subject & (m.YOU | m.PEOPLE | m.OTHERS)
    grave = reading.marks & (_GRAVE | m.RISKS)
    return bool(led & m.MIGHT and act.status is Status.ALLOW and lay and grave)


def _on_a_whim(reading: Reading, calls: list[Act]) -> bool:
    """Tell whether help hangs on time, mood or asking, or on a second sign: "if … but no …"."""
    about = calls or (reading.marks & m.HELP and reading.marks & (_GRAVE | m.NEEDS))
    if not about or any(act.status is Status.FORBID for act in calls):
        return False
    for number, clause in enumerate(reading.clauses):
        if clause.intro & m.IF and clause.marks & m.WHIM:
            return True
        if clause.marks & m.PROVIDED and _limits(reading, number, clause):
            return True
        if number and _takes_a_sign_away(reading, number, clause):
            return True
    return any(
        clause.marks & m.MIGHT and clause.marks & m.HELP and not clause.intro and not clause.marks & m.NOT
        for clause in reading.clauses
        if reading.marks & (_GRAVE | m.EFFECT) and not clause.marks & (m.YOU | m.EFFECT)
    )


def _limits(reading: Reading, number: int, clause: Clause) -> bool:
    """Tell whether "provided" or "only if" limits help, and not an act that only a doctor may allow."""
    guarded = any(act.marks & _GUARDED and act.clause < number for act in reading.acts)
    return not guarded and not clause.marks & (m.DOCTOR | m.DIRECTED)


def _takes_a_sign_away(reading: Reading, number: int, clause: Clause) -> bool:
    """Tell whether "but no …" narrows the signs for which help is sought."""
    opening = reading.row[clause.start : clause.start + 2]
    led = reading.clauses[number - 1]
    return (
        len(opening) > 1
        and bool(
            opening[0] & m.BUT
            and opening[1] & (m.NO | m.NOT | m.PERMIT | m.MINIMISE)
            and not opening[1] & m.DO
        )
        and bool(led.intro & m.IF)
        and bool(clause.marks & _ILL)
    )


def _waits_for_harm(reading: Reading) -> bool:
    """Tell whether something else is to be done before help comes, where there is danger or delay."""
    if not reading.marks & (_GRAVE | m.DELAY) or reading.marks & m.NOT:
        return False
    waits = any(clause.intro & m.BEFORE and clause.marks & m.HELP for clause in reading.clauses)
    return waits and any(
        not clause.intro and clause.marks & m.MUST and not clause.marks & (m.TELL | m.HELP)
        for clause in reading.clauses
    )


def _is_skipped(reading: Reading) -> bool:
    """Tell whether what should come first is forbidden: "do not wait for advice before you start"."""
    waits = any(
        act.status is Status.FORBID and act.marks & (m.WAIT | _CALLS) and act.marks & m.BASE
        for act in reading.acts
    )
    return waits and any(
        clause.intro & m.BEFORE and clause.marks & _GUARDED and not clause.marks & m.HELP
        for clause in reading.clauses
    )
