"""What becomes of a medicine and its rules: where it goes, when it is thought to be enough."""

from collections.abc import Iterator

from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import behind, directs, is_strange, prompted
from leaflet.rules.english.sentence_reading import Clause, Reading, Status


def handling(reading: Reading) -> Iterator[str]:
    """Judge other orders about the medicine: where to put it."""
    for act in reading.acts:
        if act.marks & m.HANDLE and not act.marks & (m.TAKE | m.GIVE | m.START | m.AID) and prompted(act):
            found = behind(reading, act, 4)
            if found & (m.MEDICINE | m.DOSE) and not found & m.DOCTOR and is_strange(reading, act):
                yield "S113"
            wide = behind(reading, act)
            crushed = reading.marks & m.ROUTE and reading.marks & m.MEDICINE
            if (wide & m.SOLID or crushed) and wide & m.BODY:
                yield "S107"


def recovery(reading: Reading) -> Iterator[str]:
    """Judge what follows from feeling well: anything but going on, asking, or a prohibition is a finding."""
    if reading.marks & (m.EVEN | m.THOUGH | m.CONTINUE | m.TELL | m.DOCTOR | m.DIRECTED | m.HAZARD):
        return
    for clause in reading.clauses:
        well = clause.marks & m.WELL and not clause.marks & m.NOT
        touched = reading.marks & (m.MEDICINE | m.DOSE | m.STOP | m.IT)
        forbidden = any(act.status is Status.FORBID for act in reading.acts)
        if clause.intro & m.AFTER and _goes_on(reading, clause):
            continue
        if clause.intro & (m.IF | m.UNTIL | m.AFTER) and well and touched and not forbidden:
            yield "S101"
            return


def _goes_on(reading: Reading, clause: Clause) -> bool:
    """Tell whether it is needed for a time yet: "for 6 months after you feel better"."""
    needed = any(act.marks & m.NEEDS and act.status is not Status.FORBID for act in reading.acts)
    return needed and bool(reading.row[clause.start - 1] & m.CALENDAR)


def amounts(reading: Reading) -> Iterator[str]:
    """Judge what is said of amounts and times that no act carries: who finds them, which is better."""
    if reading.marks & (m.DOCTOR | m.DIRECTED | m.QUESTION | m.TELL):
        return
    calm = reading.marks & (m.NOT | m.NO | m.HAZARD | m.AVOID)
    for clause in reading.clauses:
        if clause.marks & m.HOW_MUCH and clause.marks & m.YOU and not calm and not reading.marks & m.IF:
            yield "S112"
        if (
            clause.marks & m.MEDICINE
            and clause.marks & m.ONLY
            and clause.marks & (m.WELL | m.DAYS)
            and not calm
        ):
            yield "S104"
        if (
            clause.marks & m.MISSED
            and not clause.intro
            and not calm
            and not directs(reading)
            and not _in_time(reading, clause)
            and clause.marks & (m.BE | m.CAN | m.WILL)
        ):
            yield "S104"
    if reading.marks & m.TOGETHER and reading.marks & m.MISSED and not calm:
        yield "S103"


def _in_time(reading: Reading, clause: Clause) -> bool:
    """Tell whether what was missed may be taken, and how long: "a missed dose within two days"."""
    allowed = any(act.marks & m.TAKE and act.status is Status.ALLOW for act in reading.acts)
    row = reading.row[clause.start : clause.end]
    after = next((row[at:] for at, mark in enumerate(row) if mark & m.MISSED), ())
    return allowed and any(mark & m.NUMBER for mark in after) and any(mark & m.CALENDAR for mark in after)


def ignoring(reading: Reading) -> Iterator[str]:
    """Judge what the reader is told to ignore, hide or wave away."""
    for act in reading.acts:
        if act.marks & m.IGNORE and act.status in (Status.ORDER, Status.ALLOW, Status.RELEASE):
            yield "S111"
        elif (
            act.marks & m.NEEDS
            and act.status is Status.FORBID
            and behind(reading, act, 4) & (m.MEDICINE | m.IT | m.DOSE | m.DOCTOR | m.HELP)
        ):
            yield "S101"
