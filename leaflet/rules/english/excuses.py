"""Safe forms: what makes an act that would be dangerous one that a leaflet must be able to say."""

from collections.abc import Iterator

from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import PROMPTED, Act, Clause, Reading, Status

_LONGEST_ORDER = 12  # words behind the verb; the long sentences of professionals are full of learned words
_OBJECT_REACH = 6  # words behind a verb in which its object stands
OBJECTS = m.MEDICINE | m.DOSE | m.IT
FORMS = m.BASE | m.S_FORM | m.ING | m.PAST
DIRECTING = (Status.FORBID, Status.ORDER, Status.DOCTOR, Status.RELEASE)
_EXCEPTIONS = m.UNLESS | m.UNTIL


def clause_of(reading: Reading, act: Act) -> Clause:
    """Return the clause in which an act stands."""
    return reading.clauses[act.clause]


def following(reading: Reading, act: Act, reach: int = _OBJECT_REACH) -> Iterator[int]:
    """Yield the marks of the words behind an act, up to the end of its clause."""
    clause = clause_of(reading, act)
    yield from reading.row[act.at + 1 : min(clause.end, act.at + 1 + reach)]


def behind(reading: Reading, act: Act, reach: int = _OBJECT_REACH) -> int:
    """Return all marks of the words behind an act."""
    together = 0
    for mark in following(reading, act, reach):
        together |= mark
    return together


def has_exception(reading: Reading) -> bool:
    """Tell whether "unless" or "until" takes back what is forbidden, and not to a doctor."""
    return any(
        clause.intro & _EXCEPTIONS
        and clause.end - clause.start > 1
        and not clause.marks & (m.DOCTOR | m.DIRECTED)
        for clause in reading.clauses
    )


def is_directed(reading: Reading) -> bool:
    """Tell whether a doctor directs what the sentence says: by words of direction, or asked before."""
    for at, mark in enumerate(reading.row):
        before = reading.row[at - 1] if at else 0
        if mark & m.DIRECTED and not before & (m.NOT | m.THOUGH | m.UNLESS | m.INSTEAD | m.WITHOUT):
            if _is_report(reading, at):
                continue
            if not _stands_in(reading, at, m.WITHOUT | m.THOUGH | m.INSTEAD | m.UNLESS):
                return True
    if any(mark & m.CONSENT and _is_given(reading, at) for at, mark in enumerate(reading.row)):
        return True
    for number, clause in enumerate(reading.clauses):
        if _only_reports(reading, number):
            continue
        if (
            clause.intro & m.IF
            and clause.marks & m.DOCTOR
            and clause.marks & m.SAYS
            and not clause.marks & (m.NOT | m.NO)
        ):
            return True
    return any(_asks_first(reading, act) for act in reading.acts)


def _is_given(reading: Reading, at: int) -> bool:
    """Tell whether an act hangs on a doctor's consent: "with the consent of your doctor"."""
    row = reading.row
    led = row[max(0, at - 3) : at]
    by_doctor = any(mark & m.DOCTOR for mark in (*led, *row[at + 1 : at + 4]))
    return (
        by_doctor
        and any(mark & m.BY for mark in led)
        and not reading.marks & (m.NOT | m.NO | m.RELEASE)
        and not _stands_in(reading, at, m.WITHOUT | m.THOUGH | m.INSTEAD | m.UNLESS)
    )


def _is_report(reading: Reading, at: int) -> bool:
    """Tell whether words of direction only report: "your doctor says that you have …"."""
    after = reading.row[at + 1 : at + 2]
    if not after or not after[0] & m.THAT:
        return False
    clause = next((each for each in reading.clauses if each.start > at), None)
    return clause is not None and not clause.marks & (m.CAN | m.MUST | m.TO | m.RISKS)


def _only_reports(reading: Reading, number: int) -> bool:
    """Tell whether what a doctor says is no direction: "if your doctor says that you have …"."""
    if number + 1 >= len(reading.clauses):
        return False
    after = reading.clauses[number + 1]
    return bool(after.intro & m.THAT) and not after.marks & (m.CAN | m.MUST | m.TO | m.RISKS)


def _stands_in(reading: Reading, at: int, intros: int) -> bool:
    return any(clause.start <= at < clause.end and clause.intro & intros for clause in reading.clauses)


def _asks_first(reading: Reading, act: Act) -> bool:
    """Tell whether a doctor is asked before: "talk to your doctor before you …", "first ask …"."""
    if not act.marks & m.TELL or act.status not in (Status.ORDER, Status.MENTION):
        return False
    clause = clause_of(reading, act)
    if not clause.marks & m.DOCTOR:
        return False
    if act.status is Status.MENTION:  # "once you have talked to your doctor"
        return bool(clause.intro & (m.AFTER | m.IF)) and not clause.marks & m.NOT
    return any(each.intro & m.BEFORE for each in reading.clauses if each.start >= clause.start)


def gets_help(reading: Reading) -> bool:
    """Tell whether the sentence sends the reader for help at once, and nothing puts it off."""
    if reading.marks & m.DELAY and delays(reading):
        return False
    urgent = reading.marks & (m.NOW | m.HELP)
    return bool(urgent) and any(
        act.marks & (m.TELL | m.HELP)
        and act.status is Status.ORDER
        and (behind(reading, act, 12) | act.marks | next_joined(reading, act)) & (m.DOCTOR | m.HELP)
        for act in reading.acts
    )


def next_joined(reading: Reading, act: Act) -> int:
    """Return the marks of the clause behind an act's, where "or" joins it: "ring your doctor or 999"."""
    number = act.clause + 1
    if number < len(reading.clauses) and reading.row[reading.clauses[number].start] & m.OR:
        return reading.clauses[number].marks
    return 0


def delays(reading: Reading) -> bool:
    """Tell whether a main clause puts something off."""
    return any(
        not clause.intro & (m.IF | m.BECAUSE | m.THOUGH) and clause.marks & m.DELAY
        for clause in reading.clauses
    )


def prompted(act: Act) -> bool:
    """Tell whether the reader is told, or allowed, to do it."""
    return act.status in PROMPTED


def directs(reading: Reading) -> bool:
    """Tell whether the sentence orders, forbids or spares the reader anything, or a doctor acts."""
    return any(act.status in DIRECTING for act in reading.acts)


def forbids(reading: Reading) -> bool:
    """Tell whether the sentence orders or forbids an act with the medicine or with help."""
    acts = m.RISKS | m.TAKE | m.TELL | m.HELP | m.DRIVE | m.DUTY | m.START | m.GIVE
    return any(act.status in (Status.FORBID, Status.ORDER) and act.marks & acts for act in reading.acts)


def is_strange(reading: Reading, act: Act) -> bool:
    """Tell whether an order about the medicine holds a word that no safe instruction is known to hold."""
    after = reading.row[act.at + 1 : clause_of(reading, act).end]
    if reading.marks & m.PEOPLE and not reading.marks & (m.YOU | m.YOUR):
        return False  # "in patients who …": said to professionals
    return len(after) <= _LONGEST_ORDER and m.UNKNOWN in after
