"""What a reader may not be told to do with a medicine: stop, change, skip, share and the like."""

from collections.abc import Iterator

from leaflet.rules.english import excuses
from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import FORMS, OBJECTS, behind, clause_of
from leaflet.rules.english.sentence_reading import Act, Reading, Status

CODE_OF = {
    m.STOP: "S101",
    m.LESS: "S102",
    m.CHANGE: "S102",
    m.MORE: "S103",
    m.SKIP: "S104",
    m.RESTART: "S105",
    m.SHARE: "S106",
    m.SAVE: "S106",
    m.ROUTE: "S107",
    m.SWAP: "S107",
}


_SAID_BAD = m.HAZARD | m.NECESSARY | m.DOCTOR | m.SLOWLY | m.DANGER | m.MUST | m.NOT | m.NO | m.DIRECTED


_SAID_GOOD = m.PERMIT | m.ADVISE | m.MINIMISE | m.SELF | m.RELEASE


_SPOKEN_OF = (Status.MENTION, Status.STATE, Status.SUBJECT)


_GIVEN_UP = m.STOP | m.LESS | m.SKIP  # what the reader should do with alcohol


_EVIDENCE = (
    m.DOCTOR | m.DIRECTED | m.HAZARD | m.DANGER | m.CRISIS | m.SLOWLY | m.EFFECT | m.NOT | m.NO | m.MISSED
    | m.AVOID | m.TELL | m.HELP | m.NEEDS | m.MILD
)  # fmt: skip


def risks(reading: Reading) -> Iterator[str]:
    """Judge stopping, changing, skipping, sharing and the like."""
    for act in reading.acts:
        if act.marks & m.RISKS and _is_risky(reading, act):
            kind = act.marks & m.RISKS
            yield CODE_OF[kind & -kind]


def _is_risky(reading: Reading, act: Act) -> bool:
    if not _is_about_medicine(reading, act):
        return False
    if act.status in _SPOKEN_OF and not reading.marks & _EVIDENCE and reading.marks & m.STOP_MARK:
        people = act.subject & (m.YOU | m.PEOPLE | m.OTHERS)
        return bool(people) or act.status is not Status.STATE
    match act.status:
        case Status.ORDER | Status.ALLOW:
            return not _is_excused(reading, act) and not _is_slow(reading, act)
        case Status.FORBID:
            return not act.marks & m.MEDICINE and excuses.has_exception(reading)
        case Status.SUBJECT:
            return _is_praised(reading, act)
        case Status.MENTION:
            return _is_belittled(reading, act)
        case Status.RELEASE:
            return bool(act.marks & m.LESS and reading.marks & m.SLOWLY)
        case Status.STATE:
            return bool(act.subject & (m.YOU | m.PEOPLE) and reading.marks & m.SELF)
        case _:
            return False


def _is_slow(reading: Reading, act: Act) -> bool:
    """Tell whether it is said how the medicine must be stopped, and that is slowly."""
    marks = clause_of(reading, act).marks
    stopped = act.marks & m.STOP and act.marks & m.PAST and act.status is Status.ORDER
    return bool(stopped and marks & m.SLOWLY) and not marks & (m.SUDDEN | m.NOT | m.NO | m.SELF)


def _is_about_medicine(reading: Reading, act: Act) -> bool:  # noqa: C901 - one case a line, as in a table
    """Tell whether an act is done with the medicine or its dose: by its object, or its subject."""
    if not act.marks & FORMS:
        return not act.marks & (m.STOP | m.VAGUE) or _noun_of_medicine(reading, act)
    if act.marks & m.DOSE:
        return True
    passive = act.marks & m.PAST and not act.marks & m.BASE
    if passive and act.subject & OBJECTS:
        return True
    found = nearest = 0
    for mark in excuses.following(reading, act):
        if mark & (OBJECTS | m.BENIGN | m.PRODUCT | m.ALCOHOL) and not nearest:
            nearest = mark
        found |= mark
    if nearest & (m.BENIGN | (m.ALCOHOL if act.marks & _GIVEN_UP else 0)) and not nearest & OBJECTS:
        return False
    if act.marks & m.SAVE or (act.marks & m.RESTART and not found & m.BENIGN):
        return True
    if act.marks & m.SHARE:
        return bool(found & (m.MEDICINE | m.IT | m.OTHERS)) and not found & m.DOCTOR
    if found & (OBJECTS | m.PRODUCT | m.MISSED):
        return True
    if act.marks & (m.STOP | m.SKIP | m.SAVE):
        return not found & m.UNKNOWN or bool(found & (m.WELL | m.SELF | m.DAYS))
    return (
        not found & (m.UNKNOWN | m.BENIGN | m.EFFECT)
        and bool(act.marks & m.MORE)
        and not act.subject & ~m.YOU
    )


def _noun_of_medicine(reading: Reading, act: Act) -> bool:
    clause = clause_of(reading, act)
    if act.marks & m.VAGUE:
        return bool(clause.marks & (m.DOSE | m.MEDICINE)) and not clause.marks & m.BENIGN
    return not clause.marks & m.BENIGN or bool(clause.marks & m.MEDICINE)


def _is_excused(reading: Reading, act: Act) -> bool:
    """Tell whether one of the safe forms lets a leaflet ask for this act."""
    if any(
        each.marks & m.TELL and each.status in (Status.WITHOUT, Status.FORBID, Status.RELEASE)
        for each in reading.acts
    ):
        return False
    if excuses.is_directed(reading) and not _freely(reading):
        return True
    if _is_usual(reading, act):
        return True
    if act.marks & m.SAVE and clause_of(reading, act).marks & m.DOCTOR:
        return True
    if act.marks & m.STOP:
        if any(clause.intro & m.IF and clause.marks & m.UNUSED for clause in reading.clauses) or _is_waste(
            reading, act
        ):
            return True
        if behind(reading, act) & m.EXTERNAL and _asks_somebody(reading):
            return True  # a cream or drops have no withdrawal
        named = reading.marks & (m.DANGER | m.CRISIS) or (reading.row[-1] & m.COLON)
        return bool(named) and excuses.gets_help(reading)
    if act.marks & m.SKIP:
        return bool(reading.marks & m.MISSED) and not reading.marks & (m.WELL | m.SELF)
    return False


def _is_usual(reading: Reading, act: Act) -> bool:
    """Tell whether the act is part of how such a medicine is used: a patch changed, a tablet halved."""
    if act.marks & m.PAST and not act.marks & m.BASE and act.marks & m.LESS and reading.marks & m.SLOWLY:
        return True  # "the dose is lowered slowly": by whom it was prescribed
    if act.marks & m.HALVE and act.marks & m.ROUTE and _is_eased(reading):
        return True
    return bool(act.marks & m.CHANGE and behind(reading, act, 2) & m.EXTERNAL)


def _is_eased(reading: Reading) -> bool:
    """Tell whether a tablet is only halved, to get it down: no slow one, and not ground or chewed."""
    others = any(each.marks & m.ROUTE and not each.marks & m.HALVE for each in reading.acts)
    return bool(reading.marks & m.EASE) and not others and not reading.marks & m.SLOWLY


def _is_waste(reading: Reading, act: Act) -> bool:
    """Tell whether what is thrown away is no longer used."""
    after = reading.clauses[act.clause + 1 : act.clause + 2]
    spent = any(clause.intro & m.AFTER and clause.marks & m.UNUSED for clause in after)
    return spent or bool(behind(reading, act) & m.UNUSED)


def _asks_somebody(reading: Reading) -> bool:
    """Tell whether the sentence sends the reader to somebody, now or at no stated time."""
    return not reading.marks & m.DELAY and any(
        each.marks & (m.TELL | m.HELP) and each.status is Status.ORDER for each in reading.acts
    )


def _freely(reading: Reading) -> bool:
    """Tell whether the sentence leaves it to the reader after all."""
    return any(
        clause.marks & m.SELF and not clause.marks & (m.DOCTOR | m.NOT | m.DIRECTED)
        for clause in reading.clauses
    )


def _is_praised(reading: Reading, act: Act) -> bool:
    """Tell whether an act that is spoken of is called anything but dangerous."""
    clause = clause_of(reading, act)
    said = 0
    for mark in reading.row[act.at + 1 : clause.end]:
        said |= mark
    good = said & (_SAID_GOOD & ~m.SELF if said & m.HAZARD else _SAID_GOOD)
    if good and not said & m.NOT:
        return True
    finite = said & (m.BE | m.DO | m.HAVE | m.CAN | m.WILL | m.S_FORM | m.UNKNOWN)
    return (
        bool(finite)
        and not said & _SAID_BAD
        and bool(reading.marks & m.STOP_MARK)
        and clause.end - act.at > 2
    )


def _is_belittled(reading: Reading, act: Act) -> bool:
    """Tell whether what is said of an act that may happen makes light of it."""
    if act.marks & m.SKIP and reading.marks & m.MISSED:
        return False
    return any(
        not clause.intro and clause.marks & (m.MINIMISE | m.PERMIT) and not clause.marks & (m.NOT | m.DOCTOR)
        for clause in reading.clauses
    )
