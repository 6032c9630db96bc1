"""Who decides, and what a connective makes of an order: closed forms again."""

from collections.abc import Iterator, Sequence

from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import clause_of
from leaflet.rules.english.sentence_reading import PROMPTED, Act, Clause, Reading, Status

_LAY = m.YOU | m.OTHERS | m.PEOPLE
_TOUCHED = m.MEDICINE | m.DOSE | m.RISKS | m.TAKE | m.START | m.RESTART | m.HOW_MUCH


def deciding(reading: Reading) -> Iterator[str]:
    """Judge who decides, prescribes, or tells how: nobody but a professional does."""
    if not reading.marks & _TOUCHED or reading.marks & m.QUESTION:
        return
    for clause in reading.clauses:
        if clause.marks & m.DOCTOR or clause.intro & (m.IF | m.UNTIL | m.WHO | m.BEFORE):
            continue
        for at in range(clause.start, clause.end):
            if reading.row[at] & m.DECIDES and _lay_subject(reading.row[clause.start : at]):
                yield "S112"
                return
    for act in reading.acts:
        clause = clause_of(reading, act)
        told = act.marks & m.TELL and act.status is Status.STATE and act.subject & m.OTHERS
        if told and not clause.intro and not clause.marks & (m.DOCTOR | m.NOT):
            yield "S112"
            return


def _lay_subject(before: Sequence[int]) -> bool:
    """Tell whether a lay person is who does what follows, with nothing but auxiliaries between."""
    for at in range(len(before) - 1, -1, -1):
        mark = before[at]
        if mark & (m.NOT | m.NO):
            return False
        if mark & _LAY:
            return at == 0 or bool(before[at - 1] & (m.JOINTS | m.SUBORDINATE | m.YOUR | m.THE))
        if not mark & (m.WILL | m.CAN | m.HAVE | m.MUST | m.ADVERB) or mark & m.TO:
            return False
    return False


def connecting(reading: Reading) -> Iterator[str]:
    """Judge what "if", "while", "or" and an emphatic "do" make of an order or a prohibition."""
    if _forbids_consent(reading) or _insists(reading):
        yield "S111"
    if _drives_meanwhile(reading):
        yield "S110"
    for act in reading.acts:
        if act.marks & m.TAKE and act.status in PROMPTED and _leaves_open(reading, act):
            yield "S103"
            return


def _forbids_consent(reading: Reading) -> bool:
    """Tell whether an act is forbidden in the very case in which a doctor asks for it."""
    for act in reading.acts:
        if act.status is Status.FORBID and act.marks & m.RISKS:
            clauses = reading.clauses[act.clause + 1 : act.clause + 2]
            if any(_is_consent(reading, clause) for clause in clauses):
                return True
    return False


def _is_consent(reading: Reading, clause: Clause) -> bool:
    says = m.SAYS | m.DIRECTED | m.TELL
    if not clause.intro & m.IF or clause.marks & m.NOT or not clause.marks & (m.DOCTOR | m.DIRECTED):
        return False
    words = [mark for mark in reading.row[clause.start : clause.end] if not mark & m.STOP_MARK]
    return (
        bool(clause.marks & says) and bool(words) and bool(words[-1] & (m.TO | m.DIRECTED | m.BUT | m.SAYS))
    )


def _insists(reading: Reading) -> bool:
    """Tell whether a "do" stands before a plain verb without need: "make sure that you do run out"."""
    if reading.marks & m.QUESTION:
        return False
    row = reading.row
    for clause in reading.clauses:
        if clause.intro & ~m.THAT:
            continue
        for at in range(clause.start, clause.end - 1):
            if row[at] != m.DO or not row[at + 1] & m.BASE or row[at + 1] & (m.NOT | m.YOU):
                continue
            before = row[at - 1] if at > clause.start else 0
            if (before & m.YOU or not before) and not row[at + 1] & m.TELL:
                return True
    return False


def _drives_meanwhile(reading: Reading) -> bool:
    """Tell whether something is to be tried or done while driving, or driving allowed in the worst case."""
    for number, clause in enumerate(reading.clauses):
        led = reading.clauses[number - 1] if number else None
        if clause.intro & m.WHILE and clause.marks & m.DRIVE and led is not None:
            bound = reading.marks & (m.NOT | m.NO | m.AVOID | m.DOCTOR | m.MUST | m.ONLY)
            if not bound and any(act.status is Status.ORDER for act in reading.acts):
                return True
        except_now = led is not None and led.intro & m.UNLESS and led.end - led.start == 1
        if except_now and clause.marks & m.MILD and not clause.marks & m.NOT and reading.marks & m.DRIVE:
            return True
    return False


def _leaves_open(reading: Reading, act: Act) -> bool:
    """Tell whether more or less is offered as well: "as prescribed, or more"."""
    for clause in reading.clauses[act.clause + 1 :]:
        first = reading.row[clause.start : clause.start + 2]
        if (
            len(first) > 1
            and first[0] & m.OR
            and first[1] & (m.BIGGER | m.SMALLER)
            and not clause.marks & (m.NOT | m.NO)
            and reading.marks & (m.DIRECTED | m.PROPER)
            and not reading.marks & (m.NOT | m.NO | m.DOCTOR)
        ):
            return True
    return False
