"""A sentence among its neighbours: an answer takes its meaning from the question before it."""

from leaflet.rules.english import excuses
from leaflet.rules.english import marks as m
from leaflet.rules.english.sentence_reading import Reading, Status

LONGEST = 400  # words and marks of a sentence; what is longer nobody understands
_OPENING = 2  # words in which an answer says yes or no
_SHORT = 9  # words of a sentence that lives from the one before
_TOUCHED = m.DOCTOR | m.RISKS | m.DRINK | m.ALCOHOL | m.DRIVE | m.TAKE | m.CRISIS | m.DOSE
_DUTIFUL = m.YES | m.TELL | m.HELP | m.DOCTOR | m.MUST | m.NOW | m.DIRECTED | m.NECESSARY
_PRAISE = m.PERMIT | m.MINIMISE | m.ADVISE | m.SELF


def judged_among(
    reading: Reading, found: tuple[str, ...], before: Reading | None, after: Reading | None
) -> tuple[str, ...]:
    """Return the codes of a sentence: what was found in it alone, its neighbours taken into account."""
    if len(reading.row) > LONGEST:
        return ("S113",)
    if _is_question(reading) and before is not None and _is_question(before) and _waves_away(reading, before):
        return ("S108",)
    if _is_question(reading):
        return () if not reading.marks & m.ADVISE else found
    codes = list(found)
    if after is not None and "S101" in codes and _is_helped(reading, after):
        codes.remove("S101")
    if before is not None:
        if "S104" in codes and before.marks & m.MISSED and (before.marks | reading.marks) & m.NEXT:
            codes.remove("S104")
        codes += _answered(reading, before) if _is_question(before) else _turned(reading, before)
    return tuple(dict.fromkeys(codes))


def leans(reading: Reading, before: Reading | None) -> bool:
    """Tell whether a sentence lives from the one before it: an answer, or a few words that go on from it."""
    if before is None or not reading.row:
        return False
    goes_on = reading.row[0] & (m.OR | m.BUT | m.AND | m.NOT | m.NO) or reading.marks & (m.IT | m.LATER)
    return _is_question(before) or bool(goes_on and len(reading.row) <= _SHORT)


def trails_off(reading: Reading) -> bool:
    """Tell whether a short sentence ends in "you can", and leaves out what: the one before it says that."""
    if len(reading.row) > _SHORT or len(reading.row) < _OPENING + 1 or not reading.clauses:
        return False
    *_, who, can, mark = reading.row
    plain = not any(clause.intro & ~m.AFTER for clause in reading.clauses)
    return bool(plain and who & m.YOU and can & m.CAN and mark & m.STOP_MARK) and not reading.marks & m.NOT


def _is_exempt(reading: Reading) -> bool:
    """Tell whether a short sentence lets somebody, or some day, off: "Family is different."."""
    return len(reading.row) <= _SHORT and bool(
        reading.marks & m.EXEMPT and reading.marks & (m.OTHERS | m.DAYS | m.ALCOHOL | m.DOSE)
    )


def _is_question(reading: Reading) -> bool:
    return bool(reading.row) and bool(reading.row[-1] & m.QUESTION)


def _is_helped(reading: Reading, after: Reading) -> bool:
    """Tell whether the next sentence sends the reader for help, and this one names a danger."""
    return bool(reading.marks & (m.DANGER | m.CRISIS)) and excuses.gets_help(after)


def _answered(answer: Reading, question: Reading) -> tuple[str, ...]:
    """Judge yes and no by what was asked."""
    opening = 0
    for mark in answer.row[:_OPENING]:
        opening |= mark
    no = bool(opening & (m.NO | m.NOT | m.RELEASE | m.LATER))
    sent = answer.marks & (m.DOCTOR | m.DIRECTED | m.TELL | m.HELP)
    risky = any(
        act.marks & (m.RISKS | m.DRIVE | m.DRINK | m.ALCOHOL)
        or (act.marks & m.TAKE and question.marks & m.TOGETHER)
        for act in question.acts
    ) or question.marks & (m.ALCOHOL | m.PERMIT)
    guarding = question.marks & (m.HELP | m.GRAVE) or any(
        act.marks & (m.TELL | m.HELP | m.DUTY | _dutiful_taking(question)) and not act.marks & m.RISKS
        for act in question.acts
    )
    waiting = _asks_to_wait(question)
    if waiting and not sent:
        return ("S108",) if opening & m.YES or _waits(answer, question) else ()
    if not sent and _asks_to_give_up(question):
        return ("S110",) if no else ()
    if _waits(answer, question) or (_asks_for_duty(question) and not answer.marks & _DUTIFUL and not risky):
        return ("S108",)
    if question.marks & (m.GRAVE | m.HELP | m.DUTY) or (guarding and (not risky or _asks_first(question))):
        limited = answer.marks & m.ONLY and question.marks & m.HELP
        return (
            ("S108",)
            if (no or limited) and not (sent and not limited) and not question.marks & m.HOW_MUCH
            else ()
        )
    if risky and not no and not sent and not answer.marks & (m.NOT | m.NO | m.AVOID):
        yes = opening & (m.YES | m.CAN | m.PERMIT | m.ADVISE | m.ALCOHOL | m.ONLY) or (
            len(answer.row) <= _SHORT and answer.marks & _PRAISE
        )
        return ("S112",) if yes else ()
    return ()


def _asks_to_wait(question: Reading) -> bool:
    """Tell whether the question is whether help may wait: "can I put off calling for help"."""
    first = next(iter(question.acts), None)
    waits = first is not None and first.marks & m.WAIT and not first.marks & (m.TELL | m.HELP)
    return bool(waits and question.marks & (m.HELP | m.TELL | m.CRISIS | m.DOCTOR))


def _asks_to_give_up(question: Reading) -> bool:
    """Tell whether the question is whether to give up what endangers: "need I give up alcohol"."""
    given_up = question.marks & (m.STOP | m.LESS | m.SKIP | m.AVOID)
    endangering = question.marks & (m.ALCOHOL | m.DRIVE | m.SLOWLY)
    return bool(question.marks & (m.MUST | m.NEEDS | m.NECESSARY) and given_up and endangering)


def _asks_first(question: Reading) -> bool:
    """Tell whether the question is whether to ask somebody before something else is done."""
    first = next(iter(question.acts), None)
    return first is not None and bool(first.marks & (m.TELL | m.HELP) and question.marks & m.MUST)


def _dutiful_taking(question: Reading) -> int:
    """Return the acts that are a duty where the reader asks: "must I take it", not "can she have some"."""
    mine = question.marks & (m.MUST | m.DO) and not any(act.subject & m.OTHERS for act in question.acts)
    return m.TAKE | m.CONTINUE if mine else 0


def _asks_for_duty(question: Reading) -> bool:
    """Tell whether the question is whether to tell, to get help, or to do what protects."""
    return bool(question.marks & m.MUST) and any(
        act.marks & m.DUTIES and not act.subject & m.DOCTOR and act.status is not Status.MENTION
        for act in question.acts
    )


def _waits(answer: Reading, question: Reading) -> bool:
    """Tell whether an emergency is answered with anything but help."""
    return bool(
        question.marks & m.CRISIS
        and answer.marks & (m.WAIT | m.MINIMISE)
        and not answer.marks & (m.DOCTOR | m.HELP | m.TELL | m.NOT)
    )


def _waves_away(answer: Reading, question: Reading) -> bool:
    """Tell whether a question is answered by a short one: "Must I tell my dentist? Why would you?"."""
    return _asks_for_duty(question) and len(answer.row) <= _SHORT and not answer.marks & _DUTIFUL


def _turned(reading: Reading, before: Reading) -> tuple[str, ...]:
    """Judge a sentence that takes back, or praises, what the one before it says."""
    if not before.marks & _TOUCHED:
        return ()
    forbidden = any(act.status is Status.FORBID for act in before.acts)
    if forbidden and (trails_off(reading) or _is_exempt(reading)):
        return ("S112",)
    if reading.marks & m.LATER or (reading.clauses[0].intro & m.UNLESS and not reading.marks & m.DOCTOR):
        return ("S112",)
    if len(reading.row) > 2 * _SHORT or reading.marks & (m.DOCTOR | m.DIRECTED | m.TELL | m.HELP):
        return ()
    spoken = (
        any(act.marks & m.RISKS and act.status is not Status.DOCTOR for act in before.acts)
        or before.marks & m.ALCOHOL
    )
    for clause in reading.clauses:
        if clause.intro or clause.marks & (m.NOT | m.NO | m.AVOID):
            continue
        if clause.marks & m.SELF and clause.marks & ~m.DELAY:
            return ("S112",)
        if spoken and clause.marks & _PRAISE and len(reading.row) <= _SHORT:
            return ("S109",)
    return ()
