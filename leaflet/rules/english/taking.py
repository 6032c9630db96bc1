"""How a reader is told to take a medicine: at all times, as prescribed, for as long as a doctor says."""

from collections.abc import Iterator

from leaflet.rules.english import excuses
from leaflet.rules.english import marks as m
from leaflet.rules.english.excuses import FORMS, OBJECTS, behind, clause_of, is_strange, prompted
from leaflet.rules.english.sentence_reading import Act, Reading, Status


def taking(reading: Reading) -> Iterator[str]:
    """Judge how the reader is told to take it: only at times, as they like, with what a doctor must allow."""
    for act in reading.acts:
        if act.marks & m.CONTINUE:
            yield from _continuing(reading, act)
        if act.marks & (m.TAKE | m.START | m.GIVE) and act.marks & FORMS:
            yield from _taking(reading, act)
        elif act.marks & m.STRANGE and prompted(act) and behind(reading, act, 9) & (m.MEDICINE | m.DOSE):
            yield "S113"


def _continuing(reading: Reading, act: Act) -> Iterator[str]:
    found = behind(reading, act)
    if act.marks & m.HANDLE and act.status is Status.FORBID and not found & m.TAKE:
        return  # "do not keep it in the bathroom"
    if act.status is Status.FORBID and _after_the_course(reading, act):
        return
    if act.status in (Status.FORBID, Status.RELEASE) and (found | act.subject) & (
        m.MEDICINE | m.TAKE | m.IT | m.DOSE
    ):
        if (
            not found & (m.MORE | m.BIGGER | m.UNUSED)
            and not excuses.is_directed(reading)
            and not _irritates(reading)
        ):
            yield "S101"
    elif (
        prompted(act)
        and found & (m.TAKE | m.MEDICINE | m.IT)
        and any(clause.intro & m.AFTER and clause.marks & (m.STOP | m.MEDICINE) for clause in reading.clauses)
    ):
        yield "S105"
    elif (
        prompted(act)
        and not _is_handling(reading, act)
        and (_has_mild_exception(reading) or _until_better(reading))
    ):
        yield "S101"


def _after_the_course(reading: Reading, act: Act) -> bool:
    """Tell whether what must not go on has come to its end: "do not go on after the course"."""
    return any(clause.intro & m.AFTER for clause in reading.clauses[act.clause + 1 :]) and not (
        reading.marks & (m.WELL | m.MILD)
    )


def _irritates(reading: Reading) -> bool:
    """Tell whether drops, a cream or a patch hurts where it is put: such have no withdrawal."""
    return any(clause.intro & m.IF and clause.marks & m.EXTERNAL for clause in reading.clauses)


def _is_handling(reading: Reading, act: Act) -> bool:
    """Tell whether what goes on is a way to handle something: "go on breathing in"."""
    near = behind(reading, act, 3)
    return bool(near & m.HANDLE and near & m.ING) and not near & (m.TAKE | m.MEDICINE | m.IT)


def _has_mild_exception(reading: Reading) -> bool:
    """Tell whether "unless" ends what must go on for something that is no danger."""
    return any(
        clause.intro & m.UNLESS
        and not clause.marks & (m.DOCTOR | m.DIRECTED | m.CRISIS | m.NEXT | m.DANGER | m.MISSED | m.OTHER)
        for clause in reading.clauses
    )


def _taking(reading: Reading, act: Act) -> Iterator[str]:
    found = behind(reading, act)
    mine = found & OBJECTS or act.marks & m.MEDICINE
    if act.status is Status.FORBID:
        yield from _forbidden_taking(reading, act, found)
    elif (
        act.status is Status.RELEASE
        and mine
        and act.marks & m.TAKE
        and not any(each.marks & m.STOP for each in reading.acts)
    ):
        yield "S101"
    elif act.status is Status.WITHOUT or act.status is Status.DOCTOR:
        return
    elif prompted(act):
        yield from _prompted_taking(reading, act, found)


def _forbidden_taking(reading: Reading, act: Act, found: int) -> Iterator[str]:
    """Judge "do not take it": against it without a reason, on some days, in spite of the prescription."""
    if any(each.marks & m.STOP and each.clause == act.clause for each in reading.acts):
        return
    if found & (m.MORE | m.BIGGER) and excuses.has_exception(reading):
        yield "S103"
    limited = reading.marks & (
        m.LESS | m.SMALLER | m.MORE | m.BIGGER | m.UNLESS | m.UNTIL | m.TOGETHER | m.OTHER | m.SAVE
    )
    if found & (m.ANY_MORE | m.AGAIN) and not reading.marks & (m.DANGER | m.CRISIS | m.DOCTOR):
        yield "S101"
    if found & (OBJECTS | m.NEXT) and _for_little(reading) and not limited & ~(m.MORE | m.BIGGER):
        yield "S104"
    if (
        found & OBJECTS and reading.marks & (m.WELL | m.DAYS) and not limited and not reading.marks & m.EVEN
    ) or (found & m.NEXT and not reading.marks & (m.IF | m.UNLESS | m.UNTIL | m.DOCTOR)):
        yield "S104"
    elif _denies_proper(reading, act) and not found & m.WEEKLY:
        yield "S111"
    elif _is_bare(reading, act):
        yield "S101"


def _denies_proper(reading: Reading, act: Act) -> bool:
    """Tell whether what is forbidden is to take it as it should be taken."""
    clauses = reading.clauses[act.clause : act.clause + 1]
    after = reading.clauses[act.clause + 1 : act.clause + 2]
    if after and reading.row[after[0].start] & (m.AND | m.COMMA):
        clauses = [*clauses, *after]
    together = 0
    for clause in clauses:
        together |= clause.marks | clause.intro
    limits = (
        m.LESS
        | m.SMALLER
        | m.MORE
        | m.BIGGER
        | m.UNLESS
        | m.UNTIL
        | m.TOGETHER
        | m.OTHER
        | m.SAVE
        | m.IF
        | m.WITHOUT
    )
    return bool(together & (m.PROPER | m.DIRECTED)) and not together & limits


def _for_little(reading: Reading) -> bool:
    """Tell whether the reason is a mild feeling, or driving."""
    return any(
        clause.intro & m.IF
        and (clause.marks & m.DRIVE or (clause.marks & m.MILD and _feels(reading, clause.start, clause.end)))
        for clause in reading.clauses
    ) and not reading.marks & (m.DANGER | m.CRISIS | m.DOCTOR)


def _feels(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the reader feels it, as in "if you feel sleepy"."""
    pairs = zip(reading.row[start:end], reading.row[start + 1 : end], strict=False)
    return any(first & m.HANDLE and second & m.MILD for first, second in pairs)


def _is_bare(reading: Reading, act: Act) -> bool:
    """Tell whether nothing says when, or with what, the medicine must not be taken."""
    after = reading.row[act.at + 1 :]
    return (
        bool(act.marks & m.BASE or (act.marks & m.ING and reading.row[act.at - 1] & m.AVOID))
        and not act.subject & ~m.YOU
        and all(
            mark & (OBJECTS | m.THE | m.YOUR | m.STOP_MARK | m.TAKE | m.ADVERB | m.MEDICINE) for mark in after
        )
        and any(mark & OBJECTS for mark in after)
    )


def _prompted_taking(reading: Reading, act: Act, found: int) -> Iterator[str]:
    """Judge "take it": in which amount, on which days, by whom, with what."""
    near = behind(reading, act, 3)
    yield from _taken_at_whim(reading, act, found, near)
    yield from _taken_wrongly(reading, act, found, near)
    if _until_better(reading) and not found & m.DRIVE:
        yield "S101"
    if found & (m.MEDICINE | m.DOSE) and found & m.TOGETHER and found & (m.NUMBER | m.MISSED | m.BIGGER):
        yield "S103"
    if _changes_amount(reading, act) and (near & m.OVER or not excuses.is_directed(reading)):
        yield "S103" if near & m.BIGGER else "S102"
    if _has_mild_exception(reading) and found & OBJECTS:
        yield "S101"
    if found & (OBJECTS | m.TAKE) and is_strange(reading, act):
        yield "S113"


def _taken_at_whim(reading: Reading, act: Act, found: int, near: int) -> Iterator[str]:
    """Judge taking less of it, on some days, only when something is felt."""
    if near & (m.SMALLER | m.NUMBER | m.BIGGER) and found & OBJECTS and _for_little(reading):
        yield "S102"
    whole = behind(reading, act, 12)
    on_days = whole & m.DAYS and whole & (m.MEDICINE | m.DOSE) and not whole & (m.EVEN | m.NOT)
    if on_days and reading.marks & (m.ONLY | m.WELL):
        yield "S104"
    if _only_when(reading, act) or (_only_when_well(reading) and found & (OBJECTS | m.TAKE | m.ONLY)):
        yield "S104"


def _taken_wrongly(reading: Reading, act: Act, found: int, near: int) -> Iterator[str]:
    """Judge who is given it, by which route, and with what."""
    given = found & m.OTHERS and found & (m.MEDICINE | m.IT) and act.marks & m.GIVE
    if given or (near & m.OTHERS and act.marks & m.TAKE and not reading.marks & (m.DOCTOR | m.HELP)):
        yield "S106"
    if (act.marks & m.DRINK and found & m.EXTERNAL) or (found & m.SOLID and found & m.BODY):
        yield "S107"
    if found & m.ALCOHOL and act.marks & m.TAKE and not found & (m.NO | m.SMALLER):
        yield "S110"
    beside_any = found & m.OTHER and found & m.MEDICINE and found & m.ANY
    if beside_any or (act.marks & m.START and found & m.PRODUCT) or _leans_on_consent(reading):
        yield "S107"


def _only_when(reading: Reading, act: Act) -> bool:
    """Tell whether it is to be taken only when something is felt: "only when your muscles feel stiff"."""
    if not clause_of(reading, act).marks & m.ONLY or reading.marks & (
        m.DOCTOR | m.DIRECTED | m.NEEDED | m.NECESSARY | m.NEEDS
    ):
        return False
    after = reading.clauses[act.clause + 1 :]
    return any(
        clause.intro & m.IF and clause.marks & (m.MILD | m.BENIGN | m.WELL | m.DAYS) for clause in after
    )


def _changes_amount(reading: Reading, act: Act) -> bool:
    """Tell whether more or less is taken than before: "two" when it does not help, "less" on some days."""
    after = reading.row[act.at + 1 : act.at + 4]
    for at, mark in enumerate(after):
        if at and after[at - 1] & m.NO:
            return False  # "take no more"
        if mark & (m.BIGGER | m.SMALLER) and not mark & m.NUMBER:
            rest = after[at + 1] if at + 1 < len(after) else 0
            if mark & m.OVER and act.marks & m.GIVE:
                return bool(rest & (m.NUMBER | m.DOSE))
            if mark & m.OVER:
                return act.marks & m.TAKE != 0 and bool(
                    rest & (m.NUMBER | m.YOUR | m.THE | m.IT | m.YOU | m.DOSE | m.DIRECTED)
                )
            plain = (mark & m.THE and mark & m.DOSE) or mark & m.AND
            if plain and not reading.marks & m.FAILING:
                return False
            return not rest or bool(rest & (OBJECTS | m.JOINTS | m.IF | m.BY | m.AFTER))
        if mark & m.NUMBER and mark & m.THE and after[at + 1 : at + 2] and after[at + 1] & m.NEXT:
            return True  # "take two next time"
        if mark & m.NUMBER and reading.marks & m.FAILING and not reading.marks & m.DOCTOR:
            rest = after[at + 1] if at + 1 < len(after) else 0
            return not rest or bool(rest & (OBJECTS | m.JOINTS))
    return False


def _only_when_well(reading: Reading) -> bool:
    if reading.marks & (m.THOUGH | m.EVEN | m.MISSED):
        return False
    return any(
        clause.intro & (m.UNTIL | m.IF | m.WHILE)
        and clause.marks & (m.WELL | m.DAYS | m.SELF)
        and not clause.marks & (m.NOT | m.THOUGH | m.EVEN)
        for clause in reading.clauses
    )


def _until_better(reading: Reading) -> bool:
    """Tell whether taking ends with the symptoms, and not with the course or a doctor's word."""
    return any(
        clause.intro & m.UNTIL
        and not clause.marks
        & (
            m.DOCTOR
            | m.DIRECTED
            | m.UNUSED
            | m.MEDICINE
            | m.STOP
            | m.NUMBER
            | m.TELL
            | m.HELP
            | m.NEXT
            | m.DUTY
        )
        for clause in reading.clauses
    )


def _leans_on_consent(reading: Reading) -> bool:
    """Tell whether an order ends in what only a prohibition ends in: "unless", "without", "before asking"."""
    for clause in reading.clauses:
        if (
            clause.intro & m.UNLESS
            and clause.marks & (m.DOCTOR | m.DIRECTED)
            and not clause.marks & (m.STOP | m.OTHER | m.BUT)
        ):
            return True
        if clause.intro & m.WITHOUT and clause.marks & (m.TELL | m.DOCTOR | m.DIRECTED):
            return True
    return False
