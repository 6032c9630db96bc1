"""What the action of a warning tells the reader to do: parsed, not searched for a good phrase."""

from collections.abc import Sequence

from leaflet.rules.english import excuses
from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import Reading, Status

_DENIED = (Status.FORBID, Status.RELEASE, Status.WITHOUT)
_CALLS = m.TELL | m.HELP


def gets_emergency_help(readings: Sequence[Reading]) -> bool:
    """Tell whether one sentence of an action sends for emergency help.

    The order stands in a main clause of its own, with neither "if" nor "unless" nor "only", and nothing puts
    it off.
    """
    return any(map(_is_call, readings))


def _is_call(reading: Reading) -> bool:
    if any(clause.intro & (m.UNLESS | m.IF | m.UNTIL | m.INSTEAD) for clause in reading.clauses):
        return False
    if reading.marks & (m.DELAY | m.ONLY | m.RELEASE | m.PERMIT | m.ADVISE | m.CAN):
        return False
    for act in reading.acts:
        said = excuses.behind(reading, act, 12) | act.marks
        if act.status is not Status.ORDER or not act.marks & _CALLS or act.marks & m.ING:
            continue
        emergency = said & m.HELP or excuses.next_joined(reading, act) & m.HELP
        if (
            emergency and (reading.marks & m.NOW or excuses.behind(reading, act, 2) & m.HELP)
        ) or _names_emergency(reading):
            return True
    return False


def _names_emergency(reading: Reading) -> bool:
    return bool(reading.marks & m.NOW and reading.marks & m.HELP)


def takes_back(reading: Reading) -> bool:
    """Tell whether a sentence denies help, puts it off, or has the reader wait."""
    if reading.marks & m.DELAY and excuses.delays(reading):
        return True
    for act in reading.acts:
        if act.marks & _CALLS and act.status in _DENIED:
            return True
        if act.marks & m.WAIT and act.status in (Status.ORDER, Status.ALLOW):
            return True
    return False


def forbids_sudden_stop(readings: Sequence[Reading]) -> bool:
    """Tell whether an action forbids to stop suddenly, or alone, and no sentence lets the reader stop."""
    told = False
    for reading in readings:
        for act in reading.acts:
            if not act.marks & m.STOP:
                continue
            if act.status in (Status.ORDER, Status.ALLOW) and not excuses.gets_help(reading):
                return False
            alone = reading.marks & (m.SUDDEN | m.SELF | m.WITHOUT) or _leaves_it_to_a_doctor(reading)
            firm = (
                act.status is Status.FORBID
                and not reading.marks & m.WISH & ~(m.SAYS | m.TAKE)
                and not _hedged(reading)
            )
            told = told or bool(firm and alone and not excuses.has_exception(reading))
    return told


def _leaves_it_to_a_doctor(reading: Reading) -> bool:
    """Tell whether only a doctor's word takes back what is forbidden: "unless your doctor tells you to"."""
    said = 0
    for each in reading.clauses:
        if each.intro & (m.UNLESS | m.UNTIL):
            said |= each.marks
    return bool(said & m.DIRECTED or (said & m.DOCTOR and said & m.SAYS)) and not said & (m.NOT | m.NO)


def _hedged(reading: Reading) -> bool:
    """Tell whether the sentence begins with "try": "try not to stop"."""
    return bool(reading.row and reading.row[0] & m.START and reading.row[0] & m.WISH)


def names_a_doctor(readings: Sequence[Reading]) -> bool:
    """Tell whether somebody who can end the treatment safely is named."""
    return any(reading.marks & (m.DOCTOR | m.DIRECTED) for reading in readings)
