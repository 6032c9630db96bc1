"""What is said of dangers, alcohol and driving, of who decides, and of the medicine itself."""

from collections.abc import Iterator, Sequence

from leaflet.rules.english import excuses
from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import DIRECTING, FORMS, behind, clause_of, directs, forbids, prompted
from leaflet.rules.english.sentence_reading import Act, Clause, Reading, Status

_WARNED = (
    m.STOP
    | m.SMALLER
    | m.LESS
    | m.NOT
    | m.NO
    | m.AVOID
    | m.HAZARD
    | m.MILD
    | m.DANGER
    | m.EFFECT
    | m.TELL
    | m.DOCTOR
    | m.COLON
)


_LIGHT_OF = (
    m.CRISIS
    | m.DOSE
    | m.GRAVE
    | m.EFFECT
    | m.MILD
    | m.RISKS
    | m.HAZARD
    | m.PREGNANT
    | m.ALCOHOL
    | m.TOGETHER
    | m.START
)


_SHORT = 8  # words of a sentence that lives from the one before it: "Or do it yourself."


def light(reading: Reading) -> Iterator[str]:
    """Judge words that make light of a danger."""
    if reading.marks & m.DENIED and not reading.marks & (m.DOCTOR | m.QUESTION | m.IF):
        yield "S109"
        return
    if reading.marks & m.MINIMISE and not (reading.marks & m.MISSED and directs(reading)):
        others = 0
        for mark in reading.row:
            if not mark & m.MINIMISE:
                others |= mark
        if others & _LIGHT_OF:
            yield "S109"
            return
    if _denies(reading):
        yield "S109"
        return
    for at, mark in enumerate(reading.row):
        if mark & m.GRAVE and _is_turned(reading.row[max(0, at - 4) : at]) and not forbids(reading):
            yield "S109"
            return


def _denies(reading: Reading) -> bool:
    """Tell whether a plain statement says no to an effect, a danger, help or a dose."""
    touched = m.EFFECT | m.CRISIS | m.HELP | m.RISKS | m.DOSE
    if reading.marks & (m.SCIENCE | m.COLON | m.QUESTION) or not reading.marks & touched:
        return False
    if any(act.status in DIRECTING and act.marks & ~m.HAZARD for act in reading.acts):
        return False
    return any(
        not clause.intro
        and clause.marks & (m.NOT | m.NO)
        and clause.marks & touched
        and not clause.marks & (m.MUST | m.CAN | m.AVOID)
        and clause.marks & (m.BE | m.DO | m.HAVE | m.S_FORM | m.UNKNOWN)
        for clause in reading.clauses
    )


def _is_turned(before: Sequence[int]) -> bool:
    """Tell whether "not" or "no" stands before a word of danger, and no act of the reader's between."""
    for mark in reversed(before):
        if mark & (m.NOT | m.NO) and not mark & m.MUST:
            return True
        if mark & m.TO:
            return False
        if mark & (m.JOINTS | m.SUBORDINATE | m.YOU | m.DOCTOR | m.ACTS & ~m.HANDLE):
            return False
    return False


def permits(reading: Reading) -> Iterator[str]:
    """Judge alcohol, driving and pregnancy allowed."""
    for act in reading.acts:
        if behind(reading, act, 3) & (m.NO | m.SMALLER):
            continue  # "drink no alcohol"
        if _drives(reading, act) or _drinks(reading, act) or _takes_pregnant(reading, act):
            yield "S110"
    for clause in reading.clauses:
        if not clause.intro and _says_well_of(reading, clause):
            yield "S110"


def _drives(reading: Reading, act: Act) -> bool:
    """Tell whether the reader may drive, and no doctor and no waiting is spoken of."""
    if not (act.marks & m.DRIVE and act.marks & FORMS and prompted(act)):
        return False
    third = any(mark & m.OTHERS for mark in reading.row[clause_of(reading, act).start : act.at])
    return not third and not excuses.is_directed(reading) and not _when_cleared(reading)


def _drinks(reading: Reading, act: Act) -> bool:
    """Tell whether alcohol is drunk, with leave or as an exception."""
    if not act.marks & m.DRINK or not _is_of_alcohol(reading, act):
        return False
    return (
        prompted(act)
        or (act.status is Status.FORBID and excuses.has_exception(reading))
        or (act.status is Status.SUBJECT and bool(reading.marks & (m.PERMIT | m.MINIMISE | m.ADVISE)))
    )


def _takes_pregnant(reading: Reading, act: Act) -> bool:
    """Tell whether the medicine may be taken in pregnancy, and nothing is reserved."""
    return bool(
        act.marks & m.TAKE
        and act.status is Status.ALLOW
        and clause_of(reading, act).marks & m.PREGNANT
        and not _is_reserved(reading)
    )


def _says_well_of(reading: Reading, clause: Clause) -> bool:
    """Tell whether a plain statement says that alcohol or driving is no danger."""
    marks = clause.marks
    if (
        marks & m.AVOID
        or (marks & m.NOT and not marks & m.HAZARD)
        or (reading.marks & m.TELL and not marks & m.ALCOHOL)
    ):
        return False
    if marks & (m.ALCOHOL | m.DRIVE) and marks & (m.PERMIT | m.ADVISE):
        return True
    if not marks & m.ALCOHOL:
        return False
    denied = marks & (m.NOT | m.NO) and marks & m.HAZARD and not forbids(reading)
    stated = marks & (m.BE | m.CAN | m.S_FORM | m.BASE) and not reading.marks & (_WARNED | m.QUESTION)
    return bool(denied or stated or marks & m.MINIMISE)


def _when_cleared(reading: Reading) -> bool:
    """Tell whether driving waits until what affects it has gone: "once the sleepiness has gone"."""
    return any(
        clause.intro & (m.AFTER | m.IF | m.UNTIL) and clause.marks & m.CLEARED for clause in reading.clauses
    )


def _is_of_alcohol(reading: Reading, act: Act) -> bool:
    """Tell whether drinking means alcohol: it is named, or nothing is."""
    found = behind(reading, act)
    named = reading.row[act.at - 1] & m.UNKNOWN  # "a sugary drink"
    return bool(found & m.ALCOHOL or act.marks & m.ALCOHOL) or not (found or named)


def _is_reserved(reading: Reading) -> bool:
    """Tell whether use in pregnancy is left to need, to a doctor, or to a condition."""
    return bool(
        reading.marks & (m.ONLY | m.DOCTOR | m.DIRECTED | m.NEEDED | m.IF | m.UNLESS | m.NOT | m.NECESSARY)
    )


def choice(reading: Reading) -> Iterator[str]:
    """Judge what is left to the reader: how much, how long, whether."""
    if reading.marks & m.LATER and reading.marks & m.RISKS:
        if _denies_leave(reading):
            return
        yield "S112"
    if reading.marks & m.SELF and _is_left_to_reader(reading):
        yield "S112"


def _is_left_to_reader(reading: Reading) -> bool:
    """Tell whether a clause leaves what touches the medicine to the reader."""
    for number, clause in enumerate(reading.clauses):
        if not clause.marks & m.SELF or clause.intro & (m.IF | m.BEFORE | m.WHO):
            continue
        if clause.intro & m.THAT and reading.marks & (m.DOCTOR | m.TELL | m.NOT):
            continue
        if _hangs_on_facts(reading, clause.start, clause.end):
            continue
        if clause.marks & (m.NOT | m.NO | m.AVOID | m.DIRECTED):
            continue
        if _is_denied(reading, number) or any(
            act.clause >= number - 1 and _decides_or_tells(act, clause) for act in reading.acts
        ):
            continue
        if len(reading.row) <= _SHORT or reading.marks & (
            m.MEDICINE | m.DOSE | m.RISKS | m.TAKE | m.DOCTOR | m.IT
        ):
            return True
    return False


def _denies_leave(reading: Reading) -> bool:
    """Tell whether it is leave that is called untrue: "it is not true that you can stop"."""
    at = next(at for at, mark in enumerate(reading.row) if mark & m.LATER)
    who, able = (*reading.row[at + 1 : at + 3], 0, 0)[:2]
    turned = m.NOT | m.NO | m.RELEASE | m.WITHOUT | m.AVOID | m.LATER
    allowed = able & m.CAN and not able & (m.NOT | m.MUST)
    return bool(who & (m.YOU | m.PEOPLE) and allowed) and not any(
        mark & turned for mark in reading.row[at + 1 :]
    )


def _is_denied(reading: Reading, number: int) -> bool:
    """Tell whether what the reader may do alone is forbidden behind it, or warned of."""
    return _leads_to_denial(reading, number) or _is_warned_of(reading, reading.clauses[number])


def _is_warned_of(reading: Reading, clause: Clause) -> bool:
    """Tell whether what the reader may do alone is called dangerous: "stopping by yourself is risky"."""
    good = clause.marks & (m.PERMIT | m.ADVISE | m.MINIMISE | m.RELEASE | m.NO)
    return bool(clause.marks & m.HAZARD and clause.marks & (m.BE | m.CAN) and not good) and any(
        act.status is Status.SUBJECT and act.marks & m.RISKS for act in reading.acts
    )


def _leads_to_denial(reading: Reading, number: int) -> bool:
    """Tell whether a sentence begins so and forbids something: "without asking, you must not:"."""
    led = reading.clauses[number + 1 : number + 2]
    return bool(number == 0 and led and led[0].marks & m.NOT and led[0].marks & (m.MUST | m.DO))


def _decides_or_tells(act: Act, clause: Clause) -> bool:
    """Tell whether nothing is left to the reader: a doctor acts, it is forbidden, a friend is told."""
    told = act.status is Status.ORDER and act.marks & m.TELL and clause.marks & (m.OTHERS | m.DOCTOR)
    return act.status in (Status.FORBID, Status.DOCTOR) or bool(told)


def _hangs_on_facts(reading: Reading, start: int, end: int) -> bool:
    """Tell whether it only "depends on" something: "how long you take it depends on why you need it"."""
    for at in range(start, end):
        if reading.row[at] & m.DEPENDS:
            return not any(mark & (m.SELF | m.WELL | m.DAYS) for mark in reading.row[at + 1 :])
    return False


def claims(reading: Reading) -> Iterator[str]:
    """Judge promises: safe, a cure, for everyone."""
    for clause in reading.clauses:
        asked = clause.intro & (m.IF | m.BEFORE | m.UNTIL | m.THAT | m.WHILE) or reading.marks & m.QUESTION
        denied = clause.marks & (m.NOT | m.NO) or asked
        about = clause.marks & (m.MEDICINE | m.PREGNANT) or reading.row[clause.start] & m.IT
        if about and _claims_safety(reading, clause.start, clause.end) and not asked:
            yield "S404"
        if (
            clause.marks & m.CURE
            and not denied
            and clause.marks & (m.MEDICINE | m.IT | m.YOU | m.YOUR)
            and not _is_of_effects(clause.marks)
        ):
            yield "S405"
        if clause.marks & m.CLAIM and not (
            clause.marks & m.NOT or clause.intro & (m.IF | m.BEFORE | m.UNTIL)
        ):
            yield "S406"


def _is_of_effects(marks: int) -> bool:
    return bool(marks & (m.EFFECT | m.MILD))


def _claims_safety(reading: Reading, start: int, end: int) -> bool:
    for at in range(start, end):
        if reading.row[at] & m.SAFE and not reading.row[at] & m.ADVERB:
            return not any(mark & (m.NOT | m.NO | m.TELL | m.MUST | m.SAYS) for mark in reading.row[start:at])
    return False
