"""What protects a reader: telling, getting help, reading, washing; and what to do in an emergency."""

from collections.abc import Iterator

from leaflet.rules.english import excuses
from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import FORMS, behind, clause_of, prompted
from leaflet.rules.english.sentence_reading import Act, Reading, Status


def duties(reading: Reading) -> Iterator[str]:  # noqa: C901 - one case a line, as in a table
    """Judge what protects: telling, getting help, reading, washing; denied, put off, tied to a condition."""
    for act in reading.acts:
        if act.marks & (m.TELL | m.HELP) and _is_call(reading, act):
            yield from _calling(reading, act)
        elif (
            act.marks & m.DUTY
            and _is_denied(act)
            and not _is_doubly(reading, act)
            and not _is_what_for(reading, act)
        ):
            yield "S111"
        if (
            act.status is Status.RELEASE
            and act.marks & m.BASE
            and reading.marks & m.NECESSARY
            and _is_unimportant(reading)
        ):
            yield "S111"
        if act.marks & m.WAIT and prompted(act) and reading.marks & (m.DANGER | m.TELL | m.HELP | m.CRISIS):
            yield "S108"
        elif act.marks & m.LESS and act.status is Status.FORBID and behind(reading, act) & m.SLOWLY:
            yield "S111"
    for at, mark in enumerate(reading.row[:-1]):
        if (
            mark & m.RELEASE
            and reading.row[at + 1] & (m.MEDICINE | m.IT)
            and not reading.row[at + 1] & (m.ACTS | m.THE)
        ):
            yield "S101"
    for clause in reading.clauses if not any(act.status is Status.ORDER for act in reading.acts) else ():
        if clause.marks & m.RELEASE and clause.marks & (
            m.DOCTOR | m.HELP | m.DIRECTED | m.SLOWLY | m.NOW | m.PROPER
        ):
            yield "S108"


def _is_unimportant(reading: Reading) -> bool:
    return any(mark & m.RELEASE and mark & m.NECESSARY for mark in reading.row)


def _calling(reading: Reading, act: Act) -> Iterator[str]:
    if (
        (
            act.status in (Status.FORBID, Status.RELEASE)
            and (_is_denied(act) or (act.marks & m.HELP and not act.subject))
            and not _is_not_put_off(reading, act)
        )
        or (act.status is Status.WITHOUT and _permits(reading))
        or (prompted(act) and _is_put_off(reading, act))
    ):
        yield "S108"


def _is_not_put_off(reading: Reading, act: Act) -> bool:
    """Tell whether it is putting help off that is forbidden: "do not put off going to hospital"."""
    return any(
        each.marks & m.WAIT
        and each.status is Status.FORBID
        and each.clause == act.clause
        and each.at < act.at
        for each in reading.acts
    )


def _is_denied(act: Act) -> bool:
    """Tell whether the reader is told not to, or that there is no need."""
    if act.subject & m.IT and act.status is Status.FORBID and act.marks & m.HANDLE:
        return False  # "it does not protect against …"
    if act.subject & m.DOCTOR and act.status is Status.FORBID:
        return bool(act.marks & m.PAST)
    if act.subject & ~(
        m.YOU | m.PEOPLE | m.UNKNOWN | m.IT | m.PLAIN | (m.MEDICINE if act.status is Status.RELEASE else 0)
    ) or (not act.marks & (m.BASE | m.ING) and act.status is not Status.RELEASE):
        return False
    if act.status is Status.RELEASE:
        return True  # the course "need not be completed", too
    return act.status is Status.FORBID and not (act.subject & m.UNKNOWN and act.marks & m.ING)


def _is_doubly(reading: Reading, act: Act) -> bool:
    return bool(reading.marks & m.DIRECTED and act.status is Status.RELEASE)


def _is_what_for(reading: Reading, act: Act) -> bool:
    """Tell whether it is what a wrong means is forbidden for: "do not use a kitchen spoon to measure it"."""
    return bool(reading.row[act.at - 1] & m.TO) and any(
        each.marks & m.TAKE and each.clause == act.clause and act.at - each.at > 2 for each in reading.acts
    )


def _is_call(reading: Reading, act: Act) -> bool:
    found = behind(reading, act, 8)
    return (
        bool(act.marks & m.HELP or act.subject & m.DOCTOR or found & (m.DOCTOR | m.HELP | m.OTHERS | m.YOU))
        or not found & ~m.STOP_MARK
    )


def _permits(reading: Reading) -> bool:
    return any(prompted(act) for act in reading.acts) or bool(reading.marks & m.PERMIT)


def _is_put_off(reading: Reading, act: Act) -> bool:
    clause = clause_of(reading, act)
    later = [each for each in reading.clauses[act.clause : act.clause + 2] if not each.intro]
    if clause.marks & m.DELAY or any(each.marks & m.DELAY for each in later):
        return True
    if clause.marks & m.ONLY and act.status is Status.ORDER:
        return True
    return any(each.intro & m.UNLESS for each in reading.clauses[act.clause :])


def crisis(reading: Reading) -> Iterator[str]:
    """Judge what to do in an emergency: whatever is not help at once, or a prohibition, is a finding."""
    if not reading.marks & m.CRISIS or not any(
        (clause.intro & (m.IF | m.AFTER | m.WHILE) and clause.marks & m.CRISIS)
        or _led_by(reading, clause.start)
        for clause in reading.clauses
    ):
        return
    if reading.marks & m.QUESTION:
        return
    acts = [
        act
        for act in reading.acts
        if prompted(act)
        and act.marks & (FORMS | m.STRANGE)
        and not act.marks & m.AID
        and not (act.marks & m.HANDLE and act.status is Status.ALLOW)
    ]
    helped = any(act.marks & (m.TELL | m.HELP | m.STOP) for act in acts)
    if acts and not helped and not excuses.is_directed(reading) and not reading.marks & (m.DOCTOR | m.HELP):
        yield "S108"


def _led_by(reading: Reading, start: int) -> bool:
    """Tell whether a clause opens with the emergency: "for an overdose, …"."""
    return any(mark & m.CRISIS for mark in reading.row[start : start + 3]) and bool(
        reading.row[start] & (m.BY | m.AFTER)
    )
