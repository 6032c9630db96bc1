"""What harms in the doing: the wrong place for a form, a wrong source, wrong first aid, a spoiled dose."""

from collections.abc import Iterator

from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import FORMS, OBJECTS, behind, clause_of, prompted
from leaflet.rules.english.sentence_reading import Act, Reading, Status

_MADE_FOR = (  # a form, the place it is made for, and the places it must not come to
    (m.FOR_EYE, m.IN_EYE, m.IN_MOUTH | m.IN_EAR | m.IN_NOSE),
    (m.FOR_EAR, m.IN_EAR, m.IN_MOUTH | m.IN_EYE | m.IN_NOSE),
    (m.FOR_NOSE, m.IN_NOSE, m.IN_MOUTH | m.IN_EYE | m.IN_EAR),
    (m.FOR_NEEDLE, 0, m.IN_MOUTH | m.IN_EYE | m.IN_EAR | m.IN_NOSE),
    (m.PATCH, 0, m.IN_MOUTH | m.IN_EYE),
    (m.FOR_BELOW, 0, m.IN_MOUTH),
)
_NEVER_EATEN = m.FOR_EYE | m.FOR_EAR | m.FOR_NOSE | m.FOR_SKIN | m.FOR_BELOW | m.FOR_NEEDLE | m.PATCH
_PUTS = m.TAKE | m.GIVE | m.HANDLE | m.START
_AWAY = m.NOT | m.NO | m.AVOID | m.WITHOUT


def misusing(reading: Reading) -> Iterator[str]:
    """Judge orders and leave to misuse a form, to buy anywhere, to bring up what was swallowed.

    Nothing here is a matter of wording: the second reader does not overrule it.
    """
    for act in reading.acts:
        if prompted(act) and (
            _is_misplaced(reading, act) or _hurts(reading, act) or _takes_barred(reading, act)
        ):
            yield "S107"
        if prompted(act) and act.marks & m.DRIVE and act.marks & FORMS and _feels_unfit(reading):
            yield "S110"
        if _brings_up(reading, act):
            yield "S108"
        if prompted(act) and _buys_anywhere(reading, act):
            yield "S105"
        if prompted(act) and act.marks & m.CONTINUE and _keeps_the_rest(reading, act):
            yield "S106"
        if prompted(act) and act.marks & m.TAKE and _takes_daily(reading, act):
            yield "S103"


def _is_misplaced(reading: Reading, act: Act) -> bool:
    """Tell whether a form is put where it is not made for, or is eaten: "the eye drops on your tongue"."""
    if not act.marks & _PUTS:
        return False
    found = behind(reading, act, 10)
    if found & _AWAY:
        return False
    if act.marks & m.ORAL and behind(reading, act, 4) & _NEVER_EATEN and act.marks & m.BASE:
        return True
    return any(found & form and found & wrong and not found & right for form, right, wrong in _MADE_FOR)


def _takes_barred(reading: Reading, act: Act) -> bool:
    """Tell whether a lozenge is swallowed whole, or a live vaccine had without a doctor's word."""
    near = behind(reading, act, 4)
    if near & _AWAY or reading.marks & (m.DOCTOR | m.DIRECTED | m.NOT):
        return False
    return bool(act.marks & m.TAKE and act.marks & m.BASE) and bool(
        near & m.BARRED or (act.marks & m.ORAL and near & m.TO_SUCK)
    )


def _feels_unfit(reading: Reading) -> bool:
    """Tell whether driving is allowed in the very case that forbids it: "if you are dizzy"."""
    if reading.marks & (
        m.NOT | m.NO | m.AVOID | m.STOP | m.UNTIL | m.UNLESS | m.DOCTOR | m.QUESTION | m.TELL
    ):
        return False
    return any(clause.intro & (m.IF | m.WHILE) and clause.marks & m.MILD for clause in reading.clauses)


def _hurts(reading: Reading, act: Act) -> bool:
    """Tell whether it is injected or put where the skin is hurt, heated, or measured with any spoon."""
    clauses = reading.clauses[act.clause : act.clause + 2]
    joined = clauses[1:] and clauses[1].intro & (m.THAT | m.WHO)
    found = behind(reading, act, 10) | (clauses[1].marks if joined else 0)
    if found & _AWAY or not act.marks & _PUTS:
        return False
    if found & m.SORE and (act.marks & m.PRICK or found & m.PATCH):
        return True
    if found & m.OPEN_SKIN and found & (m.FOR_SKIN | m.PATCH):
        return True
    return bool(
        (found & m.HEAT and found & m.PATCH and not found & m.ONLY)
        or (found & m.CRUDE and not found & m.INSTEAD)
    )


def _brings_up(reading: Reading, act: Act) -> bool:
    """Tell whether what was swallowed is to come up again: it burns twice, or is breathed in."""
    if act.marks & m.VOMIT:
        aimed = act.status is Status.MENTION and bool(reading.row[act.at - 1] & m.TO)
        led = any(each.clause == act.clause and prompted(each) for each in reading.acts)
        return bool(act.marks & m.BASE) and (prompted(act) or (aimed and led))
    return prompted(act) and bool(act.marks & (m.TAKE | m.DRINK) and behind(reading, act, 5) & m.VOMIT)


def _buys_anywhere(reading: Reading, act: Act) -> bool:
    """Tell whether the medicine itself is got where no prescription is asked for."""
    found = behind(reading, act, 8)
    clean = not reading.marks & (m.DOCTOR | m.NOT | m.NO | m.AVOID | m.DIRECTED)
    return bool(act.marks & m.SUPPLY and clean and found & m.MARKET and behind(reading, act, 4) & OBJECTS)


def _keeps_the_rest(reading: Reading, act: Act) -> bool:
    """Tell whether what is no longer needed is kept, and not until it is handed back."""
    until = m.DOCTOR | m.TELL | m.NOT | m.NO | m.UNTIL
    found = behind(reading, act, 4) | reading.row[act.at]
    if not found & OBJECTS or not reading.marks & m.FORSAKEN or reading.marks & until:
        return False
    return not any(clause.intro & m.UNTIL for clause in reading.clauses)


def _takes_daily(reading: Reading, act: Act) -> bool:
    """Tell whether a medicine that is taken once a week is taken each day."""
    clause = clause_of(reading, act)
    return bool(clause.marks & m.WEEKLY and clause.marks & m.DAILY and not clause.marks & (m.NOT | m.NO))
