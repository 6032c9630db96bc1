"""What is said of dangers, alcohol and driving, of who decides, and of the medicine itself."""

from collections.abc import Iterator, Sequence

from leaflet.rules.english import excuses
from leaflet.rules.english import marks as m
from leaflet.rules.english.clauses import Act, Reading, Status
from leaflet.rules.english.excuses import DIRECTING, FORMS, behind, clause_of, directs, forbids, prompted

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
        clause = clause_of(reading, act)
        if behind(reading, act, 3) & (m.NO | m.SMALLER):
            continue  # "drink no alcohol"
        third = any(mark & m.OTHERS for mark in reading.row[clause.start : act.at])
        if (
            (
                act.marks & m.DRIVE
                and act.marks & FORMS
                and prompted(act)
                and not third
                and not excuses.is_directed(reading)
                and not _when_cleared(reading)
            )
            or (
                act.marks & m.DRINK
                and _is_of_alcohol(reading, act)
                and (
                    prompted(act)
                    or (act.status is Status.FORBID and excuses.has_exception(reading))
                    or (act.status is Status.SUBJECT and reading.marks & (m.PERMIT | m.MINIMISE | m.ADVISE))
                )
            )
            or (
                act.marks & m.TAKE
                and act.status is Status.ALLOW
                and clause.marks & m.PREGNANT
                and not _is_reserved(reading)
            )
        ):
            yield "S110"
    for clause in reading.clauses:
        if (
            clause.intro
            or clause.marks & m.AVOID
            or (clause.marks & m.NOT and not clause.marks & m.HAZARD)
            or (reading.marks & m.TELL and not clause.marks & m.ALCOHOL)
        ):
            continue
        if (
            clause.marks & m.ALCOHOL
            and clause.marks & (m.NOT | m.NO)
            and clause.marks & m.HAZARD
            and not forbids(reading)
        ):
            yield "S110"
        if (
            clause.marks & m.ALCOHOL
            and not reading.marks & (_WARNED | m.QUESTION)
            and clause.marks & (m.BE | m.CAN | m.S_FORM | m.BASE)
        ):
            yield "S110"
        if (clause.marks & m.ALCOHOL and clause.marks & m.MINIMISE) or (
            clause.marks & (m.ALCOHOL | m.DRIVE) and clause.marks & (m.PERMIT | m.ADVISE)
        ):
            yield "S110"


def _when_cleared(reading: Reading) -> bool:
    """Tell whether driving waits until what affects it has gone: "once the sleepiness has gone"."""
    return any(
        clause.intro & (m.AFTER | m.IF | m.UNTIL) and clause.marks & m.CLEARED for clause in reading.clauses
    )


def _is_of_alcohol(reading: Reading, act: Act) -> bool:
    """Tell whether drinking means alcohol: it is named, or nothing is."""
    found = behind(reading, act)
    return bool(found & m.ALCOHOL or act.marks & m.ALCOHOL) or not found


def _is_reserved(reading: Reading) -> bool:
    """Tell whether use in pregnancy is left to need, to a doctor, or to a condition."""
    return bool(
        reading.marks & (m.ONLY | m.DOCTOR | m.DIRECTED | m.NEEDED | m.IF | m.UNLESS | m.NOT | m.NECESSARY)
    )


def choice(reading: Reading) -> Iterator[str]:
    """Judge what is left to the reader: how much, how long, whether."""
    if reading.marks & m.LATER and reading.marks & m.RISKS:
        yield "S112"
    if not reading.marks & m.SELF:
        return
    for number, clause in enumerate(reading.clauses):
        if not clause.marks & m.SELF or clause.intro & (m.IF | m.BEFORE | m.WHO):
            continue
        if clause.intro & m.THAT and reading.marks & (m.DOCTOR | m.TELL | m.NOT):
            continue
        if _hangs_on_facts(reading, clause.start, clause.end):
            continue
        if clause.marks & (m.NOT | m.NO | m.AVOID | m.DIRECTED):
            continue
        if any(
            act.status in (Status.FORBID, Status.DOCTOR) and act.clause >= number - 1 for act in reading.acts
        ):
            continue
        if len(reading.row) <= _SHORT or reading.marks & (
            m.MEDICINE | m.DOSE | m.RISKS | m.TAKE | m.DOCTOR | m.IT
        ):
            yield "S112"
            return


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
