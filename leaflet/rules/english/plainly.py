"""What is wrong in so many words: no second reader overrules it.

Each form here is closed, and what it finds is hardly ever meant well: a list under "never" that holds what
protects, help that is put off where danger is named, alcohol that need not be given up.
"""

from collections.abc import Iterator

from leaflet.rules.english import excuses
from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import OBJECTS, behind, clause_of, prompted
from leaflet.rules.english.misusing import misusing
from leaflet.rules.english.risks import CODE_OF
from leaflet.rules.english.sentence_reading import Act, Clause, Reading, Status

_TO_ORDER = 4  # words of an order that says no more: "stop it tonight"
_GIVEN_UP = m.STOP | m.LESS | m.SKIP  # what the reader should do with alcohol
_CALMING = m.NOT | m.NO | m.UNLESS | m.NOW | m.QUESTION
_SHORT = 7  # words of a sentence that says one thing
_PLAIN = 8
# What can make such an order a good one.
_EXCUSING = (
    m.NOT | m.NO | m.IF | m.DOCTOR | m.TELL | m.HELP | m.UNUSED | m.MISSED | m.COLON | m.QUESTION | m.DANGER
    | m.CRISIS | m.EXTERNAL | m.AVOID | m.DIRECTED | m.SLOWLY | m.ONLY | m.UNLESS | m.UNTIL | m.AFTER
    | m.BEFORE | m.WITHOUT | m.HAZARD
)  # fmt: skip
_WARNING = (
    m.NOT | m.NO | m.DOCTOR | m.TELL | m.HELP | m.UNUSED | m.MISSED | m.QUESTION | m.DANGER | m.CRISIS
    | m.EXTERNAL | m.AVOID | m.DIRECTED | m.SLOWLY | m.ONLY | m.UNLESS | m.UNTIL | m.WITHOUT | m.HAZARD
    | m.EFFECT
)  # fmt: skip
_NEVER = m.NOT | m.DO | m.YOU | m.MUST | m.CAN
_YOU_MAY = m.YOU | m.CAN | m.PERMIT | m.BE
_GRAVE = m.CRISIS | m.DANGER | m.GRAVE


def plainly(reading: Reading) -> Iterator[str]:
    """Judge what is wrong in any wording around it."""
    yield from misusing(reading)
    marks, length = reading.marks, len(reading.row)
    if postpones(reading):
        yield "S108"
    if length <= _PLAIN and not marks & _EXCUSING:
        yield from _orders_plainly(reading)
    if marks & m.YOU and not marks & _WARNING:
        yield from _allows_plainly(reading)
    if length <= _SHORT or marks & m.WAIT:
        yield from _denies_help(reading)
    if marks & m.COLON:
        yield from _lists(reading)
    if marks & (m.ALCOHOL | m.DRIVE | m.DRINK):
        yield from ("S110" for act in reading.acts if keeps_on(reading, act) or _takes_alcohol(reading, act))
    if marks & m.OVER and marks & m.DIRECTED:
        yield from ("S103" for act in reading.acts if _takes_more(reading, act))


def _denies_help(reading: Reading) -> Iterator[str]:
    """Judge help that is denied or can wait, and an order that says when to stop and nothing else."""
    short = len(reading.row) <= _SHORT
    for act in reading.acts:
        if (short and _denies_shortly(reading, act)) or (act.marks & m.WAIT and _can_wait(reading, act)):
            yield "S108"
        if short and prompted(act) and act.marks & m.STOP and _is_all(reading, act):
            yield "S101"


def _lists(reading: Reading) -> Iterator[str]:
    """Judge items under "never", which are duties, and under "you may", which are risks."""
    for act in reading.acts:
        if act.marks & m.DUTIES and _is_listed(reading, act, m.NOT, _NEVER):
            yield "S111"
        if act.marks & m.RISKS and _is_listed(reading, act, m.YOU, _YOU_MAY):
            yield "S112"


def _orders_plainly(reading: Reading) -> Iterator[str]:
    """Judge a short order or leave that names no reason, no condition and nobody to ask."""
    for act in reading.acts:
        if act.at > _TO_ORDER or not prompted(act) or not act.marks & m.BASE or act.subject & ~m.YOU:
            continue
        kind = act.marks & m.RISKS & ~m.ROUTE
        if kind and behind(reading, act, 3) & (m.MEDICINE | m.DOSE):
            yield CODE_OF[kind & -kind]
        if act.marks & m.DRIVE or (act.marks & m.DRINK and behind(reading, act) & m.ALCOHOL):
            yield "S110"


def _allows_plainly(reading: Reading) -> Iterator[str]:
    """Judge leave that is given in so many words: "you can double the dose before a long walk"."""
    for act in reading.acts:
        kind = act.marks & m.RISKS & ~m.ROUTE
        allowed = act.status is Status.ALLOW and act.marks & m.BASE and act.subject & m.YOU
        if not kind or not allowed or act.subject & ~(m.YOU | m.PEOPLE):
            continue
        if behind(reading, act, 3) & (m.MEDICINE | m.DOSE):
            yield CODE_OF[kind & -kind]


def postpones(reading: Reading) -> bool:
    """Tell whether help is put off where danger is named: "have chest pain seen to in the spring"."""
    marks = reading.marks
    if not (marks & m.DELAY and marks & _GRAVE) or marks & _CALMING:
        return False
    return any(_puts_off(reading, number, clause) for number, clause in enumerate(reading.clauses))


def _puts_off(reading: Reading, number: int, clause: Clause) -> bool:
    late = clause.marks & m.DELAY and clause.marks & (m.TELL | m.HELP | m.DOCTOR | m.DIRECTED)
    hangs = clause.intro & (m.IF | m.BECAUSE | m.THOUGH | m.THAT | m.WHO)
    by_doctor = any(act.clause == number and act.subject & m.DOCTOR for act in reading.acts)
    return bool(late) and not hangs and not by_doctor


def _can_wait(reading: Reading, act: Act) -> bool:
    """Tell whether it is help that can wait: "seeing a doctor can wait"."""
    led = 0
    for mark in reading.row[clause_of(reading, act).start : act.at]:
        led |= mark
    able = reading.row[act.at - 1] & m.CAN and not led & (m.NOT | m.NO | m.YOU | m.WISH)
    return bool(able and led & (m.TELL | m.HELP | m.DOCTOR))


def keeps_on(reading: Reading, act: Act) -> bool:
    """Tell whether what should be given up is kept: "there is no need to give up alcohol"."""
    denied = act.status in (Status.FORBID, Status.RELEASE) and not reading.marks & (m.IF | m.UNLESS)
    if not act.marks & _GIVEN_UP or not denied or act.subject & ~(m.YOU | m.PEOPLE):
        return False
    for mark in excuses.following(reading, act, 4):
        if mark & (m.ALCOHOL | m.DRIVE | m.DRINK):
            return True
        if mark & (m.OR | m.AND | OBJECTS):
            return False
    return False


def _is_listed(reading: Reading, act: Act, must: int, may: int) -> bool:
    """Tell whether an act opens an item of a list under a few words: "Never: call an ambulance"."""
    start = clause_of(reading, act).start
    if not start or start > _TO_ORDER or act.at - start > 1 or not reading.row[start] & m.COLON:
        return False
    led = reading.row[:start]
    return any(mark & must for mark in led) and all(mark & may for mark in led)


def _denies_shortly(reading: Reading, act: Act) -> bool:
    """Tell whether a short sentence denies a call, and nothing else: "you need not ask your doctor"."""
    denied = act.status in (Status.FORBID, Status.RELEASE) and act.marks & m.TELL
    if not denied or act.marks & (m.HANDLE | m.RISKS):
        return False
    return any(mark & m.DOCTOR for mark in reading.row[act.at + 1 : act.at + 3])


def _takes_more(reading: Reading, act: Act) -> bool:
    """Tell whether the reader is to take more than was prescribed: "take more than you were told"."""
    row = reading.row[act.at + 1 : act.at + 6]
    if not prompted(act) or not act.marks & m.TAKE:
        return False
    if len(row) < len(("more than", "told")) or not row[0] & m.OVER or not row[0] & m.BIGGER:
        return False
    hangs = m.NOT | m.NO | m.UNLESS | m.AVOID | m.QUESTION
    return not reading.marks & hangs and any(mark & m.DIRECTED for mark in row)


def _takes_alcohol(reading: Reading, act: Act) -> bool:
    """Tell whether the reader is to have alcohol, and no doctor and no limit is named."""
    if not (prompted(act) and act.marks & m.TAKE and act.marks & m.BASE):
        return False
    if reading.marks & (m.ONLY | m.DOCTOR | m.DIRECTED | m.NOT | m.IF | m.UNTIL | m.COLON | m.AVOID):
        return False
    found = behind(reading, act)
    return bool(found & m.ALCOHOL) and not found & (m.NO | m.SMALLER)


def _is_all(reading: Reading, act: Act) -> bool:
    """Tell whether an order says when to stop, and nothing else: "stop tonight"."""
    rest = reading.row[act.at + 1 :]
    return (
        act.at == 0
        and len(rest) <= _TO_ORDER
        and any(mark & m.DAYS for mark in rest)
        and all(mark & (OBJECTS | m.DAYS | m.STOP_MARK | m.THE | m.YOUR) for mark in rest)
    )
