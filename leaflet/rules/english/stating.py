"""What is stated of dangers: a statement must warn, limit or send for help, or it is a finding."""

from collections.abc import Iterator

from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import Clause, Reading, Status

_GUARD = (
    m.NOT | m.NO | m.AVOID | m.HAZARD | m.DOCTOR | m.TELL | m.HELP | m.MUST | m.ONLY | m.DIRECTED | m.QUESTION
    | m.COLON | m.NEEDED | m.UNLESS | m.SCIENCE | m.EFFECT | m.DANGER | m.GRAVE | m.MILD
)  # fmt: skip
_DOWN = m.LESS | m.SMALLER | m.FAILING
_FINITE = m.BE | m.DO | m.HAVE | m.CAN | m.WILL | m.S_FORM | m.BASE | m.PAST | m.UNKNOWN
_FELT = m.MILD | m.EFFECT | m.HAZARD | m.GRAVE | m.DANGER


def stating(reading: Reading) -> Iterator[str]:
    """Judge statements on alcohol, driving, a sudden stop, pregnancy and those the medicine does not fit."""
    directs = any(act.status in (Status.ORDER, Status.FORBID, Status.DOCTOR) for act in reading.acts)
    if _no_bar(reading):
        yield "S110"
    for clause in reading.clauses:
        if clause.intro:
            continue
        if _fits_the_endangered(reading, clause):
            yield "S404"
        if clause.marks & m.RELEASE and clause.marks & m.UNUSED and clause.marks & m.MEDICINE:
            yield "S106"
        if directs:
            continue
        if _lessens(reading, clause) or _denies_harm(reading, clause):
            yield "S109"
            return
    if not directs and _speaks_well(reading):
        yield "S110"


def _no_bar(reading: Reading) -> bool:
    """Tell whether something is called "no bar to" an act."""
    row = reading.row
    return any(
        act.marks & m.ING
        and act.marks & (m.RISKS | m.DRIVE | m.DRINK | m.TAKE | m.START)
        and act.at > 2
        and row[act.at - 1] & m.TO
        and row[act.at - 2] & m.UNKNOWN
        and row[act.at - 3] & m.NO
        for act in reading.acts
    )


def _fits_the_endangered(reading: Reading, clause: Clause) -> bool:
    """Tell whether the medicine is said to suit those whom it endangers."""
    if (
        not clause.marks & m.FITS
        or clause.marks & (m.NOT | m.NO | m.CAN | m.ONLY)
        or reading.marks & m.QUESTION
    ):
        return False
    endangered = m.PREGNANT | m.DANGER | m.ALCOHOL
    others = reading.marks & (m.NOT | m.DOCTOR | m.TELL)
    return bool(clause.marks & (m.MEDICINE | m.IT) and reading.marks & endangered and not others)


def _lessens(reading: Reading, clause: Clause) -> bool:
    """Tell whether alcohol, or a stop, is said to make a danger smaller."""
    row = reading.row
    for at in range(clause.start, clause.end):
        if row[at] & (m.ALCOHOL | m.STOP) and not row[at] & (m.S_FORM | m.BASE):
            led = row[max(clause.start, at - 3) : at]
            if any(mark & (m.NO | m.NOT | m.SMALLER | m.AVOID | m.LESS) for mark in led):
                return False
            after = 0
            for mark in row[at + 1 : clause.end]:
                after |= mark
            return bool(after & _DOWN and after & _FELT and not after & (m.BIGGER | m.NOT | m.MUST))
    return False


def _denies_harm(reading: Reading, clause: Clause) -> bool:
    """Tell whether "no" or "nothing" is said of what alcohol, driving, sharing or a sudden stop does."""
    if reading.marks & (m.QUESTION | m.COLON | m.DOCTOR | m.TELL | m.MUST | m.AVOID):
        return False
    about = clause.marks & (m.ALCOHOL | m.DRIVE) or (clause.marks & m.STOP and clause.marks & m.SUDDEN)
    row = reading.row
    for at in range(clause.start, clause.end - 1):
        none = row[at] & (m.NO | m.NOT) and not row[at] & (m.DO | m.CAN | m.MUST | m.HAVE | m.WILL)
        if none and about and at > clause.start and not row[at + 1] & m.ALCOHOL:
            return True
        if none and row[at + 1] & m.TO and row[at - 1] & m.BE and clause.marks & (m.CRISIS | m.MORE | m.STOP):
            return True
    return False


def _speaks_well(reading: Reading) -> bool:
    """Tell whether a plain statement on alcohol, driving or a baby warns of nothing."""
    if reading.marks & (_GUARD | m.RELEASE) or not reading.marks & m.STOP_MARK:
        return False
    if any(act.status is Status.STATE and act.marks & (m.MORE | m.LESS) for act in reading.acts):
        return False  # it "can raise or lower your blood sugar"
    return any(
        not clause.intro and clause.marks & (m.ALCOHOL | m.PREGNANT) and clause.marks & _FINITE & ~m.UNKNOWN
        for clause in reading.clauses
    )
